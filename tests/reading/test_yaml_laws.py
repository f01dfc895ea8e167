"""Laws of the YAML reader: any bytes, both parsers, what is written reads back, places point at the text."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import yaml as pyyaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from factlint.reading.yaml import Document, Mapping, Node, Scalar, Sequence, read

if TYPE_CHECKING:
    from collections.abc import Iterator

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"


def texts(node: Node | None) -> Plain:
    assert node is not None
    if isinstance(node, Sequence):
        return [texts(item) for item in node.items]
    if isinstance(node, Mapping):
        return {key.text: texts(value) for key, value in node.entries}
    return node.text


def scalars(node: Node | None) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from scalars(item)
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            yield key
            yield from scalars(value)


# White space, breaks, indicators and fragments of facts: random sequences of them reach every branch of a scanner.
FRAGMENTS = st.sampled_from(
    [
        *("a", "id", "é", "😀", "e\u0301", "'", '"', ":", ": ", ":\n", "- ", "-", "? ", "?", ",", "[", "]", "{", "}"),
        *("#", " #", "&a ", "*a", "!t ", "!!str ", "!", "|", "|\n", ">\n", "|2-\n", ">+\n", "\n", "\n  ", "\n    "),
        *("\n- ", "\n  - ", "  ", " ", "\t", "\r\n", "\r", "\x85", "\u2028", "\\", "\\n", "\\u00e9", "\\ud800"),
        *("\\x", "---", "\n---\n", "\n...\n", "%", "\n%YAML 1.1\n", "<<: ", "@", "~", "0", "\ufeff", "\x00"),
        *("\ufffe", "k: v\n", "- x\n", "a: 'b c'\n", '"x": "y"\n', "{a: b}", "[a, b]", "\\\n", "x" * 300),
    ]
)
YAML_LIKE = st.lists(FRAGMENTS, max_size=40).map("".join)
QUICK = settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def assert_places_exist(document: Document) -> None:
    spans = [scalar.span for scalar in scalars(document.root)] + [problem.span for problem in document.problems]
    for line, column, end_line, end_column in spans:
        assert (line, column) <= (end_line, end_column)
        assert 1 <= column <= len(document.lines[line - 1]) + 1
        assert 1 <= end_column <= len(document.lines[end_line - 1]) + 1


@QUICK
@given(st.binary(max_size=60) | YAML_LIKE.map(str.encode))
@example(b"\xff\xfe\x00")
def test_any_bytes_give_a_document_whose_places_exist(data: bytes) -> None:
    assert_places_exist(read(data))


@QUICK
@given(YAML_LIKE)
def test_both_parsers_give_the_same_nodes_problems_and_places(text: str) -> None:
    fast, pure = read(text.encode()), read(text.encode(), pure=True)
    assert (fast.root, fast.lines, fast.broken) == (pure.root, pure.lines, pure.broken)
    assert [problem[::2] for problem in fast.problems] == [problem[::2] for problem in pure.problems]


TEXT = st.text(st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufeff\ufffe\uffff"), max_size=12)
STRUCTURE = st.recursive(
    TEXT, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4), max_leaves=12
)


@QUICK
@given(STRUCTURE, st.sampled_from(["'", '"']), st.booleans(), st.booleans())
def test_what_pyyaml_writes_in_quotes_reads_back(value: Plain, style: str, flow: bool, pure: bool) -> None:
    written = pyyaml.safe_dump(value, default_style=style, allow_unicode=True, default_flow_style=flow, sort_keys=False)
    document = read(written.encode(), pure=pure)
    assert document.problems == ()
    assert texts(document.root) == value


LETTERS = "abcé😀ə$.0129ı"
WORD = st.builds(str.__add__, st.sampled_from(LETTERS), st.text(st.sampled_from(LETTERS + "-%'"), max_size=6))
# A line that begins with "..." ends the document.
PHRASE = st.lists(WORD, min_size=1, max_size=3).map(" ".join).filter(lambda text: not text.startswith("..."))


@QUICK
@given(
    st.dictionaries(PHRASE, PHRASE | st.lists(PHRASE, min_size=1, max_size=3), min_size=1, max_size=4), st.booleans()
)
def test_plain_scalars_stand_at_their_places(facts: dict[str, str | list[str]], pure: bool) -> None:
    lines = [
        f"{key}: {value} # {value}" if isinstance(value, str) else f"{key}: [{' , '.join(value)} ]"
        for key, value in facts.items()
    ]
    document = read("\r\n".join(lines).encode(), pure=pure)
    assert document.problems == ()
    assert texts(document.root) == facts
    for text, (line, column, end_line, end_column), _ in ((s.text, s.span, s.quoted) for s in scalars(document.root)):
        assert line == end_line
        assert document.lines[line - 1][column - 1 : end_column - 1] == text
