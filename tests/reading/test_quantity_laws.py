"""Laws of printed figures: what is printed is what is read, hedges widen, and no text breaks the readers."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from factlint.reading.quantity import (
    Change,
    Quantity,
    QuantityError,
    find,
    read,
    read_change,
    read_duration,
    read_share,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.interval import Interval

SCALES = {"": 1, "thousand": 10**3, "lakh": 10**5, "million": 10**6, "mln": 10**6, "crore": 10**7, "bn": 10**9}
MONEY = [
    ("", "", None),
    ("$", "", "USD"),
    ("AZN ", "", "AZN"),
    ("", " EUR", "EUR"),
    ("€", "", "EUR"),
    ("", " manats", "AZN"),
]
UNITS = [("", "%", "percent"), ("", " tonnes", "tonne"), ("", " soldiers", "soldier"), ("", " days", "day")]
_SMALL = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
SMALL = f"{_SMALL} sixteen seventeen eighteen nineteen".split()
_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety"
TENS = _TENS.split()
WORDS = [
    "about",
    "more",
    "than",
    "up",
    "to",
    "between",
    "and",
    "a",
    "half",
    "million",
    "twenty",
    "third",
    "of",
    "one",
    "per",
]
MARKS = [
    "$",
    "€",
    "-",
    "\u2013",
    "%",
    ".",
    ",",
    "+",
    "1",
    "000",
    "5.2",
    "1,234",
    "USD",
    "km",
    "m",
    "x",
    "'",
    "/",
    "\u00a0",
    " ",
]


@st.composite
def printed(draw: st.DrawFn) -> tuple[str, Fraction, Fraction, str | None]:
    """A number as the press prints it, with the value, the last place and the unit that it means."""
    decimals = draw(st.integers(0, 6))
    digits = draw(st.integers(0, 10**12))
    scale = draw(st.sampled_from(sorted(SCALES)))
    sign = draw(st.sampled_from(["", "-", "\u2212", "+"]))
    before, behind, unit = draw(st.sampled_from(MONEY + UNITS))
    whole, rest = divmod(digits, 10**decimals)
    text = draw(st.sampled_from([_english, _spaced, _plain, _swiss]))(whole, f"{rest:0{decimals}}" if decimals else "")
    place = Fraction(SCALES[scale], 10**decimals)
    value = digits * place * (-1 if sign in ("-", "\u2212") else 1)
    return f"{sign}{before}{text}{f' {scale}' if scale else ''}{behind}", value, place, unit


def _english(whole: int, decimals: str) -> str:
    return f"{whole:,}" + (f".{decimals}" if decimals else "")


def _spaced(whole: int, decimals: str) -> str:
    mark = "," if len(decimals) in (1, 2) else "."
    return f"{whole:,}".replace(",", "\u202f") + (f"{mark}{decimals}" if decimals else "")


def _swiss(whole: int, decimals: str) -> str:
    return _english(whole, decimals).replace(",", "'")


def _plain(whole: int, decimals: str) -> str:
    return f"{whole}" + (f".{decimals}" if decimals else "")


@given(printed())
def test_what_is_printed_is_what_is_read(case: tuple[str, Fraction, Fraction, str | None]) -> None:
    phrase, value, place, unit = case
    quantity = read(phrase)
    assert (quantity.number, quantity.ulp, quantity.unit) == (value, place, unit)


@given(printed())
def test_what_is_read_alone_is_found_in_a_text(case: tuple[str, Fraction, Fraction, str | None]) -> None:
    phrase, value, place, unit = case
    (found,) = find(f"it was {phrase}, they said")
    assert (found.quantity.number, found.quantity.ulp) == (value, place)
    assert found.quantity.unit == (None if unit == "soldier" else unit)


@given(st.integers(1, 999_999_999), st.integers(1, 999))
def test_number_words_mean_their_digits(number: int, small: int) -> None:
    assert read(_in_words(number)).number == number
    assert read(f"{_in_words(small)} days").number == small


@given(printed())
def test_the_single_readings_lie_in_both_together(case: tuple[str, Fraction, Fraction, str | None]) -> None:
    quantity = read(case[0])
    assert _within(quantity.rounded, quantity.either)
    assert _within(quantity.truncated, quantity.either)
    assert quantity.rounded.contains(quantity.number)
    assert quantity.truncated.contains(quantity.number)


@given(printed())
def test_about_widens_every_reading(case: tuple[str, Fraction, Fraction, str | None]) -> None:
    assert _within(read(case[0]).either, read(f"about {case[0]}").either)


@given(printed(), st.fractions(0, 1), st.fractions(0, 1))
def test_a_wider_about_contains_a_narrower(
    case: tuple[str, Fraction, Fraction, str | None], one: Fraction, two: Fraction
) -> None:
    narrow, wide = (read(f"about {case[0]}", about=width).either for width in sorted((one, two)))
    assert _within(narrow, wide)


@given(printed(), st.integers(1, 10**9), st.integers(1, 10**9))
def test_a_coarser_precision_contains_a_finer(
    case: tuple[str, Fraction, Fraction, str | None], one: int, two: int
) -> None:
    fine, coarse = (read(case[0], precision=str(ulp)).either for ulp in sorted((one, two)))
    assert _within(fine, coarse)
    assert _within(read(case[0], precision="exact").either, fine)


@given(printed())
def test_a_bound_and_its_opposite_cover_every_number(case: tuple[str, Fraction, Fraction, str | None]) -> None:
    over, up_to = read(f"more than {case[0]}").either, read(f"up to {case[0]}").either
    assert (over.low, over.low_open, up_to.high, up_to.high_open) == (case[1], True, case[1], False)
    assert not over.meets(up_to)


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from(["", " thousand", " million"]))
def test_a_range_holds_both_its_numbers(one: int, two: int, scale: str) -> None:
    low, high = sorted((one, two))
    quantity = read(f"between {low}{scale} and {high}{scale} USD")
    assert quantity.either.contains(quantity.number)
    assert quantity.upper is not None
    assert quantity.either.contains(quantity.upper)


@given(printed())
def test_a_figure_negated_twice_is_itself(case: tuple[str, Fraction, Fraction, str | None]) -> None:
    for quantity in (read(case[0]), read(f"over {case[0]}"), read("3 to 5")):
        assert quantity.negated().either == quantity.either.times(-1)
        assert quantity.negated().negated() == quantity


hostile = st.one_of(
    st.text(), st.lists(st.sampled_from(WORDS + MARKS)).map(" ".join), st.lists(st.sampled_from(MARKS)).map("".join)
)


@given(hostile, st.one_of(st.none(), hostile))
def test_any_text_is_read_or_refused_in_words(text: str, precision: str | None) -> None:
    for reader in (read, read_share, read_duration, read_change):
        result = _read_or_refused(reader, text, precision)
        if isinstance(result, QuantityError):
            assert 0 <= result.start <= result.end <= len(text)
            assert str(result)
        else:
            quantity = result if isinstance(result, Quantity) else result.quantity
            assert not quantity.either.is_empty


@given(hostile)
def test_figures_of_any_text_are_in_order_and_inside_it(text: str) -> None:
    last = 0
    for start, end, quantity in find(text):
        assert last <= start < end <= len(text)
        assert quantity.text == text[start:end]
        assert not quantity.either.is_empty
        last = end


def _read_or_refused(
    reader: Callable[..., Quantity | Change], text: str, precision: str | None
) -> Quantity | Change | QuantityError:
    try:
        return reader(text, precision=precision)
    except QuantityError as error:
        return error


def _within(inner: Interval, outer: Interval) -> bool:
    return inner & outer == inner


def _in_words(number: int) -> str:
    """An English number below a thousand million, spelled out the British way."""
    for scale, word in ((10**6, "million"), (10**3, "thousand")):
        if number >= scale:
            whole, rest = divmod(number, scale)
            link = " and " if 0 < rest < 100 else " "
            return f"{_in_words(whole)} {word}{link + _in_words(rest) if rest else ''}"
    if number >= 100:
        return f"{SMALL[number // 100]} hundred" + (f" and {_in_words(number % 100)}" if number % 100 else "")
    if number < 20:
        return SMALL[number]
    return TENS[number // 10] + (f"-{SMALL[number % 10]}" if number % 10 else "")
