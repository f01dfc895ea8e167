"""Who corroborates what: facts that say the same, counted by independent origin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.survey.origins import corroboration

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.corpus import Corpus

REGISTRY = """
== facts/registry/measures.yaml
exports: {name: exports, kind: flow, unit: USD}
== facts/registry/people.yaml
anna: {name: Anna}
== facts/registry/offices.yaml
minister: {title: Minister}
== facts/registry/events.yaml
talks: {name: Talks}
== facts/registry/relations.yaml
borders: {name: borders, symmetric: true}
== facts/registry/places.yaml
here: {name: Here}
there: {name: There}
"""


def told(corpus: Corpus) -> dict[str, list[str]]:
    return {each.words: [name for name, _ in each.origins] for each in corroboration(corpus).told}


def files(*facts: str, heads: tuple[str, ...] = ("publisher: Agency", "publisher: Paper", "publisher: Radio")) -> str:
    parts = [
        f"== facts/{number}.yaml\nsource: {{title: S}}\npublished: 2021-0{number}-01\n{head}\nfacts:\n  - {fact}\n"
        for number, (head, fact) in enumerate(zip(heads, facts, strict=False), start=1)
    ]
    return REGISTRY + "".join(parts)


def test_figures_say_the_same_where_one_number_fits_all(corpus_of: Callable[[str], Corpus]) -> None:
    figure = "{{id: f, figure: exports, of: Here, period: 2020, value: {}}}"
    same = files(*(figure.format(value) for value in ("$13.2 million", "$13.24 million", "about $13 million")))
    assert told(corpus_of(same)) == {"exports of Here in 2020: $13.2 million": ["Agency", "Paper", "Radio"]}


def test_figures_that_differ_corroborate_nothing(corpus_of: Callable[[str], Corpus]) -> None:
    figure = "{{id: f, figure: exports, of: Here, period: {}, value: {}}}"
    said = ((2020, "$13.2 million"), (2020, "$14 million"), (2019, "$14 million"))
    other = files(*(figure.format(*each) for each in said))
    found = corroboration(corpus_of(other))
    assert (found.told, found.statements, found.corroborated) == ((), 3, 0)


def test_copies_of_one_origin_are_one(corpus_of: Callable[[str], Corpus]) -> None:
    talks = "{id: t, event: talks, date: 2020-11-10}"
    heads = ("publisher: Agency", "{publisher: Paper, origin: agency}"[1:-1].replace(", ", "\n"), "publisher: Radio")
    assert told(corpus_of(files(talks, talks, talks, heads=heads))) == {"Talks, 2020-11-10": ["Agency", "Radio"]}


def test_an_event_on_another_day_is_another_statement(corpus_of: Callable[[str], Corpus]) -> None:
    event = "{{id: t, event: talks, date: {}}}"
    assert told(corpus_of(files(event.format("2020-11-10"), event.format("2020-11-11")))) == {}


def test_who_is_seen_within_a_term_confirms_it(corpus_of: Callable[[str], Corpus]) -> None:
    term = "{id: r, role: minister, person: Anna, from: 2020-01-01, until: 2021-02-15}"
    seen = "{id: r, role: minister, person: Anna}"
    assert told(corpus_of(files(term, seen, seen))) == {"Anna: Minister": ["Agency", "Paper"]}


def test_both_directions_of_a_symmetric_relation_are_one(corpus_of: Callable[[str], Corpus]) -> None:
    one = "{id: r, relation: borders, subject: Here, object: There}"
    other = "{id: r, relation: borders, subject: There, object: Here}"
    assert list(told(corpus_of(files(one, other))).values()) == [["Agency", "Paper"]]


def test_what_is_planned_denied_or_superseded_corroborates_nothing(corpus_of: Callable[[str], Corpus]) -> None:
    event = "{{id: t, event: talks, date: 2020-11-10{}}}"
    text = files(event.format(""), event.format(", mode: denied"), event.format(", mode: planned"))
    assert told(corpus_of(text)) == {}
