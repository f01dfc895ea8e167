"""Of a registry's measures, those that have a part in what some figures say."""

from __future__ import annotations

from fractions import Fraction

from factlint.corpus.printed import Mean
from factlint.figures.measures import Measure, Measures
from factlint.reasoning.linear import Identity

AMOUNT = Measure(adds_up=True, least=Fraction(0))
ONE = Fraction(1)
NAMES = ("exports", "imports", "turnover", "price", "revenue", "volume", "grain", "harvest", "people")
MEASURES = Measures(
    dict.fromkeys(NAMES, AMOUNT),
    (),
    (),
    {"price": Mean("revenue", "volume")},
    {"exports": 0, "imports": 0, "turnover": 0, "price": 3, "revenue": 4, "volume": 5, "grain": 6, "harvest": 6}
    | {"people": 8},
).tied_by((Identity.of("turnover", ((ONE, "exports"), (ONE, "imports"))),), (("grain", "harvest"),))


def test_what_sums_tie_stays_together() -> None:
    among = MEASURES.among(["exports"])

    assert among.known.keys() == among.kin.keys() == {"exports", "imports", "turnover"}
    assert among.identities == MEASURES.identities
    assert among.totals == among.sums == frozenset({"turnover"})
    assert (among.parts, among.means) == ((), {})


def test_a_part_brings_its_whole_and_no_sum() -> None:
    among = MEASURES.among(["grain"])

    assert among.known.keys() == {"grain", "harvest"}
    assert among.parts == (("grain", "harvest"),)
    assert (among.identities, among.totals, among.sums) == ((), frozenset(), frozenset())


def test_a_mean_brings_its_total_and_its_count() -> None:
    assert MEASURES.among(["price"]).known.keys() == {"price", "revenue", "volume"}
    assert MEASURES.among(["volume"]).known.keys() == {"volume"}


def test_nothing_and_everything() -> None:
    assert MEASURES.among([]).known == {}
    assert MEASURES.among(NAMES) is MEASURES


def test_ties_that_are_left_out_make_no_totals() -> None:
    assert MEASURES.tied_by((), MEASURES.parts).totals == frozenset()
