"""The models fit the tables of the fact language, and every constraint speaks of keys that there are."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

import pytest

from factlint.corpus.tables import CELLS, build, columns
from factlint.schemas.errors import failures
from factlint.schemas.models import MODELS

if TYPE_CHECKING:
    from factlint.schemas.constraint import Constraint
    from factlint.schemas.table import Table

TABLES = pytest.mark.parametrize(("name", "model"), MODELS.items(), ids=MODELS.keys())


def constraints(model: type[Table]) -> list[Constraint]:
    made = [each.statistics["constraint"] for each in model.to_schema().checks]
    assert made == [each.constraint for each in model.checks]
    return made


def test_every_table_has_its_model() -> None:
    assert list(MODELS) == list(CELLS)
    assert len(set(MODELS.values())) == len(MODELS)


@TABLES
def test_a_model_has_exactly_the_columns_of_its_table(name: str, model: type[Table]) -> None:
    schema = model.to_schema()

    assert {column: str(declared.dtype) for column, declared in schema.columns.items()} == columns(name)


@TABLES
def test_a_model_takes_no_other_column_and_converts_nothing(name: str, model: type[Table]) -> None:
    schema = model.to_schema()

    assert schema.strict is True
    assert schema.coerce is False
    assert not any(column.coerce for column in schema.columns.values())
    _, faults = failures(name, model, build(name, {}, 0).assign(more=1), {})
    assert ["more" in fault for fault in faults] == [True]


@TABLES
def test_every_constraint_looks_at_keys_of_its_table_and_says_a_sentence(name: str, model: type[Table]) -> None:
    for constraint in constraints(model):
        said = {field for _, field, _, _ in string.Formatter().parse(constraint.say) if field}

        assert set(constraint.fields) <= set(CELLS[name])
        assert said <= {*constraint.fields, "item"}
        assert ("item" in said) <= (constraint.passes is not None)
        assert not constraint.say.endswith(".")


@TABLES
def test_a_column_that_may_fail_says_what_to_write(name: str, model: type[Table]) -> None:
    for column, declared in model.to_schema().columns.items():
        assert column in columns(name)
        assert (column in model.columns) == bool(declared.description)
        assert bool(declared.checks or not declared.nullable) <= bool(declared.description)


def test_an_empty_table_satisfies_its_model() -> None:
    for name, model in MODELS.items():
        assert failures(name, model, build(name, {}, 0), {}) == ([], [])
