"""How fast contradictions among relations are found, and whether all of them are, and nothing else.

    python benchmarks/relations.py              # 100,000 and 1,000,000 relations
    python benchmarks/relations.py 10000        # another size

The relations are true statements about made-up things, in stories of twenty: seats and chairs that pass from one to the
next, companies that own each other downwards, acquaintances told and denied from both ends, the only friend and later
ones, and the first three to recognize. One relation in a thousand is then made wrong. A contradiction is found where a
finding names a relation of the story, and invented where the story has no wrong one. Times are of one process, from the
typed table to the findings of all rules on relations.
"""

from __future__ import annotations

import resource
import sys
import time
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import pandas as pd

from factlint.corpus import Corpus, load_settings
from factlint.corpus.ranks import Ranks
from factlint.corpus.tables import CELLS, build
from factlint.engine.check import read
from factlint.reading import date as dates
from factlint.rules.relations.denied_and_asserted import DeniedAndAsserted
from factlint.rules.relations.one_object import OneObject
from factlint.rules.relations.one_subject import OneSubject
from factlint.rules.relations.only_broken import OnlyBroken
from factlint.rules.relations.rank_clash import RankClash
from factlint.rules.relations.relation_asymmetric import RelationAsymmetric
from factlint.rules.relations.relation_cycle import RelationCycle
from factlint.rules.relations.self_relation import SelfRelation
from factlint.rules.relations.two_firsts import TwoFirsts
from factlint.testing import unpack

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.reading.date import Date
    from factlint.rules.base import Rule

    Row = dict[str, Any]

RULES: tuple[type[Rule], ...] = (
    TwoFirsts,
    RankClash,
    OnlyBroken,
    OneObject,
    OneSubject,
    RelationAsymmetric,
    RelationCycle,
    SelfRelation,
    DeniedAndAsserted,
)
REGISTRY = """
== facts/registry/relations.yaml
seat: {one_object: true}
chairs: {one_subject: true}
owns: {acyclic: true, irreflexive: true}
knows: {symmetric: true, irreflexive: true}
likes: {}
recognized: {}
"""
A_STORY = 20
WRONG = 0.001


@dataclass(frozen=True)
class Tables(Corpus):
    """A corpus whose relations are given as a table, with no files behind them."""

    relations: pd.DataFrame = field(default_factory=pd.DataFrame)

    def table(self, name: str) -> pd.DataFrame:
        return self.relations.copy(deep=False) if name == "relations" else super().table(name)

    def standing(self, name: str) -> pd.DataFrame:
        if name != "relations":
            return super().standing(name)
        return self.relations[self.relations["mode"] == "happened"].reset_index(drop=True)


@cache
def day(text: str) -> Date:
    """A date, read once."""
    return dates.read(text)


