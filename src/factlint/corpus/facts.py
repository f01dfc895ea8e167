"""Fact files: the head that names the article, and the facts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from factlint.corpus.cell import Key, Unreadable, at, by_name
from factlint.corpus.language import FACT, FACTS, FILE
from factlint.corpus.records import Problem, Record, placed, read_record
from factlint.findings import Anchor, Clash, Place
from factlint.reading.name import nearest
from factlint.reading.yaml import Mapping as YamlMapping
from factlint.reading.yaml import Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.corpus.cell import Context
    from factlint.corpus.files import File

_KINDS = ", ".join(FACTS)


class _Elsewhere:
    """The cell of `facts:` in the head: its items are records of their own."""

    once: ClassVar[bool] = False

    def read(self, node: Node, context: Context) -> None:
        """Nothing: see `read_fact_file`."""

    def columns(self, name: str) -> dict[str, str]:
        """No column."""
        return {}

    def spread(self, value: object) -> tuple[object, ...]:
        """No value."""
        return ()


_HEAD = by_name(*FILE, Key("facts", _Elsewhere(), "The facts."))
OF_KIND = {kind: by_name(*FACT, *keys) for kind, (_, keys) in FACTS.items()}
"""The keys that a fact of each kind may have."""

OF_ANY_KIND = by_name(*FACT, *(key for _, keys in FACTS.values() for key in keys))
"""Those of facts that do not say which kind they are."""


@dataclass(frozen=True, slots=True)
class FactFile:
    """One fact file: its head (a row of the table `articles`) and its facts, in the order in which they are written."""

    head: Record
    facts: tuple[Record, ...]


def read_fact_file(file: File, context: Context) -> tuple[FactFile | None, list[Problem]]:
    """The facts of a file, and the problems of its cells; None where nothing in it can be read."""
    root = file.document.root
    if root is None:
        return None, _nothing(file)
    if not isinstance(root, YamlMapping):
        wrong = Unreadable("bad-value", "write a mapping here, with the keys article, published and facts", root.span)
        return None, [placed(file.path, wrong)]
    context = at(context, file=file.ref)
    facts = root.get("facts")
    head, problems = read_record(root, _HEAD, context, (file.ref, "articles", file.path))
    problems += _facts_missing(file, facts)
    ids: Counter[str] = Counter()
    records = []
    problems += _no_mappings(file, facts)
    for position, node in enumerate(mappings(facts), start=1):
        record, met = _read_fact(node, context, file, _own_id(node, position, ids))
        records.append(record)
        problems += met
    problems += _duplicates(records)
    return FactFile(head, tuple(records)), problems


def _read_fact(node: YamlMapping, context: Context, file: File, fact_id: str) -> tuple[Record, list[Problem]]:
    ref = f"{file.ref}#{fact_id}"
    kinds = [kind for kind in FACTS if kind in node[0]]
    calendar, precision = _text(node.get("calendar")), _text(node.get("precision"))
    if calendar is not None or precision is not None:
        context = at(context, calendar=calendar if calendar == "julian" else "gregorian", precision=precision)
    if len(kinds) == 1:
        kind = kinds[0]
        return read_record(node, OF_KIND[kind], context, (ref, FACTS[kind][0], file.path))
    record, problems = read_record(node, OF_ANY_KIND, context, (ref, "facts", file.path))
    unknown = {key.text for key, _ in node.entries} - OF_ANY_KIND.keys()
    if not kinds and any(nearest(name, FACTS, limit=1) for name in unknown):
        return record, problems  # the misspelt kind is said there already
    return record, [kind_problem(record, kinds), *problems]


def kind_problem(record: Record, kinds: list[str]) -> Problem:
    """What is wrong with a fact that says no kind, or several."""
    anchor = Anchor(record.ref, kinds[1] if kinds else "")
    if not kinds:
        clash = Clash(f"this fact does not say its kind: write one of the keys {_KINDS}", record.place(""))
        return Problem("missing-key", clash, anchor)
    key = record.node.key(kinds[1]) or record.node
    message = f"a fact is of one kind, but this one has {' and '.join(kinds)}: split it in two"
    return Problem("bad-value", Clash(message, Place(record.path, *key.span)), anchor)


def _own_id(node: YamlMapping, position: int, ids: Counter[str]) -> str:
    """The fact's id; one made of its position where none can be read, with a counter where it is taken."""
    fact_id = _text(node.get("id")) or f"@{position}"
    ids[fact_id] += 1
    return fact_id if ids[fact_id] == 1 else f"{fact_id}@{ids[fact_id]}"


def _duplicates(records: list[Record]) -> Iterator[Problem]:
    first: dict[object, Record] = {}
    for record in records:
        fact_id = record.values.get("id")
        if fact_id is None:
            continue
        earlier = first.setdefault(fact_id, record)
        if earlier is not record:
            message = f"the id {fact_id!r} already names another fact of this file: write another id"
            related = ((earlier.place("id"), "the first fact with this id"),)
            clash = Clash(message, record.place("id"), related=related)
            yield Problem("duplicate-fact-id", clash, Anchor(record.ref, "id"))


def mappings(facts: Node | None) -> Iterator[YamlMapping]:
    """The items of the list of facts that are facts."""
    return (node for node in facts.items if isinstance(node, YamlMapping)) if isinstance(facts, Sequence) else iter(())


def _no_mappings(file: File, facts: Node | None) -> Iterator[Problem]:
    for node in facts.items if isinstance(facts, Sequence) else ():
        if not isinstance(node, YamlMapping):
            wrong = Unreadable("bad-value", "a fact is a mapping: write its keys here, beginning with id", node.span)
            yield placed(file.path, wrong)


def _facts_missing(file: File, facts: Node | None) -> list[Problem]:
    if isinstance(facts, Sequence) or file.document.broken:
        return []
    if facts is None:
        return [
            Problem(
                "missing-key", Clash("the key 'facts' is missing: write the list of facts under it", Place(file.path))
            )
        ]
    if isinstance(facts, Scalar) and not facts.text:
        return []
    return [
        placed(file.path, Unreadable("bad-value", "write a list of facts here, each beginning with - id", facts.span))
    ]


def _nothing(file: File) -> list[Problem]:
    if file.document.broken or file.document.problems:
        return []
    message = "the file is empty: write article, published and facts, or remove it"
    return [Problem("missing-key", Clash(message, Place(file.path)))]


def _text(node: Node | None) -> str | None:
    return node.text if isinstance(node, Scalar) and node.text.strip() else None
