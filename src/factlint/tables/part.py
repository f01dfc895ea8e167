"""From the words of some rows to a corpus: typed, with everything that is wrong with them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.corpus.facts import kind_problem
from factlint.corpus.language import FACTS
from factlint.corpus.records import Problem, Record
from factlint.corpus.tables import Coded
from factlint.corpus.texts import read_texts
from factlint.findings import Anchor, Clash
from factlint.reading.yaml import Mapping as YamlMapping
from factlint.reading.yaml import Span
from factlint.tables.corpus import RowCorpus
from factlint.tables.records import place
from factlint.tables.rows import heads, rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pandas as pd

    from factlint.corpus import Registry, Settings, Text
    from factlint.tables.rows import Rows, Shared

_NOWHERE = Span(1, 1, 1, 1)


def corpus_of(words: pd.DataFrame, registry: Registry, settings: Settings, shared: Shared) -> RowCorpus:
    """The corpus of the facts in some rows.

    `words` has a RangeIndex, the columns of the language as texts with null where nothing is written, and `path`,
    `row`, `file`, `ref` and `table` (see `factlint.tables.keys.placed_rows`).
    """
    read: dict[str, Rows] = {}
    problems: list[Problem] = []
    texts: dict[str, Text] = {}
    for table in sorted(set(words["table"])):
        own = words[words["table"] == table].reset_index(drop=True)
        read[table] = rows = rows_of(table, own, registry, settings, shared)
        problems += _of_rows(own, rows)
        texts |= _texts(rows.refs, rows.more.get("article"), settings)[0]
    corpus = _corpus((settings, registry), words, read, (texts, problems), shared)
    return corpus.with_problems(_of_kinds(corpus) if "facts" in read else ())


def sources_of(words: pd.DataFrame, registry: Registry, settings: Settings, shared: Shared) -> RowCorpus:
    """The corpus of the sources that some rows name, without their facts; `words` as for `corpus_of`."""
    rows = heads(words, registry, settings)
    texts, problems = _texts(rows.refs, rows.cells.get("article"), settings)
    problems += _of_rows(words.drop_duplicates("file", ignore_index=True), rows)
    return _corpus((settings, registry), words, {"articles": rows}, (texts, problems), shared)


def _corpus(
    project: tuple[Settings, Registry],
    words: pd.DataFrame,
    read: dict[str, Rows],
    said: tuple[dict[str, Text], list[Problem]],
    shared: Shared,
) -> RowCorpus:
    (texts, problems), (_, revised, stated) = said, shared
    return RowCorpus(*project, (), texts, {}, tuple(problems), words=words, read=read, revised=revised, known=stated)


def _of_rows(words: pd.DataFrame, rows: Rows) -> Iterator[Problem]:
    """A problem for each row with a cell that cannot be read."""
    paths, numbers = words["path"].tolist(), words["row"].tolist()
    for each in rows.bad:
        for row in each.rows.tolist():
            clash = Clash(each.problem.message, place(paths[row], numbers[row]))
            yield Problem(each.problem.rule, clash, Anchor(rows.refs[row], each.key))


def _of_kinds(corpus: RowCorpus) -> Iterator[Problem]:
    """What is wrong with the rows that do not say which kind of fact they are."""
    for ref in corpus.words["ref"][corpus.words["table"] == "facts"]:
        record = corpus.records[ref]
        yield kind_problem(record, [kind for kind in FACTS if record.node.get(kind) is not None])


def _texts(
    refs: Sequence[str], article: Coded | Sequence[object] | None, settings: Settings
) -> tuple[dict[str, Text], list[Problem]]:
    """The articles that sources name, and the problems of those that are not there."""
    if not isinstance(article, Coded):
        return {}, []
    nothing = YamlMapping((), _NOWHERE)
    named = zip(refs, article.column(), strict=True)
    return read_texts(
        settings.root / "seeds",
        (Record(ref, "articles", "", {"article": name}, nothing) for ref, name in named if name is not None),
    )
