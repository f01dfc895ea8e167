"""Stories of events: campaigns of eleven events, one after another within a whole."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from . import words
from .story import Said, Source, Told

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from .story import Cells, Entries

EVENTS = 11
YEARS_OFF = 11
FIRST_GENERAL = 60_000
PLACES = 400
_FIRST_DAY = date(1950, 1, 1).toordinal()
_DAYS = 26_000
_KINDS = (
    "battle",
    "siege",
    "raid",
    "landing",
    "crossing",
    "bombardment",
    "blockade",
    "advance",
    "retreat",
    "ceasefire",
)
Row = dict[str, Any]


class Events:
    """The dates, lengths, order, people and places of a campaign."""

    name = "events"
    letter = "e"
    share = 25
    size = 28
    keys = 9_000
    columns: tuple[str, ...] = (
        *("event", "date", "place", "who", "who_complete", "duration", "weekday"),
        *("part_of", "before", "after", "count", "scope"),
    )
    flaws: tuple[str, ...] = ("date", "duration", "order", "weekday", "count", "stretch", "other-date")
    flaws_in_scope: tuple[str, ...] = (
        "duration",
        "weekday",
        "count",
        "other-date",
    )  # a scope sets events apart from their whole

    def told(self, source: Source, flaw: str | None) -> Told:
        """The facts of a campaign in one telling."""
        rows = _rows(source)
        wrong = _spoil(rows, flaw, source.words()) if flaw else None
        rest = {"scope": "{front: north}"} if source.scoped() else {}
        facts = [Said(_cells(row, source.key) | rest, row["told"] + 2, wrong=row is wrong) for row in rows]
        return Told(f"Dispatches from {words.town(source.key * EVENTS)}", facts)

    def entries(self, seed: int, keys: Mapping[int, int], into: Entries) -> None:
        """The events of each campaign, its general, and the places."""
        for key in keys:
            truth = _truth(key, seed)
            into.places |= {*truth["sides"], truth["place"]}
            for index in range(EVENTS):
                into.add("events", _event(key, index), f"kind: {_kind(key, index)}")
            general = words.person(FIRST_GENERAL + key)
            born = words.birthday(truth["days"][0][0] - truth["age"])
            into.add("people", words.slug(general), f"name: {general}, born: {born}")


def _kind(key: int, index: int) -> str:
    return _KINDS[(key + index) % len(_KINDS)] if index else "campaign"


def _event(key: int, index: int) -> str:
    return f"{_kind(key, index)}-of-{words.slug(words.town(key * EVENTS + index))}"


def _truth(key: int, seed: int) -> Row:
    """When each event began and ended, where, and who fought."""
    random = Source(seed, Events.letter, key).truth()
    start = _FIRST_DAY + random.randrange(_DAYS)
    days = [(start, start + 400)]
    for index in range(1, EVENTS):
        begin = start + 30 * index + random.randint(0, 5)
        days.append((begin, begin + random.randint(0, 9)))
    sides = random.sample(range(PLACES), 3)
    return {
        "days": days,
        "sides": [words.place(each) for each in sides],
        "place": words.place(sides[0]),
        "age": random.randrange(12_000, 20_000),
    }


def _rows(source: Source) -> list[Row]:
    """The facts as numbers: of each event when it took place, in what, after what, how long, and with whom."""
    truth, own = _truth(source.key, source.seed), source.words()
    days = truth["days"]
    whole: Row = {"event": 0, "days": days[0], "who": truth["sides"], "count": 3, "told": days[0][1]}
    rows = [whole]
    for index in range(1, EVENTS):
        begin, end = days[index]
        mine: list[Row] = [
            {"event": index, "part_of": 0, "who": [words.person(FIRST_GENERAL + source.key)]},
            {"event": index, "days": days[index], "place": truth["place"]},
        ]
        if index % 3 == 1:
            mine.append({"event": index, "day": begin, "letters": own.choice((4, 7, 10, 10))})
        if index % 3 == 2:
            mine.append({"event": index, "length": max(end - begin + own.randint(0, 1), 1)})
        if index > 1:
            mine[-1]["after"] = index - 1
        rows += [{**row, "told": end} for row in mine]
    return rows


def _cells(row: Row, key: int) -> Cells:
    """The keys of an event as they are written."""
    cells = {"event": _event(key, row["event"])}
    if "days" in row:
        cells["date"] = "/".join(map(words.day, row["days"]))
    if "day" in row:
        cells["date"] = words.day(row["day"])[: row["letters"]]
        if row["letters"] == len("2020-09-27"):
            cells["weekday"] = words.weekday(row["day"] + row.get("weekdays", 0))
    if "place" in row:
        cells["place"] = row["place"]
    if "who" in row:
        cells["who"] = words.listed(row["who"])
    if "count" in row:
        cells |= {"who_complete": "true", "count": f"{row['count']} countries"}
    if "length" in row:
        cells["duration"] = f"{row['length']} days" if row["length"] > 1 else "1 day"
    return cells | {name: _event(key, row[name]) for name in ("part_of", "before", "after") if name in row}


def _spoil(rows: list[Row], flaw: str, random: Random) -> Row:
    """Makes one fact wrong, so that it is at odds with others of its own telling."""
    needs = {"date": "days", "duration": "length", "order": "after", "weekday": "day", "count": "count"}
    fitting = [row for row in rows if needs.get(flaw, "days") in row]
    row = random.choice([row for row in fitting if flaw != "other-date" or row["event"] % 3 == 1])
    if flaw in {"date", "other-date"}:
        row["days"] = tuple(_years_off(day) for day in row["days"])
    elif flaw == "stretch":
        row["days"] = (row["days"][0], row["days"][1] + 500 if row["event"] else row["days"][0] + 20)
    elif flaw == "duration":
        row["length"] = 5 * row["length"] + 5
    elif flaw == "order":
        row["before"] = row.pop("after")
    elif flaw == "weekday":
        row |= {"letters": 10, "weekdays": random.randrange(2, 6)}
    else:
        row["count"] += 1
    return row


def _years_off(day: int) -> int:
    was = date.fromordinal(day)
    return was.replace(year=was.year - YEARS_OFF, day=min(was.day, 28)).toordinal()
