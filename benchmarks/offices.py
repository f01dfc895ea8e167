"""How fast contradictions among roles are found, and whether all of them are, and nothing else.

    python benchmarks/offices.py              # 100,000 and 1,000,000 roles
    python benchmarks/offices.py 10000        # another size

The roles are true ones of made-up offices, three holders each who follow one another on one day: their terms with days,
numbers and predecessors from one source, in years from another, an earlier seat that excludes the office, a membership
within each term, and articles that see them in office, with ranks and years of service. In one role in a thousand
something is then wrong: a date, a rank, a number, a duration, a predecessor. A contradiction is found where a finding
names a role of the office, and invented where nothing is wrong there. Times are of one process, from typed tables to
clashes, with what all rules share counted to the first that needs it.
"""

from __future__ import annotations

import resource
import sys
import time
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pandas as pd

from factlint.corpus import Corpus, Record, load_corpus, load_settings
from factlint.corpus.printed import OPEN, date_columns, outward
from factlint.corpus.registry import Registry
from factlint.reading import date as dates
from factlint.reading.quantity import Quantity, read_duration
from factlint.reading.yaml import Mapping, Span
from factlint.rules.offices.duplicate_term import DuplicateTerm
from factlint.rules.offices.holder_number import HolderNumber
from factlint.rules.offices.holder_returns import HolderReturns
from factlint.rules.offices.incompatible_offices import IncompatibleOffices
from factlint.rules.offices.office_held_twice import OfficeHeldTwice
from factlint.rules.offices.office_not_existing import OfficeNotExisting
from factlint.rules.offices.rank_falls import RankFalls
from factlint.rules.offices.service_length import ServiceLength
from factlint.rules.offices.succession_broken import SuccessionBroken
from factlint.rules.offices.term_out_of_office import TermOutOfOffice
from factlint.rules.offices.title_outdated import TitleOutdated
from factlint.rules.offices.title_premature import TitlePremature

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.rules.base import Rule

RULES: tuple[type[Rule], ...] = (
    OfficeHeldTwice,
    IncompatibleOffices,
    TitleOutdated,
    TitlePremature,
    RankFalls,
    HolderReturns,
    SuccessionBroken,
    DuplicateTerm,
    OfficeNotExisting,
    TermOutOfOffice,
    ServiceLength,
    HolderNumber,
)
HOLDERS = 3
A_HOLDER = 8
AN_OFFICE = HOLDERS * A_HOLDER
WRONG = 0.001
RANKS = ("Colonel", "Major General", "Lieutenant-General", "Colonel-General")
TEXTS = ("fact", "file", "origin", "scope", "role", "person", "replaces", "within", "title", "rank")
TIMES = ("at", "asof", "published", "from", "until")
Row = dict[str, Any]


@dataclass(frozen=True)
class Tables(Corpus):
    """A corpus whose roles are given as a table, with no files behind them."""

    roles: pd.DataFrame = field(default_factory=pd.DataFrame)

    def standing(self, name: str) -> pd.DataFrame:
        return self.roles.copy(deep=False)


def office(number: int, random: Random) -> list[Row]:
    """The roles of one office, all true: eight for each of its holders."""
    start = date(1950, 1, 1) + timedelta(days=random.randrange(9000))
    rows: list[Row] = []
    for place in range(HOLDERS):
        end = start + timedelta(days=random.randrange(1500, 3000))
        rows += holder(number, place, start, end)
        start = end
    for index, row in enumerate(rows):
        row |= {"fact": f"o{number:07d}#f{index:02d}"}
    for index, row in enumerate(rows):
        if row.pop("inside", False):
            row["within"] = rows[index - index % A_HOLDER]["fact"]
    return rows


