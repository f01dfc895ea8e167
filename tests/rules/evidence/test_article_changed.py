"""`article-changed` and `retrieved-before-published`: what the head of a file says about its source."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import pytest

from factlint.findings import Place, Severity
from factlint.rules.evidence.article_changed import ArticleChanged
from factlint.rules.evidence.retrieved_before_published import RetrievedBeforePublished

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding
    from factlint.rules.base import Rule

    Found = Callable[[type[Rule], str], tuple[Finding, ...]]

DIGEST = "sha256:" + hashlib.sha256(b"One sentence.\n").hexdigest()
ARTICLE = (
    "== seeds/a.txt\nOne sentence.\n== facts/a.yaml\narticle: a.txt\ndigest: %s\npublished: 2021-06-23\nfacts: []\n"
)


def test_the_digest_of_the_bytes_is_silent(found: Found) -> None:
    assert found(ArticleChanged, ARTICLE % DIGEST) == ()


def test_another_digest_is_an_error_that_tells_the_new_one(found: Found) -> None:
    recorded = f"sha256:{'0' * 64}"
    (finding,) = found(ArticleChanged, ARTICLE % recorded)
    assert finding.message == (
        f"the article a.txt has changed since this digest was taken, it is now {DIGEST}: "
        "put the article back, or check its facts again and write the new digest"
    )
    assert finding.severity is Severity.ERROR
    assert finding.primary.place == Place("facts/a.yaml", 2, 9, 2, 9 + len(recorded))


def test_white_space_at_the_end_of_the_article_is_a_change(found: Found) -> None:
    text = ARTICLE.replace("One sentence.", "One sentence. ") % DIGEST
    assert len(found(ArticleChanged, text)) == 1


def test_each_file_of_a_changed_article_is_told(found: Found) -> None:
    recorded = f"sha256:{'1' * 64}"
    again = f"== facts/b.yaml\narticle: a.txt\ndigest: {recorded}\npublished: 2021-06-23\nfacts: []\n"
    places = [finding.primary.place.path for finding in found(ArticleChanged, ARTICLE % recorded + again)]
    assert places == ["facts/a.yaml", "facts/b.yaml"]


@pytest.mark.parametrize("digest", ["md5:12", "sha256:abc", "''"])
def test_what_is_no_digest_is_left_to_the_rule_for_bad_values(found: Found, digest: str) -> None:
    assert found(ArticleChanged, ARTICLE % digest) == ()


def test_an_article_that_is_missing_is_not_changed(found: Found) -> None:
    assert found(ArticleChanged, (ARTICLE % DIGEST).replace("article: a.txt", "article: b.txt")) == ()


SOURCE = "== facts/a.yaml\nsource: {title: T, retrieved: %s}\npublished: %s\nfacts: []\n"


@pytest.mark.parametrize(
    ("retrieved", "published"),
    [
        ("2021-06-23", "2021-06-23"),
        ("2021-06", "2021-06-23"),
        ("2021-06-22", "2021-06"),
        ("2022", "2021-06-23"),
        ("2021-06-22", "2021-06-22~"),
    ],
)
def test_dates_that_may_be_in_order_are_silent(found: Found, retrieved: str, published: str) -> None:
    assert found(RetrievedBeforePublished, SOURCE % (retrieved, published)) == ()


def test_a_source_looked_up_before_it_was_there_is_an_error(found: Found) -> None:
    (finding,) = found(RetrievedBeforePublished, SOURCE % ("2021-06-22", "2021-06-23"))
    assert finding.message == (
        "the source was retrieved 2021-06-22, before it was published 2021-06-23: correct one of the two dates"
    )
    assert finding.severity is Severity.ERROR
    assert finding.primary.place == Place("facts/a.yaml", 1, 31, 1, 41)
    assert [(spot.place.line, spot.message) for spot in finding.related] == [(2, "published 2021-06-23")]


def test_a_source_without_its_dates_is_silent(found: Found) -> None:
    assert found(RetrievedBeforePublished, "== facts/a.yaml\nsource: {title: T}\nfacts: []\n") == ()
