from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.interval import Interval
from factlint.reasoning.rows import Row, System, components, joined

row_variables = st.lists(st.lists(st.integers(0, 7), max_size=3), max_size=8)


def system_of(variables: list[list[int]]) -> System:
    return System(8, tuple(Row(tuple((v, Fraction(v + 1)) for v in each), None, Fraction(0)) for each in variables))


def test_a_row_says_that_a_sum_is_a_member_of_an_interval() -> None:
    interval = Interval(Fraction(1), Fraction(2), high_open=True)
    row = Row.within([(0, 1), (1, Fraction(1, 2))], interval, owner="f1")
    assert row.terms == ((0, Fraction(1)), (1, Fraction(1, 2)))
    assert row == Row(row.terms, Fraction(1), Fraction(2), high_open=True, owner="f1")


@pytest.mark.parametrize("variable", [-1, 2])
def test_a_row_must_name_variables_that_are_there(variable: int) -> None:
    with pytest.raises(ValueError, match="outside 0 … 1"):
        System(2, (Row(((variable, Fraction(1)),), None, None),))


def test_owners_come_in_the_order_of_their_first_rows() -> None:
    rows = tuple(Row((), None, None, owner=owner) for owner in ("b", None, "a", "b"))
    assert System(0, rows).owners == ("b", "a")


@given(row_variables)
def test_components_share_no_variable_and_hold_every_row_once(variables: list[list[int]]) -> None:
    parts = components(system_of(variables))
    assert sorted(row for part in parts for row in part.rows) == list(range(len(variables)))
    named = [variable for part in parts for variable in part.variables]
    assert sorted(named) == sorted({variable for each in variables for variable in each})


@given(row_variables)
def test_a_component_says_what_the_whole_says_of_its_rows(variables: list[list[int]]) -> None:
    system = system_of(variables)
    for part in components(system):
        for index, row in zip(part.rows, part.system.rows, strict=True):
            assert tuple((part.variables[v], factor) for v, factor in row.terms) == system.rows[index].terms


@given(row_variables)
def test_a_component_cannot_be_parted(variables: list[list[int]]) -> None:
    for part in components(system_of(variables)):
        assert len(components(part.system)) == 1


def test_sets_that_share_members_hang_together_in_the_order_of_their_first_ones() -> None:
    assert joined(["ab", "c", "", "bd", "e", "dc", "f"]) == [[0, 1, 3, 5], [2], [4], [6]]


@given(row_variables)
def test_sets_of_different_groups_share_nothing(sets: list[list[int]]) -> None:
    groups = joined(sets)
    members = [{member for number in group for member in sets[number]} for group in groups]
    assert sorted(number for group in groups for number in group) == list(range(len(sets)))
    assert all(one.isdisjoint(other) for one, other in combinations(members, 2))


def test_a_part_that_is_the_whole_is_the_system_itself() -> None:
    system = system_of([[0, 1, 2, 3], [4, 5, 6, 7], [3, 4]])
    assert components(system) == [(system, (0, 1, 2), tuple(range(8)))]
