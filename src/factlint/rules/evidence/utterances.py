"""What people and bodies are quoted as saying: relations with words of their own as their object."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factlint.reading.name import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factlint.corpus import Corpus
    from factlint.reading.date import Date

_FEWEST_WORDS = 4
_SHOWN = 120
_SPEAKERS = frozenset({"people", "bodies"})


@dataclass(frozen=True, slots=True, order=True)
class Utterance:
    """One fact that gives words to a speaker; `folded` are the words without case, accents and punctuation."""

    fact: str
    file: str
    quote: str
    relation: str
    speaker: str
    words: str
    folded: str
    date: Date | None = field(compare=False)

    @property
    def shown(self) -> str:
        """The words for a message, a long text cut."""
        return self.words if len(self.words) <= _SHOWN else f"{self.words[:_SHOWN].rstrip()}…"


def utterances(corpus: Corpus) -> list[Utterance]:
    """The standing relations of a person or body whose `value` has four or more words, in the order of fact ids."""
    relations = corpus.standing("relations")
    columns = ("fact", "file", "quote", "relation", "subject", "value", "date")
    found = []
    for fact, file, quote, relation, subject, value, date in zip(*(relations[name] for name in columns), strict=True):
        if not isinstance(value, str) or not isinstance(relation, str) or not isinstance(subject, str):
            continue
        folded = fold(value)
        if len(folded.split()) >= _FEWEST_WORDS and _SPEAKERS & {*corpus.registry.names.kinds_of(subject)}:
            words = quote if isinstance(quote, str) else ""
            found.append(Utterance(fact, file, words, relation, subject, " ".join(value.split()), folded, date))
    return sorted(found, key=lambda utterance: utterance.fact)


def grouped(said: list[Utterance], *fields: str) -> list[list[Utterance]]:
    """The utterances that share these fields, each group in the order of fact ids."""
    groups: defaultdict[tuple[object, ...], list[Utterance]] = defaultdict(list)
    for utterance in said:
        groups[tuple(getattr(utterance, field) for field in fields)].append(utterance)
    return list(groups.values())


def joined(together: Iterable[Iterable[str]]) -> dict[str, str]:
    """For each name in these sets, the one that stands for all that are linked with it through shared names."""
    leader: dict[str, str] = {}

    def lead(name: str) -> str:
        while (above := leader.setdefault(name, name)) != name:
            leader[name] = leader[above]
            name = above
        return name

    for names in together:
        leads = {lead(name) for name in names}
        if leads:
            leader.update(dict.fromkeys(leads, min(leads)))
    return {name: lead(name) for name in list(leader)}
