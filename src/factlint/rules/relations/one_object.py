"""A relation that has one object at a time, with two."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Severity
from factlint.rules.base import Rule
from factlint.rules.relations.singular import Side, clashes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.corpus import Corpus
    from factlint.findings import Clash


class OneObject(Rule):
    """A relation declared to have one object at a time has two.

    ## What it finds
    Statements of a relation with `one_object: true` that give one subject, within one `scope`, two objects on a day
    on which both certainly hold. `since` lasts up to the day that the statement speaks of (`asof`, else the article's
    date), `date` is a day or a stretch with its ends; a statement without a date is about the day of its article. It
    is an error where both facts say when, a warning where the day of an article stands for one of them.

    ## Why it matters
    A country has one capital at a time, a company one parent. One of the two is wrong, or is no longer true.

    ## When it stays silent
    Where the times are apart, or may be (`date: 2020`), or where one begins on the day on which the other ends; where
    one object lies in the other, as a city in its country; for literal objects (`value`), which may be other words for
    one thing; for another `scope`, and for planned, denied and superseded statements.

    ## How to settle it
    Correct the object or the date, or write from when to when it held: `date: 2015-03/2020-11`.
    """

    name = "one-object"
    severity = Severity.ERROR
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"relations": ("relation", "subject", "scope")}
    valid = (
        """
        == facts/registry/places.yaml
        kazakhstan: {name: Kazakhstan}
        almaty: {name: Almaty, in: kazakhstan}
        astana: {name: Astana, in: kazakhstan}
        medeu: {name: Medeu district, in: almaty}
        == facts/registry/relations.yaml
        has-capital: {name: has its capital in, one_object: true}
        == facts/a.yaml
        source: {title: An encyclopaedia}
        published: 2021-06-23
        facts:
          - {id: almaty, relation: has-capital, subject: kazakhstan, object: almaty, date: 1991-12-16/1997-12-10}
          - {id: district, relation: has-capital, subject: kazakhstan, object: medeu, date: 1993-05-05}
          - {id: astana, relation: has-capital, subject: kazakhstan, object: astana, since: 1997-12-10}
          - {id: some-day, relation: has-capital, subject: kazakhstan, object: almaty, date: 1997}
          - {id: no-longer, relation: has-capital, subject: kazakhstan, object: almaty, mode: denied}
        """,
    )
    invalid = (
        """
        == facts/registry/places.yaml
        kazakhstan: {name: Kazakhstan}
        almaty: {name: Almaty, in: kazakhstan}
        astana: {name: Astana, in: kazakhstan}
        == facts/registry/relations.yaml
        has-capital: {name: has its capital in, one_object: true}
        == facts/a.yaml
        source: {title: An encyclopaedia}
        published: 2021-06-23
        facts:
          - id: astana
            relation: has-capital
            subject: kazakhstan
            object: astana # <- one-object
            since: 1997-12-10
        == facts/b.yaml
        source: {title: A report}
        published: 2016-02-01
        facts:
          - id: almaty
            relation: has-capital
            subject: kazakhstan
            object: almaty
            asof: 2015-07-06
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each subject and time, at the first statement of the smallest set, related to the others."""
        yield from clashes(corpus, Side("one_object", "subject", "object"))
