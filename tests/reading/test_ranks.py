from __future__ import annotations

from itertools import combinations

import pytest

from factlint.reading.name.ranks import Step, steps

SOVIET = ["Lieutenant", "Captain", "Major", "Lieutenant Colonel", "Major General", "Lieutenant General"]
SOVIET += ["Colonel-General", "General of the Army"]
BRITISH = ["Second Lieutenant", "Captain", "Major", "Lt Col", "Brigadier", "Maj Gen", "Lt Gen", "Field Marshal"]
NAVAL = ["Lieutenant Commander", "Captain", "Commodore", "Rear Admiral", "Vice Admiral", "Fleet Admiral"]
FLYING = [
    "Flying Officer",
    "Squadron Leader",
    "Group Captain",
    "Air Commodore",
    "Air Vice Marshal",
    "Air Chief Marshal",
]
DIPLOMATIC = ["Attaché", "Third Secretary", "First Secretary", "Counsellor", "Minister-Counsellor", "Ambassador"]
CONSULAR = ["Vice Consul", "Consul", "Consul General"]


def below(one: str, other: str) -> bool:
    """Whether one rank is certainly below the other on a ladder that both have."""
    pairs = [(a, b) for a in steps(one) for b in steps(other) if a.ladder == b.ladder]
    return bool(pairs) and all(a.high < b.low for a, b in pairs)


@pytest.mark.parametrize("ladder", [SOVIET, BRITISH, NAVAL, FLYING, DIPLOMATIC, CONSULAR])
def test_each_service_has_its_ranks_in_order(ladder: list[str]) -> None:
    for lower, higher in combinations(ladder, 2):
        assert below(lower, higher), (lower, higher)
        assert not below(higher, lower)


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("General", "Brigadier General"),
        ("General", "Major General"),
        ("General", "Colonel General"),
        ("Colonel", "Lieutenant Colonel"),
        ("Lieutenant", "Senior Lieutenant"),
        ("Admiral", "Rear Admiral"),
    ],
)
def test_a_short_form_may_be_each_of_what_it_is_short_for(short: str, full: str) -> None:
    assert not below(short, full)
    assert not below(full, short)


@pytest.mark.parametrize(("lower", "higher"), [("Colonel", "General"), ("Major", "Colonel"), ("Captain", "General")])
def test_a_short_form_is_still_above_and_below_others(lower: str, higher: str) -> None:
    assert below(lower, higher)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Colonel-General", "General Colonel"),
        ("Col-Gen", "colonel general"),
        ("Lt. Gen.", "Lieutenant-General"),
        ("Brigadier", "Brigadier General"),
        ("Brigadier (retd)", "Brigadier"),
        ("Ambassador Extraordinary and Plenipotentiary", "ambassador"),
        ("Minister Counselor", "minister-counsellor"),
    ],
)
def test_spellings_of_one_rank(one: str, other: str) -> None:
    assert steps(one) == steps(other) != ()


@pytest.mark.parametrize(
    "text", ["", "Colonel of Police", "Major General of Justice", "Minister", "Sipahsalar", "General Secretary", "…"]
)
def test_what_is_no_known_rank_has_no_step(text: str) -> None:
    assert steps(text) == ()


@pytest.mark.parametrize(("one", "other"), [("General", "Admiral"), ("Consul", "Colonel"), ("Air Marshal", "Marshal")])
def test_different_ladders_do_not_compare(one: str, other: str) -> None:
    assert not below(one, other)
    assert not below(other, one)


def test_a_captain_may_be_of_either_service() -> None:
    assert {step.ladder for step in steps("Captain")} == {"land", "sea"}
    assert steps("Major") == (Step("land", 7, 7),)
