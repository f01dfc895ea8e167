"""What tests of rules on dates and events share: a registry, and the findings of a rule on facts given in short."""

from __future__ import annotations

from dataclasses import replace
from itertools import count
from textwrap import dedent
from typing import TYPE_CHECKING, Protocol

import pytest

from factlint.testing import unpack

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factlint.corpus import Corpus
    from factlint.findings import Finding
    from factlint.rules.base import Rule

REGISTRY = """
== facts/registry/places.yaml
azerbaijan: {name: Azerbaijan, from: 1918-05-28}
baku: {name: Baku, in: azerbaijan}
ganja: {name: Ganja, in: azerbaijan}
port: {name: the port of Baku, in: baku}
pakistan: {name: Pakistan}
islamabad: {name: Islamabad, in: pakistan}
karachi: {name: Karachi, in: pakistan}
embassy: {name: the embassy, in: [islamabad, azerbaijan]}
moscow: {name: Moscow}
east: {name: East, in: west}
west: {name: West, in: east}
== facts/registry/people.yaml
ann: {name: Ann, born: 1959-06-06}
ben: {name: Ben, born: 1948}
cem: {name: Cem, born: 1923-05-10, died: 2003-12-12}
dan: {name: Dan}
eve: {name: Eve, born: 2000-02-29}
old: {name: Old Tom, born: 1850}
== facts/registry/bodies.yaml
army: {name: the army, founded: 1918-06-26}
company: {name: the company, founded: 1992-09-13}
== facts/registry/offices.yaml
mayor: {title: Mayor}
king: {title: King, minimum_age: 0}
senator: {title: Senator, minimum_age: 30, seats: many}
== facts/registry/measures.yaml
age: {name: age, kind: stock}
persons-age: {name: the age of a person, kind: stock}
years-old: {name: years, aliases: [Age], kind: stock}
average-age: {name: average age, kind: stock}
coverage: {name: coverage, kind: stock}
anniversary: {name: anniversary, kind: stock}
== facts/registry/series.yaml
conference: {name: the conference}
forum: {name: the forum, every: 1 year}
biennial: {name: the biennial, every: 2 years}
irregular: {name: the irregular, every: up to 2 years}
== facts/registry/events.yaml
visit: {name: the visit}
talks: {name: the talks}
signing: {name: the signing, date: 2021-06-23, place: baku}
war: {name: the war, date: 1988-02-20/1994-05-12}
relations: {name: the relations, date: 1992-06-09}
journey: {name: the journey}
departure: {name: the departure, part_of: journey}
arrival: {name: the arrival, part_of: journey}
video: {name: the meeting, kind: video conference}
phone: {name: the phone call}
c1: {name: C1, series: conference}
c2: {name: C2, series: conference}
c3: {name: C3, series: conference}
c4: {name: C4, series: conference, number: 4, date: 2014-05-05}
opening: {name: the opening of C4, series: conference, part_of: c4}
f1: {name: F1, series: forum}
f2: {name: F2, series: forum}
f3: {name: F3, series: forum}
b1: {name: B1, series: biennial}
b2: {name: B2, series: biennial}
i1: {name: I1, series: irregular}
i2: {name: I2, series: irregular}
== facts/registry/relations.yaml
visited: {name: visited}
called: {name: called}
"""


class Find(Protocol):
    """The findings of a rule, in their order, on facts in YAML's flow style without braces and without ids.

    The facts are x#f1, x#f2 and so on; `elsewhere` are those of another file, y#f1 and so on, published at `later`.
    They must be the same whatever the order of the facts, and for each value of the rule's key alone.
    """

    def __call__(
        self,
        rule: type[Rule],
        *facts: str,
        elsewhere: Sequence[str] = (),
        published: str = "2021-06-23",
        later: str = "2021-06-24",
        registry: str = "",
        pedantic: bool = False,
    ) -> tuple[Finding, ...]: ...


@pytest.fixture(scope="module")
def find(tmp_path_factory: pytest.TempPathFactory) -> Find:
    from factlint.corpus import load_corpus, load_settings
    from factlint.engine.check import findings_of
    from factlint.engine.partition import parts
    from factlint.findings import in_order

    folder, numbers = tmp_path_factory.mktemp("projects"), count()

    def corpus(files: Mapping[str, tuple[str, Sequence[str]]], registry: str, *, pedantic: bool) -> Corpus:
        root = folder / str(next(numbers))
        texts = [_file(name, published, facts) for name, (published, facts) in files.items()]
        unpack("\n".join([dedent(registry).strip(), *texts]), root)
        made = load_corpus(replace(load_settings(root), pedantic=pedantic))
        assert [problem.clash.message for problem in made.problems] == []
        return made

    def run(
        rule: type[Rule],
        *facts: str,
        elsewhere: Sequence[str] = (),
        published: str = "2021-06-23",
        later: str = "2021-06-24",
        registry: str = "",
        pedantic: bool = False,
    ) -> tuple[Finding, ...]:
        here, there = ([f"id: f{number}, {fact}" for number, fact in enumerate(each, 1)] for each in (facts, elsewhere))
        files = {"x": (published, here), "y": (later, there)}
        turned = {name: (day, written[::-1]) for name, (day, written) in reversed(files.items())}
        known = registry or REGISTRY
        whole = corpus(files, known, pedantic=pedantic)
        found = in_order(findings_of(rule, whole))
        said = {(each.message, each.facts, each.suspects, each.severity, each.hint) for each in found}
        shuffled = findings_of(rule, corpus(turned, known, pedantic=pedantic))
        assert {(each.message, each.facts, each.suspects, each.severity, each.hint) for each in shuffled} == said
        assert in_order(each for part in parts(whole, rule, 3) for each in findings_of(rule, part)) == found
        return found

    return run


def _file(name: str, published: str, facts: Sequence[str]) -> str:
    written = "".join(f"\n  - {{{fact}}}" for fact in facts)
    day = f"\npublished: {published}" if published else ""
    return f"== facts/{name}.yaml\nsource: {{title: A report}}{day}\nfacts:{written or ' []'}"
