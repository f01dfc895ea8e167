"""A project full of clashes as a page, and a real Chromium to open pages in."""

from __future__ import annotations

import inspect
import shutil
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import pytest

from factlint.corpus import load_settings
from factlint.engine.check import checked, read
from factlint.reports.html import render
from factlint.reports.page import Page, RuleLine
from factlint.rules import RULES
from factlint.survey import survey
from factlint.testing import unpack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Dialog
    from playwright.sync_api import Page as Tab

    from factlint.corpus import Settings

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)

CLASHES = """
== facts/registry/measures.yaml
exports: {name: exports, kind: flow, unit: USD}
imports: {name: imports, kind: flow, unit: USD}
trade-turnover: {name: trade turnover, kind: flow, unit: USD, equals: exports + imports, symmetric: true}
== facts/registry/places.yaml
azerbaijan: {name: Azerbaijan}
pakistan: {name: Pakistan}
== facts/registry/people.yaml
anna: {name: Anna Berg}
bela: {name: Béla Novák}
== facts/registry/offices.yaml
minister: {title: Minister of Trade}
== facts/registry/events.yaml
talks: {name: Talks in Baku}
== seeds/one.txt
Trade grows

The trade turnover amounted to $13.2 million in 2020. Exports of cotton rose 12.5%. Minister of Trade Anna Berg said so.
== seeds/two.txt
In 2020 exports to Pakistan were $1.6 million, and imports were $12.6 million. Talks in Baku were held on 4 May 2021.
== facts/one.yaml
article: one.txt
publisher: Daily News
published: 2021-06-23
title: Trade grows
facts:
  - id: turnover
    figure: trade turnover
    of: Pakistan
    with: Azerbaijan
    period: 2020
    value: $13.2 million
    quote: The trade turnover amounted to $13.2 million in 2020
  - {id: anna, role: minister, person: Anna Berg, title: Minister of Trade, quote: Minister of Trade Anna Berg}
== facts/three.yaml
source: {title: A list of ministers}
publisher: Archive
published: 2022-01-01
facts:
  - id: bela
    role: minister
    person: Béla Novák
    from: 2020-01-01
    until: 2021-09-30
    accept: [{rule: office-held-twice, because: the list is kept as it was}]
  - {id: anna, role: minister, person: Anna Berg, from: 2021-04-01}
  - {id: talks, event: talks, date: 2021-05-06}
== facts/two.yaml
article: two.txt
publisher: Evening Post
published: 2021-06-24
facts:
  - id: exports
    figure: exports
    of: Azerbaijan
    with: Pakistan
    period: 2020
    value: $1.6 million
    quote: exports to Pakistan were $1.6 million
  - id: imports
    figure: imports
    of: Azerbaijan
    with: Pakistan
    period: 2020
    value: $12.6 million
    quote: imports were $12.6 million
  - {id: talks, event: talks, date: 2021-05-04, quote: Talks in Baku were held on 4 May 2021}
"""


@pytest.fixture
def rendered(project: Callable[[str], Settings]) -> Callable[[str], str]:
    """Writes a project and gives its page."""
    return lambda text: page(project(text))


@pytest.fixture(scope="session")
def clashes(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The page of the project that is full of clashes."""
    folder = tmp_path_factory.mktemp("clashes")
    unpack(CLASHES, folder)
    return page(load_settings(folder))


def page(settings: Settings) -> str:
    corpus, faults = read(settings)
    lines = tuple(
        RuleLine(rule.name, rule.severity.value, inspect.cleandoc(rule.__doc__ or "").partition("\n")[0])
        for rule in RULES
    )
    return render(Page(checked(corpus, faults, RULES), survey(corpus), lines))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A headless Chromium, one for all tests."""
    where = shutil.which("chromium")
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if where is None:
        pytest.skip("chromium is not installed, so the page cannot be driven in a browser")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=where, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium: Browser, tmp_path: Path) -> Iterator[Callable[..., Tab]]:
    """Opens a page from disk in a window of its own; whatever it complains of fails the test."""
    complaints: list[str] = []
    contexts = []

    def dismissed(dialog: Dialog) -> None:
        complaints.append(dialog.message)
        dialog.dismiss()

    def open_(text: str, *, width: int = 1280, **options: object) -> Tab:
        path = tmp_path / "page.html"
        path.write_text(text, "utf-8")
        context = chromium.new_context(viewport={"width": width, "height": 800}, **options)  # type: ignore[arg-type]  # playwright's own options
        contexts.append(context)
        tab = context.new_page()
        tab.on("console", lambda message: complaints.append(message.text))
        tab.on("pageerror", lambda error: complaints.append(str(error)))
        tab.on("dialog", dismissed)
        tab.on("request", lambda request: complaints.extend({request.url} - {path.as_uri()}))
        tab.goto(path.as_uri())
        return tab

    yield open_
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def violations() -> Callable[[Tab], list[str]]:
    """What axe finds in a page that is open: the rule, and where."""

    def run(tab: Tab) -> list[str]:
        tab.evaluate(_axe())
        found = tab.evaluate("axe.run(document, {resultTypes: ['violations']}).then(result => result.violations)")
        return [f"{each['id']}: {node['html'][:200]}" for each in found for node in each["nodes"]]

    return run


@cache
def _axe() -> str:
    pytest.importorskip("axe_playwright_python", reason="axe-playwright-python, which brings axe, is not installed")
    return files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
