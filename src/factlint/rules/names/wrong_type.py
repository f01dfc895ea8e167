"""A relation to something of a kind that it does not take."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.findings import Anchor, Clash, Severity
from factlint.rules.base import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.corpus import Corpus

_TYPES = {
    "people": "person",
    "offices": "office",
    "measures": "measure",
    "events": "event",
    "places": "place",
    "bodies": "body",
    "series": "series",
}


class WrongType(Rule):
    """A place where a person belongs.

    ## What it finds
    Relations whose `subject` or `object` is of a kind that the registry does not allow there: `object: [person]`, and
    the object is a place. All facts that put one thing in one such place are one finding.

    ## Why it matters
    Two entries with like names were taken for each other (the town and its mayor, the army and its chief), or subject
    and object were exchanged. The statement then says nothing of whom it should.

    ## When it stays silent
    Where the relation declares no types; for literal objects (`value`); where an id stands for entries of two kinds, of
    which one is allowed; for superseded statements.

    ## How to settle it
    Name the entry that was meant, exchange subject and object, or add the type to the relation.
    """

    name = "wrong-type"
    severity = Severity.ERROR
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"relations": ("relation",)}
    valid = (
        """
        == facts/registry/people.yaml
        haye: {name: Bilal Haye}
        == facts/registry/places.yaml
        baku: {name: Baku}
        == facts/registry/relations.yaml
        led-delegation-to: {name: led a delegation to, subject: [person], object: [place, body]}
        told: {name: told}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - {id: visit, relation: led-delegation-to, subject: haye, object: baku}
          - {id: words, relation: led-delegation-to, subject: haye, value: the capital}
          - {id: any, relation: told, subject: baku, object: haye}
        """,
    )
    invalid = (
        """
        == facts/registry/people.yaml
        haye: {name: Bilal Haye}
        == facts/registry/places.yaml
        baku: {name: Baku}
        == facts/registry/relations.yaml
        led-delegation-to: {name: led a delegation to, subject: [person], object: [place, body]}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - id: visit
            relation: led-delegation-to
            subject: baku # <- wrong-type
            object: haye # <- wrong-type
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each relation, side and thing, at the first such fact, related to the others."""
        declared = corpus.table("registry/relations").set_index("entry")
        rows = corpus.table("relations")
        rows = rows[~rows["superseded"] & rows["relation"].isin(declared.index)].sort_values("fact")
        for side in ("subject", "object"):
            allowed = dict(zip(declared.index, declared[side], strict=True))
            said = rows[rows[side].notna()].groupby(["relation", side])
            first = said.head(1)
            for relation, thing in zip(first["relation"], first[side], strict=True):
                kinds = {_TYPES.get(kind, "") for kind in corpus.registry.names.kinds_of(thing)}
                if allowed[relation] and not kinds & set(allowed[relation]):
                    facts = said.get_group((relation, thing))["fact"].tolist()
                    yield _clash((relation, side, thing), kinds, facts, corpus)


def _clash(what: tuple[str, str, str], kinds: set[str], facts: list[str], corpus: Corpus) -> Clash:
    relation, side, thing = what
    entry = corpus.registry.entry("relations", relation)
    types = entry.values[side]
    wanted = " or ".join(_a(str(each)) for each in (types if isinstance(types, tuple) else (types,)))
    return Clash(
        f"the {side} of “{corpus.registry.name('relations', relation)}” is {wanted}, but "
        f"{corpus.registry.called(thing)} is {' and '.join(map(_a, sorted(kinds)))}: name the entry that was meant, or "
        "add the type to the relation",
        Anchor(facts[0], side),
        (facts[0],),
        related=(
            *((Anchor(fact, side), "the same here") for fact in facts[1:]),
            (Anchor(entry.ref, side), f"declared: {wanted}"),
        ),
    )


def _a(word: str) -> str:
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"
