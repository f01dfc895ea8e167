"""One rule of names on one small project."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.corpus import load_corpus
from factlint.engine.check import findings_of
from factlint.findings import in_order

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.corpus import Settings
    from factlint.findings import Finding
    from factlint.rules.base import Rule

KNOWN = """
== facts/registry/places.yaml
azerbaijan: {name: Azerbaijan}
pakistan: {name: Pakistan}
baku: {name: Baku, in: azerbaijan}
== facts/registry/bodies.yaml
academy: {name: the Academy}
union: {name: the Union, founded: 1992}
== facts/registry/offices.yaml
minister: {title: Minister}
deputy: {title: Member of Parliament, seats: many}
== facts/registry/events.yaml
birth: {name: the birth, kind: birth}
death: {name: the death, kind: death}
founding: {name: the founding, kind: founding}
wedding: {name: the wedding, kind: wedding}
== facts/registry/relations.yaml
born-in: {name: was born in}
died-on: {name: died on}
was-founded: {name: was founded in}
founded: {name: founded}
told: {name: told, subject: [person], object: [person, body]}
likes: {name: likes}
"""


@pytest.fixture
def named(project: Callable[[str], Settings]) -> Callable[..., tuple[Finding, ...]]:
    """The findings of a rule among people (`id: {…}`) and facts (`key: …, key: …`), whatever the order of both."""

    def run(rule: type[Rule], people: tuple[str, ...], facts: tuple[str, ...] = ()) -> tuple[Finding, ...]:
        lines = [f"  - {{id: f{number}, {fact}}}" for number, fact in enumerate(facts, start=1)]
        found = []
        for step in (-1, 1):
            text = KNOWN + "== facts/registry/people.yaml\n" + "".join(f"{each}\n" for each in people[::step])
            text += "== facts/x.yaml\nsource: {title: A report}\npublished: 2021-06-23\nfacts:\n"
            found.append(in_order(findings_of(rule, load_corpus(project(text + "\n".join(lines[::step]))))))
        assert [_said(each) for each in found[0]] == [_said(each) for each in found[1]]
        return found[1]

    return run


def _said(finding: Finding) -> tuple[object, ...]:
    related = tuple((spot.fact, spot.message) for spot in finding.related)
    return finding.message, finding.facts, finding.suspects, finding.severity, finding.anchor, related