def holder(number: int, place: int, start: date, end: date) -> list[Row]:
    """The roles of one holder of an office."""
    mine = {"role": f"office{number}", "person": f"p{number}x{place}"}
    days = (end - start).days
    term = {"from": start, "until": end, "number": place + 1, "file": "reference"}
    if place:
        term["replaces"] = f"p{number}x{place - 1}"
    seen = [start + timedelta(days=days * part // 5) for part in (1, 2, 3, 4)]
    return [
        mine | term,
        mine | {"from": start.year, "until": end.year, "file": "years"},
        mine | {"role": "seat", "from": start - timedelta(days=900), "until": start, "file": "seats"},
        mine | {"role": "party", "from": start, "until": end, "file": "parties", "inside": True},
        mine | {"published": seen[0], "file": "a", "rank": RANKS[1]},
        mine | {"published": seen[1], "file": "b", "title": "Chief"},
        mine | {"at": seen[2], "published": end, "file": "c", "rank": RANKS[2]},
        mine | {"published": seen[3], "file": "d", "served": f"more than {(seen[3] - start).days // 400} years"},
    ]


def _later(key: str, days: int) -> Callable[[Row], None]:
    def spoil(row: Row) -> None:
        row[key] += timedelta(days=days)

    return spoil


def _with(**cells: object) -> Callable[[Row], None]:
    return lambda row: row.update(cells)


def _doubled(row: Row) -> None:
    row |= {"from": date(row["from"], 9, 1) + timedelta(days=365), "until": date(row["until"] + 2, 1, 1)}
    row["file"] = "reference"


def _wrong_predecessor(row: Row) -> None:
    row["replaces"] = row["person"][:-1] + "0"


SPOILERS: tuple[tuple[int, Callable[[Row], None]], ...] = (
    (0, _later("until", 60)),
    (1, _doubled),
    (2, _later("until", 300)),
    (3, _later("until", 100)),
    (3, _later("from", -100)),
    (4, _later("published", -4000)),
    (5, _later("published", 4000)),
    (6, _with(rank="Colonel")),
    (7, _with(served="44 years")),
    (2 * A_HOLDER, _wrong_predecessor),
    (A_HOLDER, _with(number=1)),
    (5, _with(published=date(1900, 1, 1))),
)
"""What may go wrong: in which of the rows of an office, and how."""


def table(count: int, seed: int = 1) -> tuple[pd.DataFrame, set[str]]:
    """A frame of so many roles with the columns that the rules read, and the offices with a wrong one."""
    random = Random(seed)
    offices = [office(number, random) for number in range(max(count // AN_OFFICE, 1))]
    wrong = set()
    for number in random.sample(range(len(offices)), max(round(count * WRONG), 1)):
        at, spoil = random.choice(SPOILERS)
        spoil(offices[number][at])
        wrong.add(f"o{number:07d}")
    rows = [row for each in offices for row in each]
    random.shuffle(rows)
    return framed(rows), wrong


def framed(rows: list[Row]) -> pd.DataFrame:
    """The rows as the table of roles has them."""
    known: dict[object, dates.Date] = {}
    durations: dict[str, Quantity] = {}
    frame: dict[str, pd.Series[Any]] = {}
    for key in TEXTS:
        frame[key] = pd.Series([row.get(key) for row in rows], dtype="object")
    frame["origin"] = frame["file"]
    frame["number"] = pd.Series([row.get("number") for row in rows], dtype="Int64")
    for key in ("acting", "former"):
        frame[key] = pd.Series([False] * len(rows), dtype="bool")
    for key in TIMES:
        cells = [_date(row.get(key), known) for row in rows]
        frame[key] = pd.Series(cells, dtype="object")
        ends = [OPEN if each is None else (*each.begins, *each.ends) for each in cells]
        for column, values in zip(date_columns(key), zip(*ends, strict=True), strict=True):
            frame[column] = pd.Series(values, dtype="int64")
    served = [_served(row.get("served"), durations) for row in rows]
    limits = [(float("-inf"), float("inf")) if each is None else outward(each.either) for each in served]
    frame["served"] = pd.Series(served, dtype="object")
    frame["served_low"], frame["served_high"] = (
        pd.Series([each[side] for each in limits], dtype="float64") for side in (0, 1)
    )
    frame["served_unit"] = pd.Series([None if each is None else each.unit for each in served], dtype="object")
    return pd.DataFrame(frame)


def _date(written: object, known: dict[object, dates.Date]) -> dates.Date | None:
    if written is None:
        return None
    if written not in known:
        known[written] = dates.read(str(written))
    return known[written]


def _served(written: str | None, known: dict[str, Quantity]) -> Quantity | None:
    if written is None:
        return None
    if written not in known:
        known[written] = read_duration(written)
    return known[written]


def tables(count: int) -> tuple[Tables, set[str]]:
    """A corpus of so many roles, and the offices with a wrong one."""
    frame, wrong = table(count)
    with TemporaryDirectory() as folder:
        (Path(folder) / "facts").mkdir()
        base = load_corpus(load_settings(Path(folder)))
    offices: dict[str, dict[str, object]] = {
        each: {"title": each, "from": dates.read("1940")} for each in frame["role"].unique()
    }
    offices["party"] = {"title": "Member of a party", "seats": 10**6}
    offices["seat"] = {
        "title": "Deputy",
        "seats": 10**6,
        "incompatible": tuple(sorted(offices.keys() - {"seat", "party"})),
    }
    people: dict[str, dict[str, object]] = {each: {"name": each} for each in frame["person"].unique()}
    entries = {**base.registry.entries, "offices": _entries("offices", offices), "people": _entries("people", people)}
    return Tables(base.settings, Registry(entries, base.registry.names), (), {}, {}, roles=frame), wrong


def _entries(kind: str, values: dict[str, dict[str, object]]) -> dict[str, Record]:
    node, path = Mapping((), Span(1, 1, 1, 1)), f"facts/registry/{kind}.yaml"
    return {
        entry: Record(f"registry/{kind}#{entry}", f"registry/{kind}", path, cells, node)
        for entry, cells in values.items()
    }


def run(count: int) -> str:
    """One line of the table, and one for each rule."""
    corpus, wrong = tables(count)
    before = peak()
    named: set[str] = set()
    lines = []
    whole = 0.0
    for rule in RULES:
        start = time.perf_counter()
        clashes = list(rule().check(corpus))
        seconds = time.perf_counter() - start
        whole += seconds
        told = {fact.partition("#")[0] for each in clashes for fact in each.facts}
        named |= told
        lines.append(f"{rule.name:>22} {len(clashes):>8,} clashes {len(told - wrong):>6,} invented {seconds:>8.2f} s")
    size = len(corpus.roles)
    total = (
        f"{size:>9,} {len(wrong):>7,} {len(wrong & named):>7,} {len(named - wrong):>9,} "
        f"{whole:>8.2f} {size / whole:>12,.0f} {before:>8,.0f} {peak():>8,.0f}"
    )
    return "\n".join((total, *lines))


def peak() -> float:
    """The greatest memory so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print the table."""
    sizes = [int(each) for each in sys.argv[1:]] or [100_000, 1_000_000]
    print("    roles   wrong   found  invented  seconds       roles/s  MiB before   after", flush=True)
    for size in sizes:
        print(run(size), flush=True)


if __name__ == "__main__":
    main()
