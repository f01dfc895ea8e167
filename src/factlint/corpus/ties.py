"""Which pairs of partners and scopes are tied together, because a share of one is stated in another."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Where = tuple[str, str]

_BETWEEN = "\x1f"


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
    leader: dict[str, str] = {}

    def root(name: str) -> str:
        while (above := leader.setdefault(name, name)) != name:
            leader[name] = leader[above]
            name = above
        return name

    for values in figures:
        whole = values.get("share_of")
        if isinstance(whole, dict) and not whole.keys().isdisjoint({"of", "with", "scope"}):
            own, other = root(spelled(ends(values))), root(spelled(ends({**values, **whole})))
            leader[max(own, other)] = min(own, other)
    return {name: root(name) for name in leader}
