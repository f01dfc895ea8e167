"""The corpus: settings, registry, facts, the texts of the articles, and the typed tables made of them."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self, TypeVar

from factlint.corpus.cell import Context
from factlint.corpus.facts import FactFile
from factlint.corpus.files import REGISTRY, Skipped, find_files, read_file
from factlint.corpus.records import Problem, Record, attached
from factlint.corpus.registry import Registry, read_registry
from factlint.corpus.settings import Settings, SettingsError, find_root, load_settings
from factlint.corpus.shared import Lines, read_facts
from factlint.corpus.tables import build, fact_cells
from factlint.corpus.texts import Text, read_texts
from factlint.corpus.ties import Ties, groups, strands
from factlint.findings import Anchor, Place
from factlint.team import ALONE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    import pandas as pd

    from factlint.corpus.cell import Key
    from factlint.corpus.files import Named
    from factlint.team import Team

__all__ = [
    "Anchor",
    "Corpus",
    "FactFile",
    "Problem",
    "Record",
    "Registry",
    "Settings",
    "SettingsError",
    "Skipped",
    "Text",
    "find_root",
    "load_corpus",
    "load_registry",
    "load_settings",
]

T = TypeVar("T")


@dataclass(frozen=True)
class Corpus:
    """All that a project says, read once and never changed.

    `texts` maps an article's name to its text; `lines` a YAML file's path to its lines; `problems` are what reading
    met; `unsound` are the references of records with a cell that cannot be used: they are in the table `facts`, but not
    in the table of their kind; `kept` restricts tables to some rows (see `factlint.engine.partition`).
    """

    settings: Settings
    registry: Registry
    files: tuple[FactFile, ...]
    texts: Mapping[str, Text]
    lines: Mapping[str, tuple[str, ...]]
    problems: tuple[Problem, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    unsound: frozenset[str] = frozenset()
    kept: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def records(self) -> Mapping[str, Record]:
        """Every fact, head and registry entry by its reference."""
        facts = {fact.ref: fact for file in self.files for fact in file.facts}
        heads = {file.head.ref: file.head for file in self.files}
        return {**heads, **facts, **{entry.ref: entry for entry in self.registry.records()}}

    def table(self, name: str) -> pd.DataFrame:
        """A table (`articles`, `facts`, `figures`, …, `registry/people`, …), a fresh frame each time.

        The frames share their cells until one of them is written to (pandas copies on write).
        """
        return self._tables(name).copy(deep=False)

    def complete(self, kind: str) -> pd.DataFrame:
        """The table of the registry's entries of a kind, also of those that bear on no fact of the corpus."""
        return self.table(f"registry/{kind}")

    def standing(self, name: str) -> pd.DataFrame:
        """The facts of a kind that count against each other: said to have happened, and not superseded."""
        kept = f"standing/{name}"
        if kept not in self._cache:
            frame = self._tables(name)
            counts = (frame["mode"] == "happened") & ~frame["superseded"]
            self._cache[kept] = frame if counts.all() else frame[counts].reset_index(drop=True)
        return self._cache[kept].copy(deep=False)

    def facts(self) -> Iterator[Record]:
        """The facts in the order of files, but for those of tables that are kept empty."""
        empty = {table for table, refs in self.kept.items() if not refs}
        return (fact for file in self.files for fact in file.facts if fact.table not in empty)

    @cached_property
    def written(self) -> frozenset[str]:
        """The tables that have a row, and with their keys (`roles.rank`) those in which something is written."""
        records = [*(fact for file in self.files for fact in file.facts), *self.registry.records()]
        keys = {f"{record.table}.{key}" for record in records for key in record.values}
        return frozenset({record.table for record in records} | keys)

    def stating(self, key: str) -> Iterator[Record]:
        """The facts in which a key is written, in the order of files and facts."""
        return (fact for file in self.files for fact in file.facts if key in fact.values)

    def files_stating(self, key: str) -> frozenset[str]:
        """The files with a fact in which a key is written."""
        return frozenset(file.head.ref for file in self.files if any(key in fact.values for fact in file.facts))

    def said(self, keys: Mapping[str, Mapping[str, Key]]) -> Iterator[tuple[str, Mapping[str, object]]]:
        """The table and the values of every fact, of each table's `keys` at least; what many say may come once."""
        return ((fact.table, fact.values) for file in self.files for fact in file.facts if fact.table in keys)

    @property
    def stated(self) -> frozenset[tuple[str, str]]:
        """Pairs of a key that names a fact and a reference that it may name, though no table of its kind has it."""
        roles = {ref for ref in self.unsound if ref in self.records and self.records[ref].table == "roles"}
        revised = self.superseded & self.records.keys() if "facts" in self.kept else ()
        return frozenset({("within", ref) for ref in roles} | {("supersedes", ref) for ref in revised})

    @property
    def size(self) -> tuple[int, int]:
        """How many sources there are, and how many facts."""
        return len(self.files), sum(len(file.facts) for file in self.files)

    def place(self, anchor: Anchor | Place) -> Place:
        """Where an anchor stands."""
        return anchor if isinstance(anchor, Place) else self.records[anchor.ref].place(anchor.field)

    def quote(self, ref: str) -> str | None:
        """The quote of a fact, None where it has none or is no fact."""
        record = self.records.get(ref)
        return str(record.values["quote"]) if record and "quote" in record.values else None

    def with_problems(self, problems: Iterable[Problem]) -> Self:
        """The corpus with more problems; the records that they spoil leave the tables of their kind."""
        every = (*self.problems, *problems)
        spoiled = frozenset(problem.anchor.ref for problem in every if problem.anchor)
        changed = replace(self, problems=every, unsound=spoiled)
        touched = {self.records[ref].table for ref in spoiled ^ self.unsound if ref in self.records}
        kept = {name: frame for name, frame in self._cache.items() if name.removeprefix("standing/") not in touched}
        vars(changed).update(self._lasting(), _cache=kept)
        return changed

    def keeping(self, kept: Mapping[str, frozenset[str]]) -> Self:
        """The corpus with the named tables restricted to these references."""
        changed = replace(self, kept=kept)
        vars(changed).update(self._lasting())
        return changed

    def _lasting(self) -> dict[str, object]:
        """What is the same whatever is spoiled or kept, as far as anybody has asked."""
        return {name: vars(self)[name] for name in ("records", "written", "superseded", "_tied") if name in vars(self)}

    @cached_property
    def _cache(self) -> dict[str, pd.DataFrame]:
        return {}

    def _tables(self, name: str) -> pd.DataFrame:
        if name not in self._cache:
            self._cache[name] = build(name, *self._cells(name))
        return self._cache[name]

    def _cells(self, name: str) -> tuple[dict[str, list[object]], int]:
        """The cells of a table by their keys, and how many rows it has."""
        kept = self.kept.get(name)
        if kept is not None and not kept:
            return {}, 0
        if name == "articles":
            heads = [file.head for file in self.files if kept is None or file.head.ref in kept]
            return {"file": [head.ref for head in heads], **_by_key(heads)}, len(heads)
        if name.startswith("registry/"):
            entries = [
                (entry_id, entry)
                for entry_id, entry in self._entries(name.partition("/")[2])
                if entry.ref not in self.unsound and (kept is None or entry.ref in kept)
            ]
            return {"entry": [key for key, _ in entries], **_by_key([each for _, each in entries])}, len(entries)
        facts = [
            (fact, file.head)
            for file in self.files
            for fact in file.facts
            if (name == "facts" or (fact.table == name and fact.ref not in self.unsound))
            and (kept is None or fact.ref in kept)
        ]
        return fact_cells(name, facts, self.superseded, self._tied), len(facts)

    def _entries(self, kind: str) -> list[tuple[str, Record]]:
        """The entries of a kind by id, in the order of their ids."""
        return sorted(self.registry.entries[kind].items())

    @cached_property
    def superseded(self) -> frozenset[str]:
        """The facts that others revise."""
        return frozenset(str(fact.values.get("supersedes")) for file in self.files for fact in file.facts)

    @cached_property
    def _tied(self) -> Ties:
        facts = [fact for file in self.files for fact in file.facts]
        told = [(fact.values.get("event"), fact.values) for fact in facts if fact.table == "events"]
        known = [(event, entry.values) for event, entry in self.registry.entries.get("events", {}).items()]
        return Ties(groups(fact.values for fact in facts if fact.table == "figures"), strands([*told, *known]))

    def once(self, make: Callable[[Corpus], T]) -> T:
        """What `make` makes of this corpus; made the first time, kept for every rule that asks again."""
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made

    def of_registry(self, make: Callable[[Corpus], T]) -> T:
        """What `make` makes of the registry alone: the same for every corpus that has this one."""
        return self.once(make)

    @cached_property
    def _made(self) -> dict[Callable[[Corpus], Any], Any]:
        return {}


