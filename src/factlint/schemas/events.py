"""Events: what took place."""

from __future__ import annotations

from factlint.schemas.declare import each, from_number, given, holds, matching, one_of, required
from factlint.schemas.table import Table

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = "(?i:" + "|".join(f"{day}|{day[:3]}" for day in WEEKDAYS) + ")"


class Events(Table, table="events"):
    """A row a fact with `event:`: which event, when, where, with whom."""

    event = required("the id or a name of one of the events")
    date_kind = one_of("held", "announced", "signed", "in-force")
    status = one_of("held", "cancelled")
    number = from_number(1, "a whole number from 1")

    weekday_is_one = each(
        "weekday", matching(_WEEKDAY), words=WEEKDAYS, say="{item!r} is no weekday: write one such as Tuesday or Tue"
    )
    complete_list_is_there = holds(
        lambda events: ~events["who_complete"] | given(events["who"]),
        "who_complete",
        "who",
        say="who_complete: says that the list is whole, and there is no list: write who:, or remove who_complete:",
    )
