"""What hints need to know of the component in which the contradiction is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, Protocol

from factlint.figures.statements import Statement
from factlint.reading.quantity import Change

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.figures.measures import Measures
    from factlint.figures.statements import Time
    from factlint.interval import Interval
    from factlint.reading.quantity import Quantity

Slip = tuple[Statement, ...]
"""What was meant: one statement in place of that of the same fact, or two where two facts were exchanged."""


class Repairs(Protocol):
    """What the rest of the component, read as `either`, thinks of statements in place of those of the same facts."""

    def room(self, statement: Statement, /) -> Interval:
        """An outer bound, cheap and exact, on the x that all statements of other facts leave; may be everything."""

    def fits(self, /, *statements: Statement) -> bool:
        """Whether the component is possible with these in place of the statements of the same facts: exact, costly.

        Their numbers may be hedged, their cells and forms others than those of the fact.
        """


class Words(Protocol):
    """How messages call things."""

    def measure(self, measure: str, /) -> str:
        """A measure by its id: `exports`."""

    def time(self, time: Time, /) -> str:
        """A time of a statement of the component: `2019`."""


class Context(NamedTuple):
    """The component: what is known of its measures, and all its statements.

    `members` are the statements of the smallest set, `words` says how messages call measures and times.
    """

    measures: Measures
    statements: Sequence[Statement]
    members: Sequence[Statement]
    words: Words


def saying(statement: Statement, printed: Quantity) -> Statement:
    """The statement with another printed figure."""
    said = statement.said
    return statement._replace(said=replace(said, quantity=printed) if isinstance(said, Change) else printed)
