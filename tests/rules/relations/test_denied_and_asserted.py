from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.rules.relations.denied_and_asserted import DeniedAndAsserted

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

    Told = Callable[..., tuple[Finding, ...]]

SILENT = {
    "a change of mind": ("2021-06-23; a likes b; mode: denied", "2021-06-24; a likes b"),
    "a denial before": ("2021-06-23; a likes b; since: 2015", "2014-01-01; a likes b; mode: denied"),
    "a denial after an end": ("2021; a likes b; date: 2010/2015", "2021; a likes b; mode: denied; date: 2016-01-01"),
    "another scope": ("2021-06-23; a likes b", "2021-06-23; a likes b; mode: denied; scope: {how: well}"),
    "another object": ("2021-06-23; a likes b", "2021-06-23; a likes c; mode: denied"),
    "the other way": ("2021-06-23; a knows b", "2021-06-23; b knows a; mode: denied"),
    "planned": ("2021-06-23; a likes b; mode: planned", "2021-06-23; a likes b; mode: denied"),
    "superseded": ("2021-06-23; a likes b", "2021-06-23; a likes b; mode: denied; supersedes: f1"),
    "a former holder": (
        "2021-06-23; role: o, person: p, former: true",
        "2021-06-23; role: o, person: p, mode: denied",
    ),
    "an acting holder": (
        "2021-06-23; role: o, person: p, acting: true",
        "2021-06-23; role: o, person: p, mode: denied",
    ),
    "a denial before the term": (
        "2021-06-23; role: o, person: p, from: 2015",
        "2014-06-23; role: o, person: p, mode: denied",
    ),
    "a term with an unknown beginning": (
        "2021-06-23; role: o, person: p, until: 2015",
        "2014-06-23; role: o, person: p, mode: denied",
    ),
    "a denied detail of an event": (
        "2021-06-23; event: e, date: 2021-06-01",
        "2021-06-23; event: e, who: [p], mode: denied",
    ),
    "an event after its denial": (
        "2021-06-23; event: e, date: 2021-06-01",
        "2021-05-05; event: e, mode: denied",
    ),
    "an event that may be after its denial": (
        "2021-06-23; event: e, date: 2021",
        "2021-05-05; event: e, mode: denied",
    ),
    "an event denied for another day": (
        "2021-06-23; event: e, date: 2021-06-01",
        "2021-06-23; event: e, date: 2021-06-02, mode: denied",
    ),
    "an event put off": (
        "2021-06-23; event: e, postponed: true",
        "2021-06-23; event: e, mode: denied",
    ),
}
LOUD = {
    "an article of that day": (("2021-06-23; a likes b", "2021-06-23; a likes b; mode: denied"), "warning"),
    "a day within": (
        ("2021-06-23; a likes b; since: 2015", "2022; a likes b; mode: denied; asof: 2017-07-07"),
        "warning",
    ),
    "a literal object": (
        (
            "-; relation: likes, subject: a, value: the Sea",
            "-; relation: likes, subject: a, value: the sea, mode: denied",
        ),
        "warning",
    ),
    "an office": (
        ("2021-06-23; role: o, person: p, from: 2015", "2020-06-23; role: o, person: p, mode: denied"),
        "warning",
    ),
    "an office with both ends": (
        (
            "2021-06-23; role: o, person: p, from: 2015, until: 2018",
            "2020; role: o, person: p, at: 2017-07-07, mode: denied",
        ),
        "warning",
    ),
    "an event before its denial": (
        ("2021-06-23; event: e, date: 2021-05", "2021-06-24; event: e, mode: denied"),
        "warning",
    ),
    "an event denied for its day": (
        ("2021-06-23; event: e, date: 2021-06-01", "2021; event: e, date: 2021-06-01, mode: denied"),
        "warning",
    ),
    "an event told before its denial": (("2021-06-23; event: e", "2021-06-24; event: e, mode: denied"), "warning"),
}


@pytest.mark.parametrize("facts", SILENT.values(), ids=SILENT)
def test_it_is_silent_about(facts: tuple[str, ...], told: Told) -> None:
    assert told(DeniedAndAsserted, *facts) == ()


@pytest.mark.parametrize(("facts", "severity"), LOUD.values(), ids=LOUD)
def test_it_finds(facts: tuple[str, ...], severity: str, told: Told) -> None:
    (finding,) = told(DeniedAndAsserted, *facts)
    assert (sorted(ref.partition("#")[2] for ref in finding.facts), finding.severity) == (["f1", "f2"], severity)


def test_it_points_at_the_denial(told: Told) -> None:
    (finding,) = told(DeniedAndAsserted, "2021-06-23; a likes b", "2021-06-23; a likes b; mode: denied")
    assert (finding.anchor, finding.suspects) == ("d2021-06-23#f2@mode", ("d2021-06-23#f1", "d2021-06-23#f2"))


def test_one_denial_of_many_is_the_suspect(told: Told) -> None:
    said = ["2021-06-23; event: e, date: 2021-06-01", "2021-06-23; event: e", "2021-06-23; event: e, mode: denied"]
    (finding,) = told(DeniedAndAsserted, *said)
    assert [ref[-2:] for ref in finding.suspects] == ["f3"]
