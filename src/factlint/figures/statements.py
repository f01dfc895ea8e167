"""What one figure states, as mathematics: a linear relation between one or two cells."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from factlint.figures.cells import interval
from factlint.reading.quantity import Change

if TYPE_CHECKING:
    from factlint.figures.cells import Reading
    from factlint.interval import Interval
    from factlint.reading.quantity import Quantity

Form = Literal["level", "difference", "ratio", "share", "mean"]


class Stretch(NamedTuple):
    """A time over which a flow adds up: its first and its last day."""

    first: int
    last: int


Time = Stretch | tuple[int, ...]
"""A stretch, or the ends of the dates of anything that does not add up: the period's four and those of `asof`."""


class Cell(NamedTuple):
    """What a number is about; `of` and `partner` are in alphabetical order where the measure is symmetric."""

    measure: str
    of: str
    partner: str
    scope: str
    time: Time


class _Statement(NamedTuple):
    """The fields of a statement."""

    fact: str
    form: Form
    said: Quantity | Change
    now: Cell
    base: Cell | None = None
    own: Cell | None = None
    unit: str = ""
    scale: Fraction = Fraction(1)
    certain: bool = True
    reporter: str = ""


class Statement(_Statement):
    """A figure: `now` is the cell that it speaks of, `base` the one that it compares with.

    level: now = x. difference: now = base + x. ratio and share: now = x · base, a base that is positive (x is new / old
    or part / whole). mean: now, a total, = x · base, a count. The numbers of `said` are multiplied by `scale` to give x
    in base units; `unit` is the base unit of x, empty for ratios and shares. `own` is the cell of the mean itself.
    `certain` says whether the times leave no choice, `reporter` whose figure it is as written.
    """

    def numbers(self, reading: Reading) -> Interval:
        """The x that the printed figure stands for."""
        return self._either if reading == "either" else self._rounded

    @cached_property
    def _either(self) -> Interval:
        return interval(self.said, "either").times(self.scale)

    @cached_property
    def _rounded(self) -> Interval:
        return interval(self.said, "rounded").times(self.scale)

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells that it speaks of."""
        return tuple(each for each in (self.now, self.base, self.own) if each is not None)

    @property
    def text(self) -> str:
        """The figure as printed."""
        return " ".join(self.printed.text.split())

    @property
    def printed(self) -> Quantity:
        """The printed figure of a value, a change or a share."""
        return self.said.quantity if isinstance(self.said, Change) else self.said

    @property
    def field(self) -> str:
        """The key of the fact in which the figure stands."""
        return {"level": "value", "mean": "value", "share": "share"}.get(self.form, "change")
