"""Titles are one where only spelling, abbreviation, word order, rank or an omitted country differs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.reading.name.title import MODIFIERS, same_title, split_rank, title_tokens

SAME = [
    ("PM", "Prime Minister"),
    ("PM", "Pakistani Prime Minister"),
    ("Premier of Pakistan", "Pakistan's Prime Minister"),
    ("Minister of Defence of Azerbaijan", "Azerbaijani Defence Minister"),
    ("Azerbaijani Defence Minister", "Azerbaijan’s Defense Minister"),
    ("Minister of Defence of the Republic of Azerbaijan", "Azerbaijan's Defense Minister"),
    ("Defense Minister", "Minister for Defence"),
    ("Defence Minister", "Head of the Defence Ministry"),
    ("Deputy Defence Minister", "Azerbaijani Deputy Minister of Defense"),
    ("Dep. Defence Minister", "Deputy Defence Minister"),
    ("Chief of Army Staff of Pakistan Army", "Chief of the Army Staff"),
    ("COAS", "Pakistani Chief of Army Staff"),
    ("State Border Service Head", "Chief of Azerbaijan's State Border Service"),
    ("State Security Service Head", "Head of the State Security Service"),
    ("Chairman Joint Chiefs of Staff Committee", "Chairman of Pakistan’s Joint Chiefs of Staff Committee"),
    ("CJCSC", "Chairperson of the Joint Chiefs of Staff Committee"),
    ("Federal Defence Production Minister", "Pakistani Federal Minister for Defence Production"),
    ("Foreign Minister", "Minister of Foreign Affairs"),
    ("FM", "Turkish Foreign Minister"),
    ("Interior Minister", "Minister of Internal Affairs"),
    ("Minister of Emergency Situations", "Emergency Situations Minister"),
    (
        "Ambassador Extraordinary and Plenipotentiary of Pakistan to Azerbaijan",
        "Pakistani ambassador to Azerbaijan",
    ),
    ("newly appointed Ambassador to Azerbaijan", "Ambassador of Pakistan in Azerbaijan"),
    ("President of the United States", "U.S. President"),
    ("American President", "President of the USA"),
    ("Ex-PM", "former Prime Minister"),
    ("Interim Prime Minister", "acting PM"),
    ("Colonel-General, Defence Minister", "Defence Minister"),
    ("Defence Minister, Col-Gen", "Minister of Defence"),
    ("Secretary-General of the United Nations", "UN Secretary General"),
    ("First Vice-President", "1st VP"),
    ("Adviser to the President", "Presidential advisor"),
    ("Saudi Defence Minister", "Minister of Defense of Saudi Arabia"),
]

DIFFERENT = [
    ("Deputy Defence Minister", "Defence Minister"),
    ("First Deputy Defence Minister", "Deputy Defence Minister"),
    ("Former Prime Minister", "Prime Minister"),
    ("Acting President", "President"),
    ("Vice President", "President"),
    ("First Vice President", "Vice President"),
    ("Assistant to the President", "President"),
    ("ex-President", "President"),
    ("President-elect", "President"),
    ("Joint Secretary", "Secretary"),
    ("Special Envoy", "Envoy"),
    ("Chief of Army Staff", "Chief of Air Staff"),
    ("Chief of Army Staff", "Chief of General Staff"),
    ("Chief of Air Staff", "Chief of Naval Staff"),
    ("COAS", "CGS"),
    ("Chief of Staff", "Chief of Army Staff"),
    ("Defence Minister", "Defence Production Minister"),
    ("Defence Minister", "Foreign Minister"),
    ("Foreign Minister", "Foreign Secretary"),
    ("Prime Minister", "Minister"),
    ("Minister, Prime Minister's Office", "Prime Minister's Office"),
    ("Azerbaijani Defence Minister", "Pakistani Defence Minister"),
    ("President of Azerbaijan", "Turkish President"),
    ("Pakistani ambassador to Azerbaijan", "Azerbaijani ambassador to Pakistan"),
    ("Ambassador to Azerbaijan", "Ambassador to Turkey"),
    ("State Border Service Head", "State Security Service Head"),
    ("Chairman of the Joint Chiefs of Staff Committee", "Joint Chiefs of Staff Committee"),
    ("Head of the President's Office", "President"),
    ("General", "Colonel-General"),
    ("Azerbaijan", "the"),
    ("", "President"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_spellings_are_one_title(one: str, other: str) -> None:
    assert same_title(one, other)
    assert same_title(other, one)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_offices_are_not_one_title(one: str, other: str) -> None:
    assert not same_title(one, other)
    assert not same_title(other, one)


@pytest.mark.parametrize("modifier", sorted(MODIFIERS - {"co", "elect"}))
def test_a_modifier_makes_another_title(modifier: str) -> None:
    assert not same_title(f"{modifier} Defence Minister", "Defence Minister")
    assert modifier in title_tokens(f"{modifier} Defence Minister")


def test_the_country_that_is_left_out_is_the_given_one() -> None:
    assert same_title("Defence Minister", "Pakistani Defence Minister", country="Pakistan")
    assert not same_title("Defence Minister", "Pakistani Defence Minister", country="Azerbaijan")
    assert not same_title("Defence Minister", "Pakistani Defence Minister", country="Republic of Azerbaijan")
    assert same_title("Ruritania Defence Minister", "Defence Minister", country="Ruritania")
    assert not same_title("Ruritania Defence Minister", "Defence Minister")


def test_titles_become_words_in_one_spelling() -> None:
    assert title_tokens("Azerbaijan's Defense Ministry") == {"azerbaijan", "defence", "minister"}
    assert title_tokens("Chief of the Army Staff") == {"chief", "army", "staff"}
    assert title_tokens("Ambassador of Pakistan to Turkey") == {"ambassador", "pakistan", "to turkey"}
    assert title_tokens("of the") == frozenset()


@pytest.mark.parametrize(
    ("text", "rank", "rest"),
    [
        ("Colonel-General Zakir Hasanov", "colonel general", "Zakir Hasanov"),
        ("Col-Gen Hasanov", "colonel general", "Hasanov"),
        ("Col.-Gen. Hasanov", "colonel general", "Hasanov"),
        ("General-Major Kerim Veliyev", "major general", "Kerim Veliyev"),
        ("General Nadeem Raza", "general", "Nadeem Raza"),
        ("Gen. Raza", "general", "Raza"),
        ("Lt Gen (retd) Hussain", "lieutenant general", "(retd) Hussain"),
        ("Admiral of the Fleet Smith", "admiral of the fleet", "Smith"),
        ("Defence Minister, Colonel-General", "colonel general", "Defence Minister"),
        ("Colonel-General", "colonel general", ""),
        ("General Secretary", None, "General Secretary"),
        ("General Staff Chief", None, "General Staff Chief"),
        ("Captain of the team", None, "Captain of the team"),
        ("Major projects minister", None, "Major projects minister"),
        ("Chief of General Staff", None, "Chief of General Staff"),
        ("Attorney General", None, "Attorney General"),
        ("Generalov", None, "Generalov"),
        ("", None, ""),
    ],
)
def test_a_rank_is_split_off(text: str, rank: str | None, rest: str) -> None:
    assert split_rank(text) == (rank, rest)


WORDS = "PM deputy chief of the army staff Pakistani to ambassador ministry Gen former U.S. Azerbaijan's"
TITLE_WORDS = st.lists(st.sampled_from(WORDS.split()))


@settings(deadline=None)
@given(st.one_of(st.text(), TITLE_WORDS.map(" ".join)), st.one_of(st.text(), TITLE_WORDS.map(" ".join)))
def test_any_two_texts_compare_the_same_both_ways(a: str, b: str) -> None:
    assert same_title(a, a)
    assert same_title(a, b) == same_title(b, a)
    assert same_title(a, b, country=b) == same_title(b, a, country=b)
    rank, rest = split_rank(a)
    assert rest in a
    assert rank is not None or rest == a


@settings(deadline=None)
@given(TITLE_WORDS.filter(lambda words: not {"to", "Gen"} & set(words)))
def test_word_order_does_not_count(words: list[str]) -> None:
    assert title_tokens(" ".join(words)) == title_tokens(" ".join(sorted(words)))
