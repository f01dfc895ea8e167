"""Laws of the rules on the timeline: parts say what the whole says, in the same words whatever the order."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factlint.corpus import load_corpus, load_settings
from factlint.engine.check import findings_of
from factlint.engine.partition import parts
from factlint.findings import Finding, in_order
from factlint.rules.events.after_dissolved import AfterDissolved
from factlint.rules.events.before_founded import BeforeFounded
from factlint.rules.events.duration_mismatch import DurationMismatch
from factlint.rules.events.order_impossible import OrderImpossible
from factlint.rules.events.outside_container import OutsideContainer
from factlint.rules.events.outside_lifetime import OutsideLifetime
from factlint.testing import unpack

if TYPE_CHECKING:
    from pathlib import Path

    from factlint.corpus import Corpus

RULES = (DurationMismatch, OrderImpossible, OutsideContainer, BeforeFounded, AfterDissolved, OutsideLifetime)
REGISTRY = """
== facts/registry/people.yaml
old: {name: Old, born: 2021-03-02, died: 2021-03-06}
== facts/registry/bodies.yaml
firm: {name: Firm, founded: 2021-03-03, dissolved: 2021-03-05}
== facts/registry/offices.yaml
chair: {title: Chair, of: firm}
== facts/registry/relations.yaml
met: {name: met}
== facts/registry/events.yaml
e0: {name: E0, date: 2021-03-02/2021-03-05}
e1: {name: E1, part_of: e0}
e2: {name: E2, date: 2021-03-04}
e3: {name: E3, part_of: e2, date: 2021-03-06}
e4: {name: E4}
e5: {name: E5, part_of: e4}
e6: {name: E6, part_of: e3}
"""
days = st.integers(1, 8).map(lambda day: f"2021-03-0{day}")
events = st.integers(0, 6).map(lambda number: f"e{number}")
about_events = st.builds(
    lambda event, parts: ", ".join([f"event: {event}", *dict(parts).values()]),
    events,
    st.lists(
        st.one_of(
            days.map(lambda day: ("date", f"date: {day}")),
            st.tuples(days, days).map(lambda two: ("date", f'date: "{min(two)}/{max(two)}"')),
            st.integers(1, 4).map(lambda number: ("duration", f"duration: {number} days")),
            st.tuples(st.sampled_from(["before", "after", "during", "part_of"]), events).map(
                lambda tie: (tie[0], f"{tie[0]}: {tie[1]}")
            ),
            st.sampled_from([("who", "who: [old, firm]"), ("mode", "mode: planned"), ("scope", "scope: {part: x}")]),
        ),
        max_size=4,
    ),
)
others = st.one_of(
    days.map(lambda day: f"role: chair, person: old, from: {day}"),
    days.map(lambda day: f"relation: met, subject: firm, object: old, date: {day}"),
)
facts = st.lists(about_events | about_events | others, min_size=1, max_size=9)
FEW = settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def corpus_with(folder: Path, lines: list[str]) -> Corpus:
    halves = (lines[::2], lines[1::2])
    text = "\n".join(
        f"== facts/x{number}.yaml\nsource: {{title: A report}}\nfacts:\n" + "\n".join(half)
        for number, half in enumerate(halves)
    )
    unpack(f"{REGISTRY}{text}\n", folder)
    return load_corpus(load_settings(folder))


def said(corpus: Corpus) -> list[tuple[str, tuple[Finding, ...]]]:
    return [(rule.name, in_order(findings_of(rule, corpus))) for rule in RULES]


@FEW
@given(given_=facts)
def test_parts_that_share_no_key_say_together_what_the_whole_says(given_: list[str], tmp_path: Path) -> None:
    corpus = corpus_with(tmp_path, [f"  - {{id: f{number}, {fact}}}" for number, fact in enumerate(given_)])
    # The key of this rule is that of every other one, and more.
    pieces = parts(corpus, OutsideLifetime, 3)
    for rule in RULES:
        apart = in_order(found for part in pieces for found in findings_of(rule, part))
        assert apart == in_order(findings_of(rule, corpus))


@FEW
@given(given_=facts, seed=st.integers(0, 9))
def test_the_order_of_facts_changes_no_word(given_: list[str], seed: int, tmp_path: Path) -> None:
    lines = [f"  - {{id: f{number}, {fact}}}" for number, fact in enumerate(given_)]
    halves = [lines[::2], lines[1::2]]
    for half in halves:
        random.Random(seed).shuffle(half)
    mixed = [line for pair in zip(*halves, strict=False) for line in pair]
    mixed += halves[0][len(halves[1]) :]
    before, after = (
        [
            (name, [(str(each.severity), each.message, each.facts, each.suspects, each.anchor) for each in found])
            for name, found in said(corpus_with(tmp_path, each))
        ]
        for each in (lines, mixed)
    )
    assert before == after
