from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.rules.figures.figure_differs import FigureDiffers

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from factlint.findings import Finding

    Found = Callable[..., tuple[Finding, ...]]


def exports(**values: str) -> list[str]:
    """Statements of one quantity: the id and the value of each."""
    return [f"id: {each}, figure: exports, of: Baku, period: 2020, value: {value}" for each, value in values.items()]


def one(findings: tuple[Finding, ...]) -> Finding:
    (finding,) = findings
    return finding


def test_two_values_are_an_error_at_the_later_fact(found: Found) -> None:
    finding = one(found(FigureDiffers, exports(a="$13.2 million", b="$14 million")))
    assert finding.severity == "error"
    assert finding.message == "exports of Baku in 2020 cannot be both $13.2 million and $14 million"
    assert finding.facts == finding.suspects == ("a#a", "a#b")
    assert finding.primary.fact == "a#b"
    assert [(each.fact, each.message) for each in finding.related] == [("a#a", "$13.2 million here")]
    assert finding.hint is None


def test_the_places_are_those_of_the_values(found: Found) -> None:
    finding = one(found(FigureDiffers, exports(a="$13.2 million", b="$14 million")))
    (line,) = exports(b="$14 million")
    assert finding.primary.place.line == 4
    assert finding.primary.place.column - len("  - {x") == line.index("$14 million")


def test_a_truncated_number_is_a_warning_that_names_it_and_stands_there(found: Found) -> None:
    finding = one(found(FigureDiffers, exports(a="$739.3 million", b="$739.386 million")))
    assert finding.severity == "warning"
    assert finding.message == (
        "exports of Baku in 2020 is given as $739.3 million and as $739.386 million: $739.3 million looks truncated"
    )
    assert finding.primary.fact == "a#a"
    assert [each.fact for each in finding.related] == ["a#b"]


@pytest.mark.parametrize(
    ("values", "severity"),
    [
        (("$13.2 million", "$13.25 million"), None),
        (("$13.2 million", "$13.2 million"), None),
        (("13.25 million USD", "$13.26 million"), None),
        (("$13.2 million", "$13.26 million"), "warning"),
        (("$13.2 million", "$13.299 million"), "warning"),
        (("$13.2 million", "$13.3 million"), None),
        (("$13.2 million", "$13.4 million"), "error"),
        (("about $13 million", "$13.6 million"), None),
        (("about $13 million", "$16 million"), "error"),
        (("more than $13 million", "$12.99 million"), "error"),
        (("more than $13 million", "$130 billion"), None),
        (("at most $13 million", "$13 million"), None),
        (("$10 to 12 million", "$11.7 million"), None),
        (("$13.2 million", "13.4 million AZN"), None),
        (("$13.2 million", "13.2 million"), None),
        (("$13.2 million", "13.4 million"), "error"),  # a bare number is in the unit that the measure declares
    ],
)
def test_what_two_values_of_one_quantity_are(found: Found, values: tuple[str, str], severity: str | None) -> None:
    findings = found(FigureDiffers, exports(a=values[0], b=values[1]))
    assert [each.severity for each in findings] == ([severity] if severity else [])


def test_a_declared_precision_leaves_one_reading(found: Found) -> None:
    facts = [f"{fact}, precision: exact" for fact in exports(a="739300 USD")] + exports(b="739386 USD")
    assert one(found(FigureDiffers, facts)).severity == "error"


def test_many_statements_are_one_finding_with_the_one_to_blame(found: Found) -> None:
    facts = exports(a="$13.2 million", b="$13.2 million", c="$14 million", d="$13.24 million")
    finding = one(found(FigureDiffers, facts))
    assert finding.facts == ("a#a", "a#c")
    assert finding.suspects == ("a#c",)


def test_three_values_are_two_differences(found: Found) -> None:
    findings = found(FigureDiffers, exports(a="$13 million", b="$15 million", c="$17 million"))
    assert [each.facts for each in findings] == [("a#a", "a#b"), ("a#a", "a#c")]


