"""What the registry declares of relations, and how messages say a relation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factlint.reading.name import fold

if TYPE_CHECKING:
    from collections.abc import Container

    import pandas as pd

    from factlint.corpus import Corpus


def flagged(corpus: Corpus, *flags: str) -> frozenset[str]:
    """The ids of the relations that are declared with one of the flags (`symmetric`, `acyclic`, …)."""
    relations = corpus.table("registry/relations")
    said = relations[list(flags)].any(axis=1)
    return frozenset(relations["entry"][said])


def inverses(corpus: Corpus) -> dict[str, str]:
    """For each relation its inverse, in both directions; of several that claim one, the least id."""
    relations = corpus.table("registry/relations")
    given = relations[relations["inverse"].notna()]
    found: dict[str, str] = {}
    for relation, inverse in sorted(zip(given["entry"], given["inverse"], strict=True)):
        found.setdefault(relation, inverse)
    for relation, inverse in sorted(zip(given["entry"], given["inverse"], strict=True)):
        found.setdefault(inverse, relation)
    return found


def directed(rows: pd.DataFrame, corpus: Corpus, preferred: Container[str] = ()) -> pd.DataFrame:
    """The rows that have a subject and an object of the registry, each with its relation put one way.

    `way` is the one of the relation and its inverse that is preferred, else the lesser id, and by that one `source`
    leads to `target`.
    """
    both = rows[rows["relation"].notna() & rows["subject"].notna() & rows["object"].notna()]
    pairs = inverses(corpus).items()
    other_way = {
        each: other for each, other in pairs if (other not in preferred, other) < (each not in preferred, each)
    }
    turned = both["relation"].isin(other_way)
    return both.assign(
        way=both["relation"].map(other_way).where(turned, both["relation"]),
        source=both["object"].where(turned, both["subject"]),
        target=both["subject"].where(turned, both["object"]),
    ).reset_index(drop=True)


def things(rows: pd.DataFrame) -> pd.Series[Any]:
    """A text for what each row has as its object: the id, or the folded words of a literal one."""
    literal = rows["value"].map(lambda words: "" if words is None else f"\x1f{fold(words)}")
    return rows["object"].where(rows["object"].notna(), literal).astype(object)


def sentence(row: pd.Series, corpus: Corpus) -> str:
    """A statement in words: `Turkey “recognized” Azerbaijan`."""
    registry = corpus.registry
    thing = registry.called(row["object"]) if row["object"] is not None else f"“{row['value']}”"
    return f"{registry.called(row['subject'])} “{registry.name('relations', row['relation'])}” {thing}"
