"""How a team of processes divides a corpus: whose are which facts, and who asks which rule.

All facts of a kind belong to one process, which validates them and asks the rules that read them. Kinds that some rule
reads together, as wholes, belong together. A rule that reads several kinds otherwise is asked by each process of its
own: by the law of the key, facts of different tables do not meet there. The registry belongs to everybody.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from factlint.corpus.language import REGISTRY

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factlint.corpus import Corpus
    from factlint.rules.base import Rule
    from factlint.team import Team

_WEIGHTS = {"figures": 12, "events": 14, "roles": 10, "relations": 10, "articles": 4}
"""What a row of each table takes, to be made, validated and asked about: 5 microseconds are 1."""

_PROJECT = 1
"""What the rules on the project as a whole take a fact."""

_OF_ANY_KIND = "facts"
_REGISTRY = frozenset(f"registry/{kind}" for kind in REGISTRY)


class Share(NamedTuple):
    """The share of one process: its `tables`, the number of the process first in `leads`."""

    tables: frozenset[str]
    leads: bool

    @classmethod
    def of(cls, corpus: Corpus, rules: Iterable[type[Rule]], team: Team) -> Share:
        """The share of the process that asks: the heaviest tables first, each to whoever has the least until then.

        The first process also asks the rules on the project as a whole.
        """
        weights = _weights(corpus)
        groups = [(sum(weights[table] for table in group), group) for group in _together(rules)]
        loads = [corpus.size[1] * _PROJECT, *[0] * (team.size - 1)]
        mine: set[str] = set()
        for weight, group in sorted(groups, key=lambda each: (-each[0], each[1])):
            lightest = loads.index(min(loads))
            loads[lightest] += weight
            if lightest == team.number:
                mine.update(group)
        return cls(frozenset(mine), team.number == 0)

    def of_corpus(self, corpus: Corpus) -> Corpus:
        """The facts of the share: of other tables no row, of that of all facts those of its kinds."""
        other = _WEIGHTS.keys() - self.tables
        kinds = self.tables | ({_OF_ANY_KIND} if self.leads else frozenset())  # some facts do not say their kind
        own = frozenset(fact.ref for fact in corpus.facts() if fact.table in kinds)
        return corpus.keeping({**dict.fromkeys(other, frozenset()), _OF_ANY_KIND: own})

    @property
    def validated(self) -> frozenset[str]:
        """The tables that this process validates; everybody needs to know which entries of the registry are sound."""
        return self.tables | _REGISTRY | {_OF_ANY_KIND}

    def asks(self, rule: type[Rule]) -> bool:
        """Whether this process asks the rule of its facts."""
        return is_shared(rule) and not self.tables.isdisjoint(rule.key.keys() - {_OF_ANY_KIND} or self.tables)


def is_shared(rule: type[Rule]) -> bool:
    """Whether a rule reads only the tables of its key; a project's own rule may read whatever it likes."""
    return bool(rule.key) and rule.is_built_in()


def _weights(corpus: Corpus) -> Counter[str]:
    rows = Counter(fact.table for file in corpus.files for fact in file.facts)
    rows["articles"] = len(corpus.files)
    return Counter({table: rows[table] * weight for table, weight in _WEIGHTS.items()})


def _together(rules: Iterable[type[Rule]]) -> list[tuple[str, ...]]:
    """The tables in groups, such that what a rule reads as a whole lies in one."""
    groups = {table: {table} for table in _WEIGHTS}
    for rule in rules:
        tables = [table for table in rule.key if table in groups]
        if not is_shared(rule) or not tables or not rule.reads_together():
            continue
        joined = set().union(*(groups[table] for table in tables))
        groups.update(dict.fromkeys(joined, joined))
    return sorted({tuple(sorted(group)) for group in groups.values()})
