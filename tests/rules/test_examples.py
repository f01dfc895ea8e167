"""Every rule's own examples: it fires at the places that they mark, and nowhere else."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

import pytest

from factlint.corpus import load_settings
from factlint.engine.check import check
from factlint.engine.select import chosen
from factlint.rules import RULES
from factlint.testing import Pointed, pointed, unpack

if TYPE_CHECKING:
    from pathlib import Path

    from factlint.rules.base import Rule

SECTIONS = ("What it finds", "Why it matters", "When it stays silent", "How to settle it")
VALID = [pytest.param(rule, text, id=f"{rule.name}-{n}") for rule in RULES for n, text in enumerate(rule.valid)]
INVALID = [pytest.param(rule, text, id=f"{rule.name}-{n}") for rule in RULES for n, text in enumerate(rule.invalid)]


def found(rule: type[Rule], example: str, folder: Path) -> tuple[list[Pointed], list[Pointed]]:
    expected = unpack(example, folder)
    settings = load_settings(folder)
    report = check(settings, chosen(RULES, settings.select, settings.ignore))
    assert report.faults == ()
    own = {rule.name}
    everywhere = pointed(report.findings)
    notes = pointed(tuple(each for each in report.findings if each.severity == "note"), own)
    return expected, sorted({*everywhere, *notes})


@pytest.mark.parametrize(("rule", "example"), VALID)
def test_a_valid_example_is_silent(rule: type[Rule], example: str, tmp_path: Path) -> None:
    expected, actual = found(rule, example, tmp_path)
    assert expected == []
    assert actual == []


@pytest.mark.parametrize(("rule", "example"), INVALID)
def test_an_invalid_example_is_found_where_it_is_marked(rule: type[Rule], example: str, tmp_path: Path) -> None:
    expected, actual = found(rule, example, tmp_path)
    assert rule.name in {each.rule for each in expected}
    assert actual == sorted(set(expected))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_has_its_page_and_examples(rule: type[Rule]) -> None:
    page = inspect.cleandoc(rule.__doc__ or "")
    places = [page.find(f"\n## {section}\n") for section in SECTIONS]
    assert all(place > 0 for place in places)
    assert places == sorted(places)
    assert rule.invalid
    assert rule.valid
    assert len(page.partition("\n")[0]) <= 100


def test_no_two_rules_have_one_name() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))
