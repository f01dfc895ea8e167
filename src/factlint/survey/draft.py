"""A draft of the facts of an article that nobody has curated yet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from factlint.reading import date as dates
from factlint.survey.drafting.events import events
from factlint.survey.drafting.figures import figures
from factlint.survey.drafting.head import head
from factlint.survey.drafting.roles import roles
from factlint.survey.drafting.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Collection

    from factlint.corpus import Corpus
    from factlint.reading.article import Article
    from factlint.survey.drafting.head import Head
    from factlint.survey.drafting.proposal import Proposal


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft of a fact file: the article's name and SHA-256, the head, and the facts in the article's order."""

    article: str
    digest: str
    head: Head
    proposals: tuple[Proposal, ...]

    @property
    def complete(self) -> tuple[Proposal, ...]:
        """The facts with nothing missing."""
        return tuple(each for each in self.proposals if not each.missing)

    def without(self, refused: Collection[str], why: str) -> Draft:
        """The draft in which the facts with these ids are incomplete for a reason."""
        kept = (each._replace(missing=why) if each.id in refused else each for each in self.proposals)
        return replace(self, proposals=tuple(kept))


def draft(article: Article, corpus: Corpus, published: str | None = None) -> Draft:
    """A draft of the facts of an article, in the order of the article.

    `published` is the day of publication (ISO), where the article's head does not tell it. Every figure, every date of
    the body and every person beside a title is in a proposal: a figure with the measure that is named near it, a date
    with the events that the sentence speaks of, a person with the office of the title. What the registry's names do not
    tell is missing. The quote is the sentence. Relations are not proposed.
    """
    publishers = (file.head.values.get("publisher") for file in corpus.files)
    top = head(article, [each for each in publishers if isinstance(each, str)])
    top = top._replace(published=published or top.published)
    day = dates.read(top.published).as_moment() if top.published else None
    found = list(sentences(article.text, corpus.registry, day))
    proposed, spent = figures(found, corpus, day)
    every = [*proposed, *roles(found, corpus, day), *events(found, corpus, day, spent)]
    return Draft(article.name, article.digest, top, _numbered(sorted(every, key=lambda each: each.at)))


def _numbered(proposals: list[Proposal]) -> tuple[Proposal, ...]:
    """The proposals with ids that differ."""
    taken: dict[str, int] = {}
    named = []
    for each in proposals:
        taken[each.id] = taken.get(each.id, 0) + 1
        name = each.id if taken[each.id] == 1 else f"{each.id}.{taken[each.id]}"
        named.append(each._replace(id=name))
    return tuple(named)
