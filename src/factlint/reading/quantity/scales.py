"""Scale words and number words: what multiplies a printed number, and what counts without digits."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from factlint.reading.quantity.tokens import words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

_SCALES = {
    1_000: "thousand thousands thsd tsd тыс тысяча тысячи тысяч",
    100_000: "lakh lakhs lac lacs",
    1_000_000: "million millions mn mln mio milyon млн миллион миллиона миллионов",
    10_000_000: "crore crores cr",
    1_000_000_000: "billion billions bn bln milliard milliards mlrd mrd milyard млрд миллиард миллиарда миллиардов",
    1_000_000_000_000: "trillion trillions tn trn trln trilyon трлн триллион триллиона триллионов",
    1_000_000_000_000_000: "quadrillion quadrillions",
}
SCALES: Final[Mapping[str, int]] = MappingProxyType(
    {word: scale for scale, words in _SCALES.items() for word in words.split()}
)
HUNDREDS: Final[Mapping[str, int]] = MappingProxyType({"hundred": 100, "hundreds": 100, "dozen": 12, "dozens": 12})
ABBREVIATED: Final = words_of("thsd tsd тыс mn mln mio млн cr bn bln mlrd mrd млрд tn trn trln трлн")

_ONES = "one two three four five six seven eight nine"
ONES: Final[Mapping[str, int]] = MappingProxyType({word: n for n, word in enumerate(_ONES.split(), 1)})
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
TEENS: Final[Mapping[str, int]] = MappingProxyType({"zero": 0} | {word: n for n, word in enumerate(_TEENS.split(), 10)})
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
TENS: Final[Mapping[str, int]] = MappingProxyType({word: 10 * n for n, word in enumerate(_TENS.split(), 2)})

PARTS: Final[Mapping[str, int]] = MappingProxyType(
    {"half": 2, "quarter": 4, "fourth": 4, "third": 3, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9}
    | {"tenth": 10, "hundredth": 100, "thousandth": 1000}
)
SEVERAL_PARTS: Final[Mapping[str, int]] = MappingProxyType({"halves": 2} | {f"{word}s": n for word, n in PARTS.items()})
VULGAR: Final = frozenset("½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒")

_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_TEENTHS = "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
ORDINALS: Final = words_of(f"{_ORDINALS} {_TEENTHS}").union(
    {f"{word[:-1]}ieth" for word in TENS}, {"hundredth", "thousandth", "millionth"}
)
MULTIPLES: Final[Mapping[str, tuple[int, int]]] = MappingProxyType(
    dict.fromkeys(("double", "doubled", "doubling", "twice"), (2, 1))
    | dict.fromkeys(("triple", "tripled", "tripling", "trebled", "thrice"), (3, 1))
    | dict.fromkeys(("quadruple", "quadrupled", "quadrupling"), (4, 1))
    | dict.fromkeys(("halved", "halving"), (1, 2))
)
