"""The printed proof: a reader who only adds up what is printed comes to what is printed, and it is false."""

from __future__ import annotations

import re
from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.figures.proof import fraction, written
from factlint.findings import Certificate, Step
from factlint.reports.proof import lines, number
from factlint.reports.words import width

PLACE = "of Azerbaijan with Pakistan"


def step(terms: dict[str, str], bound: str, because: str, fact: str | None = None, times: str = "1") -> Step:
    """Terms by quantity; a bound that begins with `<` is strict."""
    pairs = tuple((factor, name) for name, factor in terms.items())
    return Step(times, pairs, bound.removeprefix("<"), bound.startswith("<"), because, fact)


def proof(*steps: Step) -> Certificate:
    total = sum((fraction(each.times) * fraction(each.bound) for each in steps), Fraction(0))
    return Certificate(steps, written(total))


def sum_of(ending: str) -> Certificate:
    turnover, exports, imports = (f"{name}{ending}" for name in ("trade turnover", "exports", "imports"))
    return proof(
        step({turnover: "1"}, "13250000", "$13.2 million", "a#total"),
        step({exports: "-1"}, "-1550000", "$1.6 million", "a#out"),
        step({imports: "-1"}, "-12550000", "$12.6 million", "a#in"),
        step({turnover: "-1", exports: "1", imports: "1"}, "0", "trade turnover = exports + imports"),
    )


def test_a_sum_that_does_not_add_up() -> None:
    assert list(lines(sum_of(""))) == [
        "trade turnover ≤ 13,250,000          a#total: $13.2 million",
        "1,550,000 ≤ exports                  a#out: $1.6 million",
        "12,550,000 ≤ imports                 a#in: $12.6 million",
        "exports + imports ≤ trade turnover   trade turnover = exports + imports",
        "added up, every quantity cancels: 14,100,000 ≤ 13,250,000, which is false",
    ]


def test_words_that_all_quantities_end_with_are_said_once_where_lines_would_be_wide() -> None:
    assert list(lines(sum_of(f" {PLACE} in 2020")))[:2] == [
        f"each quantity: … {PLACE} in 2020",
        "trade turnover ≤ 13,250,000          a#total: $13.2 million",
    ]


@pytest.mark.parametrize(
    ("words", "ending"),
    [
        (("exports of A in 2020", "imports of A in 2020"), "of A in 2020"),
        (("exports of A in 2020", "exports of B in 2020"), "in 2020"),
        (("exports of A in 2020", "imports to A in 2020"), "in 2020"),
        (("stock as of 2020", "flow of 2020"), None),
        (("exports of A in 2020", "of A in 2020"), "in 2020"),
        (("exports of A in 2019", "exports of A in 2020"), None),
        (("oil exports 2020", "gas exports 2020"), None),
    ],
)
def test_only_a_phrase_that_begins_with_its_preposition_is_said_once(
    words: tuple[str, str], ending: str | None
) -> None:
    long = f"2020{' or a year that is called something longer' * 2}"
    one, other = (each.replace("2020", long) for each in words)
    twice = proof(step({one: "1", other: "-1"}, "5", "at most"), step({one: "-1", other: "1"}, "-6", "at least"))
    first = next(lines(twice))
    assert first == (f"A: {one}" if ending is None else f"each quantity: … {ending.replace('2020', long)}")


def growth() -> Certificate:
    new, old, older = (f"exports {PLACE} in {year}" for year in (2020, 2019, 2018))
    return proof(
        step({new: "1"}, "13250000", "$13.2 million", "a#new"),
        step({new: "-1", old: "249/200"}, "0", "up 25 percent", "a#up"),
        step({old: "-1", older: "11/10"}, "0", "up 10 percent or more", "a#before", times="249/200"),
        step({older: "-1"}, "-12550000", "$12.6 million", "a#old", times="27390/20000"),
    )


