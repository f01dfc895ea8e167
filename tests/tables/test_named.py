"""A fact that another names may lie in any bucket, and may be one that is wrong itself: it is there all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.commands import export
from factlint.corpus import load_settings
from factlint.engine.check import check
from factlint.engine.select import chosen
from factlint.engine.tables import sorting
from factlint.engine.tables.check import check_tables
from factlint.rules import RULES
from factlint.testing import unpack

pytest.importorskip("pyarrow", reason="pyarrow is an extra of factlint")

if TYPE_CHECKING:
    from pathlib import Path

    from factlint.findings import Report

REGISTRY = """
== facts/registry/measures.yaml
exports: {name: exports, kind: flow, unit: USD}
== facts/registry/places.yaml
azerbaijan: {name: Azerbaijan}
pakistan: {name: Pakistan}
== facts/registry/events.yaml
visit: {name: Visit}
== facts/registry/people.yaml
one: {name: Anar Aliyev}
two: {name: Elman Rustamov}
== facts/registry/offices.yaml
minister: {title: Minister}
deputy: {title: Deputy}
"""

NAMED = """
== facts/a.yaml
source: {title: One}
publisher: The Daily
published: 2021-02-01
facts:
  - {id: old, figure: exports, of: Azerbaijan, period: 2020, value: 13.2 mln USD}
  - {id: other-place, figure: exports, of: Pakistan, period: 2020, value: 13.4 mln USD, supersedes: old}
  - {id: other-kind, event: visit, date: 2021-01-05, supersedes: old}
  - {id: term, role: minister, person: one, from: 2010, until: 2015}
  - {id: another, role: deputy, person: two, from: 2011, until: 2013, within: term}
  - {id: spoiled, role: minister, person: two, from: some day, until: 2020}
  - {id: inside, role: deputy, person: two, from: 2017, until: 2019, within: spoiled}
"""

WRONG = """
== facts/b.yaml
source: {title: Two}
publisher: The Daily
published: 2021-02-01
facts:
  - {id: gone, figure: exports, of: Pakistan, period: 2019, value: 13.4 mln USD, supersedes: nothing}
  - {id: no-term, role: deputy, person: one, from: 2011, until: 2013, within: a#old}
"""


def reports(project: Path, monkeypatch: pytest.MonkeyPatch, *select: str) -> tuple[Report, Report]:
    """The reports of the facts in YAML, and in tables of which each bucket has about one row."""
    settings, folder, rules = load_settings(project), project / "tables", chosen(RULES, select)
    folder.mkdir()
    export.run(project, "parquet", folder / "facts.parquet")
    monkeypatch.setattr(sorting, "BUCKET", 1)
    return check(settings, rules), check_tables(settings, folder, rules)


@pytest.mark.parametrize("select", [(), ("bad-value",)])
def test_who_names_a_fact_of_another_place_or_kind_or_one_that_is_wrong_itself_is_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, select: tuple[str, ...]
) -> None:
    unpack(REGISTRY + NAMED, tmp_path)
    for report in reports(tmp_path, monkeypatch, *select):
        assert report.faults == ()
        assert [each.facts for each in report.findings if each.rule == "bad-value"] == [("a#spoiled",)]


def test_what_no_fact_is_and_no_role_is_said_in_each_bucket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    unpack(REGISTRY + NAMED + WRONG, tmp_path)
    for report in reports(tmp_path, monkeypatch, "bad-value"):
        said = {each.facts[0]: each.message.partition(" '")[0] for each in report.findings}
        assert said.pop("a#spoiled")
        assert said == {"b#gone": "there is no fact", "b#no-term": "there is no role"}
