from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factlint.rules.events.status_clash import StatusClash

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

    Find = Callable[..., tuple[Finding, ...]]


HELD = "event: visit, date: 2021-06-22, place: baku, who: [ann, ben], status: held"
TOLD = "event: visit, date: 2021-06-22, place: baku, who: [ann, ben]"
OFF = "event: visit, status: cancelled"
DENIED = "event: visit, who: [ben], mode: denied"
SILENT = {
    "held twice": (HELD, TOLD),
    "cancelled twice": (OFF, OFF),
    "cancelled for another day": (HELD, "event: visit, date: 2021-06-23, status: cancelled"),
    "another scope": (HELD, "event: visit, status: cancelled, scope: {round: second}"),
    "another event": (HELD, "event: talks, status: cancelled"),
    "a mention without a date": ("event: visit, who: [ann]", OFF),
    "announced and cancelled": ("event: visit, date: 2021-06-22, date_kind: announced", OFF),
    "planned and cancelled": ("event: visit, date: 2021-06-22, mode: planned", OFF),
    "a cancellation that was planned": (HELD, "event: visit, status: cancelled, mode: planned"),
    "a cancellation that is denied": (HELD, "event: visit, status: cancelled, mode: denied"),
    "revised": (HELD, "event: visit, status: cancelled, supersedes: f1"),
    "cancelled first, by asof": (HELD, "event: visit, status: cancelled, asof: 2021-06-01"),
    "denied of another place": (TOLD, "event: visit, place: karachi, mode: denied"),
    "denied of a place that nobody names": (
        "event: visit, date: 2021-06-22",
        "event: visit, place: baku, mode: denied",
    ),
    "denied altogether, which is another finding": (HELD, "event: visit, mode: denied"),
    "denied of another day": (TOLD, "event: visit, date: 2021-06-23, place: baku, mode: denied"),
    "denied of others": (TOLD, "event: visit, who: [ann, cem], mode: denied"),
    "denied of its number": (TOLD, "event: visit, number: 5, place: baku, mode: denied"),
    "denied of its order": (TOLD, "event: visit, after: talks, place: baku, mode: denied"),
    "denied of what was signed": (TOLD, "event: visit, date_kind: signed, place: baku, mode: denied"),
    "denied first, by asof": (TOLD, "event: visit, place: baku, mode: denied, asof: 2021-06-01"),
    "put off in the same article": (HELD, "event: visit, date: 2021-06-22, postponed: true"),
    "put off and held in one fact": ("event: visit, date: 2021-06-22, postponed: true, status: held", HELD),
}

LOUD = {
    "held and cancelled": (HELD, OFF, "error"),
    "held and cancelled on one day": (HELD, "event: visit, date: 2021-06-22, status: cancelled", "error"),
    "dated and cancelled": (TOLD, OFF, "warning"),
    "held and cancelled in one scope": (f"{HELD}, scope: {{a: b}}", f"{OFF}, scope: {{a: b}}", "error"),
    "held and denied": (HELD, DENIED, "error"),
    "dated and denied": (TOLD, DENIED, "warning"),
    "denied in its country": (TOLD, "event: visit, place: azerbaijan, mode: denied", "warning"),
    "denied in its month": (TOLD, "event: visit, date: 2021-06, place: baku, mode: denied", "warning"),
    "denied of one who was there": (TOLD, "event: visit, who: [ben], mode: denied", "warning"),
}


@pytest.mark.parametrize("facts", SILENT.values(), ids=SILENT)
def test_it_is_silent_about(facts: tuple[str, ...], find: Find) -> None:
    assert find(StatusClash, *facts) == ()


@pytest.mark.parametrize(("held", "other", "severity"), LOUD.values(), ids=LOUD)
def test_it_finds(held: str, other: str, severity: str, find: Find) -> None:
    for found in (find(StatusClash, held, other), find(StatusClash, other, held)):
        (finding,) = found
        assert (finding.severity, finding.facts, finding.suspects) == (severity, ("x#f1", "x#f2"), ("x#f1", "x#f2"))


