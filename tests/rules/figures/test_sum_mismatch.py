from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.rules.figures.sum_mismatch import SumMismatch

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

    Found = Callable[..., tuple[Finding, ...]]


def stated(measure: str, value: str, fact: str = "", more: str = "of: Baku, with: Karachi, period: 2020") -> str:
    return f"id: {fact or measure}, figure: {measure}, {more}, value: {value}"


def trade(turnover: str, exports: str, imports: str) -> list[str]:
    return [stated("turnover", turnover), stated("exports", exports), stated("imports", imports)]


def one(findings: tuple[Finding, ...]) -> Finding:
    (finding,) = findings
    return finding


def test_the_article_adds_up(found: Found) -> None:
    assert found(SumMismatch, trade("$13.2 million", "$1.6 million", "$11.6 million")) == ()


def test_a_wrong_sum_is_one_error_at_the_total(found: Found) -> None:
    finding = one(found(SumMismatch, trade("$13.2 million", "$1.6 million", "$12.6 million")))
    assert finding.severity == "error"
    assert finding.message == (
        "exports $1.6 million and imports $12.6 million give between $14.1 million and $14.3 million, "
        "but the turnover of Baku with Karachi in 2020 is $13.2 million"
    )
    assert finding.facts == finding.suspects == ("a#exports", "a#imports", "a#turnover")
    assert finding.primary.fact == "a#turnover"
    assert finding.primary.place.line == 3
    assert [(each.fact, each.message) for each in finding.related] == [
        ("a#exports", "exports $1.6 million"),
        ("a#imports", "imports $12.6 million"),
    ]
    assert finding.hint == ("$12.6 million reads as $11.6 million or $13.2 million as $14.2 million if a digit slipped")


@pytest.mark.parametrize(
    ("values", "severity"),
    [
        (("$13.2 million", "$1.6 million", "$11.5 million"), None),
        (("$13.2 million", "$1.6 million", "$11.4 million"), "warning"),
        (("$13.2 million", "$1.6 million", "$11.3 million"), "error"),
        (("about $14 million", "$1.6 million", "$11.6 million"), None),
        (("$14.6 million", "more than $1.6 million", "$11.6 million"), None),
        (("$12.6 million", "more than $1.6 million", "$11.6 million"), "error"),
        (("$30 million", "at most $1.6 million", "at most $11.6 million"), "error"),
        (("$3 million", "$1 to 2 million", "$1 to 2 million"), None),
        (("$13.2 million", "$1.6 million", "20 million AZN"), None),
        (("13.2 million", "$1.6 million", "$12.6 million"), "error"),  # a bare number is in the declared unit
        (("$0", "$0", "$0"), None),
    ],
)
def test_what_a_total_and_its_terms_are(found: Found, values: tuple[str, str, str], severity: str | None) -> None:
    findings = found(SumMismatch, trade(*values))
    assert [each.severity for each in findings] == ([severity] if severity else [])


def test_a_sum_touches_only_where_all_ends_are_closed(found: Found) -> None:
    exact = [f"{fact}, precision: exact" for fact in trade("15 USD", "10 USD", "5 USD")]
    assert found(SumMismatch, exact) == ()
    assert one(found(SumMismatch, [*exact[:2], stated("imports", "more than 5 USD")])).severity == "error"
    assert found(SumMismatch, [*exact[:2], stated("imports", "at least 5 USD")]) == ()


def test_a_warning_names_the_number_that_looks_truncated(found: Found) -> None:
    facts = [
        stated("balance", "$23.4 billion"),
        stated("exports", "$36.28 billion"),
        stated("imports", "$12.81 billion"),
    ]
    finding = one(found(SumMismatch, facts))
    assert finding.severity == "warning"
    assert finding.message == (
        "exports $36.28 billion less imports $12.81 billion give between $23.46 billion and $23.48 billion, "
        "but the balance of Baku with Karachi in 2020 is $23.4 billion: balance $23.4 billion looks truncated"
    )
    assert finding.hint is None


def test_a_warning_names_several_where_it_takes_several(found: Found) -> None:
    facts = [
        stated("balance", "$23.45 billion"),
        stated("exports", "$36.28 billion"),
        stated("imports", "$12.81 billion"),
    ]
    message = one(found(SumMismatch, facts)).message
    assert message.endswith(": balance $23.45 billion and imports $12.81 billion look truncated")


def test_a_warning_leaves_equals_as_equals(found: Found) -> None:
    message = one(found(SumMismatch, trade("$13.15 million", "$1.6 million", "$11.4 million"))).message
    assert message.endswith(": exports $1.6 million or imports $11.4 million looks truncated")


