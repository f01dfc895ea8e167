"""One project with one of every hazard that reading must meet: one finding each, at its place, and no traceback."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.cli import main
from factlint.corpus import load_settings
from factlint.engine.check import check
from factlint.rules import RULES

if TYPE_CHECKING:
    from pathlib import Path

    from factlint.findings import Finding

REGISTRY = {
    "measures": b"exports: {name: exports, kind: flow, unit: USD}\n",
    "places": b"azerbaijan: {name: Azerbaijan, aliases: [Republic]}\npakistan: {name: Pakistan, aliases: [Republic]}\n",
    "people": b"one: {name: One}\n",
    "offices": b"head: {title: Head}\n",
    "events": b"war: {name: the war}\n",
}
HEAD = b"article: a.txt\npublished: 2021-06-23\nfacts:\n"
FIGURE = b"  - {id: f, figure: exports, of: azerbaijan, period: 2020, value: %s, quote: exports of %s}\n"
GOOD = HEAD + FIGURE % (b"$1.6 million", b"$1.6 million")
ARTICLE = b"Last year Azerbaijan had exports of $1.6 million.\n"


def event(date: bytes, more: bytes = b"") -> bytes:
    return HEAD + b"  - {id: e, event: war, date: " + date + b", derived: true" + more + b", quote: Last year}\n"


HAZARDS: dict[str, tuple[str, int, bytes]] = {
    # name: (rule, line, content of the fact file)
    "duplicate-key": ("duplicate-key", 5, HEAD + b"  - id: f\n    id: g\n    event: war\n    quote: Last year\n"),
    "unknown-key": ("unknown-key", 4, event(b"2020", b", plase: x")),
    "misspelt-kind": ("unknown-key", 4, HEAD + b"  - {id: f, evnt: war, derived: true, quote: Last year}\n"),
    "misspelt-required": ("unknown-key", 4, GOOD.replace(b"period:", b"perod:")),
    "tab": ("yaml-syntax", 4, HEAD + b"  - {id: f, event: war,\tquote: Last year}\n"),
    "alias": ("yaml-alias", 4, HEAD + b"  - {id: f, event: *war, derived: true, quote: Last year}\n"),
    "anchor": ("yaml-alias", 4, HEAD + b"  - {id: f, event: &w war, derived: true, quote: Last year}\n"),
    "merge": (
        "yaml-alias",
        5,
        HEAD + b"  - {id: f, event: war, derived: true, quote: Last year,\n     <<: {note: x}}\n",
    ),
    "second-document": ("yaml-syntax", 5, GOOD + b"---\na: b\n"),
    "not-utf8": ("not-utf8", 1, b"publisher: \xff\n" + GOOD),
    "too-large": ("file-too-large", 1, GOOD + b"#" * (8 * 1024 * 1024)),
    "too-deep": ("yaml-syntax", 4, HEAD + b"  - " + b"[" * 200_000 + b"\n"),
    "unclosed": ("yaml-syntax", 4, HEAD + b"  - {id: f, event: war\n"),
    "empty": ("missing-key", 1, b""),
    "unknown-name": ("unknown-name", 4, HEAD + b"  - {id: f, event: the wor, derived: true, quote: Last year}\n"),
    "ambiguous-name": ("ambiguous-name", 4, GOOD.replace(b"of: azerbaijan", b"of: Republic")),
    "february-30": ("impossible-date", 4, event(b"2020-02-30")),
    "month-13": ("impossible-date", 4, event(b"2020-13")),
    "month-of-three-digits": ("impossible-date", 4, event(b"2019-010-19")),
    "backward-stretch": ("impossible-date", 4, event(b"2020-11/2020-09")),
    "no-date": ("bad-value", 4, event(b"soon")),
    "which-decimal": ("bad-value", 4, HEAD + FIGURE % (b'"1.234,5 USD"', b"$1.6 million")),
    "unknown-unit": ("bad-value", 4, HEAD + FIGURE % (b"1.6 million XQQ", b"$1.6 million")),
    "too-great": ("bad-value", 4, HEAD + FIGURE % (b"1e400", b"$1.6 million")),
    "no-quote": ("missing-key", 4, HEAD + b"  - {id: f, event: war}\n"),
    "other-quote": ("quote-not-in-article", 4, HEAD + b"  - {id: f, event: war, quote: Last month}\n"),
    "no-article": ("missing-article", 1, GOOD.replace(b"a.txt", b"b.txt")),
    "escape": ("missing-article", 1, GOOD.replace(b"a.txt", b"../facts/empty.yaml")),
    "absolute": ("missing-article", 1, GOOD.replace(b"a.txt", b"/etc/hostname")),
    "symlink": ("missing-article", 1, GOOD.replace(b"a.txt", b"link.txt")),
    "changed": ("article-changed", 1, b"digest: sha256:" + b"0" * 64 + b"\n" + GOOD),
    "same-id": ("duplicate-fact-id", 5, GOOD + FIGURE % (b"$1.6 million", b"$1.6 million")),
}


@pytest.fixture
def hazards(tmp_path: Path) -> Path:
    (tmp_path / "facts" / "registry").mkdir(parents=True)
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_bytes(ARTICLE)
    (tmp_path / "outside.txt").write_bytes(ARTICLE)
    (tmp_path / "seeds" / "link.txt").symlink_to(tmp_path / "outside.txt")
    for name, content in REGISTRY.items():
        (tmp_path / "facts" / "registry" / f"{name}.yaml").write_bytes(content)
    return tmp_path


def problems(folder: Path) -> list[Finding]:
    report = check(load_settings(folder), RULES)
    assert report.faults == ()
    return [finding for finding in report.findings if finding.severity != "note"]


@pytest.mark.parametrize("name", HAZARDS)
def test_each_hazard_is_one_finding_at_its_place(name: str, hazards: Path) -> None:
    rule, line, content = HAZARDS[name]
    (hazards / "facts" / f"{name}.yaml").write_bytes(content)
    found = [(finding.rule, finding.primary.place.line) for finding in problems(hazards)]
    assert found == [(rule, line)]


def test_all_hazards_together_hide_none_of_each_other(hazards: Path) -> None:
    for name, (_, _, content) in HAZARDS.items():
        (hazards / "facts" / f"{name}.yaml").write_bytes(content)
    found = Counter((finding.primary.place.path, finding.rule) for finding in problems(hazards))
    expected = Counter((f"facts/{name}.yaml", rule) for name, (rule, _, _) in HAZARDS.items())
    assert found == expected
    result = CliRunner().invoke(main, ["check", str(hazards)], catch_exceptions=False)
    assert result.exit_code == 1


@given(content=st.binary(max_size=300))
@settings(max_examples=60, deadline=None)
def test_any_bytes_in_a_fact_file_end_in_a_report(content: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / "facts").mkdir()
    (folder / "seeds").mkdir()
    (folder / "facts" / "a.yaml").write_bytes(content)
    assert check(load_settings(folder), RULES).faults == ()


words = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)
nested = st.recursive(words, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3))
KEYS = ("id", "figure", "event", "role", "relation", "value", "period", "who", "scope", "accept", "share_of", "quote")
facts = st.dictionaries(st.sampled_from(KEYS) | words, nested, max_size=6)


@given(written=st.lists(facts, max_size=3))
@settings(max_examples=60, deadline=None)
def test_any_nested_facts_end_in_a_report(
    written: list[dict[str, object]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    import yaml

    folder = tmp_path_factory.mktemp("any")
    (folder / "facts").mkdir()
    (folder / "seeds").mkdir()
    content = yaml.safe_dump({"source": {"title": "A"}, "facts": written}, allow_unicode=True)
    (folder / "facts" / "a.yaml").write_text(content, "utf-8")
    assert check(load_settings(folder), RULES).faults == ()
