"""Every amount, count, percentage and duration of a running text is found, and nothing that only looks like one."""

from __future__ import annotations

from pathlib import Path

import pytest

from factlint.reading.quantity import find

SEEDS = Path(__file__).parents[2] / "seeds"

IN_SEEDS = {
    "000_639ad85f9f7bf7b3.txt": (
        "22, 22, two, 44-day (day), 2020, two, 22, two, 44-day (day), 2020, two, 1991, three, $13.2 million (USD), "
        "2020, $1.6 million (USD), $11.6 million (USD), two, $3.1 million (USD), 2021"
    ),
    "001_43c137d608248c9e.txt": "15, 15, two, two, two",
    "002_e906bc3121925c38.txt": (
        "two, 21, two, 44-day (day), 2020, 2021, Three, 2021, 2014, about a hundred, 2016, three, 27, 2021"
    ),
    "003_a1e95e8ae9386bc4.txt": "29, 2024, 3, 2016, three-day (day), two, two, two, two, two, 1991",
    "004_8998e6d75cc86e01.txt": "1, 44-day (day), 2020, 44-day (day), 30, two",
}


@pytest.mark.parametrize("seed", IN_SEEDS)
def test_the_figures_of_an_article_are_exactly_these(seed: str) -> None:
    text = (SEEDS / seed).read_text(encoding="utf-8")
    assert _found(text) == IN_SEEDS[seed]


FOUND = [
    ("about a hundred Azerbaijani military units", "about a hundred"),
    ("the first three countries", "three"),
    ("two intergovernmental agreements", "two"),
    ("rose to USD 5.2 million, or 20 million TRY.", "USD 5.2 million (USD), 20 million TRY (TRY)"),
    (
        "10 to 12 million dollars; between 5 and 10 people",
        "10 to 12 million dollars (USD), between 5 and 10 people (person)",
    ),
    ("$5bn-$6bn, 20-25 km", "$5bn-$6bn (USD), 20-25 km (km)"),
    ("rose from 10 to 12 percent", "10, 12 percent (percent)"),
    ("rose $2 million to $5 million", "$2 million (USD), $5 million (USD)"),
    ("in 2011-2015 and between 2018 and 2020", "2011, 2015, 2018, 2020"),
    ("some two hundred and three hundred", "some two hundred, three hundred"),
    ("more than 5m people on 5 m of road", "more than 5m people (person), 5 m (m)"),
    ("1000 rupees, Rs 500", "1000, Rs 500"),
    ("fell (-5.5%) to \u20135%", "-5.5% (percent), \u20135% (percent)"),
    ("10,000-strong, 15-member, 5-year-old", "10,000, 15, 5-year (year)"),
    (
        "nearly doubled, three times, 2.5x, threefold",
        "nearly doubled (times), three times (times), 2.5x (times), threefold (times)",
    ),
    ("half of exports, two-thirds, a third of it, 1/3 of it", "half, two-thirds, a third, 1/3"),
    ("one person of one million", "one person (person), one million"),
    ("1, 2 and 3.", "1, 2, 3"),
    ("it cost 5 mln. Then 6 mln.", "5 mln, 6 mln"),
    ("10 to 12th", "10"),
]


@pytest.mark.parametrize(("text", "figures"), FOUND)
def test_a_figure_is_found_with_its_hedge_and_unit(text: str, figures: str) -> None:
    assert _found(text) == figures


NO_FIGURES = [
    "the fifth meeting, the 5th, the twenty-first century, IX Conference",
    "JF-17 Thunder, F-16s, COVID-19, G20, A321, 737-MAX, K-9, a K-9 unit",
    "at 12:55 (UTC+04:00) on 2021-06-23, 03.05.2021, 2020/21, 9/11, 24/7",
    "won 2-1, version 1.2.3, 10\u201312th, 1e400, x^2, user@5",
    "one of its allies, no one, the one that, one-sided",
    "the first half of the year, a third country, the first quarter, the first three quarters of it",
    "several thousand, dozens of, millions of",
    "9" * 50,
    "",
]


@pytest.mark.parametrize("text", NO_FIGURES)
def test_what_only_looks_like_a_figure_is_passed_over(text: str) -> None:
    assert [f.quantity.text for f in find(text)] == []


def test_an_unknown_noun_is_not_swallowed() -> None:
    (found,) = find("trained about a hundred Azerbaijani units")
    assert (found.start, found.end, found.quantity.unit) == (8, 23, None)


def _found(text: str) -> str:
    figures = [(f.quantity, text[f.start : f.end]) for f in find(text)]
    assert all(quantity.text == written for quantity, written in figures)
    return ", ".join(written if q.unit is None else f"{written} ({q.unit})" for q, written in figures)
