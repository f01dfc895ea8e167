"""The kinds of cell: how the text behind a key becomes a typed value, and which table columns it fills.

A cell that cannot be read raises `Unreadable` with the rule and the place; the record goes on without it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Protocol

from factlint.reading import date as dates
from factlint.reading import quantity as quantities
from factlint.reading.name import nearest
from factlint.reading.yaml import Mapping as YamlMapping
from factlint.reading.yaml import Scalar, Sequence, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from factlint.corpus.names import Names
    from factlint.interval import Interval
    from factlint.reading.yaml import Node

OPEN = (dates.NEVER, dates.FOREVER, dates.NEVER, dates.FOREVER)
"""The four ends of a date that is not given: it may begin and end on any day."""


class Unreadable(Exception):  # noqa: N818 - it is a finding in the making, not a failure of the program
    """A cell that cannot be read: the rule that it breaks, the sentence for the user, and where."""

    def __init__(self, rule: str, message: str, span: Span) -> None:
        super().__init__(message)
        self.rule = rule
        self.message = message
        self.span = span


@dataclass(frozen=True, slots=True)
class Context:
    """What a cell may need beside its own text."""

    names: Names
    about: Fraction = Fraction(1, 20)
    calendar: str = "gregorian"
    precision: str | None = None
    file: str = ""
    problems: list[Unreadable] = field(default_factory=list)


class Cell(Protocol):
    """How one key is read and which columns of the table it fills."""

    def read(self, node: Node, context: Context) -> Any:  # noqa: ANN401 - each cell has its own type
        """The typed value; raises Unreadable."""

    def columns(self, name: str) -> dict[str, str]:
        """The columns for the key `name`, each with its dtype."""

    def spread(self, value: Any) -> tuple[object, ...]:  # noqa: ANN401 - the same
        """One value a column, also for None where the key is not written."""


def scalar(node: Node, what: str) -> Scalar:
    """The node as a scalar with text in it; raises Unreadable (`bad-value`)."""
    if not isinstance(node, Scalar):
        kind = "a list" if isinstance(node, Sequence) else "a mapping"
        raise Unreadable("bad-value", f"here stands {kind}: write {what}", node.span)
    if not node.text.strip():
        raise Unreadable("bad-value", f"nothing is written here: write {what} or leave the key out", node.span)
    return node


@dataclass(frozen=True, slots=True)
class _Single:
    """A cell that fills one column of objects."""

    def columns(self, name: str) -> dict[str, str]:
        return {name: "object"}

    def spread(self, value: Any) -> tuple[object, ...]:  # noqa: ANN401 - as in Cell
        return (value,)


@dataclass(frozen=True, slots=True)
class Text(_Single):
    """Free text as written, or one of a few words that the schema names; `default` where it is not written."""

    what: str = "text"
    default: str | None = None

    def read(self, node: Node, context: Context) -> str:
        return scalar(node, self.what).text

    def spread(self, value: str | None) -> tuple[object, ...]:
        return (self.default if value is None else value,)


@dataclass(frozen=True, slots=True)
class Flag(_Single):
    """`true` or `false`; false where it is not written."""

    def read(self, node: Node, context: Context) -> bool:
        word = scalar(node, "true or false")
        if word.text not in {"true", "false"}:
            raise Unreadable("bad-value", f"{word.text!r} is neither true nor false: write one of them", word.span)
        return word.text == "true"

    def columns(self, name: str) -> dict[str, str]:
        return {name: "bool"}

    def spread(self, value: bool | None) -> tuple[object, ...]:
        return (bool(value),)


_ROMAN = re.compile(r"(?i)(?=[IVXLC])(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
_WHOLE = re.compile(r"(\d{1,9})(st|nd|rd|th)?")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ORDINALS = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]


@dataclass(frozen=True, slots=True)
class Whole(_Single):
    """A whole number that counts or orders: `5`, `5th`, `fifth`, `IX`; `words` maps further words to numbers."""

    words: tuple[tuple[str, int], ...] = ()

    def read(self, node: Node, context: Context) -> int:
        word = scalar(node, "a whole number such as 5")
        number = whole(word.text) if word.text not in dict(self.words) else dict(self.words)[word.text]
        if number is None:
            others = "".join(f" or {other}" for other, _ in self.words)
            raise Unreadable(
                "bad-value", f"{word.text!r} is not a whole number: write one such as 5{others}", word.span
            )
        return number

    def columns(self, name: str) -> dict[str, str]:
        return {name: "Int64"}


def whole(text: str) -> int | None:
    """The number that `5`, `5th`, `fifth` or `IX` stands for, else None."""
    text = text.strip()
    if match := _WHOLE.fullmatch(text):
        return int(match[1])
    if text.casefold() in _ORDINALS:
        return _ORDINALS.index(text.casefold())
    return roman(text)


def roman(text: str) -> int | None:
    """The number that a Roman numeral below 100 stands for, else None."""
    if not text or not _ROMAN.fullmatch(text):
        return None
    digits = [_VALUES[letter] for letter in text.upper()]
    after = [*digits[1:], 0]
    return sum(-digit if digit < following else digit for digit, following in zip(digits, after, strict=True))


@dataclass(frozen=True, slots=True)
class Dated(_Single):
    """A date of any precision: the text as written and the days that it may begin and end on.

    Fills `NAME`, the `Date`, and four columns of day numbers (1970-01-01 = 0, open ends ±(2^31 - 1)). With `period`
    the date is a whole stretch (`2020` runs from its first day to its last), otherwise some day inside it.
    """

    period: bool = False

    def read(self, node: Node, context: Context) -> dates.Date:
        word = scalar(node, "a date such as 2020-11-10")
        try:
            return dates.read(word.text, calendar=context.calendar)
        except dates.DateError as error:
            raise Unreadable(error.rule, str(error), within(word, error.start, error.end)) from error

    def columns(self, name: str) -> dict[str, str]:
        return {name: "object", **dict.fromkeys(date_columns(name), "int64")}

    def spread(self, value: dates.Date | None) -> tuple[object, ...]:
        if value is None:
            return (None, *OPEN)
        if self.period:
            begins, ends = value.as_period()
            return (value, *begins, *ends)
        return (value, *value.begins, *value.ends)


def date_columns(name: str) -> tuple[str, str, str, str]:
    """The four columns of day numbers for the date `name`."""
    return (
        f"{name}_begins_earliest",
        f"{name}_begins_latest",
        f"{name}_ends_earliest",
        f"{name}_ends_latest",
    )


def within(word: Scalar, start: int, end: int) -> Span:
    """The place of characters `start` to `end` of a scalar; the whole scalar where its text is not as written."""
    span = word.span
    plain = span.line == span.end_line and span.end_column - span.column == len(word.text)
    if not plain or not 0 <= start < end <= len(word.text):
        return span
    return Span(span.line, span.column + start, span.line, span.column + end)


@dataclass(frozen=True, slots=True)
class Printed(_Single):
    """A printed figure, read by one of the readers of `reading.quantity`.

    Fills `NAME`, the exact quantity, `NAME_low` and `NAME_high`, floats that never cut off an exact end (for finding
    candidates only), and `NAME_unit`.
    """

    reader: Callable[..., Any]

    def read(self, node: Node, context: Context) -> quantities.Quantity | quantities.Change:
        word = scalar(node, "a figure as printed, such as $13.2 million")
        try:
            read: quantities.Quantity | quantities.Change = self.reader(
                word.text, precision=context.precision, about=context.about
            )
        except quantities.QuantityError as error:
            raise Unreadable("bad-value", str(error), within(word, error.start, error.end)) from error
        return read

    def columns(self, name: str) -> dict[str, str]:
        return {name: "object", f"{name}_low": "float64", f"{name}_high": "float64", f"{name}_unit": "object"}

    def spread(self, value: quantities.Quantity | quantities.Change | None) -> tuple[object, ...]:
        if value is None:
            return (None, float("-inf"), float("inf"), None)
        amount = value if isinstance(value, quantities.Quantity) else value.quantity
        return (value, *outward(amount.either), amount.unit)


def outward(interval: Interval) -> tuple[float, float]:
    """Floats around an exact interval, rounded outward so that they never cut off a member."""
    import math

    low = -math.inf if interval.low is None else math.nextafter(float(interval.low), -math.inf)
    high = math.inf if interval.high is None else math.nextafter(float(interval.high), math.inf)
    return low, high


@dataclass(frozen=True, slots=True)
class NameOf(_Single):
    """A registry entry, by its id or any of its names; the value is the id."""

    kinds: tuple[str, ...]

    def read(self, node: Node, context: Context) -> str:
        word = scalar(node, f"the id or a name of one of the {' or '.join(self.kinds)}")
        return context.names.resolve(word.text, self.kinds, word.span)


@dataclass(frozen=True, slots=True)
class ListOf(_Single):
    """A list of cells; one cell alone counts as a list of one. Items that cannot be read are reported and left out."""

    item: Cell

    def read(self, node: Node, context: Context) -> tuple[object, ...]:
        nodes = node.items if isinstance(node, Sequence) else (node,)
        values = []
        for each in nodes:
            try:
                values.append(self.item.read(each, context))
            except Unreadable as problem:
                context.problems.append(problem)
        return tuple(values)

    def spread(self, value: tuple[object, ...] | None) -> tuple[object, ...]:
        return (value or (),)


@dataclass(frozen=True, slots=True)
class FactRef(_Single):
    """The id of a fact: of the same file, or `file#id`; the value is the whole reference."""

    def read(self, node: Node, context: Context) -> str:
        text = scalar(node, "the id of a fact").text
        return text if "#" in text else f"{context.file}#{text}"


@dataclass(frozen=True, slots=True)
class Scope(_Single):
    """A mapping of further dimensions; the value is one text in a fixed order, empty where nothing is written."""

    def read(self, node: Node, context: Context) -> str:
        if not isinstance(node, YamlMapping):
            raise Unreadable("bad-value", "a scope is a mapping: write it as {sector: oil}", node.span)
        pairs = sorted((key.text, scalar(value, "text").text) for key, value in node.entries)
        return "; ".join(f"{key}: {value}" for key, value in pairs)

    def spread(self, value: str | None) -> tuple[object, ...]:
        return (value or "",)


@dataclass(frozen=True, slots=True)
class Nested(_Single):
    """A mapping with keys of its own; the value is a dict. `short` names the key that a bare word stands for."""

    keys: tuple[Key, ...]
    short: str | None = None

    def read(self, node: Node, context: Context) -> dict[str, object]:
        from factlint.corpus.records import read_keys

        if self.short and isinstance(node, Scalar):
            cell = next(key.cell for key in self.keys if key.name == self.short)
            return {self.short: cell.read(node, context)}
        if not isinstance(node, YamlMapping):
            names = ", ".join(key.name for key in self.keys)
            raise Unreadable("bad-value", f"write a mapping here, with the keys {names}", node.span)
        return read_keys(node, self.keys, context)


@dataclass(frozen=True, slots=True)
class Equation(_Single):
    """A linear expression of measures (`exports + imports`): pairs of an exact factor and a measure's id."""

    def read(self, node: Node, context: Context) -> tuple[tuple[Fraction, str], ...]:
        word = scalar(node, "a sum of measures such as exports + imports")
        terms: list[tuple[Fraction, str]] = []
        position = 0
        while position < len(word.text):
            match = _TERM.match(word.text, position)
            if not match or (terms and not match["sign"]):
                rest = within(word, position, len(word.text))
                raise Unreadable("bad-value", "this is no sum of measures: write it as exports + imports", rest)
            factor = Fraction(match["factor"] or 1) * (-1 if match["sign"] in {"-", "−"} else 1)
            place = within(word, match.start("name"), match.end("name"))
            terms.append((factor, context.names.resolve(match["name"], ("measures",), place)))
            position = match.end()
        return tuple(terms)


_TERM = re.compile(
    r"\s*(?P<sign>[+−-]?)\s*(?:(?P<factor>\d{1,9}(?:\.\d{1,9})?)\s*\*\s*)?"
    r"(?P<name>[^\W\d_][\w.]*(?:[ -](?=\w)[\w.]+)*)\s*"
)


@dataclass(frozen=True, slots=True)
class Key:
    """A key of the fact language: its name, how its cell is read, and one sentence for the documentation."""

    name: str
    cell: Cell
    doc: str


def at(context: Context, **changes: Any) -> Context:  # noqa: ANN401 - the fields of Context
    """The context with some parts changed; problems still go to the same list."""
    return replace(context, **changes)


def did_you_mean(word: str, known: Mapping[str, object] | tuple[str, ...]) -> str:
    """The end of a sentence that offers the nearest known words, or lists them where none is near."""
    near = nearest(word, known, limit=1)
    return f"did you mean {near[0]}?" if near else f"known: {', '.join(known)}"
