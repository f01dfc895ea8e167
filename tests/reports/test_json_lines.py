"""`json-lines`: one object a line, the same as in `json`."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reports.samples import HOSTILE, accepted, finding, hostile, report

from factlint.reports import renderer
from factlint.reports.json_text import dumped


def test_each_line_is_the_object_that_json_has() -> None:
    whole = report(finding(), accepted(anchor="other"))
    lines = [json.loads(line) for line in renderer("json-lines")(whole).splitlines()]
    assert lines == json.loads(renderer("json")(whole))["findings"]
    assert len(lines) == 2


def test_a_clean_run_has_no_line() -> None:
    assert renderer("json-lines")(report()) == ""


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_makes_two_lines_of_one_and_none_is_lost(text: str) -> None:
    lines = renderer("json-lines")(hostile(text)).splitlines()
    assert len(lines) == 3
    assert {json.loads(line)["message"] for line in lines} == {text}


@given(st.text(st.characters(codec=None, exclude_categories=())))
def test_json_says_any_text_and_is_utf_8(text: str) -> None:
    written = dumped({"a": [text]}, indent=2)
    assert json.loads(written.encode()) == json.loads(json.dumps({"a": [text]}))
    assert written.count("\n") == 4
