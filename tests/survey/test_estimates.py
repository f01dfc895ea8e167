"""Figures against what the others imply: an outer bound, in the unit that is printed."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import TYPE_CHECKING

from factlint.interval import Interval
from factlint.survey import estimates as room

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.corpus import Corpus

REGISTRY = """
== facts/registry/measures.yaml
exports: {name: exports, kind: flow, unit: USD}
imports: {name: imports, kind: flow, unit: USD}
turnover: {name: turnover, kind: flow, unit: USD, equals: exports + imports}
weight: {name: weight, kind: flow, unit: tonne}
== facts/registry/places.yaml
here: {name: Here}
== facts/one.yaml
source: {title: One}
facts:
"""
TRADE = """
  - {id: turnover, figure: turnover, of: Here, period: 2020, value: $13.2 million}
  - {id: exports, figure: exports, of: Here, period: 2020, value: $1.6 million}
  - {id: imports, figure: imports, of: Here, period: 2020, value: $11.6 million}
"""
GROWTH = """
  - {id: before, figure: exports, of: Here, period: 2019, value: $100 million}
  - {id: growth, figure: exports, of: Here, period: 2020, versus: 2019, change: +25%}
  - {id: after, figure: exports, of: Here, period: 2020, value: $150 million}
"""


def by_name(corpus: Corpus) -> dict[str, room.Estimate]:
    found = room.estimates(corpus).components
    return {each.fact.partition("#")[2]: each for component in found for each in component}


def test_a_total_is_bounded_by_its_parts_and_a_part_by_the_rest(corpus_of: Callable[[str], Corpus]) -> None:
    found = by_name(corpus_of(REGISTRY + TRADE))
    assert found["turnover"].implied == Interval(Fraction(13_100_000), Fraction(13_400_000))
    assert found["exports"].said == (
        "between $1.55 million and $1.7 million",
        "between $1.45 million and $1.75 million",
    )
    assert all(each.possible for each in found.values())


def test_growth_is_in_percent_and_does_not_meet_what_the_levels_imply(corpus_of: Callable[[str], Corpus]) -> None:
    growth = by_name(corpus_of(REGISTRY + GROWTH))["growth"]
    assert growth.printed == Interval(Fraction(49, 2), Fraction(26), high_open=True)
    assert growth.implied.contains(50)
    assert not growth.possible


def test_a_weight_is_in_the_unit_that_it_prints(corpus_of: Callable[[str], Corpus]) -> None:
    found = by_name(
        corpus_of(
            f"{REGISTRY}"
            "  - {id: kilos, figure: weight, of: Here, period: 2020, value: 5000 kg, precision: exact}\n"
            "  - {id: tonnes, figure: weight, of: Here, period: 2020, value: 5 tonnes}\n"
        )
    )
    assert found["kilos"].printed == Interval.point(5000)
    assert found["kilos"].implied.contains(5400)
    assert not found["kilos"].implied.contains(7000)


def test_a_figure_that_stands_alone_is_not_shown(corpus_of: Callable[[str], Corpus]) -> None:
    alone = "  - {id: alone, figure: weight, of: Here, period: 2020, value: 5 tonnes}\n"
    assert by_name(corpus_of(REGISTRY + TRADE.lstrip("\n") + alone)).keys() == {"turnover", "exports", "imports"}


def test_large_components_are_counted_and_left_out(corpus_of: Callable[[str], Corpus]) -> None:
    many = "".join(
        f"  - {{id: f{number}, figure: exports, of: Here, period: 2020, value: $5 million}}\n"
        for number in range(room.LARGEST + 1)
    )
    found = room.estimates(corpus_of(REGISTRY + many))
    assert (found.components, found.left_out) == ((), room.LARGEST + 1)


def test_what_is_implied_is_never_narrower_than_the_truth(corpus_of: Callable[[str], Corpus]) -> None:
    chosen, truth, facts = random.Random(5), {}, []
    for year in range(1960, 2010):
        exports, imports = chosen.randint(1, 900), chosen.randint(1, 900)
        for name, number in (("exports", exports), ("imports", imports), ("turnover", exports + imports)):
            truth[f"{name}-{year}"] = number * 1_000_000
            printed = f"value: {number}.0 million USD"
            facts.append(f"  - {{id: {name}-{year}, figure: {name}, of: Here, period: {year}, {printed}}}\n")
    found = by_name(corpus_of(REGISTRY + "".join(facts)))
    assert found.keys() == truth.keys()
    assert [name for name, number in truth.items() if not found[name].implied.contains(number)] == []
    assert [name for name, number in truth.items() if not found[name].printed.contains(number)] == []
