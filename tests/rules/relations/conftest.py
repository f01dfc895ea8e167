from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factlint.corpus import load_corpus
from factlint.engine.check import findings_of
from factlint.engine.partition import parts
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


KINDS = """
== facts/registry/people.yaml
p: {name: Pnin}
== facts/registry/offices.yaml
o: {title: Dean}
== facts/registry/events.yaml
e: {name: the duel}
== facts/registry/places.yaml
z: {name: Zembla}
a: {name: Aland}
b: {name: Bohemia}
c: {name: Candia}
d: {name: Dacia}
b1: {name: Boheme, in: b}
b2: {name: Bohmen, in: b}
== facts/registry/relations.yaml
likes: {name: likes}
owns: {name: owns, acyclic: true, inverse: belongs}
belongs: {name: belongs to}
knows: {name: knows, symmetric: true, irreflexive: true}
seat: {name: has its seat in, one_object: true}
chairs: {name: chairs, one_subject: true}
"""


@pytest.fixture
def told(project: Callable[[str], Settings]) -> Callable[..., tuple[Finding, ...]]:
    """The findings of a rule among relations written as `day of the article; a likes b; date: …, mode: …`.

    Instead of subject, relation and object there may be any keys of a fact. Findings must be the same whatever the
    order of the facts, and for the facts of each key alone.
    """

    def run(rule: type[Rule], *facts: str, pedantic: bool = False) -> tuple[Finding, ...]:
        numbered = [(f"f{number}", *_parted(fact)) for number, fact in enumerate(facts, start=1)]
        ways = [load_corpus(project(_written_out(each))) for each in (numbered[::-1], numbered)]
        if pedantic:
            ways = [replace(corpus, settings=replace(corpus.settings, pedantic=True)) for corpus in ways]
        found = [in_order(findings_of(rule, corpus)) for corpus in ways]
        said = [{(each.message, each.facts, each.suspects, each.severity) for each in findings} for findings in found]
        assert said[0] == said[1]
        apart = [each for part in parts(ways[1], rule, 3) for each in findings_of(rule, part)]
        assert in_order(apart) == found[1]
        return found[1]

    return run


def _parted(fact: str) -> tuple[str, str]:
    day, said, *more = (part.strip() for part in fact.split(";"))
    if ":" not in said:
        subject, relation, thing = said.split()
        said = f"subject: {subject}, relation: {relation}, object: {thing}"
    return day, ", ".join([said, *more])


def _written_out(facts: list[tuple[str, str, str]]) -> str:
    files: dict[str, list[str]] = {}
    for name, day, said in facts:
        files.setdefault(day, []).append(f"  - {{id: {name}, {said}}}")
    text = KINDS
    for day, lines in files.items():
        published = "" if day == "-" else f"published: {day}\n"
        text += f"== facts/d{day}.yaml\nsource: {{title: A report}}\n{published}facts:\n" + "\n".join(lines) + "\n"
    return text
