"""Laws of the rules on figures: what may change in the facts without changing, or only with removing, what is found."""

from __future__ import annotations

import random
from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from factlint.engine.check import findings_of
from factlint.rules.figures.figure_differs import FigureDiffers
from factlint.rules.figures.sum_mismatch import SumMismatch

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from factlint.corpus import Corpus
    from factlint.findings import Finding
    from factlint.rules.base import Rule

    Found = Callable[..., tuple[Finding, ...]]

RULES = pytest.mark.parametrize("rule", [FigureDiffers, SumMismatch])
FEW = settings(max_examples=12, deadline=None)


class Fact(NamedTuple):
    measure: str
    turned: bool
    year: int
    tenths: int
    finer: bool
    hedge: str = ""

    @property
    def value(self) -> Fraction:
        return Fraction(self.tenths, 10) + (Fraction(3, 100) if self.finer else 0)

    def written(self, number: int, scale: str = "million") -> str:
        of, partner = ("Karachi", "Baku") if self.turned else ("Baku", "Karachi")
        amount = f"{float(self.value):.{2 if self.finer else 1}f}"
        said = f"figure: {self.measure}, of: {of}, with: {partner}, period: {self.year}"
        return f"id: f{number}, {said}, value: {self.hedge} {amount} {scale} USD"


facts = st.lists(
    st.builds(
        Fact,
        st.sampled_from(["exports", "imports", "turnover"]),
        st.booleans(),
        st.sampled_from([2019, 2020]),
        st.integers(8, 14),
        st.booleans(),
        st.just(""),
    ),
    max_size=9,
)
one_each = st.lists(st.integers(5, 25), min_size=3, max_size=3).map(
    lambda tenths: [
        Fact(measure, turned=False, year=2020, tenths=each, finer=False)
        for measure, each in zip(("exports", "imports", "turnover"), tenths, strict=True)
    ]
)


TWO_SIDES = [
    Fact("exports", turned=False, year=2020, tenths=8, finer=False),
    Fact("exports", turned=True, year=2020, tenths=8, finer=False),
    Fact("imports", turned=False, year=2020, tenths=11, finer=False),
    Fact("imports", turned=True, year=2020, tenths=8, finer=False),
]
"""The exports and imports of each side add up to one turnover, which nobody states."""


def written(given_: Iterable[Fact], scale: str = "million") -> list[str]:
    return [fact.written(number, scale) for number, fact in enumerate(given_)]


def gist(findings: Iterable[Finding]) -> list[Any]:
    return sorted((str(each.severity), each.facts, each.suspects, each.primary.fact) for each in findings)


@RULES
@FEW
@given(given_=facts)
def test_scaling_every_value_changes_nothing(found: Found, rule: type[Rule], given_: list[Fact]) -> None:
    assert gist(found(rule, written(given_))) == gist(found(rule, written(given_, "billion")))


@RULES
@FEW
@given(given_=facts, seed=st.integers(0, 99))
def test_the_order_of_the_facts_changes_nothing(found: Found, rule: type[Rule], given_: list[Fact], seed: int) -> None:
    shuffled = random.Random(seed).sample(written(given_), len(given_))
    first, second = found(rule, written(given_)), found(rule, shuffled)
    assert [(each.fingerprint, each.message, each.hint) for each in first] == [
        (each.fingerprint, each.message, each.hint) for each in second
    ]
    assert gist(first) == gist(second)


@FEW
@given(given_=facts, which=st.integers(0, 8))
def test_a_hedge_never_adds_a_difference(found: Found, given_: list[Fact], which: int) -> None:
    hedged = [fact._replace(hedge="about") if number == which else fact for number, fact in enumerate(given_)]
    cells = [Counter(cell(given_, each) for each in found(FigureDiffers, written(facts))) for facts in (given_, hedged)]
    assert cells[1] <= cells[0]


def cell(given_: Sequence[Fact], finding: Finding) -> tuple[object, ...]:
    fact = given_[int(finding.facts[0].removeprefix("a#f"))]
    return fact.measure, fact.year, fact.turned and fact.measure != "turnover"


@FEW
@given(given_=one_each, which=st.integers(0, 2))
def test_a_hedge_never_adds_a_mismatch(found: Found, given_: list[Fact], which: int) -> None:
    hedged = [fact._replace(hedge="about") if number == which else fact for number, fact in enumerate(given_)]
    assert len(found(SumMismatch, written(hedged))) <= len(found(SumMismatch, written(given_)))


