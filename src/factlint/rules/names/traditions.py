"""One name in the spelling traditions of the Caucasus and its neighbours: what each letter may become in English.

Unlike a skeleton this decides that two written names are one: every rule is that of one letter or sound, and what two
traditions do not share stays different (Rashad and Rashid, Hasimov and Hashimov, Aliyev and Aliyeva).
"""

from __future__ import annotations

import re
import unicodedata
from itertools import product
from types import MappingProxyType

from factlint.reading.name import fold

_TABLE = """
ə a e; ә a e; ı i y; ğ g; ş sh; ç ch; ö o; ü u
а a; б b; в v; г g h; ґ g; ғ g; д d; е e ye; ё e yo; ж zh j; з z; и i; і i; ї i yi; й y i; к k; қ k g; л l; м m; н n
о o; ө o; п p; р r; с s; т t; у u; ү u; ұ u; ў u; ф f; х kh h; һ h; ҳ h; ц ts; ч ch; ҹ j; ҷ j; џ j; ш sh; щ shch sch
ы y i; э e a; ю yu iu; я ya ia a; ҝ g; ъ ; ь ; ’ ; ' ; ʼ ; ‘ ; `
"""
_OPTIONS = MappingProxyType(
    {row.split()[0]: tuple(row.split()[1:]) or ("",) for row in _TABLE.replace("\n", ";").split(";") if row.strip()}
)
_AZERBAIJANI = re.compile(r"[əәığşçöü]|(?:[oe]va?|zad[ea]|oglu|qizi)\b")
_SOUNDS = (
    (re.compile(r"kh"), "x"),
    (re.compile(r"gh"), "g"),
    (re.compile(r"q(?!u[aeiou])"), "g"),
    (re.compile(r"dzh|dj"), "j"),
)
_SURNAME = re.compile(r"(?P<stem>[a-z]{2,}?)(?:iy|y|i)?(?P<ending>[oe]va?)")
_DOUBLED = re.compile(r"([a-z])\1+")
_MOST_SPELLINGS = 64
_MOST_KEYS = 256


def keys(name: str) -> frozenset[tuple[str, ...]]:
    """What `name` shares with every other spelling of it: the words in alphabetical order, one tuple a reading.

    ə is a or e, ı i or y, ğ and gh and q are g, x is kh, ş sh, ç ch, and c is j where the name shows that it is
    Azerbaijani; Cyrillic by letters. In surnames on -ov and -ev also a and e, -iyev and -iev, and doubled letters are
    one. Empty where fewer than two words are more than an initial.
    """
    plain = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold()).replace("i̇", "i")
    soft_c = _AZERBAIJANI.search(plain) is not None
    words = [_spellings(word, soft_c=soft_c) for word in re.split(r"[^\w'’ʼ‘`]+", plain)]
    words = [word for word in words if word]
    if sum(max(map(len, word)) > 1 for word in words) <= 1:
        return frozenset()
    readings = 1
    for word in words:
        readings *= len(word)
    if readings > _MOST_KEYS:
        words = [word[:1] for word in words]
    return frozenset(tuple(sorted(way)) for way in product(*words))


def _spellings(word: str, *, soft_c: bool) -> tuple[str, ...]:
    """The readings of one word, each once, the likeliest first; empty for no letters."""
    options = [_OPTIONS.get(char) or (("j",) if char == "c" and soft_c else (char,)) for char in _ch_kept(word)]
    count = 1
    for each in options:
        count *= len(each)
    ways = product(*(options if count <= _MOST_SPELLINGS else [each[:1] for each in options]))
    return tuple(dict.fromkeys(filter(None, (_sounded(fold("".join(way))) for way in ways))))


def _ch_kept(word: str) -> list[str]:
    """The characters of a word, `ch` as one."""
    return re.findall(r"ch|.", word)


def _sounded(word: str) -> str:
    for sound, letter in _SOUNDS:
        word = sound.sub(letter, word)
    surname = _SURNAME.fullmatch(word)
    if surname is None:
        return word
    return _DOUBLED.sub(r"\1", surname["stem"].replace("e", "a")) + surname["ending"]
