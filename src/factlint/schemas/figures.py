"""Figures: amounts, counts, rates."""

from __future__ import annotations

import pandera.pandas as pa

from factlint.schemas.declare import MISSING, any_given, beside, excludes, given, holds, needs, required
from factlint.schemas.table import Table


class Figures(Table, table="figures"):
    """A row a fact with `figure:`: of what, when, and the amount, the change or the share as printed."""

    figure: object = required("the id or a name of one of the measures")
    of: object = required("whose figure it is: a country, a body, a person or an event")
    share_high: float = pa.Field(ge=0, description="a share of 0% or more")

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
