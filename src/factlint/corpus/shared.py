"""Fact files read by a team of processes, each its part: what the others have read comes as values, without places.

A file's places are many times its values, and few are asked for: those that findings point at. So its text comes with
the values, and is read again where a place of it is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING, NamedTuple, cast

from factlint.corpus.facts import FactFile, mappings, read_fact_file
from factlint.corpus.files import content, file_of, unopened
from factlint.corpus.records import Record, attached
from factlint.reading import yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factlint.corpus.cell import Context
    from factlint.corpus.files import Named
    from factlint.corpus.records import Problem
    from factlint.team import Team

Values = Mapping[str, object]


class Read(NamedTuple):
    """Fact files as read: those in which anything could be, the lines of all, and every problem about its record."""

    files: tuple[FactFile, ...]
    lines: Mapping[str, tuple[str, ...] | Unread]
    problems: list[Problem]


_Head = tuple[str, Values] | None
_Sent = tuple[str, bytes | None, _Head, list[tuple[str, str, Values]]]
"""A fact file as the other processes get it: its path, what is written in it, its head and its facts.

It is without content where it cannot be opened, and without a head where nothing in it can be read. Plain tuples are
packed and unpacked in two thirds of the time of named ones.
"""


def read_facts(found: Sequence[Named], context: Context, team: Team) -> Read:
    """The fact files of a project, in their order, those of this process's part with their nodes. Raises LostError."""
    own, sent = _read(team.part(found), context, keep=team.size > 1)
    parts = team.exchange((sent, own.problems))
    every = [own if number == team.number else _received(*part) for number, part in enumerate(parts)]
    return Read(
        tuple(file for part in every for file in part.files),
        {path: lines for part in every for path, lines in part.lines.items()},
        [problem for part in every for problem in part.problems],
    )


def _read(found: Iterable[Named], context: Context, *, keep: bool) -> tuple[Read, list[_Sent]]:
    """Files that this process reads; to `keep` is what the others need."""
    files: list[FactFile] = []
    lines: dict[str, tuple[str, ...] | Unread] = {}
    problems: list[Problem] = []
    sent: list[_Sent] = []
    for where, path, ref in found:
        data = None
        try:
            data = content(where)
        except OSError as error:
            file = unopened(path, ref, error, problems)
        else:
            file = file_of(path, ref, data, problems)
        lines[path] = file.document.lines
        read, met = read_fact_file(file, context)
        problems += met
        if read is not None:
            files.append(read)
        if keep:
            sent.append((path, data, *_values(read)))
    facts = (fact for file in files for fact in file.facts)
    return Read(tuple(files), lines, attached(problems, facts)), sent


def _values(file: FactFile | None) -> tuple[_Head, list[tuple[str, str, Values]]]:
    if file is None:
        return None, []
    return (file.head.ref, file.head.values), [(fact.ref, fact.table, fact.values) for fact in file.facts]


class Unread:
    """A file that another process has read, read here when somebody asks."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    @cached_property
    def _document(self) -> yaml.Document:
        return yaml.read(self._data)

    @property
    def lines(self) -> tuple[str, ...]:
        """Its lines."""
        return self._document.lines

    def root(self) -> yaml.Mapping:
        """The mapping that it is."""
        return cast("yaml.Mapping", self._document.root)  # the other process has made a record of it

    def fact(self, position: int) -> yaml.Mapping:
        """One of its facts."""
        return self._facts[position]

    @cached_property
    def _facts(self) -> tuple[yaml.Mapping, ...]:
        return tuple(mappings(self.root().get("facts")))


def _received(sent: list[_Sent], problems: list[Problem]) -> Read:
    files: list[FactFile] = []
    lines: dict[str, tuple[str, ...] | Unread] = {}
    for path, data, head, facts in sent:
        text = Unread(data or b"")
        lines[path] = text if data is not None else ()
        if head is not None:
            ref, values = head
            records = (
                Record(fact, table, path, said, partial(text.fact, position))
                for position, (fact, table, said) in enumerate(facts)
            )
            files.append(FactFile(Record(ref, "articles", path, values, text.root), tuple(records)))
    return Read(tuple(files), lines, problems)


class Lines(Mapping[str, tuple[str, ...]]):
    """The lines of files by path, also of those that have not been read here."""

    def __init__(self, files: Mapping[str, tuple[str, ...] | Unread]) -> None:
        self._files = files

    def __getitem__(self, path: str) -> tuple[str, ...]:
        lines = self._files[path]
        return lines.lines if isinstance(lines, Unread) else lines

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)
