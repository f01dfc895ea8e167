"""Which fields of a fact must stand in its quote, and which of them do not."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from factlint.reading.date import Date
from factlint.reading.quantity import Change, Quantity
from factlint.rules.evidence.names_in_text import Entries
from factlint.rules.evidence.quoted_amounts import amount_stands, other_amount
from factlint.rules.evidence.quoted_dates import date_stands, other_date
from factlint.rules.evidence.quoted_words import (
    number_stands,
    other_number,
    other_rank,
    rank_stands,
    title_stands,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from factlint.corpus import Registry
    from factlint.rules.evidence.quoted import Quoted


class Missing(NamedTuple):
    """A field that the quote does not give: its value in words, and what the quote says instead, or nothing."""

    field: str
    what: str
    instead: str


def missing_values(table: str, fact: Mapping[str, Any], quote: Quoted) -> Iterator[Missing]:
    """The figures, dates, numbers, titles and ranks of a fact that its quote does not give."""
    for field, look in _FIELDS[table].items():
        cell = fact[field]
        if not isinstance(cell, Date | Quantity | Change | str | int):
            continue
        instead = look(cell, quote, fact["calendar"])
        if instead is not None:
            yield Missing(field, f"the {field} {_printed(cell)}", instead and f", which says {instead}")


class People:
    """The people of a registry, for finding who is not in a quote, and who is."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._asked = Entries(registry, ())

    @cached_property
    def _all(self) -> Entries:
        """All people; a registry may have many, and most facts name those whom their quote names."""
        return Entries(self._registry, ("people",))

    def missing(self, table: str, fact: Mapping[str, Any], quote: Quoted) -> Iterator[Missing]:
        """The people of a fact whom its quote names by none of their names, aliases and surnames."""
        wanted = list(self._wanted(table, fact))
        if not wanted:
            return
        people = {person for _, person in wanted}
        self._asked.add("people", people)
        absent = people - _named(self._asked, quote)
        others = _named(self._all, quote) - people if absent else set()
        for field, person in wanted:
            if person in absent:
                instead = f", which names {self._called(min(others))}" if len(others) == 1 else ""
                yield Missing(field, self._called(person), instead)

    def _wanted(self, table: str, fact: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """The fields that have a person, each with the person's id."""
        known = self._registry.entries["people"]
        for field in _WHO[table]:
            cell = fact[field]
            if isinstance(cell, tuple):
                yield from ((f"{field}.{at}", each) for at, each in enumerate(cell) if each in known)
            elif cell in known:
                yield field, cell

    def _called(self, person: str) -> str:
        return self._registry.name("people", person)


def _named(entries: Entries, quote: Quoted) -> set[str]:
    return {entry for piece in quote.pieces for entry in entries.named_in(piece)}


def _amount(cell: Quantity | Change, quote: Quoted, calendar: str) -> str | None:  # noqa: ARG001  every look is alike
    return None if amount_stands(quote, cell) else other_amount(quote, cell)


def _date(cell: Date, quote: Quoted, calendar: str) -> str | None:
    return None if date_stands(quote, cell, calendar) else other_date(quote, cell)


def _number(cell: int, quote: Quoted, calendar: str) -> str | None:  # noqa: ARG001
    return None if number_stands(quote, cell) else other_number(quote)


def _title(cell: str, quote: Quoted, calendar: str) -> str | None:  # noqa: ARG001
    return None if title_stands(quote, cell) else ""


def _rank(cell: str, quote: Quoted, calendar: str) -> str | None:  # noqa: ARG001
    return None if rank_stands(quote, cell) else other_rank(quote)


def _printed(cell: Date | Quantity | Change | str | int) -> str:
    if isinstance(cell, str):
        return f'"{cell}"'
    if isinstance(cell, Change):
        return cell.quantity.text
    return cell.text if isinstance(cell, Date | Quantity) else str(cell)


_FIELDS: Mapping[str, Mapping[str, Callable[[Any, Quoted, str], str | None]]] = {
    "figures": {"value": _amount, "change": _amount, "share": _amount},
    "events": {"date": _date, "duration": _amount, "number": _number, "count": _amount},
    "roles": {"title": _title, "rank": _rank},
    "relations": {},
}
_WHO: Mapping[str, tuple[str, ...]] = {
    "figures": (),
    "events": ("who",),
    "roles": ("person",),
    "relations": ("subject", "object"),
}
COLUMNS: Mapping[str, tuple[str, ...]] = {
    table: ("fact", "quote", "published", "calendar", *fields, *_WHO[table]) for table, fields in _FIELDS.items()
}
"""By table, the columns that are looked at."""
