"""Titles beside the names of people, and the offices of the registry that they may mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factlint.reading.date.calendar import MONTH_NAMES
from factlint.reading.name.nationality import NATIONALITIES
from factlint.reading.name.title import MODIFIERS, split_rank
from factlint.survey.words import begins_sentence, gap

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Sequence

    from factlint.survey.offices import Offices
    from factlint.survey.words import Word

# Words with which a title begins or ends, known to the registry or not.
_HEAD_WORDS = """
president premier minister chancellor king queen prince princess emir sultan pope patriarch ambassador envoy consul
attache chairman chairwoman chairperson chair cochair chief head director secretary speaker governor mayor senator
congressman congresswoman commissioner commander spokesman spokeswoman spokesperson rector prosecutor ombudsman advisor
adviser representative coordinator undersecretary inspector boss pm fm dpm ceo cjcsc coas
"""
HEADS = frozenset(_HEAD_WORDS.split())
_JOINING = frozenset({"of", "the", "and", "for", "to", "in", "on", "at"})
_STANDING = {"former": "former", "ex": "former", "acting": "acting", "interim": "acting"}
_OTHER_OFFICE = MODIFIERS - _STANDING.keys()
_POSSESSIVE = r"(?:['’ʼ‘`´′][sS])?"
_SPACES = r"[ \t\u00a0]*\r?\n?[ \t\u00a0]*"
_WITHIN = re.compile(rf"{_POSSESSIVE}(?:{_SPACES}|[-‐‑–]|\.[ \u00a0]|[ \u00a0]?&[ \u00a0]?)")
_APPOSED = re.compile(rf"{_POSSESSIVE},{_SPACES}")
_LONGEST = 14
_LONGEST_RANK = 3


_DAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_NO_TITLE = _DAYS | {month.lower() for month in MONTH_NAMES}


class Title(NamedTuple):
    """A title by the index of its first word and that behind its last, and the offices that it may be."""

    first: int
    after: int
    offices: tuple[str, ...]
    former: bool = False
    acting: bool = False


class Beside(NamedTuple):
    """A text by its words, of which `taken` belong to people, and the offices that its titles may mean."""

    text: str
    words: Sequence[Word]
    taken: Container[int]
    offices: Offices

    def rank_before(self, index: int) -> int:
        """The index of the first word of the rank that stands right before a word; that word's own without one."""
        for size in range(min(_LONGEST_RANK, index), 0, -1):
            first = index - size
            if not self._joined(first, index) or not self.words[first].capital:
                continue
            rank, rest = split_rank(self.text[self.words[first].start : self.words[index].start])
            if rank is not None and not rest:
                return first
        return index

    def before(self, index: int, country: str | None) -> Title | None:
        """The title that ends before the word at `index`, a comma and `of this country` between them or not."""
        end = index
        if end >= 1 and _APPOSED.fullmatch(gap(self.text, self.words, end)):
            away = self.words[end - _LONGEST_RANK : end] if end >= _LONGEST_RANK else ()
            if [word.folded for word in away][::2] == ["of", "country"]:
                end -= _LONGEST_RANK
        elif end < 1 or not self.close(end):
            return None
        begins = [first for first in self._backward(end) if self.words[first].folded not in _JOINING]
        found = self._best(((first, end) for first in begins), country)
        return self._standing(found) or self._unknown(begins, end)

    def after(self, index: int, country: str | None) -> Title | None:
        """The title that stands behind the word before `index` and a comma, unless it is the next person's."""
        if index >= len(self.words) or not _APPOSED.fullmatch(gap(self.text, self.words, index)):
            return None
        first = index + (self.words[index].folded in {"the", "a"})
        ends = list(self._forward(first))
        found = self._best(((first, after) for after in ends), country)
        if found is None and ends and self.words[first].capital:
            after = self._without_joining(first, ends[-1])
            if any(word.folded in HEADS for word in self.words[first:after]):
                found = Title(first, after, ())
        return None if found is None or self._leads_to_a_name(found.after) else found

    def _best(self, spans: Iterator[tuple[int, int]], country: str | None) -> Title | None:
        """The title with most words that count; of equals the shortest."""
        best: tuple[int, int, Title] | None = None
        for first, after in spans:
            written = self.text[self.words[first].start : self.words[after - 1].end]
            counted, offices = self.offices.called(written, country)
            rating = (len(counted), first - after)
            if offices and (best is None or rating > best[:2]):
                best = (*rating, Title(first, after, offices))
        return None if best is None else best[2]

    def _standing(self, title: Title | None) -> Title | None:
        """The title with the `former` or `acting` before it; without its offices where it is part of another title."""
        if title is None or title.first == 0 or not self.close(title.first):
            return title
        word = self.words[title.first - 1].folded
        if (standing := _STANDING.get(word)) is not None:
            title = title._replace(first=title.first - 1)
            return title._replace(former=True) if standing == "former" else title._replace(acting=True)
        if word in _OTHER_OFFICE or word in NATIONALITIES or self._is_compound(title.first):
            return title._replace(first=title.first - 1, offices=())
        return title

    def _is_compound(self, first: int) -> bool:
        """Whether the capitalised word before a title makes a longer one of it: `General Assembly President`."""
        before = self.words[first - 1]
        if not before.capital or not _may_be_title(before) or first - 1 in self.taken:
            return False
        return not begins_sentence(self.text, before.start)

    def _unknown(self, begins: Sequence[int], end: int) -> Title | None:
        """A capitalised title that the registry does not have."""
        if self.words[end - 1].folded not in HEADS or not self.words[end - 1].capital:
            return None
        first = end - 1
        for begin in begins:
            if not self.words[begin].capital:
                break
            first = begin
        return Title(first, end, ())

    def _backward(self, end: int) -> Iterator[int]:
        """The indexes at which a title that ends before `end` may begin, the nearest first."""
        for first in range(end - 1, max(end - _LONGEST, 0) - 1, -1):
            if first in self.taken or not self._may_stand(first):
                return
            yield first
            if not self.close(first):
                return

    def _forward(self, first: int) -> Iterator[int]:
        """The indexes behind which a title that begins at `first` may end, the nearest first."""
        for at in range(first, min(first + _LONGEST, len(self.words))):
            if at in self.taken or not self._may_stand(at) or (at > first and not self.close(at)):
                return
            yield at + 1

    def _may_stand(self, index: int) -> bool:
        word = self.words[index]
        known = word.folded in _JOINING or word.folded in HEADS or word.folded in self.offices.words
        return known or (word.capital and _may_be_title(word))

    def _leads_to_a_name(self, after: int) -> bool:
        """Whether the next word goes on with the title: then it is the title of somebody else."""
        return after < len(self.words) and self.close(after) and (self.words[after].capital or after in self.taken)

    def _without_joining(self, first: int, after: int) -> int:
        while after > first + 1 and self.words[after - 1].folded in _JOINING:
            after -= 1
        return after

    def _joined(self, first: int, last: int) -> bool:
        return all(self.close(index) for index in range(first + 1, last + 1))

    def close(self, index: int) -> bool:
        """Whether nothing but white space or a hyphen stands before the word at `index`."""
        return index > 0 and _WITHIN.fullmatch(gap(self.text, self.words, index)) is not None


def _may_be_title(word: Word) -> bool:
    """Whether a capitalised word may be part of a title: no number, month or weekday."""
    return word.folded.isalpha() and word.folded not in _NO_TITLE
