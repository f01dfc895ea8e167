"""Relations: statements between two things."""

from __future__ import annotations

from factlint.schemas.declare import MISSING, any_given, holds, required
from factlint.schemas.table import Table


class Relations(Table, table="relations"):
    """A row a fact with `relation:`: what stands in which relation to what."""

    relation = required("the id or a name of one of the relations")
    subject = required("the id or a name of what stands in the relation")

    has_object = holds(
        lambda relations: any_given(relations, "object", "value"),
        "object",
        "value",
        rule=MISSING,
        say="no object is written: write object: and the id or a name, or value: and the words",
    )
