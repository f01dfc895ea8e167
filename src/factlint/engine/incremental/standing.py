"""A corpus of some facts out of many, made of what the store has and of files that were read anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from factlint.cache.packing import node_of
from factlint.corpus import Corpus
from factlint.corpus.cell import Context
from factlint.corpus.facts import read_fact_file
from factlint.corpus.files import REGISTRY, File
from factlint.corpus.language import KIND_OF
from factlint.corpus.texts import read_texts
from factlint.corpus.ties import TYING, Ties, groups, strands
from factlint.engine.incremental.registered import Entries, Records
from factlint.reading.yaml import Document, Scalar, Sequence, Span
from factlint.reading.yaml import Mapping as YamlMapping

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    import pandas as pd

    from factlint.cache.store import Store, StoredFact, StoredFile
    from factlint.corpus import FactFile, Record, Registry, Settings, Text

T = TypeVar("T")

_NOWHERE = Span(1, 1, 1, 1)
_EVENTS = f"{REGISTRY}/events"

_LINKS: Mapping[str, tuple[str, ...]] = {
    "people": (),
    "offices": (f"{REGISTRY}/offices.successor_of",),
    "events": (f"{_EVENTS}.part_of", f"{_EVENTS}.series"),
    "bodies": (f"{REGISTRY}/bodies.predecessor",),
    "places": (f"{REGISTRY}/places.in",),
}
"""The kinds of entries that bear on no fact unless it names them, or another entry does, and the keys of their own by
which they do nevertheless, where these are written anywhere. There are many of these kinds, and few are named at once.
"""


@dataclass(frozen=True)
class Part(Corpus):
    """Some rows of the tables of another corpus, which are made once for all its parts.

    `says` is what is written in these rows and in the registry, or in what they are compared with (see `written`).
    """

    whole: Corpus = field(kw_only=True)
    says: frozenset[str] = field(kw_only=True)

    @classmethod
    def of(cls, whole: Corpus, kept: Mapping[str, frozenset[str]], says: frozenset[str]) -> Part:
        """The rows whose references are kept, by tables; of tables that are not named all."""
        same = {name: getattr(whole, name) for name in ("settings", "registry", "files", "texts", "lines", "unsound")}
        return cls(**same, kept=kept, whole=whole, says=says)

    @cached_property
    def records(self) -> Mapping[str, Record]:
        """Every fact, head and registry entry by its reference."""
        return self.whole.records

    @cached_property
    def written(self) -> frozenset[str]:
        """The tables that have a row, and with their keys those in which something is written."""
        return self.says

    def of_registry(self, make: Callable[[Corpus], T]) -> T:
        """What `make` makes of the registry alone."""
        return self.whole.of_registry(make)

    def complete(self, kind: str) -> pd.DataFrame:
        """The table of the registry's entries of a kind, also of those that bear on no fact of the corpus."""
        return self.whole.complete(kind)

    def _tables(self, name: str) -> pd.DataFrame:
        if name not in self.kept:
            return self.whole.table(name)
        if name not in self._cache:
            frame = self.whole.table(name)
            chosen = frame.iloc[:, 0].isin(self.kept[name])
            self._cache[name] = frame if chosen.all() else frame[chosen].reset_index(drop=True)
        return self._cache[name]


class Registered(NamedTuple):
    """What was made of a registry: its tables by name, with those that are empty, and more by what makes it."""

    tables: dict[str, pd.DataFrame]
    made: dict[Callable[[Corpus], Any], Any]


