from __future__ import annotations

from itertools import combinations, pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from factlint.reasoning.overlap import (
    Crowds,
    Intervals,
    crowds,
    first_from,
    highest_before,
    inside,
    joined,
    last_until,
    meeting,
    union,
    without,
)

Row = tuple[int, int, int]
GROUPS, DAYS = range(4), range(13)

rows = st.lists(st.tuples(st.sampled_from(GROUPS), st.integers(0, 11), st.integers(-1, 12)), max_size=9)
few = st.lists(st.integers(1, 2), min_size=2, max_size=2)
allowances = st.lists(st.integers(-1, 3), min_size=2, max_size=2)
KEY = np.array([0, 0, 0, 1], dtype=np.int64)  # the first three holders hold one thing, the last another


def held(given_: list[Row]) -> set[tuple[int, int]]:
    """Day by day: which group holds which day."""
    return {(group, day) for group, begin, end in given_ for day in range(begin, end + 1)}


def listed(intervals: Intervals | Crowds) -> list[Row]:
    return [(int(g), int(b), int(e)) for g, b, e in zip(*intervals[:3], strict=True)]


def column(values: list[int]) -> np.ndarray[tuple[int], np.dtype[np.int64]]:
    return np.array(values, dtype=np.int64)


def crowded_days(given_: list[Row], seats: list[int], allowance: list[int]) -> set[tuple[int, int]]:
    """By trying every set of one holder too many: the days of each long enough run that they all share."""
    days = held(given_)
    found = set()
    for key in (0, 1):
        holders = [holder for holder in GROUPS if KEY[holder] == key]
        for chosen in combinations(holders, seats[key] + 1):
            shared = [day for day in range(-1, 14) if all((holder, day) in days for holder in chosen)]
            for run in runs(shared):
                if run[-1] - run[0] > allowance[key]:
                    found |= {(key, day) for day in run}
    return found


def runs(days: list[int]) -> list[list[int]]:
    found: list[list[int]] = []
    for day in days:
        if found and found[-1][-1] == day - 1:
            found[-1].append(day)
        else:
            found.append([day])
    return found


@given(rows)
def test_a_union_holds_the_same_days_in_separate_intervals(given_: list[Row]) -> None:
    made = listed(union(Intervals.of(given_)))
    assert held(made) == held(given_)
    assert made == sorted(made)
    assert all(a[0] != b[0] or a[2] + 1 < b[1] for a, b in pairwise(made))


@given(rows, rows)
def test_gaps_take_their_days_away(given_: list[Row], gaps: list[Row]) -> None:
    made = listed(without(Intervals.of(given_), Intervals.of(gaps)))
    assert held(made) == held(given_) - held(gaps)
    assert made == listed(union(Intervals.of(made)))


@given(rows, few, allowances)
def test_crowded_days_are_those_of_trying_every_set_of_holders(
    given_: list[Row], seats: list[int], allowance: list[int]
) -> None:
    found = crowds(Intervals.of(given_), KEY, column(seats), column(allowance))
    assert held(listed(found)) == crowded_days(given_, seats, allowance)


@given(rows, few, allowances)
def test_crowds_are_separate_and_in_order(given_: list[Row], seats: list[int], allowance: list[int]) -> None:
    found = listed(crowds(Intervals.of(given_), KEY, column(seats), column(allowance)))
    assert found == sorted(found)
    assert all(a[0] != b[0] or a[2] < b[1] for a, b in pairwise(found))


@given(rows, few)
def test_the_peak_is_the_greatest_number_of_holders_on_one_day(given_: list[Row], seats: list[int]) -> None:
    found = crowds(Intervals.of(given_), KEY, column(seats), column([-1, -1]))
    days = held(given_)
    for (key, begin, end), peak in zip(listed(found), found.peak, strict=True):
        counts = [sum((h, day) in days for h in GROUPS if KEY[h] == key) for day in range(begin, end + 1)]
        assert peak == max(counts)
        assert min(counts) > seats[key]


@given(rows, few, allowances, st.permutations(range(9)))
def test_the_order_of_rows_means_nothing(
    given_: list[Row], seats: list[int], allowance: list[int], order: list[int]
) -> None:
    shuffled = [given_[each] for each in order if each < len(given_)]
    ways = [crowds(Intervals.of(each), KEY, column(seats), column(allowance)) for each in (given_, shuffled)]
    assert listed(ways[0]) == listed(ways[1])


