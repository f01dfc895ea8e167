"""Values that a fact's own quote does not give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.findings import Anchor, Clash, Severity
from factlint.reading.date import Date
from factlint.rules.base import Rule
from factlint.rules.evidence.quoted import Quoted
from factlint.rules.evidence.quoted_fields import COLUMNS, People, missing_values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.corpus import Corpus
    from factlint.rules.evidence.quoted_fields import Missing


class ValueNotInQuote(Rule):
    """A value does not stand in the quote of its own fact.

    ## What it finds
    A figure, a change or a share of which no number in the quote (in digits or words, on any scale) is the printed
    number; an event's `date`, `duration`, `number` or `count` that the quote does not give; a person whom no name,
    alias or surname in the quote means; a `title` with words that the quote lacks, and a `rank` that it does not print.
    Where the quote says one thing instead, the message tells it.

    ## Why it matters
    The quote proves the fact. A value that stands elsewhere, or nowhere, is not proved.

    ## When it stays silent
    Where `derived: true` says that the value follows from the quote without standing in it. A year that the day of
    publication supplies may be missing (`June 22`), a day may be told from it (`yesterday`), and a date may be vaguer
    than the quote. A role's `at` and a figure's `period`, which the sentences around may give, need not stand in the
    quote, nor need countries, bodies and places.

    ## How to settle it
    Correct the value, quote the words that give it (`[...]` leaves out what lies between), or write `derived: true`.
    """

    name = "value-not-in-quote"
    severity = Severity.WARNING
    key = dict.fromkeys(COLUMNS, ())
    valid = (
        """
        == seeds/visit.txt
        The 44-day war of autumn 2020 was discussed on June 22, at the fifth meeting of the working group. President
        Aliyev met the visiting Defence Minister, Col-Gen Hasanov. Exports doubled: they rose from $1.6 mln to
        3,200,000 dollars, a third of the turnover. About a hundred units trained for three days.
        == facts/registry/people.yaml
        ilham-aliyev: {name: Ilham Aliyev, born: 1961-12-24}
        zakir-hasanov: {name: Zakir Hasanov, aliases: [Zakir Həsənov]}
        == facts/registry/offices.yaml
        minister-of-defence: {title: Minister of Defence}
        == facts/registry/measures.yaml
        exports: {name: exports, kind: flow, unit: USD}
        turnover: {name: turnover, kind: flow, unit: USD}
        units: {name: units trained, kind: flow, unit: unit}
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        == facts/registry/events.yaml
        war: {name: War}
        talks: {name: Talks}
        == facts/2021-06-23-azernews.yaml
        article: visit.txt
        published: 2021-06-23
        facts:
          - {id: war, event: war, date: 2020-autumn, duration: 44 days, quote: The 44-day war of autumn 2020}
          - id: talks
            event: talks
            date: 2021-06-22
            number: 5
            who: [Azerbaijan, Ilham Aliyev, Zakir Hasanov]
            quote: >-
              discussed on June 22, at the fifth meeting of the working group. President Aliyev met the visiting Defence
              Minister, Col-Gen Hasanov
          - id: hasanov
            role: minister-of-defence
            person: Zakir Hasanov
            at: 2021-06-21
            title: Defense Minister
            rank: Colonel-General
            quote: the visiting Defence Minister, Col-Gen Hasanov
          - {id: before, figure: exports, of: Azerbaijan, period: 2019, value: $1.6 million, quote: from $1.6 mln}
          - {id: after, figure: exports, of: Azerbaijan, period: 2020, value: $3.2 million, quote: "3,200,000 dollars"}
          - id: growth
            figure: exports
            of: Azerbaijan
            period: 2020
            versus: 2019
            change: 2 times
            quote: Exports doubled
          - id: growth-in-percent
            figure: exports
            of: Azerbaijan
            period: 2020
            versus: 2019
            change: +100%
            derived: true
            quote: they rose from $1.6 mln to 3,200,000 dollars
          - {id: units, figure: units, of: Azerbaijan, period: 2021, value: about 100, quote: About a hundred units}
        """,
    )
    invalid = (
        """
        == seeds/visit.txt
        Ali Naghiyev received General Bajwa, Chief of Army Staff, on June 22. Exports reached $1.6 million in 2020.
        == facts/registry/people.yaml
        ali-naghiyev: {name: Ali Naghiyev}
        qamar-javed-bajwa: {name: Qamar Javed Bajwa}
        zakir-hasanov: {name: Zakir Hasanov}
        == facts/registry/offices.yaml
        chief-of-army-staff: {title: Chief of Army Staff, aliases: [Chief of Air Staff]}
        == facts/registry/measures.yaml
        exports: {name: exports, kind: flow, unit: USD}
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        == facts/registry/events.yaml
        talks: {name: Talks}
        == facts/2021-06-23-azernews.yaml
        article: visit.txt
        published: 2021-06-23
        facts:
          - id: talks
            event: talks
            date: 2021-06-23 # <- value-not-in-quote
            who:
              - Ali Naghiyev
              - Zakir Hasanov # <- value-not-in-quote
            quote: Ali Naghiyev received General Bajwa, Chief of Army Staff, on June 22
          - id: bajwa
            role: chief-of-army-staff
            person: Qamar Javed Bajwa
            title: Chief of Air Staff # <- value-not-in-quote
            rank: Colonel-General # <- value-not-in-quote
            quote: General Bajwa, Chief of Army Staff
          - id: exports
            figure: exports
            of: Azerbaijan
            period: 2020
            value: $16 million # <- value-not-in-quote
            quote: Exports reached $1.6 million in 2020
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each such field of each fact, at the field (`who.1` for the second of a list)."""
        people = People(corpus.registry)
        for table, columns in COLUMNS.items():
            facts = corpus.table(table)
            quoted = facts[facts["quote"].notna() & ~facts["derived"]]
            for cells in zip(*(quoted[column].tolist() for column in columns), strict=True):
                fact = dict(zip(columns, cells, strict=True))
                published = fact["published"]
                quote = Quoted(fact["quote"], published.as_moment() if isinstance(published, Date) else None)
                for missing in (*missing_values(table, fact, quote), *people.missing(table, fact, quote)):
                    yield _clash(fact["fact"], missing)


def _clash(fact: str, missing: Missing) -> Clash:
    return Clash(
        f"{missing.what} does not stand in the quote{missing.instead}: "
        "correct it, quote the words that give it, or write derived: true",
        Anchor(fact, missing.field),
        (fact,),
    )
