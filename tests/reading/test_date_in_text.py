"""Dates in running text: exactly those of the five articles, and of the sentences that mislead."""

from __future__ import annotations

from contextlib import suppress
from datetime import date as civil_date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factlint.reading.date import NEVER, Days, read, say
from factlint.reading.date.in_text import find

SEEDS = Path(__file__).parents[2] / "seeds"
PUBLISHED = "2021-01-15"

# The words of each article's dates in order, the date that each must be read as, and "+" where the article's
# own date supplies the year.
ARTICLES = {
    "000_639ad85f9f7bf7b3.txt": (
        "2021-06-23",
        [
            ("2021-06-23", "2021-06-23", ""),
            ("June 22", "2021-06-22", "+"),
            ("June 22", "2021-06-22", "+"),
            ("autumn 2020", "2020-23", ""),
            ("June 22", "2021-06-22", "+"),
            ("2020", "2020", ""),
            ("1991", "1991", ""),
            ("2020", "2020", ""),
            ("first quarter of 2021", "2021-Q1", ""),
        ],
    ),
    "001_43c137d608248c9e.txt": (
        "2021-01-15",
        [
            ("2021-01-15", "2021-01-15", ""),
            ("Jan. 15", "2021-01-15", "+"),
            ("January 15", "2021-01-15", "+"),
        ],
    ),
    "002_e906bc3121925c38.txt": (
        "2022-03-22",
        [
            ("2022-03-22", "2022-03-22", ""),
            ("March 21", "2022-03-21", "+"),
            ("2020", "2020", ""),
            ("September 2021", "2021-09", ""),
            ("2021", "2021", ""),
            ("winter of 2014", "2014-24", ""),
            ("October 2016", "2016-10", ""),
            ("July 27, 2021", "2021-07-27", ""),
        ],
    ),
    "003_a1e95e8ae9386bc4.txt": (
        "2016-03-03",
        [
            ("April 29 2024", "2024-04-29", ""),
            ("3 March 2016", "2016-03-03", ""),
            ("1991", "1991", ""),
        ],
    ),
    "004_8998e6d75cc86e01.txt": (
        "2021-12-02",
        [
            ("2021-12-02", "2021-12-02", ""),
            ("December 1", "2021-12-01", "+"),
            ("2020", "2020", ""),
            ("November 30", "2021-11-30", "+"),
        ],
    ),
}


@pytest.mark.parametrize("name", ARTICLES)
def test_the_dates_of_an_article(name: str) -> None:
    published, expected = ARTICLES[name]
    text = (SEEDS / name).read_text(encoding="utf-8")
    found = list(find(text, published=read(published).as_moment()))
    assert [(text[hit.start : hit.end], hit.date.as_moment(), hit.year_supplied) for hit in found] == [
        (words, read(iso).as_moment(), supplied == "+") for words, iso, supplied in expected
    ]
    assert all(hit.date.text == text[hit.start : hit.end] for hit in found)


def listed(text: str, published: str | None = PUBLISHED) -> list[tuple[str, str]]:
    days = read(published).as_moment() if published else None
    return [(text[hit.start : hit.end], say(hit.date)) for hit in find(text, published=days)]


