"""A proof in words holds by itself: it is checked from its text alone, and nothing tampered with passes."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.figures.proof import certificate, fraction, verified, written
from factlint.findings import Certificate, Step
from factlint.interval import Interval
from factlint.reasoning import farkas
from factlint.reasoning.system import Row, System, impossible

FACTORS = [Fraction(text) for text in ("1", "-1", "2", "-1/2", "-11/10", "249/200", "3")]
NUMBERS = st.integers(-6, 6).map(Fraction) | st.sampled_from([Fraction("1/3"), Fraction("13250000"), Fraction("-1/7")])


@st.composite
def impossible_systems(draw: st.DrawFn) -> System:
    """Some rows, and one that denies a sum of upper ends of others."""
    size = draw(st.integers(1, 4))
    rows = []
    for number in range(draw(st.integers(1, 6))):
        terms = draw(st.lists(st.tuples(st.integers(0, size - 1), st.sampled_from(FACTORS)), max_size=3))
        high = draw(NUMBERS)
        low = draw(st.none() | st.sampled_from([high, high - 1]))
        owner = draw(st.sampled_from([None, f"a#{number}"]))
        rows.append(Row(tuple(terms), low, high, draw(st.booleans()), draw(st.booleans()), owner))
    by = [draw(st.sampled_from([Fraction(0), Fraction(1), Fraction("5/3")])) for _ in rows]
    least = sum((times * row.high for times, row in zip(by, rows, strict=True) if row.high is not None), Fraction(0))
    total = tuple((v, times * f) for times, row in zip(by, rows, strict=True) for v, f in row.terms)
    gap = draw(st.sampled_from([Fraction(0), Fraction("1/9"), Fraction(4)]))
    return System(size, (*rows, Row(total, least + gap, None, low_open=gap == 0, owner="a#total")))


def proof_of(system: System, found: farkas.Certificate | None = None) -> Certificate:
    found = found or impossible(system)
    assert found is not None
    facts = [None if row.owner is None else str(row.owner) for row in system.rows]
    names = [f"quantity {variable}" for variable in range(system.size)]
    return certificate(system, found, names, [f"row {n}" for n, _ in enumerate(facts)], facts)


@settings(max_examples=60, deadline=None)
@given(impossible_systems())
def test_the_proof_of_an_impossible_system_verifies(system: System) -> None:
    proof = proof_of(system)
    assert verified(proof)
    assert all(fraction(step.times) > 0 for step in proof.steps)
    assert fraction(proof.sum) <= 0


@settings(max_examples=60, deadline=None)
@given(impossible_systems())
def test_every_step_is_an_end_of_the_row_that_it_names_and_facts_come_first(system: System) -> None:
    proof = proof_of(system)
    rows = [int(step.because.removeprefix("row ")) for step in proof.steps]
    assert [(step.fact is None, row) for step, row in zip(proof.steps, rows, strict=True)] == sorted(
        (system.rows[row].owner is None, row) for row in rows
    )
    for step, index in zip(proof.steps, rows, strict=True):
        row = system.rows[index]
        factors = {name: fraction(factor) for factor, name in step.terms}
        own = {f"quantity {v}": Fraction(0) for v, _ in row.terms}
        for variable, factor in row.terms:
            own[f"quantity {variable}"] += factor
        own = {name: factor for name, factor in own.items() if factor}
        upper = (own, row.high, row.high_open)
        lower = ({name: -f for name, f in own.items()}, None if row.low is None else -row.low, row.low_open)
        assert (factors, fraction(step.bound), step.strict) in (upper, lower)
        assert step.fact == row.owner


@settings(max_examples=60, deadline=None)
@given(impossible_systems(), st.data())
def test_a_tampered_proof_does_not_verify(system: System, data: st.DataObject) -> None:
    proof = proof_of(system)
    index = data.draw(st.integers(0, len(proof.steps) - 1))
    step = proof.steps[index]
    changed = [replace(step, bound=written(fraction(step.bound) + 1))]
    if step.terms:
        (factor, name), *others = step.terms
        changed += [
            replace(step, terms=((written(fraction(factor) + 1), name), *others)),
            replace(step, terms=((factor, "another quantity"), *others)),
            replace(step, times=written(fraction(step.times) * 2)),
            replace(step, times="0"),
        ]
    tampered = [replace(proof, steps=(*proof.steps[:index], each, *proof.steps[index + 1 :])) for each in changed]
    tampered += [replace(proof, sum=written(fraction(proof.sum) + 1)), replace(proof, sum="-1000000000000")]
    assert not any(verified(each) for each in tampered)


def proof(*steps: tuple[str, str, str], total: str, strict: bool = False) -> Certificate:
    """Steps of times, factor of the one quantity, and bound."""
    made = (Step(times, ((factor, "x"),), bound, strict, "") for times, factor, bound in steps)
    return Certificate(tuple(made), total)


def test_what_adds_up_to_nothing_false_is_no_proof() -> None:
    assert verified(proof(("1", "1", "2"), ("1", "-1", "-3"), total="-1"))
    assert not verified(proof(("1", "1", "2"), ("1", "-1", "-2"), total="0"))
    assert verified(proof(("1", "1", "2"), ("1", "-1", "-2"), total="0", strict=True))
    assert not verified(proof(("1", "1", "3"), ("1", "-1", "-2"), total="1", strict=True))
    assert not verified(proof(("-1", "1", "3"), ("-1", "-1", "-2"), total="-1"))
    assert not verified(proof(("0", "1", "3"), ("0", "-1", "-2"), total="0", strict=True))
    assert not verified(Certificate((), "0"))


@pytest.mark.parametrize("nonsense", ["", "one", "1/0", "1/-2", "1e5", "nan", "1 ", "--1", "1.5", "٣", "1\n", "1/2/3"])
def test_nonsense_is_no_proof_and_no_crash(nonsense: str) -> None:
    good = proof(("1", "1", "2"), ("1", "-1", "-3"), total="-1")
    step = good.steps[0]
    for bad in (
        replace(step, times=nonsense),
        replace(step, bound=nonsense),
        replace(step, terms=((nonsense, "x"),)),
    ):
        assert not verified(replace(good, steps=(bad, good.steps[1])))
    assert not verified(replace(good, sum=nonsense))


@given(st.fractions())
def test_a_number_is_read_as_it_is_written(number: Fraction) -> None:
    assert fraction(written(number)) == number
    assert written(number) == str(number)


def test_numbers_of_more_digits_than_python_prints_by_itself_are_no_crash() -> None:
    huge = Fraction(10) ** 5000 + Fraction(1, 3)
    assert fraction(written(huge)) == huge
    x = ((0, Fraction(1)),)
    assert verified(proof_of(System(1, (Row(x, huge, None, owner="a#x"), Row(x, None, huge - 1, owner="a#y")))))


def level(variable: int, low: str, high: str, owner: str | None = None) -> Row:
    return Row.within([(variable, 1)], Interval(Fraction(low), Fraction(high)), owner)


def test_multipliers_are_the_smallest_whole_numbers() -> None:
    halves = Row(((0, Fraction(3)),), None, Fraction(14), owner="a#y")
    system = System(1, (level(0, "5", "6", "a#x"), halves))
    found = farkas.Certificate(((0, False, Fraction("5/3")), (1, True, Fraction("5/9"))))
    assert [step.times for step in proof_of(system, found).steps] == ["3", "1"]


def test_after_a_growth_factor_the_other_multipliers_stay_one() -> None:
    growth = Row.within([(0, 1), (1, Fraction("-1.245"))], Interval(Fraction(0), None), "a#growth")
    system = System(2, (level(0, "1", "3", "a#new"), growth, level(1, "3", "4", "a#old")))
    proof = proof_of(system)
    assert [step.times for step in proof.steps] == ["1", "1", "249/200"]
    assert proof.sum == "-147/200"


def test_of_two_ends_of_one_row_only_the_difference_is_left() -> None:
    same = Row.within([(0, 1), (1, -1)], Interval.point(0))
    system = System(2, (level(0, "5", "6", "a#x"), level(1, "1", "2", "a#y"), same))
    one = Fraction(1)
    both = farkas.Certificate(((0, False, one), (1, True, one), (2, True, 3 * one), (2, False, 2 * one)))
    assert farkas.verify(system, both)
    proof = proof_of(system, both)
    assert [step.because for step in proof.steps] == ["row 0", "row 1", "row 2"]
    assert proof.steps[2].terms == (("1", "quantity 0"), ("-1", "quantity 1"))


@pytest.mark.parametrize(("high", "high_open"), [("1", False), ("2", True)])
def test_a_row_that_is_impossible_by_itself_keeps_both_ends(high: str, high_open: bool) -> None:
    row = Row(((0, Fraction(1)),), Fraction(2), Fraction(high), high_open=high_open, owner="a#x")
    proof = proof_of(System(1, (row,)))
    assert len(proof.steps) == 2
    assert verified(proof)


def test_multipliers_that_prove_nothing_are_refused() -> None:
    system = System(1, (level(0, "5", "6", "a#x"), level(0, "4", "5", "a#y")))
    with pytest.raises(ValueError, match="do not prove"):
        proof_of(system, farkas.Certificate(((0, False, Fraction(1)), (1, True, Fraction(1)))))


def test_different_variables_with_the_same_words_stay_apart() -> None:
    equal = [Row.within([(a, 1), (b, -1)], Interval.point(0)) for a, b in ((0, 1), (1, 2))]
    system = System(3, (level(0, "5", "6", "a#x"), level(2, "1", "2", "a#y"), *equal))
    found = impossible(system)
    assert found is not None
    named = certificate(system, found, ["exports", "exports", "exports (2)"], [""] * 4, ["a#x", "a#y", None, None])
    assert {name for step in named.steps for _, name in step.terms} == {"exports", "exports (2)", "exports (2) (2)"}
    assert verified(named)
