"""An anniversary that the date does not give."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Anchor, Clash, Severity
from factlint.reading.date import Days, say
from factlint.rules.base import Rule
from factlint.rules.events.ages import completed, counted
from factlint.rules.events.stated_ages import outside, slip, span, stated

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from factlint.corpus import Corpus

_KEYS = {"events": "date", "bodies": "founded", "places": "from"}


class AnniversaryMismatch(Rule):
    """An anniversary that is kept is not that of the event's date.

    ## What it finds
    A figure of the measure `anniversary` (one whose id, name or alias is "anniversary", or whose id ends in
    `-anniversary`), a bare number or years, of an event with a `date` in the registry, a body with `founded` or a place
    with `from`, that is not the anniversary of the year that the figure speaks of (`asof`, else `period`). It is
    an error from two years on, and a warning where the number is one off: it may be the next one, or the years were
    counted with both ends.

    ## Why it matters
    Anniversaries come with a speech that was written for another year. The number dates the event, often wrongly.

    ## When it stays silent
    For the whole year in which the anniversary falls, before the day and after it; for the number of years that are
    completed on the day. Of an event that lasted, from its first day to its last. For people, of whom both birth and
    death are remembered; for "about" and "more than", as far as they reach; with a `scope`; for planned, denied and
    superseded facts.

    ## How to settle it
    Correct the number, or the date in the registry; where the anniversary of another year is meant, write that
    year as `asof`.
    """

    name = "anniversary-mismatch"
    severity = Severity.ERROR
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"figures": ()}
    needs = ("figures.value",)
    valid = (
        """
        == facts/registry/events.yaml
        relations: {name: Establishment of diplomatic relations, date: 1992-06-09}
        war: {name: War, date: 1988-02-20/1994-05-12}
        collapse: {name: Collapse}
        == facts/registry/measures.yaml
        anniversary: {name: anniversary, kind: stock}
        == facts/a.yaml
        source: {title: A report}
        published: 2022-12-31
        facts:
          - {id: kept-all-year, figure: anniversary, of: relations, asof: 2022, value: 30}
          - {id: kept-on-the-day, figure: anniversary, of: relations, asof: 2022-06-09, value: 30 years}
          - {id: kept-later, figure: anniversary, of: relations, asof: 2022-12-20, value: 30}
          - {id: completed, figure: anniversary, of: relations, asof: 2022-01-05, value: 29}
          - {id: of-its-beginning, figure: anniversary, of: war, asof: 2018-02-20, value: 30}
          - {id: of-its-end, figure: anniversary, of: war, asof: 2014-05-12, value: 20}
          - {id: undated, figure: anniversary, of: collapse, asof: 2022, value: 3}
        """,
    )
    invalid = (
        """
        == facts/registry/events.yaml
        relations: {name: Establishment of diplomatic relations, date: 1992-06-09}
        agreement: {name: Agreement, date: 1991-11-05}
        == facts/registry/measures.yaml
        anniversary: {name: anniversary, kind: stock}
        == facts/a.yaml
        source: {title: A report}
        published: 2021-06-23
        facts:
          - id: too-few
            figure: anniversary
            of: relations
            asof: 2021-06-09
            value: 25 # <- anniversary-mismatch
          - id: one-off
            figure: anniversary
            of: agreement
            asof: 2021-06-09
            value: 31 # <- anniversary-mismatch
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each such figure, at its value, related to the registry's date."""
        rows = stated(corpus, "anniversary", _KEYS)
        if rows is not None:
            for _, row in outside(_open(rows)).iterrows():
                yield _clash(row, corpus)


def _open(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with the anniversaries that their dates leave open, from `least` to `most`."""
    begun, day = (rows[["begun_earliest", "begun_latest"]], rows[["day_earliest", "day_latest"]])
    (began, began_by), (first, last) = (ends.to_numpy("int64").T for ends in (begun, day))
    return rows.assign(least=completed(began_by, first), most=counted(began, last))


def _clash(row: pd.Series, corpus: Corpus) -> Clash:
    name, entry = corpus.registry.name(row["kind"], row["of"]), corpus.registry.entry(row["kind"], row["of"]).ref
    day = say(Days(row["day_earliest"], row["day_latest"]))
    return Clash(
        f"the anniversary of {name} is given as {row['value'].text} as of {day}, but {name} is dated "
        f"{say(row['begun'])}, which makes it {span(row['least'], row['most'])}: correct the number or the date, or "
        "write the year that keeps it as asof",
        Anchor(row["fact"], "value"),
        (row["fact"],),
        related=((Anchor(entry, _KEYS[row["kind"]]), f"{name} is dated {say(row['begun'])}"),),
        hint=slip(row),
        severity=Severity.WARNING if abs(row["off"]) == 1 else None,
    )
