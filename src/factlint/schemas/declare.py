"""How a schema says what must hold, in one line each.

A column has the name of the attribute, and says what a curator should write there:

    seats = from_number(1, "a whole number from 1, or many")
    mode = one_of("happened", "planned", "denied")
    person = required("the id or a name of one of the people")

A null in a required column breaks `missing-key`, any other failure of a column `bad-value`. What a column cannot say
by itself is made by `each`, `needs`, `excludes`, `in_order` or, for all the rest, `holds`; what takes a sentence of its
own for each row, because other rows have a part in it, by `explained`. Nothing of it imports pandera: a schema for
pandera is made of it where one is needed (`Table.to_schema`).

In every sentence and description, `{key!r}` stands for what is written behind one of the check's keys, and `{item!r}`
for the item of a list. A check is silent about a row in which reading already complained of one of these keys.
"""

from __future__ import annotations

import re
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any, NamedTuple

from factlint.schemas.constraint import Beside, Constraint, items

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from factlint.schemas.constraint import Sentences

    Rows = Callable[[pd.DataFrame], pd.Series[bool]]

BAD = "bad-value"
MISSING = "missing-key"
IMPOSSIBLE = "impossible-date"


class Column(NamedTuple):
    """What the cells of one column must be.

    `what` says what a curator should write there, `filled` that no row may leave it out; `least` and `greatest` bound a
    number, `words` are all that there is to choose from; `name` is the column's, where the attribute cannot have it.
    """

    what: str
    filled: bool = False
    least: int | None = None
    greatest: int | None = None
    words: tuple[str, ...] = ()
    name: str = ""

    def wrong(self, cells: pd.Series[Any]) -> pd.Series[bool]:
        """Which of the cells are there and not as they must be."""
        bad = cells.notna()
        if self.words:
            return bad & ~cells.isin(self.words)
        low = self.least is not None and bad & (cells < self.least).fillna(value=False)
        high = self.greatest is not None and bad & (cells > self.greatest).fillna(value=False)
        wrong: pd.Series[bool] = (bad & low) | (bad & high)
        return wrong.astype(bool)


class Check(NamedTuple):
    """What is true of each row: a bool a row and no null, and what a row breaks of which it is not."""

    test: Rows
    constraint: Constraint

    @property
    def name(self) -> str:
        """How faults call it."""
        return f"{self.constraint.rule} at {self.constraint.fields[0]}"

    def passes(self, rows: pd.DataFrame) -> pd.Series[bool]:
        """Which rows pass."""
        return self.test(rows).astype(bool)


def required(what: str, name: str = "") -> Column:
    """A column that every row fills; `what` a curator should write there."""
    return Column(what, filled=True, name=name)


def one_of(*words: str) -> Column:
    """A column of one of a few words."""
    return Column(listed(words), words=words)


def from_number(least: int, what: str, greatest: int | None = None) -> Column:
    """A column of numbers that are not below the least, nor above the greatest where there is one."""
    return Column(what, least=least, greatest=greatest)


def holds(test: Rows, at: str, *reads: str, say: str, rule: str = BAD) -> Check:
    """What is true of each row: `test` gives a bool a row and no null, `reads` are the other keys that it looks at."""
    return Check(test, Constraint(rule, (at, *reads), say))


def explained(explain: Sentences, at: str, *reads: str) -> Check:
    """What is true of each row but those for which `explain` gives a sentence, by the row's number."""

    def test(rows: pd.DataFrame) -> pd.Series[bool]:
        wrong = list(explain(rows))
        return ~rows.index.to_series().isin(wrong)

    return Check(test, Constraint(BAD, (at, *reads), "", explain=explain))


def each(
    key: str, passes: Callable[[object], bool], *, say: str, rule: str = BAD, words: tuple[str, ...] = ()
) -> Check:
    """What is true of the cell behind `key` where there is one, or of each item of its list."""

    def test(rows: pd.DataFrame) -> pd.Series[bool]:
        import pandas as pd

        cells = {id(cell): cell for cell in rows[key]}  # those that come again are mostly one object
        bad = {
            number
            for number, cell in cells.items()
            if not (passes(cell) if type(cell) is str else all(map(passes, items(cell))))
        }
        return pd.Series([id(cell) not in bad for cell in rows[key]] if bad else True, rows.index, dtype=bool)

    return Check(test, Constraint(rule, (key,), say, words, passes))


def needs(given_key: str, needed: str, *, write: str) -> Check:
    """Where one key is written, another must be."""
    say = f"{given_key!r} is written here without {needed!r}: write {needed}: and {write}"
    return holds(lambda rows: ~given(rows[given_key]) | given(rows[needed]), needed, given_key, say=say, rule=MISSING)


def excludes(key: str, *others: str, say: str) -> Check:
    """Where one key is written, none of the others may be."""
    return holds(lambda rows: ~(given(rows[key]) & any_given(rows, *others)), key, *others, say=say)


def in_order(first: str, last: str) -> Check:
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
    return cells.astype(bool) if cells.dtype in (object, bool) else cells.notna()  # None is false


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


def of_column(key: str, column: Column, *, missing: bool) -> Constraint:
    """What a failing cell of a column breaks: one that is missing where none may be, or one that cannot stand there."""
    if missing:
        return Constraint(MISSING, (key,), f"the key {key!r} is missing: write {column.what}")
    return Constraint(BAD, (key,), f"{{{key}!r}} cannot stand here: write {column.what}", column.words)
