"""Typical slips that explain a clash between roles."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from factlint.reading.date import Date, say
from factlint.reading.name import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from factlint.corpus import Corpus

_COMPARED = 20


def until_death(roles: Iterable[pd.Series], corpus: Corpus) -> str | None:
    """The hint that a term ends on the very day on which its holder died."""
    for role in roles:
        died = corpus.registry.entry("people", role["person"]).values.get("died")
        ends = role["until"]
        if isinstance(died, Date) and ends is not None and died.exact and ends.exact and died.earliest == ends.earliest:
            name = corpus.registry.name("people", role["person"])
            return f"end of term copied from the day of death: {name} died on {say(died)}"
    return None


def one_person(people: Iterable[str], corpus: Corpus) -> str | None:
    """The hint that two ids may mean one person: all words of one name are in the other."""
    for one, other in combinations(sorted(set(people))[:_COMPARED], 2):
        entries = [corpus.registry.entry("people", each) for each in (one, other)]
        distinct = {str(each) for entry in entries for each in _listed(entry.values.get("distinct_from"))}
        names = [set(tokens(corpus.registry.name("people", each))) for each in (one, other)]
        alike = bool(names[0] and names[1]) and (names[0] <= names[1] or names[1] <= names[0])
        if alike and not distinct & {one, other} and not _born_apart(*(entry.values.get("born") for entry in entries)):
            return f"{one} and {other} may be one person under two ids: if so, make one entry of them"
    return None


def _listed(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else ()


def _born_apart(first: object, second: object) -> bool:
    if not isinstance(first, Date) or not isinstance(second, Date):
        return False
    return first.latest < second.earliest or second.latest < first.earliest
