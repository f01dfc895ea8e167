"""Figures that state an age or an anniversary, beside what the registry's dates make of it on that day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factlint.reading.date import FOREVER, NEVER, civil, format_day, ordinal
from factlint.reading.date.calendar import is_day
from factlint.reading.name import fold
from factlint.reading.quantity.tokens import words_of
from factlint.rules.events.ages import said

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from factlint.corpus import Corpus

_OTHERS = words_of(
    "average mean median minimum maximum least lowest highest retirement retiring pension pensionable voting legal "
    "working school marriage marrying marriageable drinking driving military conscription gestational death"
)
_TENS = (10, -10, 100, -100)


def measures(corpus: Corpus, word: str) -> frozenset[str]:
    """The measures of a word (age, anniversary): those whose id, name or alias it is.

    Also those whose id ends in it, such as `persons-age`, but for ages of many and ages that a law sets
    (`average-age`, `voting-age`).
    """
    table = corpus.table("registry/measures")
    found = set()
    for entry, name, aliases in zip(table["entry"], table["name"], table["aliases"], strict=True):
        *before, last = re.split(r"[\W_]+", str(entry).casefold())
        if word in {fold(str(each)) for each in (name, *aliases)} or (last == word and not _OTHERS & set(before)):
            found.add(str(entry))
    return frozenset(found)


def stated(corpus: Corpus, word: str, keys: Mapping[str, str]) -> pd.DataFrame | None:
    """The figures of the measures of a word in years, by fact id, of what has a date in the registry; None without any.

    `keys` gives for each kind of entry the key of the date to count from; entries of another kind, and figures with a
    partner or a scope, are left out. To the columns of `figures` come `kind`; `begun`, that date, with its first and
    last day `begun_earliest` and `begun_latest`; and the first and last day that the figure speaks of (its
    `asof`, else its `period`), `day_earliest` and `day_latest`. No day is open.
    """
    figures = corpus.standing("figures")
    own = figures["figure"].isin(measures(corpus, word)) & figures["value"].notna() & (figures["scope"] == "")
    own &= (figures["value_unit"].isna() | (figures["value_unit"] == "year")) & figures["with"].isna()
    if not own.any():
        return None
    rows = figures[own].sort_values("fact").merge(_begun(corpus, keys, figures.loc[own, "of"]), on="of")
    ends = {"day_earliest": "begins_earliest", "day_latest": "ends_latest"}
    given = rows["asof"].notna()
    rows = rows.assign(**{day: rows[f"asof_{end}"].where(given, rows[f"period_{end}"]) for day, end in ends.items()})
    first, last = rows[["begun_earliest", "day_earliest"]].min(axis=1), rows[["begun_latest", "day_latest"]].max(axis=1)
    return rows[(first > NEVER) & (last < FOREVER)].reset_index(drop=True)


def _begun(corpus: Corpus, keys: Mapping[str, str], entries: pd.Series[str]) -> pd.DataFrame:
    """The dates of those entries whose id only one kind has."""
    import pandas as pd

    kinds = {entry: corpus.registry.names.kinds_of(entry) for entry in entries.dropna().unique()}
    parts = []
    for kind, key in keys.items():
        table = corpus.table(f"registry/{kind}")
        alone = [entry for entry, found in kinds.items() if found == (kind,)]
        rows = table[table["entry"].isin(alone) & table[key].notna()]
        days = {"begun": key, "begun_earliest": f"{key}_begins_earliest", "begun_latest": f"{key}_ends_latest"}
        parts.append(
            pd.DataFrame({"of": rows["entry"], "kind": kind, **{name: rows[each] for name, each in days.items()}})
        )
    return pd.concat(parts, ignore_index=True)


def outside(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows whose figure cannot be from `least` to `most` years, and by how many it is above or below, as `off`."""
    low, high = rows["value_low"], rows["value_high"]
    # Printed to the unit, n stands for what lies from n - 1/2 up to n + 1; what is exact has both ends on n.
    near = (low > rows["most"]) | (high < rows["least"]) | (low < rows["least"] - 0.6) | (high > rows["most"] + 1.1)
    found = rows[near].reset_index(drop=True)
    years = [said(value) for value in found["value"]]
    above = [max(each.least - most, 0) for each, most in zip(years, found["most"], strict=True)]
    below = [min(each.most - least, 0) for each, least in zip(years, found["least"], strict=True)]
    found = found.assign(off=[over + under for over, under in zip(above, below, strict=True)])
    return found[found["off"] != 0]


def span(least: int, most: int) -> str:
    """Years in words: `62`, `62 or 63`, `60 to 63`."""
    if most <= least:
        return str(least)
    return f"{least} {'or' if most == least + 1 else 'to'} {most}"


def slip(row: pd.Series) -> str | None:
    """How one slip makes a plain number fit: digits swapped, ten or a hundred too many, or told before the day."""
    years = said(row["value"])
    if years.least != years.most:
        return None
    number = years.least
    swapped = int(str(number)[::-1])
    if row["least"] <= swapped <= row["most"]:
        return f"{number} reads as {swapped} if two digits were swapped"
    near = next((number + tens for tens in _TENS if row["least"] <= number + tens <= row["most"]), None)
    if near is not None:
        return f"{number} reads as {near} if a digit slipped"
    if row["off"] == 1 and row["begun_earliest"] == row["begun_latest"]:
        return _reached(row["begun_earliest"], number)
    return None


def _reached(begun: int, number: int) -> str:
    year, month, day = civil(begun)
    last = (year + number, month, day) if is_day(year + number, month, day) else (year + number, 3, 1)
    return f"{number} is reached on {format_day(ordinal(*last))}"
