"""The head of a draft: what an article tells of its own publication."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from factlint.reading.article.quote import fold
from factlint.reading.date import iso
from factlint.reading.name import mentions
from factlint.survey.body import body
from factlint.survey.figures import dates_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factlint.reading.article import Article
    from factlint.reading.date.in_text import FoundDate

_BYLINE = re.compile(r"(?m)(?:^|[ \t])By[ \t]+((?:[^\W\d_][\w.'’-]*[ \t]*){1,5})$")
_CLOCK = re.compile(r"[ \t,]*(?:at[ \t]+)?[0-2]?[0-9][:.][0-5][0-9]\b")
_HEADLINE_WORDS = 4
_LONGEST_HEADLINE = 300
_FURTHEST = 4000


class Head(NamedTuple):
    """What stands above an article's body; each is None where it does not."""

    publisher: str | None
    author: str | None
    published: str | None
    title: str | None


def head(article: Article, publishers: Iterable[str]) -> Head:
    """What an article's first lines tell; the publisher is one of `publishers`, named outside the body.

    Of several days of publication the one with a time of day beside it counts, else the first.
    """
    inside = body(article.text)
    above = article.text[: inside.start][:_FURTHEST]
    around = f"{above}\n{article.text[inside.end :][:_FURTHEST]}"
    days = [each for each in dates_in(above, None) if not each.year_supplied and each.date.exact]
    names = [fold(match[1]).text.strip() for match in _BYLINE.finditer(above)]
    known = next((each for each in sorted(set(publishers)) if mentions(around, (each,))), None)
    authors = [each for each in names if known is None or not mentions(each, (known,))]
    return Head(known, authors[-1] if authors else None, _day(above, days), _headline(above, days))


def _day(above: str, days: list[FoundDate]) -> str | None:
    timed = [each for each in days if _CLOCK.match(above, each.end)]
    chosen = next(iter([*timed, *days]), None)
    return None if chosen is None else iso(chosen.date.earliest)


def _headline(above: str, days: list[FoundDate]) -> str | None:
    """The first line of some words that is neither a byline nor has a day in it."""
    at = 0
    for line in above.splitlines(keepends=True):
        dated = any(at <= each.start < at + len(line) for each in days)
        words = line.split()
        if not dated and len(words) >= _HEADLINE_WORDS and len(line) <= _LONGEST_HEADLINE and words[0] != "By":
            return fold(line).text.strip()
        at += len(line)
    return None
