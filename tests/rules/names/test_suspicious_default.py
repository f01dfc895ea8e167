from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.rules.names.suspicious_default import SuspiciousDefault

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

    Named = Callable[..., tuple[Finding, ...]]

HEYDAR = "heydar: {name: Heydar Aliyev, born: 1923-05-10, died: 2003-12-12}"
ILHAM = "ilham: {name: Ilham Aliyev}"
TERM = "role: minister, person: heydar, from: 1993-10-03, until: 2003-12-12"
SILENT = {
    "a successor on that day": (TERM, "role: minister, person: ilham, from: 2003-12-12"),
    "a handover": (TERM, "role: minister, person: ilham, from: 2003-12-11"),
    "a successor some day of that month": (TERM, "role: minister, person: ilham, from: 2003-12"),
    "an acting successor": (TERM, "role: minister, person: ilham, from: 2003-08-06, acting: true"),
    "a predecessor": (TERM, "role: minister, person: ilham, from: 1990-01-01, until: 1993"),
    "another office": (TERM, "role: deputy, person: ilham, from: 2003-08-06"),
    "an office of many": tuple(
        each.replace("minister", "deputy") for each in (TERM, "role: minister, person: ilham, from: 2003")
    ),
    "no successor": (TERM,),
    "a day before the death": (TERM.replace("-12-12", "-12-01"), "role: minister, person: ilham, from: 2003-10-31"),
    "the year of the death": (TERM.replace("-12-12", ""), "role: minister, person: ilham, from: 2003-10-31"),
    "a planned successor": (TERM, "role: minister, person: ilham, from: 2003-10-31, mode: planned"),
    "the year of birth": ("role: minister, person: heydar, from: 1923",),
}


@pytest.mark.parametrize("facts", SILENT.values(), ids=SILENT)
def test_it_is_silent_about(facts: tuple[str, ...], named: Named) -> None:
    assert named(SuspiciousDefault, (HEYDAR, ILHAM), facts) == ()


def test_a_term_until_the_death_beyond_a_successor(named: Named) -> None:
    (finding,) = named(SuspiciousDefault, (HEYDAR, ILHAM), (TERM, "role: minister, person: ilham, from: 2003-10-31"))
    assert (finding.anchor, finding.facts, finding.suspects) == ("x#f1@until", ("x#f1", "x#f2"), ("x#f1",))
    assert finding.severity == "note"


def test_a_term_from_the_day_of_birth(named: Named) -> None:
    (finding,) = named(SuspiciousDefault, (HEYDAR, ILHAM), ("role: minister, person: heydar, from: 1923-05-10",))
    assert (finding.anchor, finding.facts) == ("x#f1@from", ("x#f1",))


@pytest.mark.parametrize(
    ("dates", "count"),
    [
        ("born: 1961-01-01", 1),
        ("born: 1961-12-31, died: 2001-01-01", 2),
        ("born: 1961", 0),
        ("born: 1961-01-02", 0),
        ("born: 1961-01", 0),
        ("born: 1961-01-01~", 0),
    ],
)
def test_the_first_and_the_last_day_of_a_year(dates: str, count: int, named: Named) -> None:
    assert len(named(SuspiciousDefault, (f"ilham: {{name: Ilham Aliyev, {dates}}}",))) == count
