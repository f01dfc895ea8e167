"""The output formats: what each says of the same findings, and that nothing in a fact can disturb it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from factlint.findings import (
    Acceptance,
    Certificate,
    Finding,
    Place,
    Report,
    Severity,
    Source,
    Spot,
    StatedFact,
    Step,
    Told,
    in_order,
    summarise,
)
from factlint.reports import FORMATS, renderer
from factlint.reports import markdown as page
from factlint.reports.full import render as full
from factlint.reports.words import safe, width

LINE = "    value: $12.6 million"


def report(*findings: Finding, line: str = LINE) -> Report:
    stamped = in_order(findings)
    facts = (
        StatedFact("a#x", "figure", "imports: $12.6 million", "imports of $11.6 million", Place("facts/a.yaml", 2)),
    )
    source = Source("a", "a.txt", "Trade", "The Daily", "A. Writer", "2021-06-23", facts)
    return Report(
        stamped,
        summarise(stamped, 1, 1),
        {"facts/a.yaml": ("facts:", line)},
        ("r",),
        "2026-01-31",
        tell=lambda: Told((source,)),
    )


VALUE = Place("facts/a.yaml", 2, 12, 2, 25)


def finding(place: Place = VALUE, **parts: object) -> Finding:
    base = Finding(
        rule="sum-mismatch",
        severity=Severity.ERROR,
        message="the sum is off",
        primary=Spot(place, "a#x", "imports of $11.6 million"),
        related=(Spot(Place("facts/b.yaml", 7, 1, 1, 2), "b#y", None, "the total"),),
        facts=("a#x", "b#y"),
        suspects=("a#x",),
        hint="12.6 reads as 11.6 if a digit slipped",
        anchor="a#x@value",
    )
    return replace(base, **parts)  # type: ignore[arg-type]  # the tests name real fields


def caret_of(line: str, place: Place) -> str:
    lines = full(report(finding(place), line=line)).splitlines()
    at = next(number for number, each in enumerate(lines) if set(each.partition("|")[2].strip()) == {"^"})
    return lines[at - 1] + "\n" + lines[at]


def test_full_says_everything_once() -> None:
    text = full(report(finding()))
    for words in (
        "error[sum-mismatch] the sum is off",
        "--> facts/a.yaml:2:12",
        "value: $12.6 million",
        "“imports of $11.6 million”",
        "--> facts/b.yaml:7:1: the total",
        "cannot all be true: a#x, b#y",
        "suspect: a#x",
        "hint: 12.6 reads as 11.6",
        "Checked 1 fact of 1 source: 1 error.",
    ):
        assert text.count(words) == 1


def test_colour_adds_nothing_but_colour() -> None:
    import re

    plain, coloured = full(report(finding())), full(report(finding()), colour=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain


@pytest.mark.parametrize(
    ("line", "column", "end", "under"),
    [
        ("    value: $12.6 million", 12, 25, "$12.6 million"),
        ("  - {who: 山田, place: x}", 11, 13, "山田"),
        ("  - {who: 🇦🇿 Baku, place: x}", 14, 18, "Baku"),
        ("  - {who: Pe\u0301rez, place: x}", 11, 17, "Pe\u0301rez"),
        ("\tvalue: 3", 9, 10, "3"),
    ],
)
def test_the_caret_stands_under_the_word_whatever_its_width(line: str, column: int, end: int, under: str) -> None:
    shown, carets = caret_of(line, Place("facts/a.yaml", 2, column, 2, end)).splitlines()
    before, word = shown[: shown.index(under)], under
    assert width(carets[: carets.index("^")]) == width(before)
    assert carets.count("^") == width(word)


def test_a_long_line_is_cut_around_the_word() -> None:
    line = "x" * 5000 + " $12.6 million " + "y" * 5000
    shown, carets = caret_of(line, Place("facts/a.yaml", 2, 5002, 2, 5015)).splitlines()
    assert "$12.6 million" in shown
    assert len(shown) < 300
    assert shown[carets.index("^") : carets.rindex("^") + 1] == "$12.6 million"


def test_a_place_past_the_end_of_its_line_or_file_is_no_crash() -> None:
    for place in (Place("facts/a.yaml", 99, 1, 99, 2), Place("facts/a.yaml", 2, 99, 2, 120), Place("gone.yaml")):
        assert "sum-mismatch" in full(report(finding(place)))


def test_concise_is_one_line_a_finding() -> None:
    lines = renderer("concise")(report(finding())).splitlines()
    assert lines[0] == "facts/a.yaml:2:12: error[sum-mismatch] the sum is off"
    assert len(lines) == 2


def test_json_has_every_part_that_the_format_names() -> None:
    whole = json.loads(renderer("json")(report(finding())))
    assert set(whole) == {"version", "findings", "summary"}
    assert whole["version"] == 1
    one = whole["findings"][0]
    parts = [
        "rule",
        "severity",
        "message",
        "fingerprint",
        "facts",
        "suspects",
        "hint",
        "accepted",
        "primary",
        "related",
        "certificate",
    ]
    assert sorted(one) == sorted(parts)
    assert set(one["primary"]) == {"path", "line", "column", "end_line", "end_column", "fact", "quote"}
    assert set(one["related"][0]) == {*one["primary"], "message"}
    assert whole["summary"] == {"articles": 1, "facts": 1, "errors": 1, "warnings": 0, "notes": 0, "accepted": 0}


def test_an_accepted_finding_is_shown_as_accepted() -> None:
    accepted = report(finding(accepted=Acceptance("a#x", "the ministry counts gold", "2026-06-30")))
    assert accepted.status == 0
    assert "accepted: the ministry counts gold (until 2026-06-30)" in full(accepted)
    assert json.loads(renderer("json")(accepted))["findings"][0]["accepted"] == {
        "rule": "sum-mismatch",
        "with": None,
        "because": "the ministry counts gold",
        "until": "2026-06-30",
        "fact": "a#x",
    }
    assert "Accepted: the ministry counts gold (until 2026-06-30)" in page.render(accepted)


def test_a_fault_of_the_tool_is_never_a_clean_run() -> None:
    broken = replace(report(), faults=("the rule x failed: ZeroDivisionError",))
    assert broken.status == 2
    assert "fault: the rule x failed" in full(broken)
    assert json.loads(renderer("json")(broken))["faults"] == ["the rule x failed: ZeroDivisionError"]


@pytest.mark.parametrize("name", [*FORMATS, "markdown"])
def test_control_and_direction_characters_reach_no_terminal(name: str) -> None:
    hostile = "\x1b[2J\u202e\x00\r\n# <script>"
    bad = finding(message=hostile, hint=hostile, primary=Spot(Place("facts/a.yaml", 2, 1, 2, 3), "a#x", hostile))
    text = page.render(report(bad)) if name == "markdown" else renderer(name)(report(bad, line=hostile))
    assert "\x1b" not in text
    assert "\x00" not in text
    if name != "json":
        assert "\u202e" not in text


def test_safe_text_keeps_letters_marks_and_emoji() -> None:
    for text in ("Pe\u0301rez", "Əliyev", "علی", "🇦🇿", "👨‍👩‍👧"):
        assert safe(text) == text


def test_the_page_shows_every_fact_with_its_quote() -> None:
    text = page.render(report(finding()))
    assert "| x | imports: $12.6 million | imports of $11.6 million |" in text
    assert "The Daily · A. Writer · 2021-06-23" in text


PROOF = Certificate(
    (
        Step("1", (("1", "exports"),), "3/2", strict=True, because="$1.5 million at most", fact="a#x"),
        Step("1/2", (("-2", "exports"),), "-3", strict=False, because="exports ```are``` counted"),
    ),
    "0",
)


def test_json_has_the_proof_in_full_and_null_without_one() -> None:
    proved, bare = (json.loads(renderer("json")(report(each)))["findings"][0] for each in (proven(), finding()))
    assert bare["certificate"] is None
    assert json.dumps(proved["certificate"]) == json.dumps(
        {
            "steps": [
                {
                    "times": "1",
                    "terms": [{"factor": "1", "quantity": "exports"}],
                    "relation": "<",
                    "bound": "3/2",
                    "because": "$1.5 million at most",
                    "fact": "a#x",
                },
                {
                    "times": "1/2",
                    "terms": [{"factor": "-2", "quantity": "exports"}],
                    "relation": "<=",
                    "bound": "-3",
                    "because": "exports ```are``` counted",
                    "fact": None,
                },
            ],
            "sum": "0",
        }
    )


def proven() -> Finding:
    return finding(certificate=PROOF)


def test_full_shows_the_proof_last_in_its_block_and_only_when_asked() -> None:
    plain = full(report(proven()))
    assert plain == full(report(finding()))
    shown = full(report(proven()), show_proof=True)
    added = [
        "  = proof:",
        "      exports < 1.5     a#x: $1.5 million at most",
        "      3 ≤ 2 × exports   exports ```are``` counted",
        "        times 0.5: 1.5 ≤ exports",
        "      added up, every quantity cancels: 1.5 < 1.5, which is false",
    ]
    block, ending = plain.split("\n\n")
    assert shown.split("\n\n") == ["\n".join([block, *added]), ending]
    assert full(report(finding()), show_proof=True) == plain


def test_the_page_shows_the_proof_as_code_that_nothing_in_it_ends() -> None:
    plain = page.render(report(proven()))
    assert plain == page.render(report(finding()))
    shown = page.render(report(proven()), show_proof=True).splitlines()
    first, last = (number for number, line in enumerate(shown) if line.strip().startswith("````"))
    assert shown[first - 2 : first + 1] == ["- Proof:", "", "  ````text"]
    assert shown[last] == "  ````"
    assert shown[first + 1] == "  exports < 1.5     a#x: $1.5 million at most"
    kept = [*shown[: first - 2], *shown[last + 1 :]]
    assert kept == plain.splitlines()
