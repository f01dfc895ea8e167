"""What facts and the registry say of the editions of series: which event has which number, and on which days it was."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.findings import Anchor
from factlint.reading.date import Days, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.reading.quantity import Quantity

_ENDS = {"date_begins_earliest": "earliest", "date_ends_latest": "latest"}
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_LONGEST = 10**6
LARGEST = 10**6
"""The largest number that is taken for that of an edition."""


class Statements(NamedTuple):
    """What is said of the editions of series: the registry's statements first (`fact` is None), then by fact id.

    `numbers` has the columns series, event, fact and number; `dates` has event, fact, earliest and latest, the first
    and the last day that the date leaves open. `unsteady` are the events that were put off or cancelled.
    """

    numbers: pd.DataFrame
    dates: pd.DataFrame
    unsteady: frozenset[str]

    def without(self, events: Iterable[str]) -> Statements:
        """The same without some events."""
        gone = frozenset(events)
        numbers, dates = (frame[~frame["event"].isin(gone)] for frame in (self.numbers, self.dates))
        return Statements(numbers, dates, self.unsteady)

    def of(self, series: frozenset[str]) -> Iterator[tuple[str, Part]]:
        """What is said of each of these series, one by one."""
        own = self.numbers[self.numbers["series"].isin(series)]
        said = self.dates[self.dates["event"].isin(own["event"])].groupby("event")
        dates = {event: _dates(rows) for event, rows in said}
        for name, rows in own.groupby("series"):
            cells = rows[[*Number._fields]].itertuples(index=False, name=None)
            numbers = [Number(event, number, _fact(fact)) for event, number, fact in cells]
            yield str(name), Part(numbers, {each.event: dates[each.event] for each in numbers if each.event in dates})


class Number(NamedTuple):
    """A statement of an event's number; `fact` is None for the registry's."""

    event: str
    number: int
    fact: str | None


class Dated(NamedTuple):
    """A statement of an event's days; `fact` is None for the registry's."""

    fact: str | None
    days: Days


class Part(NamedTuple):
    """What is said of some editions of one series: their numbers, and for each event its dates."""

    numbers: list[Number]
    dates: Mapping[str, list[Dated]]

    def without(self, fact: str) -> Part:
        """The same without what a fact says."""
        dates = {event: [each for each in said if each.fact != fact] for event, said in self.dates.items()}
        return Part([each for each in self.numbers if each.fact != fact], dates)


def _dates(rows: pd.DataFrame) -> list[Dated]:
    cells = rows[["fact", "earliest", "latest"]].itertuples(index=False, name=None)
    return [Dated(_fact(fact), Days(earliest, latest)) for fact, earliest, latest in cells]


def _fact(cell: object) -> str | None:
    return cell if isinstance(cell, str) else None


class Edition(NamedTuple):
    """An event as one of its series: its number and a date of it, each with the fact that states it.

    A fact is None where the registry is who states.
    """

    event: str
    number: int
    numbered: str | None
    days: Days
    dated: str | None

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts that state it."""
        return tuple(dict.fromkeys(fact for fact in (self.numbered, self.dated) if fact is not None))

    def stated(self, corpus: Corpus) -> tuple[tuple[Anchor, str], ...]:
        """Where its number and its date stand, with the words for each; a fact's place comes before the registry's."""
        number = numbered_at(self.event, self.numbered, corpus)
        if self.numbered == self.dated:
            return ((number, self.said(corpus)),)
        date = Anchor(self.dated or corpus.registry.entry("events", self.event).ref, "date")
        name = corpus.registry.name("events", self.event)
        words = ((number, f"{name} is number {self.number:,}"), (date, f"{name} is dated {say(self.days)}"))
        return words if self.numbered is not None else words[::-1]

    def said(self, corpus: Corpus) -> str:
        """The edition in words, such as `number 9 (X Conference), dated 21 June 2021`."""
        name = corpus.registry.name("events", self.event)
        return f"number {self.number:,} ({name}), dated {say(self.days)}"


def edition(event: str, number: int, by: Sequence[str | None], dates: Sequence[Dated]) -> Edition:
    """The edition stated by as few facts as can be: by the registry, by one fact, else by the first of each."""
    days = {each.fact: each.days for each in reversed(dates)}
    both = next((fact for fact in by if fact in days), by[0])
    dated = both if both in days else dates[0].fact
    return Edition(event, number, both, days[dated], dated)


def numbered_at(event: str, fact: str | None, corpus: Corpus) -> Anchor:
    """The number of an event: that which a fact states, else the registry's."""
    return Anchor(fact or corpus.registry.entry("events", event).ref, "number")


def statements(corpus: Corpus) -> Statements:
    """The numbers and days that the registry, and facts without a scope, give to events which belong to a series."""
    events, registry = corpus.standing("events"), corpus.table("registry/events")
    entries = registry[registry["series"].notna()]
    belongs = entries.set_index("entry")["series"]
    facts = events[events["event"].isin(belongs.index)].sort_values("fact")
    loose = facts["postponed"] | (facts["status"] == "cancelled")
    firm = facts[~loose & (facts["scope"] == "")]
    known = entries.assign(event=entries["entry"], fact=None)
    numbers = _stated(known, firm.assign(series=firm["event"].map(belongs)), "number", ("series", "event", "fact"))
    dates = _stated(known, firm[firm["date_kind"] == "held"], "date", ("event", "fact", *_ENDS)).rename(columns=_ENDS)
    return Statements(
        numbers.astype({"number": "int64"}), dates.drop(columns="date"), frozenset(facts.loc[loose, "event"])
    )


def _stated(entries: pd.DataFrame, facts: pd.DataFrame, key: str, columns: tuple[str, ...]) -> pd.DataFrame:
    """The rows of both tables that give a key, those of the registry first."""
    import pandas as pd

    return pd.concat([each.loc[each[key].notna(), [*columns, key]] for each in (entries, facts)], ignore_index=True)


def period(every: Quantity) -> int:
    """The least days that a series' `every` may mean, at most a million; 0 where it says no least time."""
    least = every.number if every.is_plain else every.rounded.low
    return min(_LONGEST, int((least or 0) * _DAYS.get(every.unit or "", 0)))