def test_long_quantities_that_end_differently_go_by_letters() -> None:
    assert list(lines(growth())) == [
        f"A: exports {PLACE} in 2020",
        f"B: exports {PLACE} in 2019",
        f"C: exports {PLACE} in 2018",
        "A ≤ 13,250,000   a#new: $13.2 million",
        "1.245 × B ≤ A    a#up: up 25 percent",
        "1.1 × C ≤ B      a#before: up 10 percent or more",
        "  times 1.245: 1.3695 × C ≤ 1.245 × B",
        "12,550,000 ≤ C   a#old: $12.6 million",
        "  times 1.3695: 17,187,225 ≤ 1.3695 × C",
        "added up, every quantity cancels: 17,187,225 ≤ 13,250,000, which is false",
    ]


def test_touching_ends_of_which_one_is_open() -> None:
    touching = proof(step({"exports": "1"}, "<5", "below 5", "a#x"), step({"exports": "-1"}, "-5", "5 or more", "a#y"))
    assert list(lines(touching)) == [
        "exports < 5   a#x: below 5",
        "5 ≤ exports   a#y: 5 or more",
        "added up, every quantity cancels: 5 < 5, which is false",
    ]


def test_a_difference_stands_as_a_sum_and_a_negative_bound_beside_its_quantity() -> None:
    negative = proof(
        step({"deficit in 2020": "1"}, "-5", "minus 5", "a#x"),
        step({"deficit in 2019": "1", "deficit in 2020": "-1"}, "-7", "up 7", "a#y"),
        step({"deficit in 2019": "-1"}, "3", "minus 3", "a#z"),
    )
    assert list(lines(negative)) == [
        "deficit in 2020 ≤ -5                    a#x: minus 5",
        "deficit in 2019 + 7 ≤ deficit in 2020   a#y: up 7",
        "-3 ≤ deficit in 2019                    a#z: minus 3",
        "added up, every quantity cancels: 4 ≤ -5, which is false",
    ]


def test_a_statement_without_quantities_is_shown_as_it_is() -> None:
    assert list(lines(proof(step({}, "-5", "a range that ends before it begins", "a#x")))) == [
        "0 ≤ -5   a#x: a range that ends before it begins",
        "added up: 0 ≤ -5, which is false",
    ]


def test_sums_that_differ_only_behind_the_cut_are_shown_as_their_difference() -> None:
    third = Fraction(10**30, 3)
    near = proof(
        step({"x": "1"}, written(third), "low", "a#x"), step({"x": "-1"}, written(-third - Fraction(1, 8)), "high")
    )
    assert list(lines(near))[-1] == "added up, every quantity cancels: 0 ≤ -0.125, which is false"


def test_what_proves_nothing_is_never_called_false() -> None:
    (only,) = lines(Certificate((step({"x": "1"}, "5", "at most 5"),), "-1"))
    assert "does not hold" in only
    assert len(list(lines(Certificate((step({"x": "one"}, "5", ""),), "-1")))) == 1


def test_columns_are_those_of_the_terminal_and_hostile_words_cannot_steer_it() -> None:
    hostile = "山田\x1b[2J\u202e\n"
    shown = list(lines(proof(step({hostile: "1"}, "5", hostile, hostile), step({hostile: "-1"}, "-6", "why"))))
    assert not any(mark in line for line in shown for mark in "\x1b\u202e\n")
    assert width(shown[0][: shown[0].index("   ")]) == width("山田␛[2J<U+202E>␊ ≤ 5")
    assert width(shown[1][: shown[1].index("why")]) == width(shown[0][: shown[0].index("   ")]) + 3


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("13250000", "13,250,000"),
        ("-1550000", "-1,550,000"),
        ("2739/2000", "1.3695"),
        ("-5/2", "-2.5"),
        ("1/1000000000", "0.000000001"),
        ("999999999999999999999/1000", "999,999,999,999,999,999.999"),
        ("2/3", "2/3"),
        ("-200/249", "-200/249"),
        ("2000000000/249000001", "8.03212848179…"),
        ("590000000/249001", "2,369.46839570…"),
        ("1/300000000007", "3.33333333325… × 10^-12"),
        (f"{10**30}", "1 × 10^30"),
        (f"{10**40 + 1}/7", "1.42857142857… × 10^39"),
        (f"-1{'0' * 4999}1/3", "-3.33333333333… × 10^4999"),
        ("10/3000000007", "3.33333332555… × 10^-9"),
        ("100/3000000007", "0.0000000333333332555…"),
        ("0", "0"),
    ],
)
def test_numbers_are_exact_where_short_and_cut_where_long(value: str, text: str) -> None:
    assert number(fraction(value)) == text


