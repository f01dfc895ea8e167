"""An age that the dates do not give."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Anchor, Clash, Severity
from factlint.reading.date import FOREVER, NEVER, Days, say
from factlint.rules.base import Rule
from factlint.rules.events.ages import completed, counted
from factlint.rules.events.stated_ages import outside, slip, span, stated

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import pandas as pd

    from factlint.corpus import Corpus

_KEYS = {"people": "born", "bodies": "founded", "places": "from"}
_VERBS = {"people": "was born", "bodies": "was founded", "places": "exists from"}


class AgeMismatch(Rule):
    """An age that is stated does not follow from the date of birth or founding.

    ## What it finds
    A figure of the measure `age` (one whose id, name or alias is "age", or whose id ends in `-age`) in years, of a
    person with a day of birth (`born`), a body with `founded` or a place with `from`, that at the time it speaks of
    (`asof`, else `period`) is none of the ages which these dates leave open. It is an error from two years on, and a
    warning where the age is one year off: the birthday may have been taken for reached, or overlooked.

    ## Why it matters
    An age is a date of birth told another way. Either a digit is wrong, or another person of that name is meant.

    ## When it stays silent
    Where the birthday, or the day that the figure speaks of, may lie on either side, so that both ages are possible.
    For bodies and places also for the age that is reached later in the year: their years are counted by the calendar.
    For the age at which a person died; for "about" and "more than", as far as they reach; for `average-age`,
    `voting-age` and the like; with a `scope`; for planned, denied and superseded facts.

    ## How to settle it
    Correct the age, or the date in the registry; where the age is of another day, write that day as `asof`.
    """

    name = "age-mismatch"
    severity = Severity.ERROR
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"figures": ()}
    needs = ("figures.value",)
    valid = (
        """
        == facts/registry/people.yaml
        hasanov: {name: Zakir Hasanov, born: 1959-06-06}
        usubov: {name: Ramil Usubov, born: 1948}
        heydar-aliyev: {name: Heydar Aliyev, born: 1923-05-10, died: 2003-12-12}
        == facts/registry/bodies.yaml
        oil-company: {name: State Oil Company, founded: 1992-09-13}
        parliament: {name: Parliament, founded: 1918-12-07}
        == facts/registry/measures.yaml
        age: {name: age, kind: stock}
        average-age: {name: average age, kind: stock}
        == facts/a.yaml
        source: {title: A report}
        published: 2021-11-01
        facts:
          - {id: before-the-birthday, figure: age, of: Zakir Hasanov, asof: 2021-06-05, value: 61}
          - {id: on-the-birthday, figure: age, of: Zakir Hasanov, asof: 2021-06-06, value: 62 years}
          - {id: when-appointed, figure: age, of: Zakir Hasanov, asof: 2013-10-22, value: 54}
          - {id: either, figure: age, of: Ramil Usubov, asof: 2019-06-20, value: 70}
          - {id: or, figure: age, of: Zakir Hasanov, asof: 2019, value: 59}
          - {id: hedged, figure: age, of: Ramil Usubov, asof: 2021-06, value: more than 70}
          - {id: at-death, figure: age, of: Heydar Aliyev, asof: 2021-06-23, value: 80}
          - {id: company, figure: age, of: State Oil Company, asof: 2021-03-02, value: 29 years}
          - {id: members, figure: average-age, of: Parliament, asof: 2020, value: 53}
        """,
    )
    invalid = (
        """
        == facts/registry/people.yaml
        hasanov: {name: Zakir Hasanov, born: 1959-06-06}
        == facts/registry/bodies.yaml
        oil-company: {name: State Oil Company, founded: 1992-09-13}
        == facts/registry/measures.yaml
        age: {name: age, kind: stock}
        == facts/a.yaml
        source: {title: A report}
        published: 2021-06-23
        facts:
          - id: hasanov
            figure: age
            of: Zakir Hasanov
            asof: 2021-06-23
            value: 26 # <- age-mismatch
          - id: hasanov-too-early
            figure: age
            of: Zakir Hasanov
            asof: 2021-06-05
            value: 62 # <- age-mismatch
          - id: company
            figure: age
            of: State Oil Company
            asof: 2021-06-23
            value: more than 30 years # <- age-mismatch
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each such figure, at its value, related to the registry's date."""
        rows = stated(corpus, "age", _KEYS)
        if rows is None:
            return
        found = outside(_open(rows))
        for _, row in found[~_at_death(found, corpus)].iterrows():
            yield _clash(row, corpus)


def _open(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with the ages that their dates leave open, from `least` to `most`."""
    begun, day = (rows[["begun_earliest", "begun_latest"]], rows[["day_earliest", "day_latest"]])
    (born, born_by), (first, last) = (ends.to_numpy("int64").T for ends in (begun, day))
    by_day = completed(born, last, early=True)
    return rows.assign(least=completed(born_by, first), most=by_day).assign(
        most=lambda each: each["most"].where(each["kind"] == "people", counted(born, last))
    )


def _at_death(rows: pd.DataFrame, corpus: Corpus) -> pd.Series[bool]:
    """Whether the age is that at which a person died before the day that the figure speaks of."""
    people = corpus.table("registry/people").set_index("entry")
    of = rows.assign(
        death_earliest=rows["of"].map(people["died_begins_earliest"]),
        death_latest=rows["of"].map(people["died_ends_latest"]),
    )
    dead = (of["kind"] == "people") & (of["death_earliest"] > NEVER) & (of["death_latest"] < FOREVER)
    dead &= of["death_earliest"] <= of["day_latest"]
    then = of[dead].astype({"death_earliest": "int64", "death_latest": "int64"})
    (born, born_by), (first, last) = (
        then[[f"{of}_earliest", f"{of}_latest"]].to_numpy("int64").T for of in ("begun", "death")
    )
    other = outside(then.assign(least=completed(born_by, first), most=completed(born, last, early=True)))
    return dead & ~rows["fact"].isin(other["fact"])


def _clash(row: pd.Series, corpus: Corpus) -> Clash:
    name, entry = corpus.registry.name(row["kind"], row["of"]), corpus.registry.entry(row["kind"], row["of"]).ref
    day = say(Days(row["day_earliest"], row["day_latest"]))
    return Clash(
        f"the age of {name} is given as {row['value'].text} as of {day}, but {name} {_VERBS[row['kind']]} "
        f"{say(row['begun'])}, which makes {span(row['least'], row['most'])}: correct the age or the date, or write "
        "the day of the age as asof",
        Anchor(row["fact"], "value"),
        (row["fact"],),
        related=((Anchor(entry, _KEYS[row["kind"]]), f"{name} {_VERBS[row['kind']]} {say(row['begun'])}"),),
        hint=slip(row),
        severity=Severity.WARNING if abs(row["off"]) == 1 else None,
    )
