"""The charts of the page: offices as timelines, and the timeline of a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.reading.date import FOREVER, NEVER, Days
from factlint.reports.html.drawing.axis import axis_between, axis_of, labels
from factlint.reports.html.drawing.spans import Bar, row, said
from factlint.reports.html.facts import state_of
from factlint.reports.words import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markupsafe import Markup

    from factlint.findings import Finding
    from factlint.reports.html.drawing.axis import Axis
    from factlint.reports.html.facts import Fact, Facts
    from factlint.survey import Survey
    from factlint.survey.days import Span
    from factlint.survey.terms import Holder, Holding, Office


_SEEN, _AROUND = 0.08, 3


class Note(NamedTuple):
    """Days in words, and the facts of a row that say so."""

    words: str
    facts: tuple[Fact, ...]


class Row(NamedTuple):
    """A row of a chart: what it is about, the drawing, and its facts."""

    label: str
    picture: Markup
    notes: tuple[Note, ...]
    suspect: bool = False


class Timeline(NamedTuple):
    """Rows on one axis: `axis` is the drawing with its labels."""

    axis: Markup
    rows: tuple[Row, ...]


class OfficeChart(NamedTuple):
    """An office, how many hold it at once in words, and a row for each holder."""

    office: Office
    seats: str
    clashes: bool
    rows: tuple[Row, ...]


class Offices(NamedTuple):
    """All offices on one axis; `axis` is None where no office has a day."""

    axis: Markup | None
    charts: tuple[OfficeChart, ...]


def offices(survey: Survey, facts: Facts, findings: Sequence[Finding]) -> Offices:
    """The offices; those with a clash first."""
    spans = [each.span for office in survey.offices for holder in office.holders for each in holder.holdings]
    axis = axis_of(spans)
    if axis is None:
        return Offices(None, ())
    charts = [_office(axis, office, facts, _clashes(office, survey, findings)) for office in survey.offices]
    return Offices(labels(axis), tuple(sorted(charts, key=lambda each: not each.clashes)))


def timeline(finding: Finding, survey: Survey, facts: Facts) -> Timeline | None:
    """The days of which a finding's facts speak; None where arithmetic proves it, or there is nothing to compare.

    The day of publication stands beside a fact that is alone.
    """
    dated = [
        (facts.by_ref[ref], survey.spans[ref]) for ref in finding.facts if ref in survey.spans and ref in facts.by_ref
    ]
    alone = survey.published.get(finding.facts[0].partition("#")[0]) if len(finding.facts) == 1 else None
    spans = [span for _, span in dated] + ([alone] if alone else [])
    shared = _shared(spans) if len(dated) > 1 else None
    axis = _close(axis_of(spans), shared)
    if finding.certificate or axis is None or len({(span.first, span.last) for span in spans}) == 1:
        return None
    bands = [(shared, state_of(finding))] if shared else []
    rows = [_dated(axis, finding, fact, span, bands) for fact, span in dated]
    if alone:
        rows.append(Row("Published", row(axis, "Published", said(alone), [Bar(alone, "former")]), ()))
    return Timeline(labels(axis), tuple(rows))


def _close(axis: Axis | None, shared: Days | None) -> Axis | None:
    """An axis on which days that several facts share can be seen: where they are few, only what is around them."""
    if axis is None or shared is None or shared.latest + 1 - shared.earliest >= (axis.last - axis.first) * _SEEN:
        return axis
    around = (shared.latest + 1 - shared.earliest) * _AROUND
    return axis_between(shared.earliest - around, shared.latest + around)


def _dated(axis: Axis, finding: Finding, fact: Fact, span: Span, bands: list[tuple[Days, str]]) -> Row:
    suspect = fact.stated.ref in finding.suspects and len(finding.suspects) < len(finding.facts)
    picture = row(axis, fact.stated.words, said(span), [Bar(span, "suspect" if suspect else "")], bands)
    return Row(fact.stated.words, picture, (Note(said(span), (fact,)),), suspect)


def _office(axis: Axis, office: Office, facts: Facts, clashes: list[tuple[Days, str]]) -> OfficeChart:
    seats = "any number at once" if office.seats is None else count(office.seats, "seat")
    rows = tuple(_holder(axis, office, holder, facts, clashes) for holder in office.holders)
    return OfficeChart(office, seats, bool(clashes), rows)


def _holder(axis: Axis, office: Office, holder: Holder, facts: Facts, clashes: list[tuple[Days, str]]) -> Row:
    bars = [Bar(each.span, "acting" if each.acting else "former" if each.former else "") for each in holder.holdings]
    notes: dict[str, list[Fact]] = {}
    for each in holder.holdings:
        notes.setdefault(_held(each), []).extend([facts.by_ref[each.fact]] if each.fact in facts.by_ref else [])
    picture = row(axis, f"{holder.name}, {office.title}", "; ".join(notes), bars, clashes)
    return Row(holder.name, picture, tuple(Note(words, tuple(said_by)) for words, said_by in notes.items() if said_by))


def _held(holding: Holding) -> str:
    flags = [flag for flag, is_so in (("acting", holding.acting), ("former", holding.former)) if is_so]
    return " ".join([*flags, said(holding.span)])


def _clashes(office: Office, survey: Survey, findings: Sequence[Finding]) -> list[tuple[Days, str]]:
    """The days that all facts of a finding on this office alone have in common, and what the finding makes of them."""
    own = frozenset(office.facts)
    found = []
    for finding in findings:
        if len(finding.facts) > 1 and own.issuperset(finding.facts):
            shared = _shared([survey.spans[ref] for ref in finding.facts])
            found += [(shared, state_of(finding))] if shared else []
    return found


def _shared(spans: Sequence[Span]) -> Days | None:
    """The days that are certainly in all of the spans."""
    first, last = max(span.first.latest for span in spans), min(span.last.earliest for span in spans)
    return Days(first, last) if NEVER < first <= last < FOREVER else None