@settings(max_examples=150, deadline=None)
@given(st.fractions() | st.integers().map(Fraction) | st.builds(Fraction, st.integers(), st.integers(1, 10**30)))
def test_a_number_without_a_mark_is_exact_and_a_cut_one_is_near_and_never_beyond(value: Fraction) -> None:
    shown = number(value)
    mantissa, _, power = shown.replace(",", "").partition(" × 10^")
    read = Fraction(mantissa.rstrip("…")) * Fraction(10) ** int(power or 0)
    if "…" in shown:
        assert abs(read) < abs(value) <= abs(read) * (1 + Fraction(1, 10**11))
    else:
        assert read == value
    assert len(shown) <= 40


SHORT = [Fraction(text) for text in ("1", "-1", "2", "-1/2", "1.245", "-1.1", "1/4", "-3")]


@st.composite
def proofs(draw: st.DrawFn) -> Certificate:
    """Steps over a few quantities, and a last one that denies their sum."""
    names = [f"exports {draw(st.sampled_from(['', PLACE + ' ']))}in {year}" for year in range(2015, 2019)]
    steps, bound = [], Fraction(0)
    left: dict[str, Fraction] = {}
    for index in range(draw(st.integers(1, 5))):
        factors = draw(st.dictionaries(st.sampled_from(names), st.sampled_from(SHORT), max_size=4))
        end, times = (draw(st.sampled_from([Fraction(0), *SHORT, Fraction(13250000)])), draw(st.sampled_from(SHORT)))
        worded = {name: written(factor) for name, factor in factors.items()}
        steps.append(step(worded, written(end), "because", f"a#{index}", written(abs(times))))
        bound += abs(times) * end
        for name, factor in factors.items():
            left[name] = left.get(name, Fraction(0)) + abs(times) * factor
    last = {name: written(-factor) for name, factor in left.items() if factor}
    gap = draw(st.sampled_from([Fraction(0), Fraction(1), Fraction(7, 8)]))
    steps.append(step(last, f"{'' if gap else '<'}{written(-bound - gap)}", "because"))
    return proof(*draw(st.permutations(steps)))


@settings(max_examples=100, deadline=None)
@given(proofs())
def test_whoever_adds_up_the_printed_lines_comes_to_the_printed_sum(certificate: Certificate) -> None:
    shown = list(lines(certificate))
    printed = re.fullmatch(r"added up(?:, every quantity cancels)?: (\S+) ([≤<]) (\S+), which is false", shown.pop())
    assert printed
    left, right = Counter[str](), Counter[str]()
    for line in used(shown):
        sides = re.split(" [≤<] ", line)
        for side, total in zip(sides, (left, right), strict=True):
            for quantity, value in parsed(side):
                total[quantity] += value  # type: ignore[assignment]  # a Counter counts fractions as well
    constants = [Fraction(side.pop("", 0)) for side in (left, right)]
    assert left == right
    assert constants == [Fraction(printed[1].replace(",", "")), Fraction(printed[3].replace(",", ""))]
    assert constants[0] > constants[1] or (constants[0] == constants[1] and printed[2] == "<")


def used(shown: list[str]) -> list[str]:
    """The inequalities that count: each as it is, or multiplied where a line below it says so."""
    kept: list[str] = []
    for line in shown:
        if multiplied := re.match(r"  times \S+: (.*)", line):
            kept[-1] = multiplied[1]
        elif re.search(" [≤<] ", line):
            kept.append(line.split("   ")[0])
    return kept


def parsed(side: str) -> list[tuple[str, Fraction]]:
    """The quantities of a side with their factors, and its number under the empty name."""
    found = []
    for part in side.split(" + "):
        factor, _, name = part.rpartition(" × ")
        if re.fullmatch(r"-?[\d,./]+", name):
            found.append(("", Fraction(name.replace(",", ""))))
        else:
            found.append((name, Fraction(factor.replace(",", "") or 1)))
    return found
