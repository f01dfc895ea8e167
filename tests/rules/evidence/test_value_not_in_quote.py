"""`value-not-in-quote`: each field on its own, and whole facts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.findings import Place, Severity
from factlint.reading import date, quantity
from factlint.rules.evidence.quoted import Quoted
from factlint.rules.evidence.quoted_amounts import amount_stands, other_amount
from factlint.rules.evidence.quoted_dates import date_stands, other_date
from factlint.rules.evidence.quoted_words import number_stands, other_number, rank_stands, title_stands
from factlint.rules.evidence.value_not_in_quote import ValueNotInQuote

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding
    from factlint.rules.base import Rule

    Found = Callable[[type[Rule], str], tuple[Finding, ...]]

PUBLISHED = date.read("2021-06-23").as_moment()


def quoted(text: str) -> Quoted:
    return Quoted(text, PUBLISHED)


@pytest.mark.parametrize(
    ("value", "quote"),
    [
        ("$13.2 million", "amounted to $13.2 million in 2020"),
        ("13,200,000 USD", "amounted to 13.2 mln dollars"),
        ("13.20 million", "amounted to $13.2 million"),
        ("about 100", "trained about a hundred military units"),
        ("2", "two intergovernmental agreements"),
        ("2", "both agreements"),
        ("1", "one of the agreements"),
        ("more than 200 million USD", "over $200 mln"),
        ("10 to 12 million", "rose from 10 to 12 million"),
        ("between 10 and 12 million", "10-12 million tonnes"),
        ("49 percent", "49% of voters"),
        ("24", "two dozen tanks"),
        ("44 days", "the 44-day war"),
        ("44-day", "fought for forty-four days"),
        ("3 days", "on three-day visit to Baku"),
        ("1 week", "a week-long exercise"),
        ("2000", "2000 troops arrived"),
        ("1.6 million", "it was $11.6 million, then 1.6 million"),
        ("5", "imports [...] five"),
    ],
)
def test_a_number_stands_in_digits_or_words_on_any_scale(value: str, quote: str) -> None:
    assert amount_stands(quoted(quote), quantity.read(value))


@pytest.mark.parametrize(
    ("value", "quote", "instead"),
    [
        ("$13.3 million", "amounted to $13.2 million in 2020", "$13.2 million"),
        ("$1.6 million", "imports of $11.6 million", "$11.6 million"),
        ("13.2 million", "13.2 billion dollars", "13.2 billion dollars"),
        ("$3", "exports of $1.6 million and imports of $11.6 million", ""),
        ("22", "on June 22, 2021 they met", ""),
        ("45 days", "the 44-day war in 2020", "44-day"),
        ("1", "it cost $13.2 million", "$13.2 million"),
        ("10 to 12 million", "about 12 million", "about 12 million"),
        ("10 to 12 million", "about 10 million", "about 10 million"),
        ("5", "imports rose [...] in 2020", ""),
        ("50", "5 [...] 0 units", ""),
    ],
)
def test_another_number_is_told_where_it_is_the_only_one(value: str, quote: str, instead: str) -> None:
    figure = quantity.read(value)
    assert not amount_stands(quoted(quote), figure)
    assert other_amount(quoted(quote), figure) == instead


@pytest.mark.parametrize(
    ("change", "quote", "stands"),
    [
        ("-14.9%", "fell by 14.9 percent", True),
        ("+12.5%", "grew 12.5%", True),
        ("2.1 times", "grew 2.1 times", True),
        ("2 times", "exports doubled", True),
        ("doubled", "twice the exports of 2019", True),
        ("+100%", "exports doubled", True),
        ("-50%", "exports halved", True),
        ("2 times", "grew by 100 percent", True),
        ("+$1.3 million", "$1.3 mln more", True),
        ("-3 pp", "3 percentage points lower", True),
        ("+12.5%", "grew 1.25%", False),
        ("2 times", "exports tripled", False),
        ("-50%", "exports doubled", False),
    ],
)
def test_a_change_stands_as_a_percentage_or_as_a_multiple(change: str, quote: str, *, stands: bool) -> None:
    assert amount_stands(quoted(quote), quantity.read_change(change)) is stands


@pytest.mark.parametrize(
    ("share", "quote", "stands"),
    [("50%", "half of the exports", True), ("25%", "a quarter of exports", True), ("50%", "a third of exports", False)],
)
def test_a_share_stands_as_a_part(share: str, quote: str, *, stands: bool) -> None:
    assert amount_stands(quoted(quote), quantity.read_share(share)) is stands


@pytest.mark.parametrize(
    ("when", "quote"),
    [
        ("2020-autumn", "the 44-day war in autumn 2020"),
        ("2021-06-22", "held in Baku on June 22"),
        ("2020", "on 10 November 2020"),
        ("2020-11", "on 10 November 2020"),
        ("2014-winter", "In the winter of 2014"),
        ("2021-Q1", "in the first quarter of 2021"),
        ("2020-09-27/2020-11-10", "from September 27 to November 10, 2020"),
        ("2020-09-27/2020-11-10", "began on 27 September 2020 [...] ended on November 10"),
        ("2020-09/2020-11", "from September 27 to November 10, 2020"),
        ("2020-09-27/..", "since 27 September 2020"),
        ("../2020-11-10", "until 10 November 2020"),
        ("[..2021-11-30]", "the crash that occurred on November 30"),
        ("2014~", "around 2014"),
        ("2020-12-10", "on December 10"),
        ("2021-12-10", "on December 10"),
        ("2021-06-22", "met yesterday in Baku"),
        ("2021-06-21", "met on Monday"),
        ("2021-05", "talks last month"),
        ("2021", "drills this spring"),
        ("2011", "ten years ago"),
    ],
)
def test_a_date_stands_where_the_quote_prints_it_or_a_part_of_it(when: str, quote: str) -> None:
    assert date_stands(quoted(quote), date.read(when), "gregorian")


@pytest.mark.parametrize(
    ("when", "quote", "instead"),
    [
        ("2021-06-23", "held in Baku on June 22", "June 22"),
        ("2019-06-22", "held in Baku on June 22", "June 22"),
        ("2020-11-10", "in November 2020", "November 2020"),
        ("2020-summer", "in autumn 2020", "autumn 2020"),
        ("2020-09-27/2020-11-10", "on September 27, 2020", "September 27, 2020"),
        ("2020-09-27/2020-11-09", "from September 27 to November 10, 2020", "September 27 to November 10, 2020"),
        ("2020", "they met in Baku", ""),
        ("2020", "in 2018 and in 2019", ""),
        ("2019-01-01", "met yesterday in Baku", ""),
        ("2021-06-01", "met today in Baku", ""),
    ],
)
def test_another_or_a_vaguer_date_does_not_stand(when: str, quote: str, instead: str) -> None:
    day = date.read(when)
    assert not date_stands(quoted(quote), day, "gregorian")
    assert other_date(quoted(quote), day) == instead


def test_an_old_style_date_is_compared_as_it_is_printed() -> None:
    day = date.read("1917-10-25", calendar="julian")
    assert date_stands(quoted("on 25 October 1917"), day, "julian")
    assert not date_stands(quoted("on 7 November 1917"), day, "julian")
    leap = date.read("1900-02-29", calendar="julian")
    assert date_stands(quoted("on 29 February 1900"), leap, "julian")


def test_without_a_day_of_publication_a_missing_year_is_no_fault() -> None:
    quote = Quoted("held on June 22", None)
    assert date_stands(quote, date.read("2021-06-22"), "gregorian")
    assert not date_stands(quote, date.read("2021-06-23"), "gregorian")


@pytest.mark.parametrize(
    ("number", "quote"),
    [
        (9, "the IX International Security Conference"),
        (5, "the fifth meeting"),
        (5, "the 5th meeting"),
        (5, "meeting number five"),
        (21, "the twenty-first session"),
        (30, "its thirtieth session"),
        (15, "15 sessions"),
    ],
)
def test_a_number_of_a_series_stands_in_any_form(number: int, quote: str) -> None:
    assert number_stands(quoted(quote), number)


@pytest.mark.parametrize(
    ("number", "quote", "instead"),
    [
        (8, "the IX International Security Conference", "IX"),
        (6, "the fifth meeting of 10 ministers", "fifth"),
        (1, "i was there, a mix of things", ""),
        (6, "the meeting", ""),
    ],
)
def test_another_number_of_a_series_is_told(number: int, quote: str, instead: str) -> None:
    assert not number_stands(quoted(quote), number)
    assert other_number(quoted(quote)) == instead


@pytest.mark.parametrize(
    ("title", "quote", "stands"),
    [
        ("Azerbaijani Defence Minister", "Azerbaijani Defense Minister Zakir Hasanov", True),
        ("Minister of Defence", "Hasanov, the Defence Minister, said", True),
        ("Prime Minister", "PM Sharif confirmed plans", True),
        ("Chief of the State Border Service", "State Border Service Head Elchin Guliyev", True),
        ("Ambassador of Pakistan to Azerbaijan", "the Pakistani ambassador to Azerbaijan met the envoy to Iran", True),
        ("State Border Service Head", "the Defence Ministry told the State Border Service Head", True),
        ("Chief of Air Staff", "Chief of Army Staff of Pakistan Army", False),
        ("Deputy Defence Minister", "Defence Minister Zakir Hasanov", False),
        ("President", "Ilham Aliyev said", False),
    ],
)
def test_a_title_stands_in_any_spelling_and_order(title: str, quote: str, *, stands: bool) -> None:
    assert title_stands(quoted(quote), title) is stands


@pytest.mark.parametrize(
    ("rank", "quote", "stands"),
    [
        ("Colonel-General", "Azerbaijani Defense Minister Colonel-General Zakir Hasanov", True),
        ("Colonel-General", "Col-Gen Hasanov noted", True),
        ("General", "of this country, General Nadeem Raza", True),
        ("General", "Colonel-General Ramil Usubov said", False),
        ("Colonel-General", "General Nadeem Raza", False),
        ("Haji", "Haji Bayramov", True),
        ("Haji", "Bayramov", False),
    ],
)
def test_a_rank_stands_as_a_whole(rank: str, quote: str, *, stands: bool) -> None:
    assert rank_stands(quoted(quote), rank) is stands


REGISTRY = """== facts/registry/people.yaml
hasanov: {name: Zakir Hasanov, aliases: [Həsənov]}
khan: {name: Imran Khan}
sharif: {name: Nawaz Sharif Jr.}
heydar: {name: Heydar Aliyev}
ilham: {name: Ilham Aliyev}
== facts/registry/offices.yaml
minister: {title: Minister of Defence}
== facts/registry/measures.yaml
exports: {name: exports, kind: flow, unit: USD}
== facts/registry/places.yaml
azerbaijan: {name: Azerbaijan}
== facts/registry/events.yaml
talks: {name: Talks}
== facts/registry/relations.yaml
visited: {name: visited}
"""
HEAD = "== facts/a.yaml\nsource: {title: T}\npublished: 2021-06-23\nfacts:\n"


def project(fact: str, quote: str) -> str:
    return f"{REGISTRY}{HEAD}  - {{id: f, {fact}, quote: {json.dumps(quote)}}}\n"


def test_a_wrong_person_of_a_list_is_told_at_its_place(found: Found) -> None:
    fact = "event: talks, who: [Imran Khan, Nawaz Sharif Jr.]"
    (finding,) = found(ValueNotInQuote, project(fact, "Khan met Defence Minister Hasanov"))
    assert finding.message == (
        "Nawaz Sharif Jr. does not stand in the quote, which names Zakir Hasanov: "
        "correct it, quote the words that give it, or write derived: true"
    )
    assert finding.severity is Severity.WARNING
    assert finding.facts == ("a#f",)
    assert finding.anchor == "a#f@who.1"
    assert finding.primary.place == Place("facts/a.yaml", 4, 45, 4, 61)


@pytest.mark.parametrize(
    ("fact", "quote"),
    [
        ("event: talks, who: [khan, azerbaijan]", "Imran Khan arrived"),
        ("event: talks, who: khan", "Khan's visit"),
        ("role: minister, person: hasanov", "Defence Minister Hasanov"),
        ("role: minister, person: hasanov", "Müdafiə naziri Zakir Həsənov"),
        ("role: minister, person: sharif", "Mr Sharif"),
        ("relation: visited, subject: khan, object: azerbaijan", "Khan visited Baku"),
        ("relation: visited, subject: azerbaijan, object: khan", "the hosts went to see Khan"),
        ("role: minister, person: khan, derived: true", "He said so"),
        ("role: minister, person: hasanov, at: 2020-01-01", "Defence Minister Hasanov"),
        ("figure: exports, of: azerbaijan, period: 1999, value: $3", "exports of $3"),
    ],
)
def test_what_stands_or_need_not_stand_is_silent(found: Found, fact: str, quote: str) -> None:
    assert found(ValueNotInQuote, project(fact, quote)) == ()


@pytest.mark.parametrize(
    ("fact", "quote", "field", "said"),
    [
        ("role: minister, person: khan", "He said so", "person", "Imran Khan does not stand in the quote: "),
        ("role: minister, person: khan", "Aliyev said so", "person", "Imran Khan does not stand in the quote: "),
        ("relation: visited, subject: khan, object: hasanov", "Khan visited him", "object", "Zakir Hasanov does"),
        ("event: talks, date: 2021-06-20", "on June 22", "date", "the date 2021-06-20 does not stand in the quote, "),
        ("event: talks, duration: 3 days", "the two-day talks", "duration", "which says two-day"),
        ("event: talks, count: 120", "with 102 delegates", "count", "the count 120 does not"),
        ("event: talks, number: IX", "the X meeting and the VIII meeting", "number", "the number 9 does not"),
        ("role: minister, person: khan, title: Premier", "Minister Khan", "title", 'the title "Premier" does not'),
        (
            "figure: exports, of: azerbaijan, period: 2020, change: +3%, versus: 2019",
            "grew by 4% after 2019",
            "change",
            "the change +3% does not stand in the quote, which says 4%",
        ),
    ],
)
def test_each_field_is_told_once(found: Found, fact: str, quote: str, field: str, said: str) -> None:
    (finding,) = found(ValueNotInQuote, project(fact, quote))
    assert said in finding.message
    assert finding.anchor == f"a#f@{field}"


def test_a_fact_without_a_quote_is_silent(found: Found) -> None:
    assert found(ValueNotInQuote, f"{REGISTRY}{HEAD}  - {{id: f, role: minister, person: khan}}\n") == ()


HOSTILE = st.one_of(
    st.text(max_size=200),
    st.text(alphabet="0123456789.,-/[]… $%IVXMayune", max_size=200),
    st.sampled_from(["[...]" * 500, "9" * 3000, "22 June " * 400, "(.*)+" * 300, "Colonel-" * 300, "\u0301" * 400]),
)


@settings(max_examples=80, deadline=None)
@given(quote=HOSTILE, title=HOSTILE)
def test_hostile_quotes_give_an_answer(quote: str, title: str) -> None:
    text = quoted(quote)
    figure, day = quantity.read("$13.2 million"), date.read("2021-06-22")
    answers = [
        amount_stands(text, figure),
        date_stands(text, day, "gregorian"),
        number_stands(text, 7),
        title_stands(text, title),
        rank_stands(text, title),
    ]
    assert all(isinstance(answer, bool) for answer in answers)
    assert {type(other_amount(text, figure)), type(other_date(text, day)), type(other_number(text))} == {str}


@settings(max_examples=60, deadline=None)
@given(
    amount=st.integers(3, 10**9),
    before=st.sampled_from(["", "exports of $", "about "]),
    after=st.sampled_from(["", " tanks"]),
)
def test_a_printed_number_always_stands_and_its_successor_never(amount: int, before: str, after: str) -> None:
    text = quoted(f"it was {before}{amount:,}{after}")
    assert amount_stands(text, quantity.read(str(amount)))
    assert not amount_stands(text, quantity.read(str(amount + 1)))
