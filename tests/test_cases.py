"""The cases under tests/cases/: small projects, each with exactly the errors and warnings that its marks name."""

from __future__ import annotations

from pathlib import Path

import pytest

from factlint.corpus import load_settings
from factlint.engine.check import check
from factlint.engine.select import chosen
from factlint.rules import RULES
from factlint.testing import pointed, unpack

CASES = sorted((Path(__file__).parent / "cases").rglob("*.project"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_a_case_is_found_where_it_is_marked_and_nowhere_else(case: Path, tmp_path: Path) -> None:
    expected = unpack(case.read_text("utf-8"), tmp_path)
    settings = load_settings(tmp_path)
    report = check(settings, chosen(RULES, settings.select, settings.ignore))
    assert report.faults == ()
    assert sorted(set(pointed(report.findings))) == expected


def test_there_are_cases() -> None:
    assert CASES
