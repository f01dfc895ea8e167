"""Sorting the rows of tables into buckets, each with every fact of its keys, batch by batch: none is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.engine.tables.part import Found, asked, asked_first, asked_of_articles
from factlint.engine.tables.skew import finer, heaviest
from factlint.reading.article import any_there
from factlint.tables.buckets import Sent
from factlint.tables.files import COLUMNS, batches, frame
from factlint.tables.keys import PLACING, QUOTE, QUOTED, ROWS, TELLING, columns_of, hashed, placed_rows, with_places

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    import pandas as pd

    from factlint.corpus import Problem
    from factlint.engine.tables.part import Project
    from factlint.engine.tables.plan import Pass
    from factlint.engine.tables.scanning import TableScan
    from factlint.rules.base import Rule
    from factlint.tables.buckets import Buckets
    from factlint.tables.files import Table
    from factlint.tables.keys import Twins

BUCKET = 200_000
"""About so many rows are checked at once; a bucket with more than twice as many is sorted again."""

ACCEPTING = "accepting"
"""The bucket of the rows that accept a contradiction; no rule is asked of it."""

_EVERY = "every"


class Whole(NamedTuple):
    """The names of rules that need all rows of some tables at once, and these tables."""

    rules: tuple[str, ...]
    tables: frozenset[str]


class Sorting(NamedTuple):
    """Where rows go: for each pass of the project's plan to how many buckets, and to which rules for all rows.

    A pass of no buckets gets no rows. `bucket` is how many rows a bucket should have; `unsound` are the rows that first
    passes found wrong.
    """

    project: Project
    counts: tuple[int, ...]
    wholes: tuple[Whole, ...]
    bucket: int
    unsound: frozenset[str] = frozenset()

    def after(self, answers: Iterable[Answer]) -> Sorting:
        """The same, where the buckets that come first have been answered (see `first_of`)."""
        return self._replace(unsound=frozenset().union(*(each.found.unsound for each in answers)))


def sorting(project: Project, scan: TableScan, limit: int | None = None) -> tuple[Sorting, list[str]]:
    """How the rows that were scanned are sorted, and in words which rules for all rows need more than `limit`."""
    rows = {**scan.rows, "facts": scan.rows.total(), "articles": len(scan.files)}
    plan = project.plan
    counts = tuple(-(-_own_rows(each, project, scan) // BUCKET) for each in plan.passes)
    every = _whole(plan.whole)
    if limit is None or _size(every, rows) <= limit:
        return Sorting(project, counts, (every,) if every.rules else (), BUCKET), []
    by_tables: dict[frozenset[str], list[type[Rule]]] = {}
    for rule in plan.whole:
        by_tables.setdefault(frozenset(rule.key), []).append(rule)
    apart = [_whole(rules) for rules in by_tables.values()]
    wholes = tuple(each for each in apart if _size(each, rows) <= limit)
    large = [each for each in apart if each not in wholes]
    not_asked = [_refusal(name, each, _size(each, rows), limit) for each in large for name in each.rules]
    return Sorting(project, counts, wholes, BUCKET), not_asked


def sort_table(table: Table, how: Sorting, twins: Twins, buckets: Buckets) -> list[Problem]:
    """Every row of a table into the buckets of its keys, and what is wrong with the file."""
    problems: list[Problem] = []
    looked_at = {*PLACING, *_columns(how)}
    for batch in batches(table, problems):
        rows = twins.apart(placed_rows(frame(batch, looked_at), table.name))
        placed = with_places(batch, rows)
        rows[QUOTED] = (
            batch.column(QUOTE).is_valid().to_numpy(zero_copy_only=False) if QUOTE in batch.schema.names else False
        )
        for sent in _sent(rows, how):
            buckets.write(placed, sent)
    return problems


class Answer(NamedTuple):
    """What was found in a bucket, and in words the key that makes it a large one."""

    found: Found
    skew: str = ""


def answer(words: pd.DataFrame, name: str, how: Sorting) -> Answer:
    """What the rules that a bucket is for find in its rows; `name` is the bucket's, see `corpus_of` for `words`."""
    each = _pass(name, how)
    if each is None:
        rules = how.project._replace(names=_whole_of(name, how).rules).rules
        return Answer(asked(words, rules, how.project, how.unsound))
    skew = heaviest(words, each.keyed, how)
    if each.first:
        return Answer(asked_first(words, each, how.project), skew)
    if each.keyed.table == ROWS:
        return Answer(asked_of_articles(words, each.rules, how.project), skew)
    return Answer(asked(words, each.rules, how.project, how.unsound), skew)


