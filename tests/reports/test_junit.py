"""`junit`: read by junitparser and by a strict XML parser."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from junitparser import Error, Failure, JUnitXml, Skipped
from tests.reports.samples import HOSTILE, accepted, finding, hostile, report

from factlint.findings import Place, Report, Severity, Source, Spot, Told
from factlint.reports import renderer
from factlint.reports.words import safe


def read(whole: Report) -> JUnitXml:
    return JUnitXml.fromstring(renderer("junit")(whole).encode())


def test_a_suite_a_file_and_a_failure_a_finding() -> None:
    suites = list(read(report(finding())))
    assert [suite.name for suite in suites] == ["facts/a.yaml", "facts/b.yaml"]
    (case,) = suites[0]
    assert (case.classname, case.name) == ("facts/a.yaml", "sum-mismatch: a#x")
    (failure,) = case.result
    assert isinstance(failure, Failure)
    assert failure.type == "error"
    assert failure.message == "imports $12.6 million and exports $1.6 million are not $13.2 million"
    assert "facts/b.yaml:7:1: exports $1.6 million: “exports of $1.6 million”" in failure.text.splitlines()
    assert "cannot all be true: a#x, b#y" in failure.text.splitlines()


def test_a_file_without_findings_passes() -> None:
    suites = list(read(report()))
    assert [[(case.name, case.is_passed) for case in suite] for suite in suites] == [[("no contradiction", True)]] * 2


def test_a_source_without_facts_is_there() -> None:
    bare = Source("folder/c", "c.txt", "", "", "", "", ())
    assert [suite.name for suite in read(report(tell=lambda: Told((bare,))))] == ["facts/folder/c"]


def test_what_is_accepted_is_skipped_with_the_reason() -> None:
    (case,) = next(iter(read(report(accepted()))))
    (skipped,) = case.result
    assert isinstance(skipped, Skipped)
    assert skipped.message == "the ministry counts gold"
    assert "accepted: the ministry counts gold (until 2026-06-30)" in skipped.text


def test_a_note_passes_and_says_itself() -> None:
    (case,) = next(iter(read(report(finding(severity=Severity.NOTE)))))
    assert case.is_passed
    assert case.system_out.startswith("imports $12.6 million")


def test_a_fault_is_an_error_of_the_tool() -> None:
    whole = read(report(faults=("the rule x failed: KeyError",)))
    tool = next(suite for suite in whole if suite.name == "factlint")
    (case,) = tool
    (error,) = case.result
    assert isinstance(error, Error)
    assert error.message == "the rule x failed: KeyError"


def test_the_counts_are_those_of_the_cases() -> None:
    whole = report(
        finding(anchor="1"), finding(anchor="2", severity=Severity.NOTE), accepted(anchor="3"), faults=("x",)
    )
    written = renderer("junit")(whole)
    counted = JUnitXml.fromstring(written.encode())
    counted.update_statistics()  # type: ignore[no-untyped-call]  # it has no types
    root = ET.fromstring(written)  # noqa: S314 - written here
    assert (counted.tests, counted.failures, counted.errors) == (5, 1, 1)
    assert {name: root.get(name) for name in ("tests", "failures", "errors")} == {
        "tests": "5",
        "failures": "1",
        "errors": "1",
    }
    assert [(suite.get("tests"), suite.get("skipped")) for suite in root] == [("3", "1"), ("1", "0"), ("1", "0")]


def test_names_are_unique_and_stay_when_lines_move() -> None:
    def names(line: int) -> list[str]:
        spots = [Spot(Place("facts/a.yaml", line + number, 1, 9, 1), "a#x") for number in range(3)]
        suites = read(report(*(finding(primary=spot, anchor=f"{n}") for n, spot in enumerate(spots))))
        return [case.name for case in next(iter(suites))]

    assert names(1) == names(5) == ["sum-mismatch: a#x", "sum-mismatch: a#x (2)", "sum-mismatch: a#x (3)"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(text: str) -> None:
    (suite, *_) = read(hostile(text))
    cases = {case.name: case for case in suite}
    assert len(cases) == 3
    failing = [case for case in cases.values() if case.result and isinstance(case.result[0], Failure)]
    assert [case.result[0].message for case in failing] == [safe(text)]


@given(st.text())
def test_any_text_is_legal_xml_and_read_back(text: str) -> None:
    root = ET.fromstring(renderer("junit")(replace(report(finding(message=text)), faults=(text,))))  # noqa: S314 - the same
    failure, error = root.find(".//failure"), root.find(".//error")
    assert failure is not None
    assert error is not None
    assert failure.get("message") == error.get("message") == safe(text)
