from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.reasoning import oracle
from factlint.reasoning.corrections import SIZE
from factlint.reasoning.system import Row, System, conflict, conflicts, impossible, verify

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable, Sequence

# factors of the variables, right side, whether equality is excluded: Σ factor · variable ≤ right
Inequality = tuple[tuple[Fraction, ...], Fraction, bool]


def possible(system: System, owners: Collection[Hashable] | None = None) -> bool:
    """By Fourier–Motzkin elimination: shares nothing with what it judges."""
    chosen = [row for row in system.rows if row.owner is None or owners is None or row.owner in owners]
    inequalities = {each for row in chosen for each in as_inequalities(row, system.size)}
    for variable in range(system.size):
        inequalities = eliminated(inequalities, variable)
    return not any(right < 0 or (right == 0 and strict) for _, right, strict in inequalities)


def as_inequalities(row: Row, size: int) -> Iterable[Inequality]:
    factors = [sum((factor for each, factor in row.terms if each == v), Fraction(0)) for v in range(size)]
    if row.high is not None:
        yield tuple(factors), row.high, row.high_open
    if row.low is not None:
        yield tuple(-factor for factor in factors), -row.low, row.low_open


def eliminated(inequalities: Iterable[Inequality], variable: int) -> set[Inequality]:
    above: list[Inequality] = []
    below: list[Inequality] = []
    tightest: dict[tuple[Fraction, ...], tuple[Fraction, bool]] = {}

    def keep(factors: tuple[Fraction, ...], right: Fraction, strict: bool) -> None:
        scale = next((abs(factor) for factor in factors if factor), Fraction(1))
        key = tuple(factor / scale for factor in factors)
        new = (right / scale, not strict)
        old = tightest.get(key)
        tightest[key] = new if old is None else min(old, new)

    for factors, right, strict in inequalities:
        if factors[variable]:
            (above if factors[variable] > 0 else below).append((factors, right, strict))
        else:
            keep(factors, right, strict)
    for up, right_up, strict_up in above:
        for down, right_down, strict_down in below:
            by_up, by_down = -down[variable], up[variable]
            mixed = tuple(by_up * a + by_down * b for a, b in zip(up, down, strict=True))
            keep(mixed, by_up * right_up + by_down * right_down, strict_up or strict_down)
    return {(factors, right, not closed) for factors, (right, closed) in tightest.items()}


FACTORS = [Fraction(text) for text in ("1", "-1", "2", "-2", "1/2", "-11/10", "21/10", "3")]
STEPS = [Fraction(text) for text in ("0", "1/2", "1", "-1/2")]


@st.composite
def systems(draw: st.DrawFn) -> System:
    """Rows about one point: they hold there, touch there, or just miss it; some say again what an earlier row said."""
    size = draw(st.integers(1, 4))
    point = draw(st.lists(st.integers(-2, 3).map(Fraction), min_size=size, max_size=size))
    rows: list[Row] = []
    for _ in range(draw(st.integers(1, 8))):
        if rows and draw(st.integers(0, 3)) == 0:
            terms = draw(st.sampled_from(rows)).terms
        else:
            chosen = draw(st.lists(st.integers(0, size - 1), max_size=3))
            terms = tuple((variable, draw(st.sampled_from(FACTORS))) for variable in chosen)
        value = sum((factor * point[variable] for variable, factor in terms), Fraction(0))
        low, high = (draw(st.none() | st.sampled_from(STEPS)) for _ in range(2))
        rows.append(
            Row(
                terms,
                None if low is None else value - low,
                None if high is None else value + high,
                draw(st.booleans()),
                draw(st.booleans()),
                draw(st.none() | st.sampled_from("abcdef")),
            )
        )
    return System(size, tuple(rows))


impossible_systems = systems().filter(lambda system: not possible(system))
disputes = impossible_systems.filter(lambda system: possible(system, ()))


@settings(max_examples=150, deadline=None)
@given(systems())
def test_the_verdict_is_that_of_fourier_and_motzkin_and_every_certificate_verifies(system: System) -> None:
    certificate = impossible(system)
    assert (certificate is None) == possible(system)
    assert certificate is None or verify(system, certificate)


@settings(max_examples=40, deadline=None)
@given(impossible_systems)
def test_a_conflict_is_impossible_and_nobody_in_it_can_be_spared(system: System) -> None:
    found = conflict(system)
    assert found is not None
    assert not possible(system, found.owners)
    assert all(possible(system, set(found.owners) - {each}) for each in found.owners)
    assert verify(system, found.certificate)
    assert found.certificate.owners(system) == set(found.owners)


