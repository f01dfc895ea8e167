"""A quote is found where its words stand, cuts no word, and is shown what the article says where it is wrong."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.reading.article.quote import Nearest, Piece, fold, locate, mark_difference, nearest, sentence_around
from factlint.reading.article.word import inside_word

SEEDS = {path.name[:3]: path.read_text(encoding="utf-8") for path in (Path(__file__).parents[2] / "seeds").iterdir()}
TRADE = "amounted to $13.2 million in 2020, with exports amounting to $1.6 million and imports to $11.6 million."
PRINTED = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.sampled_from(
            "aeo12., \n\u00a0\u00ad\u200b\u0301\u0316\u0327“”’–—é\u1100\u1161\u11a8각\u0f73\u0344\u1fef\ufeff"
        ),
    ),
    max_size=30,
)
CUTTABLE = st.text(alphabet="a1., [-中é\u0301", max_size=25)


@pytest.mark.parametrize(
    ("printed", "plain"),
    [
        ("a \u00a0\t\r\n\u2009 b", "a b"),
        ("“a” „b“ «c» ″", '"a" "b" "c" "'),
        ("countries’ ‘x’ ‚y‘ 5′ `z´", "countries' 'x' 'y' 5' 'z'"),
        ("2020‐2021‑2022‒2023–2024—2025―−1", "2020-2021-2022-2023-2024-2025--1"),
        ("co\u00adopera\u200btion\ufeff", "cooperation"),
        ("a \u200b b", "a b"),
        ("e\u200b\u0301", "é"),
        ("Bakı Əliyev İ 13.2", "Bakı Əliyev İ 13.2"),
        ("cafe\u0301", "café"),
        ("\u1112\u1161\u11ab", "한"),
        ("a\u0316\u0301", "á\u0316"),
        ("\u212b \u037e \u1fef", "Å ; '"),
        ("ﬁ ² …", "ﬁ ² …"),
    ],
)
def test_printing_differences_fold_away_and_letters_stay(printed: str, plain: str) -> None:
    assert fold(printed).text == plain


@settings(deadline=None)
@given(PRINTED)
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text).text).text == fold(text).text


@settings(deadline=None)
@given(PRINTED)
def test_fold_does_not_depend_on_the_normal_form(text: str) -> None:
    folded = fold(text).text
    assert unicodedata.is_normalized("NFC", folded)
    assert fold(unicodedata.normalize("NFD", text)).text == fold(unicodedata.normalize("NFC", text)).text == folded


@settings(deadline=None)
@given(PRINTED)
def test_every_folded_character_has_its_place(text: str) -> None:
    folded = fold(text)
    offsets = list(folded.offsets)
    assert len(offsets) == len(folded.text) + 1
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(text)
    for at, char in enumerate(folded.text):
        if char.isascii() and char.isalnum():
            assert unicodedata.normalize("NFC", text[offsets[at]]) == char


def test_a_long_run_of_marks_takes_no_quadratic_time() -> None:
    marks = "a" + "\u0301\u0316" * 200_000
    assert fold(marks).text == marks
    assert locate(fold(marks), "a") is None


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_every_paragraph_of_the_own_articles_is_found_in_its_place(number: str) -> None:
    text = SEEDS[number]
    folded = fold(text)
    paragraphs = [paragraph for paragraph in text.split("\n\n") if any(map(str.isalnum, paragraph))]
    assert len(paragraphs) > 5
    for paragraph in paragraphs:
        found = locate(folded, paragraph)
        assert found is not None
        assert text[found[0].start : found[0].end] == paragraph.strip()


@pytest.mark.parametrize(
    ("number", "quote"),
    [
        ("000", "the two countries' security agencies"),
        ("000", "The trade turnover between Azerbaijan and Pakistan amounted to $13.2 million in 2020"),
        ("000", "exports amounting to $1.6 million [...] imports to $11.6 million"),
        ("000", "The trade turnover [...] amounted to $13.2 million […] $3.1 million"),
        ("002", "the three countries' parliaments on July 27, 2021"),
        ("002", "the three countries’   parliaments"),
        ("002", "Three Brothers — 2021"),
        ("003", "Pakistan's Joint Chiefs of Staff Committee"),
        ("003", "[...] the only country that does not recognize Armenia. [...]"),
        ("004", "Azerbaijan's liberated lands"),
        ("004", "Azerbaijani\u00ad-Paki\u200bstani\u00a0ties"),
    ],
)
def test_quotes_of_the_own_articles_are_found(number: str, quote: str) -> None:
    assert locate(fold(SEEDS[number]), quote)


@pytest.mark.parametrize(
    "quote",
    [
        "amounted to $13.3 million",
        "Amounted to $13.2 million",
        "6 million.",
        "2 million in 2020",
        "$13",
        "$13.",
        "mounted to",
        "amount",
        "with exports amounting to $11.6 million",
        "imports to [...] exports amounting",
        "2020 [...] 2020",
        "",
        "  ",
        "[...]",
        "[...] […] [. . .]",
        "—",
    ],
)
def test_other_words_cut_words_and_wrong_order_are_not_found(quote: str) -> None:
    assert locate(fold(TRADE), quote) is None


def test_a_number_is_found_where_it_stands_alone_and_not_in_a_longer_one() -> None:
    text = "imports of 11.6 million, exports of 1.6 million"
    assert locate(fold(text), "1.6 million") == (Piece(36, 47),)
    assert locate(fold("of 11.6 million"), "1.6 million") is None
    assert locate(fold("1,234,567 people"), "234") is None
    assert locate(fold("234, 567 people"), "234") == (Piece(0, 3),)


def test_pieces_stand_in_order_without_overlap_even_where_the_first_place_is_no_good() -> None:
    assert locate(fold("a b a c"), "a [...] b [...] a") == (Piece(0, 1), Piece(2, 3), Piece(4, 5))
    assert locate(fold("a b a"), "a b [...] b a") is None
    assert locate(fold("ab a"), "a") == (Piece(3, 4),)


def test_a_word_ends_before_its_combining_marks_no_more_than_within_them() -> None:
    assert locate(fold("q\u0303 x"), "q") is None
    assert locate(fold("q\u0303 x"), "q\u0303") == (Piece(0, 2),)
    assert locate(fold("का"), "क") is None


def test_scripts_without_spaces_may_be_cut_anywhere() -> None:
    assert locate(fold("阿塞拜疆总统"), "总统") == (Piece(4, 6),)


def brute_force(text: str, pieces: list[str], at: int = 0) -> bool:
    """Whether any choice of places, not only the leftmost, stands in order and cuts no word."""
    if not pieces:
        return True
    end = len(pieces[0])
    return any(
        text.startswith(pieces[0], start)
        and not inside_word(text, start)
        and not inside_word(text, start + end)
        and brute_force(text, pieces[1:], start + end)
        for start in range(at, len(text) - end + 1)
    )


@settings(deadline=None)
@given(st.text(alphabet="a1., -中", max_size=14), st.lists(st.text(alphabet="a1., -中", max_size=4), max_size=3))
def test_the_leftmost_places_are_found_whenever_any_are(text: str, pieces: list[str]) -> None:
    folded = fold(text)
    wanted = [fold(piece).text.strip() for piece in pieces]
    wanted = [piece for piece in wanted if any(map(str.isalnum, piece))]
    found = locate(folded, " [...] ".join(pieces))
    assert (found is not None) == (bool(wanted) and brute_force(folded.text, wanted))


@settings(deadline=None)
@given(CUTTABLE, st.lists(CUTTABLE, max_size=3))
def test_marked_word_ends_find_the_same_places_as_trial(text: str, pieces: list[str]) -> None:
    from factlint.reading.article import quote as module

    folded = fold(text).text
    wanted = module._pieces(" [...] ".join(pieces))  # noqa: SLF001  (two ways to one answer)
    assert module._by_edges(folded, wanted) == module._by_trial(folded, wanted)  # noqa: SLF001  (the same)


@settings(deadline=None)
@given(PRINTED, st.data())
def test_every_stretch_between_word_ends_is_found_with_an_equal_fold(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    cuts = [at for at in range(len(folded.text) + 1) if not inside_word(folded.text, at)]
    start, end = sorted((data.draw(st.sampled_from(cuts)), data.draw(st.sampled_from(cuts))))
    piece = fold(folded.text[start:end]).text.strip()
    # A bracket in the text may read as words left out; a mark at the start would join what comes before.
    if not any(map(str.isalnum, piece)) or "[" in piece or unicodedata.combining(piece[0]):
        return
    found = locate(folded, piece)
    assert found is not None
    assert fold(text[found[0].start : found[0].end]).text.strip() == piece


@pytest.mark.parametrize("number", ["000", "003"])
@settings(deadline=None)
@given(data=st.data())
def test_every_stretch_of_an_own_article_is_found_at_its_words(number: str, data: st.DataObject) -> None:
    text = SEEDS[number]
    words = [at for at in range(len(text)) if text[at].isalnum() and not inside_word(text, at)]
    start, last = sorted((data.draw(st.sampled_from(words)), data.draw(st.sampled_from(words))))
    end = next(at for at in range(last + 1, len(text) + 1) if not inside_word(text, at))
    found = locate(fold(text), text[start:end])
    assert found is not None
    assert len(found) == 1
    assert fold(text[found[0].start : found[0].end]).text == fold(text[start:end]).text


@pytest.mark.parametrize(
    ("quote", "wrong", "passage"),
    [
        ("amounted to $12.6 million in 2020", (("$12.6", "$13.2"),), "amounted to $13.2 million in 2020"),
        ("imports to $1.6 million", (("$1.6", "$11.6"),), "imports to $11.6 million"),
        ("6 million and", (("6", "1.6"),), "1.6 million and"),
        ("amounting to 1.6 million and", (("1.6", "$1.6"),), "amounting to $1.6 million and"),
        (
            "in 2020, with exports to $1.6 million",
            (("", "amounting"),),
            "in 2020, with exports amounting to $1.6 million",
        ),
        ("in the year 2020, with exports", (("the year", ""),), "in 2020, with exports"),
        ("exports amounting [...] export amounting", (("export", "exports"),), "exports amounting"),
    ],
)
def test_the_nearest_passage_is_shown_with_the_words_that_differ(
    quote: str, wrong: tuple[tuple[str, str], ...], passage: str
) -> None:
    found = nearest(TRADE, fold(TRADE), quote)
    assert found is not None
    assert (found.passage, found.wrong) == (passage, wrong)
    assert TRADE[found.start : found.end] == passage


def test_nothing_is_near_to_words_of_another_matter() -> None:
    text = SEEDS["000"]
    assert nearest(text, fold(text), "nothing here is similar whatsoever zzz") is None
    assert nearest(text, fold(text), "Жители города") is None
    assert nearest(text, fold(text), "[...]") is None
    assert nearest("", fold(""), "words") is None


def test_a_difference_is_marked_in_a_sentence() -> None:
    text = SEEDS["000"]
    found = nearest(text, fold(text), "between Azerbaijan and Pakistan amounted to $12.6 million in 2020")
    assert found is not None
    assert mark_difference(found) == (
        'the article says "… and Pakistan amounted to $[13.2] million in 2020", '
        'the quote "… and Pakistan amounted to $[12.6] million in 2020"'
    )


def test_pieces_out_of_order_are_called_so() -> None:
    found = nearest(TRADE, fold(TRADE), "imports to [...] exports amounting")
    assert found == Nearest(40, 57, "exports amounting", (), "exports amounting")
    assert mark_difference(found) == 'the article says "exports amounting", but not in this order'


def test_of_a_long_quote_the_stretch_that_goes_wrong_is_shown() -> None:
    text = SEEDS["002"]
    wrong = text.replace("fifth meeting", "sixth meeting")
    found = nearest(text, fold(text), wrong)
    assert found is not None
    assert found.wrong == (("sixth", "fifth"),)
    assert len(found.passage) < 400


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_one_wrong_word_of_any_long_sentence_is_found(number: str) -> None:
    text = SEEDS[number]
    folded = fold(text)
    for paragraph in text.split("\n\n"):
        words = paragraph.split()
        if len(words) > 8:
            wrong = [*words[:5], "Xyzzyx", *words[6:]]
            found = nearest(text, folded, " ".join(wrong))
            assert found is not None
            assert ("Xyzzyx", fold(words[5]).text) in found.wrong


def test_a_large_article_is_searched_around_rare_words() -> None:
    filler = " ".join(f"w{number}" for number in range(300_000))
    text = f"{filler} {TRADE} {filler}"
    folded = fold(text)
    assert locate(folded, "amounted to $13.2 million in 2020")
    assert locate(folded, "amounted to $12.6 million in 2020") is None
    found = nearest(text, folded, "amounted to $12.6 million in 2020")
    assert found is not None
    assert found.wrong == (("$12.6", "$13.2"),)
    assert nearest(text, folded, "nowhere near anything") is None


def test_a_quote_that_cuts_a_word_a_million_times_is_decided() -> None:
    folded = fold("ab " * 300_000 + "a 1")
    assert locate(folded, "ab " * 100_000 + "a") is not None
    assert locate(fold("ab " * 300_000), "ab " * 100_000 + "a") is None
    assert locate(fold("11 " * 300_000), "1") is None


@settings(deadline=None)
@given(PRINTED, PRINTED)
def test_any_quote_of_any_text_has_an_answer(text: str, quote: str) -> None:
    folded = fold(text)
    found = nearest(text, folded, quote)
    if found is not None:
        assert text[found.start : found.end] == found.passage
        assert mark_difference(found).startswith('the article says "')
    for piece in locate(folded, quote) or ():
        assert 0 <= piece.start < piece.end <= len(text)


@pytest.mark.parametrize(
    ("text", "word", "sentence"),
    [
        ("One. Two words. Three.", "words", "Two words."),
        ("One. Two words. Three.", "One", "One."),
        ("One. Two words. Three.", "Three", "Three."),
        ("Met on Jan. 15 in Baku. Then left.", "15", "Met on Jan. 15 in Baku."),
        ("Then Col-Gen. Hasanov left. He came.", "Then", "Then Col-Gen. Hasanov left."),
        ("The U.S. President spoke. He left.", "President", "The U.S. President spoke."),
        ("J. Smith spoke. He left.", "spoke", "J. Smith spoke."),
        ("It rose to 13.2 million. It fell.", "13.2", "It rose to 13.2 million."),
        ("He said: “It rose.” It fell.", "fell", "It fell."),
        ("A headline without a stop\n\nBaku said so.", "Baku", "Baku said so."),
        ("A headline without a stop\n\nBaku said so.", "headline", "A headline without a stop"),
        ("One line\nof a sentence. Next.", "of", "One line\nof a sentence."),
        ("One. Two words. Three.", "One. Two", "One. Two words."),
        ("Really? Yes! So.", "Yes", "Yes!"),
    ],
)
def test_the_sentence_around_words_ends_where_a_reader_says(text: str, word: str, sentence: str) -> None:
    at = text.index(word)
    start, end = sentence_around(text, at, at + len(word))
    assert text[start:end] == sentence


def test_a_sentence_of_an_own_article_is_found() -> None:
    at = SEEDS["001"].index("Bilal")
    start, end = sentence_around(SEEDS["001"], at, at + 5)
    assert SEEDS["001"][start:end].startswith("Azerbaijani Defense Minister Colonel-General")
    assert SEEDS["001"][start:end].endswith("told Trend.")


@settings(deadline=None)
@given(st.text(alphabet="aB. !\n”’5", max_size=40), st.integers(-5, 50), st.integers(-5, 50))
def test_a_sentence_holds_its_span(text: str, first: int, second: int) -> None:
    start, end = sentence_around(text, first, second)
    assert 0 <= start <= end <= len(text)
    if 0 <= first < second <= len(text) and text[first:second].strip():
        inner = text[first:second]
        assert start <= first + len(inner) - len(inner.lstrip())
        assert end >= first + len(inner.rstrip())
