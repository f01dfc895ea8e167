"""Asking the rules of one part of the facts: the same work in memory, in a process of its own, or on a cluster."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from factlint.corpus.uses import uses
from factlint.engine.check import findings_of
from factlint.engine.load import load_checks
from factlint.engine.select import chosen
from factlint.engine.tables.plan import Plan, plan
from factlint.memory import uncollected
from factlint.rules import RULES
from factlint.rules.base import ReadingRule
from factlint.schemas.adapter import validate
from factlint.tables.part import corpus_of, sources_of

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from factlint.corpus import Corpus, Registry, Settings
    from factlint.engine.tables.plan import Pass
    from factlint.findings import Finding
    from factlint.rules.base import Rule
    from factlint.tables.corpus import RowCorpus
    from factlint.tables.rows import Shared


class Project(NamedTuple):
    """What every part needs beside its rows: settings, registry, what is shared across rows, and the rules."""

    settings: Settings
    registry: Registry
    shared: Shared
    names: tuple[str, ...]

    @property
    def rules(self) -> tuple[type[Rule], ...]:
        """The rules that run; rules of the project are loaded from its checks/ in each process."""
        return chosen(_known(self.settings.root), self.names) if self.names else ()

    @property
    def plan(self) -> Plan:
        """How the rules are asked."""
        return plan(self.rules)


@cache
def _known(root: Path) -> tuple[type[Rule], ...]:
    return (*RULES, *load_checks(root))


class Found(NamedTuple):
    """What was found in a part: findings, faults of the tool, the registry entries that its facts name."""

    findings: tuple[Finding, ...] = ()
    faults: tuple[str, ...] = ()
    used: frozenset[tuple[str, str]] = frozenset()


def asked_of(words: pd.DataFrame, each: Pass, project: Project) -> Found:
    """What the rules of a pass find in some rows, which have every fact of their keys; see `corpus_of` for `words`."""
    corpus, faults = _sound(words, project, sources=each.keyed.table == "articles")
    reading = tuple(rule for rule in project.rules if issubclass(rule, ReadingRule)) if each.first else ()
    findings, failed = ask((*reading, *each.rules), corpus)
    return Found(findings, (*faults, *failed), uses(corpus) if each.first else frozenset())


def asked_of_all(words: pd.DataFrame, project: Project) -> Found:
    """What the rules find that need all rows of some tables."""
    corpus, _ = _sound(words, project, sources=False)  # the passes say what is wrong with rows
    findings, faults = ask(project.plan.whole, corpus)
    return Found(findings, tuple(faults))


def _sound(words: pd.DataFrame, project: Project, *, sources: bool) -> tuple[RowCorpus, list[str]]:
    """The corpus of some rows with all that is wrong with them, and the faults of the tool."""
    with uncollected():
        make = sources_of if sources else corpus_of
        corpus = make(words, project.registry, project.settings, project.shared)
        problems, faults = validate(corpus, frozenset(corpus.read) | (frozenset() if sources else {"facts"}))
        return corpus.with_problems(problems), faults


def ask(rules: tuple[type[Rule], ...], corpus: Corpus) -> tuple[tuple[Finding, ...], list[str]]:
    """What rules find in a corpus, and the faults of rules that failed."""
    found: list[Finding] = []
    faults = []
    for rule in rules:
        try:
            found += findings_of(rule, corpus)
        except Exception as error:  # noqa: BLE001 - one broken rule must not hide what the others find
            faults.append(f"the rule {rule.name} failed: {type(error).__name__}: {error}")
    return tuple(found), faults
