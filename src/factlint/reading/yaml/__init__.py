"""YAML with places: every text of a fact file, where it stands, and what the format forbids.

The reading is PyYAML's (YAML 1.1) under FORMAT's limits: scalars stay as written, and anchors, aliases, tags,
directives, tabs, duplicate keys, second documents and deep nesting are problems instead of features.
"""

from __future__ import annotations

from factlint.reading.yaml.forbidden import without_directives, without_refused
from factlint.reading.yaml.nodes import MAX_DEPTH, Document, Mapping, Node, Problem, Scalar, Sequence, Span
from factlint.reading.yaml.text import decode, split_lines

__all__ = [
    "MAX_BYTES",
    "MAX_DEPTH",
    "Document",
    "Mapping",
    "Node",
    "Problem",
    "Scalar",
    "Sequence",
    "Span",
    "read",
    "split_lines",
]

MAX_BYTES = 8 * 1024 * 1024


def read(data: bytes, *, pure: bool = False) -> Document:
    """The document in the bytes of one file; raises nothing, whatever they are.

    Args:
        data: the file's content, UTF-8 with or without a byte order mark.
        pure: read with PyYAML's own parser even where libyaml, some ten times as fast, is there, or where the lines
            are so simple that none is needed.

    Returns:
        The nodes with their places, and the problems in the order of the text. After a syntax error the
        document is `broken` and holds what was complete before it: the entries of the root, and the items of a
        list that is an entry of the root.
    """
    if len(data) > MAX_BYTES:
        message = f"the file has {len(data):,} bytes and may have {MAX_BYTES:,}; split it"
        return _unread(Problem("file-too-large", message, Span(1, 1, 1, 1)))
    text, problems = decode(data)
    if text is None:
        return _unread(*problems)
    root = None if pure or problems else _simple(text)
    if root is not None:
        return Document(root, (), tuple(split_lines(text)), broken=False)
    clean, refused = without_refused(text)
    root, syntax, stopped = _parse(clean, pure=pure)
    in_order = sorted([*problems, *refused, *syntax], key=lambda problem: problem.span)
    broken = stopped or bool(problems or refused)
    return Document(root, tuple(in_order), tuple(split_lines(text)), broken)


def _unread(*problems: Problem) -> Document:
    return Document(None, problems, ("",), broken=True)


def _simple(text: str) -> Node | None:
    """The root of a text of simple lines, None for any other."""
    # Its patterns take some milliseconds to compile, which a command that reads no YAML need not wait for.
    from factlint.reading.yaml.plain import plain

    return plain(text)


def _parse(text: str, *, pure: bool) -> tuple[Node | None, list[Problem], bool]:
    """The root of `text`, its problems, and whether the reading stopped before the end."""
    # PyYAML takes 30 ms to import, which a command that reads no YAML need not wait for.
    from factlint.reading.yaml.tabs import survey, without_tabs
    from factlint.reading.yaml.tree import Tree

    text, problems = without_directives(text)
    untabbed = None
    if "\t" in text:
        untabbed = without_tabs(text, *survey(text.replace("\t", " "), pure=pure))
        text = untabbed.text
        problems += untabbed.problems
    tree = Tree(text, pure=pure)
    problems += tree.problems
    if tree.error and not (untabbed and untabbed.excuses(tree.error.span.line)):
        problems.append(tree.error)
    return tree.root, problems, tree.error is not None