@given(rows, few, allowances)
def test_each_key_stands_alone(given_: list[Row], seats: list[int], allowance: list[int]) -> None:
    parts = [[row for row in given_ if KEY[row[0]] == key] for key in (0, 1)]
    found = [listed(crowds(Intervals.of(part), KEY, column(seats), column(allowance))) for part in (given_, *parts)]
    assert found[0] == found[1] + found[2]


def test_one_holder_counts_once_however_often_it_is_seen() -> None:
    same = Intervals.of([(0, 1, 9), (0, 3, 3), (0, 3, 20)])
    assert listed(crowds(same, KEY, column([1, 1]), column([-1, -1]))) == []


def test_two_presidents_for_42_days() -> None:
    terms = Intervals.of([(0, 8676, 12398), (1, 12356, 18993)])
    found = crowds(terms, KEY, column([1, 1]), column([1, 1]))
    assert listed(found) == [(0, 12356, 12398)]
    assert listed(crowds(terms, KEY, column([1, 1]), column([42, 42]))) == []
    assert listed(crowds(terms, KEY, column([2, 1]), column([1, 1]))) == []


def test_a_chain_of_short_handovers_is_no_crowd() -> None:
    chain = Intervals.of([(0, 1, 5), (1, 5, 6), (2, 6, 9)])
    assert listed(crowds(chain, KEY, column([1, 1]), column([0, 0]))) == []
    assert listed(crowds(chain, KEY, column([1, 1]), column([-1, -1]))) == [(0, 5, 6)]


def test_nothing_holds_nothing() -> None:
    nothing = Intervals.of([])
    assert listed(union(nothing)) == []
    assert listed(without(nothing, Intervals.of([(0, 1, 2)]))) == []
    assert listed(crowds(nothing, KEY, column([1, 1]), column([1, 1]))) == []
    assert listed(joined(nothing, nothing)) == []


def test_days_at_the_ends_of_time_do_not_overflow() -> None:
    far = 2**31 - 1
    terms = Intervals.of([(0, -far, far), (1, -far, far)])
    assert listed(crowds(terms, KEY, column([1, 1]), column([10**9, 1]))) == [(0, -far, far)]


asked = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 12), st.integers(-1, 13)), min_size=1, max_size=6)


@given(asked, rows)
def test_what_meets_shares_a_day_and_what_is_inside_shares_all(asked: list[Row], given_: list[Row]) -> None:
    days = held(given_)
    shared = [[(group, day) in days for day in range(begin, end + 1)] for group, begin, end in asked]
    assert meeting(Intervals.of(asked), Intervals.of(given_)).tolist() == [any(each) for each in shared]
    assert inside(Intervals.of(asked), Intervals.of(given_)).tolist() == [all(each) and bool(each) for each in shared]


marks = st.lists(st.tuples(st.integers(0, 2), st.integers(-3, 3)), max_size=8).map(sorted)
days_asked = st.lists(st.tuples(st.integers(0, 2), st.integers(-4, 4)), min_size=1, max_size=5)


@given(days_asked, marks)
def test_the_nearest_marks_are_those_of_looking_at_each(
    days: list[tuple[int, int]], among: list[tuple[int, int]]
) -> None:
    group, day = (column([each[side] for each in days]) for side in (0, 1))
    sorted_marks = column([each[0] for each in among]), column([each[1] for each in among])
    after = [[i for i, (g, d) in enumerate(among) if g == mine and d >= when] for mine, when in days]
    before = [[i for i, (g, d) in enumerate(among) if g == mine and d <= when] for mine, when in days]
    assert first_from(group, day, sorted_marks).tolist() == [each[0] if each else -1 for each in after]
    assert last_until(group, day, sorted_marks).tolist() == [each[-1] if each else -1 for each in before]


valued = st.lists(
    st.tuples(st.integers(0, 2), st.integers(0, 9), st.integers(0, 3), st.integers(-5, 5)), min_size=1, max_size=9
)


@given(valued)
def test_the_highest_before_is_that_of_looking_at_all_that_certainly_come_before(
    statements: list[tuple[int, int, int, int]],
) -> None:
    days = Intervals.of([(group, begin, begin + more) for group, begin, more, _ in statements])
    low = column([value for *_, value in statements])
    expected = [
        max((v for g, b, m, v in statements if g == group and b + m < begin), default=np.iinfo(np.int64).min)
        for group, begin, _, _ in statements
    ]
    assert highest_before(days, low).tolist() == expected


def test_nothing_comes_before_nothing() -> None:
    nothing = Intervals.of([])
    assert highest_before(nothing, column([])).tolist() == []
    assert meeting(nothing, nothing).tolist() == []
    assert first_from(column([1]), column([1]), (column([]), column([]))).tolist() == [-1]
