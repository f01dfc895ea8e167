"""The sentence for figures of which no part is at odds with the others: all of them, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.figures.printing import place
from factlint.figures.words.naming import item

if TYPE_CHECKING:
    from factlint.corpus import Corpus
    from factlint.figures.contradiction import Contradiction


def together(corpus: Corpus, found: Contradiction) -> str:
    """The figures as a list: `no amounts fit all of these figures of Baku with Karachi: exports in 2021 …; …`."""
    places = {place(corpus, fact) for fact in found.facts}
    where = f" figures {places.pop()}".rstrip() if len(places) == 1 else ""
    return f"no amounts fit all of these{where}: {'; '.join(item(corpus, found, each) for each in found.statements)}"
