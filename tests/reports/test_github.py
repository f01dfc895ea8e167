"""`github`: workflow commands, read back as the runner of GitHub Actions reads them."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reports.samples import HOSTILE, accepted, finding, hostile, report

from factlint.findings import Place, Severity, Spot
from factlint.reports import renderer
from factlint.reports.github import MOST
from factlint.reports.words import safe


class Read(NamedTuple):
    """A command as the runner takes it."""

    level: str
    properties: dict[str, str]
    message: str


def read(line: str) -> Read:
    """`::name key=value,key=value::message`, escapes undone in the order of the runner: `%25` last."""
    head, _, data = line.removeprefix("::").partition("::")
    level, _, listed = head.partition(" ")
    pairs = [each.partition("=") for each in listed.split(",")]
    return Read(level, {key: undone(value, "%3A:", "%2C,") for key, _, value in pairs}, undone(data))


def undone(text: str, *more: str) -> str:
    for escape in ("%0D\r", "%0A\n", *more, "%25%"):
        text = text.replace(escape[:3], escape[3:])
    return text


def commands(text: str) -> list[Read]:
    return [read(line) for line in text.splitlines() if line.startswith("::")]


def numbered(count: int, **parts: object) -> list[object]:
    return [finding(anchor=f"{number}", message=f"finding {number:03}", **parts) for number in range(count)]


def test_an_annotation_stands_at_its_place_and_says_the_rest_in_lines() -> None:
    text = renderer("github")(report(finding()))
    (one,) = commands(text)
    assert one.level == "error"
    assert one.properties == {
        "file": "facts/a.yaml",
        "line": "2",
        "endLine": "2",
        "col": "12",
        "endColumn": "24",
        "title": "sum-mismatch",
    }
    assert one.message.splitlines() == [
        "imports $12.6 million and exports $1.6 million are not $13.2 million",
        "facts/a.yaml:2:12: “imports of $11.6 million”",
        "facts/b.yaml:7:1: exports $1.6 million: “exports of $1.6 million”",
        "facts/registry/measures.yaml:3:1: declared here",
        "cannot all be true: a#x, b#y",
        "suspect: a#x",
        "hint: 12.6 reads as 11.6 if a digit slipped",
    ]
    assert text.endswith("\nChecked 2 facts of 2 sources: 1 error.\n")


def test_a_place_over_lines_has_no_columns() -> None:
    (one,) = commands(renderer("github")(report(finding(primary=Spot(Place("facts/a.yaml", 2, 12, 4, 3))))))
    assert {"line": "2", "endLine": "4"}.items() <= one.properties.items()
    assert not {"col", "endColumn"} & one.properties.keys()


@pytest.mark.parametrize(
    ("severity", "level"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.NOTE, "notice")]
)
def test_severities_are_levels(severity: Severity, level: str) -> None:
    assert [one.level for one in commands(renderer("github")(report(finding(severity=severity))))] == [level]


def test_what_is_accepted_is_a_notice_with_the_reason() -> None:
    (one,) = commands(renderer("github")(report(accepted())))
    assert (one.level, one.properties["title"]) == ("notice", "sum-mismatch (accepted)")
    assert one.message.splitlines()[-1] == "accepted: the ministry counts gold (until 2026-06-30)"


def test_no_more_than_the_host_shows_and_the_rest_is_counted() -> None:
    many = report(*numbered(13), *numbered(11, severity=Severity.WARNING), *numbered(10, severity=Severity.NOTE))  # type: ignore[arg-type]  # findings
    lines = renderer("github")(many).splitlines()
    levels = [one.level for one in commands("\n".join(lines))]
    assert levels == ["error"] * MOST + ["warning"] * MOST + ["notice"] * MOST
    assert lines[-2] == "Left out here: 3 errors, 1 warning. GitHub shows 10 of each level a step."
    assert len(lines) == 32


def test_notes_come_before_what_is_accepted() -> None:
    known = [accepted(anchor=f"known {number}") for number in range(10)]
    shown = commands(renderer("github")(report(*known, finding(severity=Severity.NOTE, anchor="note"))))
    assert [one.properties["title"] for one in shown] == ["sum-mismatch", *["sum-mismatch (accepted)"] * 9]


def test_a_fault_is_the_first_error() -> None:
    whole = replace(report(finding()), faults=("the rule x failed: KeyError: 'a, b'",))
    fault, other = commands(renderer("github")(whole))
    assert (fault.level, fault.message) == ("error", "the rule x failed: KeyError: 'a, b'")
    assert "file" not in fault.properties
    assert other.properties["file"] == "facts/a.yaml"


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_adds_a_command_or_a_line(text: str) -> None:
    shown = renderer("github")(hostile(text))
    assert len(commands(shown)) == 4
    assert len(shown.splitlines()) == 5
    assert {one.message.splitlines()[0] for one in commands(shown)[1:]} == {safe(text)}


@given(path=st.text(min_size=1), message=st.text())
def test_any_path_and_message_are_read_back(path: str, message: str) -> None:
    whole = report(finding(message=message, primary=Spot(Place(path, 1, 1, 1, 2)), related=()))
    (one,) = commands(renderer("github")(whole))
    assert one.properties["file"] == safe(path)
    assert one.message.startswith(f"{safe(message)}\n")


def test_a_clean_run_has_only_its_last_line() -> None:
    assert renderer("github")(report()) == "Checked 2 facts of 2 sources: no contradiction.\n"
