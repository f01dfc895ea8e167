from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.corpus.confirm import confirmed
from factlint.engine.check import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.corpus import Settings

REGISTRY = """
== facts/registry/people.yaml
abiyev: {name: Safar Abiyev}
hasanov: {name: Zakir Hasanov}
== facts/registry/offices.yaml
minister: {title: Minister of Defence}
deputy: {title: Deputy Minister of Defence}
== facts/references/terms.yaml
source: {title: Terms of office}
published: 2022
facts:
  - {id: abiyev, role: minister, person: abiyev, from: 1995-02-06, until: 2013-10-22}
  - {id: hasanov, role: minister, person: hasanov, from: 2013-10-22}
  - {id: seen, role: deputy, person: hasanov}
== seeds/ties.txt
Defence Minister Zakir Hasanov met his guests in Baku.
== facts/ties.yaml
article: ties.txt
published: 2016-03-03
facts:
"""
BY = ("references/terms#hasanov",)


@pytest.mark.parametrize(
    ("role", "by"),
    [
        ("role: minister, person: hasanov", BY),
        ("role: minister, person: hasanov, at: 2014", BY),
        ("role: minister, person: hasanov, at: 2013-10-22", BY),
        ("role: minister, person: hasanov, asof: 2021-12-31", BY),
        ("role: minister, person: abiyev, at: 2000", ("references/terms#abiyev",)),
        ("role: minister, person: hasanov, at: 2013", ()),
        ("role: minister, person: hasanov, at: 2022-03-22", ()),
        ("role: minister, person: abiyev", ()),
        ("role: deputy, person: hasanov", ()),
    ],
)
def test_a_title_is_confirmed_by_a_term_that_certainly_covers_its_day(
    role: str, by: tuple[str, ...], project: Callable[[str], Settings]
) -> None:
    fact = f"  - {{id: f, {role}, title: Defence Minister, quote: Defence Minister Zakir Hasanov}}\n"
    assert confirmed(read(project(REGISTRY + fact))[0]) == {"ties#f": by}


@pytest.mark.parametrize(
    "role",
    [
        "role: minister, person: hasanov",
        "role: minister, person: abiyev, title: Defence Minister, former: true",
        "role: minister, person: hasanov, title: Defence Minister, mode: planned",
        "role: minister, person: hasanov, title: Defence Minister, at: 2021-02-29",
    ],
)
def test_what_is_no_title_of_its_day_is_not_looked_up(role: str, project: Callable[[str], Settings]) -> None:
    fact = f"  - {{id: f, {role}, quote: Defence Minister Zakir Hasanov}}\n"
    assert confirmed(read(project(REGISTRY + fact))[0]) == {}
