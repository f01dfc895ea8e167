"""What fails a schema, by pandera or without: every bad cell, no good row, and a failure of the tool as what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pandera.pandas as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.schemas import direct
from factlint.schemas.declare import each, from_number, holds, matching, one_of, required
from factlint.schemas.errors import failures
from factlint.schemas.table import Table

if TYPE_CHECKING:
    from factlint.schemas.constraint import Failure

KEYS = {"entry": "", "name": "name", "kind": "kind", "seats": "seats", "types": "types", "open": "open"}


DTYPES = {**dict.fromkeys(KEYS, "object"), "seats": "Int64", "open": "bool"}


class Small(Table):
    """Each shape of column and of check once."""

    name = required("a name")
    kind = one_of("flow", "stock")
    seats = from_number(1, "a whole number from 1 to 9", 9)

    name_is_word = each("name", matching("[a-z]+"), say="{item!r} is no word")
    types_are_known = each("types", ("person", "place").__contains__, say="{item!r} is no type")
    open_has_seats = holds(
        lambda rows: ~rows["open"] | rows["seats"].notna(), "seats", "open", say="write seats:", rule="missing-key"
    )

    @classmethod
    def dtypes(cls) -> dict[str, str]:
        """Columns that the language does not have."""
        return DTYPES


class Heir(Small):
    """A model that inherits all it has."""


def table(**cells: list[object]) -> pd.DataFrame:
    length = len(next(iter(cells.values())))
    columns = {
        "entry": ["e"] * length,
        "name": ["a"] * length,
        "kind": [None] * length,
        "seats": [None] * length,
        "types": [()] * length,
        "open": [False] * length,
        **cells,
    }
    return pd.DataFrame({name: pd.Series(each, dtype=DTYPES[name]) for name, each in columns.items()})


def table_of_two() -> pd.DataFrame:
    return table(kind=["x", None])


def found(rows: pd.DataFrame, model: type[Small] = Small) -> list[tuple[int, str, str]]:
    failing, faults = failures("small", model, rows, KEYS)
    assert faults == []
    assert in_order(direct.failures("small", model, rows, KEYS)[0]) == in_order(failing)
    return sorted((each.row, each.constraint.rule, each.constraint.fields[0]) for each in failing)


def in_order(failing: list[Failure]) -> list[Failure]:
    return sorted(failing, key=repr)


def faults_of(rows: pd.DataFrame, model: type[Small] = Small) -> list[str]:
    return failures("small", model, rows, KEYS)[1]


def test_a_sound_table_has_no_failures() -> None:
    assert found(table(name=["a", "b"], kind=["flow", None], seats=[1, None], types=[("person",), ()])) == []


def test_an_empty_table_has_no_failures() -> None:
    assert found(table(name=[])) == []


def test_a_null_fails_where_a_cell_is_required_and_nowhere_else() -> None:
    rows = table(name=["a", None, "b", None], kind=[None, "flow", None, None])

    assert found(rows) == [(1, "missing-key", "name"), (3, "missing-key", "name")]


def test_two_bad_cells_in_one_row_are_both_named() -> None:
    rows = table(kind=["flow", "x", None], seats=[1, 0, None])

    assert found(rows) == [(1, "bad-value", "kind"), (1, "bad-value", "seats")]


def test_two_checks_of_one_column_both_speak() -> None:
    assert found(table(name=["A", None, "b"])) == [(0, "bad-value", "name"), (1, "missing-key", "name")]


def test_nulls_beside_a_bad_cell_move_no_row() -> None:
    rows = table(seats=[None, None, 0, None, 5, -1], kind=[None, "stock", None, "x", None, "flow"])

    assert found(rows) == [(2, "bad-value", "seats"), (3, "bad-value", "kind"), (5, "bad-value", "seats")]


@pytest.mark.parametrize("odd", [5, 5.5, True, b"flow", float("inf")])
def test_one_cell_of_another_type_among_texts_is_named(odd: object) -> None:
    assert found(table(kind=["flow", odd, None, "stock"])) == [(1, "bad-value", "kind")]
    assert found(table(name=["a", "b", odd])) == [(2, "bad-value", "name")]


def test_a_list_among_words_is_named() -> None:
    assert found(table(kind=["flow", ("flow",), None])) == [(1, "bad-value", "kind")]


def test_a_list_fails_by_its_row_whatever_the_number_of_bad_items() -> None:
    rows = table(types=[("person", "x", "y"), (), ("place",), ("z",)])

    assert found(rows) == [(0, "bad-value", "types"), (3, "bad-value", "types")]


def test_a_check_over_several_columns_names_each_row_once() -> None:
    rows = table(open=[True, True, False], seats=[None, 3, None], kind=[None, None, None])

    assert found(rows) == [(0, "missing-key", "seats")]


def test_a_row_without_anything_fails_like_any_other() -> None:
    rows = table(entry=[None], name=[None], types=[None], open=[True])

    assert found(rows) == [(0, "missing-key", "name"), (0, "missing-key", "seats")]


def test_a_model_that_inherits_its_checks_says_the_same() -> None:
    rows = table(name=["A", None], open=[True, True], kind=["x", None])

    assert found(rows, Heir) == found(rows, Small) != []


def test_the_words_to_choose_from_come_with_the_failure() -> None:
    failing, _ = failures("small", Small, table(kind=["x"]), KEYS)

    assert failing[0].constraint.words == ("flow", "stock")
    assert failing[0].constraint.say == "{kind!r} cannot stand here: write flow or stock"


_TEXTS = st.sampled_from(["a", "b", "A", "flow", "stock", "", 5, None])
_NUMBERS = st.sampled_from([None, -1, 0, 1, 2, 9, 10])
_LISTS = st.lists(st.sampled_from(["person", "place", "x"]), max_size=3).map(tuple)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(_TEXTS, _TEXTS, _NUMBERS, _LISTS, st.booleans()), max_size=8))
def test_exactly_the_bad_cells_are_named(rows: list[tuple[object, object, int | None, tuple[str, ...], bool]]) -> None:
    expected = []
    for row, (name, kind, seats, types, is_open) in enumerate(rows):
        if name is None:
            expected.append((row, "missing-key", "name"))
        elif not (isinstance(name, str) and name.isalpha() and name.islower()):
            expected.append((row, "bad-value", "name"))
        if kind not in {None, "flow", "stock"}:
            expected.append((row, "bad-value", "kind"))
        if seats is not None and not 1 <= seats <= 9:
            expected.append((row, "bad-value", "seats"))
        if "x" in types:
            expected.append((row, "bad-value", "types"))
        if is_open and seats is None:
            expected.append((row, "missing-key", "seats"))

    names, kinds, seats_, types_, opens = zip(*rows, strict=True) if rows else ([],) * 5
    frame = table(name=list(names), kind=list(kinds), seats=list(seats_), types=list(types_), open=list(opens))
    assert found(frame) == sorted(expected)


def test_a_column_of_another_dtype_is_a_fault_and_hides_no_other_column() -> None:
    rows = table(kind=["x", None]).assign(seats=pd.Series(["one", 2], dtype="object"))

    failing, faults = failures("small", Small, rows, KEYS)

    assert [(each.row, each.constraint.fields[0]) for each in failing] == [(0, "kind")]
    assert any("wrong_dtype in seats" in fault and "Int64" in fault for fault in faults)
    assert all(fault.startswith("the schema of small: ") for fault in faults)


def test_a_missing_column_is_a_fault() -> None:
    assert any(
        "column_not_in_dataframe" in fault and "kind" in fault
        for fault in faults_of(table_of_two().drop(columns="kind"))
    )


def test_a_column_too_many_is_a_fault() -> None:
    assert any(
        "column_not_in_schema" in fault and "more" in fault for fault in faults_of(table_of_two().assign(more=1))
    )


class Broken(Small):
    """One check raises, the others are sound."""

    raises = holds(lambda rows: rows["no such column"].isna(), "kind", say="never said")


class Scalar(Small):
    """A check that gives one answer for all rows."""

    answers_once = holds(lambda _: False, "kind", say="never said")  # type: ignore[arg-type,return-value]


class Undecided(Small):
    """A check that leaves a row open."""

    leaves_open = holds(lambda rows: rows["seats"] > 0, "seats", say="never said")


@pytest.mark.parametrize("model", [Broken, Scalar, Undecided])
def test_a_check_that_gives_no_answer_is_a_fault_and_hides_no_other_check(model: type[Small]) -> None:
    for way in (failures, direct.failures):
        failing, faults = way("small", model, table_of_two(), KEYS)

        assert [(each.row, each.constraint.fields[0]) for each in failing] == [(0, "kind")]
        assert len(faults) == 1


def test_the_fault_of_a_check_names_the_table_the_check_and_the_exception() -> None:
    said = """the schema of small: the check 'bad-value at kind' of Broken failed: KeyError("no such column")"""
    assert faults_of(table_of_two(), Broken) == direct.failures("small", Broken, table_of_two(), KEYS)[1] == [said]


def test_a_column_that_no_model_declares_is_a_fault_and_no_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    schema = Small.to_schema().add_columns({"more": pa.Column("object", pa.Check.isin(["flow"]))})
    monkeypatch.setattr(Small, "to_schema", lambda: schema)

    failing, faults = failures("small", Small, table_of_two().assign(more=pd.Series(["x", "y"], dtype="object")), KEYS)

    assert [(each.row, each.constraint.fields[0]) for each in failing] == [(0, "kind")]
    assert len(faults) == 1
    assert faults[0].startswith("the schema of small: dataframe_check in more: ")
