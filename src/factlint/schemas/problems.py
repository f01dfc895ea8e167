"""A broken constraint as problems of the corpus: in words, at its key, and only where reading was silent."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.corpus.records import Problem
from factlint.findings import Anchor, Clash, Place
from factlint.reading.name import nearest
from factlint.reading.yaml import Scalar, Sequence
from factlint.schemas.constraint import items

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.corpus import Corpus, Record
    from factlint.schemas.constraint import Constraint

_SHOWN = 60
_LEAVES_OUT = frozenset({"yaml-syntax", "yaml-alias"})
"""The rules under which reading leaves out a part of a file, so that a key may stand there all the same."""


@dataclass(frozen=True, slots=True)
class Met:
    """What reading has already complained of.

    cells: references and keys. broken: paths of files with an error in their YAML. left_out: by path, the lines and
    columns at which reading left something out, in order. unread: references of files of which a part is missing.
    """

    cells: frozenset[tuple[str, str]]
    broken: frozenset[str]
    left_out: Mapping[str, list[tuple[int, int]]]
    unread: frozenset[str]

    @classmethod
    def of(cls, corpus: Corpus) -> Met:
        """What the reading of `corpus` met."""
        placed = [(each, each.clash.at) for each in corpus.problems if isinstance(each.clash.at, Place)]
        gaps = [at for each, at in placed if each.rule in _LEAVES_OUT]
        loose = [at for each, at in placed if each.anchor is None]
        return cls(
            cells=frozenset((each.anchor.ref, each.anchor.field) for each in corpus.problems if each.anchor),
            broken=frozenset(at.path for each, at in placed if each.rule == "yaml-syntax"),
            left_out=_points_by_path(gaps),
            unread=frozenset(at.path.removeprefix("facts/").rpartition(".")[0] for at in (*gaps, *loose)),
        )

    def covers(self, constraint: Constraint, record: Record) -> bool:
        """Whether a cell that the constraint looks at is complained of, or what is missing may have been left out."""
        if any((record.ref, key) in self.cells for key in constraint.fields):
            return True
        return constraint.rule == "missing-key" and (self._has_gap(record) or self._misspelt(constraint, record))

    def _misspelt(self, constraint: Constraint, record: Record) -> bool:
        """Whether a key that is complained of reads like the one that is missing: it is said there already."""
        odd = (key.text for key, _ in record.node.entries if (record.ref, key.text) in self.cells)
        return any(nearest(key, constraint.fields, limit=1) for key in odd)

    def _has_gap(self, record: Record) -> bool:
        """Whether something was left out of the record; of the head of a file, outside its facts."""
        points, span = self.left_out.get(record.path, []), record.node.span
        start, end = (span.line, span.column), (span.end_line, span.end_column)
        if record.table != "articles":
            return _any_between(points, start, end)
        if record.path in self.broken:
            return True
        facts = record.node.get("facts")
        first, last = (facts.span[:2], facts.span[2:]) if facts else (end, end)
        return _any_between(points, start, first) or _any_between(points, last, end)


def problems_of(constraint: Constraint, record: Record, met: Met) -> Iterator[Problem]:
    """What is to be said of a record that breaks a constraint: one problem, or one for each bad item of a list."""
    if met.covers(constraint, record):
        return
    related = tuple(
        (Anchor(record.ref, key), f"the key {key!r}")
        for key in constraint.fields[1:]
        if record.node.get(key) is not None
    )
    facts = () if record.table == "articles" or record.table.startswith("registry/") else (record.ref,)
    for field, item in _bad(constraint, record):
        at = Anchor(record.ref, field)
        yield Problem(constraint.rule, Clash(_message(constraint, record, item), at, facts, related), at)


def _bad(constraint: Constraint, record: Record) -> Iterator[tuple[str, str]]:
    """The keys to point at (`accept.1` is the second item of a list), each with the text that stands there."""
    key = constraint.fields[0]
    if constraint.passes is None:
        yield key, _text(record, key)
    elif key not in record.values:
        yield "", record.key.text if record.key else ""
    else:
        in_list = isinstance(record.node.get(key), Sequence)
        for position, item in enumerate(items(record.values[key])):
            if not constraint.passes(item):
                yield f"{key}.{position}" if in_list else key, str(item)


def _message(constraint: Constraint, record: Record, item: str) -> str:
    written = {key: _clipped(_text(record, key)) for key in constraint.fields}
    said = constraint.say.format_map({**written, "item": _clipped(item)})
    near = nearest(item, constraint.words, limit=1) if constraint.words else ()
    return f"{said}; did you mean {near[0]}?" if near else said


def _text(record: Record, key: str) -> str:
    """What is written behind a key, empty where that is nothing or no text."""
    node = record.node.get(key)
    return node.text if isinstance(node, Scalar) else ""


def _clipped(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _points_by_path(places: list[Place]) -> dict[str, list[tuple[int, int]]]:
    """The lines and columns at which the places begin, in order."""
    points: dict[str, list[tuple[int, int]]] = {}
    for at in sorted(places):
        points.setdefault(at.path, []).append((at.line, at.column))
    return points


def _any_between(points: list[tuple[int, int]], start: tuple[int, int], end: tuple[int, int]) -> bool:
    """Whether one of the points, which are in order, lies from `start` on and before `end`."""
    first = bisect_left(points, start)
    return first < len(points) and points[first] < end
