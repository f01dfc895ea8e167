"""`figures-jointly-impossible`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.findings import Anchor, Clash, Severity
from factlint.reasoning.system import conflicts, impossible
from factlint.rules.base import Rule
from factlint.rules.figures.figure_differs import FigureDiffers
from factlint.rules.figures.groups import groups
from factlint.rules.figures.printing import place, quantity, subject
from factlint.rules.figures.sum_mismatch import SumMismatch
from factlint.rules.figures.truncation import looks_truncated

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.corpus import Corpus
    from factlint.reasoning.system import Conflict
    from factlint.rules.figures.groups import Group


class FiguresJointlyImpossible(Rule):
    """Figures of which each two are fine cannot all be true together.

    ## What it finds
    Values, changes, shares and the periods of one flow, tied together by what the measures `equal`, as one system of
    exact inequalities: turnover cannot grow by 79.5 % where exports double and imports grow by 163 %; a half cannot
    exceed its year. An error where the system has no solution even if each number may have been rounded or cut off, a
    warning where it has one only if some were cut off; it names those. The facts are a smallest set: without any one of
    them the others are possible.

    ## Why it matters
    Most trade reports that contradict themselves do so only jointly, so no check of one sum at a time sees it.

    ## When it stays silent
    Where any amounts fit: the verdict is exact. On changes and shares of measures that may fall below zero (`minimum:
    none`), on shares of a whole at another place or time, on uncertain times, on planned, denied and superseded
    figures, on other scopes. Where `figure-differs` or `sum-mismatch` names one of the facts, until that is settled. On
    more than 500 figures of one pair and scope, which are left to the other rules.

    ## How to settle it
    Look at the suspects first, then at each fact of the set: correct the one that misreads its article. Where the
    article itself is wrong, accept the finding with the reason.
    """

    name = "figures-jointly-impossible"
    severity = Severity.ERROR
    key = {"figures": ("pair", "scope")}
    valid = (
        """
        == facts/registry/measures.yaml
        exports: {kind: flow}
        imports: {kind: flow}
        turnover: {kind: flow, equals: exports + imports, symmetric: true}
        balance: {kind: flow, equals: exports - imports, minimum: none}
        == facts/registry/places.yaml
        armenia: {name: Armenia}
        georgia: {name: Georgia}
        == facts/a.yaml
        source: {title: What can be}
        facts:
          - {id: a, figure: turnover, of: Armenia, period: 2021, versus: 2020, change: +79.5%}
          - {id: b, figure: exports, of: Armenia, period: 2021, versus: 2020, change: 2.1 times}
          - {id: c, figure: imports, of: Armenia, period: 2021, versus: 2020, change: +63%}
          - {id: d, figure: balance, of: Armenia, period: 2021, versus: 2020, change: 4.3 times}
          - {id: e, figure: exports, of: Armenia, period: 2021, share: about 40%, share_of: turnover}
          - {id: f, figure: exports, of: Georgia, period: 2021-Q1, value: $1.2 billion}
          - {id: g, figure: exports, of: Georgia, period: 2021-Q2, value: $1.2 billion}
          - {id: h, figure: exports, of: Georgia, period: 2021, value: more than $2.2 billion}
          - {id: i, figure: imports, of: Georgia, period: 2021-Q1, scope: {goods: oil}, value: $9.0 billion}
          - {id: j, figure: imports, of: Georgia, period: 2021, value: $5.0 billion}
        """,
    )
    invalid = (
        """
        == facts/registry/measures.yaml
        exports: {kind: flow}
        imports: {kind: flow}
        turnover: {kind: flow, equals: exports + imports}
        == facts/registry/places.yaml
        armenia: {name: Armenia}
        georgia: {name: Georgia}
        == facts/a.yaml
        source: {title: A turnover that grows less than both its parts and a half above its year}
        facts:
          - id: a
            figure: turnover
            of: Armenia
            period: 2021
            versus: 2020
            change: +79.5%  # <- figures-jointly-impossible
          - {id: b, figure: exports, of: Armenia, period: 2021, versus: 2020, change: 2.1 times}
          - {id: c, figure: imports, of: Armenia, period: 2021, versus: 2020, change: +163%}
          - id: h
            figure: exports
            of: Georgia
            period: 2021-H1
            value: $5.4 billion  # <- figures-jointly-impossible
          - {id: y, figure: exports, of: Georgia, period: 2021, value: $4.2 billion}
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each wrong statement at the least that a group of figures must have, at its first suspect."""
        found = list(groups(corpus))
        if not found:
            return
        named = {
            fact for rule in (FigureDiffers(), SumMismatch()) for clash in rule.check(corpus) for fact in clash.facts
        }
        for group in found:
            yield from (_clash(corpus, *each) for each in _conflicts(group) if named.isdisjoint(each[0].owners))


def _conflicts(group: Group) -> list[tuple[Conflict, str]]:
    """The conflicts of a group with the end of their sentence: errors, or where there are none, warnings."""
    errors = conflicts(group.joint.system(dict.fromkeys(group.facts, "either")))
    if errors:
        return [(each, "") for each in errors]
    warnings = conflicts(group.joint.system(dict.fromkeys(group.facts, "rounded")))
    return [(each, _truncated(group, each)) for each in warnings]


def _truncated(group: Group, conflict: Conflict) -> str:
    """Which of the facts look truncated."""
    facts = [str(owner) for owner in conflict.owners]
    part = group.only(facts)

    def possible(cut: Sequence[str]) -> bool:
        return impossible(part.joint.system({fact: "either" if fact in cut else "rounded" for fact in facts})) is None

    return f": {looks_truncated(facts, possible).words(group.texts)}"


def _clash(corpus: Corpus, conflict: Conflict, ending: str) -> Clash:
    facts = tuple(sorted(str(owner) for owner in conflict.owners))
    suspects = tuple(sorted(str(owner) for owner in conflict.suspects))
    places = {place(corpus, fact) for fact in facts}
    words = {fact: _words(corpus, fact, own_place=len(places) > 1) for fact in facts}
    where = "" if len(places) > 1 else f" figures {places.pop()}"
    first = (suspects or facts)[0]
    return Clash(
        f"no amounts fit all of these{where}: {'; '.join(words.values())}{ending}",
        Anchor(first, _field(corpus, first)),
        facts=facts,
        related=tuple((Anchor(fact, _field(corpus, fact)), words[fact]) for fact in facts if fact != first),
        suspects=suspects,
        severity=Severity.WARNING if ending else None,
    )


def _words(corpus: Corpus, fact: str, *, own_place: bool) -> str:
    """What a fact states, on one line; of whom and with whom only where the others are about somebody else."""
    node, field = corpus.records[fact].node, _field(corpus, fact)
    text = " ".join(str(getattr(node.get(field), "text", "")).split())
    against = f" against {getattr(node.get('versus'), 'text', '')}" if field == "change" else ""
    of = f" of {corpus.registry.called(_whole(corpus, fact))}" if field == "share" else ""
    what = subject(corpus, fact) if own_place else quantity(corpus, fact)
    return f"{what} {text}{of}{against}"


def _whole(corpus: Corpus, fact: str) -> str:
    whole = corpus.records[fact].values["share_of"]
    return str(whole["figure"]) if isinstance(whole, dict) else ""


def _field(corpus: Corpus, fact: str) -> str:
    return next(field for field in ("value", "change", "share") if field in corpus.records[fact].values)
