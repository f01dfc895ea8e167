"""Editions of a series whose numbers and days run against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.reading.date import FOREVER, NEVER
from factlint.rules.events.series import Part, edition

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.findings import Anchor
    from factlint.rules.events.series import Edition, Statements

_MOST_COMPARED = 1000  # beyond, the one that most others contradict is not looked for
_FAR = 2**62


class Reversal(NamedTuple):
    """Two editions that run against each other, the one with the lower number first.

    `suspects` are the facts without which nothing of what is connected to them does; `others` are its other editions.
    """

    pair: tuple[Edition, Edition]
    suspects: tuple[str, ...]
    others: tuple[Edition, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts that state the pair."""
        return tuple(sorted({fact for edition in self.pair for fact in edition.facts}))

    def stated(self, corpus: Corpus) -> list[tuple[Anchor, str]]:
        """All its places with their words: first that of the pair where a finding belongs, a fact's if there is one."""
        pair = sorted(self.pair, key=lambda edition: (not edition.facts, edition.facts))
        return [
            *(each for edition in pair for each in edition.stated(corpus)),
            *(edition.stated(corpus)[0] for edition in self.others),
        ]


def reversals(stated: Statements, pace: Mapping[str, int] | None = None) -> Iterator[Reversal]:
    """The editions of each series that contradict each other, one item for each group that hangs together.

    An edition must not begin certainly after one with a higher number is over. With `pace`, the days a number for each
    series, it must be ahead of that other by as many numbers but one times the days; series without a pace are left
    out.
    """
    stated = stated.without(_contradictory(stated))
    rows = _crossed(stated, pace)
    series = dict(stated.of(frozenset(rows["series"])))
    for (name, _), group in rows.groupby(["series", "group"], sort=True):
        first, last = group["number"].min(), group["number"].max()
        whole = series[str(name)]
        part = Part([each for each in whole.numbers if first <= each.number <= last], whole.dates)
        events = frozenset(zip(group["event"], group["number"], strict=True))
        yield _explained(events, part, None if pace is None else pace[str(name)])


def reversed_events(stated: Statements) -> frozenset[str]:
    """The events that some item of `reversals` names."""
    return frozenset(_crossed(stated.without(_contradictory(stated)), None)["event"])


def _contradictory(stated: Statements) -> frozenset[str]:
    """The events that were put off or cancelled, and those that have several numbers and days at once."""
    ends = _ends(stated)
    apart = ends.index[ends["latest_begin"] > ends["earliest_end"]]
    numbers = stated.numbers.groupby("event")["number"].agg(["min", "max"])
    several = numbers.index[numbers["min"] < numbers["max"]]
    return stated.unsteady | (frozenset(apart) & frozenset(several))


def _ends(stated: Statements) -> pd.DataFrame:
    """For each event the latest day that a statement lets it begin on at the earliest, the earliest that it ends by."""
    grouped = stated.dates.groupby("event")
    return grouped.agg(latest_begin=("earliest", "max"), earliest_end=("latest", "min"))


def _crossed(stated: Statements, pace: Mapping[str, int] | None) -> pd.DataFrame:
    """The editions that another contradicts: series, event, number, `high` and `low` to compare, and their `group`."""
    rows = stated.numbers.drop_duplicates(["series", "event", "number"]).drop(columns="fact")
    rows = _compared(rows.merge(_ends(stated), left_on="event", right_index=True), pace)
    ladder = rows.groupby(["series", "number"]).agg(high=("high", "max"), low=("low", "min")).reset_index()
    within = ladder.groupby("series")
    below = within["high"].cummax().groupby(ladder["series"]).shift(fill_value=-_FAR)
    down = ladder.iloc[::-1]
    above = down.groupby("series")["low"].cummin().groupby(down["series"]).shift(fill_value=_FAR).sort_index()
    # What a lower number has cannot stand beside what this one or a higher one has: the two hang together.
    linked = below > ladder["low"].where(ladder["low"] < above, above)
    places = ladder[["series", "number"]].assign(below=below, above=above, group=(~linked).cumsum())
    rows = rows.merge(places, on=["series", "number"])
    return rows[(rows["below"] > rows["low"]) | (rows["high"] > rows["above"])]


