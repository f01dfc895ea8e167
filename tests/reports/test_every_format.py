"""What holds for every output format of `check`, whatever the texts of a project are."""

from __future__ import annotations

import re
import sys
import unicodedata
from typing import TYPE_CHECKING

import pytest
from tests.reports.samples import HOSTILE, accepted, finding, hostile, many, report

from factlint.findings import Place, Spot
from factlint.reports import CHOICES, FORMATS, renderer

if TYPE_CHECKING:
    from factlint.findings import Report

NEW = [name for name in FORMATS if name not in {"full", "concise", "json"}]
"""The formats of this room's tests; the other three have theirs in test_formats."""


def test_what_may_be_asked_for_is_every_format_and_auto() -> None:
    assert set(CHOICES) == {*FORMATS, "auto"}
    assert len(set(FORMATS)) == len(FORMATS) == 10


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_says_the_rule_the_place_and_the_message(name: str) -> None:
    text = renderer(name)(report(finding(message="the sum is off")))
    for words in ("sum-mismatch", "facts/a.yaml", "the sum is off"):
        assert words in text


@pytest.mark.parametrize("name", NEW)
@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_in_a_text_steers_a_terminal_or_hides_in_it(name: str, text: str) -> None:
    shown = renderer(name)(hostile(text))
    bad = {each for each in shown if unicodedata.category(each) in {"Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn"}}
    assert bad <= {"\n"}
    assert shown.encode()


@pytest.mark.parametrize("name", NEW)
def test_letters_of_every_script_stay_as_they_are(name: str) -> None:
    assert "мир 山田 🇦🇿 Pe\u0301rez" in renderer(name)(report(finding(message="мир 山田 🇦🇿 Pe\u0301rez")))


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_report_gives_the_same_bytes(name: str) -> None:
    assert renderer(name)(hostile(HOSTILE[0])) == renderer(name)(hostile(HOSTILE[0]))


@pytest.mark.parametrize("name", NEW)
def test_a_clean_run_is_no_empty_crash(name: str) -> None:
    assert "sum-mismatch: " not in renderer(name)(report())


@pytest.mark.parametrize("name", ["github", "junit", "markdown", "gitlab"])
def test_a_quote_of_ten_thousand_characters_is_cut_where_a_host_limits_texts(name: str) -> None:
    long = Spot(Place("facts/a.yaml", 2, 1, 2, 3), "a#x", "word " * 2_000, "here")
    shown = renderer(name)(report(finding(primary=long, related=(long,) * 50)))
    assert len(shown) < 25_000


@pytest.mark.parametrize("name", [*NEW, "full", "concise", "json"])
def test_accepted_findings_stay(name: str) -> None:
    shown = renderer(name)(report(accepted(message="the sum is off")))
    assert "the sum is off" in shown
    assert "accepted" in shown or "skipped" in shown


@pytest.mark.parametrize("name", FORMATS)
def test_the_work_grows_with_the_findings_not_with_their_square(name: str) -> None:
    renderer(name)(many(2))
    once, twice = calls(name, many(100)), calls(name, many(200))
    assert twice < 2.3 * once


def calls(name: str, whole: Report) -> int:
    """How many functions were called to render the report."""
    counted = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event in {"call", "c_call"}

    sys.setprofile(count)
    try:
        renderer(name)(whole)
    finally:
        sys.setprofile(None)
    return counted


def test_the_list_of_related_places_is_cut_and_counted() -> None:
    spots = tuple(Spot(Place("facts/b.yaml", line), None, None, f"place {line}") for line in range(1, 60))
    text = renderer("junit")(report(finding(related=spots)))
    assert "and 40 more places" in text
    assert len(re.findall(r"^facts/", text, re.MULTILINE)) == 20