WAR = "from 27 September 2020 to 10 November 2020"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("held on 23 June 2021.", [("23 June 2021", "23 June 2021")]),
        ("on June 22nd, 2021, in Baku", [("June 22nd, 2021", "22 June 2021")]),
        ("the 22nd of June 2021", [("22nd of June 2021", "22 June 2021")]),
        ("BAKU, Sept.3 - Trend", [("Sept.3", "3 September 2020")]),
        ("27 September-10 November 2020", [("27 September-10 November 2020", WAR)]),
        ("from September 27 to November 10, 2020", [("September 27 to November 10, 2020", WAR)]),
        ("between 27 September and 10 November 2020", [("27 September and 10 November 2020", WAR)]),
        ("2020-09-27/2020-11-10", [("2020-09-27/2020-11-10", WAR)]),
        ("on June 21-23", [("June 21-23", "from 21 June 2021 to 23 June 2021")]),
        ("on 21–23 June 2020", [("21–23 June 2020", "from 21 June 2020 to 23 June 2020")]),
        ("27 December–3 January", [("27 December–3 January", "from 27 December 2020 to 3 January 2021")]),
        ("in January-July 2020", [("January-July 2020", "from January 2020 to July 2020")]),
        ("in 1991–1994", [("1991–1994", "from 1991 to 1994")]),
        ("the 2020/21 budget", [("2020/21", "from 2020 to 2021")]),
        ("the 2020–21 season", [("2020–21", "from 2020 to 2021")]),
        ("as of 2021-06", [("2021-06", "June 2021")]),
        ("2021-06-23T12:00", [("2021-06-23", "23 June 2021")]),
        ("on 27.11.2020", [("27.11.2020", "27 November 2020")]),
        ("in the 1990s", [("1990s", "between 1 January 1990 and 31 December 1999")]),
        ("in Q3 2020", [("Q3 2020", "between 1 July and 30 September 2020")]),
        ("the first nine months of 2020", [("first nine months of 2020", "between 1 January and 30 September 2020")]),
        ("in the first quarter, exports", [("first quarter", "between 1 January and 31 March 2021")]),
        ("in the fourth quarter, exports", [("fourth quarter", "between 1 October and 31 December 2020")]),
        ("in the first quarter of last year", [("first quarter of last year", "between 1 January and 31 March 2020")]),
        ("in November last year", [("November last year", "November 2020")]),
        ("since last year", [("last year", "2020")]),
        ("in September, and in mid-May", [("September", "September 2020"), ("May", "May 2021")]),
        ("on 27 September and 10 November 2019", [("27 September", "27 September 2019"),
                                                  ("10 November 2019", "10 November 2019")]),
        (
            "December 30, January 3 and May 5, 2020",
            [("December 30", "30 December 2019"), ("January 3", "3 January 2020"), ("May 5, 2020", "5 May 2020")],
        ),
        ("on June 22 and May 3, 2020", [("June 22", "22 June 2020"), ("May 3, 2020", "3 May 2020")]),
        ("Three Brothers - 2021, Drills-2021", [("2021", "2021"), ("2021", "2021")]),
        ("in 1828, (2019), 2019's", [("1828", "1828"), ("2019", "2019"), ("2019", "2019")]),
        ("the JF-17 March 2020 order", [("March 2020", "March 2020")]),
        ("exports fall in 2020", [("2020", "2020")]),
        ("from 2020 to 2018", [("2020", "2020"), ("2018", "2018")]),
        ("On June 22 soldiers met", [("June 22", "22 June 2021")]),
        ("on June 22, 2020 members met", [("June 22, 2020", "22 June 2020")]),
        ("ended in 2020\n\nJune 5 was calm", [("2020", "2020"), ("June 5", "5 June 2021")]),
    ],
)  # fmt: skip
def test_a_date_is_found_as_it_is_meant(text: str, expected: list[tuple[str, str]]) -> None:
    assert listed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "30 February 2020 and 31 November and 2021-02-29 and 30.02.2020",
        "2000 troops, in 2020 people, 1950-2000 troops, 2020 percent, 2020%",
        "$2000, US$2020, №2020, 2,020, 12020, 2020.5, 20:20, 13.2020, 2020km, A2020",
        "a 2000-strong force after the 44-day war",
        "resolution 2020, UN resolution 1874, No. 2020, Flight 1999",
        "1874 and 1500 or 2222 in 2500",
        "JF-17 and UTC+04:00 and 10/11/2020 and 10.11.2020",
        "troops march on, it may be, March on, Jan and May",
        "the first quarter of the match, the first quarter-final, the first half",
        "winter is near, in spring, a second autumn",
        "az/2021/06/x and x=2021",
        "fifth quarter, 22 juneberries, Juneau 22",
        "",
    ],
)
def test_what_only_looks_like_a_date_is_not_found(text: str) -> None:
    assert listed(text) == []


