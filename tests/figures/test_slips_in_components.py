from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from tests.figures.components import MEASURES, Component, Words, change, level, share, year

from factlint.figures.slips import Context, places
from factlint.figures.slips.judge import MOST_QUESTIONS
from factlint.figures.statements import Stretch
from factlint.reasoning.linear import Identity

if TYPE_CHECKING:
    from factlint.figures.statements import Statement

OLD, NEW = level("a#1", "exports", "$8.00 million", 2019), level("a#2", "exports", "$10.8 million")
TWICE = (OLD, NEW, level("a#3", "exports", "$10.80 million"))
TRADE = (level("a#3", "exports", "$1.63 million"), level("a#4", "imports", "$11.6 million"))
BALANCE = level("a#5", "balance", "-$9.97 million")
_VALUES = {2016: "47.3", 2017: "61.2", 2018: "79.5", 2019: "52.8", 2020: "68.64"}
YEARS = tuple(level(f"a#{year}", "exports", f"${value} million", year) for year, value in _VALUES.items())
TURNOUT = level("a#1", "turnout", "40.2%", 2019)


@pytest.mark.parametrize("loose", [False, True])
@pytest.mark.parametrize(
    ("statements", "words"),
    [
        ((OLD, NEW, change("a#9", "exports", "-35%")), "-35% reads as +35% if the sign slipped"),
        ((NEW, OLD, change("a#9", "exports", "+26%", 2019, 2020)), "+26% reads as -26% if the sign slipped"),
        (
            (OLD, NEW, change("a#9", "exports", "fell by $2.8 million")),
            "fell by $2.8 million reads as +$2.8 million if the sign slipped",
        ),
        (
            (*TRADE, level("a#9", "balance", "$9.97 million")),
            "$9.97 million reads as -$9.97 million if the sign slipped",
        ),
        (
            (*TWICE, change("a#9", "exports", "+$10.8 million")),
            '+$10.8 million reads as "to $10.8 million" if "by" and "to" were exchanged',
        ),
        (
            (*TWICE, change("a#9", "exports", "rose by 135%")),
            'rose by 135% reads as "to 135%" if "by" and "to" were exchanged',
        ),
        (
            (OLD, level("a#2", "exports", "$32.8 million"), change("a#9", "exports", "3.1 times")),
            '3.1 times reads as "by 3.1 times" if "by" and "to" were exchanged',
        ),
        (
            (OLD, change("a#8", "exports", "+35%"), level("a#9", "exports", "$2.8 million")),
            '+35% reads as "to 35%" or $2.8 million as "by $2.8 million" if "by" and "to" were exchanged',
        ),
        (
            (
                TURNOUT,
                level("a#2", "turnout", "52.1%"),
                change("a#8", "turnout", "+11.9 pp"),
                change("a#9", "turnout", "+52.1 pp"),
            ),
            '+52.1 pp reads as "to 52.1%" if "by" and "to" were exchanged',
        ),
        (
            (OLD, level("a#2", "exports", "$24.8 million"), change("a#9", "exports", "+3.1%")),
            "+3.1% reads as 3.1 times if the unit of the change slipped",
        ),
        (
            (OLD, level("a#2", "exports", "$8.25 million"), change("a#9", "exports", "3.1 times")),
            "3.1 times reads as +3.1% if the unit of the change slipped",
        ),
        (
            (TURNOUT, level("a#2", "turnout", "52.2%"), change("a#9", "turnout", "+12%")),
            "+12% reads as +12 pp if the unit of the change slipped",
        ),
        (
            (TURNOUT, level("a#2", "turnout", "45.0%"), change("a#9", "turnout", "up 12 percentage points")),
            "up 12 percentage points reads as +12% if the unit of the change slipped",
        ),
        (
            (*TRADE, level("a#6", "turnover", "$132.3 million"), share("a#7", "imports", "turnover", "87.7%")),
            "$132.3 million reads as $13.23 million if a digit slipped",
        ),
        (
            (BALANCE, level("a#6", "turnover", "$13.23 million"), share("a#7", "imports", "turnover", "78.7%")),
            "78.7% reads as 87.7% if two digits were swapped",
        ),
    ],
)
def test_what_one_statement_of_a_component_may_have_meant(
    statements: tuple[Statement, ...], words: str, *, loose: bool
) -> None:
    component = Component(statements, loose=loose)
    assert component.hint() == words
    assert component.answers <= MOST_QUESTIONS + 1


