"""Shares that no whole can have: of a whole that is below zero."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factlint.reading.date import FOREVER, NEVER
from factlint.reading.quantity import Quantity
from factlint.schemas.declare import beside

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

    import pandas as pd

    from factlint.reading.date import Date
    from factlint.schemas.constraint import Beside

_KEYS = ("figure", "of", "with", "scope", "period", "asof")


def of_negative_wholes(figures: pd.DataFrame) -> dict[int, str]:
    """Shares above 0% of wholes that another figure certainly puts below zero, where the part is no such thing.

    A part that may itself be below zero (two deficits) has a share that means something, so nothing is said of it.
    """
    registry = beside(figures)
    stands = (figures["mode"] == "happened") & ~figures["superseded"]
    parts = stands & (figures["share_low"] >= 0) & figures["figure"].isin(registry.amounts) & _of_another(figures)
    wholes = {row: _whole(said) for row, said in _rows(figures, parts) if _above_zero(said)}
    wholes = {row: whole for row, whole in wholes.items() if whole["figure"] not in registry.amounts}
    measures = {whole["figure"] for whole in wholes.values()}
    below = _below_zero(figures, stands & figures["figure"].isin(measures) & (figures["value_high"] <= 0), registry)
    cells = {row: _cell(whole, registry) for row, whole in wholes.items()}
    return {
        row: f"the whole is {below[cell]}, so no amount is a part of it: correct the whole, or write the part as value:"
        for row, cell in cells.items()
        if cell is not None and cell in below
    }


def _of_another(figures: pd.DataFrame) -> pd.Series[bool]:
    """The figures that are shares of another measure."""
    import pandas as pd

    return pd.Series(
        [whole is not None and "figure" in whole for whole in figures["share_of"]], figures.index, dtype=bool
    )


def may_compare(facts: Iterable[Mapping[str, Any]]) -> bool:
    """Whether `of_negative_wholes` may say something, by the values of facts: some whole has a figure below zero."""
    said = list(facts)
    below = {values.get("figure") for values in said if _is_below_zero(values.get("value"))}
    wholes = {_whole_of(values) for values in said if isinstance(values.get("share_of"), dict)}
    return not below.isdisjoint(wholes)


def _whole_of(values: Mapping[str, Any]) -> object:
    return values["share_of"].get("figure", values.get("figure"))


def _is_below_zero(value: object) -> bool:
    high = value.either.high if isinstance(value, Quantity) else None
    return high is not None and high < 0


def _below_zero(figures: pd.DataFrame, among: pd.Series[bool], registry: Beside) -> dict[Hashable, str]:
    """The cells whose value is certainly below zero, each with that value and the first fact that states it."""
    found: dict[Hashable, str] = {}
    for _, said in sorted(_rows(figures, among), key=lambda each: str(each[1]["fact"])):
        high = said["value"].either.high
        cell = _cell(said, registry)
        if cell is not None and high is not None and high < 0:
            found.setdefault(cell, f"{said['value'].text.strip()} in {said['fact']}")
    return found


def _rows(figures: pd.DataFrame, among: pd.Series[bool]) -> list[tuple[int, dict[str, Any]]]:
    """The rows `among` the figures by their numbers, with the cells that are looked at."""
    columns = ("fact", *_KEYS, "value", "share", "share_low", "share_of")
    chosen = figures.loc[among, list(columns)]  # narrow, for a table of figures is wide
    rows = zip(*(chosen[column] for column in columns), strict=True)
    return [(row, dict(zip(columns, cells, strict=True))) for row, cells in zip(chosen.index, rows, strict=True)]


def _whole(said: Mapping[str, Any]) -> dict[str, Any]:
    """The keys of the whole: what `share_of` does not say is as in the fact itself."""
    return {key: said["share_of"].get(key, said[key]) for key in _KEYS}


def _cell(said: Mapping[str, Any], registry: Beside) -> Hashable | None:
    """What a figure speaks of; None where its time is not certain."""
    period, asof = said["period"], said["asof"]
    certain = (period is None or _known(period)) and (asof is None or asof.exact)
    if not certain or (period is None and asof is None):
        return None
    partners = [said["of"] or "", said["with"] or ""]
    if said["figure"] in registry.symmetric:
        partners.sort()
    time = (period and period.as_period(), asof and asof.begins)
    return (said["figure"], *partners, said["scope"] or "", *time)


def _known(period: Date) -> bool:
    """Whether the first and the last day are known."""
    begins, ends = period.as_period()
    return begins.earliest == begins.latest > NEVER and ends.earliest == ends.latest < FOREVER


def _above_zero(said: Mapping[str, Any]) -> bool:
    """Whether a share of at least 0 is above 0, which its float already tells if it is: it never cuts off a member."""
    share = said["share"]
    low = share.either.low if isinstance(share, Quantity) and said["share_low"] == 0 else said["share_low"]
    return low is not None and low > 0