def first_of(names: Iterable[str], how: Sorting) -> frozenset[str]:
    """The buckets that say what is wrong with rows which other buckets have too: those leave them out.

    A table with no other bucket need not keep others waiting; sources, and rows of no one kind, belong to all.
    """
    passes = {name: _pass(name, how) for name in names}
    first = {name: each.keyed.table for name, each in passes.items() if each is not None and each.first}
    again: set[str] = {"articles", "facts"}
    for name in passes.keys() - first.keys():
        each = passes[name]
        again |= {each.keyed.table} if each is not None else _whole_of(name, how).tables
    every = any("facts" in whole.tables for whole in how.wholes)
    return frozenset(name for name, table in first.items() if every or table in again)


def too_large(sizes: Mapping[str, int], how: Sorting) -> list[str]:
    """The buckets of passes with so many rows that they are sorted again; `sizes` are the rows of each by name."""
    return [name for name, rows in sizes.items() if rows > 2 * how.bucket and name[0].isdigit()]


def _pass(name: str, how: Sorting) -> Pass | None:
    """The pass that a bucket is of; None where it has all rows of some tables."""
    if name.startswith(_EVERY):
        return None
    number, _, part = name.partition("-")[0].partition(".")
    each = how.project.plan.passes[int(number)]
    return finer(each)[int(part)] if part else each


def _whole_of(name: str, how: Sorting) -> Whole:
    """The rules for all rows that a bucket is for."""
    return how.wholes[int(name.removeprefix(_EVERY).partition("-")[0])]


def _sent(rows: pd.DataFrame, how: Sorting) -> Iterator[Sent]:
    """Which rows go where; they have a RangeIndex."""
    project = how.project
    wanted = _columns(how)
    rows = rows[[column for column in rows if column in wanted]]  # each selection copies all that there are
    for number, (each, count) in enumerate(zip(project.plan.passes, how.counts, strict=True)):
        if count and len(own := each.keyed.own(rows, project.settings)):
            hashes = each.keyed.hashes(own, project.registry, project.settings, project.shared)
            yield Sent(f"{number:02}", columns_of({each.keyed.table}), own.index.to_numpy(), hashes, count)
    for number, whole in enumerate(how.wholes):
        own = rows if "facts" in whole.tables else rows[rows["table"].isin(whole.tables)]
        if len(own):
            columns = columns_of(whole.tables)
            yield Sent(f"{_EVERY}{number}", columns, own.index.to_numpy(), hashed(own["ref"]), 1)
    if "accept" in rows and rows["accept"].notna().any():
        own = rows[rows["accept"].notna()]
        yield Sent(ACCEPTING, COLUMNS, own.index.to_numpy(), hashed(own["ref"]), 1)


def _columns(how: Sorting) -> frozenset[str]:
    """The columns that say where a placed row goes."""
    passes = zip(how.project.plan.passes, how.counts, strict=True)
    keys = (column for each, count in passes if count for column in each.keyed.columns)
    return frozenset({*TELLING, "accept", QUOTED, *keys})


def _whole(rules: Iterable[type[Rule]]) -> Whole:
    rules = tuple(rules)
    return Whole(tuple(rule.name for rule in rules), frozenset(table for rule in rules for table in rule.key))


def _refusal(rule: str, whole: Whole, rows: int, limit: int) -> str:
    tables = " and ".join(sorted(whole.tables))
    return (
        f"the rule {rule} was not asked: it compares all {rows:,} rows of {tables} at once, "
        f"and one worker takes {limit:,}; leave it out with --ignore {rule}, or ask it with --engine local"
    )


def _size(whole: Whole, rows: Mapping[str, int]) -> int:
    return rows["facts"] if "facts" in whole.tables else sum(rows.get(table, 0) for table in whole.tables)


def _own_rows(each: Pass, project: Project, scan: TableScan) -> int:
    """How many rows a pass has, or at most may have; how many name an article is known when they are sorted."""
    if each.keyed.table == ROWS:
        return scan.rows.total() if any_there(project.settings.root / "seeds") else 0
    return len(scan.files) if each.keyed.table == "articles" else scan.rows[each.keyed.table]