def test_without_a_publication_date_only_dates_with_a_year_are_found() -> None:
    text = "June 22, in September, the first quarter, last year, June 21-23; 3 May 2020"
    assert listed(text, None) == [("3 May 2020", "3 May 2020")]
    assert listed(text, "2010/2020") == [("3 May 2020", "3 May 2020")]
    assert list(find("June 22", published=Days(NEVER, 0))) == []


@pytest.mark.parametrize(
    ("published", "words", "meant"),
    [
        ("2021-01-02", "December 31", "2020-12-31"),
        ("2021-12-30", "January 2", "2022-01-02"),
        ("2021-06-23", "June 22", "2021-06-22"),
        ("2021-03-01", "February 29", "2020-02-29"),
        ("2021-01-15", "fourth quarter", "2020-Q4"),
        ("2021-02", "January 31", "2021-01-31"),
    ],
)
def test_a_missing_year_is_the_nearest(published: str, words: str, meant: str) -> None:
    (hit,) = find(f"in the {words}", published=read(published).as_moment())
    assert (hit.date.as_moment(), hit.year_supplied) == (read(meant).as_moment(), True)


@given(
    st.dates(civil_date(1900, 1, 1), civil_date(2100, 12, 30)), st.dates(civil_date(1900, 1, 2), civil_date(2100, 1, 1))
)
def test_no_year_brings_a_date_nearer_than_the_supplied_one(when: civil_date, published: civil_date) -> None:
    number = published.toordinal() - civil_date(1970, 1, 1).toordinal()
    hits = list(find(f"on {when:%B} {when.day}", published=Days(number, number)))
    distances = []
    for year in range(published.year - 1, published.year + 2):
        with suppress(ValueError):  # 29 February
            distances.append(abs((when.replace(year=year) - published).days))
    assert [abs(hit.date.earliest - number) for hit in hits] == sorted(distances)[:1]


@given(
    st.dates(civil_date(1900, 1, 1), civil_date(2100, 12, 31)), st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d"])
)
def test_a_full_date_is_found_in_any_sentence(when: civil_date, form: str) -> None:
    text = f"It was signed on {when.strftime(form)}, said the ministry."
    (hit,) = find(text)
    assert hit.date.as_moment() == read(when.isoformat()).as_moment()
    assert text[hit.start : hit.end] == when.strftime(form)
    assert not hit.year_supplied


NEAR_DATES = """
June Jan. May may 22 31 3rd 2020 1500 0000 2021-02-30 2020-11-10 first third quarter half of the – - to / , .
and between from last this year nine months in winter fall Q1 2010s 2020/21 10.11.2020 27.11.2020 $ % JF- troops
"""
PIECES = st.lists(st.sampled_from([*NEAR_DATES.split(), "\n\n"]), max_size=14)


@given(st.one_of(st.text(max_size=200), PIECES.map(" ".join), PIECES.map("".join)), st.sampled_from([None, PUBLISHED]))
@example("Ⅻ June ² 2020 ٢٠٢٠ ſept 3ſt", PUBLISHED)
@example("June 3, " * 30, PUBLISHED)
def test_any_text_gives_dates_in_order_and_never_raises(text: str, publication: str | None) -> None:
    published = read(publication).as_moment() if publication else None
    found = list(find(text, published=published))
    places = [offset for hit in found for offset in (hit.start, hit.end)]
    assert places == sorted(places)
    assert all(hit.start < hit.end <= len(text) for hit in found)
    assert all(hit.date.begins.earliest <= hit.date.ends.latest for hit in found)
    assert publication or not any(hit.year_supplied for hit in found)
