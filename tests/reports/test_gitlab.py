"""`gitlab`: issues as GitLab's page on code quality lists their keys."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from tests.reports.samples import HOSTILE, accepted, finding, hostile, many, report

from factlint.findings import Severity
from factlint.reports import renderer
from factlint.reports.words import safe

if TYPE_CHECKING:
    from factlint.findings import Finding

SEVERITIES = {"info", "minor", "major", "critical", "blocker"}


def issues(*findings: Finding) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = json.loads(renderer("gitlab")(report(*findings)))
    return read


def test_an_issue_has_every_key_that_gitlab_reads() -> None:
    (issue,) = issues(finding())
    assert issue["check_name"] == "sum-mismatch"
    assert issue["description"].startswith("imports $12.6 million and exports $1.6 million are not $13.2 million")
    assert "(hint: 12.6 reads as 11.6 if a digit slipped)" in issue["description"]
    assert issue["location"] == {"path": "facts/a.yaml", "lines": {"begin": 2, "end": 2}}
    assert issue["fingerprint"] == report(finding()).findings[0].fingerprint


@pytest.mark.parametrize(
    ("severity", "shown"), [(Severity.ERROR, "critical"), (Severity.WARNING, "major"), (Severity.NOTE, "info")]
)
def test_what_fails_a_run_is_major_at_the_least(severity: Severity, shown: str) -> None:
    assert [issue["severity"] for issue in issues(finding(severity=severity))] == [shown]
    assert shown in SEVERITIES


def test_what_is_accepted_is_information_with_the_reason() -> None:
    (issue,) = issues(accepted())
    assert issue["severity"] == "info"
    assert "(accepted: the ministry counts gold (until 2026-06-30))" in issue["description"]


def test_fingerprints_are_unique() -> None:
    read = json.loads(renderer("gitlab")(many(300)))
    assert len({issue["fingerprint"] for issue in read}) == 300


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(text: str) -> None:
    read = json.loads(renderer("gitlab")(hostile(text)))
    assert len(read) == 3
    for issue in read:
        assert issue["description"].startswith(safe(text))
        assert set(issue) == {"type", "check_name", "description", "categories", "severity", "fingerprint", "location"}


def test_a_clean_run_is_an_empty_array() -> None:
    assert issues() == []