@settings(max_examples=40, deadline=None)
@given(impossible_systems)
def test_a_conflict_is_that_of_the_deletion_filter(system: System) -> None:
    found = conflict(system)
    kept = list(system.owners)
    for owner in reversed(system.owners):
        rest = [each for each in kept if each != owner]
        kept = kept if possible(system, rest) else rest
    assert found is not None
    assert found.owners == tuple(kept)


@settings(max_examples=40, deadline=None)
@given(impossible_systems)
def test_suspects_are_all_owners_whose_removal_alone_settles_everything(system: System) -> None:
    found = conflict(system)
    settling = tuple(each for each in system.owners if possible(system, set(system.owners) - {each}))
    assert found is not None
    assert found.suspects == settling


@settings(max_examples=40, deadline=None)
@given(systems())
def test_there_are_as_many_conflicts_as_owners_that_must_be_wrong(system: System) -> None:
    found = conflicts(system)
    if possible(system):
        assert found == ()
    elif possible(system, ()):
        assert len(found) == fewest_to_leave_out(system) <= SIZE
    else:
        assert () in [each.owners for each in found]


def fewest_to_leave_out(system: System) -> int:
    owners = set(system.owners)
    sizes = range(len(owners) + 1)
    return next(n for n in sizes if any(possible(system, owners - set(out)) for out in combinations(owners, n)))


@settings(max_examples=40, deadline=None)
@given(disputes)
def test_every_one_of_several_conflicts_is_minimal_proved_and_has_a_suspect(system: System) -> None:
    for found in conflicts(system):
        assert not possible(system, found.owners)
        assert all(possible(system, set(found.owners) - {each}) for each in found.owners)
        assert verify(system, found.certificate)
        assert found.suspects
        assert set(found.suspects) <= set(found.owners)


@settings(max_examples=40, deadline=None)
@given(disputes)
def test_a_single_conflict_is_the_conflict(system: System) -> None:
    found = conflict(system)
    assert found is not None
    if found.suspects:
        assert [(each.owners, each.suspects) for each in conflicts(system)] == [(found.owners, found.suspects)]


@settings(max_examples=40, deadline=None)
@given(systems(), st.randoms(use_true_random=False))
def test_scales_and_order_of_rows_and_variables_change_nothing(system: System, random: Random) -> None:
    new = list(range(system.size))
    random.shuffle(new)
    unit = [Fraction(10) ** random.randint(-6, 12) for _ in new]
    rows = [scaled(row, new, unit, Fraction(random.choice([-3, 1, 7])) ** random.randint(-3, 3)) for row in system.rows]
    fixed = [row for row in rows if row.owner is None]
    other = System(system.size, (*(row for row in rows if row.owner is not None), *fixed))
    before, after = conflict(system), conflict(other)
    assert (before and (before.owners, before.suspects)) == (after and (after.owners, after.suspects))
    assert [each.owners for each in conflicts(system)] == [each.owners for each in conflicts(other)]
    random.shuffle(rows)
    assert (impossible(System(system.size, tuple(rows))) is None) == (impossible(system) is None)


def scaled(row: Row, new: list[int], unit: list[Fraction], factor: Fraction) -> Row:
    """The same statement with variables renamed, measured in other units, and multiplied by a factor."""
    terms = tuple((new[variable], each * factor / unit[variable]) for variable, each in row.terms)
    ends = [(row.low, row.low_open), (row.high, row.high_open)]
    (low, low_open), (high, high_open) = ends if factor > 0 else reversed(ends)
    times = (None if low is None else low * factor, None if high is None else high * factor)
    return Row(terms, *times, low_open, high_open, row.owner)


