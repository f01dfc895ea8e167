"""Which rules run, where a project's own come from, and what happens when one breaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.corpus import SettingsError, load_settings
from factlint.engine.check import check
from factlint.engine.load import load_checks
from factlint.engine.select import chosen
from factlint.rules import RULES
from factlint.rules.upkeep.unused_registry_entry import UnusedRegistryEntry
from factlint.testing import unpack

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factlint.corpus import Corpus
    from factlint.findings import Clash

PROJECT = """
== facts/registry/events.yaml
war: {name: the war}
== facts/a.yaml
source: {title: A report}
facts: []
"""


class Broken(UnusedRegistryEntry):
    """A rule that fails."""

    name = "broken"

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        raise ZeroDivisionError(len(corpus.files))


def test_a_rule_that_fails_is_a_fault_and_hides_no_finding(tmp_path: Path) -> None:
    unpack(PROJECT, tmp_path)
    report = check(load_settings(tmp_path), (Broken, UnusedRegistryEntry))
    assert [finding.rule for finding in report.findings] == ["unused-registry-entry"]
    assert report.faults == ("the rule broken failed: ZeroDivisionError: 1",)
    assert report.status == 2


def test_select_then_ignore() -> None:
    assert chosen(RULES) == RULES
    assert [rule.name for rule in chosen(RULES, ("bad-value", "yaml-syntax"), ("bad-value",))] == ["yaml-syntax"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("x = 1\n", "RULES = (MyRule,)"),
        ("RULES = (int,)\n", "no subclass"),
        ("import nothing_of_this_name\n", "ModuleNotFoundError"),
        ("def broken(:\n", "SyntaxError"),
        ("raise SystemExit(0)\n", "SystemExit"),
    ],
)
def test_a_check_that_cannot_be_loaded_is_said_in_one_sentence(tmp_path: Path, content: str, words: str) -> None:
    (tmp_path / "checks").mkdir()
    (tmp_path / "checks" / "mine.py").write_text(content, "utf-8")
    with pytest.raises(SettingsError, match=r"checks/mine\.py") as caught:
        load_checks(tmp_path)
    assert words in str(caught.value)


def test_no_checks_are_no_error(tmp_path: Path) -> None:
    assert load_checks(tmp_path) == ()
