"""The order of ranks: of officers on land, in the air and at sea, of diplomats and of consuls.

Each ladder has, from the lowest rank up, ranks that stand in this order in every service that has them; no service has
all of them (a colonel general is Soviet tradition, a brigadier British). A word that is short for several ranks covers
them all: any general is addressed as general. Sources: STANAG 2116 for officers, the Vienna Convention on Diplomatic
Relations (1961) and common practice for diplomats.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from factlint.reading.name import tokens
from factlint.reading.name.rank import split_rank

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


class Step(NamedTuple):
    """The steps of a ladder that a rank may mean, both ends included; steps of different ladders do not compare."""

    ladder: str
    low: int
    high: int


# Ranks of one step, which no service sets above each other or which are spelled in two ways, stand together.
_LADDERS = {
    "land": """corporal; sergeant; staff sergeant; junior lieutenant, second lieutenant; first lieutenant;
        senior lieutenant; captain; major; lieutenant colonel; colonel; brigadier, brigadier general; major general;
        lieutenant general; colonel general; army general, general of the army; field marshal""",
    "air": """flying officer; flight lieutenant; squadron leader; wing commander; group captain; air commodore;
        air vice marshal; air marshal; air chief marshal""",
    "sea": """lieutenant commander; commander; captain; commodore; rear admiral; vice admiral; admiral;
        fleet admiral, admiral of the fleet""",
    "diplomats": """attache; third secretary; second secretary; first secretary; counsellor, counselor;
        minister counsellor, minister counselor; envoy; ambassador""",
    "consuls": "vice consul; consul; consul general",
}
# What is short for any rank from the first to the last of these.
_SHORT = {
    "general": ("land", "brigadier general", "army general"),
    "marshal": ("land", "colonel general", "field marshal"),
    "colonel": ("land", "lieutenant colonel", "colonel"),
    "lieutenant": ("land", "junior lieutenant", "senior lieutenant"),
    "sergeant": ("land", "sergeant", "staff sergeant"),
    "admiral": ("sea", "rear admiral", "fleet admiral"),
    "commander": ("sea", "lieutenant commander", "commander"),
}
_LEFT_OUT = frozenset({"ret", "retd", "retired", "extraordinary", "and", "plenipotentiary"})


def steps(text: str) -> tuple[Step, ...]:
    """Where a printed rank may stand, in one ladder or two (`captain`); nothing for what is no known rank.

    Words beside the rank make it another one (`Colonel of Police`), but for `retired` and a diplomat's full style.
    """
    rank, rest = split_rank(text)
    words = [word for word in tokens(text if rank is None else rest) if word not in _LEFT_OUT]
    if rank is None:
        rank = " ".join(words)
    elif words:
        return ()
    return _STEPS.get(rank, ())


def _rungs() -> Iterator[tuple[str, str, int]]:
    for ladder, rungs in _LADDERS.items():
        for height, rung in enumerate(rungs.replace("\n", " ").split(";")):
            yield from ((ladder, " ".join(name.split()), height) for name in rung.split(","))


def _steps() -> Mapping[str, tuple[Step, ...]]:
    height = {(ladder, name): number for ladder, name, number in _rungs()}
    found: dict[str, dict[str, Step]] = {}
    for (ladder, name), number in height.items():
        found.setdefault(name, {})[ladder] = Step(ladder, number, number)
    for name, (ladder, low, high) in _SHORT.items():
        found.setdefault(name, {})[ladder] = Step(ladder, height[ladder, low], height[ladder, high])
    return MappingProxyType({name: tuple(each.values()) for name, each in found.items()})


_STEPS = _steps()
