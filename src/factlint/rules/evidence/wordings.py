"""Wordings of utterances, and which of them may be the same words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING

from factlint.reading import quantity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.rules.evidence.utterances import Utterance

_ALIKE = 80
_LONGEST = 1000  # characters of a wording that are compared; the time grows with their square
_ALL_PAIRS = 150
_RAREST_WORDS = 3
_NEIGHBOURS = 40
_NEGATION = re.compile(r"(?i)\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|[a-z]+n['’]t)\b")
_DIGITS = re.compile(r"[0-9]+")
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class Wording:
    """The utterances of one speaker in one wording, in the order of fact ids, and what a copy must not change."""

    said: tuple[Utterance, ...]

    @property
    def text(self) -> str:
        """The words as written, a long text cut."""
        return self.said[0].words[:_LONGEST]

    @cached_property
    def numbers(self) -> frozenset[Fraction]:
        """The numbers in the words: figures in digits and words without their sign and unit, and all other digits."""
        ends = (end for found in quantity.find(self.text) for end in (found.quantity.number, found.quantity.upper))
        digits = (Fraction(digits.group()) for digits in _DIGITS.finditer(self._without_figures))
        return frozenset((*(abs(end) for end in ends if end is not None), *digits))

    @cached_property
    def negated(self) -> bool:
        """Whether the words deny something."""
        return _NEGATION.search(self.text) is not None

    @cached_property
    def rest(self) -> str:
        """The words that are neither numbers nor negations, in alphabetical order."""
        bare = _NEGATION.sub(" ", _DIGITS.sub(" ", self._without_figures))
        return " ".join(sorted(_WORD.findall(bare.casefold())))

    def like(self, other: Wording) -> bool:
        """Whether the other words are near enough for the two to be one utterance."""
        from rapidfuzz import fuzz

        return fuzz.ratio(self.rest, other.rest, score_cutoff=_ALIKE) >= _ALIKE

    @cached_property
    def _without_figures(self) -> str:
        parts = []
        done = 0
        for found in quantity.find(self.text):
            parts.append(self.text[done : max(found.start, done)])
            done = max(found.end, done)
        return " ".join((*parts, self.text[done:]))


def candidates(wordings: list[Wording]) -> Iterator[tuple[Wording, Wording]]:
    """Pairs that may be near each other: all of them, or of many those that share a rare word and sort together."""
    if len(wordings) <= _ALL_PAIRS:
        yield from combinations(wordings, 2)
        return
    for block in _blocks(wordings):
        ordered = sorted(block, key=lambda wording: (wording.rest, wording.text))
        for position, wording in enumerate(ordered):
            yield from ((wording, other) for other in ordered[position + 1 : position + 1 + _NEIGHBOURS])


def _blocks(wordings: list[Wording]) -> Iterator[list[Wording]]:
    """The wordings by each of their rarest words that they share with another."""
    words = {id(wording): sorted(set(wording.rest.split())) for wording in wordings}
    counts = Counter(word for each in words.values() for word in each)
    blocks: defaultdict[str, list[Wording]] = defaultdict(list)
    for wording in wordings:
        shared = sorted((counts[word], word) for word in words[id(wording)] if counts[word] > 1)
        for _, word in shared[:_RAREST_WORDS]:
            blocks[word].append(wording)
    yield from blocks.values()
