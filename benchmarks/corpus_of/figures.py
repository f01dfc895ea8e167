"""Stories of figures: five years of trade between two places, each number true and printed in several articles."""

from __future__ import annotations

from datetime import date
from math import isqrt
from typing import TYPE_CHECKING, Any

from . import words
from .story import Said, Told

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from .story import Cells, Entries, Source

_GOODS = (
    "livestock meat fish dairy cereals fruit vegetables coffee tea spices sugar cocoa beverages tobacco salt ores "
    "fuels chemicals medicines fertilisers dyes cosmetics plastics rubber leather timber cork pulp paper books silk "
    "wool cotton carpets textiles footwear ceramics glass jewellery steel copper nickel aluminium tools machinery "
    "electronics vehicles aircraft ships furniture"
)
GOODS = tuple(_GOODS.split())
YEARS = 5
Row = dict[str, Any]


class Figures:
    """Exports, imports, turnover and balance of a pair of places, with growth, shares and rounder second articles."""

    name = "figures"
    letter = "f"
    share = 40
    size = 32
    keys = 79_800
    columns: tuple[str, ...] = (
        "figure",
        "of",
        "with",
        "period",
        "value",
        "change",
        "versus",
        "share",
        "share_of",
        "scope",
    )
    flaws: tuple[str, ...] = ("power-of-ten", "digit", "growth", "direction", "share", "unit", "year", "sign", "domain")
    flaws_in_scope = flaws

    def told(self, source: Source, flaw: str | None) -> Told:
        """The figures of a pair in one telling."""
        goods, of, partner = _key(source.key)
        rows = _rows(source)
        wrong = _spoil(rows, flaw, source.words()) if flaw else None
        rest = {"scope": "{basis: constant prices}"} if source.scoped() else {}
        facts = [
            Said(
                {"figure": f"{goods}-{row['figure']}", "of": of, "with": partner, **_cells(row, goods), **rest},
                date(row["told"] + 1, 1, 15).toordinal(),
                wrong=row is wrong,
            )
            for row in rows
        ]
        return Told(f"Trade in {goods} of {of} with {partner}", facts)

    def entries(self, seed: int, keys: Mapping[int, int], into: Entries) -> None:
        """The measures of each kind of goods, and the places."""
        for key in keys:
            goods, of, partner = _key(key)
            into.places |= {of, partner}
            kinds = {
                "exports": "",
                "imports": "",
                "turnover": f", equals: {goods}-exports + {goods}-imports",
                "balance": f", equals: {goods}-exports - {goods}-imports, minimum: none",
            }
            for kind, more in kinds.items():
                name = f"name: {kind.capitalize()} of {goods}, kind: flow, unit: USD{more}"
                into.add("measures", f"{goods}-{kind}", name)


