"""One statement, told as true and denied."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Anchor, Clash, Severity
from factlint.rules.base import Rule
from factlint.rules.relations.declared import sentence
from factlint.rules.relations.denials import events, relations, roles
from factlint.rules.relations.times import when

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.corpus import Corpus
    from factlint.rules.relations.opposed import Opposed


class DeniedAndAsserted(Rule):
    """One statement is told as true and denied, for one time.

    ## What it finds
    A relation, or an office of a person, that one fact states and another has with `mode: denied`, within one `scope`,
    where both are about one day: by `date`, `since`, `asof`, or of a role `at`, `from` and `until`, else the day of
    the article. And an event that is denied as such (a fact with no more than its date) and told to have taken place,
    on the day that is denied, or by the day of an undated denial.

    ## Why it matters
    One side denies what the other reports. An article that takes over either should say so.

    ## When it stays silent
    Where the two are about different days, or may be: one may have changed its mind. For a denied detail: the `rank` of
    a relation or that it is the `only` one, the `number` of a holder, who took part in an event; for events that come
    after the denial or are of another `date_kind`; for an acting holder beside the full one; for planned and superseded
    facts, for `former` holders, and for what was `postponed` or cancelled.

    ## How to settle it
    Correct the fact that is wrong; where the denial came later and is believed, let it say what it `supersedes`; where
    two sides contradict each other, accept it with that reason.
    """

    name = "denied-and-asserted"
    severity = Severity.WARNING
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {
        "relations": ("relation", "subject"),
        "events": ("event",),
        "roles": ("role", "person"),
    }
    valid = (
        """
        == facts/registry/places.yaml
        armenia: {name: Armenia}
        pakistan: {name: Pakistan}
        == facts/registry/people.yaml
        hasanov: {name: Zakir Hasanov}
        == facts/registry/offices.yaml
        minister: {title: Minister of Defence}
        == facts/registry/events.yaml
        talks: {name: the talks}
        == facts/registry/relations.yaml
        recognizes: {name: recognizes}
        == facts/a.yaml
        source: {title: A report}
        published: 2021-06-23
        facts:
          - {id: not-yet, relation: recognizes, subject: pakistan, object: armenia, mode: denied}
          - {id: its-borders, relation: recognizes, subject: pakistan, object: armenia, scope: {of: its borders}}
          - {id: no-minister, role: minister, person: hasanov, at: 2013-10-21, mode: denied}
          - {id: minister, role: minister, person: hasanov, from: 2013-10-22}
          - {id: no-talks, event: talks, mode: denied}
          - {id: talks-of-two, event: talks, date: 2021-06-01, place: pakistan, mode: denied}
          - {id: not-first, relation: recognizes, subject: pakistan, object: armenia, rank: first, mode: denied}
          - {id: no-third, role: minister, person: hasanov, at: 2013-10-22, number: third, mode: denied}
        == facts/b.yaml
        source: {title: A later report}
        published: 2025-09-01
        facts:
          - {id: by-now, relation: recognizes, subject: pakistan, object: armenia}
          - {id: talks, event: talks, date: 2021-07-01}
        """,
    )
    invalid = (
        """
        == facts/registry/places.yaml
        armenia: {name: Armenia}
        pakistan: {name: Pakistan}
        == facts/registry/people.yaml
        hasanov: {name: Zakir Hasanov}
        == facts/registry/offices.yaml
        minister: {title: Minister of Defence}
        == facts/registry/events.yaml
        talks: {name: the talks}
        == facts/registry/relations.yaml
        recognizes: {name: recognizes}
        == facts/a.yaml
        source: {title: A report}
        published: 2021-06-23
        facts:
          - id: not-yet
            relation: recognizes
            subject: pakistan
            object: armenia
            mode: denied # <- denied-and-asserted
          - id: no-minister
            role: minister
            person: hasanov
            mode: denied # <- denied-and-asserted
          - id: no-talks
            event: talks
            mode: denied # <- denied-and-asserted
        == facts/b.yaml
        source: {title: Another report}
        published: 2021-06-23
        facts:
          - {id: by-now, relation: recognizes, subject: pakistan, object: armenia}
          - {id: minister, role: minister, person: hasanov, from: 2013-10-22}
          - {id: talks, event: talks, date: 2021-06-01}
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each statement and time, at the denial, related to what is told as true."""
        for each in relations(corpus):
            yield _clash(each, sentence(each.asserted, corpus), when(each.asserted), when(each.denied))
        for each in roles(corpus):
            person, office = (each.asserted[key] for key in ("person", "role"))
            said = (
                f"{corpus.registry.name('people', person)} holds the office {corpus.registry.name('offices', office)}"
            )
            yield _clash(each, said, when(each.asserted), when(each.denied))
        for each in events(corpus):
            said = f"{corpus.registry.name('events', each.asserted['event'])} took place"
            yield _clash(each, said, when(each.asserted), when(each.denied))


def _clash(each: Opposed, said: str, told: str, denied: str) -> Clash:
    kind = next(key for key in ("relation", "role", "event") if key in each.asserted)
    return Clash(
        f"{said}{told}, but that is denied{denied}: correct one, or say which supersedes the other",
        Anchor(each.denied["fact"], "mode"),
        (each.asserted["fact"], each.denied["fact"]),
        related=(
            (Anchor(each.asserted["fact"], kind), "told as true here"),
            *((Anchor(fact, kind), "the same at that time") for fact in each.others),
        ),
        suspects=each.suspects,
    )
