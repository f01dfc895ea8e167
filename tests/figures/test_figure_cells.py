from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.corpus.printed import Printed
from factlint.figures.cells import candidates, interval, unit
from factlint.reading.quantity import Change, Hedge, Quantity, read, read_change

if TYPE_CHECKING:
    from factlint.interval import Interval

numbers = st.builds(Fraction, st.integers(-(10**20), 10**20), st.sampled_from([1, 10, 1000, 10**9, 3]))
ulps = st.builds(Fraction, st.sampled_from([0, 1, 5, 10**6]), st.sampled_from([1, 100, 10**6]))
hedges = st.sampled_from([each for each in Hedge if each is not Hedge.RANGE])


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """Figures as the reader makes them: about widens by some share, a declared precision has one reading."""
    hedge = draw(hedges)
    about = Fraction(draw(st.integers(0, 20)), 100) if hedge is Hedge.ABOUT else Fraction(0)
    return Quantity("", draw(numbers), "percent", draw(ulps), hedge, about, declared=draw(st.booleans()))


@st.composite
def ranges(draw: st.DrawFn) -> Quantity:
    low, high = sorted((draw(numbers), draw(numbers)))
    return Quantity("", low, "percent", draw(ulps), Hedge.RANGE, upper=high, upper_ulp=draw(ulps))


said = st.one_of(quantities(), ranges())
statements = st.one_of(
    said,
    said.map(lambda each: Change("percent", each)),
    said.map(lambda each: Change("times", each)),
)


@settings(deadline=None)
@given(st.lists(statements, min_size=1, max_size=4))
def test_candidates_lie_within_the_rounded_reading(given_: list[Quantity | Change]) -> None:
    import pandas as pd

    spread = [Printed(read).spread(each) for each in given_]
    frame = pd.DataFrame(
        {"change": given_, "change_low": [row[1] for row in spread], "change_high": [row[2] for row in spread]}
    )
    for each, low, high in zip(given_, *candidates(frame, "change"), strict=True):
        assert reaches(interval(each, "rounded"), low, high)


def reaches(exact: Interval, low: float, high: float) -> bool:
    """Floats compare exactly with fractions."""
    return (exact.low is None or exact.low <= low) and (exact.high is None or high <= exact.high)


@pytest.mark.parametrize(
    ("percent", "times"), [("+110%", "2.1 times"), ("-50%", "halved"), ("+100%", "doubled"), ("0%", "1.0 times")]
)
def test_a_change_in_percent_counts_as_new_over_old(percent: str, times: str) -> None:
    first, second = read_change(percent), read_change(times)
    assert unit(first) == unit(second) == "times"
    assert interval(first, "rounded").meets(interval(second, "rounded"))


def test_other_changes_keep_their_unit() -> None:
    assert unit(read_change("+$3 million")) == "USD"
    assert unit(read_change("-3 pp")) == "percentage-point"
    assert unit(read("13 tonnes")) == "tonne"
    assert unit(read("13")) == ""
