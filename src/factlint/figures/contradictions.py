"""All contradictions among the figures of a corpus, found once for all rules that name them."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from factlint.figures import cells
from factlint.figures.called import Called
from factlint.figures.columns import suspicious
from factlint.figures.explain import Component
from factlint.figures.frame import statement
from factlint.figures.measures import measures
from factlint.figures.naming import JOINT
from factlint.figures.proof import certificate
from factlint.figures.words import remark, sentence
from factlint.findings import Anchor, Clash, Severity
from factlint.processes import Workers
from factlint.reasoning.effort import Undecided

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.figures.called import Measured
    from factlint.figures.contradiction import Contradiction
    from factlint.figures.measures import Measures
    from factlint.figures.statements import Statement
    from factlint.findings import Certificate


WORTH_PROCESSES = 200
"""From so many components on, explaining them in several processes takes less time than starting these."""

MANY = 200_000
"""Of so many figures, enough may be wrong that processes are started before it is known."""

AT_ONCE = 8
"""So many components go to a process at once where others are still being looked for."""

PORTION = 50_000
"""About so many figures are looked at on columns together, where there are twice as many."""

_OF_ONE_CELL = frozenset({"figure-differs", "outside-domain"})


def clashes(corpus: Corpus, rule: str) -> Iterator[Clash]:
    """What the rule of this name has to say: one clash for each contradiction that belongs to it."""
    found = corpus.once(judged)
    for contradiction in found.contradictions:
        if contradiction.rule == rule:
            yield _clash(corpus, contradiction)
    if rule == JOINT:
        yield from (_undecided(component) for component in found.undecided)


class Judged(NamedTuple):
    """The contradictions among all figures of a corpus, and the components that were too large to decide."""

    contradictions: tuple[Contradiction, ...]
    undecided: tuple[tuple[Statement, ...], ...]


def judged(corpus: Corpus) -> Judged:
    """One contradiction for each statement at the least that has to be wrong, in every component of figures, by facts.

    Of many figures, some processes explain what is found while this one looks for more.
    """
    known = measures(corpus)
    explain = partial(_explained, known, Called(corpus).plain)
    many = len(corpus.standing("figures")) >= MANY
    with Workers() as workers:
        if many:
            workers.begin(_ready)
        components = _components(cells.counting(corpus), known, uncertain=corpus.settings.pedantic)
        if many:
            every = list(workers.streamed(explain, components, AT_ONCE))
        else:
            every = list(workers.mapped(explain, list(components), WORTH_PROCESSES))
    contradictions = chain.from_iterable(found.contradictions for found in every)
    undecided = chain.from_iterable(found.undecided for found in every)
    return Judged(
        tuple(sorted(contradictions, key=lambda each: each.facts)),
        tuple(sorted(undecided, key=lambda component: component[0].fact)),
    )


def _explained(known: Measures, words: Measured, component: list[Statement]) -> Judged:
    """The contradictions of one component, unless it is too large to decide."""
    try:
        return Judged(tuple(Component(component, known, words).contradictions()), ())
    except Undecided:
        return Judged((), (tuple(component),))


def _ready() -> None:
    """Nothing; but whoever can call this has imported what explaining takes."""


def _components(figures: pd.DataFrame, known: Measures, *, uncertain: bool) -> Iterator[list[Statement]]:
    """The statements of each component that may be impossible, in the order of their facts; see `suspicious`."""
    wholes = {whole["figure"] for whole in figures["share_of"].dropna().tolist() if "figure" in whole}
    spoken = known.among({*figures["figure"], *wholes})
    for portion in _portions(figures):
        yield from _components_of(portion, known, suspicious(portion, spoken, uncertain=uncertain), uncertain=uncertain)


def _portions(figures: pd.DataFrame) -> Iterator[pd.DataFrame]:
    """The figures, whole groups together, so that explaining may begin with the first of a million."""
    import numpy as np

    if len(figures) < 2 * PORTION:
        yield from () if figures.empty else (figures,)
        return
    group = figures["group"].to_numpy()
    rows = np.argsort(group, kind="stable")
    ends = np.cumsum(np.bincount(group))
    cuts = np.unique(ends[np.searchsorted(ends, np.arange(PORTION // 4, len(rows), PORTION))])  # soon a first one
    for part in np.split(rows, cuts):
        if len(part):
            yield figures.iloc[np.sort(part)].reset_index(drop=True)


def _components_of(
    figures: pd.DataFrame, known: Measures, component: np.ndarray, *, uncertain: bool
) -> Iterator[list[Statement]]:
    """The statements of each component, by the number of that of each figure, where it has one."""
    chosen = figures[component >= 0].assign(component=component[component >= 0]).sort_values("fact")
    found: dict[int, list[Statement]] = {}
    names = list(figures.columns)
    rows = zip(*(chosen[name] for name in names), strict=True)
    for number, values in zip(chosen["component"], rows, strict=True):
        stated = statement(dict(zip(names, values, strict=True)), known)
        if stated and (stated.certain or uncertain):
            found.setdefault(int(number), []).append(stated)
    yield from found.values()


def _undecided(component: tuple[Statement, ...]) -> Clash:
    """That nobody knows whether some figures can all be true."""
    first = component[0]
    return Clash(
        f"{len(component)} figures hang together in ways that are too much to decide exactly, and were left alone: "
        "tell them apart with scope:, or look at the sums and changes among them by hand",
        Anchor(first.fact, first.field),
        severity=Severity.NOTE,
    )


def _clash(corpus: Corpus, found: Contradiction) -> Clash:
    first = _first(found)
    words = {each.fact: remark(corpus, found, each.fact) for each in found.statements}
    fields = {each.fact: each.field for each in found.statements}
    return Clash(
        sentence(corpus, found),
        Anchor(first, fields[first]),
        facts=found.facts,
        related=tuple((Anchor(fact, fields[fact]), words[fact]) for fact in found.facts if fact != first),
        suspects=found.suspects,
        hint=found.hint,
        severity=_severity(found),
        certificate=_certificate(corpus, found),
    )


def _certificate(corpus: Corpus, found: Contradiction) -> Certificate | None:
    """The proof in words."""
    if (proof := found.proof) is None:
        return None
    called = Called(corpus)
    readings = dict.fromkeys(found.facts, proof.reading)
    system = proof.joint.system(readings)
    return certificate(
        system,
        proof.certificate,
        [called.atom(atom) for atom in proof.joint.atoms],
        list(proof.joint.because(readings, called)),
        [None if row.owner is None else str(row.owner) for row in system.rows],
    )


def _first(found: Contradiction) -> str:
    """The fact to point at: what looks cut off, a total, a change, the later of two, else the first suspect."""
    blamed = found.suspects or found.facts
    if found.truncated:
        return found.truncated.facts[0]
    if found.rule == "sum-mismatch":
        total = found.identities[0].factors[0][0]
        totals = [each.fact for each in found.statements if each.now.measure == total]
        if totals:
            return totals[0]
    if found.rule == "figure-differs":
        return blamed[-1]
    comparing = [each.fact for each in found.statements if each.base is not None and each.fact in blamed]
    return comparing[0] if comparing and found.rule != JOINT else blamed[0]


def _severity(found: Contradiction) -> Severity | None:
    if not found.certain:
        return Severity.NOTE
    by_mean = found.rule not in _OF_ONE_CELL and any(each.form == "mean" for each in found.statements)
    return Severity.WARNING if by_mean or found.reading == "rounded" else None