def _compared(rows: pd.DataFrame, pace: Mapping[str, int] | None) -> pd.DataFrame:
    """The rows with what of a lower number must not be above the `low` of a higher one."""
    if pace is not None:
        rows = rows[rows["series"].isin(set(pace))]
        days = rows["series"].map(dict(pace)).astype("int64")
        due, allowed = rows["number"] * days, days
    else:
        due = allowed = rows["number"] * 0
    high = (rows["latest_begin"] - due).where(rows["latest_begin"] > NEVER, -_FAR)
    low = (rows["earliest_end"] - due + allowed).where(rows["earliest_end"] < FOREVER, _FAR)
    return rows.assign(high=high, low=low)


def _explained(events: frozenset[tuple[str, int]], part: Part, pace: int | None) -> Reversal:
    """The edition that most others contradict with the first of them; of equals the one whose fact comes first."""
    every = (_Compared.of(event, number, part, pace) for event, number in sorted(events))
    crossed = sorted(every, key=lambda each: (not each.late.facts, each.late.facts, each.number, each.late.event))
    counts = [len(_against(each, crossed)) for each in crossed] if len(crossed) <= _MOST_COMPARED else [0]
    one = (
        crossed[counts.index(max(counts))] if max(counts) else next(each for each in crossed if _against(each, crossed))
    )
    other = _against(one, crossed)[0]
    lower, higher = sorted((one, other), key=lambda each: each.number)
    found = Reversal((lower.late, higher.early), (), _others(crossed, (one, other)))
    return found._replace(suspects=tuple(fact for fact in found.facts if not _is_crossed(part.without(fact), pace)))


class _Compared(NamedTuple):
    """An edition with what of a lower number must not be above the `low` of a higher one.

    `late` and `early` are the edition by the statements that let it begin latest and end earliest.
    """

    number: int
    high: int
    low: int
    late: Edition
    early: Edition

    @classmethod
    def of(cls, event: str, number: int, part: Part, pace: int | None) -> _Compared:
        """The edition of an event that has dates."""
        dates = part.dates[event]
        begin, end = max(each.days.earliest for each in dates), min(each.days.latest for each in dates)
        by = [each.fact for each in part.numbers if each.event == event and each.number == number]
        late = edition(event, number, by, [each for each in dates if each.days.earliest == begin])
        early = edition(event, number, by, [each for each in dates if each.days.latest == end])
        return cls(number, *_ahead(number, begin, end, pace), late, early)


def _others(crossed: Sequence[_Compared], pair: tuple[_Compared, _Compared]) -> tuple[Edition, ...]:
    """The editions but the pair, each by that of its dates which contradicts another."""
    above: dict[int, int] = {}
    least = _FAR
    for each in sorted(crossed, key=lambda each: each.number, reverse=True):
        above.setdefault(each.number, least)
        least = min(least, each.low)
    return tuple(each.late if each.high > above[each.number] else each.early for each in crossed if each not in pair)


def _ahead(number: int, begin: int, end: int, pace: int | None) -> tuple[int, int]:
    days = pace or 0
    high = begin - number * days if begin > NEVER else -_FAR
    return high, end - number * days + days if end < FOREVER else _FAR


def _against(one: _Compared, crossed: Sequence[_Compared]) -> list[_Compared]:
    return [
        each
        for each in crossed
        if (one.number < each.number and one.high > each.low) or (each.number < one.number and each.high > one.low)
    ]


def _is_crossed(part: Part, pace: int | None) -> bool:
    """Whether two editions contradict each other."""
    ends = {
        event: (max(each.days.earliest for each in dates), min(each.days.latest for each in dates))
        for event, dates in part.dates.items()
        if dates
    }
    highest = reached = -_FAR
    last = 0
    for number, event in sorted({(each.number, each.event) for each in part.numbers if each.event in ends}):
        if number > last:
            highest, last = reached, number
        high, low = _ahead(number, *ends[event], pace)
        if highest > low:
            return True
        reached = max(reached, high)
    return False
