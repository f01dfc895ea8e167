"""How often each family tells which of its stories, and which tellings have a flaw."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING

from .events import Events
from .figures import Figures
from .relations import Relations
from .roles import Roles

if TYPE_CHECKING:
    from .story import Family

FAMILIES: tuple[Family, ...] = (Figures(), Events(), Roles(), Relations())
_DISTINCT = 0.7
_AT_MOST = 0.01
_SKEW = 3
_TRIES = 50


@dataclass(slots=True)
class Share:
    """What is left to tell of one family, and what has been told of each of its keys."""

    family: Family
    tellings: int
    keys: int
    limit: int
    random: Random
    begun: int = 0
    done: int = 0
    told: Counter[int] = field(default_factory=Counter)
    spoiled: set[int] = field(default_factory=set)
    owed: float = 0.0
    flaws: int = 0
    """The number of the next kind of flaw."""

    @property
    def left(self) -> float:
        """The part that is still to be told."""
        return 1 - self.done / self.tellings if self.tellings else 0.0

    def key(self) -> int:
        """The key of the next telling: a new one, or one of those begun, the first ones far more often."""
        self.done += 1
        if self.begun < self.keys and self.begun * self.tellings <= (self.done - 1) * self.keys:
            return self._new()
        for _ in range(_TRIES):
            key = int(self.begun * self.random.random() ** _SKEW)
            if self.told[key] < self.limit:
                return key
        return self._new() if self.begun < self.keys else self.random.randrange(self.begun)

    def _new(self) -> int:
        self.begun += 1
        return self.begun - 1

    def flaw(self, key: int, wrong: float, *, scoped: bool) -> str | None:
        """The flaw of this telling, where one is due: one a key, every kind in turn."""
        self.owed += wrong * self.family.size
        if self.owed < 1 or key in self.spoiled:
            return None
        self.owed -= 1
        self.spoiled.add(key)
        self.flaws += 1
        kinds = self.family.flaws_in_scope if scoped else self.family.flaws
        return kinds[(self.flaws - 1) % len(kinds)]


def shares(facts: int, only: tuple[str, ...], seed: int) -> list[Share]:
    """How often each family tells a story: whole tellings only, as near to its percentage as may be."""
    families = [family for family in FAMILIES if family.name in only]
    whole = sum(family.share for family in families)
    wanted = {family.name: facts * family.share / whole for family in families}
    counts = {family.name: int(wanted[family.name] // family.size) for family in families}
    left = facts - sum(counts[family.name] * family.size for family in families)
    while fitting := [family for family in families if family.size <= left]:
        nearest = max(fitting, key=lambda each: wanted[each.name] - counts[each.name] * each.size)
        counts[nearest.name] += 1
        left -= nearest.size
    return [_share(family, counts[family.name], facts, seed) for family in families]


def _share(family: Family, tellings: int, facts: int, seed: int) -> Share:
    """The keys of a family: seven in ten tellings have one of their own; none has above a hundredth of the facts."""
    limit = max(int(facts * _AT_MOST / family.size), 1)
    keys = min(max(int(tellings * _DISTINCT), -(-tellings // limit), 1), family.keys)
    random = Random(f"{seed} {family.name}")
    first = random.randrange(len(family.flaws))
    return Share(family, tellings, keys, limit, random, owed=random.random(), flaws=first)
