"""Every constraint of every schema: once broken, at its exact place and in its words; once kept, in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.schemas.conftest import Verdict

HEAD = """
== facts/a.yaml
source: {title: A yearbook}
published: 2021-06-23
facts:
"""
HEX = "0123456789abcdef" * 4

BROKEN = {
    "article or source": (
        "== facts/a.yaml\npublisher: AzerNews\nfacts:\n",
        [
            (
                "missing-key",
                "publisher",
                "no source is named: write article: and the name of a file under seeds/, or source: with its title",
            )
        ],
    ),
    "both article and source": (
        "== seeds/a.txt\nA text.\n== facts/a.yaml\narticle: a.txt\nsource: {title: A yearbook}\nfacts:\n",
        [
            (
                "bad-value",
                "{title: A yearbook}",
                "a file has either an article or a source: write source: only where the text is not under seeds/",
            )
        ],
    ),
    "a source without title, a digest without digits": (
        "== facts/a.yaml\nsource: {url: here}\ndigest: sha256:12AB\nfacts:\n",
        [
            ("missing-key", "{url: here}", "the source has no title: write title: and what it is called"),
            (
                "bad-value",
                "sha256:12AB",
                "'sha256:12AB' is no digest: write sha256: and the 64 lower-case hexadecimal digits of the article's SHA-256",
            ),
        ],
    ),
    "facts": (
        HEAD + "- event: war\n"
        "- {id: a b, event: war}\n"
        "- {id: plan, event: war, mode: planed}\n"
        "- {id: old, event: war, calendar: Roman}\n"
        "- {id: revised, event: war, supersedes: nowhere}\n"
        "- {id: itself, event: war, supersedes: itself}\n"
        "- {id: known, event: war, accept: [{rule: sum-mismatch, because: so}, {because: so}]}\n",
        [
            ("missing-key", "event", "the key 'id' is missing: write a short slug such as turnover-2020"),
            (
                "bad-value",
                "a b",
                "'a b' is no id: begin with a letter or a digit, and write only these, -, _ and ., at most 100",
            ),
            (
                "bad-value",
                "planed",
                "'planed' cannot stand here: write happened, planned or denied; did you mean planned?",
            ),
            ("bad-value", "Roman", "'Roman' cannot stand here: write gregorian or julian"),
            (
                "bad-value",
                "nowhere",
                "there is no fact 'nowhere': write the id of a fact of this file, or of another as file#id",
            ),
            (
                "bad-value",
                "itself",
                "the fact supersedes itself: write the id of the earlier fact that it revises",
            ),
            (
                "missing-key",
                "{because: so}",
                "this entry names no rule: write rule: and the name of the rule whose finding is accepted",
            ),
        ],
    ),
    "quote": (
        "== seeds/a.txt\nA war began.\n== facts/a.yaml\narticle: a.txt\nfacts:\n- {id: began, event: war, derived: true}\n",
        [("missing-key", "began", "the key 'quote' is missing: write the words of the article that say so")],
    ),
    "figures": (
        HEAD + "- {id: whose, figure: exports, period: 2020, value: 5}\n"
        "- {id: amount, figure: exports, of: land, period: 2020}\n"
        "- {id: two, figure: exports, of: land, period: 2020, versus: 2019, value: 5, change: +5%}\n"
        "- {id: three, figure: exports, of: land, period: 2020, share: 5%, share_of: losses, value: 5}\n"
        "- {id: base, figure: exports, of: land, period: 2020, change: +5%}\n"
        "- {id: whole, figure: exports, of: land, period: 2020, share: 5%}\n"
        "- {id: below, figure: exports, of: land, period: 2020, share: -5%, share_of: losses}\n"
        "- {id: when, figure: turnout, of: land, value: 5%}\n"
        "- {id: flow, figure: exports, of: land, asof: 2020-12-31, value: 5}\n"
        "- {id: precise, figure: exports, of: land, period: 2020, precision: 1000}\n",
        [
            (
                "missing-key",
                "whose",
                "the key 'of' is missing: write whose figure it is: a country, a body, a person or an event",
            ),
            (
                "missing-key",
                "amount",
                "no amount is written: write value: and the figure as printed, or change:, or share:",
            ),
            (
                "bad-value",
                "+5%",
                "a figure has one of value, change and share: write the change in a fact of its own",
            ),
            (
                "bad-value",
                "5%",
                "a figure has one of value, change and share: write the share in a fact of its own",
            ),
            (
                "missing-key",
                "base",
                "'change' is written here without 'versus': write versus: and the period that the change is against",
            ),
            (
                "missing-key",
                "whole",
                "'share' is written here without 'share_of': write share_of: and the measure that it is a share of",
            ),
            ("bad-value", "-5%", "'-5%' cannot stand here: write a share of 0% or more"),
            (
                "missing-key",
                "when",
                "no time is written: write period: and the stretch that the figure covers, or asof: and the day of a stock",
            ),
            (
                "missing-key",
                "flow",
                "'exports' is a flow, which adds up over time: write period: and the stretch that the figure covers",
            ),
            (
                "missing-key",
                "precise",
                "no amount is written: write value: and the figure as printed, or change:, or share:",
            ),
            (
                "bad-value",
                "1000",
                "precision: belongs to an amount, and none is written: write value:, or remove precision:",
            ),
        ],
    ),
    "events": (
        HEAD + "- {id: a, event: war, date: 2020, date_kind: sign}\n"
        "- {id: b, event: war, status: canceled}\n"
        "- {id: c, event: war, number: 0}\n"
        "- {id: d, event: war, weekday: Tusday}\n"
        "- {id: e, event: war, who_complete: true}\n",
        [
            (
                "bad-value",
                "sign",
                "'sign' cannot stand here: write held, announced, signed or in-force; did you mean signed?",
            ),
            (
                "bad-value",
                "canceled",
                "'canceled' cannot stand here: write held or cancelled; did you mean cancelled?",
            ),
            ("bad-value", "0", "'0' cannot stand here: write a whole number from 1"),
            (
                "bad-value",
                "Tusday",
                "'Tusday' is no weekday: write one such as Tuesday or Tue; did you mean Tuesday?",
            ),
            (
                "bad-value",
                "true",
                "who_complete: says that the list is whole, and there is no list: write who:, or remove who_complete:",
            ),
        ],
    ),
    "roles": (
        HEAD + "- {id: a, role: chair}\n"
        "- {id: b, role: chair, person: ann, number: 0}\n"
        "- {id: c, role: chair, person: ann, at: 2020, from: 2019}\n"
        "- {id: d, role: chair, person: ann, at: 2020, until: 2021}\n"
        "- {id: e, role: chair, person: ann, from: 2021-05, until: 2020}\n"
        "- {id: f, role: chair, person: ann, within: nowhere}\n",
        [
            ("missing-key", "a", "the key 'person' is missing: write the id or a name of one of the people"),
            ("bad-value", "0", "'0' cannot stand here: write a whole number from 1"),
            (
                "bad-value",
                "2020",
                "a role is seen on one day or has a term: write either at:, or from: and until:",
            ),
            (
                "bad-value",
                "2020",
                "a role is seen on one day or has a term: write either at:, or from: and until:",
            ),
            (
                "impossible-date",
                "2020",
                "'until' is '2020', which lies before 'from', '2021-05': correct one of the two",
            ),
            (
                "bad-value",
                "nowhere",
                "there is no role 'nowhere': write the id of the role whose term this one lies in",
            ),
        ],
    ),
    "relations": (
        HEAD + "- {id: a, relation: leads, object: land}\n- {id: b, relation: leads, subject: ann, rank: first}\n",
        [
            (
                "missing-key",
                "a",
                "the key 'subject' is missing: write the id or a name of what stands in the relation",
            ),
            (
                "missing-key",
                "b",
                "no object is written: write object: and the id or a name, or value: and the words",
            ),
        ],
    ),
    "people": (
        "== facts/registry/people.yaml\nann: {born: 1961-12-24, died: 1950}\na#b: {name: Cy}\n",
        [
            (
                "impossible-date",
                "1950",
                "'died' is '1950', which lies before 'born', '1961-12-24': correct one of the two",
            ),
            ("bad-value", "a#b", "'a#b' is no id: write a short slug without the sign #"),
        ],
    ),
    "offices": (
        "== facts/registry/offices.yaml\nchair: {seats: 0, minimum_age: 121}\nthrone: {from: 2021, until: 2020}\n",
        [
            ("bad-value", "0", "'0' cannot stand here: write a whole number from 1, or many"),
            ("bad-value", "121", "'121' cannot stand here: write an age in years from 0 to 120"),
            (
                "impossible-date",
                "2020",
                "'until' is '2020', which lies before 'from', '2021': correct one of the two",
            ),
        ],
    ),
    "measures": (
        "== facts/registry/measures.yaml\n"
        "a: {kind: flows}\n"
        "b: {minimum: nothing}\n"
        "c: {maximum: none}\n"
        "d: {minimum: 10.5, maximum: 10}\n",
        [
            ("bad-value", "flows", "'flows' cannot stand here: write flow, stock or rate; did you mean flow?"),
            (
                "bad-value",
                "nothing",
                "'nothing' is no least value: write a number such as 0 or -2.5, or none",
            ),
            ("bad-value", "none", "'none' is no greatest value: write a number such as 100"),
            (
                "bad-value",
                "10.5",
                "the least value '10.5' is above the greatest, '10': correct one of the two",
            ),
        ],
    ),
    "events, places and bodies of the registry": (
        "== facts/registry/bodies.yaml\nguard: {founded: 2021-02, dissolved: 2021-01}\n"
        "== facts/registry/events.yaml\nwar: {number: 0}\n"
        "== facts/registry/places.yaml\nland: {from: 1992, until: 1991-12-31}\n",
        [
            (
                "impossible-date",
                "2021-01",
                "'dissolved' is '2021-01', which lies before 'founded', '2021-02': correct one of the two",
            ),
            ("bad-value", "0", "'0' cannot stand here: write a whole number from 1"),
            (
                "impossible-date",
                "1991-12-31",
                "'until' is '1991-12-31', which lies before 'from', '1992': correct one of the two",
            ),
        ],
    ),
    "relations of the registry": (
        "== facts/registry/relations.yaml\nleads: {subject: [person, persn], object: country}\n",
        [
            (
                "bad-value",
                "persn",
                "'persn' is no type of entry: write person, office, measure, event, place, body or series; "
                "did you mean person?",
            ),
            (
                "bad-value",
                "country",
                "'country' is no type of entry: write person, office, measure, event, place, body or series",
            ),
        ],
    ),
}

KEPT = {
    "a source that nobody stored": "== facts/a.yaml\nsource: {title: A yearbook}\nfacts:\n",
    "an article with its digest and a fact with its quote": (
        f"== seeds/a.txt\nA war began.\n== facts/a.yaml\narticle: a.txt\ndigest: sha256:{HEX}\n"
        "facts:\n- {id: war-2020, event: war, quote: A war began}\n"
    ),
    "facts": HEAD + f"- {{id: {'a' * 100}, event: war, mode: happened, calendar: gregorian}}\n"
    "- {id: 2020_q1.b-c, event: war, mode: planned, calendar: julian, supersedes: a#məlumat}\n"
    "- {id: məlumat, event: war, mode: denied, accept: {rule: sum-mismatch}}\n"
    "== facts/b.yaml\nsource: {title: Another}\nfacts:\n- {id: later, event: war, supersedes: a#məlumat}\n",
    "figures": HEAD + "- {id: a, figure: exports, of: land, period: 2020, value: 5, precision: exact}\n"
    "- {id: b, figure: exports, of: land, period: 2020, versus: 2019, change: +5%}\n"
    "- {id: c, figure: exports, of: land, period: 2020, share: 0%, share_of: losses}\n"
    "- {id: d, figure: exports, of: land, period: 2020, share: 130%, share_of: losses}\n"
    "- {id: e, figure: population, of: land, asof: 2020, value: 5}\n"
    "- {id: f, figure: population, of: land, period: 2020, value: 5}\n"
    "- {id: g, figure: turnout, of: land, asof: 2020, value: 5%}\n"
    "- {id: h, figure: toll, of: land, asof: 2020, value: 5}\n"
    "- {id: i, figure: losses, of: land, asof: 2020, value: 5}\n",
    "events": HEAD
    + "- {id: a, event: war, date: 2020, date_kind: in-force, status: cancelled, number: 1, weekday: TUE}\n"
    "- {id: b, event: war, who: [ann], who_complete: true, weekday: tuesday}\n"
    "- {id: c, event: war, who_complete: false, weekday: Tue}\n",
    "roles": HEAD + "- {id: a, role: chair, person: ann, at: 2020, number: 45th}\n"
    "- {id: b, role: chair, person: ann, from: 2020, until: 2020}\n"
    "- {id: c, role: chair, person: ann, from: 2020-06, until: 2020, within: b}\n"
    "- {id: d, role: chair, person: ann, from: 2020-06-01}\n"
    "- {id: e, role: chair, person: ann, until: 2020}\n",
    "relations": HEAD + "- {id: a, relation: leads, subject: ann, object: land}\n"
    "- {id: b, relation: leads, subject: ann, value: the way}\n",
    "the registry": (
        "== facts/registry/people.yaml\nann: {born: 1950, died: 1950-01-01}\nNew Ben:\n"
        "== facts/registry/offices.yaml\nchair: {seats: many, minimum_age: 0, from: 2020}\n"
        "throne: {seats: 1, minimum_age: 120, until: 2020}\n"
        "== facts/registry/measures.yaml\na: {kind: flow, minimum: none, maximum: -1}\n"
        "b: {kind: stock, minimum: -2.5, maximum: -2.50}\nc: {kind: rate, minimum: 0}\nd: {maximum: 100}\ne: {}\n"
        "== facts/registry/events.yaml\nwar: {number: IX}\n"
        "== facts/registry/places.yaml\nland: {from: 1991, until: 1991}\n"
        "== facts/registry/bodies.yaml\nguard: {founded: 2020, dissolved: 2020-01-01}\n"
        "== facts/registry/series.yaml\nsummit: {every: 2 years}\n"
        "== facts/registry/relations.yaml\nleads: {subject: person, object: [office, measure, event, place, body, series]}\n"
    ),
}


@pytest.mark.parametrize(("text", "expected"), BROKEN.values(), ids=BROKEN.keys())
def test_what_breaks_a_constraint_is_said_where_it_stands_and_nothing_else_is(
    text: str, expected: list[tuple[str, str, str]], validated: Callable[[str], Verdict]
) -> None:
    verdict = validated(text)

    assert verdict.corpus.problems == ()
    assert verdict.said == expected
    assert verdict.faults == []


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT.keys())
def test_what_keeps_its_constraints_is_passed_over(text: str, validated: Callable[[str], Verdict]) -> None:
    verdict = validated(text)

    assert verdict.corpus.problems == ()
    assert verdict.said == []
    assert verdict.faults == []
