"""Ranges, readings, precision, changes, shares and durations."""

from __future__ import annotations

from fractions import Fraction

import pytest

from factlint.interval import Interval
from factlint.reading.quantity import Hedge, QuantityError, read, read_change, read_duration, read_share

RANGES = [
    ("10 to 12 million dollars", 10_000_000, 12_000_000, "USD"),
    ("$10-12 million", 10_000_000, 12_000_000, "USD"),
    ("$10\u201312 million", 10_000_000, 12_000_000, "USD"),
    ("$5m-$7m", 5_000_000, 7_000_000, "USD"),
    ("€5-7bn", 5 * 10**9, 7 * 10**9, "EUR"),
    ("between $10 million and $12 million", 10_000_000, 12_000_000, "USD"),
    ("between 5 and 10 percent", 5, 10, "percent"),
    ("between a hundred and two hundred", 100, 200, None),
    ("from 10 to 12%", 10, 12, "percent"),
    ("5 percent to 7 percent", 5, 7, "percent"),
    ("-5 to -3%", -5, -3, "percent"),
    ("-12 to 10 million", -12_000_000, 10_000_000, None),
    ("two to three hundred", 200, 300, None),
    ("two to three hundred thousand", 200_000, 300_000, None),
    ("fifty to a hundred", 50, 100, None),
    ("500,000 to 1.2 million", 500_000, 1_200_000, None),
    ("ten-twelve days", 10, 12, "day"),
    ("3 to 5 times", 3, 5, "times"),
]


@pytest.mark.parametrize(("phrase", "low", "high", "unit"), RANGES)
def test_a_range_shares_the_unit_and_scale_that_it_writes_once(
    phrase: str, low: int, high: int, unit: str | None
) -> None:
    quantity = read(phrase)
    expected = (Hedge.RANGE, Fraction(low), Fraction(high), unit)
    assert (quantity.hedge, quantity.number, quantity.upper, quantity.unit) == expected


def test_each_end_of_a_range_keeps_its_own_precision() -> None:
    assert read("1.5 to 2 million").either == Interval(Fraction(1_450_000), Fraction(2_500_000))


def test_the_readings_of_a_plain_number_are_those_of_the_format() -> None:
    quantity = read("$13.2 million")
    assert quantity.rounded == Interval(Fraction(13_150_000), Fraction(13_250_000))
    assert quantity.truncated == Interval(Fraction(13_200_000), Fraction(13_300_000), high_open=True)
    assert quantity.either == Interval(Fraction(13_150_000), Fraction(13_300_000), high_open=True)


def test_a_negative_number_is_cut_towards_zero() -> None:
    quantity = read("-14.9%")
    assert quantity.truncated == Interval(Fraction(-15), Fraction("-14.9"), low_open=True)
    assert quantity.either == Interval(Fraction(-15), Fraction("-14.85"), low_open=True)


def test_zero_is_cut_from_both_sides() -> None:
    assert read("0%").truncated == Interval(Fraction(-1), Fraction(1), low_open=True, high_open=True)


HEDGED = [
    ("more than 5", Interval(Fraction(5), None, low_open=True)),
    ("at least 5", Interval(Fraction(5), None)),
    ("less than 5", Interval(None, Fraction(5), high_open=True)),
    ("up to 5", Interval(None, Fraction(5))),
    ("about 100", Interval(Fraction(95), Fraction(105))),
    ("about 10", Interval(Fraction(9), Fraction(11))),
    ("about -100", Interval(Fraction(-105), Fraction(-95))),
    ("5 to 7", Interval(Fraction("4.5"), Fraction("7.5"))),
    ("about 100 to 200", Interval(Fraction(95), Fraction(210))),
    ("more than -5%", Interval(Fraction(-5), None, low_open=True)),
]


@pytest.mark.parametrize(("phrase", "interval"), HEDGED)
def test_a_hedged_number_has_one_interval_for_every_reading(phrase: str, interval: Interval) -> None:
    quantity = read(phrase)
    assert quantity.rounded == quantity.truncated == quantity.either == interval


def test_the_width_of_about_is_a_setting() -> None:
    assert read("about 100", about=Fraction(1, 10)).either == Interval(Fraction(90), Fraction(110))


@pytest.mark.parametrize("precision", ["1000", "1,000", "a thousand", "1000 USD"])
def test_a_given_precision_leaves_one_reading(precision: str) -> None:
    quantity = read("$13,000", precision=precision)
    interval = Interval(Fraction(12_500), Fraction(13_500))
    assert quantity.ulp == 1000
    assert quantity.rounded == quantity.truncated == quantity.either == interval


def test_an_exact_number_is_one_point() -> None:
    quantity = read("5 ministers", precision="exact")
    assert quantity.rounded == quantity.truncated == quantity.either == Interval.point(5)


