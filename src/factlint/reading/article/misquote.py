"""What an article says where a quote says something else."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from factlint.reading.article.folding import Folded, fold
from factlint.reading.article.word import inside_word

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST_STRETCH = 300  # characters; the time to align grows with the square of this
_NEAR = 50
_WHOLE_ARTICLE = 1 << 16
_CERTAIN = 75
_ANCHORS = 5
_ANCHORS_COUNTED = 60
_PLACES = 20
_FITTED = 6
_REACH = 40
_CONTEXT = 4
# A pair of words is rare even where its words are not.
_ANCHOR = re.compile(r"(?=\b(\w+\W+\w+|\w{3,}))")


@dataclass(frozen=True, slots=True)
class Nearest:
    """The passage of an article that is most like a quote.

    `start` and `end` are offsets in the article, `passage` its text between them; `wrong` are the pairs (words of the
    quote, words of the article) that differ, either of them "" where words are missing; `quote` is what was looked
    for, folded.
    """

    start: int
    end: int
    passage: str
    wrong: tuple[tuple[str, str], ...]
    quote: str


class _Stretch(NamedTuple):
    """Words of a quote and of an article that stand at one place."""

    same: bool
    quoted: tuple[str, ...]
    said: tuple[str, ...]


def nearest_passage(article_text: str, folded: Folded, piece: str) -> Nearest | None:
    """The passage most like `piece` (folded, at most 300 characters), in whole words; None if none is half like it."""
    place = _cutting_words(folded.text, piece) or _most_alike(folded.text, piece)
    if place is None:
        return None
    first, last = place
    start, end = folded.offsets[first], folded.offsets[last]
    changes = _compared(piece, folded.text[first:last])
    if not any(part.same for part in changes) and not _certain(piece, folded.text[first:last]):
        return None
    wrong = tuple((" ".join(part.quoted), " ".join(part.said)) for part in changes if not part.same)
    return Nearest(start, end, article_text[start:end], wrong, piece)


def mark_difference(nearest: Nearest) -> str:
    """A sentence that shows both wordings, the words that differ in brackets."""
    changes = _compared(nearest.quote, fold(nearest.passage).text.strip())
    if all(part.same for part in changes):
        return f'the article says "{_shown([part.said for part in changes], changes)}", but not in this order'
    quoted, said = zip(*(_bracketed(part) for part in changes), strict=True)
    return f'the article says "{_shown(said, changes)}", the quote "{_shown(quoted, changes)}"'


def _most_alike(text: str, piece: str) -> tuple[int, int] | None:
    """The stretch of whole words of `text` that has most of the words, then of the letters of `piece`."""
    from rapidfuzz.fuzz import ratio

    def likeness(span: tuple[int, int]) -> tuple[float, int]:
        passage = text[span[0] : span[1]]
        changes = _compared(piece, passage)
        shared = sum(len(part.said) for part in changes if part.same) / len(piece.split())
        return 100 * shared + ratio(piece, passage), -span[0]

    spans = {_fitted(text, start, end, piece) for start, end in _aligned(text, piece)}
    return max(spans, key=likeness, default=None)


def _aligned(text: str, piece: str) -> list[tuple[int, int]]:
    """The few stretches of `text` that most letters of `piece` align with, each as long as the piece."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    found: dict[tuple[int, int], float] = {}
    for start, end in _regions(text, piece):
        place = partial_ratio_alignment(piece, text[start:end], score_cutoff=_NEAR)
        if place and place.dest_start < place.dest_end:
            found[start + place.dest_start, start + place.dest_end] = place.score
    return sorted(found, key=lambda span: (-found[span], span))[:_FITTED]


def _cutting_words(text: str, piece: str) -> tuple[int, int] | None:
    """Where `piece` stands but for a word or number that it cuts, with all of that word."""
    start = text.find(piece)
    if start < 0:
        return None
    end = start + len(piece)
    before = (at for at in range(start, max(start - LONGEST_STRETCH, -1), -1) if not inside_word(text, at))
    after = (at for at in range(end, min(end + LONGEST_STRETCH, len(text) + 1)) if not inside_word(text, at))
    return next(before, start), next(after, end)


