"""Names: looked up by their folded form, searched for in running text, suggested where they are unknown.

An alias list decides who is meant. Near spellings only suggest: different people reach 86 of 100 on the usual
similarity scores, and spellings of one person fall to 79.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factlint.reading.name.folding import fold
from factlint.reading.name.spelling import alike, skeleton

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

__all__ = ["NameIndex", "alike", "fold", "mentions", "nearest", "skeleton", "tokens", "without_possessive"]

_POSSESSIVE = re.compile(r"(?<=\w)['’ʼ‘`´′]s(?!\w)", re.IGNORECASE)
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
_LONGEST = 200  # a longer word is no slip of the pen, and comparing takes time with its square
_CANDIDATES = 50
_GOOD = 72
_SAME_SOUND = 95
_SAME_WORDS = 85
_SHORTEST_WORD = 3


def tokens(text: str) -> tuple[str, ...]:
    """The words of `text`, folded."""
    return tuple(fold(text).split())


def without_possessive(text: str) -> str:
    """`text` without the 's of a possessive: `Azerbaijan's minister` is `Azerbaijan minister`."""
    return _POSSESSIVE.sub("", text)


def mentions(text: str, names: Iterable[str], *, surnames: bool = False) -> bool:
    """Whether the running `text` says one of `names`, as whole words in their order, with or without 's.

    With `surnames` the last word of a name is enough (`Hasanov` for `Zakir Hasanov`); initials at the end and
    generations (Jr, III) are no surname.
    """
    said = (_padded(text), _padded(without_possessive(text)))
    return any(wanted in form for name in names for wanted in _wanted(name, surnames=surnames) for form in said)


def nearest(word: str, known: Iterable[str], *, limit: int = 3) -> tuple[str, ...]:
    """At most `limit` of `known` that `word` may have been meant to be: best first, ties alphabetical."""
    candidates = sorted(set(known))
    ranked = _ranked(word, [_Spelled(name, fold(name)) for name in candidates])
    return tuple(spelled.name for spelled in ranked[: max(limit, 0)])


class NameIndex:
    """The names of a registry, from `{id: names}`: which id does a text mean, and which might it mean.

    `folded` gives for each name, folded, the ids that it names, in alphabetical order; it may be known already.
    """

    __slots__ = ("_names", "_owner", "_spelled", "folded")

    def __init__(self, names: Mapping[str, Iterable[str]], folded: Mapping[str, Sequence[str]] | None = None) -> None:
        self._names = names
        self.folded = _by_fold(names) if folded is None else folded
        self._owner: dict[str, str] = {}
        self._spelled: list[_Spelled] = []  # for suggestions; made when one is asked for, since most names are known

    def lookup(self, text: str) -> tuple[str, ...]:
        """The ids that `text` names, in alphabetical order: an exact id, else by fold; empty if unknown."""
        return (text,) if text in self._names else tuple(self.folded.get(fold(text), ()))

    def suggest(self, text: str, *, limit: int = 3) -> tuple[str, ...]:
        """At most `limit` near names or ids as they are written, best first, one for each entry."""
        if not self._spelled:
            self._owner = _owners(self._names)
            self._spelled = [_Spelled(name, fold(name)) for name in sorted(self._owner)]
        best: dict[str, str] = {}
        for spelled in _ranked(text, self._spelled):
            best.setdefault(self._owner[spelled.name], spelled.name)
        return tuple(best.values())[: max(limit, 0)]


def _by_fold(names: Mapping[str, Iterable[str]]) -> Mapping[str, Sequence[str]]:
    found: dict[str, set[str]] = {}
    for identifier, written in names.items():
        for name in written:
            if name != identifier and (folded := fold(name)):
                found.setdefault(folded, set()).add(identifier)
    return {folded: sorted(ids) for folded, ids in found.items()}


def _owners(names: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """For each name and each id the entry that it belongs to: an id its own, though it be another entry's name."""
    owner: dict[str, str] = {}
    for identifier, written in sorted(names.items()):
        for name in (identifier, *written):
            owner.setdefault(name, identifier)
    return owner | {identifier: identifier for identifier in names}


class _Spelled(NamedTuple):
    name: str
    folded: str


def _padded(text: str) -> str:
    return f" {fold(text)} "


def _wanted(name: str, *, surnames: bool) -> tuple[str, ...]:
    """The word sequences that count as a mention, each between spaces."""
    forms = {fold(name), fold(without_possessive(name))}
    if surnames:
        forms |= {_surname(form.split()) for form in forms}
    return tuple(f" {form} " for form in sorted(forms) if form)


def _surname(words: Sequence[str]) -> str:
    proper = [word for word in words if len(word) > 1 and word not in _GENERATIONS]
    return (proper or [*words, ""])[-1] if words else ""


def _ranked(word: str, known: Sequence[_Spelled]) -> list[_Spelled]:
    """The near ones of `known`, best first."""
    from rapidfuzz import fuzz, process

    wanted = fold(word)[:_LONGEST]
    if not wanted:
        return []
    folded = [spelled.folded[:_LONGEST] for spelled in known]
    close = {
        index
        for scorer in (fuzz.ratio, fuzz.token_set_ratio)
        for _, _, index in process.extract(wanted, folded, scorer=scorer, limit=_CANDIDATES)
    }
    scored = [(_score(wanted, folded[index]), known[index]) for index in close]
    return [spelled for score, spelled in sorted(scored, key=_best_first) if score >= _GOOD]


def _best_first(scored: tuple[float, _Spelled]) -> tuple[float, str]:
    return -scored[0], scored[1].name


def _score(wanted: str, folded: str) -> float:
    """How near two folded names are, 0 to 100."""
    from rapidfuzz import fuzz

    score = max(fuzz.ratio(wanted, folded), fuzz.token_sort_ratio(wanted, folded))
    if score < _SAME_SOUND and skeleton(wanted) == skeleton(folded):
        return _SAME_SOUND
    if score < _SAME_WORDS and _share_words(set(wanted.split()), set(folded.split())):
        return _SAME_WORDS
    return score


def _share_words(a: set[str], b: set[str]) -> bool:
    """Whether one name is some of the words of the other."""
    shared = a & b
    return shared in (a, b) and max(map(len, shared), default=0) >= _SHORTEST_WORD