def test_a_given_precision_widens_about_and_leaves_a_bound() -> None:
    assert read("about 100", precision="20").either == Interval(Fraction(80), Fraction(120))
    assert read("about 100", precision="exact").either == Interval(Fraction(95), Fraction(105))
    assert read("over 100", precision="20").either == Interval(Fraction(100), None, low_open=True)


@pytest.mark.parametrize(
    ("precision", "words"),
    [
        ("0", "not a number above zero"),
        ("-5", "not a number above zero"),
        ("", "no amount is written"),
        ("rough", "not a number above zero"),
        ("1.234,5", "the precision cannot be read: .* reads as 1234.5"),
        ("1000 EUR", "in EUR and the value in USD"),
        ("1000 or so", "not a number above zero"),
        ("1" * 300, "longer than 200"),
    ],
)
def test_a_precision_that_is_no_amount_is_refused(precision: str, words: str) -> None:
    with pytest.raises(QuantityError, match=words):
        read("$13,000", precision=precision)


CHANGES = [
    ("+12.5%", "percent", "25/2", "percent"),
    ("12.5%", "percent", "25/2", "percent"),
    ("-14.9%", "percent", "-149/10", "percent"),
    ("-3 pp", "points", "-3", "percentage-point"),
    ("2.1 times", "times", "21/10", "times"),
    ("doubled", "times", "2", "times"),
    ("tripled", "times", "3", "times"),
    ("halved", "times", "1/2", "times"),
    ("three-fold", "times", "3", "times"),
    ("+$1.3 million", "absolute", "1300000", "USD"),
    ("-174960 USD", "absolute", "-174960", "USD"),
    ("fell by 14.9%", "percent", "-149/10", "percent"),
    ("up 5 percent", "percent", "5", "percent"),
    ("grew threefold", "times", "3", "times"),
    ("by 12%", "percent", "12", "percent"),
]


@pytest.mark.parametrize(("phrase", "kind", "number", "unit"), CHANGES)
def test_a_change_has_a_kind_and_a_sign(phrase: str, kind: str, number: str, unit: str) -> None:
    change = read_change(phrase)
    assert (change.kind, change.quantity.number, change.quantity.unit) == (kind, Fraction(number), unit)


def test_a_hedged_fall_is_mirrored() -> None:
    assert read_change("fell by more than 5%").quantity.either == Interval(None, Fraction(-5), high_open=True)
    assert read_change("down 3 to 5%").quantity.either == Interval(Fraction("-5.5"), Fraction("-2.5"))
    assert read_change("up to 5%").quantity.either == Interval(None, Fraction(5))


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("rose to 5%", "new level"),
        ("fell -5%", "a word and a sign"),
        ("-2 times", "new over old"),
        ("+2 times", "new over old"),
        ("fell threefold", "new over old"),
        ("5 percent a year", "rate over time"),
        ("fell", "no number is written"),
    ],
)
def test_a_change_that_reads_in_two_ways_is_refused(phrase: str, words: str) -> None:
    with pytest.raises(QuantityError, match=words):
        read_change(phrase)


@pytest.mark.parametrize(
    ("phrase", "number", "ulp"),
    [
        ("49%", "49", "1"),
        ("about half", "50", "10"),
        ("two-thirds", "200/3", "10"),
        ("1/4", "25", "10"),
        ("½", "50", "10"),
    ],
)
def test_a_share_is_in_percent(phrase: str, number: str, ulp: str) -> None:
    share = read_share(phrase)
    assert (share.number, share.ulp, share.unit) == (Fraction(number), Fraction(ulp), "percent")


@pytest.mark.parametrize("phrase", ["0.5", "49", "3 pp", "49 USD", "half a million"])
def test_a_share_without_percent_is_refused(phrase: str) -> None:
    with pytest.raises(QuantityError, match="is not a share; write a percentage"):
        read_share(phrase)


@pytest.mark.parametrize(
    ("phrase", "number", "unit"),
    [
        ("44 days", 44, "day"),
        ("44-day", 44, "day"),
        ("three-day", 3, "day"),
        ("ten years", 10, "year"),
        ("a week", 1, "week"),
    ],
)
def test_a_duration_has_a_unit_of_time(phrase: str, number: int, unit: str) -> None:
    duration = read_duration(phrase)
    assert (duration.number, duration.unit) == (Fraction(number), unit)


@pytest.mark.parametrize(
    ("phrase", "words"), [("44", "not a stretch of time"), ("5 km", "not a stretch of time"), ("-5 days", "below zero")]
)
def test_a_duration_without_time_is_refused(phrase: str, words: str) -> None:
    with pytest.raises(QuantityError, match=words):
        read_duration(phrase)
