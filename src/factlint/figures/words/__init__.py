"""Contradictions among figures in words: one sentence each, with the numbers that clash.

What a sentence claims is computed from the statements, exactly, with each number read as rounded; where it does not
follow from them alone, the sentence only lists them.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from factlint.figures.words.changes import growth
from factlint.figures.words.joint import together
from factlint.figures.words.naming import item, named
from factlint.figures.words.parts import part, shares
from factlint.figures.words.periods import over_time
from factlint.figures.words.ratios import mean, share
from factlint.figures.words.single import outside, twice
from factlint.figures.words.sums import total

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from factlint.corpus import Corpus
    from factlint.figures.contradiction import Contradiction
    from factlint.figures.statements import Statement

    Words = Callable[[Corpus, Contradiction], str | None]

__all__ = ["remark", "sentence"]

_BY_RULE: Mapping[str, Words] = MappingProxyType(
    {
        "figure-differs": twice,
        "sum-mismatch": total,
        "period-sum-mismatch": over_time,
        "part-exceeds-whole": part,
        "shares-exceed-whole": shares,
        "growth-mismatch": growth,
        "share-mismatch": share,
        "mean-mismatch": mean,
        "outside-domain": outside,
        "figures-jointly-impossible": together,
    }
)


def sentence(corpus: Corpus, found: Contradiction) -> str:
    """What clashes, in one sentence: `exports $1.6 million and imports $12.6 million give between …, but … is …`.

    Under the rounded reading it ends with the numbers that look truncated; of uncertain times it says that the days are
    taken for the same.
    """
    words = _BY_RULE[found.rule](corpus, found) or together(corpus, found)
    return f"{words}{_truncated(corpus, found)}{_same_days(found)}"


def remark(corpus: Corpus, found: Contradiction, fact: str) -> str:
    """What stands at a related place: `exports $1.6 million`, `exports in 2021 +50% against 2020`."""
    statement = next(each for each in found.statements if each.fact == fact)
    if found.rule == "figure-differs":
        return f"{statement.text} here"
    return named(corpus, statement) if found.rule == "sum-mismatch" else item(corpus, found, statement)


def _truncated(corpus: Corpus, found: Contradiction) -> str:
    """The end of a warning: `: $739.3 million looks truncated`."""
    if found.truncated is None:
        return ""
    return f": {found.truncated.words({each.fact: _called(corpus, found, each) for each in found.statements})}"


def _called(corpus: Corpus, found: Contradiction, statement: Statement) -> str:
    """A number by its text, with what it is of where that helps: beside terms, and where two texts are alike."""
    if found.rule == "sum-mismatch":
        return named(corpus, statement)
    alike = [each for each in found.statements if each.text == statement.text]
    return statement.text if len(alike) == 1 else item(corpus, found, statement)


def _same_days(found: Contradiction) -> str:
    if found.certain or len(found.statements) == 1:
        return ""
    return f", if {'both' if found.rule == 'figure-differs' else 'all'} speak of the same days"
