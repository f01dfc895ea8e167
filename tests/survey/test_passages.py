"""Where quotes stand in the original text, and the sentences around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.survey.passages import passages

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.corpus import Corpus

PROJECT = """
== facts/registry/events.yaml
talks: {name: Talks}
== seeds/one.txt
Col. Smith came.  The “talks”
were held   in Baku. Nobody spoke.

Later they parted. The end.
== facts/one.yaml
article: one.txt
facts:
  - {id: folded, event: talks, quote: 'The "talks" were held in Baku'}
  - {id: apart, event: talks, quote: 'Col. Smith [...] they parted'}
  - {id: neighbours, event: talks, quote: 'came [...] Nobody'}
  - {id: wrong, event: talks, quote: 'They never met'}
  - {id: silent, event: talks}
"""


def shown(corpus: Corpus) -> dict[str, tuple[list[str], list[str]]]:
    text = corpus.texts["one.txt"].article.text
    return {
        ref.partition("#")[2]: ([text[a:b] for a, b in found.pieces], [text[a:b] for a, b in found.sentences])
        for ref, found in passages(corpus).items()
    }


def test_spans_are_those_of_the_original_text(corpus_of: Callable[[str], Corpus]) -> None:
    found = shown(corpus_of(PROJECT))
    assert found["folded"][0] == ["The “talks”\nwere held   in Baku"]
    assert found["folded"][1] == ["The “talks”\nwere held   in Baku."]


def test_each_piece_has_its_sentence_and_neighbours_are_one_stretch(corpus_of: Callable[[str], Corpus]) -> None:
    found = shown(corpus_of(PROJECT))
    assert found["apart"] == (["Col. Smith", "they parted"], ["Col. Smith came.", "Later they parted."])
    assert found["neighbours"][1] == ["Col. Smith came.", "Nobody spoke."]


def test_a_quote_that_is_not_there_and_no_quote_have_no_passage(corpus_of: Callable[[str], Corpus]) -> None:
    assert {"wrong", "silent"}.isdisjoint(shown(corpus_of(PROJECT)))