@pytest.mark.parametrize("other", [OFF, DENIED])
def test_what_is_called_off_first_may_be_held_after_all(other: str, find: Find) -> None:
    assert find(StatusClash, other, elsewhere=[HELD]) == ()
    assert len(find(StatusClash, HELD, elsewhere=[other])) == 1
    assert len(find(StatusClash, other, elsewhere=[HELD], later="2021-06-23")) == 1


@pytest.mark.parametrize("other", [OFF, DENIED])
def test_it_is_silent_where_it_is_not_known_which_was_told_first(other: str, find: Find) -> None:
    for pedantic in (False, True):
        assert find(StatusClash, HELD, elsewhere=[other], later="", pedantic=pedantic) == ()
    assert find(StatusClash, HELD, elsewhere=[other], published="2021", later="2021-06-24") == ()


def test_what_may_clash_is_shown_on_demand(find: Find) -> None:
    month = "event: visit, date: 2021-06, status: cancelled"
    assert find(StatusClash, HELD, month) == ()
    (finding,) = find(StatusClash, HELD, month, pedantic=True)
    assert finding.severity == "note"
    assert finding.message.startswith("possibly: ")
    (finding,) = find(StatusClash, HELD, elsewhere=[OFF], published="2021", pedantic=True)
    assert finding.severity == "note"


def test_two_articles_of_one_day_that_have_it_held_and_put_off_are_a_warning(find: Find) -> None:
    put_off = "event: visit, date: 2021-06-22, postponed: true"
    (finding,) = find(StatusClash, HELD, elsewhere=[put_off], later="2021-06-23")
    assert (finding.severity, finding.facts) == ("warning", ("x#f1", "y#f1"))
    assert find(StatusClash, HELD, elsewhere=[put_off], later="2021-06-24") == ()
    assert find(StatusClash, put_off, elsewhere=[HELD], later="2021-06-24") == ()
    other_day = "event: visit, date: 2021-06-25, postponed: true"
    assert find(StatusClash, HELD, elsewhere=[other_day], later="2021-06-23") == ()


def test_it_says_both_days_and_when_they_were_told(find: Find) -> None:
    (finding,) = find(StatusClash, HELD, elsewhere=[OFF])
    assert (
        "the visit took place (dated 22 June 2021, told as of 23 June 2021), but was cancelled (told as of 24 June"
        in (finding.message)
    )
    assert (finding.anchor, finding.related[0].fact) == ("x#f1@status", "y#f1")


def test_many_facts_against_one_are_one_finding(find: Find) -> None:
    (finding,) = find(StatusClash, TOLD, OFF, OFF, DENIED)
    assert (finding.facts, finding.suspects) == (("x#f1", "x#f2"), ("x#f1",))
    assert [spot.fact for spot in finding.related] == ["x#f2", "x#f3", "x#f4"]


def test_the_worst_is_told_first(find: Find) -> None:
    (finding,) = find(StatusClash, TOLD, HELD, OFF)
    assert (finding.severity, finding.facts, finding.suspects) == ("error", ("x#f2", "x#f3"), ("x#f3",))


words = st.tuples(
    st.sampled_from(["held", "cancelled"]), st.integers(1, 3), st.sampled_from(["", "2021-06-21", "2021-06-22"])
)


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(words, max_size=8))
def test_it_agrees_with_every_pair(find: Find, said: list[tuple[str, int, str]]) -> None:
    facts = [
        f"event: visit, status: {word}, asof: 2021-06-2{told}" + (f", date: {date}" if date else "")
        for word, told, date in said
    ]
    pairs = {
        tuple(sorted((f"x#f{one}", f"x#f{other}")))
        for one, (word, told, date) in enumerate(said, 1)
        for other, (word_2, told_2, date_2) in enumerate(said, 1)
        if (word, word_2) == ("held", "cancelled") and told <= told_2 and (not date or not date_2 or date == date_2)
    }
    found = find(StatusClash, *facts)
    assert len(found) == bool(pairs)
    for each in found:
        assert each.facts in pairs
        assert set(each.suspects) == {fact for fact in each.facts if all(fact in pair for pair in pairs)}
