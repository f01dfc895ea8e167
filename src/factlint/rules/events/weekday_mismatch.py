"""A weekday that the date does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Anchor, Clash, Severity
from factlint.reading.date import format_day, say
from factlint.rules.base import Rule
from factlint.rules.events.weekdays import WEEKDAYS, day_of, printed, slip, weekday

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from factlint.corpus import Corpus


class WeekdayMismatch(Rule):
    """The weekday printed beside a date is not that day's.

    ## What it finds
    An event with a `weekday` that no day of its `date` has; where the fact gives no date, the registry's date of the
    event counts. It is a warning where the day before or the day after has this weekday: what happens at midnight, or
    is told from another time zone, may have either. An `asof` says nothing of the event's day and is not looked at.

    ## Why it matters
    The weekday is the check digit of a date: a wrong day, month or year rarely keeps it.

    ## When it stays silent
    Where the date leaves several days open, or is a stretch, and one of them has the weekday; where no date is known;
    for denied and superseded facts. A planned day is checked by its own date only: it may not be the day on which the
    event was held. A Julian date has the weekday of the day that it is.

    ## How to settle it
    Look up which of the two the article prints, and correct the other. Where the article itself is wrong, accept the
    finding with that reason.
    """

    name = "weekday-mismatch"
    severity = Severity.ERROR
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"events": ()}
    needs = ("events.weekday",)
    valid = (
        """
        == facts/registry/events.yaml
        talks: {name: Talks, date: 2021-06-23}
        parade: {name: Parade}
        revolt: {name: Revolt}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - {id: talks, event: talks, date: 2021-06-23, weekday: Wednesday}
          - {id: short, event: talks, weekday: wed}
          - {id: month, event: talks, date: 2021-06, weekday: Friday}
          - {id: either, event: parade, date: "[2021-08-13..2021-08-14]", weekday: Saturday}
          - {id: lasting, event: parade, date: 2021-08-14/2021-08-16, weekday: Monday}
          - {id: undated, event: parade, weekday: Tuesday}
          - {id: old-style, event: revolt, date: 1917-10-25, calendar: julian, weekday: Wednesday}
          - {id: planned, event: talks, weekday: Monday, mode: planned}
        """,
    )
    invalid = (
        """
        == facts/registry/events.yaml
        talks: {name: Talks, date: 2021-06-23}
        parade: {name: Parade}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - id: talks
            event: talks
            weekday: Monday # <- weekday-mismatch
          - id: parade
            event: parade
            date: 2021-08-14
            weekday: Sunday # <- weekday-mismatch
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each such fact, at the weekday, related to the registry's date where that one counts."""
        rows = printed(corpus)
        first = rows["earliest"].map(weekday)
        # Days from the first that the date may be to the next that has the weekday.
        ahead = (rows["wanted"] - first) % 7
        length = rows["latest"] - rows["earliest"]
        for row, midnight in zip(*_missed(rows, ahead, length), strict=True):
            yield _clash(row, corpus, Severity.WARNING if midnight else None)


def _missed(rows: pd.DataFrame, ahead: pd.Series[int], length: pd.Series[int]) -> tuple[list[pd.Series], list[bool]]:
    """The rows none of whose days has the weekday, and whether a day beside them has it."""
    missed = rows[ahead > length]
    beside = ((ahead == length + 1) | (ahead == 6))[ahead > length]  # noqa: PLR2004 - six days on is the day before
    return [missed.iloc[position] for position in range(len(missed))], beside.tolist()


def _clash(row: pd.Series, corpus: Corpus, severity: Severity | None) -> Clash:
    name, entry = corpus.registry.name("events", row["event"]), corpus.registry.entry("events", row["event"]).ref
    date, weekday = row["day"], WEEKDAYS[row["wanted"]]
    exact = row["earliest"] == row["latest"]
    day = f"a {day_of(row['earliest'])}" if exact else f"without a {weekday}"
    own = row["date"] is not None
    near = ", unless it was at midnight" if severity else ""
    verb = "is said to have been" if row["mode"] == "happened" else "is said to be"
    other = slip(row["earliest"], row["wanted"], row["calendar"]) if exact else None
    return Clash(
        f"{name} {verb} on a {weekday}, but {say(date)}{'' if own else ', its date in the registry,'} is {day}: "
        f"correct the weekday or the date{near}",
        Anchor(row["fact"], "weekday"),
        (row["fact"],),
        related=((Anchor(row["fact"] if own else entry, "date"), f"dated {say(date)}"),),
        hint=f"{format_day(other[0])} is a {weekday}: {other[1]}" if other else None,
        severity=severity,
    )