def test_two_facts_exchanged_where_neither_alone_is_suspect() -> None:
    out, into = level("a#3", "exports", "$11.6 million"), level("a#4", "imports", "$1.63 million")
    last = level("a#6", "imports", "$10.4 million", 2019), change("a#7", "imports", "+$1.2 million")
    component = Component((out, into, BALANCE, *last))
    assert component.suspects == []
    assert component.hint() == (
        "exports $11.6 million reads as imports and imports $1.63 million as exports if the two were exchanged"
    )


def test_facts_of_other_places_are_not_exchanged() -> None:
    out = level("a#3", "exports", "$11.6 million")
    into = out._replace(fact="a#4", now=out.now._replace(measure="imports", of="Georgia"))
    context = Context(MEASURES, (out, into), (out, into), Words())
    assert list(places.exchanged_facts(out, context)) == []


def test_a_fact_of_the_other_measure() -> None:
    turnover, exports = level("a#1", "turnover", "$13.23 million"), level("a#2", "exports", "$11.6 million")
    component = Component((turnover, exports, exports._replace(fact="a#3"), level("a#4", "exports", "$1.63 million")))
    assert component.hint() == "exports $1.63 million reads as imports if the two were exchanged"


def test_a_measure_of_which_nothing_is_known_confirms_no_number() -> None:
    assert Component((NEW, NEW._replace(fact="a#3"), level("a#4", "exports", "$36.1 million"))).hint() is None


def test_a_measure_whose_ends_may_swap_says_nothing_of_who_exports() -> None:
    three = (Fraction(1), "turnover"), (Fraction(1), "exports")
    measures = MEASURES.tied_by((Identity.of("balance", three),), ())
    turnover = level("a#1", "turnover", "$13.23 million")
    context = Context(measures, (turnover,), (turnover,), Words())
    assert list(places.other_measure(turnover, context)) == []
    swapped = level("a#2", "exports", "$1 million")
    swapped = swapped._replace(now=swapped.now._replace(of="Pakistan", partner="Azerbaijan"))
    assert [each.now for each in places.other_measure(swapped, context)] == [turnover.now]


def test_the_wrong_base_year() -> None:
    growth = change("a#9", "exports", "+45.1%", 2020, 2018)
    words = "+45.1% against 2018 reads as against 2016 if the base slipped"
    assert Component((*YEARS, growth)).hint() == words


def test_the_wrong_year() -> None:
    again = level("a#9", "exports", "$79.5 million", 2019)
    growth = change("a#8", "exports", "+29.9%", 2018, 2017), change("a#7", "exports", "-33.6%", 2019, 2018)
    words = "$79.5 million for 2019 reads as for 2018 if the period slipped"
    assert Component((*YEARS, again, *growth)).hint() == words


def test_only_times_of_the_same_length_are_taken_for_each_other() -> None:
    leap, plain, later = (level(f"a#{each}", "exports", "$8 million", each) for each in (2020, 2019, 2021))
    half = plain._replace(fact="a#9", now=plain.now._replace(time=Stretch(year(2018).first, year(2018).first + 180)))
    stock = plain._replace(fact="a#8", now=plain.now._replace(time=(*year(2018), *year(2018))))
    context = Context(MEASURES, (leap, plain, later, half, stock), (), Words())
    assert places.other_times(leap, context) == [year(2019), year(2021)]
    assert places.other_times(half, context) == []
    assert places.other_times(stock, context) == []


def test_of_many_times_only_the_nearest_are_tried() -> None:
    many = [level(f"a#{number}", "exports", "$8 million", number) for number in range(1990, 2021)]
    found = places.other_times(many[20], Context(MEASURES, many, (), Words()))
    assert sorted(found) == [year(number) for number in (2007, 2008, 2009, 2011, 2012, 2013)]
