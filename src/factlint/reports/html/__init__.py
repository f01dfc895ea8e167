"""`html`: the consistency report as one page that needs no network, and no script to be read."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING

from factlint.reports.html.articles import articles
from factlint.reports.html.charts import offices
from factlint.reports.html.drawing.interval import interval_chart
from factlint.reports.html.facts import STATES, facts_of
from factlint.reports.html.findings import entries
from factlint.reports.page import Page, RuleLine
from factlint.reports.words import count, safe

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

__all__ = ["Page", "RuleLine", "render"]


def render(page: Page) -> str:
    """The whole page; the same input gives the same bytes.

    Text of the project is escaped wherever it stands, control and direction characters in it are made visible, and a
    content security policy lets no script run but the page's own.
    """
    facts = facts_of(page)
    style, script = _asset("style.css"), _asset("script.js")
    template = _environment().get_template("page.html.jinja")
    return template.render(
        report=page.report,
        survey=page.survey,
        rules=page.rules,
        facts=facts,
        states=STATES,
        entries=entries(page, facts),
        articles=articles(page, facts),
        offices=offices(page.survey, facts, page.report.findings),
        style=style,
        script=script,
        policy=_policy(style, script),
    )


def _environment() -> Environment:
    """Templates that escape everything, and know no variable that is not given."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("factlint.reports.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_visible,
    )
    environment.filters.update(count=count, day=_day, interval=interval_chart)
    return environment


def _visible(value: object) -> object:
    """Text as it is safe to show; only the ends of its lines are left as they are."""
    from markupsafe import Markup

    if isinstance(value, str) and not isinstance(value, Markup):
        return "\n".join(map(safe, value.split("\n")))
    return value


def _day(iso: str) -> str:
    """An ISO date in words."""
    from factlint.reading import date as dates

    return dates.format_day(dates.read(iso).earliest)


def _asset(name: str) -> Markup:
    from markupsafe import Markup

    return Markup(files("factlint.reports.html").joinpath(name).read_text("utf-8"))  # noqa: S704 - the tool's own file


def _policy(style: Markup, script: Markup) -> str:
    """The content security policy: nothing is fetched, nothing is run or styled but these two."""
    hashes = [b64encode(sha256(part.encode()).digest()).decode() for part in (style, script)]
    nothing = "default-src 'none'; base-uri 'none'; form-action 'none'"
    return f"{nothing}; style-src 'sha256-{hashes[0]}'; script-src 'sha256-{hashes[1]}'"
