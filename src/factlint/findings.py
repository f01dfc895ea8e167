"""What the tool says back: places, findings, their fingerprints and their one fixed order."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping


class Severity(StrEnum):
    """How sure a finding is.

    An error cannot be true under any reading of what is declared, a warning cannot be true under a default
    that the curator may have overlooked, a note is a hint and never fails a run.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A stretch of text in a file of the project.

    `path` is relative to the project with forward slashes; lines and columns count from 1, columns in Unicode
    code points; the end is exclusive.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Anchor:
    """A key of a fact, a registry entry or a fact file, by reference; the corpus knows its place.

    `ref` is `<path below facts/ without its ending>#<id>`, or that path alone for a file's own keys; `field` is the
    key, with `.0` for the first item of a list; empty for the entry as a whole.
    """

    ref: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One inequality of a proof: `times` · (Σ factor · quantity ≤ or < bound).

    `terms` are pairs of the exact factor and the name of a quantity; numbers are fractions as text (`3/2`). `because`
    says in words why it holds; `fact` is who states it, None where the registry does or the nature of things.
    """

    times: str
    terms: tuple[tuple[str, str], ...]
    bound: str
    strict: bool
    because: str
    fact: str | None = None


@dataclass(frozen=True, slots=True)
class Certificate:
    """Why some figures cannot all be true: inequalities which, each multiplied and all added up, say something false.

    Every quantity cancels, and what is left is 0 ≤ `sum`, a number below zero, or 0 < 0. It is a certificate of Farkas
    (1902), so that a reader needs nothing but a pencil to check it.
    """

    steps: tuple[Step, ...]
    sum: str


@dataclass(frozen=True, slots=True)
class Clash:
    """What a rule found, still by reference: the engine turns it into a `Finding` with places.

    `facts` is the smallest set that cannot all be true, `suspects` those whose removal alone resolves it.
    `severity` is given where it differs from the rule's own; `about` says what `at` belongs to where `at` is a place
    inside the cell; `certificate` proves that the facts cannot all be true, where arithmetic does.
    """

    message: str
    at: Anchor | Place
    facts: tuple[str, ...] = ()
    related: tuple[tuple[Anchor | Place, str], ...] = ()
    suspects: tuple[str, ...] = ()
    hint: str | None = None
    severity: Severity | None = None
    about: Anchor | None = None
    certificate: Certificate | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """A place with the fact that stands there, the fact's quote, and what this place has to do with the finding."""

    place: Place
    fact: str | None = None
    quote: str | None = None
    message: str = ""


@dataclass(frozen=True, slots=True)
class Acceptance:
    """The `accept` entry that matches a finding: the fact that has it, and what it says; `other` is its `with`."""

    fact: str
    because: str
    until: str | None = None
    other: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at. The format's page says what each part means."""

    rule: str
    severity: Severity
    message: str
    primary: Spot
    related: tuple[Spot, ...] = ()
    facts: tuple[str, ...] = ()
    suspects: tuple[str, ...] = ()
    hint: str | None = None
    accepted: Acceptance | None = None
    anchor: str = ""
    fingerprint: str = ""
    certificate: Certificate | None = None

    @property
    def fails(self) -> bool:
        """Whether a run with this finding ends with status 1."""
        return self.accepted is None and self.severity is not Severity.NOTE


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in their one fixed order, without exact repetitions, each with its fingerprint."""
    kept = sorted(set(findings), key=_order)
    seen: Counter[str] = Counter()
    stamped = []
    for finding in kept:
        base = _base(finding)
        seen[base] += 1
        stamped.append(replace(finding, fingerprint=_digest(f"{base}\0{seen[base]}")))
    return tuple(stamped)


def _order(finding: Finding) -> tuple[object, ...]:
    """By file, then by what a finding is about: the lines come last, so that shuffled facts keep the order."""
    spots = tuple((spot.place, spot.message) for spot in finding.related)
    what = (finding.primary.place.path, finding.anchor, finding.rule, finding.facts, finding.message)
    return (*what, finding.primary.place, spots, finding.hint or "")


def _base(finding: Finding) -> str:
    """What makes a finding the same one after lines moved: never a line number, never the order of files."""
    where = finding.anchor or finding.primary.place.path
    return "\0".join((finding.rule, where, *sorted(finding.facts)))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Summary:
    """How much was checked and what came of it; accepted findings are counted as accepted only."""

    articles: int
    facts: int
    errors: int
    warnings: int
    notes: int
    accepted: int


@dataclass(frozen=True, slots=True)
class StatedFact:
    """A fact in words, for pages that people read."""

    ref: str
    kind: str
    words: str
    quote: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Source:
    """An article or another source, with the facts taken from it in the order in which they are written."""

    ref: str
    name: str
    title: str
    publisher: str
    author: str
    published: str
    facts: tuple[StatedFact, ...]


class Told(NamedTuple):
    """What a corpus says, whatever clashes: its sources with their facts in words, and the titles that articles print.

    `titles` are the roles with a title, each with the facts of references that confirm it.
    """

    sources: tuple[Source, ...] = ()
    titles: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True)
class Report:
    """All that one run has to say; every output format is a function of it.

    `lines` are the lines of every file that a finding points at, by path; `faults` are failures of the tool
    itself, never of the data; `skipped` are the files under facts/ that were not read, each with the reason; `date` is
    the day that counted as today. `tell` puts the corpus into words for the formats that print it.
    """

    findings: tuple[Finding, ...]
    summary: Summary
    lines: Mapping[str, tuple[str, ...]]
    rules: tuple[str, ...]
    date: str
    faults: tuple[str, ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()
    tell: Callable[[], Told] = Told

    @cached_property
    def told(self) -> Told:
        """What the corpus says, put into words when a format first asks: that takes as long as many rules."""
        return self.tell()

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source with its facts in words, in the order of the files' paths."""
        return self.told.sources

    @property
    def titles(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The roles for which an article prints a title, each with the facts of references that confirm it."""
        return self.told.titles

    @property
    def status(self) -> int:
        """The exit status: 0 nothing to answer for, 1 findings, 2 the tool failed."""
        if self.faults:
            return 2
        return 1 if any(finding.fails for finding in self.findings) else 0


def summarise(findings: tuple[Finding, ...], articles: int, facts: int) -> Summary:
    """The counts of a run."""
    counts = Counter(finding.severity for finding in findings if finding.accepted is None)
    accepted = sum(finding.accepted is not None for finding in findings)
    return Summary(
        articles=articles,
        facts=facts,
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        notes=counts[Severity.NOTE],
        accepted=accepted,
    )
