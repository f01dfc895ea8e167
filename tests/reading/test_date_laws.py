"""The laws of uncertain days: any text is read or refused, verdicts are exact, widening adds no finding."""

from __future__ import annotations

from datetime import date as civil_date
from itertools import product

from hypothesis import example, given
from hypothesis import strategies as st

from factlint.reading.date import (
    FOREVER,
    NEVER,
    Date,
    DateError,
    Days,
    Verdict,
    before,
    read,
    same_day,
    say,
    within,
)

EPOCH = civil_date(1970, 1, 1).toordinal()


DATE_LIKE = st.text(st.sampled_from("0123456789-/.,~?%X[]{}QHT: –"), max_size=30)
NEAR_DATES = """
June may 22 31 2020 0000 2021-02-30 first quarter of the – - to / .. [ ] , winter fall Q1 2010s ~ about from
between and last year nine months 27.11.2020 3rd XX 201X half
"""
WORDS = st.lists(st.sampled_from(NEAR_DATES.split()), max_size=9)


@given(st.one_of(st.text(max_size=120), DATE_LIKE, WORDS.map(" ".join), WORDS.map("".join)))
@example("ſpring 2020")
@example("٢٠٢٠-١١")
@example("\ud800")
@example("9999-12-31~/9999-24")
def test_any_text_is_a_date_or_a_date_error(text: str) -> None:
    for calendar in ("gregorian", "julian"):
        outcome = outcome_of(text, calendar)
        if isinstance(outcome, DateError):
            assert 0 <= outcome.start <= outcome.end <= len(text)
            assert str(outcome).isprintable()
            assert outcome.rule in {"impossible-date", "bad-value"}
        else:
            assert_is_sound(outcome)


def outcome_of(text: str, calendar: str = "gregorian") -> Date | DateError:
    try:
        return read(text, calendar=calendar)
    except DateError as error:
        return error


def assert_is_sound(when: Date) -> None:
    ends = (when.begins, when.ends, *when.as_period())
    assert all(NEVER <= end.earliest <= end.latest <= FOREVER for end in ends)
    assert when.begins.earliest <= when.ends.earliest
    assert when.begins.latest <= when.ends.latest
    first, last = when.as_period()
    assert (when.earliest, when.latest) == (first.earliest, last.latest)
    assert say(when)


SMALL = st.tuples(st.integers(0, 5), st.integers(0, 5)).map(lambda ends: Days(min(ends), max(ends)))


def verdict_of(holds: list[bool]) -> Verdict:
    if not any(holds):
        return Verdict.VIOLATED
    return Verdict.SATISFIED if all(holds) else Verdict.POSSIBLE


def choices(interval: Days) -> range:
    return range(interval.earliest, interval.latest + 1)


@given(SMALL, SMALL)
def test_order_is_what_every_choice_of_days_says(a: Days, b: Days) -> None:
    pairs = list(product(choices(a), choices(b)))
    assert before(a, b) is verdict_of([x < y for x, y in pairs])
    assert same_day(a, b) is verdict_of([x == y for x, y in pairs])


@given(SMALL, SMALL, SMALL)
def test_containment_is_what_every_choice_of_a_stretch_says(a: Days, begin: Days, end: Days) -> None:
    triples = product(choices(a), choices(begin), choices(end))
    holds = [first <= x <= last for x, first, last in triples if first <= last]
    assert within(a, begin, end) is verdict_of(holds)


def contains(wide: Days, narrow: Days) -> bool:
    return wide.earliest <= narrow.earliest and narrow.latest <= wide.latest


@st.composite
def widenings(draw: st.DrawFn) -> tuple[str, str]:
    """A date, and the same with less known about it."""
    iso = draw(st.dates(civil_date(1000, 1, 1), civil_date(2999, 12, 31))).isoformat()
    year, month = iso[:4], int(iso[5:7])
    day_to_month = [iso, iso[:9] + "X", iso[:8] + "XX", iso[:7]]
    parts = draw(
        st.sampled_from([[f"{year}-Q{(month + 2) // 3}", f"{year}-H{(month + 5) // 6}"], [season(year, month)]])
    )
    winter = parts[-1].endswith("24")
    wholes = [] if winter else [year, f"{year}-XX", f"{year[:3]}X", f"{year[:2]}XX"]
    # A century's and a winter's days all lie in this.
    span = f"[{int(year) - 100:04d}..{int(year) + 100}]"
    open_span = draw(st.sampled_from([span.split("..", maxsplit=1)[0] + "..]", f"[..{int(year) + 100}]"]))
    chain = [*day_to_month, *parts, *wholes, span, open_span]
    high = draw(st.integers(0, len(chain) - 1))
    low = draw(st.integers(0, high))
    sign = "" if chain[high].startswith("[") else draw(st.sampled_from(["", "~", "%"]))
    return chain[low], chain[high] + sign


def season(year: str, month: int) -> str:
    return f"{year}-{21 + (month - 3) // 3 % 4}"


@given(widenings(), st.dates(civil_date(1000, 1, 1), civil_date(2999, 12, 31)))
@example(("2020-11-10", "2020-11"), civil_date(2020, 11, 10))
@example(("2020-11", "2020"), civil_date(2020, 11, 30))
@example(("2020", "202X"), civil_date(2020, 1, 1))
@example(("202X", "202X~"), civil_date(2030, 1, 1))
def test_widening_contains_the_narrower_and_adds_no_violation(texts: tuple[str, str], other: civil_date) -> None:
    narrow, wide = (read(text).as_moment() for text in texts)
    assert contains(wide, narrow)
    number = other.toordinal() - EPOCH
    fixed = Days(number, number + 9)
    for relation in (before, same_day, lambda a, b: before(b, a), lambda a, b: within(a, b, b)):
        widened, narrowed = relation(wide, fixed), relation(narrow, fixed)
        if widened is not Verdict.POSSIBLE:
            assert narrowed is widened


@given(widenings(), widenings())
def test_widening_the_ends_of_a_stretch_adds_no_violation(begins: tuple[str, str], ends: tuple[str, str]) -> None:
    narrow = outcome_of(f"{begins[0]}/{ends[0]}")
    if isinstance(narrow, DateError):
        assert narrow.rule == "impossible-date"
        return
    wide = read(f"{begins[1]}/{ends[1]}")
    assert contains(wide.begins, narrow.begins)
    assert contains(wide.ends, narrow.ends)
    for whole in (f"{begins[0]}/..", f"../{ends[0]}"):
        assert contains(read(whole).begins, narrow.begins)
        assert contains(read(whole).ends, narrow.ends)


@given(st.dates(civil_date(1000, 1, 1), civil_date(2999, 12, 31)), st.sampled_from([4, 7, 10]))
def test_an_approximate_period_contains_the_exact_one(when: civil_date, precision: int) -> None:
    text = when.isoformat()[:precision]
    for exact, approximate in zip(read(text).as_period(), read(text + "~").as_period(), strict=True):
        assert contains(approximate, exact)
