"""Asking the rules of one part of the facts: the same work in memory, in a process of its own, or on a cluster."""

from __future__ import annotations

from dataclasses import replace
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
from factlint.tables.articles import articles_of
from factlint.tables.part import corpus_of, sources_of

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from factlint.corpus import Corpus, Registry, Settings
    from factlint.engine.tables.plan import Pass
    from factlint.findings import Finding
    from factlint.rules.base import Rule
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
    """What was found in a part: findings, faults of the tool, what its facts name, and which of them are not sound.

    `used` are registry entries; `unsound` the references of rows with a cell that cannot be used.
    """

    findings: tuple[Finding, ...] = ()
    faults: tuple[str, ...] = ()
    used: frozenset[tuple[str, str]] = frozenset()
    unsound: frozenset[str] = frozenset()


def asked_first(words: pd.DataFrame, each: Pass, project: Project) -> Found:
    """What the first pass of a table finds in some rows: what is wrong with them, and what its rules find.

    The rows have every fact of their keys; see `corpus_of` for `words`.
    """
    sources = each.keyed.table == "articles"
    with uncollected():
        corpus = (sources_of if sources else corpus_of)(words, project.registry, project.settings, project.shared)
        problems, faults = validate(corpus, frozenset(corpus.read) | (frozenset() if sources else {"facts"}))
        corpus = corpus.with_problems(problems)
    reading = tuple(rule for rule in project.rules if issubclass(rule, ReadingRule))
    findings, failed = ask((*reading, *each.rules), corpus)
    return Found(findings, (*faults, *failed), uses(corpus), corpus.unsound)


def asked(words: pd.DataFrame, rules: tuple[type[Rule], ...], project: Project, unsound: frozenset[str]) -> Found:
    """What rules find in some rows, which have every fact of their keys; first passes said which are `unsound`."""
    with uncollected():
        corpus = corpus_of(words, project.registry, project.settings, project.shared)
        corpus = replace(corpus, unsound=corpus.unsound | unsound)
    findings, faults = ask(rules, corpus)
    return Found(findings, tuple(faults))


def asked_of_articles(words: pd.DataFrame, rules: tuple[type[Rule], ...], project: Project) -> Found:
    """What rules find in the articles that some rows name; the rows have every fact of these."""
    with uncollected():
        corpus = articles_of(words, project.registry, project.settings)
    findings, faults = ask(rules, corpus)
    return Found(findings, tuple(faults))


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
