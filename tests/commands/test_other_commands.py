"""`rule`, `export`, `report`, `--version`: what they write, and what they do not import."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from factlint import __version__
from factlint.cli import main
from factlint.rules import RULES
from factlint.testing import unpack

ROOT = Path(__file__).parents[2]
HEAVY = ("pandas", "pandera", "numpy", "pyarrow", "rich")


def call(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    return result.exit_code, result.output


@pytest.mark.parametrize("arguments", [("--version",), ("rule", "sum-mismatch"), ("rule", "--all"), ("--help",)])
def test_a_light_command_imports_nothing_heavy(arguments: tuple[str, ...]) -> None:
    line = [sys.executable, "-X", "importtime", "-m", "factlint", *arguments]
    run = subprocess.run(line, capture_output=True, text=True, check=True, cwd=ROOT)
    imported = {row.rpartition("|")[2].strip().partition(".")[0] for row in run.stderr.splitlines()}
    assert "factlint" in imported
    assert imported.isdisjoint(HEAVY)


def test_the_version_is_the_package_s() -> None:
    assert call("--version") == (0, f"factlint {__version__}\n")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_has_its_page(rule: type) -> None:
    status, page = call("rule", rule.name)  # type: ignore[attr-defined]  # RULES are rules
    assert status == 0
    assert page.startswith(f"{rule.name} (")  # type: ignore[attr-defined]
    assert "What it finds" in page
    assert "Found:" in page


def test_all_rules_are_listed_one_a_line() -> None:
    lines = call("rule", "--all")[1].splitlines()
    assert {line.split()[0] for line in lines} >= {rule.name for rule in RULES}


def test_an_unknown_rule_is_said_with_the_near_one() -> None:
    status, said = call("rule", "sum-mismach")
    assert status == 2
    assert "did you mean sum-mismatch?" in said


def test_export_has_every_fact_with_its_typed_values() -> None:
    exported = json.loads(call("export", str(ROOT))[1])
    assert exported["version"] == 1
    facts = {fact["id"]: fact for fact in exported["facts"]}
    assert len(facts) >= 65
    assert {fact["kind"] for fact in facts.values()} == {"figure", "event", "role", "relation"}
    turnover = next(fact for fact in facts.values() if fact.get("value") == "$13.2 million")
    assert (turnover["low"], turnover["high"], turnover["unit"]) == (13_150_000, 13_250_000, "USD")
    assert (turnover["earliest"], turnover["latest"]) == ("2020-01-01", "2020-12-31")
    assert (turnover["figure"], turnover["of"], turnover["with"]) == ("trade-turnover", "azerbaijan", "pakistan")
    assert turnover["quote"]
    line = (ROOT / turnover["path"]).read_text("utf-8").splitlines()[turnover["line"] - 1]
    assert turnover["id"].partition("#")[2] in line


def test_csv_and_parquet_hold_the_same_facts_as_json(tmp_path: Path) -> None:
    exported = json.loads(call("export", str(ROOT))[1])["facts"]
    rows = list(csv.DictReader(io.StringIO(call("export", str(ROOT), "--format", "csv")[1])))
    assert [row["id"] for row in rows] == [fact["id"] for fact in exported]
    parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is an extra of factlint")
    target = tmp_path / "facts.parquet"
    assert call("export", str(ROOT), "--format", "parquet", "--output", str(target))[0] == 0
    table = parquet.read_table(target)
    assert table.column("id").to_pylist() == [fact["id"] for fact in exported]
    assert table.column("low").to_pylist() == [fact.get("low") for fact in exported]


def test_parquet_to_a_terminal_is_refused() -> None:
    status, said = call("export", str(ROOT), "--format", "parquet")
    assert status == 2
    assert "--output" in said


def test_the_report_is_made_the_same_way_twice_and_checked(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    assert call("report", str(ROOT), "--output", str(page))[0] == 0
    first = page.read_bytes()
    assert call("report", str(ROOT), "--output", str(page))[0] == 0
    assert page.read_bytes() == first
    assert call("report", str(ROOT), "--output", str(page), "--check")[0] == 0
    page.write_bytes(first + b"x")
    status, said = call("report", str(ROOT), "--output", str(page), "--check")
    assert status == 1
    assert "stale" in said


def test_the_committed_report_is_current() -> None:
    assert call("report", str(ROOT), "--check")[0] == 0


def test_hostile_text_is_text_in_the_report(tmp_path: Path) -> None:
    unpack(
        """
        == facts/registry/events.yaml
        meeting: {name: "<script>alert(1)</script> | **x** [a](javascript:b)"}
        == facts/a.yaml
        source: {title: "# <img src=x onerror=alert(1)>"}
        facts:
          - {id: held, event: meeting}
        """,
        tmp_path,
    )
    page = tmp_path / "page.md"
    assert call("report", str(tmp_path), "--output", str(page))[0] == 0
    text = page.read_text("utf-8")
    assert "<script" not in text.replace("\\<", "")
    assert "<img" not in text.replace("\\<", "")
