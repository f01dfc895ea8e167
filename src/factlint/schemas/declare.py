"""How a schema says what must hold, in one line each.

A column says it with pandera's own words; its `description` is what a curator should write there:

    seats: pa.INT64 = pa.Field(nullable=True, ge=1, description="a whole number from 1, or many")
    mode: object = one_of("happened", "planned", "denied")
    person: object = required("the id or a name of one of the people")

A null in a required column breaks `missing-key`, any other failure of a column `bad-value`. What a column cannot say by
itself is an attribute of the model, made by `each`, `needs`, `excludes`, `in_order` or, for all the rest, `holds`;
what takes a sentence of its own for each row, because other rows have a part in it, by `explained`.

In every sentence and description, `{key!r}` stands for what is written behind one of the check's keys, and `{item!r}`
for the item of a list. A check is silent about a row in which reading already complained of one of these keys.
"""

from __future__ import annotations

import re
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any

import pandera.pandas as pa

from factlint.schemas.constraint import Beside, Constraint, items

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from factlint.schemas.constraint import Sentences

    Rows = Callable[[pd.DataFrame], pd.Series[bool]]

BAD = "bad-value"
MISSING = "missing-key"
IMPOSSIBLE = "impossible-date"


def required(what: str) -> Any:  # noqa: ANN401 - pandera's Field says Any, so that it may stand behind any annotation
    """A column that every row fills; `what` a curator should write there."""
    return pa.Field(nullable=False, description=what)


def one_of(*words: str) -> Any:  # noqa: ANN401 - the same
    """A column of one of a few words."""
    return pa.Field(nullable=True, isin=list(words), description=listed(words), n_failure_cases=1)


def holds(test: Rows, at: str, *reads: str, say: str, rule: str = BAD) -> Any:  # noqa: ANN401 - pandera collects it
    """What is true of each row: `test` gives a bool a row and no null, `reads` are the other keys that it looks at."""
    return _check(test, Constraint(rule, (at, *reads), say))


def explained(explain: Sentences, at: str, *reads: str) -> Any:  # noqa: ANN401 - pandera collects it
    """What is true of each row but those for which `explain` gives a sentence, by the row's number."""

    def test(rows: pd.DataFrame) -> pd.Series[bool]:
        wrong = list(explain(rows))
        return ~rows.index.to_series().isin(wrong)

    return _check(test, Constraint(BAD, (at, *reads), "", explain=explain))


def each(key: str, passes: Callable[[object], bool], *, say: str, rule: str = BAD, words: tuple[str, ...] = ()) -> Any:  # noqa: ANN401 - the same
    """What is true of the cell behind `key` where there is one, or of each item of its list."""

    def test(rows: pd.DataFrame) -> pd.Series[bool]:
        written = rows.loc[rows[key].notna(), key]
        bad = written.index[[not all(map(passes, items(cell))) for cell in written]]
        return ~rows.index.to_series().isin(bad)

    return _check(test, Constraint(rule, (key,), say, words, passes))


def needs(given_key: str, needed: str, *, write: str) -> Any:  # noqa: ANN401 - the same
    """Where one key is written, another must be."""
    say = f"{given_key!r} is written here without {needed!r}: write {needed}: and {write}"
    return holds(lambda rows: ~given(rows[given_key]) | given(rows[needed]), needed, given_key, say=say, rule=MISSING)


def excludes(key: str, *others: str, say: str) -> Any:  # noqa: ANN401 - the same
    """Where one key is written, none of the others may be."""
    return holds(lambda rows: ~(given(rows[key]) & any_given(rows, *others)), key, *others, say=say)


def in_order(first: str, last: str) -> Any:  # noqa: ANN401 - the same
    """The date `last` does not lie before the date `first`, whatever days the two leave open."""
    say = f"{last!r} is {{{last}!r}}, which lies before {first!r}, {{{first}!r}}: correct one of the two"
    return holds(
        lambda rows: rows[f"{first}_begins_earliest"] <= rows[f"{last}_ends_latest"],
        last,
        first,
        say=say,
        rule=IMPOSSIBLE,
    )


def matching(pattern: str) -> Callable[[object], bool]:
    """Whether a cell is a text that `pattern` describes from end to end."""
    compiled = re.compile(pattern)
    return lambda cell: isinstance(cell, str) and compiled.fullmatch(cell) is not None


def given(cells: pd.Series[Any]) -> pd.Series[bool]:
    """Which cells are written: neither null nor an empty list; a flag, where it is true."""
    return cells.notna() & cells.astype(bool) if cells.dtype in (object, bool) else cells.notna()


def any_given(rows: pd.DataFrame, *keys: str) -> pd.Series[bool]:
    """Which rows have at least one of the keys."""
    return reduce(or_, (given(rows[key]) for key in keys))


def beside(rows: pd.DataFrame) -> Beside:
    """What a check may need beside the table `rows`; nothing where nobody gave it."""
    aside = rows.attrs.get("beside")
    return aside if isinstance(aside, Beside) else Beside()


def listed(words: tuple[str, ...]) -> str:
    """The words as a choice: `a, b or c`."""
    return " or ".join((", ".join(words[:-1]), words[-1]))


def of_column(key: str, what: str, check: pa.Check | None) -> Constraint:
    """What a failing cell of a column breaks.

    `what` is the description of the column, `check` the one that failed, None for a null where none may be.
    """
    if check is None:
        return Constraint(MISSING, (key,), f"the key {key!r} is missing: write {what}")
    words = (check.statistics or {}).get("allowed_values", ())
    return Constraint(BAD, (key,), f"{{{key}!r}} cannot stand here: write {what}", tuple(words))


def _check(test: Rows, constraint: Constraint) -> Any:  # noqa: ANN401 - the same
    """A check of the whole table that carries its constraint.

    One failure case is enough for pandera's own report: it copies every column of each, and nobody reads it.
    """

    def passes(_: type, rows: pd.DataFrame) -> pd.Series[bool]:
        return test(rows).astype(bool)

    name = f"{constraint.rule} at {constraint.fields[0]}"
    statistics = {"constraint": constraint}
    return pa.dataframe_check(name=name, statistics=statistics, ignore_na=False, n_failure_cases=1)(passes)
