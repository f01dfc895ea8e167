"""A team of processes finds, and says, what one process does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import partial
from pathlib import Path
from random import Random
from textwrap import dedent
from typing import TYPE_CHECKING, ClassVar

import pytest
from tests.cache.small_corpora import SmallCorpus
from tests.engine.teams import teamed
from tests.test_hazards import HAZARDS, REGISTRY

from factlint.corpus import Corpus, load_corpus, load_settings
from factlint.engine import check
from factlint.engine.incremental.leaving import prepared_share
from factlint.engine.sharing import Share
from factlint.processes import cores
from factlint.reports import renderer
from factlint.rules import RULES
from factlint.rules.base import Rule
from factlint.team import Team
from factlint.testing import unpack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import pandas as pd

    from factlint.corpus import Settings
    from factlint.findings import Clash, Report

ROOT = Path(__file__).parents[2]
CASES = sorted((ROOT / "tests/cases").rglob("*.project"))


def said(report: Report) -> tuple[object, ...]:
    parts = report.findings, report.summary, report.lines, report.rules, report.date, report.faults, report.skipped
    return (*parts, report.status, renderer("full")(report), renderer("json")(report))


def by(size: int, settings: Settings, rules: tuple[type[Rule], ...] = RULES) -> Report:
    def work(team: Team) -> check.Found:
        return check.found_together(settings, rules, check.unheard, team)

    return teamed(work, size).report(rules)


def agree(settings: Settings, rules: tuple[type[Rule], ...] = RULES, sizes: tuple[int, ...] = (1, 2, 3)) -> Report:
    alone = check.check(settings, rules)
    for size in sizes:
        assert said(by(size, settings, rules)) == said(alone)
    return alone


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_of_the_cases(case: Path, tmp_path: Path) -> None:
    unpack(case.read_text("utf-8"), tmp_path)
    agree(load_settings(tmp_path), sizes=(2,))


@pytest.mark.parametrize("seed", range(3))
def test_of_small_corpora(seed: int, tmp_path: Path) -> None:
    corpus = SmallCorpus(tmp_path, Random(seed), 30)
    for _ in range(20):
        corpus.edit()
    assert agree(load_settings(tmp_path)).findings


@pytest.mark.parametrize("size", [2, 3])
def test_what_is_left_for_edits_is_the_same(size: int, tmp_path: Path) -> None:
    corpus = SmallCorpus(tmp_path, Random(7), 30)
    for _ in range(20):
        corpus.edit()
    settings = load_settings(tmp_path)

    def work(team: Team) -> check.Found:
        return check.found_together(settings, RULES, check.unheard, team, partial(prepared_share, RULES))

    parts = teamed(work, size).beside
    alone = prepared_share(RULES, check.read(settings)[0])
    assert len(parts) == size
    assert {ref: node for part in parts for ref, node in part.nodes.items()} == alone.nodes
    assert [row for part in parts for row in part.names] == alone.names
    assert {ref: keys for part in parts for ref, keys in part.keys.items()} == alone.keys
    assert any(alone.keys.values())


def test_of_our_own_corpus() -> None:
    agree(load_settings(ROOT), sizes=(2,))


def test_of_what_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "facts/registry").mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text("[tool.factlint]\n")
    for name, registry in REGISTRY.items():
        (tmp_path / f"facts/registry/{name}.yaml").write_bytes(registry)
    for name, (_, _, content) in HAZARDS.items():
        (tmp_path / f"facts/{name}.yaml").write_bytes(content)
        (tmp_path / f"facts/{name}.yml").write_bytes(content)
    (tmp_path / "facts/list.yaml").write_text("- a\n")
    for name in ("a", "gone", "z"):
        (tmp_path / f"facts/{name}.yaml").symlink_to("nowhere")
    (tmp_path / "facts/registry/nothing.yaml").write_text("a: {name: A}\n")
    (tmp_path / "facts/registry/bodies.yaml").write_text("a: {name: A\n")
    assert {each.rule for each in agree(load_settings(tmp_path)).findings} > {"yaml-syntax", "bad-value", "unknown-key"}


ACROSS = """
== facts/registry/measures.yaml
exports: {name: exports, kind: flow, unit: USD}
== facts/registry/places.yaml
a: {name: A}
== facts/registry/people.yaml
ann: {name: Ann}
== facts/registry/offices.yaml
chair: {title: chair, seats: none}
== facts/registry/events.yaml
war: {name: the war}
== facts/a.yaml
source: {title: A}
facts:
  - {id: one, event: war, date: 2020, supersedes: b#two}
  - {id: two, role: chair, person: ann, from: 2019, until: 20x0}
  - {id: three, role: chair, person: ann, from: 2019-05-05, until: 2019-06-06, within: two}
  - {id: four, event: war, date: 2021, supersedes: b#none}
  - {date: 2020}
== facts/b.yaml
source: {title: B}
facts:
  - {id: two, figure: exports, of: a, period: 2020, value: $1 million}
  - {id: three, figure: exports, of: a, period: 2020, value: $2 million, supersedes: a#one}
  - {id: two, figure: exports, of: a, period: 2020, value: $3 million, supersedes: a#one}
"""


def test_facts_may_name_facts_of_others(project: Callable[[str], Settings]) -> None:
    report = agree(project(ACROSS))
    (unknown,) = (each for each in report.findings if "there is no fact" in each.message)
    assert "b#none" in unknown.message


class Broken(Rule):
    """Fails, and says how many figures it sees."""

    name = "broken"
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"figures": (), "events": ()}

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        raise KeyError(len(corpus.table("figures")))


class BrokenOfOurs(Broken):
    """Fails in each process that asks it."""

    name = "broken-of-ours"
    __module__ = "factlint.rules.broken"

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        raise KeyError(type(corpus).__name__)


def test_a_broken_rule_is_a_fault_once(project: Callable[[str], Settings]) -> None:
    report = agree(project(ACROSS), (*RULES, BrokenOfOurs, Broken))
    assert report.faults == (
        "the rule broken failed: KeyError: 2",
        "the rule broken-of-ours failed: KeyError: 'Corpus'",
    )


def test_everything_belongs_to_somebody_once(project: Callable[[str], Settings]) -> None:
    corpus = load_corpus(project(ACROSS))
    shares = [Share.of(corpus, RULES, Team(number, (), 3)) for number in range(3)]
    tables = [table for share in shares for table in share.tables]
    assert sorted(tables) == ["articles", "events", "figures", "relations", "roles"]
    facts = [ref for share in shares for ref in share.of_corpus(corpus).table("facts")["fact"]]
    assert sorted(facts) == sorted(corpus.table("facts")["fact"])
    together = next(share.tables for share in shares if "events" in share.tables)
    assert {"roles", "relations"} <= together


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.key], ids=lambda rule: rule.name)
def test_a_rule_reads_the_tables_of_its_key(
    rule: type[Rule], project: Callable[[str], Settings], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: set[str] = set()
    real = Corpus._tables  # noqa: SLF001 - the one way to a table

    def noted(corpus: Corpus, name: str) -> pd.DataFrame:
        asked.add(name)
        return real(corpus, name)

    corpus = load_corpus(project(dedent(rule.invalid[0])))
    monkeypatch.setattr(Corpus, "_tables", noted)
    assert check.findings_of(rule, corpus)
    assert asked
    assert {name for name in asked if not name.startswith("registry/")} <= rule.key.keys()


PROGRAM = """
import json, os, sys
from pathlib import Path
from factlint.corpus import load_settings
from factlint.engine import check
from factlint.engine.incremental.leaving import prepared_share
from factlint.rules import RULES
check.LARGE = 1
forks = []
real = os.fork
os.fork = lambda: forks.append(1) or real()
report = check.check(load_settings(Path(sys.argv[1])), RULES)
from factlint.reports import renderer
print(json.dumps([len(forks), renderer("json")(report)]))
"""


@pytest.mark.skipif(sys.platform != "linux" or cores() == 1, reason="no process is copied here")
def test_by_real_processes() -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(ROOT)], env=environment, capture_output=True, text=True, check=True
    )
    forks, report = json.loads(run.stdout)
    assert forks >= 1
    assert run.stderr == ""
    assert report == renderer("json")(check.check(load_settings(ROOT), RULES))
