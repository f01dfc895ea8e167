from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.figures.components import MEASURES, Words, change, level

from factlint.figures.slips import Context, hint
from factlint.figures.slips.judge import MOST_QUESTIONS, Judge
from factlint.figures.slips.kinds import KINDS
from factlint.figures.slips.numbers import ANYWHERE
from factlint.figures.slips.printed import magnitude, printed
from factlint.interval import EVERYTHING, Interval
from factlint.reading.quantity import Change, read, read_change

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factlint.figures.slips.kinds import Kind
    from factlint.figures.statements import Statement


NOTHING = Interval(Fraction(1), Fraction(0))


class Rooms:
    """Each fact's number fits where it meets the room that it has; elsewhere nothing does."""

    def __init__(self, rooms: Mapping[Statement, Interval]) -> None:
        self._rooms = {each.fact: (each, room) for each, room in rooms.items()}

    def room(self, statement: Statement, /) -> Interval:
        said, room = self._rooms[statement.fact]
        return room if statement._replace(said=said.said) == said else NOTHING

    def fits(self, /, *statements: Statement) -> bool:
        return all(each.numbers("either").meets(self.room(each)) for each in statements)


class Asked:
    """Nothing fits that is asked for, of a room that may be anything."""

    def __init__(self) -> None:
        self.questions = 0

    def room(self, _: Statement, /) -> Interval:
        return EVERYTHING

    def fits(self, /, *_: Statement) -> bool:
        self.questions += 1
        return False


def between(low: str, high: str | None = None) -> Interval:
    return Interval(Fraction(low), Fraction(high or low))


def hinted(suspects: Sequence[Statement], *rooms: Interval) -> str | None:
    by_statement = dict(zip(suspects, rooms, strict=True))
    return hint(suspects, Rooms(by_statement), Context(MEASURES, suspects, suspects, Words()))


def levels(*said: str) -> list[Statement]:
    return [level(f"a#{number}", "exports", each) for number, each in enumerate(said)]


@pytest.mark.parametrize(
    ("said", "room", "words"),
    [
        ("$12.5 million", "1250000", "$12.5 million reads as $1.25 million if a digit slipped"),
        ("$12.5 million", "125000000", "$12.5 million reads as $125 million if a digit slipped"),
        ("$12.5 billion", "12500000", "$12.5 billion reads as $12.5 million if the scale slipped"),
        ("$12.5 million", "12500000000000", "$12.5 million reads as $12.5 trillion if the scale slipped"),
        ("$12.5bn", "12500000", "$12.5bn reads as $12.5 million if the scale slipped"),
        ("12.5 mln. USD", "12500000000", "12.5 mln. USD reads as 12.5 billion USD if the scale slipped"),
        ("12.5 thousand USD", "12.5", "12.5 thousand USD reads as 12.5 USD if the scale slipped"),
        ("12500 USD", "12500000", "12500 USD reads as 12500000 USD if the scale slipped"),
        ("$739.3 million", "793300000", "$739.3 million reads as $793.3 million if two digits were swapped"),
        ("61 people", "16", "61 people reads as 16 people if two digits were swapped"),
        ("$12.5 million", "125000", "$12.5 million reads as $0.125 million if the decimal point slipped"),
        ("$12.5 million", "1250000000", "$12.5 million reads as $1250 million if the decimal point slipped"),
        ("26,320 people", "2320", "26,320 people reads as 2,320 people if a digit was dropped or added"),
        ("2,320 people", "22320", "2,320 people reads as 22,320 people if a digit was dropped or added"),
        ("$13.25 million", "1325", None),
        ("$13.25 million", "3250000", "$13.25 million reads as $3.25 million if a digit was dropped or added"),
        ("$13.25 million", "13225000", "$13.25 million reads as $13.225 million if a digit was dropped or added"),
        ("$12.6 million", "11600000", "$12.6 million reads as $11.6 million if a digit slipped"),
        ("-$12.6 million", "-11600000", "-$12.6 million reads as -$11.6 million if a digit slipped"),
        ("1,785 people", "1735", "1,785 people reads as 1,735 people if a digit slipped"),
        ("$16 million", "13000000", None),
        ("about $12.6 million", "11600000", None),
        ("half a million dollars", "5000000", None),
        ("$12.6 million", "11700000", None),
        ("$0", "10", None),
    ],
)
def test_what_the_digits_of_one_figure_may_have_been(said: str, room: str, words: str | None) -> None:
    assert hinted(levels(said), between(room)) == words


def test_equals_stand_as_equals() -> None:
    suspects = levels("$13.2 million", "$12.6 million", "$1.61 million", "$735 million")
    rooms = [between(each) for each in ("14200000", "11600000", "2610000", "785000000")]
    assert (
        hinted(suspects[:2], *rooms[:2])
        == "$13.2 million reads as $14.2 million or $12.6 million as $11.6 million if a digit slipped"
    )
    assert hinted(suspects[:3], *rooms[:3]) == (
        "$13.2 million reads as $14.2 million, $12.6 million as $11.6 million or $1.61 million as $2.61 million "
        "if a digit slipped"
    )
    assert hinted(suspects, *rooms) is None


def test_figures_that_print_alike_are_named_once() -> None:
    words = "$12.6 million reads as $11.6 million if a digit slipped"
    assert hinted(levels("$12.6 million", "$12.6 million"), between("11600000"), between("11600000")) == words


