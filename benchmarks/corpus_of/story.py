"""What the four families have in common: stories of facts about one key, told again and again."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

Cells = dict[str, str]
"""The keys of a fact in the order in which they are written, each with its YAML text."""


@dataclass(slots=True)
class Said:
    """One fact of a telling, and the first day (as an ordinal) on which an article could say so.

    exact: the article appeared on that very day.
    tied: it belongs into one file with the fact before it.
    wrong: it is the injected flaw.
    """

    cells: Cells
    day: int
    exact: bool = False
    tied: bool = False
    wrong: bool = False


class Told(NamedTuple):
    """One telling of a story: what the articles are about, and their facts."""

    title: str
    facts: list[Said]


@dataclass(slots=True)
class Entries:
    """The lines of registry files, by kind and by entry, and the places that are named."""

    lines: dict[str, dict[str, str]] = field(default_factory=dict)
    places: set[str] = field(default_factory=set)

    def add(self, kind: str, entry: str, values: str) -> None:
        """One entry of a kind, as flow YAML without the braces."""
        self.lines.setdefault(kind, {})[entry] = values


class Family(Protocol):
    """A family of stories. A story has a key (a number below `keys`) and the same truth in every telling."""

    name: str
    letter: str
    share: int
    """The percentage of a mixed corpus."""
    size: int
    """The facts of one telling."""
    keys: int
    columns: tuple[str, ...]
    """The keys of the fact language that its facts write."""
    flaws: tuple[str, ...]
    """What may be made wrong in a telling, so that it contradicts other facts of that telling."""
    flaws_in_scope: tuple[str, ...]
    """The same where its facts have a scope."""

    def told(self, source: Source, flaw: str | None) -> Told:
        """One telling, with one fact made wrong where a flaw is named."""

    def entries(self, seed: int, keys: Mapping[int, int], into: Entries) -> None:
        """The registry entries that the stories with these keys name."""


class Source(NamedTuple):
    """Which telling of which story."""

    seed: int
    letter: str
    key: int
    telling: int = 0

    def truth(self) -> Random:
        """What is the same in every telling."""
        return Random(f"{self.seed} {self.letter} {self.key}")

    def words(self) -> Random:
        """What each telling says in its own words."""
        return Random(f"{self.seed} {self.letter} {self.key} {self.telling}")

    def scoped(self) -> bool:
        """Whether the facts of this story have a scope: those of every tenth."""
        return (self.key * 7 + self.seed) % 10 == 3