@RULES
@FEW
@given(given_=facts, parts=st.integers(1, 3))
def test_the_parts_of_a_corpus_say_what_the_whole_says(
    corpus: Callable[..., Corpus], rule: type[Rule], given_: list[Fact], parts: int
) -> None:
    whole = corpus(written(given_))
    frame = whole.table("figures")
    keys = frame["pair"].str.cat(frame["scope"], sep="\0").map(lambda key: sum(key.encode()) % parts)
    split = [whole.keeping({"figures": frozenset(frame.loc[keys == part, "fact"])}) for part in range(parts)]
    found = [each for part in split for each in findings_of(rule, part)]
    assert Counter(found) == Counter(findings_of(rule, whole))


Range = tuple[int, int]


def eighthundredths(fact: Fact, reading: str) -> Range:
    """FORMAT's table, written out in 1/800: from v - u/2 to v + u/2, or to but without v + u where it may be truncated.

    All ends are multiples of 1/200, so a step of 1/800 stands for "without" in sums of up to three numbers.
    """
    value, unit = int(fact.value * 800), 8 if fact.finer else 80
    return value - unit // 2, value + (unit // 2 if reading == "rounded" else unit - 1)


def shared(chosen: Iterable[Fact], reading: str) -> Range:
    """The first and the last of the numbers that fit every fact; none below 0."""
    ranges = [(0, 10**9), *(eighthundredths(fact, reading) for fact in chosen)]
    return max(low for low, _ in ranges), min(high for _, high in ranges)


def agree(chosen: Iterable[Fact], reading: str) -> bool:
    low, high = shared(chosen, reading)
    return low <= high


def adds_up(chosen: Sequence[Fact], reading: str) -> bool:
    """Whether exports and imports can be chosen so that their sums, those of both sides, fit one turnover."""
    turnover = shared((fact for fact in chosen if fact.measure == "turnover"), reading)
    ranges = [turnover, *(both(chosen, reading, turned=turned) for turned in (False, True))]
    return max(low for low, _ in ranges) <= min(high for _, high in ranges)


def both(chosen: Sequence[Fact], reading: str, *, turned: bool) -> Range:
    """The sum of the exports and imports of one side."""
    parts = [
        shared((fact for fact in chosen if (fact.measure, fact.turned) == (measure, turned)), reading)
        for measure in ("exports", "imports")
    ]
    return sum(low for low, _ in parts), sum(high for _, high in parts)


@FEW
@given(given_=one_each)
def test_the_verdict_on_a_sum_is_that_of_whole_numbers(found: Found, given_: list[Fact]) -> None:
    findings = found(SumMismatch, written(given_))
    expected = None if adds_up(given_, "rounded") else "warning" if adds_up(given_, "either") else "error"
    assert [each.severity for each in findings] == ([expected] if expected else [])


@FEW
@given(given_=facts)
@example(TWO_SIDES)
def test_the_facts_of_a_mismatch_are_impossible_and_none_can_be_left_out(found: Found, given_: list[Fact]) -> None:
    for finding in found(SumMismatch, written(given_)):
        reading = "either" if finding.severity == "error" else "rounded"
        named = [given_[int(each.removeprefix("a#f"))] for each in finding.facts]
        assert not adds_up(named, reading)
        assert all(adds_up([*named[:each], *named[each + 1 :]], reading) for each in range(len(named)))
        measures = {fact.measure for fact in named}
        assert measures > {"turnover"} or (len(measures) > 1 and {fact.turned for fact in named} == {False, True})


@FEW
@given(given_=facts.map(lambda given_: [fact._replace(measure="exports") for fact in given_]))
def test_a_difference_is_found_exactly_where_no_number_fits(found: Found, given_: list[Fact]) -> None:
    cells: dict[tuple[int, bool], list[Fact]] = {}
    for fact in given_:
        cells.setdefault((fact.year, fact.turned), []).append(fact)
    expected = {
        cell: "warning" if agree(said, "either") else "error"
        for cell, said in cells.items()
        if not agree(said, "rounded")
    }
    worst: dict[tuple[int, bool], str] = {}
    for finding in found(FigureDiffers, written(given_)):
        fact = given_[int(finding.facts[0].removeprefix("a#f"))]
        cell = fact.year, fact.turned
        worst[cell] = min(worst.get(cell, "warning"), str(finding.severity))
    assert worst == expected
