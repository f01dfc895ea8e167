"""The consistency report as JSON: what `check` writes as JSON, and beside it what the page for people shows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factlint.reading.date import FOREVER, NEVER, iso
from factlint.reports.json import render as findings_json

if TYPE_CHECKING:
    from fractions import Fraction

    from factlint.findings import Source
    from factlint.interval import Interval
    from factlint.reading.date import Days
    from factlint.reports.page import Page
    from factlint.survey import Survey
    from factlint.survey.estimates import Estimate
    from factlint.survey.terms import Holding, Office


def render(page: Page) -> str:
    """One JSON object: the keys of `check --output-format json` (version 1), and sources, offices, figures and more.

    Days are ISO dates, null where an end is open; ends of intervals are exact fractions as text, null where there is
    none; `implied` is an outer bound, null where the other figures cannot all be true.
    """
    report, survey = page.report, page.survey
    told = survey.corroboration
    whole = {
        **json.loads(findings_json(report)),
        "date": report.date,
        "rules": [rule._asdict() for rule in page.rules],
        "sources": [_source(source, survey) for source in report.sources],
        "offices": [_office(office) for office in survey.offices],
        "figures": [[_estimate(each) for each in component] for component in survey.estimates.components],
        "corroboration": [
            {"statement": each.words, "origins": {name: list(facts) for name, facts in each.origins}}
            for each in told.told
        ],
        "titles": [{"fact": fact, "confirmed_by": list(by)} for fact, by in report.titles],
    }
    return f"{json.dumps(whole, ensure_ascii=False, indent=2)}\n"


def _source(source: Source, survey: Survey) -> dict[str, object]:
    name = survey.articles.get(source.ref)
    mentions = survey.mentions.get(name, ()) if name else ()
    facts = [{"id": fact.ref, "kind": fact.kind, "states": fact.words, "quote": fact.quote} for fact in source.facts]
    return {
        "id": source.ref,
        "article": name,
        "title": source.title or None,
        "publisher": source.publisher or None,
        "author": source.author or None,
        "published": source.published or None,
        "facts": facts,
        "mentioned": len(mentions),
        "uncovered": [{"kind": each.kind, "line": each.line, "text": each.text} for each in mentions if not each.facts],
    }


def _office(office: Office) -> dict[str, object]:
    holders = [
        {"person": holder.person, "name": holder.name, "terms": [_holding(each) for each in holder.holdings]}
        for holder in office.holders
    ]
    return {"office": office.office, "title": office.title, "seats": office.seats, "holders": holders}


def _holding(holding: Holding) -> dict[str, object]:
    return {
        "fact": holding.fact,
        "kind": holding.span.kind,
        "begins": _days(holding.span.first),
        "ends": _days(holding.span.last),
        "acting": holding.acting,
        "former": holding.former,
    }


def _days(days: Days) -> list[str | None]:
    return [iso(day) if NEVER < day < FOREVER else None for day in days]


def _estimate(estimate: Estimate) -> dict[str, object]:
    return {
        "fact": estimate.fact,
        "quantity": estimate.quantity,
        "text": estimate.text,
        "printed": _interval(estimate.printed),
        "implied": None if estimate.implied.is_empty else _interval(estimate.implied),
        "possible": estimate.possible,
    }


def _interval(numbers: Interval) -> list[str | None]:
    return [_number(numbers.low), _number(numbers.high)]


def _number(end: Fraction | None) -> str | None:
    return None if end is None else str(end)
