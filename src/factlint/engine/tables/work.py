"""What the processes of one machine do: scan a table, sort its rows into buckets, check a bucket."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path
from tempfile import mkdtemp
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from factlint.engine.tables.kept import Kept
from factlint.engine.tables.scanning import TableScan, scan_table
from factlint.engine.tables.skew import sort_again
from factlint.engine.tables.sorting import answer, first_of, sort_table, too_large
from factlint.engine.tables.twins import LaterTwins, before_each, twins_in
from factlint.tables.buckets import Buckets, batches_of, bucket_words

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from factlint.corpus import Problem, Registry, Settings
    from factlint.engine.tables.crew import Crew
    from factlint.engine.tables.scanning import Said
    from factlint.engine.tables.sorting import Answer, Sorting
    from factlint.processes import Workers
    from factlint.tables.files import Table
    from factlint.tables.keys import Hashes

Value = TypeVar("Value")
Result = TypeVar("Result")


class Work:
    """The work on the tables of one run, in a folder for what its processes leave each other."""

    def __init__(
        self, folder: Path, tables: Sequence[Table], workers: Workers | Crew, registry: Registry, *, large: bool
    ) -> None:
        """Where there is little to read, that is not `large`, this process reads it alone."""
        self._folder = folder
        self._tables = tables
        self._workers = workers
        self._registry = Kept(folder, registry)
        self._large = large

    def _kept(self, value: Value) -> Kept[Value]:
        return Kept(self._folder, value, self._registry)

    def _worth(self, items: Sequence[object]) -> int:
        """From how many items on processes of their own are quicker; none are where there is little to read."""
        return 2 if self._large else len(items) + 1

    def _each_table(self, function: Callable[[Kept[Value], tuple[int, Table]], Result], value: Value) -> list[Result]:
        """What a function says of each table, where it knows a value."""
        numbered = list(enumerate(self._tables))
        return list(self._workers.mapped(partial(function, self._kept(value)), numbered, self._worth(numbered)))

    def scanned(self, settings: Settings) -> list[Said]:
        """What a scan knows of the rows of each table."""
        return self._each_table(_scanned, (self._registry.value, settings))

    def buckets(self, how: Sorting, twice: Hashes) -> tuple[dict[str, list[str]], list[Problem]]:
        """The files of the buckets by name, and what is wrong with references and files."""
        before = before_each(self._each_table(_twins, twice)) if len(twice) else [Counter[str]()] * len(self._tables)
        parts = self._each_table(_sorted, (self._folder, how, twice, before))
        paths: dict[str, list[str]] = {}
        rows: Counter[str] = Counter()
        for part in parts:
            for name, path in part.paths.items():
                paths.setdefault(name, []).append(path)
            rows.update(part.rows)
        large = [_Large(name, paths.pop(name), rows[name]) for name in too_large(rows, how)]
        sort = partial(_sorted_again, self._kept((self._folder, how)))
        for own, finer in zip(large, self._workers.mapped(sort, large, self._worth(large)), strict=True):
            paths.update({name: [path] for name, path in finer.items()})
            for path in own.paths:
                Path(path).unlink(missing_ok=True)  # of a team, another process may have been faster
        return paths, [problem for part in parts for problem in part.problems]

    def checked(
        self,
        buckets: Mapping[str, Sequence[str]],
        how: Sorting,
        begun: Callable[[int], object],
        *,
        processes: bool,
    ) -> list[Answer]:
        """What is found in each bucket, given by its files; in processes of their own where that pays.

        `begun` is told how many buckets have been begun.
        """
        coming = first_of(buckets, how)
        first = {name: paths for name, paths in buckets.items() if name in coming}
        rest = {name: paths for name, paths in buckets.items() if name not in coming}
        said = self._answers(first, how, begun, processes=processes)
        return said + self._answers(
            rest, how.after(said), lambda number: begun(len(first) + number), processes=processes
        )

    def _answers(
        self,
        buckets: Mapping[str, Sequence[str]],
        how: Sorting,
        begun: Callable[[int], object],
        *,
        processes: bool,
    ) -> list[Answer]:
        """What is found in each bucket; the largest come first, so that no core has one to itself at the end."""
        sizes = {name: sum(Path(path).stat().st_size for path in paths) for name, paths in buckets.items()}
        tasks = sorted(buckets.items(), key=lambda bucket: (-sizes[bucket[0]], bucket[0]))
        worth = 2 if processes else len(tasks) + 1
        return list(self._workers.mapped(partial(_answer, self._kept(how)), tasks, worth, begun))


class _Sorted(NamedTuple):
    """The buckets that the rows of one table go to: their files and how many rows each has, and what is wrong."""

    paths: Mapping[str, str]
    rows: Counter[str]
    problems: list[Problem]


class _Large(NamedTuple):
    """A bucket with too many rows: its name, its files, and how many rows it has."""

    name: str
    paths: Sequence[str]
    rows: int


def _scanned(kept: Kept[tuple[Registry, Settings]], table: tuple[int, Table]) -> Said:
    """What a scan knows of the rows of a table."""
    scan = TableScan(*kept.value)
    scan_table(table[1], scan)
    return scan.said()


def _twins(kept: Kept[Hashes], table: tuple[int, Table]) -> Counter[str]:
    """How often a table has the references that come twice."""
    return twins_in(table[1], kept.value)


def _sorted(kept: Kept[tuple[Path, Sorting, Hashes, list[Counter[str]]]], table: tuple[int, Table]) -> _Sorted:
    """The rows of a table in the buckets of their keys."""
    folder, how, twice, before = kept.value
    own = Path(mkdtemp(dir=folder))  # another process may have begun this table, and died
    twins = LaterTwins(twice, before[table[0]])
    with Buckets(own) as buckets:
        problems = sort_table(table[1], how, twins, buckets)
    return _Sorted(dict(buckets.paths), buckets.rows, [*twins.problems, *problems])


def _sorted_again(kept: Kept[tuple[Path, Sorting]], large: _Large) -> Mapping[str, str]:
    """The rows of a bucket in the buckets of finer passes, each with its file."""
    folder, how = kept.value
    with Buckets(Path(mkdtemp(dir=folder))) as again:
        sort_again(batches_of(large.paths), large.name, large.rows, how, again)
    return dict(again.paths)


def _answer(kept: Kept[Sorting], task: tuple[str, Sequence[str]]) -> Answer:
    """What is found in a bucket, given by its name and its files."""
    name, paths = task
    return answer(bucket_words(paths), name, kept.value)
