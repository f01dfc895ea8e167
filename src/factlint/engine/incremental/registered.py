"""The registry out of the store: its names and ids at once, the entries of a kind when they are asked for first."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from factlint.cache.packing import node_of, packed_node
from factlint.corpus import Registry
from factlint.corpus.cell import Context
from factlint.corpus.files import REGISTRY
from factlint.corpus.names import Names
from factlint.corpus.registry import names_in, read_kind
from factlint.reading.name import NameIndex
from factlint.rules.names.likeness import births_of_namesakes

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, ItemsView, Iterable, Iterator, ValuesView

    from factlint.cache.store import Store
    from factlint.corpus import Corpus, Record, Settings
    from factlint.reading.yaml import Mapping as YamlMapping
    from factlint.reading.yaml import Scalar

T = TypeVar("T")


class Made(Mapping[str, T]):
    """A mapping of which each value is made when it is asked for first."""

    def __init__(self, keys: Collection[str], make: Callable[[str], T]) -> None:
        self._keys = keys
        self._make = make
        self._made: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        if key not in self._made:
            if key not in self._keys:
                raise KeyError(key)
            self._made[key] = self._make(key)
        return self._made[key]

    def __contains__(self, key: object) -> bool:
        return key in self._keys

    def __iter__(self) -> Iterator[str]:
        return iter(self._keys)

    def __len__(self) -> int:
        return len(self._keys)


class Entries(Made["Record"]):
    """The entries of a kind by id, each read when it is asked for first, or all where they are gone through."""

    def __init__(self, ids: Collection[str], read: Callable[[Iterable[str] | None], dict[str, Record]]) -> None:
        super().__init__(ids, lambda each: read([each])[each])
        self._read = read

    def items(self) -> ItemsView[str, Record]:
        """Every entry with its id."""
        self._complete()
        return super().items()

    def values(self) -> ValuesView[Record]:
        """Every entry."""
        self._complete()
        return super().values()

    def fetch(self, ids: Iterable[str]) -> None:
        """Read some entries at once."""
        self._made |= self._read([each for each in ids if each not in self._made])

    def _complete(self) -> None:
        if len(self._made) < len(self._keys):
            self._made = {**self._read(None), **self._made}


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
    """What the store says about the registry: the names of all entries, those that are unsound, days of births."""
    kinds = corpus.registry.entries
    names = {kind: {each: list(names_in(entry.node)) for each, entry in kinds[kind].items()} for kind in kinds}
    unsound = sorted({entry.ref for entry in corpus.registry.records()} & corpus.unsound)
    births = sorted(corpus.of_registry(births_of_namesakes))
    folded = {_folded(kind): _text(index.folded) for kind, index in corpus.registry.names.indexes.items()}
    return {"names": _text(names), "unsound": _text(unsound), "births": _text(births), **folded}


def entry_rows(registry: Registry) -> Iterator[tuple[str, str, str, str, str]]:
    """The rows of all entries: the kind, the id, the path, the key and the values as JSON."""
    for kind, entries in registry.entries.items():
        for each, entry in entries.items():
            yield kind, each, entry.path, packed_node(entry.key), packed_node(entry.node)


def registry_of(store: Store, settings: Settings) -> tuple[Registry, frozenset[str]]:
    """The registry, and the references of its entries that cannot be used."""
    written = json.loads(store.about["names"])
    ids = {kind: frozenset(entries) for kind, entries in written.items()}
    names = Names(Made(written, lambda kind: NameIndex(written[kind], json.loads(store.about[_folded(kind)]))), ids)

    def entries(kind: str) -> Mapping[str, Record]:
        context = Context(names, settings.about)
        return Entries(written[kind], lambda ids: read_kind(kind, _unpacked(store.entries(kind, ids)), context)[0])

    return Registry(Made(written, entries), names), frozenset(json.loads(store.about["unsound"]))


def made_of_registry(store: Store) -> dict[Callable[[Corpus], Any], Any]:
    """What the store has of what rules make of the registry alone."""
    return {births_of_namesakes: frozenset(json.loads(store.about["births"]))}


def _unpacked(rows: Iterable[tuple[str, str, str]]) -> Iterator[tuple[Scalar, YamlMapping, str]]:
    for path, key, node in rows:
        yield node_of(key), node_of(node), path  # type: ignore[misc]  # an entry has an id and is a mapping


def _folded(kind: str) -> str:
    return f"folded {kind}"


def _text(said: object) -> str:
    return json.dumps(said, ensure_ascii=False)
