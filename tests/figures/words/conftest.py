"""What tests of sentences share: facts given in short, as a contradiction that somebody found among them."""

from __future__ import annotations

from fractions import Fraction
from itertools import count
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from factlint.corpus import load_corpus, load_settings
from factlint.corpus.describe import written
from factlint.figures.contradiction import Contradiction
from factlint.figures.measures import measures
from factlint.figures.statements import Cell, Statement, Stretch
from factlint.figures.truncation import Truncated
from factlint.figures.words import remark, sentence
from factlint.reading.date import Date
from factlint.reading.quantity import Change, Quantity
from factlint.reading.quantity.units import dimension
from factlint.testing import unpack

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from factlint.corpus import Corpus
    from factlint.corpus.records import Record
    from factlint.figures.statements import Form

    Said = Callable[..., str]

REGISTRY = """
== facts/registry/measures.yaml
exports: {kind: flow, unit: USD}
imports: {kind: flow, unit: USD}
turnover: {kind: flow, unit: USD, equals: exports + imports}
oil: {name: oil exports, kind: flow, part_of: exports}
balance: {kind: flow, minimum: none}
volume: {name: export volume, kind: flow}
price: {name: export price, kind: rate}
jobless: {kind: rate, unit: percent, minimum: 0, maximum: 100}
== facts/registry/places.yaml
baku: {name: Baku}
karachi: {name: Karachi}
"""


def stated(record: Record) -> Statement:
    """What a fact states, spelled out for the measures above."""
    values = record.values
    time = _time(values["period"])
    now = _cell(values, time)
    said = values.get("value") or values.get("change") or values["share"]
    if isinstance(said, Change):
        form: Form = "ratio" if said.kind in {"percent", "times"} else "difference"
        base = now._replace(time=_time(values["versus"]))
        unit = "percent" if said.kind == "points" else said.quantity.unit
        unit, scale = ("", Fraction(1)) if form == "ratio" else dimension(unit or "number")
        return Statement(record.ref, form, said, now, base, unit=unit, scale=scale)
    assert isinstance(said, Quantity)
    if "share" in values:
        whole = values["share_of"]
        assert isinstance(whole, dict)
        return Statement(record.ref, "share", said, now, _cell({**values, **whole}, time), scale=Fraction(1, 100))
    unit, scale = dimension(said.unit or "number")
    certain = "~" not in written(record, "period")
    if values["figure"] == "price":
        total, weighed = now._replace(measure="exports"), now._replace(measure="volume")
        return Statement(record.ref, "mean", said, total, weighed, own=now, unit=unit, scale=scale)
    return Statement(record.ref, "level", said, now, unit=unit, scale=scale, certain=certain)


def _cell(values: Mapping[str, object], time: Stretch) -> Cell:
    return Cell(str(values["figure"]), str(values["of"]), str(values.get("with", "")), "", time)


def _time(date: object) -> Stretch:
    assert isinstance(date, Date)
    begins, ends = date.as_period()
    return Stretch(begins.earliest, ends.latest)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Corpus]:
    folder, numbers = tmp_path_factory.mktemp("projects"), count()

    def make(*facts: str) -> Corpus:
        root = folder / str(next(numbers))
        lines = "".join(f"\n  - {{id: {name}, {fact}}}" for name, fact in zip("abcdefg", facts, strict=False))
        unpack(f"{dedent(REGISTRY)}\n== facts/t.yaml\nsource: {{title: A report}}\nfacts:{lines}\n", root)
        made = load_corpus(load_settings(root))
        assert [problem.clash.message for problem in made.problems] == []
        return made

    return make


@pytest.fixture(scope="module")
def said(corpus: Callable[..., Corpus]) -> Said:
    """The sentence of a rule on facts given in short: `figure: exports, …`; of some, the numbers look truncated."""

    def say(rule: str, *facts: str, truncated: str = "", about: str = "") -> str:
        made = corpus(*facts)
        found = contradiction(made, rule, truncated)
        return remark(made, found, f"t#{about}") if about else sentence(made, found)

    return say


def contradiction(made: Corpus, rule: str, truncated: str = "") -> Contradiction:
    statements = tuple(stated(made.records[fact.ref]) for file in made.files for fact in file.facts)
    facts, known = tuple(each.fact for each in statements), measures(made)
    tied = any(each.now.measure in {"turnover", "imports"} for each in statements)
    return Contradiction(
        rule,
        statements,
        facts,
        "rounded" if truncated else "either",
        known,
        identities=known.identities if tied else (),
        parts=known.parts,
        truncated=Truncated(tuple(f"t#{each}" for each in truncated), any_one=True) if truncated else None,
    )
