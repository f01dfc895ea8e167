"""Contradictions on the timeline as sentences, told in the order of time."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from factlint.findings import Severity
from factlint.reading.date import Date, format_day
from factlint.reading.quantity import Hedge, Quantity
from factlint.timeline.columns import Kind
from factlint.timeline.lives import End, life, when
from factlint.timeline.told import named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.corpus import Corpus
    from factlint.timeline.explain import Contradiction, Step

_SETTLE = {
    "duration-mismatch": "correct the duration or a date",
    "order-impossible": "correct a date or the order",
    "outside-container": "correct a date, or write after: where it followed",
    "before-founded": "correct a date, or who and where it was",
    "after-dissolved": "correct a date, or who and where it was",
    "outside-lifetime": "correct a date, or who took part",
}
_AGAIN = (Kind.BEFORE, Kind.AFTER)
_MOST = 12


class _Outcome(NamedTuple):
    """What follows for an event."""

    about: str
    words: str


class _Clause(NamedTuple):
    """What one step says: of an event, None where `words` have a subject; and which other event they end with."""

    about: str | None
    words: str
    other: str | None = None


def told_in_order(steps: Sequence[Step]) -> tuple[Step, ...]:
    """The steps in the order in which they read best: mostly that of time."""
    if not _backwards(steps):
        return tuple(steps)
    # A cycle that no day begins is told from its own first step on, whichever way it goes.
    return (*steps[::-1],) if steps[0].tail == 0 else (steps[0], *steps[:0:-1])


def sentence(corpus: Corpus, found: Contradiction) -> str:
    """The chain in one sentence, and how to settle it."""
    words = _Words(corpus)
    steps = told_in_order(found.steps)
    if found.severity is Severity.NOTE:
        return f"possibly: {words.chain(steps, None)}: write the days that are known, or {_SETTLE[found.rule]}"
    return f"{words.chain(steps, _outcome(found.steps))}: {_SETTLE[found.rule]}"


def remark(corpus: Corpus, step: Step) -> str:
    """What one step says, on its own."""
    return _Words(corpus).whole(step)


def assumption(corpus: Corpus, found: Contradiction) -> str | None:
    """A hint for events that are taken to be of one day where that matters: something was to lie within them."""
    if not any(step.kind in (Kind.DURING, Kind.PART_OF) for step in found.steps):
        return None
    names = dict.fromkeys(step.about for step in found.steps if step.kind is Kind.ONE_DAY)
    if not names:
        return None
    called = " and ".join(_Words(corpus).event(name) for name in names)
    return f"no stretch and no duration of {called} is known, so it counts as one day: write how long it lasted"


def _backwards(steps: Sequence[Step]) -> bool:
    """Whether the cycle runs against time: orders and shortest durations lead back, longest durations ahead."""
    back = sum(step.kind in _AGAIN or (step.kind is Kind.DURATION and step.bound <= 0) for step in steps)
    ahead = sum(step.kind is Kind.DURATION and step.bound > 0 for step in steps)
    return back > ahead


def _outcome(steps: Sequence[Step]) -> _Outcome | None:
    """What follows from all but the last thing told, where a duration is to be reckoned with."""
    if steps[0].tail != 0 or not any(step.kind is Kind.DURATION for step in steps[1:-1]):
        return None
    if _backwards(steps):
        variable, about = steps[0].head, steps[0].about
        when = f"on {format_day(-sum(step.bound for step in steps[1:]))} at the earliest"
    else:
        variable, about = steps[-1].tail, steps[-1].about
        when = f"by {format_day(sum(step.bound for step in steps[:-1]))}"
    return _Outcome(about, f"{'began' if variable % 2 else 'ended'} {when}")


class _Words:
    """Names and dates as messages have them."""

    def __init__(self, corpus: Corpus) -> None:
        self._registry = corpus.registry

    def event(self, name: str) -> str:
        """What an event is called."""
        event, kind, scope = named(name)
        more = "; ".join(each for each in ("" if kind == "held" else kind, scope) if each)
        called = self._registry.called(event)
        return f"{called} ({more})" if more else called

    def whole(self, step: Step) -> str:
        """A clause of its own."""
        return self._full(self._clause(step))

    def chain(self, steps: Sequence[Step], outcome: _Outcome | None) -> str:
        """All clauses, the last one as what contradicts the others."""
        said = {(step.at, step.kind): step for step in steps if step.at is not None}
        clauses = list(dict.fromkeys(self._clause(step) for step in said.values()))
        if len(clauses) == 1:
            return f"{self._full(clauses[0])}, which cannot be"
        if {step.kind for step in said.values()} == {Kind.DURATION} and len({each.about for each in clauses}) == 1:
            return f"{self._full(clauses[0])} in one fact, but {clauses[-1].words.removeprefix('lasted ')} in another"
        *first, last = clauses
        text = self._full(first[0])
        for before, clause in pairwise(self._shortened(first)):
            text += self._joined(before, clause)
        if outcome:
            known = (first[-1].about, first[-1].other) == (outcome.about, None)
            text += f", so {'it' if known else self.event(outcome.about)} {outcome.words}"
        return f"{text}, but {self._against(last, clauses)}"

    def _shortened(self, clauses: list[_Clause]) -> list[_Clause]:
        """Of very many, the first ones and the last."""
        if len(clauses) <= _MOST:
            return clauses
        left = len(clauses) - _MOST + 1
        return [*clauses[: _MOST - 1], _Clause(None, f"and so on over {left:,} steps"), clauses[-1]]

    def _joined(self, before: _Clause, clause: _Clause) -> str:
        if clause.about is not None and clause.about == before.about:
            return f" and {self._verb(clause)}"
        if clause.about is not None and clause.about == before.other:
            return f", which {self._verb(clause)}"
        if clause.other is not None and clause.other == before.about:
            return f" and {self._full(clause, other='it')}"
        return f", {self._full(clause)}"

    def _against(self, last: _Clause, clauses: Sequence[_Clause]) -> str:
        """The last clause; where all are about one event, it is `it`."""
        if last.about is None and len({each.about or each.other for each in clauses}) == 1:
            return self._full(last, other="it")
        only = {(each.about, each.other) for each in clauses} == {(last.about, None)}
        return f"it {self._verb(last)}" if only else self._full(last)

    def _full(self, clause: _Clause, other: str | None = None) -> str:
        verb = self._verb(clause, other)
        return verb if clause.about is None else f"{self.event(clause.about)} {verb}"

    def _verb(self, clause: _Clause, other: str | None = None) -> str:
        return clause.words if clause.other is None else f"{clause.words} {other or self.event(clause.other)}"

    def _clause(self, step: Step) -> _Clause:
        said = step.said
        if isinstance(said, End):
            return self._life(step, said)
        if isinstance(said, Quantity):
            return _Clause(step.about, f"lasted {_length(said)}")
        if isinstance(said, Date):
            return _Clause(step.about, _dated(step.kind, said))
        if step.kind is Kind.AFTER:
            return _Clause(step.other, "came before", step.about)
        verb = {Kind.BEFORE: "came before", Kind.DURING: "took place during"}.get(step.kind, "was part of")
        return _Clause(step.about, verb, step.other)

    def _life(self, step: Step, end: End) -> _Clause:
        name = self._registry.called(step.entry or "")
        if end.entry == step.entry:
            existed = f"{'who' if end.key in ('born', 'died') else 'which'} {life(end)}"
        else:
            kin = "predecessor" if end.key == "founded" else "successor"
            existed = f"whose {kin} {self._registry.called(end.entry)} {life(end)}"
        if step.kind is Kind.PLACE:
            return _Clause(step.about, f"took place in {name}, {existed}")
        return _Clause(None, f"{name}, {existed}, took part in", step.about)


def _dated(kind: Kind, date: Date) -> str:
    if kind is Kind.BEGIN:
        return f"began {when(date.begins)}"
    if kind is Kind.END:
        return f"ended {when(date.ends)}"
    return f"took place {when(date.begins)}"


def _length(duration: Quantity) -> str:
    """The duration in words: `44 days`, `more than two years`."""
    text = duration.text
    if duration.hedge is not Hedge.NONE or "-" not in text or duration.number.denominator != 1:
        return text
    number = int(duration.number)
    return f"{number:,} {duration.unit}{'' if number == 1 else 's'}"
