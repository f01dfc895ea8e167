"""The registry: what the names mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factlint.corpus.cell import Context, Unreadable, by_name, did_you_mean
from factlint.corpus.files import REGISTRY
from factlint.corpus.language import REGISTRY as LANGUAGE
from factlint.corpus.names import Names
from factlint.corpus.records import Problem, Record, placed, read_record
from factlint.findings import Clash, Place
from factlint.reading.yaml import Mapping as YamlMapping
from factlint.reading.yaml import Node, Scalar, Sequence, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factlint.corpus.files import File
    from factlint.corpus.settings import Settings


@dataclass(frozen=True, slots=True)
class Registry:
    """The entries of each kind by id, and the index of their names."""

    entries: Mapping[str, Mapping[str, Record]]
    names: Names

    def entry(self, kind: str, entry_id: str) -> Record:
        """The entry of a kind (people, offices, …) with an id; raises KeyError."""
        return self.entries[kind][entry_id]

    def name(self, kind: str, entry_id: str) -> str:
        """How messages call an entry: its name or title, else its id."""
        values = self.entries[kind][entry_id].values
        return str(values.get("name") or values.get("title") or entry_id)

    def called(self, entry_id: str) -> str:
        """How messages call the entry with this id, of whatever kind."""
        kinds = self.names.kinds_of(entry_id)
        return self.name(kinds[0], entry_id) if kinds else entry_id

    def records(self) -> Iterator[Record]:
        """All entries, kind by kind, in the order of their ids."""
        for kind in LANGUAGE:
            yield from (self.entries[kind][entry_id] for entry_id in sorted(self.entries[kind]))


def read_registry(files: list[File], settings: Settings) -> tuple[Registry, list[Problem]]:
    """The registry in `files`, and the problems of its entries."""
    problems: list[Problem] = []
    written = {kind: list(_written(files, kind, problems)) for kind in LANGUAGE}
    problems += [_no_such_file(file) for file in files if file.ref.partition("/")[2] not in LANGUAGE]
    names = Names.of({kind: {key.text: list(names_in(node)) for key, node, _ in written[kind]} for kind in LANGUAGE})
    context = Context(names, settings.about)
    entries = {}
    for kind in LANGUAGE:
        entries[kind], met = read_kind(kind, ((key, node, file.path) for key, node, file in written[kind]), context)
        problems += met
    return Registry(entries, names), problems


def read_kind(
    kind: str, written: Iterable[tuple[Scalar, YamlMapping, str]], context: Context
) -> tuple[dict[str, Record], list[Problem]]:
    """The entries of a kind by id, of which ids, nodes and paths are `written`, and their problems."""
    keys = by_name(*LANGUAGE[kind])
    entries: dict[str, Record] = {}
    problems: list[Problem] = []
    for key, node, path in written:
        place = (f"{REGISTRY}/{kind}#{key.text}", f"{REGISTRY}/{kind}", path)
        entries[key.text], met = read_record(node, keys, context, place, key)
        problems += met
    return entries, problems


def _written(files: list[File], kind: str, problems: list[Problem]) -> Iterator[tuple[Scalar, YamlMapping, File]]:
    for file in files:
        root = file.document.root
        if file.ref != f"{REGISTRY}/{kind}" or root is None:
            continue
        if not isinstance(root, YamlMapping):
            wrong = Unreadable(
                "bad-value", f"write a mapping here: the id of each of the {kind}, then its keys", root.span
            )
            problems.append(placed(file.path, wrong))
            continue
        for key, node in root.entries:
            if isinstance(node, Scalar) and not node.text:
                yield key, YamlMapping((), key.span), file
            elif isinstance(node, YamlMapping):
                yield key, node, file
            else:
                wrong = Unreadable("bad-value", f"write a mapping here, such as {{name: {key.text}}}", node.span)
                problems.append(placed(file.path, wrong, f"{file.ref}#{key.text}"))


def names_in(node: YamlMapping) -> Iterator[str]:
    """The names that an entry gives itself."""
    for key in ("name", "title", "aliases"):
        yield from _texts(node.get(key))


def _texts(node: Node | None) -> Iterator[str]:
    if isinstance(node, Scalar) and node.text.strip():
        yield node.text
    elif isinstance(node, Sequence):
        yield from (item.text for item in node.items if isinstance(item, Scalar) and item.text.strip())


def _no_such_file(file: File) -> Problem:
    kind = file.ref.partition("/")[2]
    message = f"there is no registry file {kind!r}; {did_you_mean(kind, tuple(LANGUAGE))}"
    return Problem("unknown-key", Clash(message, Place(file.path, *Span(1, 1, 1, 1))))
