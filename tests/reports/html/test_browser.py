"""The page in a real browser: it filters, sorts, knows keys, is dark or light, fits a phone, and anyone can use it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Page as Tab

    Opened = Callable[..., Tab]

BACKGROUND = "getComputedStyle(document.body).backgroundColor"
LIGHT, DARK = "rgb(253, 252, 248)", "rgb(22, 23, 26)"


def in_view(tab: Tab, selector: str) -> int:
    return tab.locator(f"{selector}:visible").count()


def test_the_filter_leaves_what_has_every_word_and_escape_brings_all_back(clashes: str, opened: Opened) -> None:
    tab = opened(clashes)
    every = in_view(tab, ".filterable")
    tab.keyboard.press("/")
    tab.keyboard.type("ANNA minister")
    shown = tab.locator(".filterable:visible")
    assert 0 < shown.count() < every
    assert all("anna" in text.lower() for text in shown.all_text_contents())
    assert tab.locator("#filtered").text_content() == f"{shown.count()} of {every}"
    assert not tab.locator("#rules").is_visible()
    tab.keyboard.press("Escape")
    assert in_view(tab, ".filterable") == every
    assert tab.locator("#filtered").text_content() == ""


def test_a_filter_that_nothing_matches_says_so(clashes: str, opened: Opened) -> None:
    tab = opened(clashes)
    tab.get_by_label("Filter").fill("no such words here")
    assert tab.locator("#filtered").text_content() == "nothing matches"
    assert in_view(tab, ".filterable") == 0


def column(tab: Tab, number: int) -> list[str]:
    return [text.strip() for text in tab.locator(f"#facts tbody tr > :nth-child({number})").all_text_contents()]


def test_a_table_sorts_by_each_heading_both_ways_and_says_which(clashes: str, opened: Opened) -> None:
    tab = opened(clashes)
    heads = tab.locator("#facts thead th")
    published = heads.filter(has_text="Published")
    assert [heads.nth(place).get_attribute("aria-sort") for place in range(6)] == ["none"] * 6
    published.get_by_role("button").click()
    assert published.get_attribute("aria-sort") == "ascending"
    assert column(tab, 5) == sorted(column(tab, 5))
    published.get_by_role("button").press("Enter")
    assert published.get_attribute("aria-sort") == "descending"
    assert column(tab, 5) == sorted(column(tab, 5), reverse=True)
    heads.filter(has_text="Kind").get_by_role("button").click()
    assert published.get_attribute("aria-sort") == "none"
    assert column(tab, 2) == sorted(column(tab, 2))


def test_j_and_k_go_from_contradiction_to_contradiction(clashes: str, opened: Opened) -> None:
    tab = opened(clashes)
    ids = [str(each.get_attribute("id")) for each in tab.locator(".finding").all()]
    assert len(ids) >= 3
    visited = []
    for key in ("j", "j", "k", "j", "j"):
        tab.keyboard.press(key)
        visited.append(tab.evaluate("document.activeElement.id"))
    assert visited == [ids[0], ids[1], ids[0], ids[1], ids[2]]


def test_letters_typed_into_the_filter_are_no_keys(clashes: str, opened: Opened) -> None:
    tab = opened(clashes)
    tab.get_by_label("Filter").press_sequentially("jkt?")
    assert tab.get_by_label("Filter").input_value() == "jkt?"
    assert not tab.locator("#keyboard").is_visible()
    assert tab.evaluate(BACKGROUND) == LIGHT


def test_a_question_mark_shows_the_keys_and_escape_hides_them(clashes: str, opened: Opened) -> None:
    tab = opened(clashes)
    tab.keyboard.press("?")
    assert tab.get_by_role("dialog", name="Keyboard").is_visible()
    tab.keyboard.press("Escape")
    assert not tab.locator("#keyboard").is_visible()


@pytest.mark.parametrize(("scheme", "first", "then"), [("light", LIGHT, DARK), ("dark", DARK, LIGHT)])
def test_the_page_is_as_the_system_and_turns(clashes: str, opened: Opened, scheme: str, first: str, then: str) -> None:
    tab = opened(clashes, color_scheme=scheme)
    assert tab.evaluate(BACKGROUND) == first
    tab.get_by_role("button", name="Dark").click()
    assert tab.evaluate(BACKGROUND) == then
    assert tab.get_by_role("button", name="Dark").get_attribute("aria-pressed") == str(then == DARK).lower()
    tab.keyboard.press("t")
    assert tab.evaluate(BACKGROUND) == first


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_the_page_never_scrolls_sideways(clashes: str, opened: Opened, width: int) -> None:
    tab = opened(clashes, width=width)
    assert tab.evaluate("document.documentElement.scrollWidth") == width


def test_without_scripts_all_is_there_and_no_control_is_dead(clashes: str, opened: Opened) -> None:
    tab = opened(clashes, java_script_enabled=False)
    assert in_view(tab, ".finding") >= 3
    assert in_view(tab, "#facts tbody tr") == 8
    assert in_view(tab, "button") == in_view(tab, "input") == 0


def test_on_paper_there_are_no_controls(clashes: str, opened: Opened) -> None:
    tab = opened(clashes, color_scheme="dark")
    tab.emulate_media(media="print")
    assert in_view(tab, ".toolbar") == in_view(tab, "nav") == 0
    assert tab.evaluate(BACKGROUND) == "rgb(255, 255, 255)"
    assert in_view(tab, ".finding") >= 3


def test_every_link_leads_somewhere_on_the_page(clashes: str, opened: Opened) -> None:
    tab = opened(clashes)
    dead: list[Any] = tab.evaluate(
        "[...document.querySelectorAll('a')].map(a => a.getAttribute('href'))"
        ".filter(href => !href.startsWith('#') || !document.getElementById(href.slice(1)))"
    )
    assert dead == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(
    clashes: str, opened: Opened, violations: Callable[[Tab], list[str]], scheme: str, width: int
) -> None:
    assert violations(opened(clashes, color_scheme=scheme, width=width)) == []


def test_axe_finds_nothing_while_the_keys_are_shown(
    clashes: str, opened: Opened, violations: Callable[[Tab], list[str]]
) -> None:
    tab = opened(clashes)
    tab.keyboard.press("?")
    assert violations(tab) == []
