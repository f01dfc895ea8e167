"""`sarif`: read by a model of the standard and by the tools of its authors; links as §3.11.6 reads them."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel
from sarif.loader import load_sarif_file  # type: ignore[import-untyped]  # it ships no types
from sarif_pydantic import Sarif  # type: ignore[import-untyped]  # the same
from tests.reports.samples import CERTIFICATE, HOSTILE, accepted, finding, hostile, report

from factlint.findings import Acceptance, Place, Report, Severity, Spot
from factlint.reports import renderer
from factlint.reports.sarif import render
from factlint.reports.words import safe
from factlint.rules import RULES
from factlint.rules.base import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factlint.corpus import Corpus
    from factlint.findings import Clash

LINK = re.compile(r"(?<!\\)((?:\\\\)*)\[((?:[^\\\[\]]|\\[\\\[\]])*)\]\((\d+)\)")
"""An embedded link of a plain text message."""

UNMODELLED = {
    "columnKind",
    "suppressions",
    "exitCode",
    "toolExecutionNotifications",
    "toolConfigurationNotifications",
}
"""Properties of the standard that the model of sarif-pydantic leaves out (§3.14.17, §3.20, §3.27.23)."""


def run(whole: Report) -> dict[str, Any]:
    log = json.loads(renderer("sarif")(whole))
    assert log["version"] == "2.1.0"
    (only,) = log["runs"]
    return dict(only)


def results(whole: Report) -> list[dict[str, Any]]:
    return list(run(whole)["results"])


def shown(message: str) -> tuple[str, dict[int, str]]:
    """What a viewer shows of a message, and the words of each link by its number."""
    links = {int(number): plain(words) for _, words, number in LINK.findall(message)}
    return plain(LINK.sub(r"\1\2", message)), links


def plain(text: str) -> str:
    return re.sub(r"\\([\\\[\]])", r"\1", text).replace("{{", "{").replace("}}", "}")


def strays(model: BaseModel) -> Iterator[str]:
    """The names of properties that no model knows, anywhere in the log; property bags may have any."""
    yield from model.model_extra or {}
    for value in dict(model).values():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, BaseModel):
                yield from strays(each)


@pytest.mark.parametrize("whole", [report(), report(finding()), report(accepted()), *map(hostile, HOSTILE)])
def test_the_model_of_the_standard_reads_it_and_knows_every_property(whole: Report) -> None:
    log = Sarif.model_validate_json(renderer("sarif")(whole))
    assert set(strays(log)) <= UNMODELLED
    assert [result.rule_id for result in log.runs[0].results or ()] == [each.rule for each in whole.findings]


def test_the_tools_of_the_standard_read_the_findings(tmp_path: Path) -> None:
    path = tmp_path / "findings.sarif"
    path.write_text(renderer("sarif")(report(finding(), finding(anchor="w", severity=Severity.WARNING))), "utf-8")
    read = load_sarif_file(str(path))
    assert read.get_distinct_tool_names() == ["factlint"]
    records = read.get_records()
    assert [(each["Code"], each["Severity"], each["Location"], each["Line"]) for each in records] == [
        ("sum-mismatch", "error", "facts/a.yaml", 2),
        ("sum-mismatch", "warning", "facts/a.yaml", 2),
    ]


def test_the_message_links_the_related_places_that_it_names_and_then_the_others() -> None:
    (result,) = results(report(finding()))
    text, links = shown(result["message"]["text"])
    assert result["message"]["text"].startswith("imports $12.6 million and [exports $1.6 million](1) are not")
    assert text == (
        "imports $12.6 million and exports $1.6 million are not $13.2 million (see declared here)"
        "; hint: 12.6 reads as 11.6 if a digit slipped"
    )
    assert links == {1: "exports $1.6 million", 2: "declared here"}
    assert [place["id"] for place in result["relatedLocations"]] == [1, 2]


@pytest.mark.parametrize(
    ("message", "words"),
    [
        ("exports $1.6 million are off", "exports $1"),
        ("exports $1.6 million are off", "ports $1.6 million"),
        ("a rise of 12.5 is off", "rise of 12"),
        ("the share is 12%", "share is 12"),
        ("all is off", ""),
    ],
)
def test_a_link_never_cuts_a_word_or_a_number(message: str, words: str) -> None:
    spot = Spot(Place("facts/b.yaml", 1), "b#y", None, words)
    (result,) = results(report(finding(message=message, related=(spot,), hint=None)))
    assert result["message"]["text"] == f"{message} (see [{words or 'b#y'}](1))"


@given(st.lists(st.text(st.sampled_from("ab []()\\{}01!"), max_size=8), min_size=2, max_size=4))
def test_no_text_is_a_link_and_every_link_is_a_place(texts: list[str]) -> None:
    message, *words = texts
    spots = tuple(Spot(Place("facts/b.yaml", 1), "b#y", None, each) for each in words)
    (result,) = results(report(finding(message=message, related=spots, hint=None)))
    text, links = shown(result["message"]["text"])
    assert text.startswith(message)
    assert links == {number: each or "b#y" for number, each in enumerate(words, start=1)}


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(text: str) -> None:
    for result in results(hostile(text)):
        read, links = shown(result["message"]["text"])
        assert read.startswith(safe(text))
        assert set(links) == {1, 2}


def test_a_region_counts_code_points_from_one_and_ends_after_its_last() -> None:
    line = "  - {who: 🇦🇿 Bakı, place: x}"
    at = line.index("Bakı") + 1
    whole = report(finding(primary=Spot(Place("facts/a.yaml", 3, at, 3, at + 4), "a#x")))
    only = run(whole)
    assert only["columnKind"] == "unicodeCodePoints"
    region = only["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 3, "startColumn": 14, "endLine": 3, "endColumn": 18}
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "Bakı"


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_a_path_is_a_relative_reference_that_reads_back(path: str) -> None:
    (result,) = results(report(finding(primary=Spot(Place(path)), related=())))
    artifact = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert artifact["uriBaseId"] == "%SRCROOT%"
    assert unquote(artifact["uri"], errors="strict") == path
    assert re.fullmatch(r"(?:[A-Za-z0-9_.~/-]|%[0-9A-F]{2})+", artifact["uri"])


def test_a_file_name_that_is_no_utf_8_is_encoded_byte_by_byte() -> None:
    (result,) = results(report(finding(primary=Spot(Place("facts/\udcff.yaml")), related=())))
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "facts/%FF.yaml"


def test_the_base_of_paths_is_described_without_a_path_of_this_machine() -> None:
    assert run(report(finding()))["originalUriBaseIds"] == {
        "%SRCROOT%": {"description": {"text": "The root of the repository"}}
    }


def test_an_accepted_finding_is_suppressed_in_its_source_with_the_reason() -> None:
    known, open_one = results(report(accepted(), finding(anchor="z")))
    (suppression,) = known["suppressions"]
    assert (suppression["kind"], suppression["status"]) == ("inSource", "accepted")
    assert suppression["justification"] == "the ministry counts gold (until 2026-06-30)"
    assert open_one["suppressions"] == []


def test_what_a_baseline_accepts_is_suppressed_outside_of_the_source() -> None:
    known = finding(accepted=Acceptance("", "in the baseline"))
    (result,) = results(report(known))
    assert result["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "in the baseline"},
    ]


def test_the_rest_of_a_finding_is_in_its_properties_and_fingerprints() -> None:
    whole = report(finding())
    (result,) = results(whole)
    assert result["partialFingerprints"] == {"factlint/v1": whole.findings[0].fingerprint}
    assert result["properties"]["facts"] == ["a#x", "b#y"]
    assert result["properties"]["suspects"] == ["a#x"]
    assert result["properties"]["hint"] == "12.6 reads as 11.6 if a digit slipped"
    assert result["properties"]["certificate"]["sum"] == CERTIFICATE.sum
    assert result["locations"][0]["logicalLocations"] == [{"fullyQualifiedName": "a#x", "kind": "fact"}]


def test_faults_and_skipped_files_are_notifications() -> None:
    (bad,) = run(report(faults=("the rule [x] failed",), skipped=(("facts/n.txt", "it is no YAML"),)))["invocations"]
    assert (bad["executionSuccessful"], bad["exitCode"]) == (False, 2)
    assert bad["toolExecutionNotifications"] == [
        {"level": "error", "message": {"text": r"the rule \[x\] failed"}},
    ]
    (skipped,) = bad["toolConfigurationNotifications"]
    assert skipped["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "facts/n.txt"
    (good,) = run(report(finding()))["invocations"]
    assert (good["executionSuccessful"], good["exitCode"]) == (True, 1)
    assert good["toolExecutionNotifications"] == []


def test_each_result_names_its_rule_and_the_rules_are_those_that_ran() -> None:
    only = run(report(finding(), finding(rule="figure-differs", anchor="f"), finding(rule="gone", anchor="g")))
    rules = only["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["sum-mismatch", "figure-differs", "gone"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in only["results"])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_is_described_within_the_limits_of_code_scanning(rule: type[Rule]) -> None:
    (described,) = run(report(rules=(rule.name,)))["tool"]["driver"]["rules"]
    assert described["id"] == rule.name
    assert described["defaultConfiguration"] == {"level": rule.severity.value}
    assert 10 < len(described["shortDescription"]["text"]) <= 120
    assert 10 < len(described["fullDescription"]["text"]) <= 1024
    assert "## Why it matters" in described["help"]["markdown"]
    assert "#" not in {line[:1] for line in described["help"]["text"].splitlines()}
    assert described["properties"]["tags"][0] == rule.__module__.split(".")[2]


class Own(Rule):
    """A rule of a project's own."""

    name = "own-rule"
    severity = Severity.WARNING
    key = {}  # noqa: RUF012 - as rules write it

    def check(self, corpus: Corpus) -> Iterator[Clash]:  # noqa: ARG002 - it finds nothing
        yield from ()


def test_a_rule_of_the_project_is_described_too() -> None:
    log = json.loads(render(report(rules=("own-rule",)), (Own,)))
    (described,) = log["runs"][0]["tool"]["driver"]["rules"]
    assert described["shortDescription"]["text"] == "A rule of a project's own."
    assert described["properties"]["tags"] == ["checks"]


def test_letters_stay_and_no_time_is_written() -> None:
    text = renderer("sarif")(report(finding(message="Ərdoğan")))
    assert unicodedata.normalize("NFC", "Ərdoğan") in text
    assert "timeutc" not in text.lower()
