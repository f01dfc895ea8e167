"""What a check breaks and what it may look at, without pandera."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    import pandas as pd

    Sentences = Callable[[pd.DataFrame], Mapping[int, str]]


@dataclass(frozen=True, slots=True)
class Constraint:
    """What a failing row breaks.

    fields: the key at which the finding stands, then the others that the check looks at.
    say: the sentence, a format string over the row's keys, and `item` for the item of a list.
    words: the words to choose from, of which the message offers the nearest.
    passes: for `each`, whether an item is as it must be.
    explain: for `explained`, the sentence for each failing row of a table, by the row's number.
    """

    rule: str
    fields: tuple[str, ...]
    say: str
    words: tuple[str, ...] = ()
    passes: Callable[[object], bool] | None = None
    explain: Sentences | None = None

    def saying(self, sentence: str) -> Constraint:
        """The constraint with a sentence for one row, which is no format string."""
        return replace(self, say=sentence.replace("{", "{{").replace("}", "}}"))


class Failure(NamedTuple):
    """A row, by its number in the table, and what it breaks."""

    row: int
    constraint: Constraint


def failing(constraint: Constraint, rows: pd.DataFrame, failed: pd.Series[bool]) -> Iterator[Failure]:
    """A failure for each failing row, with the sentence that is its own where the constraint has one for each."""
    sentences = constraint.explain(rows) if constraint.explain else {}
    for row in rows.index[failed]:
        own = constraint.saying(sentences[row]) if row in sentences else constraint
        yield Failure(int(row), own)


def items(cell: object) -> tuple[object, ...]:
    """The items of a list, a cell alone as the only one, none where nothing is written."""
    if isinstance(cell, tuple):
        return cell
    return () if cell is None else (cell,)


@dataclass(frozen=True, slots=True)
class Beside:
    """What a check may need beside its own table, behind `attrs["beside"]` of it.

    flows: the measures that add up over time, so that one day does not say what a figure covers.
    amounts: the measures that are never below zero.
    symmetric: the measures of which `of` and `with` may swap.
    unread: the references of files of which some part may not have been read.
    stated: of facts that are not in the table, pairs of a key and a reference that it may name.
    """

    flows: frozenset[str] = frozenset()
    amounts: frozenset[str] = frozenset()
    symmetric: frozenset[str] = frozenset()
    unread: frozenset[str] = frozenset()
    stated: frozenset[tuple[str, str]] = frozenset()

    def __deepcopy__(self, memo: dict[int, object]) -> Beside:
        """Itself: pandas copies `attrs` to every column that is taken out of a table."""
        return self
