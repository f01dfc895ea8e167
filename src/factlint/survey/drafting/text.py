"""A draft as the YAML of a fact file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factlint.survey.draft import Draft
    from factlint.survey.drafting.proposal import Proposal, Value

_PLAIN = re.compile(r"[A-Za-z0-9$€£][\w $€£%.,;'’()/+-]*(?<![ ])")
_DATE_LIKE = re.compile(r"\.\./[0-9-]+")
_WIDTH = 110
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_PLAIN_REACH, _SHORT_REACH = 0xFF, 0xFFFF


def render(draft: Draft) -> str:
    """The draft as text: complete facts as they are, all others as comments that say what is missing."""
    lines = [
        "# A draft: the figures, dates and titled names of the article, each with its sentence. Correct what is",
        "# guessed, complete what is a comment, cut each quote down to the words that say so, and add the rest.",
        *_head(draft),
        "",
        "facts:" if draft.complete else "facts: []",
    ]
    for proposal in draft.proposals:
        lines += _fact(proposal)
    return "".join(f"{line}\n" for line in lines)


def _head(draft: Draft) -> Iterator[str]:
    yield f"article: {_scalar(draft.article)}"
    yield f"digest: sha256:{draft.digest}"
    for key, value in draft.head._asdict().items():
        yield f"{key}: {_scalar(value)}" if value else f"# {key}:"


def _fact(proposal: Proposal) -> Iterator[str]:
    lines = [f"  - id: {proposal.id}", *(f"    {key}:{_value(value)}" for key, value in proposal.keys)]
    lines += [f"    quote: {line}" if at == 0 else f"      {line}" for at, line in enumerate(_passage(proposal.quote))]
    if proposal.missing:
        yield f"  # Missing: {_scalar(proposal.missing)}"
        yield from (f"  # {line[2:]}" for line in lines)
    else:
        yield from lines


def _value(value: Value) -> str:
    if isinstance(value, tuple):
        return f" [{', '.join(_item(each) for each in value)}]"
    return f" {_scalar(value)}" if value else ""


def _item(text: str) -> str:
    return text if _PLAIN.fullmatch(text) and "," not in text else _quoted(text)


def _scalar(text: str) -> str:
    return text if _PLAIN.fullmatch(text) or _DATE_LIKE.fullmatch(text) else _quoted(text)


def _passage(text: str) -> list[str]:
    """A quote on one line, or folded over several."""
    if not text.isprintable() or len(text) <= _WIDTH:
        return [_scalar(text)]
    return [">-", *_wrapped(text)]


def _wrapped(text: str) -> Iterator[str]:
    """Lines that fold back to the text: it has no white space but single spaces."""
    line = ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > _WIDTH:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _quoted(text: str) -> str:
    """A double-quoted scalar (YAML 1.2 §7.3.1), everything that cannot be seen escaped."""
    return f'"{"".join(_ESCAPES.get(each) or _escaped(each) for each in text)}"'


def _escaped(each: str) -> str:
    if each.isprintable():
        return each
    code = ord(each)
    if code <= _PLAIN_REACH:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code <= _SHORT_REACH else f"\\U{code:08x}"
