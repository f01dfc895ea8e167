from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.reading.quantity import QuantityError, alike, read, read_change, read_duration, read_share

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.reading.quantity import Quantity
    from factlint.reading.quantity.alike import Reader

READERS = (read, read_change, read_duration, read_share)
ABOUT = Fraction(1, 20)
BEFORE = """
|$|about |more than |-|+$|fell by |up to |between five and |five to |USD |half of |doubled |(|a |from 3 to |٣|minus |by
more than |−|€ |one and |0|10 |MK
"""
BEHIND = """
|%| million|bn|m|k| days|-day| million USD| pp| times| to ten| and a half|th| hundred| hundred thousand| dozen| or more|
years|-fold| percent|/2| tonnes| 5|²|.| m3| percentage points a year| mln euros| or so| trillion dollars|M|T|b| thousand
years
"""
before, behind = (st.sampled_from(words.replace("\n", " ").strip().split("|")) for words in (BEFORE, BEHIND))
few = st.from_regex(r"[0-9]{1,4}([.,][0-9]{1,4}){0,3}", fullmatch=True)
number = few | st.from_regex(r"[0-9]{18,36}", fullmatch=True)
precision = st.sampled_from([None, None, None, "exact", "1000", "0.5 million", "nonsense"])


def outcome(reading: Callable[[], object]) -> object:
    """What a reader gives, or what it says."""
    try:
        return reading()
    except QuantityError as error:
        return str(error), error.start, error.end


@given(st.sampled_from(READERS), before, number, behind, precision)
def test_a_phrase_is_read_as_alone_whatever_was_read_before(
    reader: Reader, start: str, digits: str, end: str, exact: str | None
) -> None:
    phrase = f"{start}{digits}{end}"
    alone = outcome(lambda: reader(phrase, precision=exact, about=ABOUT))
    assert outcome(lambda: alike.read_alike(reader, phrase, exact, ABOUT)) == alone


@pytest.mark.parametrize("phrase", ["$13.2 million", "more than 200 million USD", "1,234 tonnes", "-14.9%", "44 days"])
def test_a_usual_phrase_is_read_by_its_shape(phrase: str) -> None:
    calls = []

    def counted(text: str, **how: Any) -> Quantity:  # noqa: ANN401 - what every reader takes
        calls.append(text)
        return read(text, **how)

    longer = phrase.translate(str.maketrans("123", "456"))
    alike.read_alike(counted, phrase, None, ABOUT)
    known = len(calls)
    assert alike.read_alike(counted, longer, None, ABOUT) == read(longer)
    assert len(calls) == known