def _by_key(records: list[Record]) -> dict[str, list[object]]:
    """The values behind each key that one of the records has."""
    return {key: [each.values.get(key) for each in records] for key in {key for each in records for key in each.values}}


def load_registry(settings: Settings) -> Corpus:
    """The corpus of a project without its facts: the registry, and everything wrong with it."""
    found, skipped, problems = find_files(settings.root, REGISTRY)
    registry, lines, met = _registry(found, settings)
    return Corpus(settings, registry, (), {}, lines, (*problems, *met), tuple(skipped))


def load_corpus(settings: Settings, team: Team = ALONE) -> Corpus:
    """The corpus of a project as written; everything wrong with it is among its problems, nothing is raised for it.

    A team reads it together, which raises LostError.
    """
    found, skipped, problems = find_files(settings.root)
    registry, lines, met = _registry([each for each in found if each.in_registry], settings)
    context = Context(registry.names, settings.about)
    read = read_facts([each for each in found if not each.in_registry], context, team)
    texts, missing = read_texts(settings.root / "seeds", (file.head for file in read.files))
    return Corpus(
        settings=settings,
        registry=registry,
        files=read.files,
        texts=texts,
        lines=Lines({**lines, **read.lines}),
        problems=(*problems, *met, *read.problems, *missing),
        skipped=tuple(skipped),
    )


def _registry(found: Iterable[Named], settings: Settings) -> tuple[Registry, dict[str, tuple[str, ...]], list[Problem]]:
    """The registry, the lines of its files, and everything wrong with them."""
    problems: list[Problem] = []
    files = [read_file(*named, problems) for named in found]
    registry, met = read_registry(files, settings)
    return (
        registry,
        {file.path: file.document.lines for file in files},
        attached([*problems, *met], registry.records()),
    )
