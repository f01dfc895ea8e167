"""`factlint coverage`: how much of what the articles say is in the quote of a fact."""

from __future__ import annotations

import json
import os
from fractions import Fraction
from typing import TYPE_CHECKING

import click

from factlint.commands.project import emit, open_project
from factlint.reading.article import ArticleError, open_article
from factlint.reports.words import safe, width
from factlint.survey.coverage import KINDS, Covered, counted, coverage, mentions
from factlint.survey.people import Reader

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from factlint.corpus import Corpus
    from factlint.survey.coverage import Mention

VERSION = 1
_HEADS = {"figure": "figures", "date": "dates", "person": "people", "title": "titles"}


def run(path: Path | None, form: str, output: Path | None, *, missing: bool, fail_under: float | None) -> int:
    """Write the table; status 1 where less than the threshold is covered."""
    from factlint.corpus import load_corpus

    settings = open_project(path)
    corpus = load_corpus(settings)
    for problem in corpus.problems:
        if problem.rule == "missing-article":
            click.echo(f"factlint: {safe(problem.clash.message)}", err=True)
    articles = sorted([*coverage(corpus), *_without_facts(corpus)], key=lambda each: each.article)
    least = settings.fail_under if fail_under is None else Fraction(str(fail_under))
    emit(_json(articles, least) if form == "json" else _table(articles, missing=missing), output)
    covered, total = counted(mention for each in articles for mention in each.mentions)
    if 100 * covered >= least * total:
        return 0
    click.echo(f"factlint: {_percent(covered, total)} of {total:,} is less than {_number(least)}%", err=True)
    return 1


def _without_facts(corpus: Corpus) -> Iterator[Covered]:
    """The articles under seeds/ that no fact file names; what is no text is said and left out."""
    seeds = corpus.settings.root / "seeds"
    named = {text.article.name for text in corpus.texts.values()}
    reader = Reader(corpus.registry)
    for name in sorted(set(_files(seeds)) - named):
        try:
            text = open_article(seeds, name).text
        except ArticleError as error:
            click.echo(f"factlint: {safe(str(error))}", err=True)
            continue
        yield Covered(None, name, tuple(mentions(text, reader, None)))


def _files(seeds: Path) -> Iterator[str]:
    for top, folders, names in os.walk(seeds):
        folders[:] = [each for each in folders if not each.startswith(".")]
        base = seeds.__class__(top).relative_to(seeds)
        yield from ((base / name).as_posix() for name in names if not name.startswith("."))


def _table(articles: Sequence[Covered], *, missing: bool) -> str:
    rows = [["article", *_HEADS.values(), "covered"]]
    rows += [[safe(f"seeds/{each.article}"), *_cells(each.mentions)] for each in articles]
    rows.append(["all", *_cells(tuple(mention for each in articles for mention in each.mentions))])
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    lines = [_line(row, widths) for row in rows]
    said = [line for each in articles for line in _missing(each)] if missing else []
    unnamed = [f"seeds/{each.article}: no fact file names it" for each in articles if each.head is None]
    return "".join(f"{line}\n" for line in (*lines, *map(safe, (*unnamed, *said))))


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    first = row[0] + " " * (widths[0] - width(row[0]))
    return "  ".join((first, *(cell.rjust(size) for cell, size in zip(row[1:], widths[1:], strict=True))))


def _cells(found: Sequence[Mention]) -> list[str]:
    by_kind = [counted(mention for mention in found if mention.kind == kind) for kind in KINDS]
    return [*(f"{covered:,}/{total:,}" for covered, total in by_kind), _percent(*counted(found))]


def _missing(covered: Covered) -> Iterator[str]:
    for mention in covered.missing:
        yield f"seeds/{covered.article}:{mention.line}: {mention.kind} “{' '.join(mention.text.split())}”"


def _percent(covered: int, total: int) -> str:
    """Cut to tenths, so that only all of it is 100%."""
    tenths = 1000 * covered // total if total else 1000
    return f"{tenths // 10}%" if tenths % 10 == 0 else f"{tenths / 10:.1f}%"


def _number(least: Fraction) -> str:
    return f"{float(least):g}"


def _json(articles: Sequence[Covered], least: Fraction) -> str:
    content = {
        "version": VERSION,
        "articles": [_article(each) for each in articles],
        "summary": {**_summary(mention for each in articles for mention in each.mentions), "fail_under": float(least)},
    }
    return f"{json.dumps(content, ensure_ascii=False, indent=2)}\n"


def _article(each: Covered) -> dict[str, object]:
    return {
        "article": each.article,
        "path": each.head.path if each.head else None,
        **_summary(each.mentions),
        "mentions": [{**mention._asdict(), "facts": list(mention.facts)} for mention in each.mentions],
    }


def _summary(found: Iterable[Mention]) -> dict[str, object]:
    everything = tuple(found)
    covered, total = counted(everything)
    by_kind = {kind: counted(mention for mention in everything if mention.kind == kind) for kind in KINDS}
    return {
        "covered": covered,
        "total": total,
        "percent": (1000 * covered // total if total else 1000) / 10,
        "kinds": {kind: {"covered": part, "total": whole} for kind, (part, whole) in by_kind.items()},
    }
