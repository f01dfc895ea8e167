"""What lies in what: a city in its country, a battle in its war, an office in its ministry."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factlint.corpus import Registry

_WHOLE = {"places": "in", "events": "part_of", "bodies": "of", "offices": "of"}


def lineages(things: Iterable[str], registry: Registry) -> dict[str, tuple[str, ...]]:
    """For each thing what it lies in, the outermost first, then itself; up to where it lies in several."""
    return {thing: _lineage(thing, registry) for thing in sorted(set(things))}


def nested(one: str, other: str, registry: Registry) -> bool:
    """Whether one of two things is the other, or lies in it."""
    return one in _around(other, registry) or other in _around(one, registry)


def _lineage(thing: str, registry: Registry) -> tuple[str, ...]:
    line = [thing]
    while len(wholes := _wholes(line[-1], registry)) == 1 and wholes[0] not in line:
        line.append(wholes[0])
    return tuple(line[::-1])


def _around(thing: str, registry: Registry) -> set[str]:
    """The thing and all that it lies in, by whatever way."""
    known, new = {thing}, [thing]
    while new:
        new = sorted({whole for each in new for whole in _wholes(each, registry)} - known)
        known.update(new)
    return known


def _wholes(thing: str, registry: Registry) -> tuple[str, ...]:
    for kind in registry.names.kinds_of(thing):
        whole = registry.entry(kind, thing).values.get(_WHOLE.get(kind, ""))
        if whole is not None:
            return tuple(map(str, whole)) if isinstance(whole, tuple) else (str(whole),)
    return ()
