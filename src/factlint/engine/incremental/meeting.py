"""Which facts a rule compares with each other, as numbers that such facts share: the hashes of their keys.

A space is one way to tell facts apart. The key of a rule is one, or several for several tables. `group` and `strand`
are keys that follow from other facts, so a fact has there the ends of what it ties, and facts meet by way of others.
Rules whose code compares less than the key says have spaces for that.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING, NamedTuple

from factlint.engine.incremental.spaces import GROUPS, OWN, STRANDS, Space
from factlint.rules.base import ReadingRule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factlint.corpus import Corpus
    from factlint.rules.base import Rule

    Keys = dict[str, list[tuple[int, int]]]

REGISTERED = "registered events"
"""The kind of what the registry ties together, among stored facts."""

ACCEPTING = frozenset({"accept-without-reason", "expired-accept"})
UNUSED = "unused-registry-entry"
UNCOVERED = "uncovered-article"
PROJECT_RULES = ACCEPTING | {UNUSED, UNCOVERED}
"""The rules on a project as a whole of which is known what an edit can do to them."""


class Meeting(NamedTuple):
    """What a rule compares: in which spaces, facts of which tables each alone; or all facts of its tables, `whole`.

    A fact that has no key in any of the spaces, and is of no table of which each stands alone, cannot break it.
    """

    spaces: tuple[Space, ...]
    alone: frozenset[str]
    whole: bool

    @property
    def apart(self) -> bool:
        """Whether facts fall into parts that never meet: none has two keys in a space, unless these meet by way of it.

        Then each finding is about one such part, and what the rule found in it is what is stored of its facts.
        """
        return not self.whole and all(space.closed or space.single or space.columns for space in self.spaces)


def meeting(rule: type[Rule]) -> Meeting:
    """How facts meet under a rule."""
    if rule.name in OWN and rule.is_built_in():
        return Meeting(OWN[rule.name], frozenset(), whole=False)
    if rule.key.get("articles") or rule.reads_together():
        return Meeting((), frozenset(), whole=True)
    alone = frozenset(table for table, each in rule.key.items() if not each)
    return Meeting(tuple(_space(table, each) for table, each in rule.key.items() if each), alone, whole=False)


def spaces(rules: Iterable[type[Rule]]) -> tuple[Space, ...]:
    """Every space of the rules, in the order of their names."""
    found = {space.name: space for rule in rules if not issubclass(rule, ReadingRule) for space in meeting(rule).spaces}
    return tuple(space for _, space in sorted(found.items()))


def keys_of(corpus: Corpus, every: Sequence[Space]) -> Keys:
    """For each fact in the tables of the corpus its keys, as pairs of the number of a space and a hash."""
    found: Keys = {fact.ref: [] for fact in corpus.facts()}
    for number, space in enumerate(every):
        known: dict[str, int] = {}
        for ref, text in _texts(corpus, space):
            if text not in known:
                known[text] = _hashed(text)
            found[ref].append((number, known[text]))
    return found


def registered(corpus: Corpus, every: Sequence[Space]) -> list[list[tuple[int, int]]]:
    """The keys that the registry ties together, in lists."""
    return [
        [(number, _hashed(text)) for text in texts]
        for number, space in enumerate(every)
        if space.tied is not None
        for texts in map(tuple, space.tied(corpus.registry))
        if len(texts) > 1
    ]


def _texts(corpus: Corpus, space: Space) -> Iterator[tuple[str, str]]:
    if space.named is not None:
        for fact in corpus.facts():
            if fact.table in space.tables:
                yield from ((fact.ref, text) for text in space.named(fact, corpus))
        return
    for table in space.tables:
        frame = corpus.table(table)
        if space.columns:
            cells = zip(*(frame[column] for column in space.columns), strict=True)
            yield from ((ref, "\0".join(map(str, each))) for ref, each in zip(frame["fact"], cells, strict=True))
        else:
            yield from ((ref, "") for ref in frame["fact"])


def _space(table: str, columns: tuple[str, ...]) -> Space:
    """The space of a key; where a column follows from others, that column alone, which tells fewer facts apart."""
    if table == "figures" and "group" in columns:
        return GROUPS
    if table == "events" and "strand" in columns:
        return STRANDS
    columns = tuple(column for column in columns if column != "superseded")
    return Space(f"{table}:{','.join(columns)}", (table,), columns)


def _hashed(text: str) -> int:
    """64 bits of BLAKE2b, as SQLite has numbers."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, signed=True)