@dataclass(frozen=True)
class Selected(Corpus):
    """Some facts of a project, which know of the others what they must.

    `revised` are those of them that any fact revises, `counts` how many sources and facts the whole project has.
    `registered` is what was made of the registry, for other corpora of which the same entries are unsound, and
    `declared` is what is written in the registry. Nothing is asked of an entry before a fact or a rule does.
    `named` are the entries, by kind and id, that bear on these facts, of all kinds; None for all entries.
    """

    revised: frozenset[str] = field(kw_only=True)
    counts: tuple[int, int] = field(kw_only=True, default=(0, 0))
    registered: Registered = field(kw_only=True, default_factory=lambda: Registered({}, {}))
    declared: frozenset[str] = field(kw_only=True)
    named: frozenset[tuple[str, str]] | None = field(kw_only=True, default=None)

    @cached_property
    def records(self) -> Mapping[str, Record]:
        """Every fact, head and registry entry by its reference."""
        heads = {file.head.ref: file.head for file in self.files}
        return Records({**heads, **{fact.ref: fact for file in self.files for fact in file.facts}}, self.registry)

    @cached_property
    def written(self) -> frozenset[str]:
        """The tables that have a row, and with their keys those in which something is written."""
        return self.declared | written(fact for file in self.files for fact in file.facts)

    @cached_property
    def superseded(self) -> frozenset[str]:
        """The facts that others revise."""
        return self.revised

    @property
    def size(self) -> tuple[int, int]:
        """How many sources and facts the whole project has."""
        return self.counts

    @cached_property
    def _tied(self) -> Ties:
        facts = [fact for file in self.files for fact in file.facts]
        told = [(fact.values.get("event"), fact.values) for fact in facts if fact.table == "events"]
        if told and not self.declared.isdisjoint(f"{_EVENTS}.{key}" for key in TYING):
            return super()._tied
        return Ties(groups(fact.values for fact in facts if fact.table == "figures"), strands(told))

    def complete(self, kind: str) -> pd.DataFrame:
        """The table of the registry's entries of a kind, also of those that bear on no fact of the corpus."""
        return replace(self, named=None, registered=Registered({}, {})).table(f"{REGISTRY}/{kind}")

    def _entries(self, kind: str) -> list[tuple[str, Record]]:
        if self.named is None or kind not in _LINKS or not self.declared.isdisjoint(_LINKS[kind]):
            return super()._entries(kind)
        entries = self.registry.entries[kind]
        wanted = [each for of, each in sorted(self.named) if of == kind and each in entries]
        if isinstance(entries, Entries):
            entries.fetch(wanted)
        return [(each, entries[each]) for each in wanted]

    def _tables(self, name: str) -> pd.DataFrame:
        if not (name.startswith("registry/") or (name in KIND_OF and name not in self.written)):
            return super()._tables(name)
        if name not in self.registered.tables:
            self.registered.tables[name] = super()._tables(name)
        return self.registered.tables[name]

    def of_registry(self, make: Callable[[Corpus], T]) -> T:
        """What `make` makes of the registry alone."""
        if make not in self.registered.made:
            self.registered.made[make] = make(self)
        made: T = self.registered.made[make]
        return made


def written(facts: Iterable[Record]) -> frozenset[str]:
    """The tables of the facts or entries, and with their keys those in which something is written."""
    tables: dict[str, set[str]] = {}
    for fact in facts:
        tables.setdefault(fact.table, set()).update(fact.values)
    return frozenset({*tables, *(f"{table}.{key}" for table, keys in tables.items() for key in keys)})


class Texts(Mapping[str, "Text"]):
    """The texts of articles, each opened when it is asked for; iteration gives those that were."""

    def __init__(self, seeds: Path) -> None:
        self._seeds = seeds
        self._opened: dict[str, Text | None] = {}

    def __getitem__(self, name: str) -> Text:
        if name not in self._opened:
            self._opened[name] = read_texts(self._seeds, [_Head({"article": name})])[0].get(name)  # type: ignore[list-item]
        text = self._opened[name]
        if text is None:
            raise KeyError(name)
        return text

    def __iter__(self) -> Iterator[str]:
        return (name for name, text in self._opened.items() if text is not None)

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _Head:
    """A head of which only the article is known."""

    ref = ""

    def __init__(self, values: Mapping[str, object]) -> None:
        self.values = values


def stored_files(
    store: Store, facts: Iterable[StoredFact], registry: Registry, settings: Settings
) -> dict[str, FactFile]:
    """The facts with their heads, by path, typed again; more of files of which none can be read without the others."""
    by_path: dict[str, dict[int, StoredFact]] = {}
    for fact in facts:
        by_path.setdefault(fact.path, {})[fact.number] = fact
    context = Context(registry.names, settings.about)
    made = {}
    for file in store.files("path", list(by_path)):
        own = store.facts("path", [file.path]) if file.whole else by_path[file.path].values()
        made[file.path] = _file(file, own, context)
    return made


def whole_files(
    store: Store, files: Iterable[StoredFile], registry: Registry, settings: Settings
) -> dict[str, FactFile]:
    """These files with all their facts, typed again."""
    context = Context(registry.names, settings.about)
    return {file.path: _file(file, store.facts("path", [file.path]), context) for file in files if file.head}


def _file(file: StoredFile, facts: Iterable[StoredFact], context: Context) -> FactFile:
    items = tuple(node_of(fact.node) for fact in sorted(facts, key=lambda each: each.number))
    head: Any = node_of(file.head)
    entries = {**head[0], "facts": (Scalar("facts", _NOWHERE, quoted=False), Sequence(items, _NOWHERE))}  # type: ignore[arg-type]
    root = tuple.__new__(YamlMapping, (entries, *head[1:]))
    read, _ = read_fact_file(File(file.path, file.ref, Document(root, (), (), broken=False)), context)
    if read is None:
        raise ValueError(file.path)
    return read
