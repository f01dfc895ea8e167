"""What the rules find in the facts that an edit touches, as they were and as they are."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from factlint.cache.packing import finding_of, packed_finding
from factlint.corpus.uses import uses
from factlint.engine.check import findings_of
from factlint.engine.incremental.changes import UnsureError
from factlint.engine.incremental.known import Known
from factlint.engine.incremental.leaving import named_by, named_in
from factlint.engine.incremental.meeting import ACCEPTING, UNCOVERED, UNUSED, meeting
from factlint.engine.incremental.standing import Part, whole_files, written
from factlint.rules.base import ReadingRule
from factlint.schemas.shares import may_compare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from factlint.cache.store import StoredFact
    from factlint.corpus import Corpus, FactFile
    from factlint.engine.incremental.changes import Changes
    from factlint.findings import Finding
    from factlint.rules.base import Rule

_KINDS = ("figures", "events", "roles", "relations", "facts")
_TABLES = (*_KINDS, "articles")


class Sides(NamedTuple):
    """The facts of the edited files and all that they may meet: as they were, and as they are."""

    old: Corpus
    new: Corpus


class Asked:
    """The findings that the rules make no more, `minus`, as JSON, and those that they make now, `plus`."""

    def __init__(self, changes: Changes, rules: tuple[type[Rule], ...]) -> None:
        """Raises UnsureError, sqlite3.Error and whatever a rule raises."""
        self._changes = changes
        self._store = changes.store
        self._confirmed: set[str] = set()
        self._parts: dict[tuple[tuple[str, frozenset[str]], ...], Sides] = {}
        self.minus: set[str] = set()
        self.plus: set[Finding] = set()
        if changes.paths:
            self._old_files = self._all_of(changes.paths)
            self._of_readers([rule for rule in rules if issubclass(rule, ReadingRule)])
            self._of_keys([rule for rule in rules if rule.key and self._touches(rule)])
            for rule in rules:
                if not rule.key and not issubclass(rule, ReadingRule):
                    self._of_project(rule)
            self._no_other_points_there()

    # Rules with a key.

    def _of_keys(self, rules: list[type[Rule]]) -> None:
        sides, stored = self._sides(rules), Known(self._changes)
        for rule in rules:
            if meeting(rule).whole:
                self._exchange(self._stored(rule), findings_of(rule, self._parted(sides, {}).new))
                continue
            kept = self._kept(rule)
            was, now = self._parted(sides, kept)
            found = findings_of(rule, now)
            known = stored.exchanged(rule, frozenset().union(*(kept[table] for table in rule.key)), found)
            self._exchange(*known or (set(map(packed_finding, findings_of(rule, was))), found))

    def _touches(self, rule: type[Rule]) -> bool:
        """Whether a changed fact, or one that is revised now or was before, is among those that the rule compares."""
        how, changes = meeting(rule), self._changes
        if how.alone & {"facts", "articles"}:
            return True
        if bool(changes.tables & (rule.key.keys() if how.whole else how.alone)):
            return True
        return any(changes.touched[changes.spaces.index(space)] for space in how.spaces)

    def _sides(self, rules: Iterable[type[Rule]]) -> Sides:
        changes = self._changes
        wanted = {number: fact for met in changes.met for number, fact in met.items()}
        wanted |= {fact.number: fact for fact in (*changes.turned, *self._of_whole_tables(rules))}
        others = changes.typed(wanted.values())
        sound = {fact.ref for fact in wanted.values() if fact.sound}
        spoiled = changes.unsound | ({fact.ref for file in others.values() for fact in file.facts} - sound)
        lost = {fact.ref for fact in changes.before if not fact.sound}
        old = changes.corpus({**others, **self._old_files}, changes.was_revised, spoiled | lost)
        new = changes.corpus({**others, **changes.files}, changes.revised, spoiled | changes.own.unsound)
        named = named_by((*old.files, *new.files)) | self._named_by_registry()
        old = replace(old, named=named)
        new = replace(new, named=named, registered=old.registered)
        self._same_figures(old, new)
        return Sides(old, new)

    def _named_by_registry(self) -> frozenset[tuple[str, str]]:
        return frozenset(
            (kind, each) for kind, each in self._store.ask("SELECT kind, entry FROM names WHERE path = ''")
        )

    def _of_whole_tables(self, rules: Iterable[type[Rule]]) -> Iterator[StoredFact]:
        tables = {table for rule in rules if meeting(rule).whole for table in rule.key}
        if "articles" in tables:
            raise UnsureError
        kinds = _KINDS if "facts" in tables else sorted(tables)
        return (fact for fact in self._store.facts("kind", kinds) if fact.path)

    def _same_figures(self, old: Corpus, new: Corpus) -> None:
        """The schema of figures must say of other files what it said, and of the edited ones what was found."""
        if not any(may_compare(fact.values for file in side.files for fact in file.facts) for side in (old, new)):
            return
        refs = self._changes.refs
        before, after = (self._changes.problems_of_figures(side) for side in (old, new))
        others = [{each for each in found if _file_of(each.anchor) not in refs} for found in (before, after)]
        if others[0] != others[1] or not after - others[1] <= set(self._changes.own.problems):
            raise UnsureError

    def _kept(self, rule: type[Rule]) -> dict[str, frozenset[str]]:
        """The references of the facts that the rule is asked of, by tables."""
        changes = self._changes
        near = {fact.ref for fact in (*changes.before, *changes.turned)}
        near |= {fact.ref for file in changes.files.values() for fact in file.facts}
        kept: dict[str, frozenset[str]] = {}
        if rule.is_built_in():  # it reads no other tables, and may share what is made of these with other rules
            kept = {**dict.fromkeys(_TABLES, frozenset(near)), "articles": frozenset(changes.refs)}
        for table in rule.key:
            met = (changes.met[changes.spaces.index(space)] for space in meeting(rule).spaces if table in space.tables)
            kept[table] = frozenset(near | {fact.ref for each in met for fact in each.values()})
            if table == "articles":
                kept[table] = frozenset(changes.refs)
        return kept

    def _parted(self, sides: Sides, kept: Mapping[str, frozenset[str]]) -> Sides:
        """The parts of both sides that have these facts, and say the same of what is written in one of them at least.

        A rule that needs a key which is in neither has nothing to say of them, and is not asked.
        """
        key = tuple(sorted(kept.items()))
        if key not in self._parts:
            every = (fact for side in sides for file in side.files for fact in file.facts)
            chosen = (fact for fact in every if fact.table not in kept or fact.ref in kept[fact.table])
            says = written(chosen) | self._changes.declared
            self._parts[key] = Sides(*(Part.of(side, kept, says) for side in sides))
        return self._parts[key]

    # Rules of reading, and of the project as a whole.

    def _of_readers(self, rules: list[type[Rule]]) -> None:
        names = {rule.name for rule in rules}
        texts = [text for text in self._pointing(self._changes.paths) if json.loads(text)[0] in names]
        gone = {text for text in texts if finding_of(text).primary.place.path in self._changes.paths}
        self._exchange(gone, [each for rule in rules for each in findings_of(rule, self._changes.own)])

    def _of_project(self, rule: type[Rule]) -> None:
        if rule.name in ACCEPTING:
            files = self._changes.typed(self._store.facts("accepts", [1]))
            accepting = self._corpus_of({**files, **self._changes.files})
            self._exchange(self._stored(rule), findings_of(rule, accepting))
        elif rule.name == UNUSED:
            self._of_uses(rule)
        elif rule.name == UNCOVERED:
            self._of_coverage(rule)
        else:
            raise UnsureError

    def _of_uses(self, rule: type[Rule]) -> None:
        """Asked only where an entry is named for the first time, or is named no more."""
        before = {named for file in self._old_files.values() for named in named_in(file)}
        after = {named for file in self._changes.files.values() for named in named_in(file)}
        if not any(self._only_here(*named) for named in before ^ after):
            return
        rows = self._store.ask("SELECT DISTINCT kind, entry, path FROM names")
        used = frozenset((kind, entry) for kind, entry, path in rows if path not in self._changes.paths) | after
        corpus = self._corpus_of({})
        vars(corpus)["_made"] = {uses: used}
        self._exchange(self._stored(rule), findings_of(rule, corpus))

    def _only_here(self, kind: str, entry: str) -> bool:
        rows = self._store.ask("SELECT path FROM names WHERE kind = ? AND entry = ?", kind, entry)
        return all(path in self._changes.paths for (path,) in rows)

    def _of_coverage(self, rule: type[Rule]) -> None:
        """Asked of the articles of edited files, with all files that name them."""
        old = {file.article for file in self._store.files("path", sorted(self._changes.paths)) if file.article}
        heads = (file.head.values for file in self._changes.files.values())
        named = {str(values["article"]) for values in heads if "article" in values}
        new = {self._changes.texts[name].article.name for name in named if name in self._changes.texts}
        if not old | new:
            return
        beside = [file.path for file in self._store.files("article", sorted(old | new))]
        others = self._all_of(set(beside) - self._changes.paths)
        was, now = (self._corpus_of({**others, **files}) for files in (self._old_files, self._changes.files))
        self._exchange(set(map(packed_finding, findings_of(rule, was))), findings_of(rule, now))

    # Findings that come and go.

    def _corpus_of(self, files: Mapping[str, FactFile]) -> Corpus:
        return self._changes.corpus(files, frozenset(), frozenset())

    def _all_of(self, paths: Iterable[str]) -> dict[str, FactFile]:
        files = self._store.files("path", sorted(paths))
        return whole_files(self._store, files, self._changes.registry, self._changes.settings)

    def _stored(self, rule: type[Rule]) -> set[str]:
        return {text for (text,) in self._store.ask("SELECT finding FROM finding WHERE rule = ?", rule.name)}

    def _pointing(self, paths: Iterable[str]) -> set[str]:
        """The stored findings with a place in one of the files."""
        query = "SELECT finding.finding FROM place JOIN finding ON place.finding = number WHERE path = ?"
        return {text for (text,) in self._store.among(query, sorted(paths))}

    def _exchange(self, was: set[str], now: Iterable[Finding]) -> None:
        """Take away what was found and is no more, which must be stored, and add what was not, which must not be."""
        texts = {packed_finding(each): each for each in now}
        gone, come = was - texts.keys(), texts.keys() - was
        if not all(map(self._is_stored, gone)) or any(map(self._is_stored, come)):
            raise UnsureError
        self._confirmed |= was & texts.keys()
        self.minus |= gone
        self.plus |= {texts[each] for each in come}

    def _is_stored(self, text: str) -> bool:
        rule = json.loads(text)[0]
        return bool(self._store.ask("SELECT 1 FROM finding WHERE rule = ? AND finding = ? LIMIT 1", rule, text))

    def _no_other_points_there(self) -> None:
        """What stays must not point into files whose lines may have moved, unless it was found there again."""
        if self._pointing(self._changes.changed) - self.minus - self._confirmed:
            raise UnsureError


def _file_of(anchor: object) -> str:
    return str(getattr(anchor, "ref", "")).partition("#")[0]
