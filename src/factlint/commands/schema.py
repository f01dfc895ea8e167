"""`factlint schema`: JSON Schemas of fact and registry files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factlint.commands.project import emit, every_rule, open_project, write_file
from factlint.corpus.settings import SettingsError
from factlint.reports.words import safe

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factlint.corpus import Corpus, Settings
    from factlint.reports.schema import Words


def run(path: Path | None, kind: str, output: Path | None, folder: Path | None) -> int:
    """Write one schema, or with `folder` all of them; raises SettingsError for a kind that there is not."""
    from factlint.reports.schema import KINDS, render

    if kind not in KINDS:
        raise SettingsError(f"there is no schema of {kind!r}: write one of {', '.join(KINDS)}")
    if output is not None and folder is not None:
        raise SettingsError("write either --output or --all")
    words = words_of(open_project(path))
    if folder is None:
        emit(render(kind, words), output)
        return 0
    for each in KINDS:
        write_file(folder / f"{each}.json", render(each, words).encode())
    click.echo(f"{safe(str(folder))}: {len(KINDS)} schemas")
    return 0


def words_of(settings: Settings) -> Words:
    """What the project's own files offer an editor to complete."""
    from factlint.corpus import load_corpus
    from factlint.reports.schema import Words

    corpus = load_corpus(settings)
    names = {kind: tuple(sorted(set(_names(corpus, kind)))) for kind in corpus.registry.entries}
    return Words(names, tuple(_articles(settings)), tuple(rule.name for rule in every_rule(settings)))


def _names(corpus: Corpus, kind: str) -> Iterator[str]:
    """The ids of a kind, and all names of its entries."""
    for entry_id, entry in corpus.registry.entries[kind].items():
        yield entry_id
        for key in ("name", "title"):
            if key in entry.values:
                yield str(entry.values[key])
        aliases = entry.values.get("aliases", ())
        yield from map(str, aliases if isinstance(aliases, tuple) else ())


def _articles(settings: Settings) -> Iterator[str]:
    """The files under seeds/, by the names that fact files call them."""
    seeds = settings.root / "seeds"
    for path in sorted(seeds.rglob("*")):
        name = path.relative_to(seeds)
        if path.is_file() and not any(part.startswith(".") for part in name.parts):
            yield name.as_posix()
