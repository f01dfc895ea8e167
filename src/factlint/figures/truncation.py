"""Which printed numbers look truncated: those that make a clash vanish if they were cut off and not rounded."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.reasoning.minimal import smallest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


class Truncated(NamedTuple):
    """The facts whose numbers look truncated; `any_one` of them is enough, or it takes all."""

    facts: tuple[str, ...]
    any_one: bool

    def words(self, texts: Mapping[str, str]) -> str:
        """The end of a warning's sentence, from the text of each fact: `$739.3 million looks truncated`."""
        joined = (" or " if self.any_one else " and ").join(texts[fact] for fact in self.facts)
        return f"{joined} {'looks' if self.any_one else 'look'} truncated"


def looks_truncated(facts: Sequence[str], possible: Callable[[Sequence[str]], bool]) -> Truncated:
    """Whose numbers look truncated, of facts that clash where all are rounded.

    `possible` says whether they fit if the numbers of the given ones may have been cut off as well; for all of them it
    must hold. Where no single one is enough, a smallest set that is.
    """
    alone = tuple(fact for fact in facts if possible([fact]))
    if alone:
        return Truncated(alone, any_one=True)
    return Truncated(smallest(facts, lambda chosen: not possible(chosen)), any_one=False)
