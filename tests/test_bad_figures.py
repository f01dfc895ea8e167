"""Figures that nobody should write: each is one finding at its place that says what to write, and hides no other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from factlint.corpus import load_settings
from factlint.engine.check import check
from factlint.rules import RULES
from factlint.rules.figures.count_differs_from_list import CountDiffersFromList
from factlint.rules.figures.cumulative_falls import CumulativeFalls
from factlint.testing import Pointed, pointed, unpack

if TYPE_CHECKING:
    from pathlib import Path

    from factlint.findings import Finding
    from factlint.rules.base import Rule

ALL: tuple[type[Rule], ...] = tuple(dict.fromkeys((*RULES, CumulativeFalls, CountDiffersFromList)))

REGISTRY = """
== facts/registry/places.yaml
baku: {name: Baku}
karachi: {name: Karachi}
== facts/registry/events.yaml
talks: {name: the talks}
== facts/registry/measures.yaml
exports: {kind: flow, unit: USD}
imports: {kind: flow, unit: USD}
oil: {name: exports of oil, kind: flow, unit: USD, part_of: exports}
balance: {kind: flow, unit: USD, minimum: none}
deficit: {kind: flow, unit: USD, minimum: none}
toll: {kind: flow, cumulative: true}
"""
OTHERS = """
== facts/z.yaml
source: {title: What is wrong whatever else is}
facts:
  - {id: day, event: talks, date: 2020-02-30}  # <- impossible-date
  - {id: one, figure: imports, of: Karachi, period: 2020, value: $5 million}
  - {id: two, figure: imports, of: Karachi, period: 2020, value: $7 million}  # <- figure-differs
"""
ADVICE = re.compile(r"\b(?:write|correct|remove|add|give|read)\b")

MEASURES = {
    "an unknown measure in an identity": (
        """
turnover:
  kind: flow
  equals: exports + importz  # <- unknown-name
""",
        "did you mean imports? Else add it to facts/registry/measures.yaml",
    ),
    "an unknown measure in a quotient": (
        """
price:
  equals: exports / nothing  # <- unknown-name
""",
        "add it to facts/registry/measures.yaml",
    ),
    "identities in a circle that force zero": (
        """
a: {kind: flow, equals: b + exports}
b:
  kind: flow
  equals: a + imports  # <- bad-value
""",
        "a = b + exports and b = a + imports leave only zero for exports and imports: correct one",
    ),
    "an identity of itself": (
        """
a:
  kind: flow
  equals: a + exports  # <- bad-value
""",
        "this says what a is by a itself: write the other measures that it equals",
    ),
    "an identity of nothing": (
        """
a:
  kind: flow
  equals:  # <- bad-value
""",
        "nothing is written here: write a sum of measures such as exports + imports",
    ),
    "a quotient of three": (
        """
a:
  equals: exports / imports / toll  # <- bad-value
""",
        "write it as export-value / export-volume, and nothing else",
    ),
    "a part of itself": (
        """
a:
  part_of: a  # <- bad-value
""",
        "a is part of a: remove one, for no part contains its whole",
    ),
    "a huge minimum": (
        """
a:
  minimum: 1e999999999  # <- bad-value
""",
        "write a number such as 0 or -2.5, or none",
    ),
    "a minimum that is no number": (
        """
a:
  minimum: NaN  # <- bad-value
""",
        "write a number such as 0 or -2.5, or none",
    ),
    "a huge factor": (
        """
a:
  kind: flow
  equals: 1e999999999 * exports  # <- bad-value
""",
        "write it as exports + imports",
    ),
}

FACTS = {
    "a share of a negative whole": (
        """
- {id: whole, figure: balance, of: Baku, period: 2020, value: $-5 million}
- id: part
  figure: exports
  of: Baku
  period: 2020
  share: 40%
  share_of: balance  # <- bad-value
""",
        "the whole is $-5 million in a#whole, so no amount is a part of it: correct the whole, or write the part as",
    ),
    "a period that ends before it begins": (
        """
- id: f
  figure: exports
  of: Baku
  period: 2020-05/2020-01  # <- impossible-date
  value: $5
""",
        "write 2020-01/2020-05 if the ends were swapped",
    ),
    "a base that ends before it begins": (
        """
- id: f
  figure: exports
  of: Baku
  period: 2020
  versus: 2019-05/2019-01  # <- impossible-date
  change: +5%
""",
        "write 2019-01/2019-05 if the ends were swapped",
    ),
    **{
        f"the value {value[:12]}": (
            f"""
