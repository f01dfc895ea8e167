from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.rules.relations.one_subject import OneSubject

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

    Told = Callable[..., tuple[Finding, ...]]

SILENT = {
    "one subject twice": ("2021; a chairs b; since: 2015", "2021; a chairs b; since: 2016"),
    "disjoint times": ("2021; a chairs z; date: 2000/2010", "2021; b chairs z; date: 2011/2015"),
    "another object": ("2021-06-23; a chairs z", "2021-06-23; b chairs d"),
    "another scope": ("2021-06-23; a chairs z", "2021-06-23; b chairs z; scope: {of: youth}"),
    "a place in its country": ("2021-06-23; b2 chairs z", "2021-06-23; b chairs z"),
    "denied": ("2021-06-23; a chairs z", "2021-06-23; b chairs z; mode: denied"),
}
LOUD = {
    "one stretch": (("2021; a chairs z; date: 2000/2010", "2021; b chairs z; date: 2000/2010"), "error"),
    "articles of one day": (("2021-06-23; a chairs z", "2021-06-23; b chairs z"), "warning"),
}


@pytest.mark.parametrize("facts", SILENT.values(), ids=SILENT)
def test_it_is_silent_about(facts: tuple[str, ...], told: Told) -> None:
    assert told(OneSubject, *facts) == ()


@pytest.mark.parametrize(("facts", "severity"), LOUD.values(), ids=LOUD)
def test_it_finds(facts: tuple[str, ...], severity: str, told: Told) -> None:
    (finding,) = told(OneSubject, *facts)
    assert (sorted(ref.partition("#")[2] for ref in finding.facts), finding.severity) == (["f1", "f2"], severity)
