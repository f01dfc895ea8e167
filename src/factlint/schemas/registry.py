"""The registry: what the names mean. An entry may be empty, for its id is a name; what it says must make sense."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

import pandas as pd
import pandera.pandas as pa

from factlint.schemas.declare import each, holds, in_order, listed, matching, one_of
from factlint.schemas.table import Table

TYPES = ("person", "office", "measure", "event", "place", "body", "series")
"""What may stand in a relation, one word for each kind of entry."""

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

    seats: pa.INT64 = pa.Field(nullable=True, ge=1, description="a whole number from 1, or many")
    minimum_age: pa.INT64 = pa.Field(
        nullable=True, in_range=(0, _OLDEST), description=f"an age in years from 0 to {_OLDEST}"
    )

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

    kind: object = one_of("flow", "stock", "rate")

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


class Events(Entries, table="registry/events"):
    """A row an event."""

    number: pa.INT64 = pa.Field(nullable=True, ge=1, description="a whole number from 1")


class Places(Entries, table="registry/places"):
    """A row a place."""

    existed_in_order = in_order("from", "until")


class Bodies(Entries, table="registry/bodies"):
    """A row a body: an organisation, an authority, an army."""

    existed_in_order = in_order("founded", "dissolved")


class Series(Entries, table="registry/series"):
    """A row a series of events."""


def _types(key: str) -> Any:  # noqa: ANN401 - what `each` returns
    return each(key, TYPES.__contains__, words=TYPES, say=f"{{item!r}} is no type of entry: write {listed(TYPES)}")


class Relations(Entries, table="registry/relations"):
    """A row a relation."""

    subject_types = _types("subject")
    object_types = _types("object")
