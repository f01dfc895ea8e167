"""What a figure speaks of and what it says of it, as parts of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.corpus.describe import written
from factlint.figures.printing import place, quantity, subject

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factlint.corpus import Corpus
    from factlint.figures.contradiction import Contradiction
    from factlint.figures.statements import Statement

_TIMES = (("period", "in"), ("asof", "as of"))


def name(corpus: Corpus, measure: str) -> str:
    """How messages call a measure."""
    return corpus.registry.name("measures", measure)


def named(corpus: Corpus, statement: Statement) -> str:
    """The measure and the figure: `exports $1.6 million`."""
    return f"{name(corpus, str(corpus.records[statement.fact].values['figure']))} {statement.text}"


def when(corpus: Corpus, fact: str) -> str:
    """The time of a figure: `in 2020`."""
    record = corpus.records[fact]
    return " ".join(f"{word} {written(record, key)}" for key, word in _TIMES if key in record.values)


def period(corpus: Corpus, fact: str) -> str:
    """The period of a figure as written: `2021-Q1`."""
    return written(corpus.records[fact], "period")


def versus(corpus: Corpus, fact: str) -> str:
    """The period that a change is against, as written."""
    return written(corpus.records[fact], "versus")


def what(corpus: Corpus, statement: Statement) -> str:
    """What a figure is about, as the beginning of a sentence: `the change of exports of Baku in 2021 against 2020`."""
    about = subject(corpus, statement.fact)
    if statement.field == "change":
        return f"the change of {about} against {versus(corpus, statement.fact)}"
    if statement.field == "share":
        return f"the share of {about} in {whole(corpus, statement.fact)}"
    return about


def item(corpus: Corpus, found: Contradiction, statement: Statement) -> str:
    """What a fact states, on one line: `exports in 2021 +50% against 2020`.

    Of whom and with whom is said only where the other statements are about somebody else.
    """
    places = {place(corpus, fact) for fact in found.facts}
    words = (subject if len(places) > 1 else quantity)(corpus, statement.fact)
    if statement.field == "change":
        return f"{words} {statement.text} against {versus(corpus, statement.fact)}"
    if statement.field == "share":
        return f"{words} {statement.text} of {whole(corpus, statement.fact)}"
    return f"{words} {statement.text}"


def whole(corpus: Corpus, fact: str) -> str:
    """The whole of a share, with what differs from the figure itself: `exports with World`."""
    own, said = corpus.records[fact].values, _share_of(corpus, fact)
    differing = {key: value for key, value in said.items() if _plain(value) != _plain(own.get(key))}
    return _described(corpus, {**differing, "figure": said.get("figure", own["figure"])})


def whole_subject(corpus: Corpus, fact: str) -> str:
    """The whole of a share: `turnover of Baku with Karachi in 2020`."""
    own = corpus.records[fact].values
    kept = {key: own[key] for key in ("figure", "of", "with", "period", "asof", "scope") if key in own}
    return _described(corpus, {**kept, **_share_of(corpus, fact)})


def listed(words: Iterable[str]) -> str:
    """Words as a list: `a`, `a and b`, `a, b and c`."""
    *before, last = words
    return f"{', '.join(before)} and {last}" if before else last


def _share_of(corpus: Corpus, fact: str) -> Mapping[str, object]:
    said = corpus.records[fact].values.get("share_of")
    return said if isinstance(said, dict) else {}


def _described(corpus: Corpus, cell: Mapping[str, object]) -> str:
    words = [corpus.registry.called(str(cell["figure"]))]
    words += [f"{key} {corpus.registry.called(str(cell[key]))}" for key in ("of", "with") if cell.get(key)]
    words += [f"{word} {_plain(cell[key])}" for key, word in _TIMES if cell.get(key)]
    return " ".join([*words, *([f"({cell['scope']})"] if cell.get("scope") else [])])


def _plain(value: object) -> object:
    """A date as written, anything else as it is."""
    return getattr(value, "text", value)
