"""The typed values of a fact as plain JSON-like data: what `factlint export` writes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.corpus.language import FACT, FACTS, KIND_OF
from factlint.corpus.ranks import UNBOUNDED, Ranks
from factlint.reading import date as dates
from factlint.reading.quantity import Change, Quantity

if TYPE_CHECKING:
    from fractions import Fraction

    from factlint.corpus import Corpus, Record

_MAIN_DATE = {"figures": ("period", "asof"), "events": ("date",), "roles": (), "relations": ("date", "since")}
_MAIN_AMOUNT = ("value", "change", "share", "count")
_UNWRITTEN = frozenset({"id", "quote", "accept", "note"})


def typed_values(fact: Record, head: Record, corpus: Corpus) -> dict[str, object]:
    """One fact: where it stands and what it states.

    `earliest` and `latest` are ISO dates, None where open: of a figure's period or as-of, an event's date, the term or
    observation of a role. `low` and `high` are the ends of the printed figure read as rounded, `unit` its unit; whole
    numbers are integers, others the nearest floats. Names are registry ids. Other keys are the words as written.
    """
    kind = KIND_OF.get(fact.table)
    row: dict[str, object] = {
        "id": fact.ref,
        "kind": kind,
        "article": head.values.get("article"),
        "published": _day_text(head.values.get("published")),
        "path": fact.path,
        "line": fact.place("").line,
        "quote": corpus.quote(fact.ref),
    }
    for key in (*FACT, *(FACTS[kind][1] if kind else ())):
        if key.name not in _UNWRITTEN:
            row[key.name] = _plain(key.cell.spread(fact.values.get(key.name))[0])
    return {**row, **_span(fact, head), **_amount(fact)}


def _span(fact: Record, head: Record) -> dict[str, object]:
    if fact.table == "roles":
        return _term(fact, head)
    for name in _MAIN_DATE.get(fact.table, ()):
        if isinstance(value := fact.values.get(name), dates.Date):
            return _ends(value.earliest, value.latest)
    return _ends(dates.NEVER, dates.FOREVER)


def _term(fact: Record, head: Record) -> dict[str, object]:
    """The days on which the role may have been held: the term, else the observation, by default the publication."""
    start, end = fact.values.get("from"), fact.values.get("until")
    if start is None and end is None:
        at = fact.values.get("at") or head.values.get("published")
        return _ends(at.earliest, at.latest) if isinstance(at, dates.Date) else _ends(dates.NEVER, dates.FOREVER)
    earliest = start.earliest if isinstance(start, dates.Date) else dates.NEVER
    return _ends(earliest, end.latest if isinstance(end, dates.Date) else dates.FOREVER)


def _ends(earliest: int, latest: int) -> dict[str, object]:
    return {
        "earliest": dates.iso(earliest) if earliest > dates.NEVER else None,
        "latest": dates.iso(latest) if latest < dates.FOREVER else None,
    }


def _amount(fact: Record) -> dict[str, object]:
    for name in _MAIN_AMOUNT:
        value = fact.values.get(name)
        quantity = value.quantity if isinstance(value, Change) else value
        if isinstance(quantity, Quantity):
            interval = quantity.rounded
            return {"low": _number(interval.low), "high": _number(interval.high), "unit": quantity.unit}
    return {}


def _number(exact: Fraction | None) -> int | float | None:
    if exact is None:
        return None
    return exact.numerator if exact.denominator == 1 else float(exact)


def _plain(value: object) -> object:
    if isinstance(value, dates.Date | Quantity):
        return value.text
    if isinstance(value, Change):
        return value.quantity.text
    if isinstance(value, Ranks):
        return [value.low, None if value.high == UNBOUNDED else value.high]
    if isinstance(value, dict):
        return "; ".join(f"{key}: {_plain(each)}" for key, each in value.items())
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


def _day_text(value: object) -> str | None:
    return value.text if isinstance(value, dates.Date) else None
