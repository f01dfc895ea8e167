"""What tests of rules on figures share: a registry of trade, and the findings of one rule on facts given in short."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from textwrap import dedent
from typing import TYPE_CHECKING, NamedTuple, Protocol

import pytest

from factlint.testing import unpack

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factlint.corpus import Corpus
    from factlint.findings import Finding
    from factlint.rules.base import Rule

REGISTRY = """
== facts/registry/measures.yaml
exports: {kind: flow, unit: USD}
imports: {kind: flow, unit: USD}
turnover: {kind: flow, unit: USD, equals: exports + imports, symmetric: true}
balance: {kind: flow, equals: exports - imports, minimum: none}
agreements: {kind: stock}
== facts/registry/places.yaml
baku: {name: Baku}
karachi: {name: Karachi}
"""


class Corpora(Protocol):
    """Makes a corpus of facts, each in YAML's flow style without braces: `id: a, figure: exports, …`."""

    def __call__(self, facts: Iterable[str], *, pedantic: bool = False, registry: str = REGISTRY) -> Corpus: ...


class Short(NamedTuple):
    """What a finding says, without where."""

    severity: str
    message: str
    facts: tuple[str, ...]
    suspects: tuple[str, ...]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpora:
    from factlint.corpus import load_corpus, load_settings

    folder, numbers = tmp_path_factory.mktemp("projects"), count()

    def make(facts: Iterable[str], *, pedantic: bool = False, registry: str = REGISTRY) -> Corpus:
        root = folder / str(next(numbers))
        written = "".join(f"\n  - {{{fact}}}" for fact in facts)
        unpack(f"{dedent(registry)}\n== facts/a.yaml\nsource: {{title: A report}}\nfacts:{written or ' []'}\n", root)
        made = load_corpus(replace(load_settings(root), pedantic=pedantic))
        assert [problem.clash.message for problem in made.problems] == []
        return made

    return make


class Found(Protocol):
    """The findings of a rule on facts given in short, in their order."""

    def __call__(
        self, rule: type[Rule], facts: Iterable[str], *, pedantic: bool = False, registry: str = REGISTRY
    ) -> tuple[Finding, ...]: ...


@pytest.fixture(scope="module")
def found(corpus: Corpora) -> Found:
    from factlint.engine.check import findings_of
    from factlint.findings import in_order

    def find(
        rule: type[Rule], facts: Iterable[str], *, pedantic: bool = False, registry: str = REGISTRY
    ) -> tuple[Finding, ...]:
        return in_order(findings_of(rule, corpus(facts, pedantic=pedantic, registry=registry)))

    return find


def short(findings: Iterable[Finding]) -> list[Short]:
    """The findings without their places, sorted."""
    return sorted(Short(str(each.severity), each.message, each.facts, each.suspects) for each in findings)
