"""Units of printed figures: canonical names, the words and signs that print them, exact conversions.

Canonical names: ISO 4217 codes for money; `percent`, `percentage-point`, `times`; SI symbols in lower case (`kg`,
`km2`, `kwh`); the singular English noun for the rest (`day`, `barrel`, `tonne`). `ton` is read as `tonne`, as the press
outside the United States means it. What prints two units is refused with both named.
"""

from __future__ import annotations

from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from factlint.reading.quantity.currencies import CODES, ENGLISH_CODES, NAMES, SHOUTED_CODES, SYMBOL_STARTS, SYMBOLS
from factlint.reading.quantity.tokens import HYPHENS, words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.reading.quantity.tokens import Phrase


class Unit(NamedTuple):
    """A canonical unit; one printed unit is `factor` of it (a basis point is 1/100 of a percentage point)."""

    name: str
    factor: Fraction = Fraction(1)


class Ambiguous(NamedTuple):
    """A printed unit with several meanings, each as a curator could write it."""

    meanings: tuple[str, ...]


_WORDS = {
    "percent": "% percent|per cent|pct|percents|процент|процентов|faiz",
    "percentage-point": "percentage point|percentage points|percent point|percent points|pp|pps|ppt|ppts|п п",
    "times": "times|time|fold|x|×|раз|раза",
    "second": "second|seconds|sec|secs",
    "minute": "minute|minutes|min|mins",
    "hour": "hour|hours|hr|hrs|h",
    "day": "day|days|дней|дня|день",
    "week": "week|weeks",
    "month": "month|months",
    "year": "year|years|yr|yrs",
    "g": "gram|grams|gramme|grammes|g",
    "kg": "kilogram|kilograms|kilogramme|kilogrammes|kg|kgs|kilo|kilos",
    "tonne": "tonne|tonnes|ton|tons|t|metric ton|metric tons|metric tonne|metric tonnes|тонн|тонна|тонны",
    "short-ton": "short ton|short tons",
    "mm": "millimetre|millimetres|millimeter|millimeters|mm",
    "cm": "centimetre|centimetres|centimeter|centimeters|cm",
    "m": "metre|metres|meter|meters|m",
    "km": "kilometre|kilometres|kilometer|kilometers|km|kms",
    "mile": "mile|miles",
    "foot": "foot|feet|ft",
    "m2": "square metre|square metres|square meter|square meters|sq m|sqm|m2|m²",
    "km2": "square kilometre|square kilometres|square kilometer|square kilometers|sq km|sqkm|km2|km²",
    "ha": "hectare|hectares|ha",
    "acre": "acre|acres",
    "m3": "cubic metre|cubic metres|cubic meter|cubic meters|cu m|m3|m³",
    "litre": "litre|litres|liter|liters",
    "barrel": "barrel|barrels|bbl|bbls",
    "kwh": "kilowatt hour|kilowatt hours|kwh",
    "mwh": "megawatt hour|megawatt hours|mwh",
    "gwh": "gigawatt hour|gigawatt hours|gwh",
    "twh": "terawatt hour|terawatt hours|twh",
    "kw": "kilowatt|kilowatts|kw",
    "mw": "megawatt|megawatts|mw",
    "gw": "gigawatt|gigawatts|gw",
    "celsius": "degree celsius|degrees celsius|° c",
    "person": "person|persons|people|человек",
}
_SCALED = {
    "basis point|basis points|bp|bps": Unit("percentage-point", Fraction(1, 100)),
    "decade|decades": Unit("year", Fraction(10)),
    "century|centuries": Unit("year", Fraction(100)),
    "fortnight|fortnights": Unit("week", Fraction(2)),
    "bcm": Unit("m3", Fraction(10**9)),
    "kilotonne|kilotonnes|kiloton|kilotons|kt": Unit("tonne", Fraction(1000)),
}
_AMBIGUOUS = {
    "mt": Ambiguous(("tonnes", "million tonnes")),
    "mcm": Ambiguous(("thousand cubic metres", "million cubic metres")),
}
# Letters that mean a unit only as they stand here: `5 G` is no gram.
_CASED = words_of("g h m t")
_LONGEST = 4
_CODE_LENGTH = 3


