"""Which fact files changed since the store was written, what they say now, and which stored facts that touches."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from factlint.corpus.cell import Context
from factlint.corpus.facts import read_fact_file
from factlint.corpus.files import read_file
from factlint.corpus.records import attached
from factlint.corpus.texts import read_texts
from factlint.engine.incremental.meeting import keys_of, spaces
from factlint.engine.incremental.registered import made_of_registry, registry_of
from factlint.engine.incremental.standing import Registered, Selected, Texts, stored_files
from factlint.schemas.adapter import validate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factlint.cache.store import Store, StoredFact
    from factlint.corpus import Corpus, FactFile, Problem, Record, Settings
    from factlint.engine.incremental.state import Files, State
    from factlint.rules.base import Rule

_FEW = 10
_PART = 20
"""So many files, or such a part of them, may have changed."""

_ROWS = frozenset({"articles", "facts", "events", "roles", "relations"})
"""The tables whose schemas look at each row alone, but for what it refers to."""

FIGURES = frozenset({"figures"})
_REFERRING = ("supersedes", "within")


class UnsureError(Exception):
    """What is stored and what is found do not fit together, or too much changed."""


class Changes:
    """The files whose content is another, or whose problems may follow from those: their `paths`.

    `files` are those of them that are still there, as read now; `own` is the corpus of these with all problems,
    `before` their stored facts. `turned` are stored facts of other files which something revises now, or did before.
    Of all these, `tables` are the tables, and `touched` the keys in each of the `spaces`. `met` are for each space the
    stored facts that share such a key. `opened` are the files that were read so far,
    `declared` is what is written in the registry.
    """

    def __init__(self, settings: Settings, rules: tuple[type[Rule], ...], state: State, store: Store) -> None:
        """Raises UnsureError and sqlite3.Error."""
        self.settings = settings
        self.state = state
        self.store = store
        self.spaces = spaces(rules)
        self.registry, self.unsound = registry_of(store, settings)
        self.declared = frozenset(json.loads(store.about["declared"]))
        self.texts = Texts(settings.root / "seeds")
        self.files: dict[str, FactFile] = {}
        self.lines: dict[str, tuple[str, ...]] = {}
        self.opened: set[str] = set()
        self._problems: list[Problem] = []
        self.changed = _differing(store, state.files)
        self.paths = self._read(max(_FEW, len(state.files) // _PART))
        self.refs = {ref_of(path) for path in self.paths}
        self.before = list(store.facts("path", sorted(self.paths)))
        self.was_revised, self.revised = self._revised()
        self._problems = attached(self._problems, self._facts())
        self.own = self._validated()
        self.turned = self._elsewhere(self.revised ^ self.was_revised)
        self.keys = keys_of(self.own, self.spaces)
        self.tables = {fact.kind for fact in (*self.before, *self.turned)} | {fact.table for fact in self._facts()}
        self.touched = self._touched()
        self.met = [self._met(number, hashes) for number, hashes in enumerate(self.touched)]

    def corpus(self, files: Mapping[str, FactFile], revised: frozenset[str], unsound: frozenset[str]) -> Selected:
        """A corpus of some files."""
        chosen = tuple(file for _, file in sorted(files.items()))
        return Selected(
            *(self.settings, self.registry, chosen, self.texts, self.lines),
            unsound=unsound,
            revised=revised,
            declared=self.declared,
            registered=Registered({}, made_of_registry(self.store)),
        )

    def typed(self, facts: Iterable[StoredFact]) -> dict[str, FactFile]:
        """Stored facts of files that were not read, by path."""
        outside = (fact for fact in facts if fact.path not in self.paths)
        return stored_files(self.store, outside, self.registry, self.settings)

    def problems_of_figures(self, corpus: Corpus) -> frozenset[Problem]:
        """What the schema of figures says, which compares shares with wholes of other facts."""
        found, faults = validate(replace(corpus, unsound=frozenset(), problems=tuple(self._problems)), FIGURES)
        if faults:
            raise UnsureError
        return frozenset(found)

    def _read(self, limit: int) -> set[str]:
        """Read the files that changed, and on until no other file's problems can follow from those of these."""
        paths = set(self.changed)
        waiting = set(paths)
        while waiting:
            if len(paths) > limit:
                raise UnsureError
            for path in sorted(waiting & self.state.files.keys()):
                self._read_one(path)
            waiting = (self._referring(waiting & self.changed) | self._torn(waiting)) - paths
            paths |= waiting
        return paths

    def _read_one(self, path: str) -> None:
        self.opened.add(path)
        file = read_file(str(self.settings.root / path), path, ref_of(path), self._problems)
        read, met = read_fact_file(file, Context(self.registry.names, self.settings.about))
        self._problems += met
        self.lines[path] = file.document.lines
        if read is not None:
            self.files[path] = read
            self._problems += read_texts(self.settings.root / "seeds", [read.head])[1]

    def _referring(self, changed: Iterable[str]) -> set[str]:
        """The files with a reference into a file in which facts came or went, or which cannot be read to its end."""
        torn = {getattr(each.clash.at, "path", "") for each in self._problems}
        refs = []
        for path in changed:
            now = {(fact.ref, fact.table) for fact in self.files[path].facts} if path in self.files else set()
            known = {(fact.ref, fact.kind) for fact in self.store.facts("path", [path])}
            if now != known or path in torn or self._has_problems(path):
                refs.append(ref_of(path))
        return {path for (path,) in self.store.among("SELECT path FROM refers WHERE file = ?", refs)}

    def _torn(self, paths: Iterable[str]) -> set[str]:
        """The files with problems into which these have references."""
        refs = {target.rpartition("#")[0] for path in paths for target in self._targets(path)}
        return {file.path for file in self.store.files("ref", sorted(refs)) if self._has_problems(file.path)}

    def _has_problems(self, path: str) -> bool:
        return bool(self.store.ask("SELECT 1 FROM problem WHERE path = ? LIMIT 1", path))

    def _targets(self, path: str) -> list[str]:
        facts = self.files[path].facts if path in self.files else ()
        return [str(fact.values[key]) for fact in facts for key in _REFERRING if key in fact.values]

    def _facts(self) -> list[Record]:
        return [fact for file in self.files.values() for fact in file.facts]

    def _elsewhere(self, refs: Iterable[str]) -> list[StoredFact]:
        """The stored facts with these references, outside the files in question."""
        return [fact for fact in self.store.facts("ref", sorted(set(refs))) if fact.path not in self.paths]

    def _revised(self) -> tuple[frozenset[str], frozenset[str]]:
        """The facts that others revise, before the edit and after it."""
        rows = self.store.ask("SELECT target, path FROM refers WHERE key = 'supersedes'")
        stay = {target for target, path in rows if path not in self.paths}
        now = {str(fact.values["supersedes"]) for fact in self._facts() if "supersedes" in fact.values}
        return frozenset(target for target, _ in rows), frozenset(stay | now)

    def _validated(self) -> Corpus:
        """The corpus of the files that were read, with all that is wrong with them."""
        beside = self.typed(self._elsewhere(target for path in self.files for target in self._targets(path)))
        own = replace(self.corpus(self.files, self.revised, frozenset()), problems=tuple(self._problems))
        whole = replace(self.corpus({**beside, **self.files}, self.revised, frozenset()), problems=own.problems)
        found, faults = validate(whole, _ROWS)
        if faults:
            raise UnsureError
        problems = (*found, *self.problems_of_figures(own))
        return own.with_problems(each for each in problems if each.anchor and each.anchor.ref in own.records)

    def _touched(self) -> list[set[int]]:
        """For each space the keys of the changed facts, before or after the edit."""
        touched: list[set[int]] = [set() for _ in self.spaces]
        stored = (json.loads(fact.keys) for fact in (*self.before, *self.turned))
        for keys in (*stored, *self.keys.values()):
            for space, each in keys:
                touched[space].add(each)
        return touched

    def _met(self, number: int, start: set[int]) -> dict[int, StoredFact]:
        tied = _tied(self.keys.values(), number)
        found: dict[int, StoredFact] = {}
        waiting, seen = list(start), set(start)
        while waiting:
            each = waiting.pop()
            further = set(tied.get(each, ()))
            for fact in self.store.meeting(number, each):
                if fact.number not in found:
                    found[fact.number] = fact
                    further |= {other for space, other in json.loads(fact.keys) if space == number}
            if self.spaces[number].closed:
                waiting += further - seen
                seen |= further
        return {key: fact for key, fact in found.items() if fact.path}


def ref_of(path: str) -> str:
    """How references call the file at a path."""
    return path.removeprefix("facts/").rpartition(".")[0]


def _differing(store: Store, files: Files) -> set[str]:
    """The paths of the fact files that came, went or changed."""
    before, now = store.seals(), files.seals
    found = set()
    for folder in before.keys() | now.keys():
        if before.get(folder) != now.get(folder):
            known, said = store.digests(folder), files.inside(folder)
            found |= {path for path in known.keys() | said.keys() if known.get(path) != said.get(path)}
    return found


def _tied(keys: Iterable[list[tuple[int, int]]], number: int) -> dict[int, set[int]]:
    """For each hash of a space those that a fact has beside it."""
    tied: dict[int, set[int]] = {}
    for own in keys:
        hashes = {each for space, each in own if space == number}
        for each in hashes:
            tied.setdefault(each, set()).update(hashes)
    return tied
