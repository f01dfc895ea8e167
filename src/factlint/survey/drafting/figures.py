"""Figures, proposed for amounts, counts and percentages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factlint.reading import date as dates
from factlint.reading.article.quote import fold
from factlint.survey.drafting.events import is_duration
from factlint.survey.drafting.proposal import Proposal, slug, written
from factlint.survey.words import words as words_of

if TYPE_CHECKING:
    from factlint.corpus import Corpus, Record
    from factlint.reading.date.days import Days
    from factlint.reading.date.in_text import FoundDate
    from factlint.reading.quantity.in_text import Found
    from factlint.survey.drafting.proposal import Value
    from factlint.survey.drafting.sentences import Sentence

_EMPTY = frozenset({"a", "an", "the", "of", "and", "in", "on", "at", "to", "for", "by", "with", "from"})
_CURRENCY = re.compile("[A-Z]{3}")
_SHORTEST = 4
_PAIR = 2


class Proposed(NamedTuple):
    """The proposals for figures, and the places of the dates that their periods took."""

    proposals: list[Proposal]
    spent: frozenset[int]


def figures(found: list[Sentence], corpus: Corpus, published: Days | None) -> Proposed:
    """A proposal for each figure but durations; the measure, the pair and the period as the sentence tells them."""
    measures = _Measures(corpus)
    pair: tuple[str, ...] = ()
    proposals: list[Proposal] = []
    spent: set[int] = set()
    for sentence in found:
        here = _countries(sentence, corpus)
        pair = here if len(here) >= _PAIR else pair
        for figure in sentence.figures:
            measure = measures.near(sentence, figure)
            if measure is None and is_duration(figure):
                continue
            date = _nearest(sentence, figure)
            proposal = _figure(sentence, figure, measure, here or pair, date, published)
            proposals.append(proposal)
            if date is not None and not proposal.missing:
                spent.add(date.start)
    return Proposed(proposals, frozenset(spent))


class _Measures:
    """The measures of a registry, to be recognised near a figure."""

    def __init__(self, corpus: Corpus) -> None:
        self._entries = corpus.registry.entries["measures"]
        names = {entry: str(record.values.get("name") or entry) for entry, record in self._entries.items()}
        self._words = {
            entry: frozenset(_singular(word.folded) for word in words_of(name) if word.folded not in _EMPTY)
            for entry, name in sorted(names.items())
        }

    def near(self, sentence: Sentence, figure: Found) -> Record | None:
        """The measure of the figure's unit that is named last before it, else first behind it, else said in words."""
        named = [
            (spot.start, entry) for spot in sentence.names for entry in spot.of("measures") if self._fits(entry, figure)
        ]
        before = [entry for start, entry in named if start < figure.start]
        behind = [entry for start, entry in named if start > figure.start]
        if before or behind:
            return self._entries[before[-1] if before else behind[0]]
        said = {_singular(word.folded) for word in words_of(sentence.text[sentence.start : sentence.end])}
        whole = [entry for entry, words in self._words.items() if words <= said and self._fits(entry, figure)]
        return self._entries[whole[0]] if len(whole) == 1 else None

    def _fits(self, entry: str, figure: Found) -> bool:
        """Whether a measure may be printed in the figure's unit."""
        unit, printed = self._entries[entry].values.get("unit"), figure.quantity.unit
        if not isinstance(unit, str):
            return True
        if _CURRENCY.fullmatch(unit) or (printed is not None and _CURRENCY.fullmatch(printed)):
            return unit == printed
        return printed is None or printed == unit


def _figure(
    sentence: Sentence,
    figure: Found,
    measure: Record | None,
    pair: tuple[str, ...],
    date: FoundDate | None,
    published: Days | None,
) -> Proposal:
    value = fold(figure.quantity.text).text
    period = None if date is None else written(date.date)
    if measure is None:
        keys: list[tuple[str, Value]] = [("figure", ""), *_places(pair), ("period", period or ""), ("value", value)]
        return Proposal(figure.start, slug("figure", value), tuple(keys), sentence.quote, "the measure")
    entry = measure.ref.rpartition("#")[2]
    when = _when(measure, period, published)
    missing = [what for what, given in (("whose figure it is", pair), ("its time", when)) if not given]
    keys = [("figure", entry), *_places(pair), *([when] if when else []), ("value", value)]
    return Proposal(figure.start, slug(entry, period or ""), tuple(keys), sentence.quote, " and ".join(missing))


def _places(pair: tuple[str, ...]) -> list[tuple[str, Value]]:
    return [*zip(("of", "with"), pair, strict=False)] if pair else [("of", "")]


def _when(measure: Record, period: str | None, published: Days | None) -> tuple[str, Value] | None:
    """The time of a figure: as the sentence dates it; else that of publication, up to which a flow is counted."""
    flow = measure.values.get("kind") == "flow"
    if period is not None:
        return ("period" if flow else "asof"), period
    if published is None:
        return None
    day = dates.iso(published.latest)
    return ("period", f"../{day}") if flow else ("asof", day)


def _nearest(sentence: Sentence, figure: Found) -> FoundDate | None:
    """The date nearest to a figure, the one behind it where two are as near."""
    return min(
        sentence.dates,
        key=lambda date: (max(date.start - figure.end, figure.start - date.end), date.start < figure.start),
        default=None,
    )


def _countries(sentence: Sentence, corpus: Corpus) -> tuple[str, ...]:
    """The first two places that the sentence names and that lie in no other, each once."""
    places = corpus.registry.entries["places"]
    named = (spot.of("places") for spot in sentence.names)
    found = dict.fromkeys(one[0] for one in named if len(one) == 1 and not places[one[0]].values.get("in"))
    return tuple(found)[:_PAIR]


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > _SHORTEST else word