def _table() -> dict[str, Unit | Ambiguous]:
    table: dict[str, Unit | Ambiguous] = {"%": Unit("percent"), "‰": Unit("percent", Fraction(1, 10))}
    table |= {word: Unit(name) for name, words in _WORDS.items() for word in words.removeprefix("% ").split("|")}
    table |= {word: unit for words, unit in _SCALED.items() for word in words.split("|")}
    table |= _AMBIGUOUS
    for name, codes in {**NAMES, **SYMBOLS}.items():
        table[name] = Unit(codes[0]) if len(codes) == 1 else Ambiguous(codes)
    return table


UNITS: Final[Mapping[str, Unit | Ambiguous]] = MappingProxyType(_table())
_FIRST: Final = frozenset(key.split()[0] for key in UNITS)


def unit_at(phrase: Phrase, index: int) -> tuple[Unit | Ambiguous, int] | None:
    """The unit with the longest print that begins at token `index`, and the index behind it."""
    if money := code_at(phrase, index):
        return Unit(money), index + 1
    token = phrase.at(index)
    if token is None or token.folded.replace(".", "") not in _FIRST:
        return None
    found = None
    for key, after in _keys(phrase, index):
        cased = key in _CASED and token.text != key
        if key in UNITS and not cased:
            found = UNITS[key], after
    return found


def currency_at(phrase: Phrase, index: int) -> tuple[Unit | Ambiguous, int] | None:
    """The currency sign or code that begins at token `index`, and the index behind it: `US$`, `₼`, `AZN`, `Rs.`."""
    if money := code_at(phrase, index):
        return Unit(money), index + 1
    first = phrase.at(index)
    if first is None or first.folded not in SYMBOL_STARTS:
        return None
    for width in (2, 1):
        parts = phrase.tokens[index : index + width]
        key = " ".join(token.folded for token in parts)
        if key in SYMBOLS and len(parts) == width and all(token.glued for token in parts[1:]):
            dotted = (
                phrase.word(index + width - 1) and phrase.mark(index + width) == "." and phrase.glued(index + width)
            )
            return UNITS[key], index + width + 1 if dotted else index + width
    return None


def code_at(phrase: Phrase, index: int) -> str | None:
    """The ISO 4217 code that stands at token `index`, in capitals where it is printed otherwise."""
    code = phrase.word(index).upper()
    if len(code) != _CODE_LENGTH or code not in CODES:
        return None
    plain = code in ENGLISH_CODES and phrase.tokens[index].text != code
    shouted = code in SHOUTED_CODES and not phrase.strict
    return None if plain or shouted else code


def is_money(unit: str | None) -> bool:
    """Whether a canonical unit is a currency."""
    return unit in CODES


def _keys(phrase: Phrase, index: int) -> Iterator[tuple[str, int]]:
    """The texts of one to four tokens from `index` on, dots of abbreviations and joining hyphens left out."""
    parts: list[str] = []
    at = index
    while len(parts) < _LONGEST and (token := phrase.at(at)) is not None and token.kind != "number":
        skipped = parts and token.glued and token.text in HYPHENS | {"."}
        if not skipped:
            parts.append(token.folded.replace(".", ""))
            yield " ".join(parts), at + 1
        at += 1


# Each unit in its base unit, where the two convert exactly (months and years do not: a month has 28 to 31 days).
_BASES: Final[Mapping[str, tuple[str, Fraction]]] = MappingProxyType(
    {name: (base, Fraction(factor)) for base, names in {
        "kg": {"g": "1/1000", "tonne": "1000"},
        "m": {"mm": "1/1000", "cm": "1/100", "km": "1000", "mile": "1609.344", "foot": "0.3048"},
        "m2": {"ha": "10000", "km2": "1000000", "acre": "4046.8564224"},
        "m3": {"litre": "1/1000"},
        "kwh": {"mwh": "1000", "gwh": "1000000", "twh": "1000000000"},
        "kw": {"mw": "1000", "gw": "1000000"},
        "second": {"minute": "60", "hour": "3600", "day": "86400", "week": "604800"},
        "month": {"year": "12"},
    }.items() for name, factor in names.items()}
)  # fmt: skip


def conversion(source: str, target: str) -> Fraction | None:
    """How many of `target` make one `source`, exactly; None where the two do not convert.

    Both are canonical names. Factors: the SI brochure (9th edition), the international mile, foot and acre.
    """
    base, factor = _BASES.get(source, (source, Fraction(1)))
    target_base, target_factor = _BASES.get(target, (target, Fraction(1)))
    return factor / target_factor if base == target_base else None
