"""The registry out of the store: its names and ids at once, the entries of a kind when they are asked for first."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, TypeVar

from factlint.cache.packing import node_of, packed_node
from factlint.corpus import Registry
from factlint.corpus.cell import Context
from factlint.corpus.files import REGISTRY
from factlint.corpus.names import Names
from factlint.corpus.registry import names_in, read_kind
from factlint.reading.name import NameIndex
from factlint.reading.yaml import Mapping as YamlMapping

if TYPE_CHECKING:
    from factlint.corpus import Corpus, Record, Settings
    from factlint.reading.yaml import Scalar

T = TypeVar("T")


class Made(Mapping[str, T]):
    """A mapping of which each value is made when it is asked for first."""

    def __init__(self, keys: Iterable[str], make: Callable[[str], T]) -> None:
        self._keys = tuple(keys)
        self._make = make
        self._made: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        if key not in self._made:
            if key not in self._keys:
                raise KeyError(key)
            self._made[key] = self._make(key)
        return self._made[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


class Records(Mapping[str, "Record"]):
    """Facts and heads by their references, and the entries of a registry by theirs."""

    def __init__(self, own: Mapping[str, Record], registry: Registry) -> None:
        self._own = own
        self._registry = registry

    def __getitem__(self, ref: str) -> Record:
        if ref in self._own:
            return self._own[ref]
        table, _, entry = ref.partition("#")
        kind = table.removeprefix(f"{REGISTRY}/")
        if table == kind or entry not in self._registry.names.ids.get(kind, ()):
            raise KeyError(ref)
        return self._registry.entries[kind][entry]

    def __iter__(self) -> Iterator[str]:
        yield from self._own
        for kind, ids in self._registry.names.ids.items():
            yield from (f"{REGISTRY}/{kind}#{entry}" for entry in ids)

    def __len__(self) -> int:
        return len(self._own) + sum(map(len, self._registry.names.ids.values()))


def packed_registry(corpus: Corpus) -> dict[str, str]:
    """What the store says about the registry: the names of all entries, those that are unsound, and each kind."""
    kinds = corpus.registry.entries
    names = {kind: {each: list(names_in(entry.node)) for each, entry in kinds[kind].items()} for kind in kinds}
    unsound = sorted({entry.ref for entry in corpus.registry.records()} & corpus.unsound)
    packed = {_about(kind): _packed(entries.values()) for kind, entries in kinds.items()}
    return {"names": _text(names), "unsound": _text(unsound), **packed}


def registry_of(about: Mapping[str, str], settings: Settings) -> tuple[Registry, frozenset[str]]:
    """The registry, and the references of its entries that cannot be used."""
    written = json.loads(about["names"])
    ids = {kind: frozenset(entries) for kind, entries in written.items()}
    names = Names(Made(written, lambda kind: NameIndex(written[kind])), ids)

    def entries(kind: str) -> Mapping[str, Record]:
        return read_kind(kind, _unpacked(about[_about(kind)]), Context(names, settings.about))[0]

    return Registry(Made(written, entries), names), frozenset(json.loads(about["unsound"]))


def _about(kind: str) -> str:
    return f"{REGISTRY}/{kind}"


def _packed(entries: Iterable[Record]) -> str:
    """The entries of a kind as documents, one for each file."""
    files: dict[str, dict[str, object]] = {}
    for entry in entries:
        files.setdefault(entry.path, {})[entry.ref.partition("#")[2]] = (entry.key, entry.node)
    roots = {path: tuple.__new__(YamlMapping, (written, 0, 0, 0, 0)) for path, written in files.items()}
    return _text([(path, packed_node(root)) for path, root in roots.items()])


def _unpacked(text: str) -> Iterator[tuple[Scalar, YamlMapping, str]]:
    for path, node in json.loads(text):
        root = node_of(node)
        if isinstance(root, YamlMapping):
            yield from ((key, entry, path) for key, entry in root.entries if isinstance(entry, YamlMapping))


def _text(said: object) -> str:
    return json.dumps(said, ensure_ascii=False)
