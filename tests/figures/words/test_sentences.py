"""Contradictions in words: what the numbers imply is computed exactly, and what is not implied is only listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Said = Callable[..., str]

IN, THEN = "of: Baku, period: 2021", "of: Baku, period: 2020"
GROWN = f"{IN}, versus: 2020"


# one quantity


def test_two_numbers_for_one_quantity(said: Said) -> None:
    facts = [f"figure: exports, {IN}, value: $13.2 million", f"figure: exports, {IN}, value: $14 million"]
    assert said("figure-differs", *facts) == "exports of Baku in 2021 cannot be both $13.2 million and $14 million"
    assert said("figure-differs", *facts, about="a") == "$13.2 million here"


def test_one_of_two_numbers_that_looks_truncated(said: Said) -> None:
    facts = [f"figure: exports, {IN}, value: $739.3 million", f"figure: exports, {IN}, value: $739.386 million"]
    assert said("figure-differs", *facts, truncated="a") == (
        "exports of Baku in 2021 is given as $739.3 million and as $739.386 million: $739.3 million looks truncated"
    )


def test_numbers_of_uncertain_days(said: Said) -> None:
    facts = [
        "figure: exports, of: Baku, period: 2014~, value: $5",
        "figure: exports, of: Baku, period: 2014~, value: $9",
    ]
    assert said("figure-differs", *facts).endswith("both $5 and $9, if both speak of the same days")
    lone = said("outside-domain", "figure: exports, of: Baku, period: 2014~, value: -$9")
    assert lone == "exports of Baku in 2014~ is -$9, but exports is at least 0"


def test_two_changes_and_two_shares_of_one_whole(said: Said) -> None:
    changes = [f"figure: exports, {GROWN}, change: +110%", f"figure: exports, {GROWN}, change: 2.3 times"]
    assert said("figure-differs", *changes) == (
        "the change of exports of Baku in 2021 against 2020 cannot be both +110% and 2.3 times"
    )
    whole = "share_of: {figure: exports, with: Karachi, of: Baku}"
    shares = [f"figure: oil, {IN}, share: {each}%, {whole}" for each in (40, 60)]
    assert said("figure-differs", *shares) == (
        "the share of oil exports of Baku in 2021 in exports with Karachi cannot be both 40% and 60%"
    )


@pytest.mark.parametrize(
    ("fact", "message"),
    [
        (f"figure: jobless, {IN}, value: 104%", "jobless of Baku in 2021 is 104%, but jobless is between 0 and 100%"),
        (f"figure: oil, {IN}, value: -3", "oil exports of Baku in 2021 is -3, but oil exports is at least 0"),
        (
            f"figure: exports, {GROWN}, change: -120%",
            "the change of exports of Baku in 2021 against 2020 is -120%, but exports is at least 0",
        ),
        (
            f"figure: jobless, {GROWN}, change: +120 pp",
            "the change of jobless of Baku in 2021 against 2020 is +120 pp, but jobless is between 0 and 100",
        ),
        (
            f"figure: exports, {IN}, versus: 2021, change: +5%",
            "the change of exports of Baku in 2021 against 2021 is +5%, but nothing changes against itself",
        ),
        (
            f"figure: exports, {IN}, share: 49%, share_of: exports",
            "the share of exports of Baku in 2021 in exports is 49%, but a whole is 100% of itself",
        ),
    ],
)
def test_a_number_that_its_measure_cannot_be(said: Said, fact: str, message: str) -> None:
    assert said("outside-domain", fact) == message


# sums and periods


def test_a_total_and_its_terms(said: Said) -> None:
    facts = [
        f"figure: {each}, {IN}, value: ${much} million" for each, much in (("exports", "1.6"), ("imports", "12.6"))
    ]
    facts.append(f"figure: turnover, {IN}, value: $13.2 million")
    given = "exports $1.6 million and imports $12.6 million give between $14.1 million and $14.3 million"
    assert said("sum-mismatch", *facts) == f"{given}, but the turnover of Baku in 2021 is $13.2 million"
    assert said("sum-mismatch", *facts, truncated="ab").endswith(
        ": exports $1.6 million or imports $12.6 million looks truncated"
    )
    assert said("sum-mismatch", *facts, about="a") == "exports $1.6 million"


def test_a_term_that_is_not_stated(said: Said) -> None:
    facts = [f"figure: exports, {IN}, value: $14.2 million", f"figure: turnover, {IN}, value: $12 million"]
    given = "exports $14.2 million and imports (at least 0) give at least $14.15 million"
    assert said("sum-mismatch", *facts) == f"{given}, but the turnover of Baku in 2021 is $12 million"


def flow(period: str, value: str, measure: str = "exports") -> str:
    return f"figure: {measure}, of: Baku, period: {period}, value: {value}"


def test_quarters_and_their_year(said: Said) -> None:
    quarters = [flow(f"2021-Q{n}", "$5.0 million") for n in (4, 2, 3, 1)]
    assert said("period-sum-mismatch", *quarters, flow("2021", "$18.0 million")) == (
        "exports in 2021-Q1 $5.0 million, 2021-Q2 $5.0 million, 2021-Q3 $5.0 million and 2021-Q4 $5.0 million "
        "make between $19.8 million and $20.2 million, but the exports of Baku in 2021 is $18.0 million"
    )


def test_periods_inside_one_and_periods_that_cover_one(said: Said) -> None:
    inside = said("period-sum-mismatch", flow("2021-H1", "$5.0 million"), flow("2021-01/2021-07", "$4.0 million"))
    assert inside.startswith("exports in 2021-H1 $5.0 million makes at least $4.95 million, but the exports of Baku in")
    covering = [flow("2021-01/2021-07", "$5 million"), flow("2021-06/2021-12", "$6 million")]
    assert "make at most $12 million, but the exports of Baku in 2021 is $20 million" in said(
        "period-sum-mismatch", *covering, flow("2021", "$20 million")
    )


def test_periods_of_what_may_fall_below_zero(said: Said) -> None:
    halves = [flow("2021-H1", "-$4.0 million", "balance"), flow("2021-H2", "$1.0 million", "balance")]
    year = flow("2021", "$3.0 million", "balance")
    assert "$1.0 million make between -$3.1 million and -$2.9 million, but the" in said(
        "period-sum-mismatch", *halves, year
    )
    assert said("period-sum-mismatch", halves[0], year).startswith("no amounts fit all of these figures of Baku: ")


def test_a_sum_beside_zero_is_printed_like_a_number_that_has_a_scale(said: Said) -> None:
    words = said("period-sum-mismatch", flow("2021", "0 million USD"), flow("2021-H1", "12 million USD"))
    assert "makes at least 11.5 million USD, but the exports of Baku in 2021 is 0 million USD" in words


# parts, shares and means


def test_a_part_above_its_whole(said: Said) -> None:
    facts = [f"figure: exports, {IN}, value: $13 billion", f"figure: oil, {IN}, value: $15 billion"]
    assert said("part-exceeds-whole", *facts) == (
        "oil exports of Baku in 2021 is $15 billion, but exports in 2021, of which it is a part, is $13 billion"
    )
    share = said("part-exceeds-whole", f"figure: oil, {IN}, share: 120%, share_of: exports")
    assert share == "the share of oil exports of Baku in 2021 in exports is 120%, but oil exports is a part of exports"
    turned = said("part-exceeds-whole", f"figure: exports, {IN}, share: 50%, share_of: oil")
    assert turned == "the share of exports of Baku in 2021 in oil exports is 50%, but oil exports is a part of exports"


@pytest.mark.parametrize(
    ("shares", "make"),
    [((60, 55), "between 114% and 116%"), ((40, 50), "between 89% and 91%")],
)
def test_shares_that_are_not_all_of_their_whole(said: Said, shares: tuple[int, int], make: str) -> None:
    named = zip(("exports", "imports"), shares, strict=True)
    facts = [f"figure: {each}, {IN}, share: {much}%, share_of: turnover" for each, much in named]
    assert said("shares-exceed-whole", *facts) == (
        f"exports {shares[0]}% and imports {shares[1]}% make {make}, "
        "but all parts of turnover of Baku in 2021 make 100%"
    )


def test_one_share_that_cannot_be(said: Said) -> None:
    above = said("shares-exceed-whole", f"figure: imports, {IN}, share: 120%, share_of: turnover")
    assert above == "imports 120% makes at least 119.5%, but all parts of turnover of Baku in 2021 make 100%"
    turned = said("shares-exceed-whole", f"figure: turnover, {IN}, share: 49%, share_of: exports")
    assert turned == "the share of turnover of Baku in 2021 in exports is 49%, but exports is a part of turnover"


def test_a_share_against_its_part_and_whole(said: Said) -> None:
    levels = [f"figure: oil, {IN}, value: $20.0 million", f"figure: exports, {IN}, value: $30.0 million"]
    assert said("share-mismatch", *levels, f"figure: oil, {IN}, share: 50%, share_of: exports") == (
        "oil exports in 2021 $20.0 million and exports in 2021 $30.0 million give a share of between 66.3% and 67%, "
        "but the share of oil exports of Baku in 2021 in exports is 50%"
    )


def test_a_mean_against_its_total_and_count_in_other_units(said: Said) -> None:
    levels = [f"figure: exports, {IN}, value: $1.0 million", f"figure: volume, {IN}, value: 1500 tonnes"]
    assert said("mean-mismatch", *levels, f"figure: price, {IN}, value: $500 per tonne") == (
        "exports in 2021 $1.0 million and export volume in 2021 1500 tonnes give a mean export price of between "
        "$633.1 per tonne and $700.3 per tonne, but the export price of Baku in 2021 is $500 per tonne"
    )


# what has another shape


def test_figures_that_are_at_odds_only_together_are_listed(said: Said) -> None:
    facts = [
        f"figure: turnover, {GROWN}, change: +79.5%",
        f"figure: exports, {GROWN}, change: 2.1 times",
        f"figure: imports, {IN}, share: 40%, share_of: turnover",
    ]
    listed = (
        "turnover in 2021 +79.5% against 2020; exports in 2021 2.1 times against 2020; imports in 2021 40% of turnover"
    )
    for rule in ("figures-jointly-impossible", "growth-mismatch", "share-mismatch", "sum-mismatch", "figure-differs"):
        assert said(rule, *facts) == f"no amounts fit all of these figures of Baku: {listed}"
    assert said("figures-jointly-impossible", *facts, about="c") == "imports in 2021 40% of turnover"


def test_figures_of_several_places_are_listed_with_these(said: Said) -> None:
    facts = [flow("2021", "$5"), "figure: exports, of: Karachi, period: 2021, value: $9"]
    assert said("figures-jointly-impossible", *facts, truncated="b") == (
        "no amounts fit all of these: exports of Baku in 2021 $5; exports of Karachi in 2021 $9: $9 looks truncated"
    )


RULES = (
    "figure-differs",
    "sum-mismatch",
    "period-sum-mismatch",
    "part-exceeds-whole",
    "shares-exceed-whole",
    "growth-mismatch",
    "share-mismatch",
    "mean-mismatch",
    "outside-domain",
    "figures-jointly-impossible",
)
ODD = (
    f"figure: exports, {IN}, value: more than $5 million",
    f"figure: exports, {GROWN}, change: doubled",
    f"figure: exports, {GROWN}, change: -100%",
    f"figure: exports, {THEN}, value: 0",
    f"figure: oil, {IN}, share: about half, share_of: exports",
    f"figure: price, {IN}, value: up to 3 USD per barrel",
    f"figure: exports, {IN}, value: 1{'0' * 30} USD, precision: exact",
)


@pytest.mark.parametrize("rule", RULES)
def test_every_set_of_odd_figures_has_a_sentence(said: Said, rule: str) -> None:
    for first in range(len(ODD)):
        for last in range(first + 1, len(ODD) + 1):
            words = said(rule, *ODD[first:last])
            assert words
            assert "\n" not in words
