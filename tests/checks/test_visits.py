"""This corpus's own rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from factlint.corpus import load_settings
from factlint.engine.check import check
from factlint.engine.load import load_checks
from factlint.rules import RULES
from factlint.testing import pointed, unpack

ROOT = Path(__file__).parents[2]
(RULE,) = load_checks(ROOT)


@pytest.mark.parametrize("example", [*RULE.invalid, *RULE.valid])
def test_the_examples_of_the_rule(example: str, tmp_path: Path) -> None:
    expected = unpack(example, tmp_path)
    assert pointed(check(load_settings(tmp_path), (*RULES, RULE)).findings) == expected
    assert bool(expected) is (example in RULE.invalid)


def test_a_meeting_after_bajwa_left_would_be_found(tmp_path: Path) -> None:
    for folder in ("facts", "facts/registry"):
        (tmp_path / folder).mkdir()
        for path in (ROOT / folder).glob("*.yaml"):
            text = path.read_text("utf-8")
            if "event: bajwa-visit-2021" in text:
                text = text.replace(
                    "    event: bajwa-visit-2021\n", "    event: bajwa-visit-2021\n    date: 2021-06-20\n", 1
                )
            (tmp_path / folder / path.name).write_text(text, "utf-8")
    found = [finding for finding in check(load_settings(tmp_path), (RULE,)).findings if finding.rule == RULE.name]
    assert found
    assert all("Bajwa" in finding.message for finding in found)
