"""`uncovered-article`: what it counts, shows and passes over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.corpus import load_corpus, load_settings
from factlint.engine.check import findings_of
from factlint.findings import in_order
from factlint.rules.upkeep.uncovered_article import UncoveredArticle
from factlint.testing import pointed, unpack

if TYPE_CHECKING:
    from pathlib import Path

    from factlint.findings import Finding

PROJECT = """
== seeds/a.txt
{text}
== facts/registry/relations.yaml
said: {{name: said}}
== facts/registry/people.yaml
zakir-hasanov: {{name: Zakir Hasanov}}
== facts/a.yaml
article: a.txt
published: 2021-01-01
facts:
  - {{id: a, relation: said, subject: Zakir Hasanov, value: that, quote: "{quote}"}}
"""


def found(folder: Path, text: str) -> tuple[Finding, ...]:
    unpack(text, folder)
    return in_order(findings_of(UncoveredArticle, load_corpus(load_settings(folder))))


@pytest.mark.parametrize("example", UncoveredArticle.invalid)
def test_the_invalid_example_is_found(example: str, tmp_path: Path) -> None:
    expected = unpack(example, tmp_path)
    findings = in_order(findings_of(UncoveredArticle, load_corpus(load_settings(tmp_path))))
    assert pointed(findings, {UncoveredArticle.name}) == expected


@pytest.mark.parametrize("example", UncoveredArticle.valid)
def test_the_valid_example_is_clean(example: str, tmp_path: Path) -> None:
    assert found(tmp_path, example) == ()


def test_the_first_three_are_shown_and_all_are_counted(tmp_path: Path) -> None:
    text = PROJECT.format(
        text="Hasanov said so.\nIn 2020 he had 5%.\nIn 2021 and 2022 he had 6%.", quote="Hasanov said so"
    )
    (finding,) = found(tmp_path, text)
    assert finding.message.startswith(
        "5 of the article's figures, dates, people and titles are in no quote: "
        "“2020” (line 2), “5%” (line 2), “2021” (line 3) and 2 more: "
    )
    assert finding.severity == "note"
    assert not finding.fails


def test_one_is_said_in_the_singular(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, PROJECT.format(text="Hasanov said so in 2020.", quote="Hasanov said so"))
    assert finding.message.startswith(
        "1 of the article's figures, dates, people and titles is in no quote: “2020” (line 1): "
    )


def test_an_article_that_cannot_be_opened_is_left_to_another_rule(tmp_path: Path) -> None:
    assert found(tmp_path, PROJECT.format(text="x", quote="x").replace("article: a.txt", "article: b.txt")) == ()
