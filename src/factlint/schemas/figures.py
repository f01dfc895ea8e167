"""Figures: amounts, counts, rates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.corpus.printed import date_columns
from factlint.reading.date import FOREVER, NEVER
from factlint.schemas.declare import (
    MISSING,
    any_given,
    beside,
    excludes,
    explained,
    from_number,
    given,
    holds,
    needs,
    required,
)
from factlint.schemas.shares import of_negative_wholes
from factlint.schemas.table import Table

if TYPE_CHECKING:
    import pandas as pd


def _same_time(figures: pd.DataFrame, key: str) -> pd.Series[bool]:
    """Where `versus` is certainly the time that is written behind a key."""
    own, base = (figures[[*date_columns(each)]].to_numpy() for each in (key, "versus"))
    known = (base[:, 0] == base[:, 1]) & (base[:, 2] == base[:, 3]) & (base[:, 0] > NEVER) & (base[:, 3] < FOREVER)
    same: pd.Series[bool] = given(figures[key]) & given(figures["versus"]) & known & (own == base).all(axis=1)
    return same


class Figures(Table, table="figures"):
    """A row a fact with `figure:`: of what, when, and the amount, the change or the share as printed."""

    figure = required("the id or a name of one of the measures")
    of = required("whose figure it is: a country, a body, a person or an event")
    share_high = from_number(0, "a share of 0% or more")

    says_an_amount = holds(
        lambda figures: any_given(figures, "value", "change", "share"),
        "value",
        "change",
        "share",
        rule=MISSING,
        say="no amount is written: write value: and the figure as printed, or change:, or share:",
    )
    change_alone = excludes(
        "change",
        "value",
        say="a figure has one of value, change and share: write the change in a fact of its own",
    )
    share_alone = excludes(
        "share",
        "value",
        "change",
        say="a figure has one of value, change and share: write the share in a fact of its own",
    )
    change_has_base = needs("change", "versus", write="the period that the change is against")
    change_is_over_time = holds(
        lambda figures: ~(_same_time(figures, "period") | _same_time(figures, "asof")),
        "versus",
        "period",
        "asof",
        "change",
        say="{versus!r} is the time of the figure itself: write the other period that the change is against",
    )
    whole_is_not_negative = explained(of_negative_wholes, "share_of", "share")
    share_has_whole = needs("share", "share_of", write="the measure that it is a share of")
    says_when = holds(
        lambda figures: any_given(figures, "period", "asof"),
        "period",
        "asof",
        rule=MISSING,
        say="no time is written: write period: and the stretch that the figure covers, or asof: and the day of a stock",
    )
    flow_has_period = holds(
        lambda figures: (
            ~figures["figure"].isin(beside(figures).flows) | given(figures["period"]) | ~given(figures["asof"])
        ),
        "period",
        "asof",
        "figure",
        rule=MISSING,
        say="{figure!r} is a flow, which adds up over time: write period: and the stretch that the figure covers",
    )
    precision_of_an_amount = holds(
        lambda figures: ~given(figures["precision"]) | any_given(figures, "value", "change", "share"),
        "precision",
        "value",
        "change",
        "share",
        say="precision: belongs to an amount, and none is written: write value:, or remove precision:",
    )