- id: f
  figure: exports
  of: Baku
  period: 2020
  value: {value}  # <- bad-value
""",
            words,
        )
        for value, words in (
            ("10^400", "write its digits"),
            ("$10^400", "write its digits"),
            ("1e400", "write its digits"),
            ("1e999999999", "write its digits"),
            ("-1e999999999 USD", "write its digits"),
            ("NaN", "write it in digits"),
            (".nan", "write it in digits"),
            ("inf", "write it in digits"),
            ("-.inf", "write it in digits"),
            ("9" * 5_000, "write the amount alone"),
            ("0." + "3" * 5_000, "write the amount alone"),
            ("9" * 60, "digits"),
            ("5 XQQ", "write a currency code, a unit, or what is counted in lower case"),
            ("''", "write a figure as printed"),
        )
    },
    **{
        f"the change {change[:12]}": (
            f"""
- id: f
  figure: exports
  of: Baku
  period: 2020
  versus: 2019
  change: {change}  # <- bad-value
""",
            words,
        )
        for change, words in (
            ("", "write a figure as printed"),
            ("''", "write a figure as printed"),
            ("NaN%", "write it in digits"),
            ("+1e999999999%", "write its digits"),
            ("9" * 5_000, "write the amount alone"),
            ("much", "write"),
        )
    },
    **{
        f"the share {share[:12]}": (
            f"""
- id: f
  figure: exports
  of: Baku
  period: 2020
  share: {share}  # <- bad-value
  share_of: imports
""",
            words,
        )
        for share, words in (
            ("-4%", "write a share of 0% or more"),
            ("1e400%", "write its digits"),
            ("NaN", "write it in digits"),
            ("$4", "write a percentage"),
            ("9" * 5_000 + "%", "write the amount alone"),
        )
    },
    "a huge precision": (
        """
- id: f
  figure: exports
  of: Baku
  period: 2020
  value: $5  # <- bad-value
  precision: 1e999999999
""",
        "write one, as in '1000', or 'exact'",
    ),
    "a change against its own period": (
        """
- id: f
  figure: exports
  of: Baku
  period: 2020
  versus: 2020-01/2020-12  # <- bad-value
  change: +5%
""",
        "'2020-01/2020-12' is the time of the figure itself: write the other period that the change is against",
    ),
    "a change of a total against its own day": (
        """
- id: f
  figure: toll
  of: Baku
  asof: 2020-05-01
  versus: 2020-05-01  # <- bad-value
  change: +5%
""",
        "'2020-05-01' is the time of the figure itself: write the other period that the change is against",
    ),
    "a change against nothing": (
        """
- id: f  # <- missing-key
  figure: exports
  of: Baku
  period: 2020
  change: +5%
""",
        "write versus: and the period that the change is against",
    ),
    "a share of nothing": (
        """
- id: f  # <- missing-key
  figure: exports
  of: Baku
  period: 2020
  share: 5%
""",
        "write share_of: and the measure that it is a share of",
    ),
    "a share of a measure that is unknown": (
        """
- id: f
  figure: exports
  of: Baku
  period: 2020
  share: 5%
  share_of: importz  # <- unknown-name
""",
        "did you mean imports?",
    ),
}

FINE = {
    "a share above the whole that it is not part of": """
- {id: f, figure: exports, of: Baku, period: 2020, share: 104%, share_of: imports}
""",
    "a share of a deficit in a deficit": """
- {id: whole, figure: balance, of: Baku, period: 2020, value: $-5 million}
- {id: part, figure: deficit, of: Baku, period: 2020, share: 40%, share_of: balance}
""",
    "a share of a balance of another year": """
- {id: whole, figure: balance, of: Baku, period: 2019, value: $-5 million}
- {id: part, figure: exports, of: Baku, period: 2020, share: 40%, share_of: balance}
""",
    "a share of nothing in a balance": """
- {id: whole, figure: balance, of: Baku, period: 2020, value: $-5 million}
- {id: part, figure: exports, of: Baku, period: 2020, share: 0%, share_of: balance}
""",
    "a share of a balance that may be positive": """
- {id: whole, figure: balance, of: Baku, period: 2020, value: more than $-5 million}
- {id: part, figure: exports, of: Baku, period: 2020, share: 40%, share_of: balance}
""",
    "a share of a balance that is denied": """
