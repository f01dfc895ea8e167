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
    "mg": "milligram|milligrams|mg",
    "g": "gram|grams|gramme|grammes|g",
    "kg": "kilogram|kilograms|kilogramme|kilogrammes|kg|kgs|kilo|kilos",
    "tonne": "tonne|tonnes|ton|tons|t|metric ton|metric tons|metric tonne|metric tonnes|тонн|тонна|тонны",
    "short-ton": "short ton|short tons",
    "long-ton": "long ton|long tons|imperial ton|imperial tons",
    "lb": "lb|lbs|pound avoirdupois|pounds avoirdupois",
    "avoirdupois-ounce": "avoirdupois ounce|avoirdupois ounces|ounce avoirdupois|ounces avoirdupois",
    "troy-ounce": "troy ounce|troy ounces",
    "mm": "millimetre|millimetres|millimeter|millimeters|mm",
    "cm": "centimetre|centimetres|centimeter|centimeters|cm",
    "m": "metre|metres|meter|meters|m",
    "km": "kilometre|kilometres|kilometer|kilometers|km|kms",
    "inch": "inch|inches",
    "foot": "foot|feet|ft",
    "yard": "yard|yards",
    "mile": "mile|miles",
    "nautical-mile": "nautical mile|nautical miles",
    "m2": "square metre|square metres|square meter|square meters|sq m|sqm|m2|m²",
    "km2": "square kilometre|square kilometres|square kilometer|square kilometers|square km|sq km|sqkm|km2|km²",
    "ha": "hectare|hectares|ha",
    "acre": "acre|acres",
    "square-foot": "square foot|square feet|sq ft",
    "square-mile": "square mile|square miles|sq mi",
    "m3": "cubic metre|cubic metres|cubic meter|cubic meters|cu m|m3|m³",
    "km3": "cubic kilometre|cubic kilometres|cubic kilometer|cubic kilometers|km3|km³",
    "ml": "millilitre|millilitres|milliliter|milliliters|ml",
    "litre": "litre|litres|liter|liters",
    "hectolitre": "hectolitre|hectolitres|hectoliter|hectoliters|hl",
    "cubic-foot": "cubic foot|cubic feet|cu ft",
    "barrel": "barrel|barrels|bbl|bbls",
    "us-gallon": "us gallon|us gallons",
    "imperial-gallon": "imperial gallon|imperial gallons",
    "wh": "watt hour|watt hours|wh",
    "kwh": "kilowatt hour|kilowatt hours|kwh",
    "mwh": "megawatt hour|megawatt hours|mwh",
    "gwh": "gigawatt hour|gigawatt hours|gwh",
    "twh": "terawatt hour|terawatt hours|twh",
    "j": "joule|joules|j",
    "kj": "kilojoule|kilojoules|kj",
    "mj": "megajoule|megajoules|mj",
    "gj": "gigajoule|gigajoules|gj",
    "tj": "terajoule|terajoules|tj",
    "pj": "petajoule|petajoules|pj",
    "toe": "tonne of oil equivalent|tonnes of oil equivalent|ton of oil equivalent|tons of oil equivalent|toe",
    "w": "watt|watts|w",
    "kw": "kilowatt|kilowatts|kw",
    "mw": "megawatt|megawatts|mw",
    "gw": "gigawatt|gigawatts|gw",
    "tw": "terawatt|terawatts|tw",
    "celsius": "degree celsius|degrees celsius|° c",
    "fahrenheit": "degree fahrenheit|degrees fahrenheit|° f",
    "person": "person|persons|people|человек",
}
_SCALED = {
    "basis point|basis points|bp|bps": Unit("percentage-point", Fraction(1, 100)),
    "decade|decades": Unit("year", Fraction(10)),
    "century|centuries": Unit("year", Fraction(100)),
    "fortnight|fortnights": Unit("week", Fraction(2)),
    "bcm": Unit("m3", Fraction(10**9)),
    "bcf": Unit("cubic-foot", Fraction(10**9)),
    "kilotonne|kilotonnes|kiloton|kilotons|kt": Unit("tonne", Fraction(1000)),
    "ktoe": Unit("toe", Fraction(1000)),
    "mtoe": Unit("toe", Fraction(10**6)),
    "bpd|bopd": Unit("barrel/day"),
    "kph|kmh": Unit("km/hour"),
    "mph": Unit("mile/hour"),
}
_OUNCES = Ambiguous(("troy ounces", "avoirdupois ounces"))
_GALLONS = Ambiguous(("US gallons", "imperial gallons"))
_AMBIGUOUS = {
    "mt": Ambiguous(("tonnes", "million tonnes")),
    "mcm": Ambiguous(("thousand cubic metres", "million cubic metres")),
    "tcm": Ambiguous(("thousand cubic metres", "trillion cubic metres")),
    **dict.fromkeys(("ounce", "ounces", "oz"), _OUNCES),
    **dict.fromkeys(("gallon", "gallons"), _GALLONS),
}
# Lower case before a capital is SI's milli, but some print it for mega: `mJ`. Nobody prints milliwatts of a country.
_MILLI = MappingProxyType({"mJ": Ambiguous(("megajoules", "millijoules"))})
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
            found = _MILLI.get(token.text, UNITS[key]), after
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


