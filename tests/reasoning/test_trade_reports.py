"""Joint figures as printed in trade news, translated by hand: exports, imports, turnover and deficit of two years."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

from factlint.interval import Interval
from factlint.reasoning.system import Row, System, conflict, conflicts, impossible, verify

BEFORE, AFTER = 0, 4
EXPORTS, IMPORTS, TURNOVER, DEFICIT = range(4)
POSITIVE = Interval(Fraction(0), None, low_open=True)
ZERO = Interval.point(0)


def printed(number: str, unit: str) -> Interval:
    """Rounded or truncated: from half a unit below to a whole one above, the upper end open."""
    value, last = Fraction(number), Fraction(unit)
    return Interval(value - last / 2, value + last, high_open=True)


def level(owner: str, variable: int, number: str, unit: str) -> tuple[Row, ...]:
    return (Row.within([(variable, 1)], printed(number, unit), owner),)


def ratio(owner: str, part: int, whole: int, interval: Interval) -> tuple[Row, ...]:
    """part = r · whole for some r of the interval; linear because the whole is positive."""
    assert interval.low is not None
    assert interval.high is not None
    at_least = Interval(Fraction(0), None, low_open=interval.low_open)
    at_most = Interval(None, Fraction(0), high_open=interval.high_open)
    return (
        Row.within([(part, 1), (whole, -interval.low)], at_least, owner),
        Row.within([(part, 1), (whole, -interval.high)], at_most, owner),
    )


def growth(owner: str, measure: int, percent: str, unit: str) -> tuple[Row, ...]:
    change = printed(percent, unit).times(Fraction(1, 100))
    return ratio(owner, AFTER + measure, BEFORE + measure, change + Interval.point(1))


def share(owner: str, part: int, whole: int, percent: str, unit: str) -> tuple[Row, ...]:
    return ratio(owner, part, whole, printed(percent, unit).times(Fraction(1, 100)))


def report(*facts: tuple[Row, ...]) -> System:
    identities = []
    for year in (BEFORE, AFTER):
        exports, imports = (year + EXPORTS, 1), (year + IMPORTS, 1)
        identities.append(Row.within([exports, imports, (year + TURNOVER, -1)], ZERO))
        identities.append(Row.within([imports, (year + EXPORTS, -1), (year + DEFICIT, -1)], ZERO))
        identities.extend(Row.within([(year + each, 1)], POSITIVE) for each in (EXPORTS, IMPORTS, TURNOVER))
    return System(8, (*identities, *(row for fact in facts for row in fact)))


# news.am 752257: the turnover must grow by a rate between that of exports and that of imports
GROWTH_ALONE = report(
    growth("turnover +79.5%", TURNOVER, "79.5", "0.1"),
    ratio("exports 2.1 times", AFTER + EXPORTS, BEFORE + EXPORTS, printed("2.1", "0.1")),
    growth("imports +163%", IMPORTS, "163", "1"),
)

# dfwatch 14940: every figure of the later year fits, the deficit of the earlier year does not
DEFICIT_OF_2009 = report(
    level("turnover", AFTER + TURNOVER, "8521", "1"),
    level("exports", AFTER + EXPORTS, "1985", "1"),
    level("imports", AFTER + IMPORTS, "6536", "1"),
    level("deficit", AFTER + DEFICIT, "4551", "1"),
    share("deficit 53% of turnover", AFTER + DEFICIT, AFTER + TURNOVER, "53", "1"),
    level("deficit 2009", BEFORE + DEFICIT, "2711", "1"),
    level("imports 2009", BEFORE + IMPORTS, "4151", "1"),
    level("exports 2009", BEFORE + EXPORTS, "1324", "1"),
)

# NH Logistics on Serbia 2025: ten figures that bind each other, and fit
SERBIA = (
    level("turnover", AFTER + TURNOVER, "37.4", "0.1"),
    growth("turnover +10.4%", TURNOVER, "10.4", "0.1"),
    level("exports", AFTER + EXPORTS, "16.5", "0.1"),
    growth("exports +10.2%", EXPORTS, "10.2", "0.1"),
    level("imports", AFTER + IMPORTS, "20.8", "0.1"),
    growth("imports +10.6%", IMPORTS, "10.6", "0.1"),
    level("deficit", AFTER + DEFICIT, "4.3", "0.1"),
    growth("deficit +12.1%", DEFICIT, "12.1", "0.1"),
    share("exports 79.3% of imports", AFTER + EXPORTS, AFTER + IMPORTS, "79.3", "0.1"),
    share("exports 79.5% of imports before", BEFORE + EXPORTS, BEFORE + IMPORTS, "79.5", "0.1"),
)

# srbija.gov.rs 24894
SERBIA_2007 = report(
    level("exports", AFTER + EXPORTS, "2014", "1"),
    growth("exports +16.8%", EXPORTS, "16.8", "0.1"),
    level("imports", AFTER + IMPORTS, "4670", "10"),
    growth("imports +23.4%", IMPORTS, "23.4", "0.1"),
    level("deficit", AFTER + DEFICIT, "2650", "10"),
    growth("deficit +29.9%", DEFICIT, "29.9", "0.1"),
    share("exports 43.2% of imports", AFTER + EXPORTS, AFTER + IMPORTS, "43.2", "0.1"),
    share("exports 45.6% of imports before", BEFORE + EXPORTS, BEFORE + IMPORTS, "45.6", "0.1"),
)


def only(system: System, owners: tuple[object, ...]) -> System:
    return System(system.size, tuple(row for row in system.rows if row.owner is None or row.owner in owners))


def test_growth_of_a_sum_outside_that_of_its_parts_is_impossible_without_any_level() -> None:
    found = conflict(GROWTH_ALONE)
    assert found is not None
    assert found.owners == found.suspects == GROWTH_ALONE.owners
    assert verify(GROWTH_ALONE, found.certificate)


def test_growth_alone_is_possible_where_a_base_may_be_zero() -> None:
    rows = (
        Row(row.terms, row.low, row.high, high_open=row.high_open, owner=row.owner) if row.owner is None else row
        for row in GROWTH_ALONE.rows
    )
    closed = [Row(row.terms, row.low, row.high, owner=row.owner) for row in rows]
    assert impossible(System(8, tuple(closed))) is None


def test_every_two_of_the_clashing_figures_are_fine_together() -> None:
    for system in (GROWTH_ALONE, DEFICIT_OF_2009, SERBIA_2007):
        found = conflict(system)
        assert found is not None
        assert len(found.owners) > 2
        assert all(impossible(only(system, pair)) is None for pair in combinations(system.owners, 2))


def test_the_figures_of_the_year_that_does_not_fit_are_named_and_no_others() -> None:
    (found,) = conflicts(DEFICIT_OF_2009)
    assert found.owners == found.suspects == ("deficit 2009", "imports 2009", "exports 2009")


def test_ten_figures_that_bind_each_other_and_fit_are_silent() -> None:
    assert impossible(report(*SERBIA)) is None
    assert conflicts(report(*SERBIA)) == ()


def test_the_one_figure_misprinted_among_ten_is_a_suspect() -> None:
    misprinted = report(*SERBIA[:5], growth("imports +16.6%", IMPORTS, "16.6", "0.1"), *SERBIA[6:])
    found = conflict(misprinted)
    assert found is not None
    assert "imports +16.6%" in found.suspects
    assert verify(misprinted, found.certificate)


def test_five_figures_are_needed_to_show_one_wrong_and_it_is_the_only_suspect() -> None:
    (found,) = conflicts(SERBIA_2007)
    assert found.owners == ("exports", "exports +16.8%", "imports", "imports +23.4%", "deficit +29.9%")
    assert found.suspects == ("deficit +29.9%",)
    assert verify(SERBIA_2007, found.certificate)
    for four in combinations(found.owners, 4):
        assert impossible(only(SERBIA_2007, four)) is None
