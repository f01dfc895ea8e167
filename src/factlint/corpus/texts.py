"""The texts of the articles that fact files name, folded once for finding quotes in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.corpus.records import Problem
from factlint.findings import Anchor, Clash
from factlint.reading.article import ArticleError, open_article
from factlint.reading.article.quote import fold

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from factlint.corpus.records import Record
    from factlint.reading.article import Article
    from factlint.reading.article.quote import Folded


@dataclass(frozen=True, slots=True)
class Text:
    """An article and its folded text."""

    article: Article
    folded: Folded


def read_texts(seeds: Path, heads: Iterable[Record]) -> tuple[dict[str, Text], list[Problem]]:
    """The text of every article that a head names, by that name; `missing-article` where it cannot be opened."""
    opened: dict[str, Text | str] = {}
    problems = []
    for head in heads:
        name = head.values.get("article")
        if not isinstance(name, str):
            continue
        if name not in opened:
            opened[name] = _open(seeds, name)
        text = opened[name]
        if isinstance(text, str):
            problems.append(Problem("missing-article", Clash(text, Anchor(head.ref, "article"))))
    return {name: text for name, text in opened.items() if isinstance(text, Text)}, problems


def _open(seeds: Path, name: str) -> Text | str:
    try:
        article = open_article(seeds, name)
    except ArticleError as error:
        return str(error)
    return Text(article, fold(article.text))
