"""What a share is of: the cell of its whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factlint.corpus.printed import date_columns
from factlint.reading.date import FOREVER, NEVER, Date
from factlint.rules.figures.cells import TIME

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

_BETWEEN = "\x1f"  # no NUL: pandas 2 takes texts that differ only behind one for the same
_KEYS = ("figure", "of", "with", "scope", *TIME)


def wholes(shares: pd.DataFrame, symmetric: frozenset[str]) -> pd.Series[str]:
    """For each row with a share, one text that is the same for the same whole; empty where its time is not certain.

    What `share_of` does not say is as in the fact itself; `of` and `with` of a symmetric measure may swap.
    """
    import pandas as pd

    own = zip(*(shares[key] for key in _KEYS), strict=True)
    whole = [
        _whole(dict(zip(_KEYS, row, strict=True)), said, symmetric)
        for row, said in zip(own, shares["share_of"], strict=True)
    ]
    return pd.Series(whole, index=shares.index, dtype=object)


def _whole(own: dict[str, Any], said: Mapping[str, Any], symmetric: frozenset[str]) -> str:
    cell = own | {key: said[key] for key in ("figure", "of", "with", "scope") if key in said}
    period, asof = said.get("period"), said.get("asof")
    if isinstance(period, Date):
        cell |= dict(zip(date_columns("period"), _ends(*period.as_period()), strict=True))
    if isinstance(asof, Date):
        cell |= dict(zip(date_columns("asof"), _ends(asof.begins, asof.ends), strict=True))
    if not (_known(period) and (asof is None or asof.exact)):
        return ""
    partners = [cell["of"] or "", cell["with"] or ""]
    if cell["figure"] in symmetric:
        partners.sort()
    return _BETWEEN.join(map(str, (cell["figure"], *partners, cell["scope"], *(cell[column] for column in TIME))))


def _ends(begins: tuple[int, int], ends: tuple[int, int]) -> Iterator[int]:
    yield from (*begins, *ends)


def _known(period: Date | None) -> bool:
    if period is None:
        return True
    begins, ends = period.as_period()
    return begins.earliest == begins.latest > NEVER and ends.earliest == ends.latest < FOREVER
