"""Facts in tables give the findings of the same facts in YAML, but for the places."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd
import pytest

from factlint.commands import export
from factlint.corpus import load_registry, load_settings
from factlint.corpus.ties import Ties
from factlint.engine.check import check
from factlint.engine.tables.check import check_tables
from factlint.rules import RULES
from factlint.rules.base import ReadingRule
from factlint.tables.part import sources_of
from factlint.tables.rows import Shared
from factlint.testing import unpack

pytest.importorskip("pyarrow", reason="pyarrow is an extra of factlint")

if TYPE_CHECKING:
    from factlint.findings import Finding, Report
    from factlint.rules.base import Rule

ABOUT_YAML = frozenset(
    [
        "yaml-syntax",
        "duplicate-key",
        "unknown-key",
        "missing-key",
        "yaml-alias",
        "not-utf8",
        "file-too-large",
        "duplicate-fact-id",
    ]
)
"""What is wrong with a file before it holds facts; tables have findings of their own for that."""

EXAMPLES = [
    pytest.param(rule, text, id=f"{rule.name}-{number}")
    for rule in RULES
    for number, text in enumerate(rule.invalid)
    if rule.name not in ABOUT_YAML
]


def told(finding: Finding) -> tuple[object, ...]:
    """All that a finding says but where it says it."""
    spots = tuple((spot.fact or "", spot.quote or "", spot.message) for spot in (finding.primary, *finding.related))
    parts = (finding.facts, finding.suspects, finding.hint, finding.accepted, finding.certificate)
    return (finding.rule, finding.severity, finding.message, finding.anchor, spots, *parts)


def both(project: Path, rules: tuple[type[Rule], ...], form: str) -> tuple[Report, Report]:
    """The reports of the same facts in YAML and in tables."""
    settings = load_settings(project)
    folder = project / "tables"
    folder.mkdir()
    export.run(project, form, folder / f"facts.{form}")
    return check(settings, rules), check_tables(settings, folder, rules)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_a_rule_finds_in_tables_what_it_finds_in_yaml(rule: type[Rule], example: str, tmp_path: Path) -> None:
    unpack(example, tmp_path)
    in_yaml, in_tables = both(tmp_path, (rule,), "csv" if len(rule.name) % 2 else "parquet")
    if not in_yaml.summary.facts:
        pytest.skip("a source without facts has no row")
    assert in_tables.faults == in_yaml.faults == ()
    assert in_yaml.findings or issubclass(rule, ReadingRule)
    assert sorted(map(repr, map(told, in_tables.findings))) == sorted(map(repr, map(told, in_yaml.findings)))
    assert in_tables.summary == in_yaml.summary


SOURCES = """
== seeds/visit.txt
The minister arrived in Baku on June 23.
== facts/registry/events.yaml
visit: {name: visit}
== facts/changed.yaml
article: visit.txt
digest: sha256:0000000000000000000000000000000000000000000000000000000000000000
published: 2021-06-23
facts:
  - {id: visit, event: visit, date: 2021-06-23, quote: The minister arrived in Baku on June 23}
  - {id: again, event: visit, date: 2021-06-23, quote: The minister arrived in Paris}
== facts/missing.yaml
article: gone.txt
published: 2021-06-31
facts:
  - {id: visit, event: visit, quote: The minister arrived}
== facts/early.yaml
source: {title: A report, retrieved: 2021-02-14}
published: 2022-01-20
facts:
  - {id: visit, event: visit, quote: The minister arrived}
