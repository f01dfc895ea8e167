"""What must hold in each column of a table of facts as curators write them, for tools that check columns.

The same as factlint's own schemas, as far as a column, or two of one row, can say it: what must be there, words to
choose from, names that the registry has, the form of amounts and dates, and two dates in order. This file is read by
drivers under the Python of other tools, so it imports nothing but the standard library.
"""

from __future__ import annotations

from dataclasses import dataclass, field

_UNIT = r"(?: (?:USD|tonnes|percent|countries))?"
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = r"(?: (?:thousand|million|billion|trillion|mln|bln))?"
_HEDGE = r"(?:(?:about|around|some|more than|over|at least|less than|under|up to|almost|nearly) )?"
AMOUNT = rf"{_HEDGE}-?(?:\$|USD )?-?(?:{_NUMBER}){_SCALE}{_UNIT}"
_DAY = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"
DATE = rf"{_DAY}(?:/(?:{_DAY}|\.\.))?"
SLUG = r"[^\W_][\w.-]{0,99}"
LIST = r"\[[^\[\],]+(?:, [^\[\],]+)*\]"
MAPPING = r"\{\w+: [^{}]+\}"
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
YES = ("true", "false")


@dataclass(frozen=True, slots=True)
class Kind:
    """The columns of the facts of one kind.

    required: columns that every row fills.
    words: columns with a few words to choose from.
    names: columns whose cells are names or ids of registry files.
    patterns: columns whose cells have a form, from end to end.
    just_one: columns of which a row fills exactly one.
    in_order: pairs of columns of which the first date does not lie after the second.
    """

    required: tuple[str, ...]
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    patterns: dict[str, str] = field(default_factory=dict)
    just_one: tuple[str, ...] = ()
    in_order: tuple[tuple[str, str], ...] = ()


EVERY = Kind(
    required=("id", "file", "published"),
    words={"mode": ("happened", "planned", "denied")},
    patterns={"id": SLUG, "published": DATE, "asof": DATE, "scope": MAPPING},
)
_SOMEONE = ("people", "bodies", "places", "events")
KINDS: dict[str, Kind] = {
    "figure": Kind(
        required=("figure", "of", "period"),
        names={"figure": ("measures",), "of": _SOMEONE, "with": _SOMEONE, "share_of": ("measures",)},
        patterns={
            "period": DATE,
            "versus": DATE,
            "value": AMOUNT,
            "change": r"[+-]\d+(?:\.\d+)?%|\d+(?:\.\d+)? times",
            "share": r"(?:100(?:\.0+)?|\d{1,2}(?:\.\d+)?)%",
        },
        just_one=("value", "change", "share"),
    ),
    "event": Kind(
        required=("event",),
        words={"weekday": WEEKDAYS, "who_complete": YES},
        names={
            "event": ("events",),
            "part_of": ("events",),
            "before": ("events",),
            "after": ("events",),
            "place": ("places",),
        },
        patterns={"date": DATE, "duration": r"\d+ days?", "count": AMOUNT, "who": LIST},
    ),
    "role": Kind(
        required=("role", "person"),
        names={"role": ("offices",), "person": ("people",), "replaces": ("people",)},
        patterns={"at": DATE, "from": DATE, "until": DATE, "number": r"[1-9]\d*(?:st|nd|rd|th)?", "within": SLUG},
        in_order=(("from", "until"),),
    ),
    "relation": Kind(
        required=("relation", "subject", "object"),
        words={"only": YES},
        names={"relation": ("relations",), "subject": _SOMEONE, "object": _SOMEONE},
        patterns={"date": DATE, "since": DATE, "rank": r"\d+|first|second|third|among (?:first|first \d+)"},
    ),
}


def last_day(date: str) -> str:
    """The last day that a year, a month or a day can mean, so that texts compare as dates do."""
    return date + "-12-31"[len(date) - len("2020") :]
