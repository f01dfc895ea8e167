"""Which rules can be asked of which parts of the facts: each table is split by a few keys that serve all rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.rules.base import ReadingRule
from factlint.tables.keys import ROWS, Keyed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factlint.rules.base import Rule

    Columns = tuple[str, ...]

_FOLLOWS: Mapping[str, Mapping[str, frozenset[str]]] = {
    "figures": {"group": frozenset({"pair", "scope"})},
    "events": {"strand": frozenset({"event"})},
}
"""For a table the columns that follow from others: facts that share those share these too."""


class Pass(NamedTuple):
    """The rules that one split of a table serves; the `first` of a table also says what is wrong with its rows."""

    keyed: Keyed
    rules: tuple[type[Rule], ...]
    first: bool


class Plan(NamedTuple):
    """How the rules are asked: pass by pass, those that need all rows of some tables, and those of the project.

    What is asked of articles has the last pass, over the rows of all tables.
    """

    passes: tuple[Pass, ...]
    whole: tuple[type[Rule], ...]
    project: tuple[type[Rule], ...]


def plan(rules: Sequence[type[Rule]]) -> Plan:
    """The fewest splits that serve the rules; the law of the key makes their findings those of the whole."""
    asked = [rule for rule in rules if not issubclass(rule, ReadingRule)]
    whole = tuple(rule for rule in asked if rule.key and rule.reads_together())
    split = [rule for rule in asked if rule.key and rule not in whole]
    passes = [each for table in _TABLES for each in _passes(table, split)]
    if by_article := tuple(rule for rule in asked if rule.by_article):
        passes.append(Pass(Keyed(ROWS, ("article",)), by_article, first=False))
    return Plan(tuple(passes), whole, tuple(rule for rule in asked if not rule.key and not rule.by_article))


_TABLES = ("articles", "figures", "events", "roles", "relations", "facts")


def _passes(table: str, rules: Iterable[type[Rule]]) -> list[Pass]:
    """The splits of a table. What each fact is asked alone belongs to the first, and so do rules on all facts."""
    by_columns: dict[Columns, list[type[Rule]]] = {}
    for rule in rules:
        if table in rule.key:
            by_columns.setdefault(rule.key[table], []).append(rule)
        elif "facts" in rule.key and table != "articles":
            by_columns.setdefault(rule.key["facts"], []).append(rule)
    alone = by_columns.pop((), [])
    made: list[Pass] = []
    while by_columns:
        chosen = min(by_columns, key=lambda columns: (-_served(table, columns, by_columns), columns))
        served = [columns for columns in by_columns if _serves(table, chosen, columns)]
        here = [rule for columns in served for rule in by_columns.pop(columns)]
        made.append(Pass(Keyed(table, chosen), (*here, *alone), first=not made))
        alone = []
    return made or [Pass(Keyed(table, ()), tuple(alone), first=True)]


def _served(table: str, chosen: Columns, every: Iterable[Columns]) -> int:
    return sum(_serves(table, chosen, columns) for columns in every)


def _serves(table: str, chosen: Columns, columns: Columns) -> bool:
    """Whether rows that share `columns` always share the chosen ones."""
    shared = set(columns)
    shared |= {name for name, needed in _FOLLOWS.get(table, {}).items() if needed <= shared}
    return set(chosen) <= shared
