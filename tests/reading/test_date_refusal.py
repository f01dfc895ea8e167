"""What is no date is refused: the place of what is wrong, the rule, and the words that say what to write."""

from __future__ import annotations

import pytest

from factlint.reading.date import DateError, read

REFUSALS = [
    ("2021-02-29", "29", "impossible-date", "no 29 February 2021: that month has 28 days"),
    ("1700-02-29", "29", "impossible-date", "write `calendar: julian`"),
    ("2020-11-31", "31", "impossible-date", "that month has 30 days"),
    ("2020-11-00", "00", "impossible-date", "no 0 November 2020"),
    ("2022-30-11", "30", "impossible-date", "write 2022-11-30"),
    ("2020-21-05", "21", "impossible-date", "write 2020-05-21"),
    ("2020-13", "13", "impossible-date", "months are 01 to 12, the seasons"),
    ("2020-00", "00", "impossible-date", "there is no month 00"),
    ("2020-30", "30", "impossible-date", "there is no month 30"),
    ("2019-010-19", "010", "impossible-date", "two digits, and `010` has 3: write 2019-10-19"),
    ("2019-10-019", "019", "impossible-date", "two digits, and `019` has 3: write 2019-10-19"),
    ("2019-130", "130", "impossible-date", "a month has two digits"),
    ("0000", "0000", "impossible-date", "years run from 0001 to 9999"),
    ("0000-01-01", "0000", "impossible-date", "there is no year 0000"),
    ("0000-Q1", "0000-Q1", "bad-value", "is no date"),
    ("10 November 0000", "10 November 0000", "impossible-date", "there is no year 0000"),
    ("201X-13", "201X-13", "impossible-date", "no day fits"),
    ("2021-02-3X", "2021-02-3X", "impossible-date", "no day fits"),
    ("2020-11-10/2020-09-27", "2020-09-27", "impossible-date", "write 2020-09-27/2020-11-10"),
    ("2020-11/2020-09", "2020-09", "impossible-date", "ends (September 2020) before it begins (November 2020)"),
    ("2020-11-10/2021-02-30", "30", "impossible-date", "no 30 February 2021"),
    ("2021/2020~~", "~", "bad-value", "at the end"),
    ("[2020-11..2020-09]", "2020-09", "impossible-date", "write [2020-09..2020-11]"),
    ("30 February 2020", "30", "impossible-date", "that month has 29 days"),
    ("November 31, 2020", "31", "impossible-date", "no 31 November 2020"),
    ("June 23–21, 2021", "21, 2021", "impossible-date", "before it begins"),
    (" 2020-11-31", "31", "impossible-date", "30 days"),
    ("30.02.2020", "30.02.2020", "impossible-date", "whichever figure is the month"),
    ("10/11/2020", "10/11/2020", "bad-value", "10 November 2020 or 11 October 2020: write 2020-11-10 or 2020-10-11"),
    ("10.11.2020", "10.11.2020", "bad-value", "10 November 2020 or 11 October 2020"),
    ("10-11-2020", "10-11-2020", "bad-value", "10 November 2020 or 11 October 2020"),
    ("27.11.2020", "27.11.2020", "bad-value", "write 2020-11-27"),
    ("11/27/2020", "11/27/2020", "bad-value", "write 2020-11-27"),
    ("10-11-20", "10-11-20", "bad-value", "which figure is the year"),
    ("2020-1-5", "1", "bad-value", "write 2020-01-05"),
    ("2020-01-5", "5", "bad-value", "write 2020-01-05"),
    ("202", "202", "bad-value", "a year has four digits"),
    ("20", "20", "bad-value", "a year has four digits"),
    ("12020-11-10", "12020", "bad-value", "a year has four digits"),
    ("-0044", "-0044", "bad-value", "is no date"),
    ("20201110", "20201110", "bad-value", "write 2020-11-10"),
    ("2020/11/10", "2020/11/10", "bad-value", "write 2020-11-10"),
    ("2020.11.10", "2020.11.10", "bad-value", "write 2020-11-10"),
    ("2020–11–10", "2020–11–10", "bad-value", "write 2020-11-10"),
    ("2020/21", "21", "bad-value", "write 2020/2021"),
    ("2020–21", "21", "bad-value", "write 2020/2021"),
    ("2020-09-27/30", "30", "bad-value", "write 2020-09-27/2020-09-30"),
    ("2021-06-23T12:00", "T12:00", "bad-value", "write 2021-06-23"),
    ("2021-06-23 12:00+04:00", " 12:00+04:00", "bad-value", "time of day"),
    ("2020-W45", "2020-W45", "bad-value", "weeks are not read"),
    ("2020-Q5", "2020-Q5", "bad-value", "is no date"),
    ("2014~-05", "~", "bad-value", "write 2014~ or 2014-11~"),
    ("~2014", "~", "bad-value", "belongs at the end"),
    ("1XXX", "1XXX", "bad-value", "201X, 20XX"),
    ("2X20", "2X20", "bad-value", "an X that no digit follows"),
    ("../..", "../..", "bad-value", "says no day"),
    ("/", "/", "bad-value", "says no day"),
    ("[..]", "..", "bad-value", "says no day"),
    ("2020/2021/2022", "/", "bad-value", "two ends"),
    ("{2020,2021}", "{2020,2021}", "bad-value", "one fact for each date"),
    ("between 2018 and 2020", "between 2018 and 2020", "bad-value", "[2018..2020]"),
    ("June 22", "June 22", "bad-value", "does not say its year"),
    ("June 21–23", "June 21–23", "bad-value", "does not say its year"),
    ("last year", "last year", "bad-value", "does not say its year"),
    ("from 2018", "from 2018", "bad-value", "is no date"),
    ("fifth quarter of 2020", "fifth quarter of 2020", "bad-value", "is no date"),
    ("yesterday", "yesterday", "bad-value", "write 2020, 2020-11, 2020-11-10 or 10 November 2020"),
    ("", "", "bad-value", "the date is empty"),
    ("  ", "  ", "bad-value", "the date is empty"),
    ("2" * 101, "2" * 101, "bad-value", "too long"),
]


@pytest.mark.parametrize(("text", "wrong", "rule", "words"), REFUSALS)
def test_a_refusal_points_at_what_is_wrong_and_says_what_to_write(text: str, wrong: str, rule: str, words: str) -> None:
    with pytest.raises(DateError) as refused:
        read(text)
    error = refused.value
    assert text[error.start : error.end].strip(" ") == wrong.strip(" ")
    assert error.rule == rule
    assert words in str(error)


def test_the_place_of_a_refusal_is_exact_where_its_digits_stand_twice() -> None:
    for text, place in (("2011-11-11/2011-02-30", (19, 21)), (" 2011-11-30 /  2011-02-30", (23, 25))):
        with pytest.raises(DateError) as refused:
            read(text)
        assert (refused.value.start, refused.value.end) == place


def test_an_unknown_calendar_is_refused() -> None:
    with pytest.raises(ValueError, match="`gregorian` or `julian`"):
        read("2020", calendar="hijri")
