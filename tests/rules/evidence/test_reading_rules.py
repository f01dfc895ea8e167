"""The rules of the readers pass on what the readers met: message, place and severity."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.findings import Place, Severity
from factlint.rules.base import ReadingRule
from factlint.rules.evidence.duplicate_fact_id import DuplicateFactId
from factlint.rules.evidence.impossible_date import ImpossibleDate
from factlint.rules.evidence.missing_article import MissingArticle
from factlint.rules.evidence.miswritten import BadValue, DuplicateKey, MissingKey, UnknownKey
from factlint.rules.evidence.unknown_name import AmbiguousName, UnknownName
from factlint.rules.evidence.unreadable import FileTooLarge, NotUtf8, YamlAlias, YamlSyntax

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

    Found = Callable[[type[ReadingRule], str], tuple[Finding, ...]]

HEAD = "== facts/a.yaml\nsource: {title: Ties}\npublished: 2021-06-23\n"
REGISTRY = """== facts/registry/people.yaml
heydar-aliyev: {name: Heydar Aliyev, aliases: [Aliyev]}
ilham-aliyev: {name: Ilham Aliyev, aliases: [Aliyev]}
== facts/registry/offices.yaml
president: {title: President}
"""
ROLE = "facts:\n  - {id: p, role: president, person: %s}\n"


@pytest.mark.parametrize(
    ("rule", "name"),
    [
        (YamlSyntax, "yaml-syntax"),
        (YamlAlias, "yaml-alias"),
        (NotUtf8, "not-utf8"),
        (FileTooLarge, "file-too-large"),
        (DuplicateKey, "duplicate-key"),
        (UnknownKey, "unknown-key"),
        (MissingKey, "missing-key"),
        (BadValue, "bad-value"),
        (UnknownName, "unknown-name"),
        (AmbiguousName, "ambiguous-name"),
        (DuplicateFactId, "duplicate-fact-id"),
        (ImpossibleDate, "impossible-date"),
        (MissingArticle, "missing-article"),
    ],
)
def test_what_the_readers_find_is_an_error_of_that_name(rule: type[ReadingRule], name: str) -> None:
    assert rule.name == name
    assert rule.severity is Severity.ERROR
    assert issubclass(rule, ReadingRule)
    assert rule.whole_corpus


@pytest.mark.parametrize(
    ("rule", "text", "line", "said"),
    [
        (YamlSyntax, HEAD + "title: War: the end\nfacts: []\n", 3, "colon"),
        (YamlSyntax, HEAD + "facts: []\n---\nfacts: []\n", 4, "second document"),
        (YamlAlias, HEAD + "author: &me Vafa\nfacts: []\n", 3, "anchor"),
        (DuplicateKey, HEAD + "published: 2021-06-24\nfacts: []\n", 3, "published"),
        (UnknownKey, HEAD + "publishr: AzerNews\nfacts: []\n", 3, "did you mean publisher?"),
        (MissingKey, HEAD, 1, "facts"),
        (BadValue, HEAD + "facts: none\n", 3, "list of facts"),
        (UnknownName, REGISTRY + HEAD + ROLE % "Ilham Aliev", 4, "did you mean Ilham Aliyev"),
        (AmbiguousName, REGISTRY + HEAD + ROLE % "Aliyev", 4, "heydar-aliyev (people) and ilham-aliyev (people)"),
        (ImpossibleDate, HEAD.replace("06-23", "02-30") + "facts: []\n", 2, "30 February 2021"),
        (MissingArticle, "== facts/a.yaml\narticle: no.txt\npublished: 2021-06-23\nfacts: []\n", 1, "no.txt"),
    ],
)
def test_a_problem_is_told_once_at_its_line(
    found: Found, rule: type[ReadingRule], text: str, line: int, said: str
) -> None:
    (finding,) = found(rule, text)
    assert said in finding.message
    assert finding.severity is Severity.ERROR
    assert (finding.primary.place.path, finding.primary.place.line) == ("facts/a.yaml", line)


def test_a_second_fact_of_one_id_points_at_the_first(found: Found) -> None:
    facts = "facts:\n  - {id: p, role: president, person: ilham-aliyev}\n  - {id: p, role: president, person: x}\n"
    (finding,) = found(DuplicateFactId, REGISTRY + HEAD + facts)
    assert finding.primary.place == Place("facts/a.yaml", 5, 10, 5, 11)
    assert [(spot.place.line, spot.message) for spot in finding.related] == [(4, "the first fact with this id")]


def test_one_broken_file_hides_nothing_of_another(found: Found) -> None:
    broken = "== facts/b.yaml\nsource: {title: [\n"
    (finding,) = found(UnknownName, REGISTRY + HEAD + ROLE % "Nobody" + broken)
    assert finding.primary.place.path == "facts/a.yaml"