def test_facts_added_later_keep_the_explanation(found: Found) -> None:
    before = one(found(FigureDiffers, exports(a="$13 million", b="$15 million")))
    after = found(FigureDiffers, exports(a="$13 million", b="$15 million", c="$17 million", d="$13 million"))
    assert [each.facts for each in after] == [("a#a", "a#b"), ("a#a", "a#c")]
    assert after[0].fingerprint == before.fingerprint


def test_a_symmetric_measure_may_be_turned_round_and_another_may_not(found: Found) -> None:
    def turned(measure: str) -> list[str]:
        said = f"figure: {measure}, period: 2020"
        return [
            f"id: a, {said}, of: Baku, with: Karachi, value: $5 million",
            f"id: b, {said}, of: Karachi, with: Baku, value: $9 million",
        ]

    assert one(found(FigureDiffers, turned("turnover"))).facts == ("a#a", "a#b")
    assert found(FigureDiffers, turned("exports")) == ()


STOCK = "figure: agreements, of: Baku"
FLOW = "figure: exports, of: Baku"


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        (f"{FLOW}, period: 2020", f"{FLOW}, period: 2020-01/2020-12", 1),
        (f"{FLOW}, period: 2021-Q1", f"{FLOW}, period: 2021-01/2021-03", 1),
        (f"{FLOW}, period: 2020", f"{FLOW}, period: 2021", 0),
        (f"{FLOW}, period: 2020", f"{FLOW}, period: 2020-H1", 0),
        (f"{FLOW}, period: 2014~", f"{FLOW}, period: 2014~", 0),
        (f"{FLOW}, period: 2014~", f"{FLOW}, period: 2014", 0),
        (f"{FLOW}, period: 201X", f"{FLOW}, period: 201X", 0),
        (f"{FLOW}, period: 2018/..", f"{FLOW}, period: 2018/..", 0),
        (f"{STOCK}, asof: 2021-06-23", f"{STOCK}, asof: 2021-06-23", 1),
        (f"{STOCK}, asof: 2021-06-23", f"{STOCK}, asof: 2021-06-24", 0),
        (f"{STOCK}, asof: 2021-06", f"{STOCK}, asof: 2021-06", 0),
        (f"{FLOW}, period: 2020", f"{FLOW}, period: 2020, asof: 2021-06-24", 0),
        (f"{FLOW}, period: 2020", f"{FLOW}, period: 2020, scope: {{goods: oil}}", 0),
        (f"{FLOW}, period: 2020, scope: {{a: b, c: d}}", f"{FLOW}, period: 2020, scope: {{c: d, a: b}}", 1),
        (f"{FLOW}, period: 2020", f"{FLOW}, period: 2020, with: Karachi", 0),
        (f"{FLOW}, period: 2020", "figure: imports, of: Baku, period: 2020", 0),
        (f"{FLOW}, period: 2020", f"{FLOW}, period: 2020, mode: planned", 0),
        (f"{FLOW}, period: 2020", f"{FLOW}, period: 2020, mode: denied", 0),
        (f"{FLOW}, period: 2020", f"{FLOW}, period: 2020, supersedes: a", 0),
    ],
)
def test_which_figures_speak_of_one_quantity(found: Found, first: str, second: str, count: int) -> None:
    facts = [f"id: a, {first}, value: 5 agreements", f"id: b, {second}, value: 9 agreements"]
    assert len(found(FigureDiffers, facts)) == count


def test_what_is_only_possible_is_a_pedantic_note(found: Found) -> None:
    facts = [f"id: {each}, {STOCK}, asof: 2021-06, value: {value}" for each, value in (("a", "5"), ("b", "9"))]
    finding = one(found(FigureDiffers, facts, pedantic=True))
    assert finding.severity == "note"
    assert finding.message == "agreements of Baku as of 2021-06 cannot be both 5 and 9, if both speak of the same days"
    assert found(FigureDiffers, facts) == ()


def change(versus: str, *said: str) -> list[str]:
    return [f"id: f{n}, {FLOW}, period: 2021, versus: {versus}, change: {each}" for n, each in enumerate(said)]