# How many of its base unit make one, where the two convert exactly. Months and years convert to no days: a month has 28
# to 31; temperatures convert by no factor. Sources: the SI and its accepted units, SI Brochure (9th edition, 2019) §2.3
# and table 8; yard and pound, and what is made of them (ton, ounce, mile, acre, cubic foot), the agreement of 1959; US
# gallon of 231 cubic inches and barrel of 42 gallons, NIST Handbook 44 appendix C; imperial gallon, UK Weights and
# Measures Act 1985; nautical mile, Monaco 1929; tonne of oil equivalent of 41.868 GJ, IEA Energy Statistics Manual.
_BASES: Final[Mapping[str, tuple[str, Fraction]]] = MappingProxyType(
    {name: (base, Fraction(factor)) for base, names in {
        "kg": {
            "mg": "1/1000000", "g": "1/1000", "tonne": "1000", "lb": "0.45359237",
            "avoirdupois-ounce": "0.028349523125", "troy-ounce": "0.0311034768", "short-ton": "907.18474",
            "long-ton": "1016.0469088",
        },
        "m": {
            "mm": "1/1000", "cm": "1/100", "km": "1000", "inch": "0.0254", "foot": "0.3048", "yard": "0.9144",
            "mile": "1609.344", "nautical-mile": "1852",
        },
        "m2": {
            "ha": "10000", "km2": "1000000", "acre": "4046.8564224", "square-foot": "0.09290304",
            "square-mile": "2589988.110336",
        },
        "m3": {
            "ml": "1/1000000", "litre": "1/1000", "hectolitre": "1/10", "km3": "1000000000",
            "cubic-foot": "0.028316846592", "barrel": "0.158987294928", "us-gallon": "0.003785411784",
            "imperial-gallon": "0.00454609",
        },
        "kwh": {
            "wh": "1/1000", "mwh": "1000", "gwh": "1000000", "twh": "1000000000",
            "j": "1/3600000", "kj": "1/3600", "mj": "5/18", "gj": "2500/9", "tj": "2500000/9", "pj": "2500000000/9",
            "toe": "11630",
        },
        "kw": {"w": "1/1000", "mw": "1000", "gw": "1000000", "tw": "1000000000"},
        "second": {"minute": "60", "hour": "3600", "day": "86400", "week": "604800"},
        "month": {"year": "12"},
        "number": {"person": "1", "1": "1"},
    }.items() for name, factor in names.items()}
)  # fmt: skip
# What base units measure, where several that do not convert measure the same.
_FAMILIES: Final[Mapping[str, str]] = MappingProxyType(
    {"second": "time", "month": "time", "celsius": "temperature", "fahrenheit": "temperature"}
    | dict.fromkeys(("percent", "percentage-point", "times"), "ratio")
)
_KNOWN: Final = CODES.union(_BASES, (base for base, _ in _BASES.values()), _FAMILIES)


def conversion(source: str, target: str) -> Fraction | None:
    """How many of `target` make one `source`, exactly; None where the two do not convert. Both are canonical names."""
    (base, factor), (target_base, target_factor) = dimension(source), dimension(target)
    return factor / target_factor if base == target_base else None


def dimension(unit: str) -> tuple[str, Fraction]:
    """The base unit that a canonical unit converts to exactly, and how many of it make one; itself where none is known.

    `USD/tonne` is 1/1000 of `USD/kg`. People and bare numbers both count as `number`.
    """
    bases = [_BASES.get(part, (part, Fraction(1))) for part in unit.split("/")]
    (_, factor), *under = bases
    for _, divisor in under:
        factor /= divisor
    return "/".join(base for base, _ in bases), factor


def family(unit: str) -> str:
    """What a canonical unit measures: two units of different families cannot state one quantity.

    It is the base unit, or `money`, `time`, `temperature`, `ratio`, or `number` for people and counted nouns; of
    `USD/tonne` `money/kg`. A ratio over time (`5 percent a year`) is a ratio.
    """
    parts = [_family(part) for part in unit.split("/")]
    return "ratio" if parts == ["ratio", "time"] else "/".join(parts)


def is_known(unit: str) -> bool:
    """Whether a unit, or each of the two of a rate, is money or in the table: a counted noun is not."""
    return _KNOWN.issuperset(unit.split("/"))


def _family(unit: str) -> str:
    if is_money(unit):
        return "money"
    base = _BASES.get(unit, (unit, None))[0]
    return _FAMILIES.get(base, base if base in _KNOWN else "number")
