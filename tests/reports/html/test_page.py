"""What the page says, without a browser: the same each time, within its size, and nothing in it but its own markup."""

from __future__ import annotations

import hashlib
import re
from base64 import b64encode
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from factlint.cli import main
from factlint.reports.html.names import identifiers

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page as Tab

ROOT = Path(__file__).parents[3]
LARGEST = 400_000

HOSTILE = """
== facts/registry/places.yaml
here: {name: Here}
== facts/registry/people.yaml
eve: {name: "<img src=x onerror=alert(1)>", aliases: ["Eve"]}
== facts/registry/offices.yaml
boss: {title: "</title></svg><script>alert(2)</script>"}
== facts/registry/events.yaml
feast: {name: "&lt;b&gt; \\u202Egnp.exe {{ 7 * 7 }} {% raw %}"}
== facts/registry/measures.yaml
exports: {name: "exports <!-- --> ]]>", kind: flow, unit: USD}
== seeds/one.txt
</p></div></article></main><script>alert(3)</script><svg onload=alert(4)>

Eve feasted on 3 May 2020, \u202ebackwards\u202c and \u001b[31mred\u001b[0m. Exports were $5 million.
"' onmouseover='alert(5)
== facts/one.yaml
article: one.txt
publisher: "\\"><script>alert(6)</script>"
author: "javascript:alert(7)"
title: "{{ config }} <b>bold</b> \\u001B[1m"
published: 2020-05-01
facts:
  - id: feast
    event: feast
    date: 2020-05-03
    quote: Eve feasted on 3 May 2020
  - {id: eve, role: boss, person: Eve, quote: Eve feasted}
  - {id: five, figure: exports, of: Here, period: 2019, value: $5 million, quote: Exports were $5 million}
== facts/two.yaml
source: {title: "<iframe src='https://example.org'></iframe>"}
publisher: Two
published: 2020-05-09
facts:
  - {id: feast, event: feast, date: 2020-05-04, note: "--></script>"}
  - {id: eve, role: boss, person: Eve, from: 2020-01-01}
  - {id: six, figure: exports, of: Here, period: 2019, value: $6 million}
"""


class Outline(HTMLParser):
    """The elements of a page, their identifiers and attributes, and the order of its headings."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    @property
    def headings(self) -> list[int]:
        return [int(tag[1]) for tag in self.elements if re.fullmatch("h[1-6]", tag)]

    @property
    def ids(self) -> list[str]:
        return [value for name, value in self.attributes if name == "id"]


@pytest.fixture(scope="session")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of this project's own corpus."""
    target = tmp_path_factory.mktemp("ours") / "report.html"
    result = CliRunner().invoke(main, ["report", str(ROOT), "-o", str(target)], catch_exceptions=False)
    assert result.exit_code == 0
    return target


def test_our_report_is_small_and_loads_nothing(ours: Path) -> None:
    page = ours.read_text("utf-8")
    assert len(page.encode()) < LARGEST
    outline = Outline(page)
    loading = {value for name, value in outline.attributes if name in {"src", "srcset", "data", "xlink:href"}}
    links = [value for name, value in outline.attributes if name == "href"]
    assert not loading
    assert all(link.startswith("#") for link in links)
    assert "url(http" not in page
    assert "@import" not in page


def test_our_report_has_no_violation_and_fits_a_phone(
    ours: Path, opened: Callable[..., Tab], violations: Callable[[Tab], list[str]]
) -> None:
    tab = opened(ours.read_text("utf-8"), width=360)
    assert tab.evaluate("document.documentElement.scrollWidth") == 360
    assert violations(tab) == []


def test_headings_skip_no_level_and_no_identifier_stands_twice(clashes: str) -> None:
    outline = Outline(clashes)
    assert outline.headings[0] == 1
    assert outline.headings.count(1) == 1
    assert all(then <= first + 1 for first, then in zip(outline.headings, outline.headings[1:], strict=False))
    assert len(outline.ids) == len(set(outline.ids))