def _key(key: int) -> tuple[str, str, str]:
    """The goods and the two places of a story: one for each pair."""
    second = (1 + isqrt(1 + 8 * key)) // 2
    return GOODS[key % len(GOODS)], words.place(key - second * (second - 1) // 2), words.place(second)


def _rows(source: Source) -> list[Row]:
    """The true figures of five years, each with the digits and the hedge of its article."""
    truth, own = source.truth(), source.words()
    rows: list[Row] = []
    first = truth.randrange(2005, 2019)
    before = 0
    for year in range(first, first + YEARS):
        turnover = _walked(before, truth)
        exports = turnover * truth.choice((truth.randrange(200, 450), truth.randrange(550, 800))) // 1000
        rows += _year(year, exports, turnover, own)
        if before:
            rows.append({"figure": "turnover", "year": year, "new": turnover, "old": before})
        if year > first + 1:
            rows.append({"figure": "exports", "year": year, "part": exports, "whole": turnover})
            rows.append({"figure": "balance", "year": year, "value": 2 * exports - turnover, "digits": 3})
        if year > first + 2:
            rows.append({"figure": "exports", "year": year, "value": exports, "digits": 2})
        before = turnover
    return [{**row, "told": row["year"], "style": own.randrange(4)} for row in rows]


def _walked(before: int, truth: Random) -> int:
    """The turnover of the next year: always at least a twentieth more or less, sometimes a multiple."""
    if not before:
        return truth.randrange(10**8, 10**10)
    steps = (truth.randrange(600, 950), truth.randrange(1050, 1400), truth.randrange(1800, 3000))
    return before * truth.choices(steps, (10, 10, 1))[0] // 1000


def _year(year: int, exports: int, turnover: int, own: Random) -> list[Row]:
    """Exports, imports and turnover, and the turnover once more with fewer digits or a hedge."""
    true = {"exports": exports, "imports": turnover - exports, "turnover": turnover}
    rows: list[Row] = [
        {"figure": name, "year": year, "value": value, "digits": own.choice((4, 5))} for name, value in true.items()
    ]
    hedge = own.choice(("", "", "about", "more than", "nearly"))
    rows.append({"figure": "turnover", "year": year, "value": turnover, "digits": own.choice((2, 3)), "hedge": hedge})
    return rows


def _cells(row: Row, goods: str) -> Cells:
    """The keys of a figure as they are written."""
    year = str(row["year"])
    if "old" in row:
        return {"period": year, "change": _change(row), "versus": str(row["year"] - 1)}
    if "part" in row:
        tenths = (2000 * row["part"] + row["whole"]) // (2 * row["whole"])
        return {"period": year, "share": words.percent(tenths + row.get("points", 0)), "share_of": f"{goods}-turnover"}
    return {"period": year, "value": _value(row)}


def _change(row: Row) -> str:
    """The growth in percent, or as a multiple."""
    new, old, more = row["new"], row["old"], row.get("points", 0)
    if new * 10 >= old * 18:
        tenths = (20 * new + old) // (2 * old) + more // 10
        return f"{tenths // 10}.{tenths % 10} times"
    tenths = (2000 * (new - old) + old) // (2 * old)
    return words.percent((-tenths if row.get("turned") else tenths) + more, "+")


def _value(row: Row) -> str:
    """The amount, rounded as its hedge asks."""
    hedge = row.get("hedge", "")
    phrase = words.amount(row["value"], row["digits"], {"more than": "down", "nearly": "up"}.get(hedge, "nearest"))
    if "unit" in row:
        return f"{phrase} {row['unit']}"
    said = words.dollars(phrase, row["style"] if row["value"] > 0 else 0)
    return f"{hedge} {said}" if hedge else said if row["value"] > 0 else f"-{said}"


def _spoil(rows: list[Row], flaw: str, random: Random) -> Row:
    """Makes one figure wrong, so that it is at odds with others of its own telling."""
    plain = [row for row in rows if "value" in row and not row.get("hedge")]
    growth = [row for row in rows if "old" in row]
    shares = [row for row in rows if "part" in row]
    exact = [row for row in plain if row["figure"] == "turnover" and row["digits"] > 3]
    from_second = [row for row in exact if row["year"] > rows[0]["year"]]
    balances = [row for row in plain if row["figure"] == "balance"]
    percents = [row for row in growth if row["new"] * 10 < row["old"] * 18] or growth
    chosen = {"growth": growth, "direction": percents, "share": shares, "year": from_second, "sign": balances}
    row: Row = random.choice(chosen.get(flaw, shares if flaw == "domain" else plain))
    row |= _flaw(row, flaw)
    return row


def _flaw(row: Row, flaw: str) -> Row:
    """What is wrong in the row."""
    if flaw == "digit":
        lead = 10 ** (len(str(abs(row["value"]))) - 1) * (1 if row["value"] > 0 else -1)
        return {"value": row["value"] + (lead if abs(row["value"]) < 9 * abs(lead) else -lead)}
    if flaw == "direction" and row["new"] * 10 < row["old"] * 18:
        return {"turned": True}
    if flaw == "share":
        return {"points": 200 if 1000 * row["part"] < 700 * row["whole"] else -400}
    changes: dict[str, Row] = {
        "power-of-ten": {"value": row.get("value", 0) * 10},
        "sign": {"value": -row.get("value", 0)},
        "unit": {"unit": "tonnes"},
        "year": {"year": row["year"] - 1},
        "domain": {"points": 1000},
    }
    return changes.get(flaw, {"points": 200})