"""


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_what_is_wrong_with_sources_is_said_once(form: str, tmp_path: Path) -> None:
    unpack(SOURCES, tmp_path)
    in_yaml, in_tables = both(tmp_path, RULES, form)
    rules = {finding.rule for finding in in_tables.findings}
    assert {"article-changed", "missing-article", "impossible-date", "retrieved-before-published"} <= rules
    assert sorted(map(repr, map(told, in_tables.findings))) == sorted(map(repr, map(told, in_yaml.findings)))


def test_the_size_of_buckets_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from factlint.engine.tables import sorting

    unpack("\n".join(text for rule in RULES if rule.name == "incompatible-offices" for text in rule.invalid), tmp_path)
    _, whole = both(tmp_path, RULES, "parquet")
    monkeypatch.setattr(sorting, "BUCKET", 2)
    assert check_tables(load_settings(tmp_path), tmp_path / "tables", RULES).findings == whole.findings


SCATTERED = """
== facts/registry/measures.yaml
exports: {name: exports, kind: flow, unit: USD}
== facts/registry/places.yaml
peru: {name: Peru}
chile: {name: Chile}
"""


@pytest.mark.parametrize("reading", [0, 1 << 60])
def test_rows_may_lie_in_any_of_several_tables(reading: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from factlint.engine.tables import check as tables

    monkeypatch.setattr(tables, "WORTH_READING", reading)
    monkeypatch.setattr(tables, "WORTH_PROCESSES", 1 if not reading else 1 << 60)
    unpack(SCATTERED, tmp_path)
    (tmp_path / "tables").mkdir()
    for number, (first, second) in enumerate([("5", "1"), ("9", "1"), ("5", "4")]):
        rows = [f"a,A report,exports,peru,2020,${first} million", f"b,A report,exports,chile,2020,${second} million"]
        (tmp_path / f"tables/{number}.csv").write_text("\n".join(["id,source,figure,of,period,value", *rows]))
    twin = "a,tables/1,A report,exports,peru,2019,$1 million"
    (tmp_path / "tables/3.csv").write_text(f"id,file,source,figure,of,period,value\n{twin}\n")
    found = check_tables(load_settings(tmp_path), tmp_path / "tables", RULES)
    assert found.faults == ()
    assert {(each.rule, each.facts) for each in found.findings} == {
        ("duplicate-fact-id", ()),
        ("figure-differs", ("tables/0#a", "tables/1#a")),
        ("figure-differs", ("tables/0#b", "tables/2#b")),
    }


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_a_source_is_quoted_by_any_of_its_facts(form: str, tmp_path: Path) -> None:
    unpack(QUOTED_LATE, tmp_path)
    in_yaml, in_tables = both(tmp_path, RULES, form)
    assert [each.anchor for each in in_tables.findings if each.rule == "unverifiable-source"] == ["a@source"]
    assert sorted(map(repr, map(told, in_tables.findings))) == sorted(map(repr, map(told, in_yaml.findings)))


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_the_title_of_a_source_is_no_title_of_an_office(form: str, tmp_path: Path) -> None:
    unpack(TITLED, tmp_path)
    in_yaml, in_tables = both(tmp_path, RULES, form)
    assert ("bad-value", "b@title") in {(each.rule, each.anchor) for each in in_tables.findings}
    assert sorted(map(repr, map(told, in_tables.findings))) == sorted(map(repr, map(told, in_yaml.findings)))
    rows = pd.DataFrame(
        {"file": ["a"], "headline": ["A visit"], "title": ["minister"], "ref": ["a#one"], "path": ["t"], "row": [1]}
    )
    settings = load_settings(tmp_path)
    shared = Shared(Ties({}, {}), frozenset(), frozenset())
    corpus = sources_of(rows, load_registry(settings).registry, settings, shared)
    assert corpus.table("articles")["title"].tolist() == ["A visit"]


TITLED = """
== facts/registry/people.yaml
ali: {name: Ali}
== facts/registry/offices.yaml
minister: {title: minister}
== facts/a.yaml
source: {title: A report}
title: A visit
facts:
  - {id: one, role: minister, person: ali, title: the minister, at: 2021-06-23}
== facts/b.yaml
source: {title: Another}
title: "  "
facts:
  - {id: one, role: minister, person: ali, at: 2021-06-23}
"""

QUOTED_LATE = """
== facts/registry/events.yaml
visit: {name: visit}
== facts/a.yaml
source: {title: A report}
facts:
  - {id: one, event: visit, date: 2021-06-23}
  - {id: two, event: visit, date: 2021-06-23, quote: The minister arrived}
== facts/b.yaml
source: {title: Another}
facts:
  - {id: one, event: visit, date: 2021-06-23}
"""


def test_our_own_corpus(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    for folder in ("facts", "seeds"):
        shutil.copytree(root / folder, tmp_path / folder)
    shutil.copy(root / "pyproject.toml", tmp_path)
    in_yaml, in_tables = both(tmp_path, RULES, "parquet")
    assert in_tables.faults == ()
    assert sorted(map(repr, map(told, in_tables.findings))) == sorted(map(repr, map(told, in_yaml.findings)))
    assert in_tables.summary == in_yaml.summary