def story(number: int, random: Random) -> list[Row]:
    """Twenty true statements about things of their own."""
    first, second = 1990 + random.randrange(10), 2005 + random.randrange(10)
    thing = [f"t{number}-{index}" for index in range(8)]
    rows: list[Row] = [
        _row(thing[0], "seat", thing[1], date=f"{first}-05-05/{second}-03-03"),
        _row(thing[0], "seat", thing[2], since=f"{second}-03-03"),
        _row(thing[0], "seat", thing[3], date=f"{first - 9}/{first}"),
        _row(thing[1], "chairs", thing[0], date=f"{first}-05-05/{second}-03-03"),
        _row(thing[2], "chairs", thing[0], since=f"{second}-03-03"),
        *(_row(thing[(child - 1) // 2], "owns", thing[child]) for child in range(1, 8)),
        _row(thing[0], "knows", thing[1]),
        _row(thing[1], "knows", thing[0], since=f"{first}"),
        _row(thing[0], "knows", thing[2], mode="denied", published=f"{first}-01-01"),
        _row(thing[0], "likes", thing[7], only=True, published=f"{first}-02-02"),
        _row(thing[1], "likes", thing[7], since=f"{second}"),
        *(_row(thing[at], "recognized", thing[7], rank=Ranks(at, at), date=f"{first + at}") for at in (1, 2, 3)),
    ]
    for index, row in enumerate(rows):
        row |= {"fact": f"s{number:07d}#f{index:02d}", "file": f"s{number:07d}"}
        row["published"] = day(row.get("published", "2021-06-23"))
    return rows


def _row(subject: str, relation: str, thing: str, **more: Any) -> Row:  # noqa: ANN401 - the cells of a row
    said = {key: day(value) if key in {"date", "since"} else value for key, value in more.items()}
    return {"subject": subject, "relation": relation, "object": thing, "mode": "happened", **said}


def _earlier(row: Row, key: str, text: str) -> None:
    row[key] = day(text)


def _back(row: Row) -> None:
    """The root, owned by a company that it owns over two others."""
    name = row["subject"].partition("-")[0]
    row["subject"], row["object"] = f"{name}-7", f"{name}-0"


SPOILED: tuple[tuple[int, Callable[[Row], None]], ...] = (
    (1, lambda row: _earlier(row, "since", "2003-03-03")),
    (4, lambda row: _earlier(row, "since", "2003-03-03")),
    (10, _back),
    (12, lambda row: row.update(object=row["subject"])),
    (13, lambda row: row.update(mode="denied", since=day("2021-06-22/2021-06-24"))),
    (14, lambda row: row.update(object=row["object"][:-1] + "1", published=day("2021-06-23"))),
    (16, lambda row: _earlier(row, "since", "1985")),
    (18, lambda row: row.update(rank=Ranks(1, 1))),
    (19, lambda row: _earlier(row, "date", "1970")),
)
"""Which statement of a story is made wrong, and how."""


def rows(count: int, seed: int = 1) -> tuple[list[Row], set[str]]:
    """So many statements, shuffled, and the files of the stories with a wrong one."""
    random = Random(seed)
    stories = [story(number, random) for number in range(count // A_STORY)]
    wrong = set()
    for number in random.sample(range(len(stories)), min(round(count * WRONG), len(stories))):
        index, spoil = random.choice(SPOILED)
        spoil(stories[number][index])
        wrong.add(f"s{number:07d}")
    every = [row for each in stories for row in each]
    random.shuffle(every)
    return every, wrong


def framed(every: list[Row]) -> pd.DataFrame:
    """The rows as the table of relations has them; what no row writes is spread once for all."""
    blank = build("relations", {}, 1)
    frame: dict[str, pd.Series[Any]] = {}
    for key, cell in CELLS["relations"].items():
        names = cell.columns(key)
        if not any(key in row for row in every):
            frame |= {name: pd.Series([blank[name].iloc[0]] * len(every), dtype=dtype) for name, dtype in names.items()}
            continue
        spread = zip(*(cell.spread(row.get(key)) for row in every), strict=True)
        frame |= {name: pd.Series(list(each), dtype=names[name]) for name, each in zip(names, spread, strict=True)}
    return pd.DataFrame(frame)


def tables(count: int) -> tuple[Tables, set[str]]:
    """A corpus of so many relations, and the files of the stories with a wrong one."""
    with TemporaryDirectory() as folder:
        unpack(REGISTRY, Path(folder))
        base, _ = read(load_settings(Path(folder)))
    every, wrong = rows(count)
    return Tables(base.settings, base.registry, (), {}, {}, relations=framed(every)), wrong


def run(count: int) -> str:
    """One line of the table, and the seconds of each rule."""
    corpus, wrong = tables(count)
    before, named, seconds = peak(), set(), {}
    for rule in RULES:
        start = time.perf_counter()
        named |= {fact.partition("#")[0] for clash in rule().check(corpus) for fact in clash.facts}
        seconds[rule.name] = time.perf_counter() - start
    total = sum(seconds.values())
    line = (
        f"{count:>9,} {len(wrong):>7,} {len(wrong & named):>7,} {len(named - wrong):>9,} "
        f"{total:>8.2f} {count / total:>12,.0f} {before:>8,.0f} {peak():>8,.0f}"
    )
    return line + "\n" + ", ".join(f"{name} {spent:.2f}" for name, spent in seconds.items())


def peak() -> float:
    """The greatest memory so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    """Print the table."""
    sizes = [int(each) for each in sys.argv[1:]] or [100_000, 1_000_000]
    print("relations   wrong   found  invented  seconds   relations/s  MiB before   after", flush=True)
    for size in sizes:
        print(run(size), flush=True)


if __name__ == "__main__":
    main()
