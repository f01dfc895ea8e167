"""Splitting a corpus by a rule's key, so that facts which could ever contradict each other stay together.

The law that every rule obeys: what it finds in the whole corpus is what it finds in the parts, whatever the split.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.rules.base import Rule


def parts(corpus: Corpus, rule: type[Rule], count: int, salt: str = "") -> list[Corpus]:
    """`count` corpora, some perhaps without facts, that together have every fact of `rule`'s tables once.

    A rule for the whole corpus gets it whole. `salt` changes which keys come together.
    """
    if rule.whole_corpus:
        return [corpus]
    kept: list[dict[str, frozenset[str]]] = [{} for _ in range(count)]
    for table, columns in rule.key.items():
        frame = corpus.table(table)
        numbers = _hashed(frame, columns, salt) % count
        for number in range(count):
            kept[number][table] = frozenset(frame.loc[numbers == number, frame.columns[0]])
    return [corpus.keeping(each) for each in kept]


def _hashed(frame: pd.DataFrame, columns: tuple[str, ...], salt: str) -> pd.Series[int]:
    """A number a row, the same for rows with the same key; without columns each row is a key of its own."""
    text = frame[columns[0] if columns else frame.columns[0]].astype(str) + salt
    for column in columns[1:]:
        text = text + "\0" + frame[column].astype(str)
    return text.map(lambda key: zlib.crc32(key.encode())).astype("int64")
