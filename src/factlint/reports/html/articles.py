"""Each source as a part of the page: its text with what facts quote of it, and its facts."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.reports.html.drawing.squares import squares
from factlint.reports.html.prose import Said, paragraphs

if TYPE_CHECKING:
    from markupsafe import Markup

    from factlint.reports.html.facts import Fact, Facts, Named
    from factlint.reports.html.prose import Run
    from factlint.reports.page import Page
    from factlint.survey import Survey


class Article(NamedTuple):
    """A source: its text in paragraphs (none where it is not stored), its facts, and how much of it facts cover.

    `placed` are the references of the facts whose quotes stand in the text; `mentioned` counts the figures, dates,
    people and titles of the text, `bare` those that no fact covers.
    """

    named: Named
    facts: tuple[Fact, ...]
    picture: Markup
    paragraphs: list[list[Run]]
    placed: frozenset[str]
    mentioned: int
    bare: int

    @property
    def covered(self) -> int:
        """How much of what is mentioned stands in the quote of a fact."""
        return self.mentioned - self.bare


def articles(page: Page, facts: Facts) -> tuple[Article, ...]:
    """Every source, in the order of the report."""
    return tuple(_article(page.survey, named, own) for named, own in facts.by_source)


def _article(survey: Survey, named: Named, facts: tuple[Fact, ...]) -> Article:
    name = survey.articles.get(named.source.ref, "")
    text = survey.texts.get(name, "")
    passages = survey.passages
    said = [Said(fact, passages[fact.stated.ref]) for fact in facts if fact.stated.ref in passages] if text else []
    mentions = survey.mentions.get(name, ())
    bare = [mention for mention in mentions if not mention.facts]
    return Article(
        named,
        facts,
        squares(facts),
        paragraphs(text, said, bare),
        frozenset(each.fact.stated.ref for each in said),
        len(mentions),
        len(bare),
    )
