"""The registry: what the names mean. An entry may be empty, for its id is a name; what it says must make sense."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

import pandas as pd

from factlint.reading.quantity import Hedge, Quantity, QuantityError
from factlint.reading.quantity.currencies import CODES
from factlint.reading.quantity.declared import declared_unit
from factlint.schemas import measures as ties
from factlint.schemas.declare import (
    Check,
    each,
    explained,
    from_number,
    holds,
    in_order,
    listed,
    matching,
    needs,
    one_of,
    required,
)
from factlint.schemas.table import Table

TYPES = ("person", "office", "measure", "event", "place", "body", "series")
"""What may stand in a relation, one word for each kind of entry."""

_WHOLE = 100
_NUMBER = re.compile(r"[+-]?[0-9]{1,30}(?:\.[0-9]{1,30})?")
_OLDEST = 120


class Entries(Table):
    """What every entry of the registry must satisfy: its reference is `file#id`."""

    id_is_writable = each(
        "entry", matching(r"(?s)(?=.*\S)[^#]*"), say="{item!r} is no id: write a short slug without the sign #"
    )


class People(Entries, table="registry/people"):
    """A row a person."""

    born_before_death = in_order("born", "died")


class Offices(Entries, table="registry/offices"):
    """A row an office."""

    seats = from_number(1, "a whole number from 1, or many")
    minimum_age = from_number(0, f"an age in years from 0 to {_OLDEST}", _OLDEST)

    existed_in_order = in_order("from", "until")


def number(text: object) -> Fraction | None:
    """The number that a `minimum` or `maximum` is, None where it is none."""
    return Fraction(text) if isinstance(text, str) and _NUMBER.fullmatch(text) else None


def _least_not_above_greatest(measures: pd.DataFrame) -> pd.Series[bool]:
    ends = zip(measures["minimum"].map(number), measures["maximum"].map(number), strict=True)
    fits = [low is None or high is None or low <= high for low, high in ends]
    return pd.Series(fits, index=measures.index, dtype=bool)


class Measures(Entries, table="registry/measures"):
    """A row a measure."""

    kind = one_of("flow", "stock", "rate")

    minimum_is_number = each(
        "minimum",
        lambda cell: cell == "none" or number(cell) is not None,
        say="{item!r} is no least value: write a number such as 0 or -2.5, or none",
    )
    maximum_is_number = each(
        "maximum",
        lambda cell: number(cell) is not None,
        say="{item!r} is no greatest value: write a number such as 100",
    )
    minimum_below_maximum = holds(
        _least_not_above_greatest,
        "minimum",
        "maximum",
        say="the least value {minimum!r} is above the greatest, {maximum!r}: correct one of the two",
    )
    equals_others = explained(ties.own_name, "equals")
    equals_one_kind = explained(ties.mixed_kinds, "equals", "kind")
    mean_of_amounts = explained(ties.means, "equals")
    not_forced_to_zero = explained(ties.forced_to_zero, "equals")
    part_of_no_part = explained(ties.part_of_itself, "part_of")
    mirror_of_one_kind = explained(ties.mirrored_kinds, "mirror", "kind")


def _unread_units(measures: pd.DataFrame) -> dict[int, str]:
    """For each row whose unit cannot be read, the reader's own words."""
    found = {}
    for row, unit in enumerate(measures["unit"]):
        try:
            declared_unit("USD" if unit is None else str(unit))
        except QuantityError as error:
            found[row] = str(error)
    return found


def _percentages(cells: pd.Series[Any]) -> pd.Series[bool]:
    """Which cells are a plain percentage from 0 to 100, or not written."""
    fits = [not isinstance(each, Quantity) or _is_percentage(each) for each in cells]
    return pd.Series(fits, index=cells.index, dtype=bool)


def _is_percentage(share: Quantity) -> bool:
    return share.hedge is Hedge.NONE and 0 <= share.number <= _WHOLE


class ComparedMeasures(Measures, table="registry/measures"):
    """A row a measure; what comparing its figures across units and reporters needs."""

    unit_is_read = explained(_unread_units, "unit")
    mirror_tolerance_is_percentage = holds(
        lambda measures: _percentages(measures["mirror_tolerance"]),
        "mirror_tolerance",
        say="{mirror_tolerance!r} is no tolerance: write a percentage from 0% to 100%, such as 10%",
    )
    tolerance_has_mirror = needs("mirror_tolerance", "mirror", write="the measure that the partner reports")


class Events(Entries, table="registry/events"):
    """A row an event."""

    number = from_number(1, "a whole number from 1")


class Places(Entries, table="registry/places"):
    """A row a place."""

    existed_in_order = in_order("from", "until")


class Bodies(Entries, table="registry/bodies"):
    """A row a body: an organisation, an authority, an army."""

    existed_in_order = in_order("founded", "dissolved")


class Series(Entries, table="registry/series"):
    """A row a series of events."""


def _types(key: str) -> Check:
    return each(key, TYPES.__contains__, words=TYPES, say=f"{{item!r}} is no type of entry: write {listed(TYPES)}")


class Relations(Entries, table="registry/relations"):
    """A row a relation."""

    subject_types = _types("subject")
    object_types = _types("object")


def _currency(key: str) -> Check:
    say = "{item!r} is no currency code: write that of ISO 4217, such as USD"
    return each(key, CODES.__contains__, words=tuple(sorted(CODES)), say=say)


def _are_rates(rates: pd.DataFrame) -> pd.Series[bool]:
    fits = [not isinstance(each, Quantity) or (each.unit is None and each.number > 0) for each in rates["rate"]]
    return pd.Series(fits, index=rates.index, dtype=bool)


class Rates(Entries, table="registry/rates"):
    """A row an exchange rate over a stretch of time."""

    source = required("a currency code such as USD", name="from")
    to = required("a currency code such as AZN")
    rate = required("how many of the second currency one of the first is, such as 1.7")
    period = required("the stretch over which the rate held, such as 2020")

    from_is_currency = _currency("from")
    to_is_currency = _currency("to")
    two_currencies = holds(
        lambda rates: (rates["from"] != rates["to"]) | rates["from"].isna(),
        "to",
        "from",
        say="{to!r} is the currency that is exchanged: write the code of another in 'from' or in 'to'",
    )
    rate_is_positive = holds(
        _are_rates, "rate", say="{rate!r} is no exchange rate: write a number above 0 without a unit, such as 1.7"
    )
    band_is_percentage = holds(
        lambda rates: _percentages(rates["band"]),
        "band",
        say="{band!r} is no band: write a percentage from 0% to 100%, such as 2%",
    )
