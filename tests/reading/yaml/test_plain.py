"""Texts of simple lines: read without a parser only where a parser gives the very same nodes, and no problem."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factlint.reading.yaml import MAX_DEPTH, Mapping, Node, Scalar, Sequence, Span, read
from factlint.reading.yaml.forbidden import without_directives, without_refused
from factlint.reading.yaml.plain import plain
from factlint.reading.yaml.tree import Tree

ROOT = Path(__file__).parents[3]
TEXTS = [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("facts/**/*.yaml"))]
CASES = [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("tests/cases/**/*.project"))]
QUICK = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def shown(node: Node | None) -> object:
    """All that a node holds, down to the types: equal only where the nodes are."""
    if node is None or isinstance(node, Scalar):
        return node and (type(node), tuple(node), [type(each) for each in node])
    if isinstance(node, Sequence):
        return (type(node), [shown(item) for item in node.items], node.span)
    found = [node.get(key.text) is value and node.key(key.text) is key for key, value in node.entries]
    return (
        type(node),
        [(shown(key), shown(value)) for key, value in node.entries],
        list(node.keys()),
        found,
        node.span,
    )


def assert_same_as_parsed(text: str) -> None:
    root = plain(text)
    if root is None:
        return
    tree = Tree(text, pure=False)
    assert tree.error is None
    assert tree.problems == []
    assert shown(root) == shown(tree.root)
    assert without_refused(text) == (text, [])
    assert without_directives(text) == (text, [])


def assert_simple(text: str) -> None:
    assert plain(text) is not None
    assert_same_as_parsed(text)


WORDS = [
    *("a", "b c", "Zakir Hasanov", "$13.2 million", "-14.9%", "+12.5%", "2020-09-27/2020-11-10", "12:30", "é", "😀"),
    *("n\u00a0b", "https://a.b/c?d=e#f", "a:b", "a#b", "it's", 'say "x"', "NO", "~", "0", "x" * 200, "x" * 1100),
    *("[2020..2021]", "'q'", '"q"', "'a b: c #d'", '"a, [b]"', "''", '""', "'a''b'", '"a\\n"', "'a' b", '"a', "'"),
    *("[a, b]", "[a,b]", "[ a ]", "[a , b]", "[]", "{}", "{a: b}", "{ a: b, c: d }", "{a: b, a: c}", "[a, {b: c}]"),
    *("{a: [b]}", "[a, 'b c', \"d\"]", "{a}", "[a: b]", "a: [b", "[a", "[a, ]", "[a,, b]", "[a] b", "{a: }", "[-1, -]"),
    *("{a: b: c}", "{<<: a}", "[a, b] # c", "[https://a.b/?c, 12:30]", "{'a': b}", "{a: {b: [c, d]}}", "[[[[a]]]]"),
    *(
        "[a]]",
        "[a}",
        "['a' b]",
        "[a #b]",
        "[...] b",
        "{a: b} # c: [d]",
        '{"a": b, "a": c}',
        "{a: b, 'a': c}",
        "{a : b}",
    ),
    *("a: b", "a: b: c", "a:", "a: #b", "a #b", "a b # c: d", "#a", "- a", "- - a", "- a: b", "-", "-a", "--", "---"),
    *("...", "... a", "? a", "?a", ": a", ":a", "&a b", "*a", "!a b", "!!str a", "%a", "@a", "`a", "|a", ">a", "<<"),
    *("=", ", a", "a,", "]", "}", "a}", "a ", "a  b", " a", "\ta", "a\tb", "a\x85b", "a\u2028b", "a\x07", "\ufeffa"),
    *("a\ufffe", "a\r", "", " ", ">-", "|", ">", "|-", "|+", "|2", ">- # a", ">- "),
]
SIMPLE_WORDS = [word for word in WORDS if plain(f"a: {word} # c\n") is not None and word.strip()]
SIMPLE_KEYS = ["a", "b", "c", "id", "of which", "é"]
KEYS = ["12:30", "a", "<<", "'a'", '"b"', "?", ".", "... a", "a b ", "k" * 127, "k" * 1100, "[a]", "a,b", "-a", "%a"]
ANY_WORD = st.one_of(*[st.sampled_from(SIMPLE_WORDS)] * 6, st.sampled_from(WORDS))
ANY_KEY = st.one_of(*[st.sampled_from(SIMPLE_KEYS)] * 6, st.sampled_from(KEYS))
LINES = st.one_of(
    *[st.builds("{}: {}".format, ANY_KEY, ANY_WORD)] * 4,
    *[st.builds("- {}: {}".format, ANY_KEY, ANY_WORD)] * 2,
    *[st.builds("{}:".format, ANY_KEY)] * 2,
    *[st.builds("- {}".format, ANY_WORD)] * 2,
    st.builds("- - {}: a".format, ANY_KEY),
    st.builds("-   {}: {}".format, ANY_KEY, ANY_WORD),
    st.builds("{}:   {}".format, ANY_KEY, ANY_WORD),
    ANY_WORD,
    st.sampled_from(["", "", " ", "# a", "#", "---", "..."]),
)
INDENTS = st.sampled_from([0, 0, 0, 0, 0, 2, 2, 2, 2, 4, 4, 1, 3, 6])
ENDS = st.sampled_from([*["\n"] * 40, " \n", "\r\n", "\n\n", "\n  \n", "\r", ""])
LINES_IN_DISORDER = st.lists(
    st.builds(lambda indent, line, end: " " * indent + line + end, INDENTS, LINES, ENDS), min_size=1, max_size=5
).map("".join)

CHARACTERS = st.text(st.sampled_from("aaabb  ::##,,[[]]{}{}''\"\"--??&*!|>%@`\\<.~=é1😀\xa0"), max_size=7)
FRAMES = [
    *("{}", "k: {}", "- {}", "{}: v", "k: [{}]", "k: [a, {}, b]", "k: {{{}}}", "k: {{a: {}}}", "k: {{{}: a}}", "k:{}"),
    *("k: '{}'", 'k: "{}"', "k:\n  {}", "k: a\n  {}", "- a\n  {}", "k: >-\n  {}", "k: |\n a\n {}", "k: [[{}], a]"),
    *("- - {}", "{}: v\nk: v", "k: v {}\nl: v", "k: v\n{}\nl: v", "- k: {}\n  l: v", "k: [[a], {}", "{}k: v\nl: v"),
    *("k: {} # c", "- k: >-\n  -  {}", "- k: {}\n- - l: m\n- - n: {}", "k: >\n  a\n  {}\n\n  b\nl: v", "k: a # {}"),
]
ODD_CHARACTERS = st.builds(
    lambda frame, characters, end: frame.replace("{}", characters).replace("{{", "{").replace("}}", "}") + end,
    st.sampled_from(FRAMES),
    CHARACTERS,
    st.sampled_from(["\n", "\n", "\n", "", "\n\n"]),
)

LINE_ENDS = st.sampled_from(["\n", "\n", "\n", " # c\n", "\n\n", "\n# c\n", "\r\n", " \n"])
BODIES = st.lists(st.sampled_from(["a b", "c: d # e", "- f", "", "[g", "#", "é"]), min_size=1, max_size=3)


@st.composite
def simple(draw: st.DrawFn, indent: int = 0, depth: int = 0, *, in_item: bool = False) -> str:
    """A block collection, each of whose lines is simple."""
    margin, lines = " " * indent, []
    sequence = draw(st.booleans()) if depth else draw(st.integers(0, 9)) == 0
    for number in range(draw(st.integers(1, 3))):
        start = f"{margin}- " if sequence else f"{margin}k{number}: "
        kind = draw(st.integers(0, 9))
        if kind < 5 or depth > 3:
            lines.append(start + draw(st.sampled_from(SIMPLE_WORDS)) + draw(LINE_ENDS))
        elif kind < 7 and not sequence and not (in_item and number == 0):
            deep = " " * (indent + draw(st.integers(1, 3)))
            header = draw(st.sampled_from(["|", "|-", ">", ">-"]))
            body = ["x", *draw(BODIES), "h"]
            lines += [start, header, "\n", *(f"{deep}{line}\n" if line else "\n" for line in body)]
        elif kind == 7:
            lines.append(f"{start}a b\n{margin}  c d\n{margin}   e\n")
        elif sequence:
            lines.append(f"{margin}- " + draw(simple(indent + 2, depth + 1, in_item=True)).lstrip(" "))
        else:
            lines.append(f"{start.rstrip()}\n" + draw(simple(indent + draw(st.sampled_from([1, 2, 4])), depth + 1)))
    return "".join(lines)


SLIPS = [
    *(" ", "  ", "-", "- ", ":", ": ", "#", " #", "'", '"', "[", "]", "{", "}", ",", "\t", "\n", "\r", "é", "|", ">"),
    *("&", "*", "!", "?", "%", "\\", "\xa0", "\x85", "\u2029"),
]


@st.composite
def mistyped(draw: st.DrawFn) -> str:
    """Some lines of a text of this repository, or of a simple one, after a few slips of the hand."""
    lines = draw(st.sampled_from([*TEXTS, *CASES]) | simple()).splitlines(keepends=True)
    start = draw(st.just(0) | st.integers(0, len(lines) - 1))
    lines = lines[start : start + 12]
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(lines)))
        line = "".join(lines[at : at + 1])
        column = draw(st.integers(0, len(line)))
        before, after = line[:column], line[column:]
        slip = draw(st.sampled_from(SLIPS))
        lines[at : at + 1] = draw(
            st.sampled_from([[], [line, line], [before, slip, after], [before, after[1:]], [" ", line], [line[1:]]])
        )
    return "".join(lines)


@QUICK
@given(ODD_CHARACTERS)
def test_odd_characters_read_like_a_parser_or_not_at_all(text: str) -> None:
    assert_same_as_parsed(text)


@QUICK
@given(LINES_IN_DISORDER)
def test_lines_in_disorder_read_like_a_parser_or_not_at_all(text: str) -> None:
    assert_same_as_parsed(text)


@QUICK
@given(mistyped())
def test_slips_of_the_hand_read_like_a_parser_or_not_at_all(text: str) -> None:
    assert_same_as_parsed(text)


@settings(QUICK, max_examples=200)
@given(simple())
def test_simple_lines_need_no_parser(text: str) -> None:
    assert_simple(text)


def test_the_files_of_this_repository_need_no_parser() -> None:
    assert len(TEXTS) > 10
    assert sum(plain(text) is not None for text in TEXTS) >= 0.6 * len(TEXTS)
    for text in TEXTS:
        assert_same_as_parsed(text)


@given(st.integers(0, 3), st.integers(1800, 2030), st.sampled_from(["", "\n"]))
@settings(QUICK, max_examples=20)
def test_generated_files_need_no_parser(facts: int, year: int, end: str) -> None:
    fact = (
        f"  - id: exports-{year}-{{}}\n    figure: exports\n    of: Place {year}\n    period: {year}\n"
        "    value: $622.5 million\n    who: [A B, C D]\n    scope: {{sector: oil}}\n"
        "    quote: exports of Place 225 (c.i.f.) amounted to $622.5 million\n    derived: true\n"
    )
    head = "source: {title: Source 952}\npublisher: Wire 2\npublished: 2021-06-01\nfacts:\n"
    assert_simple(head + "".join(fact.format(number) for number in range(facts + 1)).removesuffix("\n") + end)
    assert_simple("".join(f"place-{number}: {{name: Place {number}, in: é}}\n" for number in range(facts + 1)))


@pytest.mark.parametrize(
    "text",
    [
        *("", "\n", "# only a comment\n", "a\n", "[a]\n", "a:\n", "a: b\na: c\n", "a:\nb: c\n", "- a\n-\n", " a: b\n"),
        *(
            "a: b\tc\n",
            "a: &x b\n",
            "a: *x\n",
            "a: !x b\n",
            "%YAML 1.1\n---\na: b\n",
            "a: b\n---\nb: c\n",
            "a: b\n...\n",
        ),
        *(
            "<<: a\n",
            "? a\n",
            "a: b: c\n",
            "a: b\n  c: d\n",
            "a:\n   b: c\n  d: e\n",
            "a: b # c\n  d\n",
            "- a\n - b\n- c: d",
        ),
        *(
            "a: |\n  b\n c\n",
            "a: >\n  b\n   c\n",
            "a: |",
            "a: |\n\n  b\n",
            "a: |\n  b \n",
            "a: b\rc: d\n",
            "a: b\x85c: d\n",
        ),
        *("a: 'b\n  c'\n", 'a: "\\u00e9"\n', "a: [b,\n  c]\n", "\ufeffa: b\n", "a: \x00\n", f"{'k' * 1100}: v\n"),
        *(
            f"{{{'k' * 1100}: v, a: b}}\n",
            "- " * (MAX_DEPTH + 1) + "a\n",
            "a: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH + "\n",
        ),
    ],
)
def test_what_is_not_simple_is_left_to_the_parser(text: str) -> None:
    assert plain(text) is None


def test_values_of_several_lines_have_their_text_and_place() -> None:
    root = plain("a: b\n  c # d\ne: >\n  f\n  g\n\n  h\ni: |-\n  j\n   k\n")
    assert isinstance(root, Mapping)
    assert [(value.text, value.span) for _, value in root.entries if isinstance(value, Scalar)] == [
        ("b c", Span(1, 4, 2, 4)),
        ("f g\nh\n", Span(3, 4, 7, 4)),
        ("j\n k", Span(8, 4, 10, 5)),
    ]


def test_lines_end_as_they_do_on_windows() -> None:
    for text in TEXTS:
        assert plain(text.replace("\n", "\r\n")) == plain(text)


@pytest.mark.parametrize("text", TEXTS[:3])
def test_a_document_is_the_same_however_it_is_read(text: str) -> None:
    data = text.encode()
    assert plain(text) is not None
    assert read(data) == read(data, pure=True)


def test_bytes_that_are_not_utf8_are_a_problem_in_simple_lines_too() -> None:
    assert [problem.rule for problem in read(b"a: b\xff\n").problems] == ["not-utf8"]


@pytest.mark.parametrize(
    "text",
    [
        *("- " * 50_000, "a:\n" * 50_000, "a: b\n" + " c\n" * 50_000, "a: |\n" + " b\n\n" * 50_000, "\n" * 100_000),
        *("a: " + "[" * 50_000, "a: [" + "b, " * 50_000, "a: >\n" + "\n" * 50_000 + " b", "k: v\n  " * 50_000),
        *(":" * 100_000, "a: b" + ":#" * 50_000, "a: '" + "' '" * 50_000, "a: [" + "b, " * 50_000 + "c]\n"),
    ],
    ids=lambda text: text[:12],
)
def test_long_texts_read_like_a_parser_or_not_at_all(text: str) -> None:
    assert_same_as_parsed(text)
