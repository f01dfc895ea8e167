"""`currency-mismatch`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.figures import cells
from factlint.figures.printing import span, subject
from factlint.findings import Anchor, Clash, Severity
from factlint.reading.quantity.units import is_money
from factlint.reasoning.agreement import common
from factlint.rules.base import Rule
from factlint.rules.figures.amounts import declared_units, either, in_base_units, texts, with_ends
from factlint.rules.figures.exchange import Exchange, Rate, exchanges
from factlint.rules.figures.sides import doubtful, opposed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.interval import Interval
    from factlint.rules.figures.sides import Opposed

_CELL = (*cells.CELL, "per")
_DAYS = ("first_day", "last_day")


class CurrencyMismatch(Rule):
    """One quantity is given in two currencies that no declared exchange rate reconciles.

    ## What it finds
    Figures of one measure, `of`, `with`, `scope` and time in two currencies, where `facts/registry/rates.yaml` has a
    rate between the two that held over that whole time: no number of the one, times a rate within the band around the
    printed rate, is a number of the other. A printed rate stands for all that round to it or were cut off to it, and
    `band` widens that to both sides. A rate holds in both directions.

    ## Why it matters
    A report that gives an amount in two currencies converts it, and conversions go wrong: a rate of another year, a
    division for a multiplication, thousands for millions.

    ## When it stays silent
    Where no rate is declared for the two currencies, or none that covers the whole time; where one of several such
    rates reconciles the two; where cutting off instead of rounding would. Rates are never chained over a third
    currency. Where the figures in one currency contradict each other, only `figure-differs` says so.

    ## How to settle it
    Correct the fact that misreads its article, or the rate; give the rate a `band` as wide as it moved over its period;
    where the articles print the two amounts so, accept the finding with the reason.
    """

    name = "currency-mismatch"
    severity = Severity.WARNING
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"figures": ("pair", "scope")}
    needs = ("registry/rates.rate",)
    valid = (
        """
        == facts/registry/measures.yaml
        exports: {kind: flow, unit: USD}
        price: {kind: rate, unit: USD/tonne}
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        pakistan: {name: Pakistan}
        == facts/registry/rates.yaml
        manat-2020: {from: USD, to: AZN, rate: 1.7, period: 2020, band: 2%}
        manat-2021-first-quarter: {from: USD, to: AZN, rate: 1.7, period: 2021-Q1}
        euro-2020: {from: EUR, to: USD, rate: 1.14, period: 2020}
        == facts/a.yaml
        source: {title: An article in dollars}
        facts:
          - {id: a, figure: exports, of: Azerbaijan, period: 2020, value: $13.2 million}
          - {id: b, figure: exports, of: Azerbaijan, period: 2021, value: $13.2 million}
          - {id: c, figure: exports, of: Azerbaijan, period: 2022, value: $13.2 million}
          - {id: d, figure: price, of: Azerbaijan, asof: 2020-03-01, value: $250 per tonne}
          - {id: e, figure: exports, of: Pakistan, period: 2020-Q1, value: 3.3 million EUR}
        == facts/b.yaml
        source: {title: An article in manats}
        facts:
          - {id: a, figure: exports, of: Azerbaijan, period: 2020, value: 22.4 million AZN}
          - {id: longer-than-the-rate, figure: exports, of: Azerbaijan, period: 2021, value: 60 million AZN}
          - {id: no-rate, figure: exports, of: Azerbaijan, period: 2022, value: 60 million AZN}
          - {id: d, figure: price, of: Azerbaijan, asof: 2020-03-01, value: 0.42 AZN per kg}
          - {id: no-chain, figure: exports, of: Pakistan, period: 2020-Q1, value: 60 million AZN}
          - {id: part, figure: exports, of: Azerbaijan, period: 2020, scope: {sector: oil}, value: 6 million AZN}
          - {id: plan, figure: exports, of: Azerbaijan, period: 2020, mode: planned, value: 60 million AZN}
        """,
    )
    invalid = (
        """
        == facts/registry/measures.yaml
        exports: {kind: flow, unit: USD}
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        == facts/registry/rates.yaml
        manat-2020: {from: USD, to: AZN, rate: 1.7, period: 2020, band: 2%}
        == facts/a.yaml
        source: {title: An article that multiplies where it should divide}
        facts:
          - {id: manats, figure: exports, of: Azerbaijan, period: 2020, value: 13.2 million AZN}
          - id: to-dollars
            figure: exports
            of: Azerbaijan
            period: 2020
            value: $22.4 million  # <- currency-mismatch
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each quantity and two currencies that no rate reconciles, at the later of the facts."""
        known = exchanges(corpus)
        if not known:
            return
        values = with_ends(_money(in_base_units(cells.standing(corpus), declared_units(corpus))))
        for exchange in known:
            rows = values[values["currency"].isin([exchange.one, exchange.other])]
            rows = rows.assign(other=rows["currency"] == exchange.other)
            for one, other in doubtful(rows, _CELL, exchange.surely_fits, _DAYS):
                if clash := _clash(corpus, exchange, one, other):
                    yield clash


def _money(values: pd.DataFrame) -> pd.DataFrame:
    """The values in money, of quantities that are given in two currencies or more.

    `currency` is that of a value, `per` what a price is for, `first_day` and `last_day` the ends of its time.
    """
    split = {base: base.partition("/") for base in values["base"].unique()}
    values = values.assign(
        currency=values["base"].map({base: upper for base, (upper, _, _) in split.items()}),
        per=values["base"].map({base: lower for base, (_, _, lower) in split.items()}),
    )
    values = values[values["currency"].map({upper: is_money(upper) for upper, _, _ in split.values()}).astype(bool)]
    currencies = values["currency"].groupby(cells.codes(values, _CELL)).transform("nunique")
    values = values[currencies > 1]
    period = values["period"].notna()
    return values.assign(
        first_day=values["period_begins_earliest"].where(period, values["asof_begins_earliest"]),
        last_day=values["period_ends_latest"].where(period, values["asof_ends_latest"]),
    )


def _clash(corpus: Corpus, exchange: Exchange, one: pd.DataFrame, other: pd.DataFrame) -> Clash | None:
    """The clash between a quantity in one currency and in the other, None where a rate reconciles them."""
    rates = exchange.covering(int(one["first_day"].iloc[0]), int(one["last_day"].iloc[0]))
    said = (either(one), either(other))
    found = opposed(*said, lambda *ends: any(rate.fits(*ends) for rate in rates)) if rates else None
    if found is None:
        return None
    printed = texts(one, other)
    certain = bool(one["certain"].iloc[0])
    words = _words(corpus, found, rates[0], _from_to(rates[0], one, other))
    at = found.facts[-1]
    return Clash(
        f"{words}{'' if certain else ', if both speak of the same days'}",
        Anchor(at, "value"),
        facts=found.facts,
        related=(
            *((Anchor(fact, "value"), f"{printed[fact]} here") for fact in found.facts if fact != at),
            *((Anchor(rate.ref, "rate"), f"{rate.words} here") for rate in rates),
        ),
        suspects=found.suspects,
        severity=None if certain else Severity.NOTE,
    )


def _words(corpus: Corpus, found: Opposed, rate: Rate, sides: Sequence[pd.DataFrame]) -> str:
    """What two facts say, and what the first would be in the currency of the second."""
    given, converted = (rows[rows["fact"].isin(found.facts)] for rows in sides)
    fact, model, factor = (converted[column].iloc[0] for column in ("fact", "value", "factor"))
    room: Interval = rate.convert(common(either(given).values())).times(1 / factor)
    first = given["value"].iloc[0].text.strip()
    about = subject(corpus, min(str(given["fact"].iloc[0]), str(fact)))
    return (
        f"{about} is given as {first} and as {model.text.strip()}, but at {rate.words} {first} is {span(room, model)}"
    )


def _from_to(rate: Rate, one: pd.DataFrame, other: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The side in the currency that the rate exchanges, and the side in the currency that it gives."""
    return (one, other) if one["currency"].iloc[0] == rate.source else (other, one)
