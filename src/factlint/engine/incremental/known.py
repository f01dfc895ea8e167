"""What the store knows of the facts that an edit touches, so that no rule is asked of them as they were."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factlint.cache.packing import finding_of
from factlint.engine.incremental.changes import UnsureError
from factlint.engine.incremental.leaving import facts_of
from factlint.engine.incremental.meeting import meeting

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factlint.engine.incremental.changes import Changes
    from factlint.findings import Finding
    from factlint.rules.base import Rule

    Keys = Mapping[str, frozenset[tuple[int, int]]]


class Known:
    """The stored findings, by the facts that they name."""

    def __init__(self, changes: Changes) -> None:
        """Raises sqlite3.Error."""
        self._changes = changes
        self._unnamed = {rule for rule, _ in changes.store.findings("")}
        self._of_facts: dict[frozenset[str], set[tuple[str, str]]] = {}
        stored = {fact.ref: fact.keys for each in changes.met for fact in each.values()}
        stored |= {fact.ref: fact.keys for fact in (*changes.before, *changes.turned)}
        self._before = {ref: _pairs(json.loads(keys)) for ref, keys in stored.items()}
        self._after = {**self._before, **{ref: _pairs(keys) for ref, keys in changes.keys.items()}}

    def exchanged(
        self, rule: type[Rule], kept: frozenset[str], found: list[Finding]
    ) -> tuple[set[str], list[Finding]] | None:
        """What is stored of these facts under a rule, as JSON, and what of all that was found takes its place.

        None where the rule has to be asked of them as they were: it is the project's own, which may read more, or some
        finding of it does not say which facts it is about, or is about facts that share a key which the edit touches
        and another. Raises UnsureError where one is about facts beside these.
        """
        if rule.name in self._unnamed or not rule.is_built_in():
            return None
        if kept not in self._of_facts:
            self._of_facts[kept] = {pair for ref in sorted(kept) for pair in self._changes.store.findings(ref)}
        was = {text: facts_of(finding_of(text)) for name, text in self._of_facts[kept] if name == rule.name}
        now = [(each, facts_of(each)) for each in found]
        if not all(facts <= kept for _, facts in now):
            raise UnsureError
        if meeting(rule).apart:
            if not all(facts <= kept for facts in was.values()):
                raise UnsureError
            return set(was), found
        before = {text: self._is_touched(rule, facts, kept, self._before) for text, facts in was.items()}
        after = [(each, self._is_touched(rule, facts, kept, self._after)) for each, facts in now]
        if None in before.values() or any(touched is None for _, touched in after):
            return None
        return {text for text, touched in before.items() if touched}, [each for each, touched in after if touched]

    def _is_touched(self, rule: type[Rule], facts: Iterable[str], kept: frozenset[str], keys: Keys) -> bool | None:
        """Whether the edit touches the key that the facts of a finding share; None where that cannot be told.

        All facts that have such a key are kept. Of another key only some may be: what is found in them says nothing.
        """
        if not kept.issuperset(facts):
            return False
        numbers = {self._changes.spaces.index(space) for space in meeting(rule).spaces}
        shared = frozenset.intersection(*(keys.get(fact, frozenset()) for fact in facts)) if facts else frozenset()
        touched = {each in self._changes.touched[number] for number, each in shared if number in numbers}
        return touched.pop() if len(touched) == 1 else None


def _pairs(keys: Iterable[Iterable[int]]) -> frozenset[tuple[int, int]]:
    return frozenset((space, each) for space, each in keys)
