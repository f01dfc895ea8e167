"""What a model declares: its own, what it inherits, and what it says anew in the place of that."""

from __future__ import annotations

from factlint.schemas.declare import holds, one_of, required
from factlint.schemas.table import Table


class Base(Table, table="roles"):
    """A model to inherit from."""

    person = required("a person")
    role = required("an office")
    ends = holds(lambda rows: rows["until"].notna(), "until", say="write until:")


class Heir(Base):
    """It has another column by a name of its own, and says one column and one check anew."""

    role = one_of("chair", "clerk")
    start = required("a date", name="from")
    ends = holds(lambda rows: rows["until"].isna(), "until", say="leave until: out")


def test_a_model_has_what_it_declares_and_what_it_inherits() -> None:
    assert list(Base.columns) == ["person", "role"]
    assert list(Heir.columns) == ["person", "role", "from"]
    assert Heir.table == Base.table == "roles"
    assert Table.columns == {}


def test_what_is_said_anew_replaces_what_was_inherited() -> None:
    assert Heir.columns["role"].words == ("chair", "clerk")
    assert [each.constraint.say for each in Base.checks] == ["write until:"]
    assert [each.constraint.say for each in Heir.checks] == ["leave until: out"]


def test_a_schema_has_every_column_of_the_table() -> None:
    schema = Heir.to_schema()

    assert list(schema.columns) == list(Heir.dtypes())
    assert not schema.columns["from"].nullable
    assert schema.columns["until"].nullable
    assert schema.columns["role"].description == "chair or clerk"