def test_a_balance_below_zero_adds_up(found: Found) -> None:
    facts = [stated("balance", "-$10 million"), stated("exports", "$1.6 million"), stated("imports", "$11.6 million")]
    assert found(SumMismatch, facts) == ()
    finding = one(found(SumMismatch, [stated("balance", "-$11 million"), *facts[1:]]))
    assert "less imports $11.6 million give between -$10.1 million and -$9.9 million, but the" in finding.message
    assert found(SumMismatch, [stated("turnover", "-$5 million"), *facts[1:]]) == ()


def test_either_way_round_of_a_symmetric_total_is_a_sum(found: Found) -> None:
    turned = "of: Karachi, with: Baku, period: 2020"
    facts = [stated("turnover", "$13.2 million"), stated("exports", "$9 million", "out", turned)]
    assert found(SumMismatch, facts) == ()
    assert one(found(SumMismatch, [*facts, stated("imports", "$1 million", "in", turned)])).facts == (
        "a#in",
        "a#out",
        "a#turnover",
    )


def test_the_two_ways_round_are_not_mixed(found: Found) -> None:
    turned = "of: Karachi, with: Baku, period: 2020"
    facts = trade("$13.2 million", "$1.6 million", "$11.6 million")
    assert found(SumMismatch, [*facts, stated("exports", "$9 million", "out", turned)]) == ()
    both = [*facts, stated("exports", "$9 million", "out", turned), stated("imports", "$9 million", "in", turned)]
    assert one(found(SumMismatch, both)).facts == ("a#in", "a#out", "a#turnover")


def test_a_term_that_is_not_stated_is_not_below_its_minimum(found: Found) -> None:
    finding = one(found(SumMismatch, [stated("turnover", "$12 million"), stated("exports", "$14.2 million")]))
    assert finding.message == (
        "exports $14.2 million and imports (at least 0) give at least $14.15 million, "
        "but the turnover of Baku with Karachi in 2020 is $12 million"
    )
    assert finding.facts == finding.suspects == ("a#exports", "a#turnover")


def test_a_term_that_may_be_anything_leaves_room(found: Found) -> None:
    registry = """
    == facts/registry/measures.yaml
    exports: {kind: flow}
    services: {kind: flow, minimum: none}
    growth: {kind: rate}
    fees: {kind: flow, minimum: 5, unit: USD}
    turnover: {kind: flow, equals: exports + services}
    index: {kind: rate, equals: exports + growth}
    income: {kind: flow, equals: exports + fees}
    == facts/registry/places.yaml
    baku: {name: Baku}
    """
    year = "of: Baku, period: 2020"
    exports = stated("exports", "14 USD", more=year)
    assert found(SumMismatch, [exports, stated("turnover", "10 USD", more=year)], registry=registry) == ()
    assert found(SumMismatch, [exports, stated("index", "10 USD", more=year)], registry=registry) == ()
    assert found(SumMismatch, [exports, stated("income", "19 USD", more=year)], registry=registry) == ()
    # the least value of a flow, where it is not nought, is that of some period that nobody names
    assert found(SumMismatch, [exports, stated("income", "17 USD", more=year)], registry=registry) == ()


def test_the_smallest_set_leaves_out_what_is_not_needed(found: Found) -> None:
    facts = trade("$10 million", "$14.2 million", "$0.5 million")
    assert one(found(SumMismatch, facts)).facts == ("a#exports", "a#turnover")


def test_a_term_stated_twice_clears_its_suspicion(found: Found) -> None:
    facts = [*trade("$13.2 million", "$1.6 million", "$12.6 million"), stated("exports", "$1.62 million", "again")]
    finding = one(found(SumMismatch, facts))
    assert finding.facts == ("a#again", "a#imports", "a#turnover")
    assert finding.suspects == ("a#imports", "a#turnover")


def test_statements_of_one_measure_are_taken_together(found: Found) -> None:
    bounds = [stated("exports", "more than $1 million"), stated("exports", "less than $2 million", "upper")]
    assert found(SumMismatch, [*bounds, stated("turnover", "$13 million"), stated("imports", "$11.6 million")]) == ()
    finding = one(found(SumMismatch, [*bounds, stated("turnover", "$15 million"), stated("imports", "$11.6 million")]))
    assert finding.facts == ("a#imports", "a#turnover", "a#upper")


def test_a_clash_of_one_measure_is_left_to_figure_differs(found: Found) -> None:
    facts = [*trade("$13.2 million", "$1.6 million", "$11.6 million"), stated("exports", "$3.6 million", "other")]
    assert found(SumMismatch, facts) == ()


def test_a_clash_of_one_measure_hides_no_other(found: Found) -> None:
    facts = [*trade("$13.2 million", "$1.6 million", "$116 million"), stated("exports", "$3.6 million", "other")]
    assert one(found(SumMismatch, facts)).facts == ("a#imports", "a#turnover")


