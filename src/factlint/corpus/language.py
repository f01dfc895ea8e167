"""The fact language: the keys of every file, fact and registry entry, and how each is read.

This is the one list of what may be written; the format's page says what each word means.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.corpus.cell import Key
from factlint.corpus.cells import FactRef, Flag, ListOf, NameOf, Nested, Scope, Text
from factlint.corpus.printed import Dated, Equation, Printed
from factlint.corpus.ranks import Rank
from factlint.corpus.whole import Whole
from factlint.reading.quantity import read as read_quantity
from factlint.reading.quantity import read_change, read_duration, read_share

if TYPE_CHECKING:
    from collections.abc import Mapping

_AMOUNT = Printed(read_quantity)
_DURATION = Printed(read_duration)
_REPORTERS = NameOf(("places", "bodies", "people", "events"))
_ACTORS = NameOf(("people", "bodies", "places"))
_ANYTHING = NameOf(("people", "offices", "measures", "events", "places", "bodies", "series"))
_EVENTS = ListOf(NameOf(("events",)))

FILE = (
    Key("article", Text("the name of a file under seeds/"), "The article's file under seeds/."),
    Key(
        "source",
        Nested(
            (
                Key("title", Text(), "The source's title; required."),
                Key("url", Text(), "Where it was found."),
                Key("retrieved", Dated(), "The day it was looked up."),
            )
        ),
        "A source whose text is not stored.",
    ),
    Key("publisher", Text(), "Who published it."),
    Key("author", Text(), "Who wrote it."),
    Key("published", Dated(), "The day of publication."),
    Key("title", Text(), "The headline."),
    Key("origin", Text(), "Whose words these are: a wire copy carries its agency's origin."),
    Key("digest", Text("sha256: and 64 hexadecimal digits"), "The SHA-256 of the article when it was curated."),
)

_ACCEPT = Nested(
    (
        Key("rule", Text("the name of a rule"), "The rule whose finding is accepted."),
        Key("with", FactRef(), "Another fact of the finding."),
        Key("because", Text("the reason"), "Why it stands; required."),
        Key("until", Dated(), "The day on which the acceptance ends."),
    )
)

FACT = (
    Key("id", Text("a short slug such as turnover-2020"), "The fact's id, unique in its file."),
    Key("quote", Text("words of the article"), "The words of the article that say so; [...] leaves words out."),
    Key(
        "mode",
        Text("happened, planned or denied", "happened"),
        "Whether it happened (default), is planned or is denied.",
    ),
    Key("asof", Dated(), "The date that the statement speaks of."),
    Key("derived", Flag(), "True where the value follows from the quote but does not stand in it."),
    Key("supersedes", FactRef(), "The id of an earlier fact that this one revises."),
    Key("calendar", Text("gregorian or julian", "gregorian"), "The calendar of the fact's dates (default gregorian)."),
    Key("scope", Scope(), "Further dimensions; figures compare only within one scope."),
    Key("note", Text(), "Free text."),
    Key("accept", ListOf(_ACCEPT), "Known contradictions, each with its reason."),
)

_FIGURE_OF = (
    Key("figure", NameOf(("measures",)), "The measure."),
    Key("of", _REPORTERS, "Whose figure it is."),
    Key("with", _REPORTERS, "The partner, where the measure has one."),
    Key("period", Dated(period=True), "The period of a flow."),
)

FIGURE = (
    *_FIGURE_OF,
    Key("value", _AMOUNT, "The figure as printed, with unit and hedge."),
    Key("change", Printed(read_change), "The change as printed, against `versus`."),
    Key("versus", Dated(period=True), "The period that a change is against."),
    Key("share", Printed(read_share), "A percentage of `share_of`."),
    Key(
        "share_of",
        Nested((*_FIGURE_OF, Key("asof", Dated(), "As of."), Key("scope", Scope(), "The scope.")), short="figure"),
        "The whole: a measure, or a mapping that says which of figure, of, with, period, scope differ.",
    ),
    Key("precision", Text("a number such as 1000, or exact"), "The unit in the last place, or exact."),
)

EVENT = (
    Key("event", NameOf(("events",)), "What took place."),
    Key("date", Dated(), "When."),
    Key("date_kind", Text("held, announced, signed or in-force", "held"), "What the date is of (default held)."),
    Key("place", NameOf(("places",)), "Where."),
    Key("who", ListOf(_ACTORS), "Who took part: people, bodies or countries."),
    Key("who_complete", Flag(), "True where `who` is the whole list."),
    Key("duration", _DURATION, "How long it lasted."),
    Key("weekday", Text("a weekday such as Tuesday"), "The weekday as printed."),
    Key("number", Whole(), "Which one of its series."),
    Key("part_of", _EVENTS, "The event that it was part of."),
    Key("before", _EVENTS, "Events that it came before."),
    Key("after", _EVENTS, "Events that it came after."),
    Key("during", _EVENTS, "Events during which it took place."),
    Key("count", _AMOUNT, "How many took part."),
    Key("postponed", Flag(), "True where it was put off."),
    Key("status", Text("held or cancelled"), "Whether it was held or cancelled."),
)

ROLE = (
    Key("role", NameOf(("offices",)), "The office."),
    Key("person", NameOf(("people",)), "Who held it."),
    Key("at", Dated(), "A day on which it was held (default: the article's date)."),
    Key("from", Dated(), "The first day of the term."),
    Key("until", Dated(), "The last day of the term."),
    Key("title", Text(), "The title as printed."),
    Key("rank", Text(), "The rank as printed, such as Colonel-General."),
    Key("acting", Flag(), "True for an acting holder."),
    Key("former", Flag(), "True where the person held it earlier."),
    Key("replaces", NameOf(("people",)), "The predecessor."),
    Key("number", Whole(), "Which holder in order (45th)."),
    Key("served", _DURATION, "How long the person held it."),
    Key("within", FactRef(), "The id of the term that this one lies in."),
)

RELATION = (
    Key("relation", NameOf(("relations",)), "The relation."),
    Key("subject", _ANYTHING, "Who or what stands in the relation."),
    Key("object", _ANYTHING, "To whom or what."),
    Key("value", Text(), "A literal object."),
    Key("date", Dated(), "When it came about."),
    Key("since", Dated(), "Since when it holds."),
    Key("rank", Rank(), "The place in an order: 1, first, among first 3, among first."),
    Key("only", Flag(), "True where no other subject stands in the relation."),
)

FACTS: Mapping[str, tuple[str, tuple[Key, ...]]] = {
    "figure": ("figures", FIGURE),
    "event": ("events", EVENT),
    "role": ("roles", ROLE),
    "relation": ("relations", RELATION),
}
"""For the key that says the kind of a fact: the table it goes to, and the keys it may have beside FACT."""

KIND_OF: Mapping[str, str] = {table: kind for kind, (table, _) in FACTS.items()}
"""For the table of a kind of fact, the kind; facts of no known kind are in none."""

_NAMED = (
    Key("name", Text("a name"), "The name, as the reports print it."),
    Key("aliases", ListOf(Text("a name")), "Other names and spellings."),
)
_PLACES = NameOf(("places",))

REGISTRY: Mapping[str, tuple[Key, ...]] = {
    "people": (
        *_NAMED,
        Key("born", Dated(), "The day of birth."),
        Key("died", Dated(), "The day of death."),
        Key("country", _PLACES, "The country."),
        Key("distinct_from", ListOf(NameOf(("people",))), "People who only look alike."),
    ),
    "offices": (
        Key("title", Text("a title"), "The office's title."),
        Key("name", Text("a name"), "The same as title."),
        Key("aliases", ListOf(Text("a title")), "Other titles and spellings."),
        Key("of", NameOf(("places", "bodies")), "The country or body whose office it is."),
        Key("seats", Whole((("many", 10**6),)), "How many hold it at once (default 1; `many`)."),
        Key("incompatible", ListOf(NameOf(("offices",))), "Offices that one person cannot hold beside it."),
        Key("minimum_age", Whole(), "The least age of a holder, in years."),
        Key("from", Dated(), "The day it was created."),
        Key("until", Dated(), "The day it was abolished."),
        Key("handover_days", Whole(), "Days for which two holders may overlap (default 1)."),
        Key("successor_of", NameOf(("offices",)), "The office that it replaced."),
    ),
    "measures": (
        *_NAMED,
        Key("kind", Text("flow, stock or rate"), "flow adds up over time; stock; rate."),
        Key("unit", Text("a unit such as USD"), "The unit."),
        Key("equals", Equation(), "A linear expression of measures."),
        Key("symmetric", Flag(), "True where of and with may swap."),
        Key("mirror", NameOf(("measures",)), "The partner's measure of the same goods."),
        Key("mirror_tolerance", Printed(read_share), "How far the mirror may differ."),
        Key("minimum", Text("a number or none"), "The least value (default 0 for amounts; none)."),
        Key("maximum", Text("a number"), "The greatest value."),
        Key("part_of", ListOf(NameOf(("measures",))), "The measure that it never exceeds."),
        Key("cumulative", Flag(), "True where it only grows."),
    ),
    "events": (
        *_NAMED,
        Key("kind", Text("a word such as war"), "The kind of event."),
        Key("part_of", _EVENTS, "The event that it is part of."),
        Key("series", NameOf(("series",)), "The series that it belongs to."),
        Key("number", Whole(), "Which one of its series."),
        Key("date", Dated(), "When."),
        Key("place", _PLACES, "Where."),
    ),
    "places": (
        *_NAMED,
        Key("in", ListOf(_PLACES), "The place that it lies in."),
        Key("from", Dated(), "Since when it is so called or exists."),
        Key("until", Dated(), "Until when."),
    ),
    "bodies": (
        *_NAMED,
        Key("of", NameOf(("places", "bodies")), "The country or body that it belongs to."),
        Key("founded", Dated(), "When it was founded."),
        Key("dissolved", Dated(), "When it was dissolved."),
        Key("predecessor", NameOf(("bodies",)), "The body that it replaced."),
        Key("members", ListOf(_ACTORS), "Its members."),
    ),
    "series": (*_NAMED, Key("every", _DURATION, "How often, where periodic.")),
    "relations": (
        *_NAMED,
        Key("symmetric", Flag(), "True where it holds both ways."),
        Key("inverse", NameOf(("relations",)), "The relation in the other direction."),
        Key("irreflexive", Flag(), "True where nothing stands in it to itself."),
        Key("acyclic", Flag(), "True where it never leads back."),
        Key("one_object", Flag(), "True where a subject has one object at a time."),
        Key("one_subject", Flag(), "True where an object has one subject at a time."),
        Key("subject", ListOf(Text("a type such as person")), "The types that a subject may have."),
        Key("object", ListOf(Text("a type such as person")), "The types that an object may have."),
    ),
    "rates": (
        Key("from", Text("a currency code such as USD"), "The currency of which one is exchanged."),
        Key("to", Text("a currency code such as AZN"), "The currency that it is exchanged for."),
        Key("rate", _AMOUNT, "How many of `to` one of `from` is, as printed."),
        Key("period", Dated(period=True), "The stretch over which the rate held."),
        Key("band", Printed(read_share), "How far it moved to either side (default 0%)."),
    ),
}
