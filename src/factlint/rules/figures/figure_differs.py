"""`figure-differs`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.corpus.cells import date_columns
from factlint.findings import Anchor, Clash, Severity
from factlint.interval import Interval
from factlint.reading.quantity import Change
from factlint.reasoning.agreement import common, culprits, first_clash
from factlint.rules.base import Rule
from factlint.rules.figures import cells
from factlint.rules.figures.printing import subject
from factlint.rules.figures.shares import wholes
from factlint.rules.figures.slips import Suspect, hint
from factlint.rules.figures.truncation import looks_truncated

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.reading.quantity import Quantity


class FigureDiffers(Rule):
    """One quantity is given with two values that cannot both be true.

    ## What it finds
    Figures of one measure, `of`, `with`, `scope` and time whose printed numbers stand for intervals that do not meet: an
    error where they do not meet even if each number may have been rounded or cut off, a warning where they meet only if one
    was cut off; it names that one. Two changes against one period are compared alike (`+110%` is `2.1 times`), and
    two shares of one whole. All figures of one quantity make one finding, with two of them that clash.

    ## Why it matters
    Two reports give one number differently: one of them is wrong, was revised, or counts something else.

    ## When it stays silent
    Where the intervals touch or meet (`$13.2 million` and `$13.24 million`, `about 13`, `more than 10`); in another scope, unit
    or period; where one figure says that it `supersedes` the other; where one is `planned` or `denied`. Where the time is
    not certain (`2014~`, a stock in some month of 2021), both may be right: `pedantic` notes those of the same words.

    ## How to settle it
    Correct the fact that misreads its article. Where both are as printed, tell them apart with `scope`, or let the later
    one say `supersedes`, or accept the finding with the reason.
    """

    name = "figure-differs"
    severity = Severity.ERROR
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"figures": ("pair", "scope")}
    valid = ()
    invalid = ()

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each quantity whose statements do not agree, at the later one of two that clash."""
        figures = cells.standing(corpus)
        symmetric = cells.symmetric(corpus)
        values = figures[figures["value"].notna()]
        changes = figures[figures["change"].notna() & cells.known(figures, "versus")]
        shares = figures[figures["share"].notna() & figures["share_of"].notna()]
        yield from _clashes(corpus, values, "value", ())
        yield from _clashes(corpus, changes, "change", date_columns("versus"))
        yield from _clashes(corpus, shares.assign(whole=wholes(shares, symmetric)), "share", ("whole",))


def _clashes(corpus: Corpus, figures: pd.DataFrame, field: str, base: tuple[str, ...]) -> Iterator[Clash]:
    for group in _disputed(figures, field, base):
        said = dict(zip(group["fact"], group[field], strict=True))
        clash = _clash(corpus, said, field)
        if clash is not None:
            yield clash


def _disputed(figures: pd.DataFrame, field: str, base: tuple[str, ...]) -> Iterator[pd.DataFrame]:
    """The statements of each quantity that may clash, in the order of their facts."""
    if figures.empty:
        return
    low, high = cells.candidates(figures, field)
    units = [cells.unit(said) for said in figures[field]]
    figures = figures.assign(low=low, high=high, compared=units)
    group = cells.codes(figures, (*cells.CELL, *base, "compared"))
    ends = figures.groupby(group, sort=False).agg(low=("low", "max"), high=("high", "min"), size=("low", "size"))
    disputed = ends.index[(ends["size"] > 1) & (ends["low"] >= ends["high"])]
    kept = figures[group.isin(disputed)].sort_values("fact")
    yield from (rows for _, rows in kept.groupby(group, sort=False))


def _clash(corpus: Corpus, said: Mapping[str, Quantity | Change], field: str) -> Clash | None:
    """The clash among the statements of one quantity, None where they agree."""
    facts = tuple(said)
