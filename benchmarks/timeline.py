"""How fast contradictions on the timeline are found, and whether all of them are, and nothing else.

    python benchmarks/timeline.py              # 100,000 and 1,000,000 facts
    python benchmarks/timeline.py 10000        # another size

The facts are true statements on made-up campaigns of twelve events each: a whole with its stretch, and parts of it that
come one after another, how long they lasted, who took part and where. Some dates are days, some months, some years. One
fact in a thousand is then spoiled: a date moved by eleven years, a length five times as long, or an order turned round.
A contradiction is found where a finding names a fact of the campaign, and invented where the campaign has no spoiled
fact. Times are of one process, from typed tables to findings.
"""

from __future__ import annotations

import resource
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pandas as pd

from factlint.corpus import Corpus, load_settings
from factlint.corpus.printed import OPEN, date_columns
from factlint.engine.check import read
from factlint.reading import date as dates
from factlint.reading.quantity import Quantity, read_duration
from factlint.testing import unpack
from factlint.timeline.contradictions import judged

REGISTRY = """
== facts/registry/people.yaml
general: {name: the general, born: 1850-01-01, died: 2250-01-01}
== facts/registry/places.yaml
country: {name: the country, from: 1800}
"""
EVENTS = 12
FACTS = 28
WRONG = 0.001
YEARS_OFF = 11
FLAWS = ("date", "duration", "order")


@dataclass(frozen=True)
class Tables(Corpus):
    """A corpus whose events are given as a table, with no files behind them."""

    events: pd.DataFrame = field(default_factory=pd.DataFrame)

    def table(self, name: str) -> pd.DataFrame:
        return self.events.copy(deep=False) if name == "events" else super().table(name)

    def standing(self, name: str) -> pd.DataFrame:
        return self.table(name)


def campaign(number: int, random: Random) -> list[dict[str, Any]]:
    """The facts of one campaign, all true, in the order in which things took place."""
    start = random.randint(-20_000, 20_000)
    ends = [(start, start + 400)]
    for index in range(1, EVENTS):
        begin = start + 30 * index + random.randint(0, 5)
        ends.append((begin, begin + random.randint(0, 9)))
    rows: list[dict[str, Any]] = [{"event": 0, "date": stretch(*ends[0])}]
    for index in range(1, EVENTS):
        begin, end = ends[index]
        rows.append({"event": index, "part_of": (0,), "who": ("general",)})
        rows.append({"event": index, "date": stretch(begin, end), "place": "country"})
        if index % 3 == 1:
            rows.append({"event": index, "date": some_day(begin, random)})
        if index % 3 == 2:
            days = end - begin + random.randint(0, 1)
            rows.append({"event": index, "duration": length(max(days, 1))})
        if index > 1:
            rows[-1]["after"] = (index - 1,)
    return [{"fact": f"c{number:07d}#f{at:02d}", "campaign": number, **row} for at, row in enumerate(rows[:FACTS])]


def stretch(begin: int, end: int) -> dates.Date:
    """A stretch of days."""
    return dates.read(f"{dates.iso(begin)}/{dates.iso(end)}")


def some_day(day: int, random: Random) -> dates.Date:
    """A day, its month or its year."""
    return dates.read(dates.iso(day)[: random.choice((4, 7, 10))])


def length(days: int) -> Quantity:
    """So many days."""
    return read_duration(f"{days} days")


def spoiled(row: dict[str, Any], flaw: str) -> bool:
    """Makes a fact wrong, where it can have this flaw."""
    if flaw == "date" and row.get("date") is not None:
        years = [
            f"{int(part[:4]) + YEARS_OFF}{part[4:]}".replace("-02-29", "-02-28") for part in row["date"].text.split("/")
        ]
        row["date"] = dates.read("/".join(years))
    elif flaw == "duration" and row.get("duration") is not None:
        row["duration"] = length(5 * int(row["duration"].number) + 5)
    elif flaw == "order" and row.get("after"):
        row["before"], row["after"] = row["after"], ()
    else:
        return False
    return True


def table(count: int, seed: int = 1) -> tuple[pd.DataFrame, set[int]]:
    """A frame of so many facts with the columns that the timeline reads, and the campaigns with a wrong one."""
    random = Random(seed)
    rows: list[dict[str, Any]] = []
    number = 0
    while len(rows) < count:
        rows += campaign(number, random)
        number += 1
    wrong: set[int] = set()
    left = round(count * WRONG)
    while left:
        row = rows[random.randrange(len(rows))]
        if row["campaign"] not in wrong and spoiled(row, random.choice(FLAWS)):
            wrong.add(row["campaign"])
            left -= 1
    random.shuffle(rows)
    return framed(rows), wrong


def framed(rows: list[dict[str, Any]]) -> pd.DataFrame:
    """The rows as the table of events has them."""

    def name(row: dict[str, Any], index: int) -> str:
        return f"c{row['campaign']}-{index}"

    frame: dict[str, Any] = {
        "fact": [row["fact"] for row in rows],
        "event": [name(row, row["event"]) for row in rows],
        "strand": [name(row, 0) for row in rows],
        "date": [row.get("date") for row in rows],
        "date_kind": ["held"] * len(rows),
        "scope": [""] * len(rows),
        "mode": ["happened"] * len(rows),
        "superseded": [False] * len(rows),
        "postponed": [False] * len(rows),
        "status": [None] * len(rows),
        "duration": [row.get("duration") for row in rows],
        "who": [row.get("who", ()) for row in rows],
        "place": [row.get("place") for row in rows],
    }
    for key in ("part_of", "before", "after", "during"):
        frame[key] = [tuple(name(row, each) for each in row.get(key, ())) for row in rows]
    ends = [OPEN if row.get("date") is None else (*row["date"].begins, *row["date"].ends) for row in rows]
    for index, column in enumerate(date_columns("date")):
        frame[column] = pd.Series([each[index] for each in ends], dtype="int64")
    objects = {key for key, values in frame.items() if isinstance(values, list) and not isinstance(values[0], bool)}
    return pd.DataFrame({key: pd.Series(frame[key], dtype="object") if key in objects else frame[key] for key in frame})


def tables(count: int) -> tuple[Tables, set[int]]:
    """A corpus of so many facts, and the campaigns with a wrong one."""
    with TemporaryDirectory() as folder:
        unpack(REGISTRY, Path(folder))
        base, _ = read(load_settings(Path(folder)))
    frame, wrong = table(count)
    return Tables(base.settings, base.registry, (), {}, {}, events=frame), wrong


def run(count: int) -> str:
    """One line of the table."""
    corpus, wrong = tables(count)
    before = peak()
    start = time.perf_counter()
    found = judged(corpus).contradictions
    seconds = time.perf_counter() - start
    named = {int(fact.partition("#")[0][1:]) for each in found for fact in each.facts}
    return (
        f"{count:>9,} {len(wrong):>7,} {len(wrong & named):>7,} {len(named - wrong):>9,} "
        f"{seconds:>8.2f} {count / seconds:>12,.0f} {before:>8,.0f} {peak():>8,.0f}"
    )


def peak() -> float:
    """The greatest memory so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print the table."""
    sizes = [int(each) for each in sys.argv[1:]] or [100_000, 1_000_000]
    print("    facts   wrong   found  invented  seconds      facts/s  MiB before   after", flush=True)
    for size in sizes:
        print(run(size), flush=True)


if __name__ == "__main__":
    main()
