"""How a name sounds, whatever the spelling tradition: consonant skeletons, for suggestions and hints only.

No skeleton ever decides that two names are one: it joins Əliyev, Aliyev and Алиев, but also Hashimov and Hasimov.
"""

from __future__ import annotations

import re

from factlint.reading.name.folding import fold

_SOUNDS = (
    (re.compile(r"(?<=[aeiou])h$"), ""),
    (re.compile(r"kh|x"), "h"),
    (re.compile(r"gh|q"), "g"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"w"), "v"),
    (re.compile(r"sch|sh"), "s"),
    (re.compile(r"dzh|dj|zh|tch|ch|c"), "j"),
    (re.compile(r"ee"), "i"),
    (re.compile(r"oo|ou"), "u"),
    (re.compile(r"([a-z])\1+"), r"\1"),
)
_FEMININE = re.compile(r"[eo]va$")
_VOWEL_CLASS = str.maketrans("aeiouy", "aaiuui")
_VOWELS = re.compile(r"[aeiouy]")
_CYRILLIC_G = re.compile(r"[гГ]")


def skeleton(text: str) -> str:
    """The consonants of each word of `text` and its first vowel, words in alphabetical order; "" for no words.

    One sound, one letter: gh q → g, kh x → h, ph → f, w → v, sh → s, ch c j dj dzh zh → j; first vowel a e → a,
    o u → u, i y → i; doubled letters and a final mute h fall away; the feminine -ova/-eva keeps its a.
    Equal folds give equal skeletons.
    """
    return " ".join(sorted(_word_skeleton(word) for word in fold(text).split()))


def alike(a: str, b: str) -> bool:
    """Whether `a` and `b` may be one name in two spelling traditions; word order does not count.

    Joins Haji/Hacı, Veliyev/Valiyev, Aliyev/Əliyev/Алиев and Hasanov/Həsənov/Гасанов: where only one side is
    Cyrillic its г may stand for h. Keeps apart Hasanov/Huseynov and Aliyev/Aliyeva.
    """
    first, second = skeleton(a), skeleton(b)
    if first == second:
        return bool(first)
    if bool(_CYRILLIC_G.search(a)) == bool(_CYRILLIC_G.search(b)):
        return False
    return _sorted_words(first.replace("g", "h")) == _sorted_words(second.replace("g", "h"))


def _word_skeleton(word: str) -> str:
    """The skeleton of one folded word; digits stay as they are."""
    ending = "a" if _FEMININE.search(word) else ""
    for sound, letter in _SOUNDS:
        word = sound.sub(letter, word)
    head = "y" if re.match(r"y[aeiou]", word) else ""
    rest = word[len(head) :]
    first = _VOWELS.search(rest)
    if first is None:
        return head + rest + ending
    vowel = first.group().translate(_VOWEL_CLASS)
    return head + rest[: first.start()] + vowel + _VOWELS.sub("", rest[first.end() :]) + ending


def _sorted_words(text: str) -> list[str]:
    return sorted(text.split())
