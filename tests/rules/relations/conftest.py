from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.corpus import load_corpus
from factlint.engine.check import findings_of
from factlint.findings import Finding, in_order

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.corpus import Settings
    from factlint.rules.base import Rule

REGISTRY = """
== facts/registry/places.yaml
z: {name: Zembla}
a: {name: Aland}
b: {name: Bohemia}
c: {name: Candia}
d: {name: Dacia}
== facts/registry/relations.yaml
recognized: {name: recognized}
supports: {name: supports}
"""


@pytest.fixture
def find(project: Callable[[str], Settings]) -> Callable[..., tuple[Finding, ...]]:
    """The findings of a rule among relations to z, each written as a subject, a rank and what else is to be said.

    The findings must be the same whatever the order of the relations, and for each relation alone.
    """

    def run(rule: type[Rule], *facts: str) -> tuple[Finding, ...]:
        lines = [f"  - {{id: f{number}, {_written(fact)}}}" for number, fact in enumerate(facts, start=1)]
        head = f"{REGISTRY}== facts/x.yaml\nsource: {{title: A report}}\nfacts:\n"
        ways = [load_corpus(project(head + "\n".join(each))) for each in (lines[::-1], lines)]
        found = [in_order(findings_of(rule, corpus)) for corpus in ways]
        said = [{(each.message, each.facts, each.suspects, each.severity) for each in findings} for findings in found]
        assert said[0] == said[1]
        parts = [frozenset(rows["fact"]) for _, rows in ways[1].table("relations").groupby("relation")]
        apart = [each for part in parts for each in findings_of(rule, ways[1].keeping({"relations": part}))]
        assert in_order(apart) == found[1]
        return found[1]

    return run


def _written(fact: str) -> str:
    subject, rank, *more = fact.split("; ")
    keys = {"relation": "recognized", "object": "z", **dict(each.split(": ", 1) for each in more)}
    if "value" in keys:
        del keys["object"]
    said = ", ".join(f"{key}: {value}" for key, value in keys.items())
    return f"subject: {subject}, rank: {rank}, {said}"
