"""YAML with places: what is read, where it stands, and what the format forbids."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import pytest

from factlint.reading.yaml import (
    MAX_BYTES,
    MAX_DEPTH,
    Document,
    Mapping,
    Node,
    Scalar,
    Sequence,
    Span,
    read,
    split_lines,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"

BOTH = pytest.mark.parametrize("pure", [False, True], ids=["libyaml", "pure"])
FACTS = """\
article: a.txt
facts:
  - id: turnover-2020
    value: 13.20 million
    note: |
      Two
      lines

  - id: "x\u0259"   # a comment
    scope: {sector: oil, of: [a, b]}
    empty:
"""


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


def entry(document: Document, *path: str | int) -> Node:
    node = document.root
    for step in path:
        if isinstance(step, int):
            assert isinstance(node, Sequence)
            node = node.items[step]
        else:
            assert isinstance(node, Mapping)
            node = node.get(step)
    assert node is not None
    return node


def found(text: str | bytes, *, pure: bool = False) -> list[tuple[str, int, int]]:
    data = text if isinstance(text, bytes) else text.encode()
    return [(rule, span.line, span.column) for rule, _, span in read(data, pure=pure).problems]


@BOTH
def test_every_scalar_is_the_text_that_was_written(*, pure: bool) -> None:
    written = "a: 2020\nb: 13.20\nc: NO\nd: 12:30\ne: 2021-02-29\nf: ~\ng: 0x1F\nh: 'it''s'\ni: \"\\u0259\\n\"\n"
    read_back = {"a": "2020", "b": "13.20", "c": "NO", "d": "12:30", "e": "2021-02-29", "f": "~", "g": "0x1F"}
    document = read(written.encode(), pure=pure)
    assert texts(document.root) == read_back | {"h": "it's", "i": "\u0259\n"}
    assert document.problems == ()


@BOTH
def test_nodes_tell_their_places(*, pure: bool) -> None:
    document = read(FACTS.encode(), pure=pure)
    assert entry(document, "facts").span == Span(2 + 1, 3, 11, 11)
    assert entry(document, "facts", 0).span == Span(3, 5, 7, 12)
    assert entry(document, "facts", 0, "note") == Scalar("Two\nlines\n", Span(5, 11, 7, 12), quoted=False)
    assert entry(document, "facts", 1, "id") == Scalar("x\u0259", Span(9, 9, 9, 13), quoted=True)
    assert entry(document, "facts", 1, "scope").span == Span(10, 12, 10, 37)
    assert entry(document, "facts", 1, "empty") == Scalar("", Span(11, 11, 11, 11), quoted=False)
    assert not document.problems
    assert not document.broken


def test_a_mapping_gives_values_and_keys_by_name() -> None:
    root = read(b"b: 1\na: 2\n").root
    assert isinstance(root, Mapping)
    assert list(root.keys()) == ["b", "a"]
    assert root.key("a") == Scalar("a", Span(2, 1, 2, 2), quoted=False)
    assert root.get("c") is None
    assert root.key("c") is None


def test_a_scalar_cannot_be_changed() -> None:
    scalar = Scalar("a", Span(1, 2, 3, 4), quoted=False)
    assert (scalar.text, scalar.span, scalar.quoted) == ("a", Span(1, 2, 3, 4), False)
    with pytest.raises(AttributeError):
        scalar.text = "b"


@BOTH
@pytest.mark.parametrize("nothing", ["", "\n\n", "# only a comment", "---\n", "\ufeff"])
def test_a_file_without_content_has_no_root_and_no_problem(nothing: str, *, pure: bool) -> None:
    document = read(nothing.encode(), pure=pure)
    assert (document.root, document.problems, document.broken) == (None, (), False)


@BOTH
@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("a: 1\nb: 2\na: 3\n", [("duplicate-key", 3, 1)]),
        ("a: &x 1\nb: *x\n", [("yaml-alias", 1, 4), ("yaml-alias", 2, 4)]),
        ("a: &x {}\n<<: *x\n", [("yaml-alias", 1, 4), ("yaml-alias", 2, 1), ("yaml-alias", 2, 5)]),
        ("a: !!int 3\nb: !foo [x]\nc: &d !e f\n", [("yaml-syntax", 1, 4), ("yaml-syntax", 2, 4)]),
        ("? [a]\n: b\n{c: d}: e\n", [("yaml-syntax", 1, 3), ("yaml-syntax", 3, 1)]),
        ("%YAML 1.2\n%FOO\n---\na: 1\n", [("yaml-syntax", 1, 1), ("yaml-syntax", 2, 1)]),
        ("a: 1\n---\nb: 2\n", [("yaml-syntax", 2, 1)]),
        ("a: 1\n...\n# a comment\n", []),
        ("a: 1\n...\nb: 2\n", [("yaml-syntax", 3, 1)]),
        ("a: \x00\nb: \x7f\x01\n\ufeffc: 1\n", [("yaml-syntax", 1, 4), ("yaml-syntax", 2, 4), ("yaml-syntax", 3, 1)]),
        ('a: "\\ud800"\n', [("yaml-syntax", 1, 5)]),
        ('a: "\\U00110000"\n', [("yaml-syntax", 1, 5)]),
        ("a: [?]\n", [("yaml-syntax", 1, 5)]),
    ],
)
def test_what_the_format_forbids_is_a_problem_at_its_place(
    text: str, problems: list[tuple[str, int, int]], *, pure: bool
) -> None:
    assert found(text, pure=pure)[: len(problems)] == problems
    assert bool(found(text, pure=pure)) == bool(problems)


@BOTH
@pytest.mark.parametrize(
    ("text", "words", "line", "column"),
    [
        ("a: b: c\n", "a colon cannot stand here", 1, 5),
        ("a: 'b\nc: d\n", "never closed", 1, 4),
        ('a: "\\d"\n', "backslash", 1, 5),
        ("a: @b\n", "cannot begin with this character", 1, 4),
        ("a: **b**\n", "begins with *", 1, 4),
        ("a: > 100\n", "begins with | or >", 1, 4),
        ("a: [b, c\n", "before the bracket is closed", 1, 4),
        ("a: {b: c]\n", "closing }", 1, 9),
        ("a: {b:}\n", "before a comma or a bracket", 1, 6),
        ("a: 1\nb\nc: 2\n", "no colon follows", 2, 1),
        ("a: 'b' c\n", "does not fit", 1, 8),
        ("- a\nb: c\n", "belongs to no item", 2, 1),
        ("a: - b\n", "a list item cannot begin here", 1, 4),
        ("a: !x!y z\n", "begins with !", 1, 4),
        ("a: 1\n'b'\n", "no colon follows", 2, 1),
    ],
)
def test_a_syntax_error_is_told_in_plain_words_where_it_is_to_be_mended(
    text: str, words: str, line: int, column: int, *, pure: bool
) -> None:
    document = read(text.encode(), pure=pure)
    assert [(problem.rule, problem.span[:2]) for problem in document.problems] == [("yaml-syntax", (line, column))]
    assert words in document.problems[0].message
    assert document.broken


def test_a_duplicate_names_the_line_of_the_first_which_is_kept() -> None:
    document = read(b"a: 1\nb: 2\na: 3\na: 4\n")
    assert texts(document.root) == {"a": "1", "b": "2"}
    assert ["line 1" in problem.message for problem in document.problems] == [True, True]


def test_an_aliased_value_is_dropped_and_an_anchored_one_kept() -> None:
    document = read(b"a: &x 1\nb: *x\n<<: *x\nc: [*x, 2]\n'<<': 3\n")
    assert texts(document.root) == {"a": "1", "c": ["2"], "<<": "3"}
    assert not document.broken


@BOTH
def test_a_tab_is_a_problem_outside_quotes_and_comments_once_a_line(*, pure: bool) -> None:
    text = "a:\tb\tc\n\t# \td\ne: 'f\tg' # \t\nh: |\n  i\tj\nk: \"\t\"\t\nl: | # \t\n  m\n"
    assert found(text, pure=pure) == [
        ("yaml-syntax", line, column) for line, column in [(1, 3), (2, 1), (5, 4), (6, 7)]
    ]
    assert entry(read(text.encode(), pure=pure), "e") == Scalar("f\tg", Span(3, 4, 3, 9), quoted=True)


@BOTH
def test_an_indentation_by_tabs_gives_no_second_confusing_error(*, pure: bool) -> None:
    document = read(b"facts:\n  - id: a\n\tfigure: b\n", pure=pure)
    assert [(problem.span[:2], "tab" in problem.message) for problem in document.problems] == [((3, 1), True)]
    assert document.broken


@BOTH
def test_what_was_complete_before_a_syntax_error_is_kept(*, pure: bool) -> None:
    text = "article: a.txt\nfacts:\n  - id: a\n  - id: b\n    scope: {c: d}\n  - id: e\n    note: f: g\n  - id: h\n"
    document = read(text.encode(), pure=pure)
    assert texts(document.root) == {"article": "a.txt", "facts": [{"id": "a"}, {"id": "b", "scope": {"c": "d"}}]}
    assert document.broken


def test_a_value_cut_short_by_the_error_is_not_kept() -> None:
    assert texts(read(b"a: 1\ntitle: He said: yes\n").root) == {"a": "1"}


@BOTH
@pytest.mark.parametrize(
    ("opening", "column"), [("[", 33), ("{", 33), ("- ", 65), ("? ", 65), ("{a: ", 129), ("[[],", 126)]
)
def test_no_depth_exhausts_the_reader(opening: str, column: int, *, pure: bool) -> None:
    document = read(opening.encode() * 200_000, pure=pure)
    assert [problem.rule for problem in document.problems] == ["yaml-syntax"]
    assert "nested deeper than 32" in document.problems[0].message
    assert document.problems[0].span.column == column


def test_the_deepest_nesting_allowed_is_read() -> None:
    assert read(b"[" * MAX_DEPTH + b"]" * MAX_DEPTH).problems == ()


def test_a_merge_bomb_is_not_expanded() -> None:
    bomb = "".join(f"a{i}: &a{i} {{<<: [{', '.join([f'*a{i - 1}'] * 9)}]}}\n" for i in range(1, 40))
    document = read(bomb.encode())
    assert {problem.rule for problem in document.problems} == {"yaml-alias"}
    assert len(list(scalars(document.root))) == 39


def test_a_file_over_the_limit_is_not_read() -> None:
    document = read(b"#" * (MAX_BYTES + 1))
    assert [problem.rule for problem in document.problems] == ["file-too-large"]
    assert (document.root, document.broken) == (None, True)
    assert read(b"#" * MAX_BYTES).problems == ()


@pytest.mark.parametrize(
    ("data", "words", "span"),
    [
        (b"a: 1\nb: \xe9t\xe9\n", "0xE9 at offset 8", Span(2, 4, 2, 5)),
        (b"\xef\xbb\xbfa: \xc3\xa9\xff", "0xFF at offset 8", Span(1, 5, 1, 6)),
        (b"a: \xed\xa0\x80", "0xED at offset 3", Span(1, 4, 1, 5)),
        ("a: 1".encode("utf-16"), "0xFF at offset 0", Span(1, 1, 1, 1)),
        ("a: 1".encode("utf-16-be"), "0x00 at offset 0", Span(1, 1, 1, 1)),
        ("a: 1".encode("utf-32-le"), "0x00 at offset 1", Span(1, 1, 1, 1)),
    ],
)
def test_bytes_that_are_no_utf8_are_named_with_their_place(data: bytes, words: str, span: Span) -> None:
    document = read(data)
    assert [(problem.rule, problem.span) for problem in document.problems] == [("not-utf8", span)]
    assert words in document.problems[0].message
    assert document.broken


def test_a_byte_that_is_no_utf8_does_not_hide_the_rest() -> None:
    assert texts(read(b"a: caf\xe9\nb: 2\n").root) == {"a": "caf\ufffd", "b": "2"}


def test_lines_break_where_yaml_breaks_them() -> None:
    assert split_lines("a\r\nb\rc\nd\x85e\u2028f\u2029g\x0bh\x0ci\x1cj\n") == [*"abcdef", "g\x0bh\x0ci\x1cj", ""]
    assert split_lines("") == [""]


@BOTH
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\x85", "\u2028"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark_move_no_place(newline: str, mark: str, *, pure: bool) -> None:
    spans = [scalar.span for scalar in scalars(read(FACTS.encode()).root)]
    varied = read((mark + FACTS.replace("\n", newline)).encode(), pure=pure)
    assert [scalar.span for scalar in scalars(varied.root)] == spans
    assert varied.lines == tuple(FACTS.split("\n"))


def test_columns_count_code_points() -> None:
    document = read("😀e\u0301: {\U00020000: é}\n".encode())
    assert [scalar.span[1::2] for scalar in scalars(document.root)] == [(1, 4), (7, 8), (10, 11)]
