"""Every printed figure of a running text: amounts, counts, percentages and durations, in digits or words."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from factlint.reading.quantity.amount import MINUS, PLUS
from factlint.reading.quantity.currencies import SYMBOL_STARTS
from factlint.reading.quantity.hedges import FIRST_WORDS, LONG_HEDGES, Hedge
from factlint.reading.quantity.numerals import QuantityError
from factlint.reading.quantity.phrases import Hedged, hedged_at, single
from factlint.reading.quantity.scales import HUNDREDS, MULTIPLES, ONES, ORDINALS, PARTS, SCALES, TEENS, TENS, VULGAR
from factlint.reading.quantity.tokens import DASHES, HYPHENS, Phrase, tokenise, words_of
from factlint.reading.quantity.units import code_at, currency_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.reading.quantity.printed import Quantity

DEFAULT_ABOUT = Fraction(1, 20)

_FIRST = (FIRST_WORDS | MINUS | PLUS | VULGAR | SYMBOL_STARTS).union(
    ONES, TEENS, TENS, PARTS, MULTIPLES, {"a", "an", "between"}
)
_ARTICLES = frozenset({"a", "an"})
_AFTER_ARTICLE = frozenset(words[1] for words in LONG_HEDGES if words[0] in _ARTICLES).union(HUNDREDS, SCALES, PARTS)
# What keeps a number from being a figure where it is glued to one: 12:55, 2020/21, user@5, x^2, 1.2.3.
_TIES = frozenset(":/@_^#№\\=") | {"."}
# Words after a lone `one` that make it a pronoun: `one of its allies`.
_AFTER_PRONOUN = words_of("""
    after and another as at before but by can could else for from had has in is may might must nor of off on or should
    side sided than that time to was which who whose will with would
    """)
_BEFORE_PRONOUN = words_of("no the this that each every any another some which first last next previous")
_AFTER_HALF = words_of("of the its their all this that his her our")
_BEFORE_HALF = words_of("second latter former other last next this that each better early late") | ORDINALS
_BEFORE_QUARTERS = words_of("first last past next previous these those all four")


class Found(NamedTuple):
    """A figure in a text: its offsets (hedge and unit included) and what it says; an unknown noun leaves no unit."""

    start: int
    end: int
    quantity: Quantity


def find(text: str, *, about: Fraction = DEFAULT_ABOUT) -> Iterator[Found]:
    """Every figure of a text, left to right, the longest first where two begin together.

    Ordinals (`fifth`, `5th`, `IX`), names (`JF-17`), clock times and dates written as one word (`2021-06-23`) are
    no figures; a year or a day of the month that stands alone is found as a bare number.
    """
    phrase = tokenise(text, strict=False)
    index = 0
    while index < len(phrase.tokens):
        found = _figure(phrase, index) if _may_begin(phrase, index) else None
        if found is None:
            index += 1
            continue
        yield from _quantities(phrase, found, about)
        index = found.after


def _may_begin(phrase: Phrase, index: int) -> bool:
    """Whether a figure can begin at a token: a quick look before the grammar is tried."""
    token = phrase.tokens[index]
    if token.kind == "word" and token.folded not in _FIRST:
        likely = token.folded.endswith("fold") or code_at(phrase, index) is not None
    elif token.folded in _ARTICLES:
        likely = phrase.word(index + 1) in _AFTER_ARTICLE or phrase.mark(index + 1) == "$"
    elif token.kind == "mark" and token.text not in VULGAR:
        likely = token.text in _FIRST and any(after.kind != "mark" for after in phrase.tokens[index + 1 : index + 4])
    else:
        likely = True
    return likely and _free_before(phrase, index)


def _figure(phrase: Phrase, index: int) -> Hedged | None:
    try:
        found = hedged_at(phrase, index)
    except QuantityError:
        return None
    if found is None or not _free_behind(phrase, found.after):
        found = _alone(phrase, index)
    if found is None:
        return None
    if found.hedge is Hedge.NONE and (_is_pronoun(phrase, index, found) or _is_stretch(phrase, index, found)):
        return None
    return found


def _alone(phrase: Phrase, index: int) -> Hedged | None:
    """The amount without its range or hedge, where they ran into a longer word: `10 to 12th`."""
    try:
        found = single(phrase, index)
    except QuantityError:
        return None
    return found if found is not None and _free_behind(phrase, found.after) else None


def _is_pronoun(phrase: Phrase, index: int, found: Hedged) -> bool:
    """Whether a lone `one` stands for a thing instead of counting it."""
    if phrase.word(index) != "one" or found.after != index + 1:
        return False
    follows = phrase.word(phrase.joined(found.after))
    return not follows or follows in _AFTER_PRONOUN or phrase.word(index - 1) in _BEFORE_PRONOUN


def _is_stretch(phrase: Phrase, index: int, found: Hedged) -> bool:
    """Whether a part in words is a time or an ordinal: `the second half`, `a third country`, `first three quarters`."""
    if found.lower.numeral.mantissa.denominator == 1 or found.lower.unit is not None or found.lower.numeral.scale > 1:
        return False
    word, before, behind = phrase.word(index), phrase.word(index - 1), phrase.word(found.after)
    if word == "half":
        return before in _BEFORE_HALF or behind not in _AFTER_HALF
    if word in ("a", "an"):
        return behind != "of"
    return phrase.word(found.after - 1).startswith("quarter") and before in _BEFORE_QUARTERS


def _quantities(phrase: Phrase, found: Hedged, about: Fraction) -> Iterator[Found]:
    if found.upper is not None and found.is_years:
        for amount in (found.lower, found.upper):
            year = found._replace(hedge=Hedge.NONE, lower=amount, upper=None, about=False)
            yield Found(amount.start, amount.end, year.quantity(phrase.text[amount.start : amount.end], about))
        return
    yield Found(found.start, found.end, found.quantity(phrase.text[found.start : found.end], about))


def _free_before(phrase: Phrase, index: int) -> bool:
    """Whether a figure may begin at a token: not inside a word, a name or a longer number."""
    before = phrase.at(index - 1)
    if before is None or not phrase.glued(index):
        return True
    if before.kind != "mark":
        return currency_at(phrase, index - 1) is not None
    further = phrase.at(index - 2)
    if further is None or not before.glued or further.kind == "mark":
        return before.text not in _TIES
    tied = before.text in _TIES | {"+"} and (before.text != ":" or further.kind == "number")
    return not tied and (before.text not in DASHES or before.text == "\u2014")


def _free_behind(phrase: Phrase, after: int) -> bool:
    token, then = phrase.at(after), phrase.at(after + 1)
    if token is None or not token.glued:
        return True
    if token.kind != "mark":
        return False
    if token.text in "^_@":
        return False
    if then is None or not then.glued or then.kind == "mark":
        return True
    if then.kind == "number":
        return token.text not in _TIES | DASHES or token.text == "\u2014"
    return token.text not in HYPHENS or then.text.islower()
