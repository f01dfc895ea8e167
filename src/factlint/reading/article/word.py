"""Where words and numbers may be cut: `1.6 million` is no part of `11.6 million`, nor `2 million` of `13.2 million`."""

from __future__ import annotations

import re

# Scripts that do not put spaces between words, so that any place may be a word's end.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
# The re module has no class for marks: the general ones, and those of Hebrew, Arabic and the scripts of India.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670"
    "\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0900-\u0963\u0966-\u0dff\u1ab0-\u1aff\u1dc0-\u1dff"
    "\u20d0-\u20ff\ufe20-\ufe2f"
)
_LETTER = rf"[^\W_{_UNSPACED}]"
# Compiled where they are used, which re remembers: a run that meets no quote does not pay for these classes.
_INSIDE_WORD = rf"(?:(?<={_LETTER})|(?<=[{_MARKS}]))(?={_LETTER}|[{_MARKS}])|(?<=\d[.,])(?=\d)|(?<=\d)(?=[.,]\d)"
_WORD = rf"((?:{_LETTER}++|[{_MARKS}]|(?<=\d)[.,](?=\d))+|[{_UNSPACED}])"


def inside_word(text: str, at: int) -> bool:
    """Whether a cut of `text` before the character `at` goes through a word or a number."""
    return re.compile(_INSIDE_WORD).match(text, at) is not None


def with_edges(text: str, mark: str) -> str:
    """`text` with `mark` before and after each word and number."""
    return mark.join(re.split(_WORD, text))


def has_word(text: str) -> bool:
    """Whether there is a letter or a digit in `text`."""
    return any(char.isalnum() for char in text)
