"""The children of a collection to what it holds: one value a key, keys that are texts, no aliases."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias, cast

from factlint.reading.yaml.nodes import Mapping, Node, Problem, Scalar, Sequence, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SHOWN = 40


class Dropped(NamedTuple):
    """The place of an alias, which stands for no node."""

    span: Span


Child: TypeAlias = Node | Dropped
_Entry: TypeAlias = tuple[Scalar, Node]


def sequence(children: list[Child], span: Span) -> Sequence:
    """The sequence of `children` without the dropped."""
    return Sequence(tuple([child for child in children if not isinstance(child, Dropped)]), span)


def mapping(children: list[Child], span: Span, problems: list[Problem]) -> Mapping:
    """The mapping of `children`, keys and values in turn; what is wrong with its keys goes to `problems`.

    Of two equal keys the first counts. An entry goes where its key is no text, or its key or value an alias.
    """
    kinds = set(map(type, children))
    pairs = tuple(zip(*[iter(children)] * 2, strict=True))
    # Nearly every mapping is in order, and one look at all of it is quicker than a look at each entry.
    if kinds <= {Scalar} or (Dropped not in kinds and set(map(type, children[::2])) <= {Scalar}):
        whole = Mapping(cast("tuple[_Entry, ...]", pairs), span)
        if len(whole.keys()) == len(pairs) and whole.get("<<") is None:
            return whole
    return Mapping(tuple(_entries(pairs, problems)), span)


def _entries(pairs: Iterable[tuple[Child, Child]], problems: list[Problem]) -> Iterator[_Entry]:
    lines: dict[str, int] = {}
    for key, value in pairs:
        if isinstance(key, Dropped):
            continue
        problem = _key_problem(key, lines)
        if problem is not None:
            problems.append(problem)
        elif isinstance(key, Scalar):
            lines[key.text] = key.span.line
            if not isinstance(value, Dropped):
                yield key, value


def _key_problem(key: Node, lines: dict[str, int]) -> Problem | None:
    """What forbids `key` after the keys that stand in `lines`, None if nothing does."""
    if not isinstance(key, Scalar):
        return Problem("yaml-syntax", "a key must be a text, not a list or a mapping", key.span)
    if key.text == "<<" and not key.quoted:
        return Problem("yaml-alias", "a merge key (<<) is not read; write the entries out", key.span)
    if key.text in lines:
        name = key.text if len(key.text) <= _SHOWN else key.text[: _SHOWN - 1] + "…"
        message = f"the key `{name}` stands in line {lines[key.text]} already; keep one of the two"
        return Problem("duplicate-key", message, key.span)
    return None
