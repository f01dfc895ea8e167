"""Roles in words, and where a finding about them points."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from factlint.findings import Anchor
from factlint.reading.date import Days, format_day, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from factlint.corpus import Corpus


def person(role: pd.Series, corpus: Corpus) -> str:
    """The name of who is said to hold the office."""
    return corpus.registry.name("people", role["person"])


def office(role: pd.Series, corpus: Corpus) -> str:
    """The title of the office."""
    return corpus.registry.name("offices", role["role"])


def said(role: pd.Series, corpus: Corpus) -> str:
    """The role as a related place has it: `Safar Abiyev, in office until 22 October 2013`."""
    begins, ends = role["from"], role["until"]
    if begins is None and ends is None:
        return f"{person(role, corpus)}, in office {seen_on(role)}"
    return f"{person(role, corpus)}, in office {term(role)}"


def term(role: pd.Series) -> str:
    """The term of a role: `from 22 October 2013 on`."""
    begins, ends = role["from"], role["until"]
    if begins is None:
        return f"until {say(ends)}"
    return f"from {say(begins)} {'on' if ends is None else f'until {say(ends)}'}"


def seen_on(role: pd.Series) -> str:
    """When the statement sees its person: `on 3 March 2022`, `in 2016`, `from 2012 to 2013`."""
    seen = next((role[key] for key in ("at", "asof", "published") if role[key] is not None), None)
    if seen is None:
        return "on some day"
    return say(seen) if seen.stretch else on(seen.as_moment())


def on(days: Days) -> str:
    """A day of an interval in words: `on 3 March 2022`, `in 2016`, `between 1 and 9 March 2022`."""
    if days.earliest == days.latest:
        return f"on {format_day(days.earliest)}"
    words = say(days)
    return words if words.startswith("between") or words.endswith(("before", "later")) else f"in {words}"


def sight(role: pd.Series) -> Anchor:
    """The date on which the statement sees its person, else the person."""
    key = next((key for key in ("at", "asof") if role[key] is not None), "person")
    return Anchor(role["fact"], key)


def dated(role: pd.Series, *keys: str) -> Anchor:
    """The first of the keys that the role has, else what `sight` gives."""
    key = next((key for key in keys if role[key] is not None), None)
    return sight(role) if key is None else Anchor(role["fact"], key)


def others(roles: Iterable[pd.Series], corpus: Corpus) -> tuple[tuple[Anchor, str], ...]:
    """Further sides of a finding, each in words."""
    return tuple((dated(role, "from", "until"), said(role, corpus)) for role in roles)


def count(number: int, noun: str) -> str:
    """A number of things: `1 day`, `42 days`."""
    return f"1 {noun}" if number == 1 else f"{number:,} {noun}s"


def nth(number: int) -> str:
    """A number as the place in an order: `1st`, `22nd`, `111th`."""
    last = number % 10 if number % 100 not in _TEENS else 0
    return f"{number}{_ENDINGS.get(last, 'th')}"


_TEENS = frozenset({11, 12, 13})
_ENDINGS = MappingProxyType({1: "st", 2: "nd", 3: "rd"})
