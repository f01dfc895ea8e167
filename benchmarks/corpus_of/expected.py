"""What was injected, and how much of it a run has found."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from factlint.findings import Report


class Flaw(NamedTuple):
    """An injected contradiction: every finding that is due to it names one of `facts`; all other facts are true."""

    family: str
    story: str
    flaw: str
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Expected:
    """The injected contradictions, and for the first letter of a fact's id the family of its story.

    A fact `AB/012#f34-56` belongs to the story `f34`: the id up to its last hyphen.
    """

    facts: int
    files: int
    prefixes: Mapping[str, str]
    flaws: tuple[Flaw, ...]

    def write(self, path: Path) -> None:
        """As JSON."""
        said = asdict(self) | {"flaws": [each._asdict() for each in self.flaws]}
        path.write_text(json.dumps(said, indent=1) + "\n", encoding="utf-8")

    @classmethod
    def load(cls, path: Path) -> Expected:
        """What `write` wrote."""
        said = json.loads(path.read_text(encoding="utf-8"))
        flaws = (Flaw(**{**each, "facts": tuple(each["facts"])}) for each in said["flaws"])
        return cls(said["facts"], said["files"], said["prefixes"], tuple(flaws))


class Named(NamedTuple):
    """A finding: whether it fails a run, and the facts that it names anywhere."""

    fails: bool
    facts: frozenset[str]


def story(fact: str) -> str:
    """The story of a fact, by its reference."""
    return fact.rpartition("#")[2].rpartition("-")[0]


def score(findings: Report | Mapping[str, Any], expected: Expected) -> tuple[int, int]:
    """How many of the flaws are named by an error or a warning, and how many of these name no flaw.

    `findings` is a report, or what `--output-format json` writes, parsed. A finding that names only true facts of a
    story with a flaw is invented too.
    """
    wrong = {fact: number for number, flaw in enumerate(expected.flaws) for fact in flaw.facts}
    named = [each.facts & wrong.keys() for each in _named(findings) if each.fails]
    return len({wrong[fact] for facts in named for fact in facts}), sum(not facts for facts in named)


def _named(findings: Report | Mapping[str, Any]) -> Iterable[Named]:
    if isinstance(findings, Mapping):
        for each in findings["findings"]:
            spots = (each["primary"], *each["related"])
            facts = frozenset((*each["facts"], *(spot["fact"] for spot in spots if spot["fact"])))
            yield Named(each["accepted"] is None and each["severity"] != "note", facts)
        return
    for found in findings.findings:
        facts = frozenset((*found.facts, *(spot.fact for spot in (found.primary, *found.related) if spot.fact)))
        yield Named(found.fails, facts)
