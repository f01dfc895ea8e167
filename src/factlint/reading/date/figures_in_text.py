"""Which figures of a running text can be years and days, and which only count or number something."""

from __future__ import annotations

import re
from typing import Final

from factlint.reading.date.calendar import MONTH_NAMES
from factlint.reading.date.tokens import Token, tokens

# What a figure counts where one of these follows it: then it is no year.
_COUNTED_WORDS: Final = """
    percent per cent percentage million billion trillion thousand hundred mn bn mln bln dozen people
    persons troops soldiers servicemen militants fighters men women children students pupils workers
    employees residents families houses homes refugees victims casualties prisoners passengers
    visitors tourists guests participants delegates experts officers athletes migrants voters votes
    cases deaths units vehicles tanks aircraft jets missiles mines shells drones tons tonnes ton
    tonne kg kilograms kilogrammes grams km kilometers kilometres kilometer kilometre miles meters
    metres meter metre m feet hectares acres square cubic barrels litres liters mw megawatts kwh gwh
    hp dollars usd us$ euros euro eur pounds manats manat azn rupees rubles roubles lira cents
    points items books copies words pages seats days weeks months years hours minutes seconds am pm
    times companies enterprises schools countries cities villages settlements members % $ € £ ¥ ₼
"""
_COUNTED: Final = frozenset(_COUNTED_WORDS.split())
# What bears a number that is no year.
_NUMBERED_WORDS: Final = """
    resolution resolutions number flight article page room law decree order case chapter section
    form model boeing airbus route highway channel windows paragraph
"""
_NUMBERED: Final = frozenset(_NUMBERED_WORDS.split())
_IN_TIME_WORDS: Final = """
    in since by until till during throughout from of before after between to year circa early late
    mid end
"""
_IN_TIME: Final = frozenset(_IN_TIME_WORDS.split())
_WITH_A_MONTH: Final = frozenset({"in", "since", "until", "during", "throughout", "early", "late", "mid"})
_NEXT_WORD: Final = re.compile(r"\s{0,3}([^\W\d_]{1,20}\$?|[%$€£¥₼])")
_HYPHENED: Final = re.compile(r"[-‐‑][a-z]")
_LAST_WORD: Final = re.compile(r"([^\W\d_]+)[-\s.]{0,3}\Z")
_LONGEST_BEFORE: Final = 24
_GLUED_BEFORE: Final = frozenset("$€£¥₼#№@+/._=&:")
_YEARS: Final = range(1000, 2101)
_LIKELY_YEARS: Final = range(1900, 2101)
# After these a year belongs to the words before it, whatever noun follows: `in June 2000`, `June 22, 2000`.
_TAKES_YEAR: Final = re.compile(r".*(?:M\.?|M\.?[Dd],?|[DdM],|[QHm]o)\Z")


def tokens_in_text(text: str) -> list[Token]:
    """The tokens of a running text, in which a word or figure that is no part of a date has the kind `x`."""
    found = list(tokens(text))
    kinds = "".join(token.kind for token in found)
    counts = _counting(text, found, kinds)
    return [
        token if _may_date(text, kinds, i, token, counts=counts[i]) else token._replace(kind="x")
        for i, token in enumerate(found)
    ]


def year_alone_counts(text: str, token: Token) -> bool:
    """Whether a year that nothing else dates is one, by its size and the word before it."""
    word = _word_before(text, token.start)
    if word.lower() in _NUMBERED or word == "No":
        return False
    return token.value[0] in _LIKELY_YEARS or word.lower() in _IN_TIME


def month_alone_counts(text: str, start: int, end: int) -> bool:
    """Whether the word there is a month's full name after a word such as `in`."""
    return text[start:end].capitalize() in MONTH_NAMES and _word_before(text, start).lower() in _WITH_A_MONTH


def _counting(text: str, found: list[Token], kinds: str) -> list[bool]:
    """For each token whether it is a figure that counts: `1500 troops`, and the 1500 of `1500-2000 troops`."""
    counts = [False] * len(found)
    for i in range(len(found) - 1, -1, -1):
        token = found[i]
        if token.kind in "YDd":
            after = _NEXT_WORD.match(text, token.end)
            joined = kinds[i + 1 : i + 2] in {"-", "t", "&"} and i + 2 < len(found) and counts[i + 2]
            counts[i] = joined or (after is not None and after[1].lower() in _COUNTED)
    return counts


def _may_date(text: str, kinds: str, index: int, token: Token, *, counts: bool) -> bool:
    if token.kind == "M":
        return text[token.start].isupper()
    if token.kind not in "YDdW":
        return True
    before = kinds[max(index - 4, 0) : index]
    if _is_glued(text, before, token) or _HYPHENED.match(text, token.end):
        return False
    if token.kind == "Y":
        attached = token.value[0] in _LIKELY_YEARS and _TAKES_YEAR.match(before)
        return token.value[0] in _YEARS and (bool(attached) or not counts)
    # `On June 22 soldiers` has a day, `in June 22 soldiers` a number.
    return not (counts and before.endswith("iM"))


def _is_glued(text: str, before: str, token: Token) -> bool:
    """Whether the figure is part of an amount, an address or a name such as JF-17."""
    mark = text[token.start - 1 : token.start]
    if mark in _GLUED_BEFORE:
        return not before.endswith("M.")
    is_name = mark in {"-", "‐", "‑"} and before.endswith("x-") and text[token.start - 2].isalpha()
    return token.kind in "Dd" and is_name


def _word_before(text: str, start: int) -> str:
    match = _LAST_WORD.search(text[max(start - _LONGEST_BEFORE, 0) : start])
    return match[1] if match else ""
