"""Names fold to one written form, are found in running text, and are suggested where unknown."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.reading.name import NameIndex, alike, fold, mentions, nearest, skeleton, tokens

WRITTEN_ALIKE = [
    ("Əliyev", "aliyev"),
    ("ƏLİYEV", "aliyev"),
    ("Aliyev", "aliyev"),
    ("Алиев", "aliev"),
    ("İlham Əliyev", "ilham aliyev"),
    ("Həsənov", "hasanov"),
    ("Bakı", "baki"),
    ("Nağıyev", "nagiyev"),
    ("Çingiz Aytmatov", "cingiz aytmatov"),
    ("Şərif", "sarif"),
    ("Göyçə Ünvan", "goyca unvan"),
    ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
    ("Nagorno–Karabakh", "nagorno karabakh"),
    ("  Zakir \u00a0 Hasanov ", "zakir hasanov"),
    ("O’Neill", "oneill"),
    ("O'Neill", "oneill"),
    ("Col-Gen", "col gen"),
    ("Col.-Gen.", "col gen"),
    ("U.S.", "us"),
    ("J.R.Smith", "jr smith"),
    ("St.Petersburg", "st petersburg"),
    ("Foreign & Commonwealth Office", "foreign and commonwealth office"),
    ("ﬁnance № 5", "finance no 5"),
    ("Straße", "strasse"),
    ("Müller", "muller"),
    ("Řehoř", "rehor"),
    ("北京", "beijing"),
    ("٤٤", "44"),
]

NOT_ONE_NAME = [
    ("Aliyev", "Aliyeva"),
    ("Hasanov", "Huseynov"),
    ("Haji", "Haci"),
    ("Guliyev", "Quliyev"),
    ("Veliyev", "Valiyev"),
    ("Karim Veliyev", "Veliyev Karim"),
    ("Imran Khan", "Imran Khanov"),
    ("Ali Naghiyev", "Ali Nagiyev"),
    ("IX", "XI"),
    ("Conference 5", "Conference 6"),
    ("Deputy Minister", "Minister"),
    ("U.S.", "U.S.S.R."),
]

ONE_NAME_IN_TWO_TRADITIONS = [
    ("Haji", "Hacı"),
    ("Haji", "Haci"),
    ("Veliyev", "Valiyev"),
    ("Aliyev", "Əliyev"),
    ("Aliyev", "Алиев"),
    ("Aliev", "Əliyev"),
    ("Ilham", "Ильхам"),
    ("Ilham Aliyev", "Əliyev İlham"),
    ("Hasanov", "Həsənov"),
    ("Hasanov", "Гасанов"),
    ("Heydar Aliyev", "Гейдар Алиев"),
    ("Huseyn", "Hussein"),
    ("Guliyev", "Quliyev"),
    ("Guliyev", "Гулиев"),
    ("Naghiyev", "Nağıyev"),
    ("Mammadov", "Мамедов"),
    ("Mammadov", "Məmmədov"),
    ("Elchin", "Elçin"),
    ("Elkhan", "Elxan"),
    ("Rashad", "Rəşad"),
    ("Zobaida Jalal", "Zubaida Jalal"),
    ("Javed", "Cavid"),
    ("Nadeem", "Nadim"),
    ("Mahmood", "Mahmud"),
    ("Muhammad", "Mohammed"),
    ("Abdullah", "Abdulla"),
    ("Joseph", "Josef"),
    ("Walid", "Valid"),
]

DIFFERENT_NAMES = [
    ("Hasanov", "Huseynov"),
    ("Aliyev", "Aliyeva"),
    ("Гасанов", "Гусейнов"),
    ("Hasanov", "Qasanov"),
    ("Imran", "Kamran"),
    ("Zakir Hasanov", "Zakir Garalov"),
    ("Bajwa", "Raza"),
    ("", ""),
    ("...", "—"),
]

REGISTRY = {
    "zakir-hasanov": ["Zakir Hasanov", "Zakir Həsənov"],
    "ramil-hasanov": ["Ramil Hasanov", "Hasanov R."],
    "ilham-aliyev": ["Ilham Aliyev", "President Aliyev"],
    "heydar-aliyev": ["Heydar Aliyev", "President Aliyev"],
    "ali": ["Somebody"],
    "other": ["ali"],
}


@pytest.mark.parametrize(("written", "folded"), WRITTEN_ALIKE)
def test_a_name_folds_to_plain_latin_words(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize(("one", "other"), NOT_ONE_NAME)
def test_different_written_names_do_not_fold_together(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize("text", ["علي", "ع", "ь", "ↀ", "ー", "𐤀", "Ω", "7", "٣", "ª"])
def test_a_letter_or_digit_of_any_script_never_folds_to_nothing(text: str) -> None:
    assert fold(text)
    assert fold(fold(text)) == fold(text)


def test_text_without_letters_folds_to_nothing() -> None:
    assert fold(" — ’ ... \u200b") == ""
    assert tokens("—") == ()


def test_a_long_run_of_marks_takes_no_quadratic_time() -> None:
    assert fold("a" + "\u0301\u0316" * 200_000 + "b") == "a b"


@settings(deadline=None)
@given(st.text())
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@settings(deadline=None)
@given(st.text(max_size=30))
def test_fold_does_not_depend_on_the_normal_form(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text)) == fold(text)


@settings(deadline=None)
@given(st.text(alphabet=st.characters(categories=["L", "Nd"]), min_size=1))
def test_letters_and_digits_never_fold_to_nothing(text: str) -> None:
    assert fold(text)


@settings(deadline=None)
@given(st.text(alphabet="əıİğçşöüАЛИЕВгх abch'-", max_size=12), st.text(alphabet="aAəƏiIıİ gğ", max_size=6))
def test_equal_folds_sound_alike(a: str, b: str) -> None:
    assert skeleton(fold(a)) == skeleton(a)
    assert fold(a) != fold(b) or skeleton(a) == skeleton(b)


@pytest.mark.parametrize(("one", "other"), ONE_NAME_IN_TWO_TRADITIONS)
def test_spelling_traditions_are_alike_both_ways(one: str, other: str) -> None:
    assert alike(one, other)
    assert alike(other, one)


@pytest.mark.parametrize(("one", "other"), DIFFERENT_NAMES)
def test_different_names_are_not_alike(one: str, other: str) -> None:
    assert not alike(one, other)
    assert not alike(other, one)


@settings(deadline=None)
@given(st.text(), st.text())
def test_any_text_has_a_skeleton(a: str, b: str) -> None:
    assert alike(a, b) == alike(b, a)
    assert bool(skeleton(a)) == bool(fold(a))


@pytest.mark.parametrize(
    ("word", "known", "best"),
    [
        ("quoet", ["quote", "value", "note"], "quote"),
        ("publishd", ["published", "publisher", "author"], "published"),
        ("Zakir Hasanof", ["Zakir Hasanov", "Ramil Usubov"], "Zakir Hasanov"),
        ("Hasanov", ["Imran Khan", "Zakir Hasanov"], "Zakir Hasanov"),
        ("Hasanov Zakir", ["Zakir Hasanov", "Hasan Zakirov"], "Zakir Hasanov"),
        ("Эльчин Гулиев", ["Elchin Guliyev", "Elman Rustamov"], "Elchin Guliyev"),
        ("Khan", ["Imran Ahmed Khan Niazi"], "Imran Ahmed Khan Niazi"),
    ],
)
def test_the_best_suggestion_comes_first(word: str, known: list[str], best: str) -> None:
    assert nearest(word, known)[0] == best
    assert nearest(word, reversed(known)) == nearest(word, known)


def test_nothing_is_suggested_where_nothing_is_near() -> None:
    assert nearest("zebra", ["quote", "value", "Zakir Hasanov"]) == ()
    assert nearest("", ["quote"]) == ()
    assert nearest("...", ["quote"]) == ()
    assert nearest("quote", []) == ()
    assert nearest("quote", ["quote"], limit=0) == ()


def test_suggestions_are_limited_and_ties_alphabetical() -> None:
    known = ["fact d", "fact c", "fact b", "fact a", "fact a"]
    assert nearest("fact x", known) == ("fact a", "fact b", "fact c")
    assert nearest("fact x", known, limit=2) == ("fact a", "fact b")


@settings(deadline=None)
@given(st.text(max_size=20), st.lists(st.text(max_size=12), max_size=6))
def test_suggestions_are_always_some_of_the_known(word: str, known: list[str]) -> None:
    assert set(nearest(word, known)) <= set(known)


@pytest.mark.parametrize(
    ("text", "names", "surnames"),
    [
        ("Naghiyev met Zakir Hasanov in Baku", ["Zakir Hasanov"], False),
        ("Naghiyev met Zakir  Həsənov, the minister", ["Zakir Hasanov"], False),
        ("the 44-day Nagorno Karabakh war", ["Nagorno-Karabakh"], False),
        ("at Hasanov's office", ["Hasanov"], False),
        ("at Hasanov’s office", ["Zakir Hasanov"], True),
        ("Col-Gen Hasanov noted", ["Zakir Hasanov"], True),
        ("Bajwa stressed", ["Qamar Javed Bajwa"], True),
        ("Pelé scored", ["Pele"], True),
        ("King said", ["Martin Luther King Jr."], True),
        ("Sharif said", ["Sharif N."], True),
        ("Chief of Azerbaijan's State Border Service", ["Azerbaijan's State Border Service"], False),
        ("Chief of Azerbaijan State Border Service", ["Azerbaijan's State Border Service"], False),
        ("the three countries’ parliaments", ["countries"], False),
        ("McDonald's opened", ["McDonalds"], False),
        ("Imran Khan", ["nobody", "Imran Khan"], False),
    ],
)
def test_a_text_mentions_a_name(text: str, names: list[str], surnames: bool) -> None:
    assert mentions(text, names, surnames=surnames)


@pytest.mark.parametrize(
    ("text", "names", "surnames"),
    [
        ("Hasanov noted", ["Zakir Hasanov"], False),
        ("Hasanovs noted", ["Hasanov"], True),
        ("Zakir noted", ["Zakir Hasanov"], True),
        ("Khanate of Baku", ["Imran Khan"], True),
        ("Hasanov Zakir", ["Zakir Hasanov"], False),
        ("Junior Jr. said", ["Martin Luther King Jr."], True),
        ("anything", [], True),
        ("anything at all", ["", "...", "—"], True),
        ("", ["Hasanov"], True),
    ],
)
def test_a_text_does_not_mention_a_name(text: str, names: list[str], surnames: bool) -> None:
    assert not mentions(text, names, surnames=surnames)


@settings(deadline=None)
@given(st.text(max_size=40), st.text(max_size=12), st.booleans())
def test_a_text_that_holds_a_name_between_spaces_mentions_it(text: str, name: str, surnames: bool) -> None:
    said = f"{text} {name} x"
    # Marks and modifier letters at the ends may join what a space should part.
    if fold(name) and f" {fold(name)} " in f" {fold(said)} ":
        assert mentions(said, [name], surnames=surnames)


def test_an_index_finds_ids_and_names() -> None:
    index = NameIndex(REGISTRY)
    assert index.lookup("zakir-hasanov") == ("zakir-hasanov",)
    assert index.lookup("Zakir Hasanov") == ("zakir-hasanov",)
    assert index.lookup("ZAKİR HƏSƏNOV") == ("zakir-hasanov",)
    assert index.lookup("President Aliyev") == ("heydar-aliyev", "ilham-aliyev")
    assert index.lookup("Hasanov") == ()
    assert index.lookup("") == ()


def test_an_exact_id_wins_over_the_name_of_another() -> None:
    index = NameIndex(REGISTRY)
    assert index.lookup("ali") == ("ali",)
    assert index.lookup("Ali") == ("other",)


def test_an_index_suggests_one_name_for_each_entry() -> None:
    index = NameIndex(REGISTRY)
    assert index.suggest("Zakir Hasanof")[0] == "Zakir Hasanov"
    assert index.suggest("Hasanov") == ("Hasanov R.", "Zakir Hasanov")
    assert index.suggest("Hasanov", limit=1) == index.suggest("Hasanov")[:1]
    assert index.suggest("nothing of the kind") == ()


@settings(deadline=None)
@given(st.dictionaries(st.text(max_size=6), st.lists(st.text(max_size=8), max_size=3), max_size=4), st.text(max_size=8))
def test_an_index_takes_any_text(names: dict[str, list[str]], text: str) -> None:
    index = NameIndex(names)
    assert set(index.lookup(text)) <= set(names)
    for identifier, written in names.items():
        assert index.lookup(identifier) == (identifier,)
        assert all(identifier in index.lookup(name) for name in written if fold(name) and name not in names)
    assert len(index.suggest(text)) <= 3