@settings(max_examples=30, deadline=None)
@given(systems())
def test_with_floats_and_without_the_answers_are_the_same(system: System) -> None:
    found = [(each.owners, each.suspects) for each in conflicts(system)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(oracle, "SMALL", 0)
        assert [(each.owners, each.suspects) for each in conflicts(system)] == found
        assert (impossible(system) is None) == possible(system)


@settings(max_examples=40, deadline=None)
@given(disputes)
def test_a_lens_is_where_a_conflict_is_looked_for_first(system: System) -> None:
    def lenses(culprit: Hashable | None, pool: Sequence[Hashable]) -> list[list[Hashable]]:
        return [[culprit], [each for each in pool if each != "b"], list(pool)]

    for found in conflicts(system, lenses):
        pool = [each for each in system.owners if each not in {other.culprit for other in conflicts(system)}]
        pool = [each for each in system.owners if each in pool or each == found.culprit]
        seen = next(lens for lens in lenses(found.culprit, pool) if not possible(system, lens))
        assert found.culprit in found.suspects
        assert set(found.owners) <= set(seen)
        assert not possible(system, found.owners)
        assert all(possible(system, set(found.owners) - {each}) for each in found.owners)


def touching(random: Random, size: int) -> tuple[Row, ...]:
    """Rows whose lower ends are all reached at one point, of figures from 1 to 10^12."""
    point = [Fraction(random.randint(1, 999)) * 10 ** random.randint(0, 9) for _ in range(size)]
    rows = []
    for owner in range(size):
        terms = tuple((each, Fraction(random.randint(1, 3000), 1000)) for each in random.sample(range(size), 4))
        value = sum((factor * point[variable] for variable, factor in terms), Fraction(0))
        rows.append(Row(terms, value, value + value / 10 ** random.randint(2, 9), owner=owner))
    return tuple(rows)


@pytest.mark.parametrize("seed", range(4))
def test_sixty_rows_of_sixty_variables_are_possible_where_they_touch_and_not_where_an_end_is_open(seed: int) -> None:
    rows = touching(Random(seed), 60)
    terms = tuple(term for row in rows for term in row.terms)
    least = sum((row.low for row in rows if row.low is not None), Fraction(0))
    assert impossible(System(60, (*rows, Row(terms, None, least)))) is None
    missed = System(60, (*rows, Row(terms, None, least, high_open=True)))
    certificate = impossible(missed)
    assert certificate is not None
    assert verify(missed, certificate)


def test_numbers_that_no_float_can_hold_are_decided_all_the_same() -> None:
    huge = Fraction(10) ** 400
    x_and_y = ((0, Fraction(1)), (1, huge))
    rows = (
        Row(x_and_y, huge, huge, owner="sum"),
        Row(((0, Fraction(1)),), Fraction(0), None),
        Row(((1, Fraction(1)),), Fraction(1), None, owner="y"),
    )
    assert impossible(System(2, rows)) is None
    found = conflict(System(2, (*rows, Row(((0, Fraction(1)),), 1 / huge, None, owner="x"))))
    assert found is not None
    assert found.owners == ("sum", "y", "x")


def test_denominators_that_have_no_handy_common_multiple_are_decided_all_the_same() -> None:
    primes = [2**exponent - 1 for exponent in (521, 607, 1279, 2203, 2281)]
    rows = [Row(((v, Fraction(1)),), Fraction(1, prime), Fraction(1, prime), owner=v) for v, prime in enumerate(primes)]
    total = sum((Fraction(1, prime) for prime in primes), Fraction(0))
    every = tuple((v, Fraction(1)) for v in range(5))
    assert impossible(System(5, (*rows, Row(every, total, None, owner="sum")))) is None
    found = conflict(System(5, (*rows, Row(every, total, None, low_open=True, owner="sum"))))
    assert found is not None
    assert found.owners == (0, 1, 2, 3, 4, "sum")


def test_fixed_rows_that_are_impossible_by_themselves_are_a_conflict_without_owners() -> None:
    never = Row(((0, Fraction(1)),), Fraction(2), Fraction(1))
    mistaken = [Row(((1, Fraction(1)),), Fraction(n), Fraction(n), owner=n) for n in (1, 2)]
    first, second = conflicts(System(2, (never, *mistaken)))
    assert (first.owners, first.suspects) == ((), ())
    assert second.owners == (1, 2)


def test_a_system_without_rows_is_possible() -> None:
    assert impossible(System(0, ())) is None
    assert conflict(System(3, ())) is None
    assert conflicts(System(3, ())) == ()


def test_separate_clashes_have_no_common_suspect_but_each_has_its_own() -> None:
    rows = tuple(
        Row(((v, Fraction(1)),), Fraction(n), Fraction(n), owner=f"{v} is {n}") for v in (0, 1) for n in (1, 2)
    )
    whole = conflict(System(2, rows))
    assert whole is not None
    assert (whole.owners, whole.suspects) == (("0 is 1", "0 is 2"), ())
    assert [each.suspects for each in conflicts(System(2, rows))] == [("0 is 1", "0 is 2"), ("1 is 1", "1 is 2")]
