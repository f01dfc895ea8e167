"""A relation that has one subject at a time, with two."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Severity
from factlint.rules.base import Rule
from factlint.rules.relations.singular import Side, clashes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.corpus import Corpus
    from factlint.findings import Clash


class OneSubject(Rule):
    """A relation declared to have one subject at a time has two.

    ## What it finds
    Statements of a relation with `one_subject: true` that give one object, within one `scope`, two subjects on a day
    on which both certainly hold. When a statement holds is read as in `one-object`: an error where both facts say
    when, a warning where the day of an article stands for one of them.

    ## Why it matters
    One country presides over the Union, one company owns the field. Of two that are said to, one does not.

    ## When it stays silent
    Where the times are apart, or may be, or where one begins on the day on which the other ends; where one subject lies
    in the other, as a ministry in its country; for another `scope`, and for planned, denied and superseded
    statements.

    ## How to settle it
    Correct the subject or the date, or write from when to when it held: `date: 2019-10-25/2024-01-19`.
    """

    name = "one-subject"
    severity = Severity.ERROR
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"relations": ("relation", "scope")}
    valid = (
        """
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        venezuela: {name: Venezuela}
        baku: {name: Baku, in: azerbaijan}
        == facts/registry/bodies.yaml
        movement: {name: Non-Aligned Movement}
        == facts/registry/relations.yaml
        chairs: {name: chairs, one_subject: true}
        == facts/a.yaml
        source: {title: A report}
        published: 2021-06-23
        facts:
          - {id: before, relation: chairs, subject: venezuela, object: movement, date: 2016-09-17/2019-10-25}
          - {id: after, relation: chairs, subject: azerbaijan, object: movement, since: 2019-10-25}
          - {id: city, relation: chairs, subject: baku, object: movement}
          - {id: year, relation: chairs, subject: venezuela, object: movement, date: 2019}
          - {id: youth, relation: chairs, subject: venezuela, object: movement, scope: {of: its youth}}
        == facts/b.yaml
        source: {title: A forecast}
        published: 2021-06-23
        facts:
          - {id: next, relation: chairs, subject: venezuela, object: movement, mode: planned}
        """,
    )
    invalid = (
        """
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        venezuela: {name: Venezuela}
        == facts/registry/bodies.yaml
        movement: {name: Non-Aligned Movement}
        == facts/registry/relations.yaml
        chairs: {name: chairs, one_subject: true}
        == facts/a.yaml
        source: {title: A report}
        published: 2021-06-23
        facts:
          - id: azerbaijan
            relation: chairs
            subject: azerbaijan # <- one-subject
            object: movement
            since: 2019-10-25
        == facts/b.yaml
        source: {title: Another report}
        published: 2020-05-04
        facts:
          - id: venezuela
            relation: chairs
            subject: venezuela
            object: movement
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each object and time, at the first statement of the smallest set, related to the others."""
        yield from clashes(corpus, Side("one_subject", "object", "subject"))
