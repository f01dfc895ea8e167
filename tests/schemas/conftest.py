"""What the tests of the schemas share: a small registry, and what validating a project says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import pytest

from factlint.corpus import load_corpus
from factlint.schemas import adapter
from factlint.schemas.adapter import validate

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.corpus import Corpus, Problem, Settings

REGISTRY = """
== facts/registry/measures.yaml
exports: {kind: flow}
toll: {kind: flow, cumulative: true}
population: {kind: stock}
turnout: {kind: rate}
losses: {}
== facts/registry/places.yaml
land: {}
== facts/registry/people.yaml
ann: {}
ben: {}
== facts/registry/offices.yaml
chair: {}
== facts/registry/events.yaml
war: {}
== facts/registry/relations.yaml
leads: {}
"""


class Said(NamedTuple):
    """A problem as a curator sees it: the rule, the text that it points at, the sentence."""

    rule: str
    at: str
    message: str


class Verdict(NamedTuple):
    """What validating says: in the order of lines, with the problems themselves and the faults of the tool."""

    said: list[Said]
    problems: list[Problem]
    faults: list[str]
    corpus: Corpus


def text_at(corpus: Corpus, problem: Problem) -> str:
    """The text that a problem points at, as far as it stands on the first line."""
    place = corpus.place(problem.clash.at)
    end = place.end_column - 1 if place.end_line == place.line else None
    return corpus.lines[place.path][place.line - 1][place.column - 1 : end]


@pytest.fixture(params=[adapter.FEW, 0], ids=["direct", "pandera"])
def few(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tables are validated by the declarations themselves, and once more by the schemas for pandera."""
    monkeypatch.setattr(adapter, "FEW", request.param)


@pytest.fixture
def validated(project: Callable[[str], Settings], few: None) -> Callable[[str], Verdict]:  # noqa: ARG001 - it sets FEW
    """Writes a project beside the small registry (of which it may replace files), reads it and validates its tables."""

    def run(text: str) -> Verdict:
        corpus = load_corpus(project(f"{REGISTRY}\n{text}"))
        problems, faults = validate(corpus)
        problems.sort(key=lambda each: (corpus.place(each.clash.at), each.rule, each.clash.message))
        said = [Said(each.rule, text_at(corpus, each), each.clash.message) for each in problems]
        return Verdict(said, problems, faults, corpus)

    return run


_MARK = re.compile(r" *# ([a-z-]+) at (.+)\n *# (.+)\n")


@pytest.fixture
def says_as_marked(validated: Callable[[str], Verdict]) -> Callable[[str], bool]:
    """Asserts that validating says exactly what the comments of a project announce, each just below its comment."""

    def check(text: str) -> bool:
        verdict = validated(text)
        assert verdict.corpus.problems == ()
        assert verdict.faults == []
        assert sorted(verdict.said) == sorted(_MARK.findall(text))
        for problem in verdict.problems:
            place = verdict.corpus.place(problem.clash.at)
            assert verdict.corpus.lines[place.path][place.line - 2].strip() == f"# {problem.clash.message}"
        return bool(verdict.said)

    return check