def _certain(piece: str, passage: str) -> bool:
    """Whether two texts without a word in common are alike all the same."""
    from rapidfuzz.fuzz import ratio

    return ratio(piece, passage) >= _CERTAIN


def _regions(text: str, piece: str) -> Iterator[tuple[int, int]]:
    """Where to look: around the rarest words and pairs of words of the piece, and everywhere unless the text is large.

    Everywhere is not enough, for an alignment is as long as the piece and misses a passage with many more words.
    """
    if len(text) <= _WHOLE_ARTICLE:
        yield 0, len(text)
    anchors = sorted(set(_ANCHOR.findall(piece)), key=lambda words: (-len(words), words))
    counted = sorted((text.count(words), words) for words in anchors[:_ANCHORS_COUNTED])
    for words in [words for count, words in counted if count][:_ANCHORS]:
        before = piece.find(words) + len(piece) // 2
        for at in _places(text, words):
            yield max(at - before, 0), at - before + 2 * len(piece)


def _places(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    for _ in range(_PLACES):
        if at < 0:
            return
        yield at
        at = text.find(words, at + 1)


def _fitted(text: str, start: int, end: int, piece: str) -> tuple[int, int]:
    """The ends moved to those word ends nearby that make the passage most like `piece`.

    An alignment is as long as the piece, so where the quote has words too few or too many its ends are off.
    """
    from rapidfuzz.fuzz import ratio

    starts = [at for at in _cuts(text, start) if at < end and not text[at].isspace()]
    start = max(starts, key=lambda at: (ratio(piece, text[at:end]), at), default=start)
    ends = [at for at in _cuts(text, end) if at > start and not text[at - 1].isspace()]
    return start, max(ends, key=lambda at: (ratio(piece, text[start:at]), -at), default=end)


def _cuts(text: str, near: int) -> list[int]:
    around = range(max(near - _REACH, 0), min(near + _REACH, len(text)) + 1)
    return [at for at in around if not inside_word(text, at)]


def _compared(quote: str, passage: str) -> list[_Stretch]:
    """Quote and passage word by word."""
    from difflib import SequenceMatcher

    quoted, said = quote.split(), passage.split()
    opcodes = SequenceMatcher(None, quoted, said, autojunk=False).get_opcodes()
    return [
        _Stretch(tag == "equal", tuple(quoted[from_q:to_q]), tuple(said[from_s:to_s]))
        for tag, from_q, to_q, from_s, to_s in opcodes
    ]


def _bracketed(part: _Stretch) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Both sides of a stretch, in brackets where they differ, punctuation that they share outside."""
    if part.same:
        return part.quoted, part.said
    quoted, said = " ".join(part.quoted), " ".join(part.said)
    before = _shared_punctuation(quoted, said)
    after = _shared_punctuation(quoted[before:][::-1], said[before:][::-1])
    return _in_brackets(quoted, before, after), _in_brackets(said, before, after)


def _shared_punctuation(a: str, b: str) -> int:
    shared = 0
    for one, other in zip(a, b, strict=False):
        if one != other or one.isalnum():
            break
        shared += 1
    return shared


def _in_brackets(words: str, before: int, after: int) -> tuple[str, ...]:
    end = len(words) - after
    return (f"{words[:before]}[{words[before:end]}]{words[end:]}",) if words else ()


def _shown(side: Sequence[tuple[str, ...]], changes: Sequence[_Stretch]) -> str:
    """One side's words, with long stretches that are the same shortened to a few words beside the differences."""
    last = len(changes) - 1
    words = (
        _shortened(part, first=at == 0, last=at == last) if changes[at].same else part for at, part in enumerate(side)
    )
    return " ".join(word for part in words for word in part)


def _shortened(words: tuple[str, ...], *, first: bool, last: bool) -> tuple[str, ...]:
    head = () if first and not last else words[:_CONTEXT]
    tail = () if last and not first else words[-_CONTEXT:]
    if len(words) <= len(head) + len(tail) + 1:
        return words
    return (*head, "…", *tail)
