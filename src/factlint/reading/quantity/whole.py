"""A whole phrase as one amount, and the words for a phrase that is not."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from factlint.reading.quantity.numerals import QuantityError
from factlint.reading.quantity.phrases import Hedged, hedged_at
from factlint.reading.quantity.scales import HUNDREDS, ORDINALS, SCALES
from factlint.reading.quantity.tokens import DASHES, words_of
from factlint.reading.quantity.units import unit_at

if TYPE_CHECKING:
    from factlint.reading.quantity.tokens import Phrase, Token

_EXAMPLES = "as in '$13.2 million' or '44 days'"
_VAGUE: Final = words_of("several few many some dozens hundreds thousands tens scores numerous couple lots")
_NOT_FINITE: Final = words_of("nan inf infinity ∞")
_ROMAN: Final = re.compile("[IVXLC]{1,12}")
_ENDINGS: Final = words_of("st nd rd th")


def whole(phrase: Phrase, index: int) -> Hedged:
    """The one amount or range that the tokens from `index` to the end are.

    Raises:
        QuantityError: there is no number, or something stands behind the amount.
    """
    found = hedged_at(phrase, index)
    if found is None:
        start = phrase.offset(index)
        raise QuantityError(_no_number(phrase, index), start, len(phrase.text))
    behind = phrase.at(found.after)
    if behind is not None and not _is_last_dot(phrase, found.after):
        raise QuantityError(_leftover(phrase, found, behind), behind.start, len(phrase.text))
    return found


def _is_last_dot(phrase: Phrase, index: int) -> bool:
    """The dot of an abbreviation that ends the phrase, as behind `5 mln руб`."""
    return phrase.mark(index) == "." and bool(phrase.word(index - 1)) and phrase.at(index + 1) is None


def _no_number(phrase: Phrase, index: int) -> str:
    words = [token.folded for token in phrase.tokens[index:]]
    strange = next(filter(_is_symbol, phrase.tokens[index:]), None)
    if strange is not None and len(words) > 1 and unit_at(phrase, phrase.tokens.index(strange)) is None:
        return _unknown_sign(strange)
    written = phrase.text.strip()
    if _NOT_FINITE.intersection(words):
        return f"'{written}' is not a number that can be printed; write it in digits"
    if _VAGUE.intersection(words):
        return f"'{written}' gives no number; write one, as in 'about 100'"
    if words and (words[0] in SCALES or words[0] in HUNDREDS):
        return f"'{written}' has a scale without a number; write 'a {words[0]}' or '1 {words[0]}'"
    if ORDINALS.intersection(words) or _ROMAN.fullmatch(written):
        return f"'{written}' is an ordinal, not an amount; write it under 'number' or 'rank'"
    return f"no number is written in '{written}'; write digits or number words, {_EXAMPLES}"


def _leftover(phrase: Phrase, found: Hedged, behind: Token) -> str:
    rest = phrase.text[behind.start :].rstrip()
    before = phrase.tokens[found.after - 1]
    if behind.glued and before.kind == "number" and behind.folded in _ENDINGS:
        return f"'{before.text}{rest}' is an ordinal, not an amount; write it under 'number' or 'rank'"
    if behind.glued and before.kind == "number" and (behind.kind == "word" or behind.text in "^_"):
        return f"'{before.text}{rest}' is not a printed number; write its digits, or a scale such as 'million'"
    if behind.kind == "number":
        return f"a second number '{rest}' follows; write one amount, or a range as 'X to Y'"
    if behind.text in DASHES | {"+"}:
        return f"'{rest}' stands behind the number; write a sign before it, a range as 'X to Y'"
    if _is_symbol(behind):
        return _unknown_sign(behind)
    return f"'{rest}' stands behind the amount; leave it out"


def _is_symbol(token: Token) -> bool:
    return token.kind == "mark" and unicodedata.category(token.text) in ("Sc", "So")


def _unknown_sign(token: Token) -> str:
    return f"the sign '{token.text}' is not a known unit; write a currency code such as 'USD', or leave it out"
