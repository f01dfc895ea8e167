"""One written form for a name: equal folds are the same written name."""

from __future__ import annotations

import re
import unicodedata

# Azerbaijani and Turkish readers expect these; a general transliteration gives e for ə.
_OWN_LETTERS = str.maketrans({"ə": "a", "ә": "a", "ı": "i", "ğ": "g", "ç": "c", "ş": "s", "ö": "o", "ü": "u"})
# Canonical ordering takes quadratic time in a run of marks (UAX #15 §13 allows 30), and no name has such a run.
_RUN_OF_MARKS = re.compile(r"[^\w\s\x00-\x7f]{31,}")
_INITIALS = re.compile(r"\b[a-z](?:\.[a-z])+\b")
_APOSTROPHES = re.compile(r"['`]")
_NOT_WRITTEN = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """`text` in lower-case Latin letters, digits and single spaces; idempotent.

    Unicode NFKC (UAX #15) and case folding, Azerbaijani and Turkish letters by their own table, every other script by
    anyascii. Apostrophes and the dots of initials are dropped (`U.S.` is `us`), `&` is `and`, other punctuation is a
    space. Text that has a letter or a digit never folds to "": where no Latin form is known its own letters stay.
    """
    if text.isascii():
        return _words(text.lower())
    plain = _compatible(_compatible(_RUN_OF_MARKS.sub(" ", text)).casefold())
    return _words(_latin(plain)) or _own_letters(plain) or _own_letters(text)


def _compatible(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _latin(plain: str) -> str:
    from anyascii import anyascii

    return anyascii(plain.translate(_OWN_LETTERS)).lower()


def _words(ascii_text: str) -> str:
    joined = _INITIALS.sub(lambda initials: initials.group().replace(".", ""), ascii_text)
    bare = _APOSTROPHES.sub("", joined).replace("&", " and ")
    return _NOT_WRITTEN.sub(" ", bare).strip()


def _own_letters(plain: str) -> str:
    """The letters and digits of a script that has no Latin form, marks dropped."""
    kept = (char if char.isalnum() else "" if unicodedata.combining(char) else " " for char in plain)
    return " ".join("".join(kept).split())
