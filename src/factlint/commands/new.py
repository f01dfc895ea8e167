"""`factlint new`: a draft of a fact file for an article."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factlint.commands.project import emit, open_project, write_file
from factlint.corpus.settings import SettingsError, as_day
from factlint.reading import yaml
from factlint.reading.article import ArticleError, open_article
from factlint.reports.words import count, safe

if TYPE_CHECKING:
    from factlint.corpus import Corpus, Settings
    from factlint.reading.article import Article
    from factlint.survey.draft import Draft

_REFUSED = "what the evidence does not bear out; `factlint check` would tell"


def run(article: Path, published: str | None, output: Path | None, *, shown: bool) -> int:
    """Write the draft and name its file; raises SettingsError where there is no such article, or a file already."""
    from factlint.corpus import load_corpus
    from factlint.survey.drafting.text import render

    if shown and output is not None:
        raise SettingsError("write either --stdout or --output")
    settings = open_project(article if article.exists() else None)
    day = as_day("--published", published) if published else None
    corpus = load_corpus(settings)
    source = _article(settings, article)
    _refuse_second(corpus, source)
    draft = _drafted(source, corpus, day)
    text = render(draft)
    if len(text.encode()) > yaml.MAX_BYTES:
        raise SettingsError(f"the draft of {safe(source.name)} is larger than a fact file may be: split the article")
    if shown:
        emit(text)
        return 0
    target = output or settings.root / "facts" / f"{_stem(draft, source)}.yaml"
    _create(target, text.encode())
    open_ones = len(draft.proposals) - len(draft.complete)
    click.echo(f"{safe(str(target))}: {count(len(draft.complete), 'fact')} to correct, {open_ones:,} to complete")
    return 0


def _article(settings: Settings, given: Path) -> Article:
    seeds = settings.root / "seeds"
    name = given.as_posix()
    if given.exists():
        resolved = given.resolve()
        if seeds.resolve() not in resolved.parents:
            raise SettingsError(f"{safe(name)} does not lie under {safe(str(seeds))}: put the article there first")
        name = resolved.relative_to(seeds.resolve()).as_posix()
    try:
        return open_article(seeds, name.removeprefix("seeds/"))
    except ArticleError as error:
        raise SettingsError(safe(str(error))) from error


def _refuse_second(corpus: Corpus, article: Article) -> None:
    for file in corpus.files:
        text = corpus.texts.get(str(file.head.values.get("article")))
        if text is not None and text.article.name == article.name:
            raise SettingsError(
                f"{safe(file.head.path)} has the facts of {safe(article.name)} already: complete it there"
            )


def _drafted(article: Article, corpus: Corpus, published: str | None) -> Draft:
    """The draft, in which what the rules of evidence object to is left to the curator."""
    from factlint.survey.draft import draft

    made = draft(article, corpus, published)
    refused = _refused(made, article, corpus)
    while refused:
        made = made.without(refused, _REFUSED)
        refused = _refused(made, article, corpus) & {each.id for each in made.complete}
    return made


def _refused(draft: Draft, article: Article, corpus: Corpus) -> set[str]:
    """The ids of the complete facts with a problem of their own when the draft alone is read back."""
    from factlint.engine.check import findings_of
    from factlint.rules import RULES
    from factlint.schemas.adapter import validate

    alone = _read_back(draft, article, corpus)
    alone = alone.with_problems(validate(alone)[0])
    evidence = [rule for rule in RULES if ".evidence." in rule.__module__]
    facts = {fact for rule in evidence for finding in findings_of(rule, alone) for fact in finding.facts}
    spoiled = {problem.anchor.ref for problem in alone.problems if problem.anchor}
    return {ref.rpartition("#")[2] for ref in facts | spoiled}


def _read_back(draft: Draft, article: Article, corpus: Corpus) -> Corpus:
    """The corpus with the draft as its only fact file."""
    from factlint.corpus.cell import Context
    from factlint.corpus.facts import read_fact_file
    from factlint.corpus.files import File
    from factlint.corpus.records import attached
    from factlint.corpus.texts import Text
    from factlint.reading.article.quote import fold
    from factlint.survey.drafting.text import render

    document = yaml.read(render(draft).encode())
    context = Context(corpus.registry.names, corpus.settings.about)
    file, problems = read_fact_file(File("facts/draft.yaml", "draft", document), context)
    return replace(
        corpus,
        files=() if file is None else (file,),
        texts={article.name: Text(article, fold(article.text))},
        lines={"facts/draft.yaml": document.lines},
        problems=tuple(attached(problems, file.facts if file else ())),
    )


def _stem(draft: Draft, article: Article) -> str:
    """The name of the fact file: that of the article, after the day of publication where it does not begin with it."""
    stem = Path(article.name).with_suffix("").as_posix()
    day = draft.head.published
    return (
        stem
        if day is None or Path(stem).name.startswith(day)
        else (Path(stem).parent / f"{day}-{Path(stem).name}").as_posix()
    )


def _create(path: Path, content: bytes) -> None:
    """Write a file that is not there yet, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        path.open("xb").close()
    except FileExistsError as error:
        raise SettingsError(f"{safe(str(path))} exists already: name another file with --output") from error
    try:
        write_file(path, content)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
