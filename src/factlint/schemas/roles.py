"""Roles: who held which office."""

from __future__ import annotations

from factlint.schemas.declare import excludes, from_number, holds, in_order, required
from factlint.schemas.facts import refers
from factlint.schemas.table import Table


class Roles(Table, table="roles"):
    """A row a fact with `role:`: the office, the person, and the term or the day of observation."""

    role = required("the id or a title of one of the offices")
    person = required("the id or a name of one of the people")
    number = from_number(1, "a whole number from 1")

    day_or_term = excludes(
        "at",
        "from",
        "until",
        say="a role is seen on one day or has a term: write either at:, or from: and until:",
    )
    term_in_order = in_order("from", "until")
    within_a_term = holds(
        refers("within"),
        "within",
        say="there is no role {within!r}: write the id of the role whose term this one lies in",
    )