def test_the_policy_allows_the_page_s_own_style_and_script_alone(clashes: str) -> None:
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', clashes)
    assert policy
    for tag, name in (("style", "style-src"), ("script", "script-src")):
        parts = re.findall(f"<{tag}>(.*?)</{tag}>", clashes, re.DOTALL)
        assert len(parts) == 1
        digest = b64encode(hashlib.sha256(parts[0].encode()).digest()).decode().replace("+", "&#43;")
        assert f"{name} &#39;sha256-{digest}&#39;" in policy[1].replace("+", "&#43;")
    assert policy[1].startswith("default-src &#39;none&#39;")


def test_the_same_project_gives_the_same_bytes(rendered: Callable[[str], str]) -> None:
    assert rendered(HOSTILE) == rendered(HOSTILE)


def test_hostile_text_stays_text(rendered: Callable[[str], str]) -> None:
    page = rendered(HOSTILE)
    outline = Outline(page)
    assert outline.elements.count("script") == outline.elements.count("style") == outline.elements.count("main") == 1
    assert {"img", "iframe", "b"}.isdisjoint(outline.elements)
    assert not [name for name, _ in outline.attributes if name.startswith("on") or name == "style"]
    assert not [value for name, value in outline.attributes if name == "href" and not value.startswith("#")]
    assert "gnp.exe {{ 7 * 7 }} {% raw %}" in page
    assert not set(page) & {"\u202e", "\u202c", "\u001b"}
    assert "&lt;U+202E&gt;backwards&lt;U+202C&gt; and ␛[31mred␛[0m" in page


def test_hostile_text_runs_nothing_and_leads_nowhere(
    rendered: Callable[[str], str], opened: Callable[..., Tab], violations: Callable[[Tab], list[str]]
) -> None:
    tab = opened(rendered(HOSTILE), width=360)
    assert tab.evaluate("document.documentElement.scrollWidth") == 360
    assert tab.locator("main script, main img, main iframe, main b").count() == 0
    assert tab.locator("main").count() == tab.locator("h1").count() == 1
    tab.get_by_label("Filter").fill("<script>")
    assert tab.locator(".filterable:visible").count() > 0
    assert violations(tab) == []


@pytest.mark.parametrize("name", ["", "a#b", "A B/ü", "x" * 500, "#" * 9, "\u202e"])
def test_identifiers_are_plain_and_never_the_same(name: str) -> None:
    first, second, third = identifiers("fact", [name, name, "other"])
    assert len({first, second, third}) == 3
    assert all(re.fullmatch(r"fact[A-Za-z0-9-]*", each) for each in (first, second))


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("<mark>The trade turnover amounted to $13.2 million in 2020</mark>.", "the quote in its sentence"),
        ("added up, every quantity cancels: 14,100,000 &lt; 13,300,000, which is false", "the arithmetic"),
        ("$13.2 million reads as $14.2 million", "the hint"),
        ("the list is kept as it was", "why a contradiction is accepted"),
        ('<mark class="bare" title="no fact covers this figure">12.5%</mark>', "a figure that no fact covers"),
        ("Printed: between $1.55 million and $1.7 million.", "the interval that is printed"),
        ("The others imply (outer bound): between $0.45 million and $0.75 million.", "the interval that is implied"),
        ("from 1 April 2021, still on 1 January 2022", "a term"),
        ("Publishers that say the same have it from one origin.", "what a rule finds"),
        ("this source is not stored", "a source without a text"),
    ],
)
def test_the_page_says(clashes: str, words: str, why: str) -> None:
    assert words in clashes, why


def test_a_project_without_facts_has_a_page_too(rendered: Callable[[str], str]) -> None:
    page = rendered("== facts/registry/places.yaml\nhere: {name: Here}\n")
    assert "All 0 facts of 0 sources can be true together." in page
    assert Outline(page).headings[0] == 1
