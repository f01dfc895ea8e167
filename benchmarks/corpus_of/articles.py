"""The text of an article under seeds/, and the quotes that its facts have from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from .plan import Article
    from .story import Cells


class Seeds:
    """Stores the texts of the first few articles that can be written: of figures, all of them true."""

    def __init__(self, folder: Path, most: int) -> None:
        self.folder = folder / "seeds"
        self.folder.mkdir()
        self.left = most
        self.kept = 0

    def keep(self, article: Article) -> tuple[Article, str | None]:
        """The article with a quote for each fact and the name of its text, or as it is."""
        if not self.left or article.family != "figures" or article.wrong:
            return article, None
        self.left -= 1
        self.kept += 1
        facts = [{**fact, "quote": _sentence(fact)} for fact in article.facts]
        name = f"{self.kept:03d}.txt"
        text = "\n".join([article.title, "", *(f"{fact['quote']}." for fact in facts), ""])
        (self.folder / name).write_text(text, encoding="utf-8")
        return article._replace(facts=facts), name


def _sentence(fact: Cells) -> str:
    """What the article says of one figure."""
    kind = fact["figure"].rpartition("-")[2]
    whom = f"{kind} of {fact['of']} with {fact['with']} in {fact['period']}"
    if "change" in fact:
        return f"The {whom} stood at {fact['change']} against {fact['versus']}"
    if "share" in fact:
        return f"The {whom} made up {fact['share']} of the turnover"
    return f"The {whom} came to {fact['value']}"
