"""Names, amounts and days as curators write them."""

from __future__ import annotations

from datetime import date

_PARTS = "bdfgklmnprstvz"
_FIRST_NAMES = (
    "Adam Bruno Cyril Daniel Edgar Felix Gerard Hubert Ivan Jakob Konrad Lorenz Martin Norbert Oskar Patrik Quentin "
    "Robert Simon Tomas Ulrich Viktor Walter Yusuf Anselm Benedikt Dominik Emil Gustav Leonard"
)
_FIRST = tuple(_FIRST_NAMES.split())
_SCALES = ((10**3, "thousand"), (10**6, "million"), (10**9, "billion"), (10**12, "trillion"))
_SHORT = {"million": "mln", "billion": "bln"}


def person(index: int) -> str:
    """The name of one of 82,320 people; no two sound alike."""
    mixed = index * 48_271 % (len(_FIRST) * len(_PARTS) ** 3)
    surname, first = divmod(mixed, len(_FIRST))
    one, two, three = _letters(surname)
    return f"{_FIRST[first]} {one.upper()}a{two}i{three}ov"


def place(index: int) -> str:
    """The name of one of 2,744 countries."""
    one, two, three = _letters(index * 1_223 % len(_PARTS) ** 3)
    return f"{one.upper()}o{two}a{three}ia"


def town(index: int) -> str:
    """The name of one of 960,400 towns."""
    ending, rest = divmod(index, len(_PARTS) ** 4)
    first, rest = divmod(rest * 31_337 % len(_PARTS) ** 4, len(_PARTS) ** 3)
    one, two, three = _letters(rest)
    return f"{_PARTS[first].upper()}e{one}{'aeiou'[ending % 5]}{two}u{three}{'aeiou'[ending // 5]}m"


def _letters(number: int) -> tuple[str, str, str]:
    high, low = divmod(number, len(_PARTS))
    high, middle = divmod(high, len(_PARTS))
    return _PARTS[high], _PARTS[middle], _PARTS[low]


def slug(name: str) -> str:
    """The id of what is called so."""
    return name.lower().replace(" ", "-")


def amount(number: int, digits: int, rounded: str = "nearest") -> str:
    """A whole number with so many digits, `nearest`, `down` or `up`: 13,234,567 with three is `13.2 million`."""
    size = abs(number)
    ulp = 10 ** max(len(str(size)) - digits, 0)
    units = (size + {"nearest": ulp // 2, "down": 0, "up": ulp - 1}[rounded]) // ulp
    fitting = [each for each in _SCALES if each[0] >= ulp]
    scale, word = next((each for each in reversed(fitting) if each[0] <= units * ulp), fitting[0])
    whole, part = divmod(units, scale // ulp)
    decimals = len(str(scale // ulp)) - 1
    return f"{whole}.{part:0{decimals}d} {word}" if decimals else f"{whole} {word}"


def dollars(phrase: str, style: int) -> str:
    """An amount as one of four newspapers writes dollars."""
    number, word = phrase.split()
    short = _SHORT.get(word, word)
    return (f"${phrase}", f"{phrase} USD", f"USD {phrase}", f"${number} {short}")[style % 4]


def percent(tenths: int, sign: str = "") -> str:
    """Tenths of a percent; with `sign` "+" the direction is written."""
    whole, tenth = divmod(abs(tenths), 10)
    return f"{'-' if tenths < 0 else sign}{whole}.{tenth}%"


def day(ordinal: int) -> str:
    """The day with this proleptic Gregorian ordinal, as ISO 8601 has it."""
    return date.fromordinal(ordinal).isoformat()


def birthday(ordinal: int) -> str:
    """A day near it on which someone was born: not the first or last of a year, which stand for the year alone."""
    text = day(ordinal)
    return day(ordinal + 2) if text.endswith(("-01-01", "-12-31")) else text


def weekday(ordinal: int) -> str:
    """Its weekday."""
    return date.fromordinal(ordinal).strftime("%A")


def listed(items: list[str]) -> str:
    """Items as a YAML flow list."""
    return f"[{', '.join(items)}]"