- {id: whole, figure: balance, of: Baku, period: 2020, mode: denied, value: $-5 million}
- {id: part, figure: exports, of: Baku, period: 2020, share: 40%, share_of: balance}
""",
    "a rise of a running total": """
- {id: f, figure: toll, of: Baku, asof: 2021-07-01, versus: 2021-06-01, change: +5%}
""",
    "a fall between the totals of two years": """
- {id: f, figure: toll, of: Baku, period: 2021, versus: 2020, change: -5%}
""",
    "a change against an uncertain year that may be its own": """
- {id: f, figure: exports, of: Baku, period: 2020~, versus: 2020~, change: +5%}
""",
    "growth from a zero that may be rounded": """
- {id: base, figure: exports, of: Baku, period: 2019, value: $0 million}
- {id: grown, figure: exports, of: Baku, period: 2020, versus: 2019, change: +12%}
""",
}


def with_facts(facts: str) -> str:
    indented = "".join(f"  {line}\n" for line in facts.strip("\n").splitlines())
    return f"{REGISTRY}{OTHERS}\n== facts/a.yaml\nsource: {{title: A report}}\nfacts:\n{indented}"


def with_measures(measures: str) -> str:
    return REGISTRY.rstrip("\n") + measures.rstrip("\n") + OTHERS


def found(text: str, folder: Path) -> tuple[list[Pointed], tuple[Finding, ...]]:
    """What the marks of a project expect, and the errors and warnings of every rule on it."""
    expected = unpack(text, folder)
    report = check(load_settings(folder), ALL)
    assert report.faults == ()
    return expected, tuple(each for each in report.findings if each.fails)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        *(pytest.param(with_measures(text), words, id=name) for name, (text, words) in MEASURES.items()),
        *(pytest.param(with_facts(text), words, id=name) for name, (text, words) in FACTS.items()),
    ],
)
def test_a_bad_figure_is_one_finding_at_its_place_and_hides_no_other(text: str, words: str, tmp_path: Path) -> None:
    expected, findings = found(text, tmp_path)
    assert pointed(findings) == expected
    (own,) = (each for each in findings if each.primary.place.path != "facts/z.yaml")
    assert words in own.message
    assert ADVICE.search(own.message)
    assert len(own.message) < 300


@pytest.mark.parametrize("text", [pytest.param(with_facts(text), id=name) for name, text in FINE.items()])
def test_what_may_be_true_is_no_finding(text: str, tmp_path: Path) -> None:
    expected, findings = found(text, tmp_path)
    assert pointed(findings) == expected


@pytest.mark.parametrize(
    "fact",
    [
        "asof: 2021-07-01, versus: 2021-06-01, change: -5%",
        "period: 2021-H1, versus: 2021-Q1, change: 0.9 times",
    ],
)
def test_a_fall_of_a_running_total_is_one_finding(fact: str, tmp_path: Path) -> None:
    text = with_facts(f"- {{id: f, figure: toll, of: Baku, {fact}}}  # <- cumulative-falls")
    expected, findings = found(text, tmp_path)
    assert pointed(findings) == expected


def test_growth_from_exactly_zero_is_a_growth_mismatch(tmp_path: Path) -> None:
    text = with_facts(
        """
- {id: base, figure: exports, of: Baku, period: 2019, value: $0, precision: exact}
- {id: grown, figure: exports, of: Baku, period: 2020, versus: 2019, change: +12%}
"""
    )
    _, findings = found(text, tmp_path)
    (own,) = (each for each in findings if each.primary.place.path == "facts/a.yaml")
    assert own.rule == "growth-mismatch"
    assert own.facts == ("a#base", "a#grown")


def test_a_unit_that_a_measure_does_not_have_is_a_unit_mismatch(tmp_path: Path) -> None:
    text = with_facts(
        """
- id: f
  figure: exports
  of: Baku
  period: 2020
  value: 5 widgets  # <- unit-mismatch
"""
    )
    expected, findings = found(text, tmp_path)
    assert pointed(findings) == expected


def test_a_share_above_the_whole_that_it_is_part_of_is_one_finding(tmp_path: Path) -> None:
    text = with_facts("- {id: f, figure: oil, of: Baku, period: 2020, share: 104%, share_of: exports}")
    _, findings = found(text, tmp_path)
    (own,) = (each for each in findings if each.primary.place.path == "facts/a.yaml")
    assert own.rule in {"part-exceeds-whole", "shares-exceed-whole", "share-mismatch", "outside-domain"}
    assert own.facts == ("a#f",)
