"""What checking on Spark has of its own and can be tried without one: what travels, how it is split, what is said."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from factlint.cli import main
from factlint.corpus import load_settings
from factlint.corpus.settings import SettingsError
from factlint.engine.spark import session as spark_session
from factlint.engine.spark.rows import answer_rows, answers_of, table_of
from factlint.engine.tables.part import Found
from factlint.engine.tables.plan import plan
from factlint.engine.tables.skew import finer
from factlint.engine.tables.sorting import Answer
from factlint.engine.tables.twins import before_each
from factlint.findings import Certificate, Finding, Place, Severity, Spot, Step, in_order
from factlint.rules import RULES

if TYPE_CHECKING:
    from pathlib import Path


def test_finer_passes_ask_every_rule_once() -> None:
    for each in plan(RULES).passes:
        parts = finer(each)
        assert Counter(rule for part in parts for rule in part.rules) == Counter(each.rules)
        assert [part.first for part in parts] == [each.first and not part.keyed.columns for part in parts]
        assert any(part.first for part in parts) is each.first


def test_what_came_before_a_table_is_counted() -> None:
    found = [Counter({"a": 2}), Counter({"b": 1}), Counter({"a": 1, "b": 1}), Counter({"a": 1})]
    assert before_each(found) == [{}, {}, {"a": 2, "b": 1}, {"a": 3}]


def test_findings_come_back_from_the_table_as_they_were() -> None:
    step = Step("3/2", (("1", "exports"), ("-1", "turnover")), "0", strict=True, because="said", fact="a#1")
    spot = Spot(Place("t.parquet", 3, 1, 3, 1), "a#1", "they said \ud800", "here")
    finding = Finding(
        rule="sum-mismatch",
        severity=Severity.WARNING,
        message="no \ud800",
        primary=spot,
        related=(spot, spot),
        facts=("a#1", "a#2"),
        suspects=("a#2",),
        hint="a slip",
        anchor="a#1@value",
        certificate=Certificate((step,), "-1"),
    )
    bare = Finding("bad-value", Severity.NOTE, "it", Spot(Place("p")))
    full = Answer(Found((finding, bare), ("it \ud800 failed",), frozenset({("people", "ə")})), "skewed")
    silent = Answer(Found())
    frames = [answer_rows("2-0", full), answer_rows("1-0", silent)]
    assert answers_of(
        row for rows in frames for row in zip(rows["bucket"], rows["kind"], rows["packed"], strict=True)
    ) == [full]
    (stamped,) = in_order([finding])
    (row,) = table_of([stamped]).to_dict("records")
    assert (row["rule"], row["severity"], row["path"], row["row"]) == ("sum-mismatch", "warning", "t.parquet", 3)
    assert (row["message"], row["facts"], row["hint"]) == ("no ?", ["a#1", "a#2"], "a slip")
    assert row["fingerprint"] == stamped.fingerprint


def test_without_java_one_sentence_says_what_is_needed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pytest.importorskip("pyspark", reason="PySpark is not installed")
    monkeypatch.delenv("JAVA_HOME", raising=False)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(SettingsError, match="needs Java 17 or later"), spark_session.session("local[2]"):
        pass
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with (
        pytest.raises(SettingsError, match=r"needs Java 17 or later.*cannot be run"),
        spark_session.session("local[2]"),
    ):
        pass


def test_an_old_java_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pytest.importorskip("pyspark", reason="PySpark is not installed")
    java = tmp_path / "bin" / "java"
    java.parent.mkdir()
    java.write_text("#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n", "utf-8")
    java.chmod(0o755)
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(SettingsError, match=r"Java 17 or later.*is 11"), spark_session.session("local[2]"):
        pass


def test_without_pyspark_one_sentence_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.factlint]\n", "utf-8")
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables" / "facts.csv").write_text("id,figure\n", "utf-8")
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    monkeypatch.chdir(tmp_path)
    run = CliRunner().invoke(main, ["check", "--tables", "tables", "--engine", "spark"])
    assert run.exit_code == 2
    assert "pip install 'factlint[spark]'" in run.stderr


def test_spark_is_for_tables_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    run = CliRunner().invoke(main, ["check", "--engine", "spark"])
    assert run.exit_code == 2
    assert "--tables DIR" in run.stderr


def test_the_address_of_the_cluster_is_a_setting(tmp_path: Path) -> None:
    assert load_settings(tmp_path).spark_master == "local[*]"
    (tmp_path / "pyproject.toml").write_text('[tool.factlint]\nspark-master = "spark://here:7077"\n', "utf-8")
    assert load_settings(tmp_path).spark_master == "spark://here:7077"


def test_nothing_of_spark_is_imported_to_check_tables_here() -> None:
    modules = "sys, factlint.engine.tables.check, factlint.commands.check"
    code = f"import {modules}; print([name for name in sys.modules if 'pyspark' in name])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