@pytest.mark.parametrize(
    ("said", "severity"),
    [
        (("+110%", "2.1 times"), None),
        (("+110%", "2.2 times"), "error"),
        (("+114.9%", "2.1 times"), None),
        (("+119.4%", "2.1 times"), "warning"),
        (("doubled", "+100%"), None),
        (("-50%", "halved"), None),
        (("+12.5%", "+12.6%"), None),
        (("+12.5%", "+12.7%"), "error"),
        (("+12.5%", "+$3 million"), None),
        (("+$1.3 million", "+$1.5 million"), "error"),
        (("-3 pp", "-4 pp"), None),
        (("-3 pp", "-5 pp"), "error"),
    ],
)
def test_two_changes_against_one_period(found: Found, said: tuple[str, ...], severity: str | None) -> None:
    findings = found(FigureDiffers, change("2020", *said))
    assert [each.severity for each in findings] == ([severity] if severity else [])


def test_the_message_of_a_change_names_its_base(found: Found) -> None:
    finding = one(found(FigureDiffers, change("2020", "+110%", "3 times")))
    assert finding.message == "the change of exports of Baku in 2021 against 2020 cannot be both +110% and 3 times"


def test_changes_against_other_or_uncertain_periods_do_not_meet(found: Found) -> None:
    assert (
        found(FigureDiffers, change("2020", "+1%") + [fact.replace("f0", "g0") for fact in change("2019", "+9%")]) == ()
    )
    assert found(FigureDiffers, change("2019~", "+1%", "+9%")) == ()


def share(whole: str, number: int, said: str) -> str:
    return f"id: f{number}, figure: exports, of: Baku, period: 2021, share_of: {whole}, share: {said}"


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        ("turnover", "turnover", 1),
        ("turnover", "{figure: turnover, of: Baku, period: 2021}", 1),
        ("{figure: turnover, of: Baku, with: Karachi}", "{figure: turnover, of: Karachi, with: Baku}", 1),
        ("{figure: imports, of: Baku, with: Karachi}", "{figure: imports, of: Karachi, with: Baku}", 0),
        ("turnover", "imports", 0),
        ("turnover", "{figure: turnover, of: Karachi}", 0),
        ("turnover", "{figure: turnover, period: 2020}", 0),
        ("{figure: turnover, period: 2020~}", "{figure: turnover, period: 2020~}", 0),
        ("{figure: turnover, asof: 2020-05}", "{figure: turnover, asof: 2020-05}", 0),
        ("turnover", "{figure: turnover, scope: {goods: oil}}", 0),
    ],
)
def test_shares_are_compared_where_the_whole_is_the_same(found: Found, first: str, second: str, count: int) -> None:
    findings = found(FigureDiffers, [share(first, 1, "49%"), share(second, 2, "52%")])
    assert len(findings) == count


def test_the_message_of_a_share_names_its_whole(found: Found) -> None:
    finding = one(found(FigureDiffers, [share("turnover", 1, "49%"), share("turnover", 2, "about 60%")]))
    assert finding.message == "the share of exports of Baku in 2021 in turnover cannot be both 49% and about 60%"


@pytest.mark.parametrize(
    ("values", "hint"),
    [
        (("$12.5 million",) * 2 + ("$1.25 million",), "$1.25 million reads as $12.5 million if a digit slipped"),
        (("$125 million",) * 2 + ("$128 billion",), None),
        (("$125 million",) * 2 + ("$125 billion",), "$125 billion reads as $125 million if the scale slipped"),
        (("$735 million",) * 2 + ("$785 million",), "$785 million reads as $735 million if a digit slipped"),
        (("$735 million",) * 2 + ("$781 million",), None),
        (("$35 million",) * 2 + ("$85 million",), None),
        (("$735 million",) * 2 + ("more than $785 million",), None),
        (
            ("$12.5 million", "$1.25 million"),
            "$12.5 million reads as $1.25 million or $1.25 million as $12.5 million if a digit slipped",
        ),
    ],
)
def test_a_hint_is_a_slip_that_repairs_the_clash(found: Found, values: tuple[str, ...], hint: str | None) -> None:
    said: dict[str, Any] = {f"f{number}": value for number, value in enumerate(values)}
    assert one(found(FigureDiffers, exports(**said))).hint == hint


def test_a_corpus_without_figures_is_silent(found: Found) -> None:
    assert found(FigureDiffers, []) == ()
