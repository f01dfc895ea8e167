"""What every rule has: a name, a severity, the key of what can clash, examples, and `check`."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factlint.corpus import Corpus
    from factlint.findings import Clash, Severity


class Rule(ABC):
    """One kind of contradiction.

    The docstring of a rule is its documentation page, in four sections: what it finds, why it matters, when it stays
    silent, how to settle it. `valid` and `invalid` are small projects in the fact language (see `factlint.testing`):
    in an invalid one each line that the rule must point at ends with `# <- rule-name`. They are the rule's tests.

    `key` says which facts could ever contradict each other: for each table that the rule reads, the columns that
    such facts share; facts with different keys never meet. An empty tuple of columns: each row stands alone.
    `whole_corpus` rules read everything at once, whatever the key. `needs` are the keys of facts or of the registry
    without which nothing can break the rule (`roles.rank`): where one of them is written nowhere, it is not asked.

    A rule without a key speaks of the project as a whole. One that is `by_article` speaks of each article under seeds/
    with the heads of the files that name it and the quotes of their facts, of every kind, and reads no more: facts that
    name different articles never meet.
    """

    name: ClassVar[str]
    severity: ClassVar[Severity]
    key: ClassVar[Mapping[str, tuple[str, ...]]]
    valid: ClassVar[tuple[str, ...]] = ()
    invalid: ClassVar[tuple[str, ...]] = ()
    whole_corpus: ClassVar[bool] = False
    by_article: ClassVar[bool] = False
    needs: ClassVar[tuple[str, ...]] = ()

    @classmethod
    def concerns(cls, corpus: Corpus) -> bool:
        """Whether the corpus has what the rule speaks of: what it needs, and some fact that it compares."""
        compared = cls.whole_corpus or not cls.key or any(_written(table, corpus) for table in cls.key)
        return compared and all(need in corpus.written for need in cls.needs)

    @classmethod
    def is_built_in(cls) -> bool:
        """Whether it comes with the tool: what such a rule reads is known from its key, as tests ensure."""
        return cls.__module__.startswith("factlint.rules.")

    @classmethod
    def reads_together(cls) -> bool:
        """Whether facts of several keys may meet: it reads all at once, or two tables by the same columns."""
        columns = [each for each in cls.key.values() if each]
        return cls.whole_corpus or len(set(columns)) < len(columns)

    @abstractmethod
    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """Every clash among the facts of `corpus`, in any order; nothing is raised for bad data."""


def _written(table: str, corpus: Corpus) -> bool:
    """Whether a table has rows; those that are made of files or of all facts are not asked."""
    return table in {"articles", "facts"} or table in corpus.written


class ReadingRule(Rule):
    """A rule whose findings the readers have already made while the corpus was loaded."""

    key: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    whole_corpus = True

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """The problems that reading met under this rule's name."""
        for problem in corpus.problems:
            if problem.rule == self.name:
                yield replace(problem.clash, about=problem.anchor)
