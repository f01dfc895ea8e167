"""`factlint report`: the format by the file's ending, each of them checked for being current."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from factlint.cli import main
from factlint.testing import unpack

if TYPE_CHECKING:
    from pathlib import Path

PROJECT = """
== facts/registry/people.yaml
anna: {name: Anna Berg}
bela: {name: Béla Novák}
== facts/registry/offices.yaml
minister: {title: Minister of Trade}
== facts/registry/measures.yaml
exports: {name: exports, kind: flow, unit: USD}
== facts/registry/places.yaml
here: {name: Here}
== facts/one.yaml
source: {title: A list of ministers}
published: 2022-01-01
facts:
  - {id: bela, role: minister, person: Béla Novák, from: 2020-01-01, until: 2021-09-30}
  - {id: anna, role: minister, person: Anna Berg, from: 2021-04-01}
  - {id: five, figure: exports, of: Here, period: 2019, value: $5 million}
  - {id: six, figure: exports, of: Here, period: 2019, value: $7.5 million}
"""
BEGINNINGS = {"html": "<!doctype html>", "md": "# Consistency report", "json": '{\n  "version": 1,'}


def call(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["report", *arguments, "--date", "2026-01-31"], catch_exceptions=False)
    return result.exit_code, result.output


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    unpack(PROJECT, tmp_path)
    return tmp_path


@pytest.mark.parametrize("ending", BEGINNINGS)
def test_the_ending_of_the_file_says_the_format(folder: Path, ending: str) -> None:
    target = folder / f"report.{ending}"
    assert call(str(folder), "-o", str(target))[0] == 0
    assert target.read_text("utf-8").startswith(BEGINNINGS[ending])


@pytest.mark.parametrize("ending", BEGINNINGS)
def test_check_fails_where_the_file_is_missing_or_stale_and_writes_nothing(folder: Path, ending: str) -> None:
    target = folder / f"report.{ending}"
    arguments = (str(folder), "-o", str(target))
    assert call(*arguments, "--check")[0] == 1
    assert not target.exists()
    call(*arguments)
    assert call(*arguments, "--check")[0] == 0
    facts = folder / "facts" / "one.yaml"
    facts.write_text(facts.read_text("utf-8").replace("2021-09-30", "2021-09-29"), "utf-8")
    written = target.read_bytes()
    status, said = call(*arguments, "--check")
    assert (status, target.read_bytes()) == (1, written)
    assert "is stale: run `factlint report`" in said


def test_a_format_without_a_file_stands_beside_the_one_of_the_settings(folder: Path) -> None:
    call(str(folder))
    call(str(folder), "--format", "html")
    call(str(folder), "--format", "json")
    assert sorted(path.name for path in (folder / "reports").iterdir()) == [
        "consistency.html",
        "consistency.json",
        "consistency.md",
    ]


def test_the_setting_may_name_a_web_page(folder: Path) -> None:
    (folder / "pyproject.toml").write_text('[tool.factlint]\nreport = "out/page.html"\n', "utf-8")
    assert call(str(folder))[0] == 0
    assert (folder / "out" / "page.html").read_text("utf-8").startswith("<!doctype html>")


def test_an_ending_that_says_no_format_is_refused_with_what_to_write(folder: Path) -> None:
    status, said = call(str(folder), "-o", str(folder / "report.txt"))
    assert status == 2
    assert "end it in .html, .md or .json, or write --format" in said
    assert call(str(folder), "-o", str(folder / "report.txt"), "--format", "markdown")[0] == 0


def test_the_proof_stands_in_markdown_where_it_is_asked_for(folder: Path) -> None:
    target = folder / "report.md"
    call(str(folder), "-o", str(target))
    assert "which is false" not in target.read_text("utf-8")
    call(str(folder), "-o", str(target), "--show-proof")
    assert "which is false" in target.read_text("utf-8")


def test_json_has_what_the_page_shows(folder: Path) -> None:
    target = folder / "report.json"
    call(str(folder), "-o", str(target))
    whole = json.loads(target.read_text("utf-8"))
    assert {finding["rule"] for finding in whole["findings"]} >= {"office-held-twice", "figure-differs"}
    assert whole["sources"][0]["facts"][2]["states"] == "exports of Here in 2019: $5 million"
    terms = {holder["person"]: holder["terms"] for holder in whole["offices"][0]["holders"]}
    assert terms["bela"][0]["ends"] == ["2021-09-30", "2021-09-30"]
    assert terms["anna"][0]["ends"] == ["2022-01-01", None]
    five = whole["figures"][0][0]
    assert (five["printed"], five["implied"]) == (["4500000", "6000000"], ["7450000", "7600000"])
    assert five["possible"] is False
    assert {rule["name"] for rule in whole["rules"]} >= {"office-held-twice", "sum-mismatch"}