def test_a_truncated_repetition_hides_no_error(found: Found) -> None:
    facts = [*trade("$13.2 million", "$1.6 million", "$3.5 million"), stated("exports", "$1.67 million", "again")]
    assert one(found(SumMismatch, facts)).severity == "error"


def test_a_term_below_its_minimum_hides_no_other(found: Found) -> None:
    assert one(found(SumMismatch, trade("$10 million", "$14 million", "-$4 million"))).facts == (
        "a#exports",
        "a#turnover",
    )


def test_a_bound_on_a_term_keeps_its_minimum(found: Found) -> None:
    assert one(found(SumMismatch, trade("$10 million", "$14 million", "less than $5 million"))).severity == "error"


@pytest.mark.parametrize(
    "more",
    [
        "of: Baku, with: Karachi, period: 2021",
        "of: Baku, with: Karachi, period: 2020-H1",
        "of: Baku, period: 2020",
        "of: Baku, with: Karachi, period: 2020, scope: {goods: oil}",
        "of: Baku, with: Karachi, period: 2020, mode: planned",
        "of: Baku, with: Karachi, period: 2020, mode: denied",
        "of: Baku, with: Karachi, period: 2020~",
    ],
)
def test_another_time_scope_or_partner_is_no_term(found: Found, more: str) -> None:
    facts = [stated("turnover", "$13.2 million"), stated("exports", "$1.6 million")]
    assert found(SumMismatch, [*facts, stated("imports", "$90 million", more=more)]) == ()


def test_a_superseded_figure_is_no_term(found: Found) -> None:
    facts = trade("$13.2 million", "$1.6 million", "$12.6 million")
    assert found(SumMismatch, [*facts, f"{stated('imports', '$11.6 million', 'new')}, supersedes: imports"]) == ()


def test_an_uncertain_time_is_a_pedantic_note(found: Found) -> None:
    year = "of: Baku, period: 2014~"
    facts = [stated("turnover", "$1 million", more=year), stated("exports", "$9 million", more=year)]
    assert found(SumMismatch, facts) == ()
    finding = one(found(SumMismatch, facts, pedantic=True))
    assert finding.severity == "note"
    assert finding.message.endswith("is $1 million, if all speak of the same days")


def test_two_identities_say_one_thing_once(found: Found) -> None:
    registry = """
    == facts/registry/measures.yaml
    exports: {kind: flow, equals: turnover - imports}
    imports: {kind: flow}
    turnover: {kind: flow, equals: exports + imports}
    == facts/registry/places.yaml
    baku: {name: Baku}
    karachi: {name: Karachi}
    """
    finding = one(found(SumMismatch, trade("$13.2 million", "$1.6 million", "$12.6 million"), registry=registry))
    assert finding.message.startswith("turnover $13.2 million less imports $12.6 million give between $0.5 million")


def test_factors_and_single_terms_read_well(found: Found) -> None:
    registry = """
    == facts/registry/measures.yaml
    half: {kind: flow}
    whole: {kind: flow, equals: 2 * half}
    loss: {kind: flow, minimum: none, equals: -half}
    == facts/registry/places.yaml
    baku: {name: Baku}
    """
    year = "of: Baku, period: 2020"
    half = stated("half", "10 to 12 USD", more=year)
    finding = one(found(SumMismatch, [half, stated("whole", "9 USD", more=year)], registry=registry))
    assert (
        finding.message
        == "2 × half 10 to 12 USD gives between 19 USD and 25 USD, but the whole of Baku in 2020 is 9 USD"
    )
    finding = one(found(SumMismatch, [half, stated("loss", "-3 USD", more=year)], registry=registry))
    assert finding.message.startswith("zero less half 10 to 12 USD gives between -12.5 USD and -9.5 USD, but the loss")
    assert found(SumMismatch, [half, stated("loss", "about 3 USD", more=year)], registry=registry) == ()


def test_an_identity_of_a_measure_with_itself_is_silent(found: Found) -> None:
    registry = """
    == facts/registry/measures.yaml
    exports: {kind: flow, equals: exports}
    imports: {kind: flow, equals: 2 * imports}
    == facts/registry/places.yaml
    baku: {name: Baku}
    """
    year = "of: Baku, period: 2020"
    facts = [stated("exports", "5 USD", more=year), stated("imports", "5 USD", more=year)]
    assert found(SumMismatch, facts, registry=registry) == ()


def test_no_figures_and_no_terms_are_silent(found: Found) -> None:
    assert found(SumMismatch, []) == ()
    assert found(SumMismatch, [stated("agreements", "5", more="of: Baku, asof: 2020-01-01")]) == ()
    assert found(SumMismatch, [stated("turnover", "$5 million")]) == ()
