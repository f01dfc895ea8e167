from __future__ import annotations

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
== facts/registry/people.yaml
a: {name: Ann, died: 2015-03-01}
b: {name: Ben}
c: {name: Cem}
d: {name: Dan}
== facts/registry/offices.yaml
mayor: {title: Mayor}
chief: {title: Chief, seats: 1}
consul: {title: Consul, seats: 2}
member: {title: Member, seats: many}
abbot: {title: Abbot, handover_days: 30}
senator: {title: Senator, seats: many, incompatible: [deputy, judge]}
deputy: {title: Deputy, seats: many}
judge: {title: Judge, seats: many, handover_days: 40}
old: {title: Old Minister, from: 1990, until: 2000-06-30}
new: {title: New Minister, from: 2000-07-01, until: 2010-12-31, successor_of: old}
bureau: {title: Head of Bureau, from: 2000-07-01, until: 2010-12-31}
"""


@pytest.fixture
def find(project: Callable[[str], Settings]) -> Callable[..., tuple[Finding, ...]]:
    """What a rule finds among roles, each one flow mapping without its id: f1, f2, … in the order of writing.

    `report 2016-03-03 | role: …` is in a file of that name and day; others are in the file x of 15 June 2020. The
    findings must be the same whatever the order of the roles, and for the parts that the rule's key makes.
    """

    def run(rule: type[Rule], *roles: str, pedantic: bool = False) -> tuple[Finding, ...]:
        head = f"== pyproject.toml\n[tool.factlint]\npedantic = {str(pedantic).lower()}\n{REGISTRY}"
        corpus = load_corpus(project(head + written(roles)))
        found = in_order(findings_of(rule, corpus))
        apart = [each for part in parts(corpus, rule, 2) for each in findings_of(rule, part)]
        assert in_order(apart) == found
        if found and len(roles) > 1:
            backwards = in_order(findings_of(rule, load_corpus(project(head + written(roles, backwards=True)))))
            assert [_said(each) for each in backwards] == [_said(each) for each in found]
        return found

    return run


def _said(finding: Finding) -> tuple[object, ...]:
    related = sorted((spot.fact or "", spot.message) for spot in finding.related)
    return finding.message, finding.facts, finding.suspects, finding.severity, finding.hint, related


def written(roles: tuple[str, ...], *, backwards: bool = False) -> str:
    """The fact files with these roles."""
    files: dict[tuple[str, str], list[str]] = {}
    for number, role in enumerate(roles, start=1):
        where, _, what = role.rpartition(" | ")
        name, _, day = (where or "x 2020-06-15").partition(" ")
        files.setdefault((name, day), []).append(f"  - {{id: f{number}, {what}}}")
    texts = []
    for (name, day), facts in files.items():
        lines = "\n".join(reversed(facts) if backwards else facts)
        texts.append(
            f"== facts/{name}.yaml\nsource: {{title: {name}}}\npublisher: {name}\npublished: {day}\nfacts:\n{lines}"
        )
    return "\n".join(texts)
