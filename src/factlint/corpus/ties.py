"""What hangs together through facts that tie it: pairs of partners whose shares meet, events that order words join."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Where = tuple[str, str]

_BETWEEN = "\x1f"
TYING = ("part_of", "before", "after", "during")
"""The keys with which an event is tied to others."""


class Ties(NamedTuple):
    """For what is tied to another, the least of all that hang together with it; what is missing stands alone.

    `groups` are those of pairs and scopes (see `groups`), `strands` those of events (see `strands`).
    """

    groups: Mapping[str, str]
    strands: Mapping[str, str]

    def group(self, where: Where) -> str:
        """The group of a pair and scope."""
        name = spelled(where)
        return self.groups.get(name, name)

    def strand(self, event: str) -> str:
        """The strand of an event."""
        return self.strands.get(event, event)


def ends(values: Mapping[str, object]) -> Where:
    """Whose figure it is and of what: `of` and `with` in alphabetical order, and the scope."""
    pair = " & ".join(sorted(str(values[key]) for key in ("of", "with") if key in values))
    return pair, str(values.get("scope") or "")


def spelled(where: Where) -> str:
    """One text for a pair and a scope, which tables can take as a key."""
    return _BETWEEN.join(where)


def groups(figures: Iterable[Mapping[str, object]]) -> dict[str, str]:
    """For each pair and scope (`spelled`) that a share ties to another, the least of all that are tied with it.

    `figures` are the values of the facts with a figure. A share of a whole elsewhere ties the place of the part and
    the place of the whole; all others are groups of their own and left out.
    """
    return _least(
        (spelled(ends(values)), spelled(ends({**values, **whole})))
        for values in figures
        if isinstance(whole := values.get("share_of"), dict) and not whole.keys().isdisjoint({"of", "with", "scope"})
    )


def strands(events: Iterable[tuple[object, Mapping[str, object]]]) -> dict[str, str]:
    """For each event that is tied to another in time, the least of all that are tied with it.

    `events` are pairs of an event's id and the values of a fact or of its registry entry, whose `part_of`, `before`,
    `after` and `during` tie it to other events, whatever else the fact says.
    """
    return _least(
        (str(event), other)
        for event, values in events
        if event is not None
        for key in TYING
        if isinstance(others := values.get(key), tuple)
        for other in others
    )


def _least(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each member of a pair, the least of all that pairs connect it with."""
    leader: dict[str, str] = {}

    def root(name: str) -> str:
        while (above := leader.setdefault(name, name)) != name:
            leader[name] = leader[above]
            name = above
        return name

    for left, right in pairs:
        own, other = root(left), root(right)
        leader[max(own, other)] = min(own, other)
    return {name: root(name) for name in leader}
