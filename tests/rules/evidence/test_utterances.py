"""`one-quote-two-speakers` and `quote-drift`: whose words, and which."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.findings import Severity
from factlint.rules.evidence.one_quote_two_speakers import OneQuoteTwoSpeakers
from factlint.rules.evidence.quote_drift import QuoteDrift
from factlint.rules.evidence.utterances import Utterance, joined
from factlint.rules.evidence.wordings import Wording, candidates

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding
    from factlint.rules.base import Rule

    Found = Callable[[type[Rule], str], tuple[Finding, ...]]

REGISTRY = """== facts/registry/people.yaml
hasanov: {name: Zakir Hasanov, aliases: [the minister]}
raza: {name: Nadeem Raza}
khan: {name: Imran Khan}
== facts/registry/bodies.yaml
ministry: {name: Defence Ministry}
== facts/registry/places.yaml
baku: {name: Baku}
== facts/registry/relations.yaml
said: {name: said}
wrote: {name: wrote}
"""


class Said(NamedTuple):
    """A fact of the small projects below."""

    file: str
    speaker: str
    words: str
    quote: str = ""
    more: str = ""
    relation: str = "said"


def project(*facts: Said) -> str:
    files: dict[str, list[str]] = {}
    for number, fact in enumerate(facts):
        quote = f", quote: {json.dumps(fact.quote)}" if fact.quote else ""
        files.setdefault(fact.file, []).append(
            f"  - {{id: f{number}, relation: {fact.relation}, subject: {fact.speaker}, "
            f"value: {json.dumps(fact.words)}{quote}{fact.more}}}\n"
        )
    head = "source: {title: Ties}\npublished: 2021-06-23\nfacts:\n"
    return REGISTRY + "".join(f"== facts/{name}.yaml\n{head}{''.join(lines)}" for name, lines in files.items())


WORDS = "our armies will train together"


def test_one_wording_of_two_people_is_a_warning_with_both(found: Found) -> None:
    (finding,) = found(
        OneQuoteTwoSpeakers, project(Said("b", "raza", f"{WORDS.title()}!"), Said("a", "hasanov", WORDS))
    )
    assert finding.message == (
        f'the words "{WORDS}" are given to Zakir Hasanov and to Nadeem Raza: '
        "correct the speaker, or quote the words that name both"
    )
    assert finding.severity is Severity.WARNING
    assert finding.facts == finding.suspects == ("a#f1", "b#f0")
    assert finding.anchor == "a#f1@subject"
    assert [(spot.fact, spot.message) for spot in finding.related] == [("b#f0", "given to Nadeem Raza")]


def test_who_is_quoted_twice_is_no_suspect(found: Found) -> None:
    facts = (Said("a", "hasanov", WORDS), Said("b", "raza", WORDS), Said("c", "raza", WORDS))
    (finding,) = found(OneQuoteTwoSpeakers, project(*facts))
    assert finding.facts == ("a#f0", "b#f1")
    assert finding.suspects == ("a#f0",)


def test_many_speakers_are_one_finding(found: Found) -> None:
    facts = [Said(f"a{number}", who, WORDS) for number, who in enumerate(("hasanov", "raza", "khan", "ministry"))]
    (finding,) = found(OneQuoteTwoSpeakers, project(*facts))
    assert len(finding.facts) == 4
    assert len(finding.related) == 3


SAME = "The ministers said that our armies will train together"
BOTH = "Hasanov and Raza said that our armies will train together"


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param((Said("a", "hasanov", WORDS, SAME), Said("a", "raza", WORDS, SAME)), id="same quote of one file"),
        pytest.param((Said("a", "hasanov", WORDS, BOTH), Said("b", "raza", WORDS, SAME)), id="one quote names both"),
        pytest.param((Said("a", "hasanov", WORDS), Said("b", "hasanov", WORDS)), id="one speaker"),
        pytest.param((Said("a", "hasanov", "we will train"), Said("b", "raza", "we will train")), id="three words"),
        pytest.param((Said("a", "hasanov", WORDS), Said("b", "baku", WORDS)), id="a place does not speak"),
        pytest.param((Said("a", "hasanov", WORDS), Said("b", "raza", WORDS, relation="wrote")), id="another relation"),
        pytest.param(
            (Said("a", "hasanov", WORDS), Said("b", "raza", WORDS, more=", mode: denied")), id="denied for the other"
        ),
        pytest.param(
            (Said("a", "hasanov", WORDS), Said("b", "raza", WORDS, more=", supersedes: a#f0")), id="superseded"
        ),
    ],
)
def test_joint_short_and_settled_words_are_silent(found: Found, facts: tuple[Said, ...]) -> None:
    assert found(OneQuoteTwoSpeakers, project(*facts)) == ()


def test_the_same_quote_in_two_files_is_not_joint(found: Found) -> None:
    facts = (Said("a", "hasanov", WORDS, SAME), Said("b", "raza", WORDS, SAME))
    assert len(found(OneQuoteTwoSpeakers, project(*facts))) == 1


def test_a_joint_statement_does_not_cover_a_third_speaker(found: Found) -> None:
    facts = (Said("a", "hasanov", WORDS, BOTH), Said("a", "raza", WORDS, BOTH), Said("b", "khan", WORDS))
    (finding,) = found(OneQuoteTwoSpeakers, project(*facts))
    assert finding.facts == ("a#f0", "b#f2")


def test_another_number_is_drift(found: Found) -> None:
    facts = (Said("b", "khan", "we will buy 14 aircraft"), Said("a", "khan", "we will buy forty aircraft"))
    (finding,) = found(QuoteDrift, project(*facts))
    assert finding.message == (
        'Imran Khan is quoted as saying "we will buy forty aircraft" and "we will buy 14 aircraft": '
        "correct the wrong wording, or write the date of each where they are two utterances"
    )
    assert finding.severity is Severity.WARNING
    assert finding.facts == finding.suspects == ("a#f1", "b#f0")
    assert finding.anchor == "a#f1@value"
    assert [(spot.fact, spot.message) for spot in finding.related] == [("b#f0", 'here "we will buy 14 aircraft"')]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("we will send troops there", "we will not send troops there"),
        ("we will send troops there", "we won't send any troops there"),
        ("we can’t accept the plan of Paris", "we can accept the plan of Paris"),
        ("exports rose by 12.5 percent last year", "exports rose by 15.2 percent last year"),
        ("exports reached $1.6 million in 2020", "exports reached $1.6 billion in 2020"),
        ("we freed 5 cities and 3 towns", "we freed 5 cities and 4 towns"),
    ],
)
def test_numbers_and_negation_must_not_drift(found: Found, one: str, other: str) -> None:
    assert len(found(QuoteDrift, project(Said("a", "khan", one), Said("b", "khan", other)))) == 1


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param(
            (Said("a", "khan", "we will buy 40 aircraft"), Said("b", "khan", "forty aircraft we will buy")),
            id="reworded",
        ),
        pytest.param(
            (Said("a", "khan", "it cost $13.20 million a year"), Said("b", "khan", "it cost $13.2 mln a year")),
            id="the same number",
        ),
        pytest.param(
            (Said("a", "khan", "we freed all 5 cities there"), Said("b", "khan", "we freed all cities there")),
            id="a number left out",
        ),
        pytest.param(
            (Said("a", "khan", "we will not buy 40 aircraft"), Said("b", "khan", "the talks in Baku lasted 3 days")),
            id="other words",
        ),
        pytest.param(
            (Said("a", "khan", "we will buy 40 aircraft"), Said("b", "raza", "we will buy 14 aircraft")),
            id="two people",
        ),
        pytest.param(
            (
                Said("a", "khan", "exports rose by 12 percent", more=", date: 2021-05-03"),
                Said("b", "khan", "exports rose by 14 percent", more=", date: 2021-06-02"),
            ),
            id="two days",
        ),
        pytest.param(
            (
                Said("a", "khan", "exports rose by 12 percent"),
                Said("b", "khan", "exports rose by 14 percent", more=", mode: planned"),
            ),
            id="planned",
        ),
    ],
)
def test_rewording_is_no_drift(found: Found, facts: tuple[Said, ...]) -> None:
    assert found(QuoteDrift, project(*facts)) == ()


def test_dates_that_may_be_one_day_do_not_excuse_drift(found: Found) -> None:
    facts = (
        Said("a", "khan", "exports rose by 12 percent", more=", date: 2021-05"),
        Said("b", "khan", "exports rose by 14 percent", more=", date: 2021-05-03"),
    )
    assert len(found(QuoteDrift, project(*facts))) == 1


def test_three_wordings_of_one_utterance_are_one_finding(found: Found) -> None:
    facts = [Said(f"a{number}", "khan", f"we will buy {number} aircraft") for number in (40, 14, 44)]
    (finding,) = found(QuoteDrift, project(*facts))
    assert finding.facts == ("a14#f1", "a40#f0", "a44#f2")
    assert finding.suspects == ()


def wording(number: int, words: str) -> Wording:
    return Wording((Utterance(f"a#f{number}", "a", "", "said", "khan", words, words.casefold(), None),))


def test_in_a_large_group_a_drifted_pair_is_still_a_candidate() -> None:
    others = [wording(n, f"speech {n} of year {n} was about matter{n} and place{n % 97}") for n in range(2000)]
    pair = (wording(5000, "we will buy 40 aircraft from Turkey"), wording(5001, "we will buy 14 aircraft from Turkey"))
    chosen = list(candidates([*others, *pair]))
    assert pair in chosen or pair[::-1] in chosen
    assert len(chosen) < 2000 * 200


@given(st.lists(st.sets(st.sampled_from("abcdefgh"), max_size=3), max_size=8))
def test_joined_is_the_closure_of_sharing(sets: list[set[str]]) -> None:
    leader = joined(sets)
    assert leader.keys() == set().union(*sets)
    groups = [{name} for name in leader]
    for together in sets:
        touched = [group for group in groups if group & together]
        groups = [group for group in groups if not group & together]
        groups += [set().union(*touched)] if touched else []
    assert {frozenset(group) for group in groups} == {
        frozenset(name for name in leader if leader[name] == lead) for lead in leader.values()
    }
