"""`markdown`: read by a parser of Markdown as hosts use it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from tests.reports.samples import HOSTILE, accepted, finding, hostile, many, report

from factlint.findings import Severity
from factlint.reports import renderer
from factlint.reports.summary import LONGEST
from factlint.reports.words import safe

PLAIN = {"text", "code_inline", "strong_open", "strong_close"}
"""What may stand in a line: the bold ones are the tool's own."""


def inline(text: str) -> list[list[tuple[str, str]]]:
    """The kinds and texts of what stands in each heading, item, cell and quote."""
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(text)
    return [[(child.type, child.content) for child in token.children or ()] for token in tokens if token.children]


def test_the_counts_then_each_contradiction_with_its_quotes() -> None:
    whole = report(
        finding(),
        finding(anchor="n", severity=Severity.NOTE, message="a note"),
        accepted(anchor="k", message="known", hint=None),
    )
    assert renderer("markdown")(whole).splitlines() == [
        "**Checked 2 facts of 2 sources: 1 error, 1 note, 1 accepted.**",
        "",
        "| Errors | Warnings | Notes | Accepted |",
        "|--:|--:|--:|--:|",
        "| 1 | 0 | 1 | 1 |",
        "",
        "## Contradictions",
        "",
        r"### imports \$12.6 million and exports \$1.6 million are not \$13.2 million",
        "",
        "Error, `sum-mismatch`",
        "",
        "- `facts/a.yaml:2:12`",
        r"  > “imports of \$11.6 million”",
        r"- `facts/b.yaml:7:1` exports \$1.6 million",
        r"  > “exports of \$1.6 million”",
        "- `facts/registry/measures.yaml:3:1` declared here",
        "- cannot all be true: `a#x, b#y`",
        "- suspect: `a#x`",
        "- hint: 12.6 reads as 11.6 if a digit slipped",
        "",
        "## Accepted",
        "",
        "- `facts/a.yaml:2:12` `sum-mismatch` known; accepted: the ministry counts gold (until 2026-06-30)",
        "",
        "## Notes",
        "",
        "- `facts/a.yaml:2:12` `sum-mismatch` a note; hint: 12.6 reads as 11.6 if a digit slipped",
    ]


def test_a_clean_run_has_counts_and_no_section() -> None:
    assert "##" not in renderer("markdown")(report())
    assert renderer("markdown")(report()).startswith("**Checked 2 facts of 2 sources: no contradiction.**\n")


def test_a_page_fits_a_comment_and_counts_what_does_not() -> None:
    text = renderer("markdown")(many(1_000))
    shown = text.count("### ")
    assert len(text) < 65_536
    assert 50 < shown < 1_000
    assert text.endswith(f"\n{1_000 - shown:,} more left out here; `factlint check` shows all.\n")
    assert LONGEST < 65_536


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(text: str) -> None:
    lines = inline(renderer("markdown")(hostile(text)))
    assert {kind for line in lines for kind, _ in line} <= PLAIN
    shown = "".join(content for line in lines for _, content in line).replace("\u200b", "")
    assert safe(" ".join(text.split())) in shown


@given(st.text(st.sampled_from("abc12 \n\t.-+#*_`~[]()<>!&;$@|\\{}:/=\"'")))
def test_no_text_is_markup(text: str) -> None:
    whole = renderer("markdown")(
        report(finding(message=f"x{text}x", hint=f"{text}x", facts=(), related=(), suspects=()))
    )
    plain = renderer("markdown")(report(finding(message="x", hint="x", facts=(), related=(), suspects=())))
    assert len(inline(whole)) == len(inline(plain))
    assert {kind for line in inline(whole) for kind, _ in line} <= PLAIN


def test_nobody_is_called_and_no_issue_is_linked() -> None:
    lines = inline(renderer("markdown")(report(finding(message="@someone fixes #12 and a@b.example", hint="@a #b"))))
    shown = [content for line in lines for kind, content in line if kind == "text"]
    assert "@\u200bsomeone fixes #\u200b12 and a@\u200bb.example" in "".join(shown)
    assert not any(re.search(r"[@#]\w", content) for content in shown)
