"""From the words of some rows to the articles that they name, with the quotes of their facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.corpus import Corpus, FactFile, Record
from factlint.corpus.cell import Context
from factlint.corpus.facts import OF_ANY_KIND
from factlint.corpus.texts import read_texts
from factlint.reading.yaml import Mapping as YamlMapping
from factlint.reading.yaml import Span
from factlint.tables.records import Records
from factlint.tables.typed import typed

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from factlint.corpus import Registry, Settings

_QUOTE = {"quote": OF_ANY_KIND["quote"]}
_NOTHING = YamlMapping((), Span(1, 1, 1, 1))


def articles_of(words: pd.DataFrame, registry: Registry, settings: Settings) -> Corpus:
    """The corpus of the articles that some rows name: the heads of files, and of each fact no more than its quote.

    `words` as for `tables.part.corpus_of`, all with an article. Where the rows of one file name several, it is a file
    for each of them.
    """
    files = tuple(_files(words, registry, settings))
    texts, _ = read_texts(settings.root / "seeds", (file.head for file in files))  # a first pass says which are missing
    return Corpus(settings, registry, files, texts, {})


def _files(words: pd.DataFrame, registry: Registry, settings: Settings) -> Iterator[FactFile]:
    """The files in the order in which YAML files of their names are read, each with its facts in the order of rows."""
    facts = list(_facts(words, registry, settings))
    heads = Records(words, registry, settings)
    rows: dict[tuple[str, str], list[int]] = {}
    for number, named in enumerate(zip(words["file"], words["article"], strict=True)):
        rows.setdefault(named, []).append(number)
    for _, own in sorted(rows.items(), key=lambda each: f"{each[0][0]}.yaml"):
        yield FactFile(heads.head(own[0]), tuple(facts[number] for number in own))


def _facts(words: pd.DataFrame, registry: Registry, settings: Settings) -> Iterator[Record]:
    """Each row as a fact with its quote alone, where it can be read."""
    cells = typed(words, _QUOTE, Context(registry.names, settings.about)).cells
    quotes = cells["quote"].column() if "quote" in cells else [None] * len(words)
    for ref, table, path, quote in zip(words["ref"], words["table"], words["path"], quotes, strict=True):
        yield Record(ref, table, path, {} if quote is None else {"quote": quote}, _NOTHING)
