"""Tables of made-up figures of which one in a thousand is wrong; see `figures.py`."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pandas as pd

from factlint.corpus import Corpus, load_settings
from factlint.corpus.printed import OPEN, date_columns, outward
from factlint.engine.check import read
from factlint.figures import cells
from factlint.reading import date as dates
from factlint.reading.quantity import Change, Quantity
from factlint.testing import unpack

REGISTRY = """
== facts/registry/measures.yaml
exports: {kind: flow, unit: USD}
imports: {kind: flow, unit: USD}
turnover: {kind: flow, unit: USD, equals: exports + imports}
balance: {kind: flow, unit: USD, equals: exports - imports, minimum: none}
"""
YEARS = range(2016, 2021)
A_PAIR = 28
WRONG = 0.001


@dataclass(frozen=True)
class Tables(Corpus):
    """A corpus whose figures are given as a table, with no files behind them."""

    figures: pd.DataFrame = field(default_factory=pd.DataFrame)

    def standing(self, name: str) -> pd.DataFrame:
        return self.figures.copy(deep=False)


def printed(number: int, digits: int, unit: str | None = "USD") -> Quantity:
    """A whole number rounded to so many digits."""
    ulp = 10 ** max(len(str(number)) - digits, 0)
    value = (2 * number + ulp) // (2 * ulp) * ulp
    return Quantity(f"{value} USD", Fraction(value), unit, Fraction(ulp))


def ratio(new: int, old: int) -> Change:
    """The change in percent, to a tenth."""
    tenths = (2 * 1000 * (new - old) + old) // (2 * old)
    return Change("percent", Quantity(f"{tenths / 10:+.1f}%", Fraction(tenths, 10), "percent", Fraction(1, 10)))


def pair(number: int, random: Random) -> list[dict[str, Any]]:
    """The figures of one pair of countries, all true."""
    rows: list[dict[str, Any]] = []
    before = None
    for year in YEARS:
        true = {"exports": random.randint(10**6, 10**9), "imports": random.randint(10**6, 10**9)}
        true["turnover"] = sum(true.values())
        for name, value in true.items():
            rows.append({"figure": name, "year": year, "value": printed(value, random.choice((3, 4, 5)))})
        rows.append({"figure": "turnover", "year": year, "value": printed(true["turnover"], 2)})
        if before:
            rows.append({"figure": "turnover", "year": year, "change": ratio(true["turnover"], before)})
        if year in {2018, 2019, 2020}:
            rows.append({"figure": "exports", "year": year, "share": share(true["exports"], true["turnover"])})
        if year == 2020:
            rows.append({"figure": "exports", "year": year, "value": printed(true["exports"], 2)})
        before = true["turnover"]
    for index, row in enumerate(rows):
        row |= {"fact": f"p{number:07d}#f{index:02d}", "of": f"a{number}", "with": f"b{number}"}
    return rows


def share(part: int, whole: int) -> Quantity:
    """A part of a whole in percent, to a tenth."""
    tenths = (2 * 1000 * part + whole) // (2 * whole)
    return Quantity(f"{tenths / 10:.1f}%", Fraction(tenths, 10), "percent", Fraction(1, 10))


def spoiled(said: Quantity | Change) -> Quantity | Change:
    """A figure printed ten times too large, or a change with twenty points more."""
    if isinstance(said, Change):
        return Change(said.kind, Quantity("wrong", said.quantity.number + 20, said.quantity.unit, said.quantity.ulp))
    if said.unit == "percent":
        return Quantity("wrong", (said.number + 20) % 90, said.unit, said.ulp)
    return Quantity("wrong", said.number * 10, said.unit, said.ulp * 10)


def table(count: int, seed: int = 1) -> tuple[pd.DataFrame, set[str]]:
    """A frame of so many figures with the columns that the rules read, and the pairs with a wrong one."""
    random = Random(seed)
    rows = [row for number in range(-(-count // A_PAIR)) for row in pair(number, random)][:count]
    wrong = set()
    for index in random.sample(range(count), round(count * WRONG)):
        key = next(key for key in ("value", "change", "share") if key in rows[index])
        rows[index][key] = spoiled(rows[index][key])
        wrong.add(rows[index]["of"])
    random.shuffle(rows)
    return framed(rows), wrong


def framed(rows: list[dict[str, Any]]) -> pd.DataFrame:
    """The rows as the table of figures has them."""
    year = {each: dates.read(str(each)) for each in range(YEARS[0] - 1, YEARS[-1] + 1)}
    days = {each: tuple(day for ends in date.as_period() for day in ends) for each, date in year.items()}
    frame: dict[str, list[Any]] = {
        "fact": [row["fact"] for row in rows],
        "file": [row["fact"].partition("#")[0] for row in rows],
        "figure": [row["figure"] for row in rows],
        "of": [row["of"] for row in rows],
        "with": [row["with"] for row in rows],
        "pair": [f"{row['of']} & {row['with']}" for row in rows],
        "group": [f"{row['of']} & {row['with']}" for row in rows],
        "scope": [""] * len(rows),
        "period": [year[row["year"]] for row in rows],
        "asof": [None] * len(rows),
        "versus": [year[row["year"] - 1] if "change" in row else None for row in rows],
        "share_of": [{"figure": "turnover"} if "share" in row else None for row in rows],
    }
    for index, column in enumerate(date_columns("period")):
        frame[column] = [days[row["year"]][index] for row in rows]
    for index, column in enumerate(date_columns("versus")):
        frame[column] = [days[row["year"] - 1][index] if "change" in row else OPEN[index] for row in rows]
    for index, column in enumerate(date_columns("asof")):
        frame[column] = [OPEN[index]] * len(rows)
    for key in ("value", "change", "share"):
        said = [row.get(key) for row in rows]
        amounts = [None if each is None else cells.amount(each) for each in said]
        ends = [(float("-inf"), float("inf")) if each is None else outward(each.either) for each in amounts]
        frame[key] = said
        frame[f"{key}_low"], frame[f"{key}_high"] = ([end[side] for end in ends] for side in (0, 1))
        frame[f"{key}_unit"] = [None if each is None else each.unit for each in amounts]
    return pd.DataFrame({name: pd.Series(values, dtype=_dtype(values)) for name, values in frame.items()})


def _dtype(values: list[Any]) -> str:
    return {int: "int64", float: "float64"}.get(type(values[0]), "object")


def tables(count: int) -> tuple[Tables, set[str]]:
    """A corpus of so many figures, and the pairs with a wrong one."""
    with TemporaryDirectory() as folder:
        unpack(REGISTRY, Path(folder))
        base, _ = read(load_settings(Path(folder)))
    frame, wrong = table(count)
    return Tables(base.settings, base.registry, (), {}, {}, figures=frame), wrong