@pytest.mark.parametrize(
    "room",
    [
        EVERYTHING,
        between("11600000", "13600000"),
        Interval(Fraction(100000000), None),
        Interval(None, Fraction(2000000)),
        between("0", "2000000"),
        between("-2000000", "2000000"),
        between("100000000", "260000000"),
    ],
)
def test_what_nearly_anything_would_repair_tells_nothing(room: Interval) -> None:
    assert hinted(levels("$12.6 million"), room) is None


def test_nobody_suspect_has_no_hint() -> None:
    assert hinted([]) is None


def test_a_figure_declared_exact_has_no_last_place_to_slip() -> None:
    exact = level("a#1", "exports", "735 USD")._replace(said=read("735 USD", precision="exact"))
    assert hinted([exact], Interval.point(785)) is None
    assert hinted([exact], Interval.point(7350)) == "735 USD reads as 7350 USD if a digit slipped"


@settings(deadline=None)
@given(st.integers(100, 10**6), st.integers(0, 6), st.integers(0, 9))
def test_one_changed_digit_is_always_found(mantissa: int, position: int, digit: int) -> None:
    digits = list(str(mantissa))
    if position < len(digits) and digits[position] != str(digit) and (position or digit):
        digits[position] = str(digit)
        meant = "".join(digits)
        words = hinted(levels(f"{mantissa} USD"), Interval.point(int(meant)))
        assert words is not None
        assert f"reads as {meant} USD" in words


def test_a_contradiction_that_takes_too_many_questions_has_no_hint() -> None:
    suspects = levels(*(f"${number}.347 million" for number in range(1200, 1212)))
    asked = Asked()
    assert hint(suspects, asked, Context(MEASURES, suspects, suspects, Words())) is None
    assert asked.questions == MOST_QUESTIONS


TURNOUT = level("a#0", "turnout", "40.2%", 2019)
PLAIN = st.builds(
    "{}{}{}".format,
    st.sampled_from(["$", "", "EUR "]),
    st.decimals(min_value="0.01", max_value="99999", places=2) | st.integers(1, 10**7),
    st.sampled_from(["", " million", " thousand", " bln"]),
)
CHANGES = st.builds(
    "{}{}".format,
    st.sampled_from(["+", "-", "fell by ", "rose ", "up "]),
    st.builds("{}%".format, st.integers(1, 999)) | st.builds("{} pp".format, st.integers(1, 99)) | PLAIN,
) | st.builds("{} times".format, st.decimals(min_value="0.1", max_value="99", places=1))


def slips_of(statement: Statement) -> list[tuple[Kind, Statement]]:
    context = Context(MEASURES, (statement, TURNOUT), (statement,), Words())
    return [(kind, slip[0]) for kind in KINDS for slip in kind.slips(statement, context, ANYWHERE)]


@settings(deadline=None)
@given(PLAIN.map(lambda said: level("a#1", "balance", said)) | CHANGES.map(lambda said: change("a#1", "turnout", said)))
def test_every_slip_differs_from_what_is_printed_and_reads_back(statement: Statement) -> None:
    slips = slips_of(statement)
    digits = sum(map(str.isdigit, statement.text))
    assert len(slips) <= 12 * digits + 16
    for kind, meant in slips:
        assert meant != statement
        assert meant.fact == statement.fact
        if kind.reads(statement, (meant,), Words())[1].startswith('"'):
            continue
        form = printed(statement.said, meant.said)
        again = read_change(form) if isinstance(meant.said, Change) else read(form)
        numbers = [each.quantity if isinstance(each, Change) else each for each in (again, meant.said)]
        assert numbers[0].number == numbers[1].number
        assert numbers[0].unit == numbers[1].unit


@settings(deadline=None)
@given(
    PLAIN.map(lambda said: level("a#1", "exports", said)) | CHANGES.map(lambda said: change("a#1", "exports", said)),
    st.fractions(min_value=-1, max_value=3),
    st.fractions(min_value=0, max_value=2),
)
def test_no_slip_into_the_room_is_passed_over(statement: Statement, ratio: Fraction, width: Fraction) -> None:
    low = statement.numbers("rounded").low or Fraction(0)
    room = Interval(low * ratio, low * ratio + abs(low) * width)
    span = Judge(Rooms({statement: room})).span(statement)
    context = Context(MEASURES, (statement,), (statement,), Words())
    for kind in (kind for kind in KINDS if kind.of == "number"):
        found = list(kind.slips(statement, context, span))
        everything = list(kind.slips(statement, context, ANYWHERE))
        assert [slip for slip in found if slip[0].numbers("either").meets(room)] == [
            slip for slip in everything if slip[0].numbers("either").meets(room)
        ]


@pytest.mark.parametrize(
    ("said", "bare"),
    [
        ("+$1.3 million", "$1.3 million"),
        ("−12.5%", "12.5%"),
        ("minus 3 pp", "3 pp"),
        ("fell by USD 5 million", "USD 5 million"),
        ("rose 5%", "5%"),
        ("USD -5 million", "5,000,000 USD"),
    ],
)
def test_an_amount_without_its_direction(said: str, bare: str) -> None:
    assert magnitude(read_change(said).quantity) == bare
