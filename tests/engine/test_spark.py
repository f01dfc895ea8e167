"""The same findings on Apache Spark as on one machine; against a real Spark where Java is here."""

from __future__ import annotations

import csv
import importlib
import logging
import os
import shutil
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import Mock

import pytest

from factlint.corpus import load_settings
from factlint.engine.load import load_checks
from factlint.engine.select import chosen
from factlint.engine.spark import check as spark
from factlint.engine.spark import session as spark_session
from factlint.engine.tables import check as tables
from factlint.engine.tables import sorting, work
from factlint.engine.tables.skew import sort_again
from factlint.rules import RULES
from factlint.tables.files import batches, frame, tables_in
from factlint.tables.keys import placed_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import ModuleType

    from factlint.corpus import Settings
    from factlint.findings import Report
    from factlint.rules.base import Rule

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
FACTS = 600
A_FILE = 290
AGAIN = 80
"""So many facts more say the same of the same."""

CHECKS = '''
from factlint.findings import Anchor, Clash, Severity
from factlint.rules.base import Rule


class ManyOffices(Rule):
    """Whoever holds offices in several facts."""

    name = "many-offices"
    severity = Severity.NOTE
    key = {"roles": ("person",)}

    def check(self, corpus):
        for person, facts in corpus.table("roles").groupby("person")["fact"]:
            if len(facts) > 1:
                yield Clash(f"{person} has {len(facts)} facts", Anchor(min(facts)), tuple(facts))


class HowMany(Rule):
    """How many facts there are in all."""

    name = "how-many"
    severity = Severity.NOTE
    key = {"facts": ()}
    whole_corpus = True

    def check(self, corpus):
        facts = corpus.table("facts")["fact"]
        yield Clash(f"{len(facts)} facts", Anchor(min(facts)))


RULES = (ManyOffices, HowMany)
'''


@pytest.fixture(scope="module")
def running() -> Iterator[None]:
    """A Spark of two cores that every check of this module finds running."""
    pytest.importorskip("pyspark", reason="PySpark is not installed")
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        pytest.skip("there is no Java, so no Spark can be started")
    with spark_session.session("local[2]"):
        yield


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """Facts with contradictions in three tables, one of them CSV, with bad cells, twins, acceptances, a revision."""
    pytest.importorskip("pyarrow")
    folder = tmp_path_factory.mktemp("corpus")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(BENCHMARKS))
        corpora: ModuleType = importlib.import_module("corpora")
        corpora.write(folder, FACTS, "csv", corpora.Asked(wrong=0.05, articles=3))
    with (folder / "seeds" / "002.txt").open("a", encoding="utf-8") as text:
        text.write("Growth of 7.5% was said to follow.\n")
    (folder / "checks").mkdir()
    (folder / "checks" / "own.py").write_text(CHECKS, "utf-8")
    written = folder / "tables" / "part-0000.csv"
    with written.open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    written.unlink()
    _lay_out(folder / "tables", _spoiled(rows))
    return load_settings(folder)


def _spoiled(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    """The rows with cells that cannot be read, facts of no kind and of two, and references that come again."""
    figures = [row for row in rows if row["figure"]]
    figures[3]["value"] = "twelve or so"
    figures[5]["of"] = "Nowhere"
    figures[7]["event"] = "no-such-event"
    figures[9]["accept"] = '[{"rule": "self-relation", "because": "nobody needs this"}]'
    for row in (row for row in rows if row["role"]):
        row["accept"] = '[{"rule": "many-offices", "because": "people get on"}]'
    place = ("of", "with", "scope")
    older = next(row for row in figures[12:] if all(row[key] == figures[11][key] for key in place))
    figures[11]["supersedes"] = f"{older['file']}#{older['id']}"
    figures[-1]["figure"] = ""
    stated = next(row for row in rows if row["relation"])
    rows += [stated | {"id": f"again-{number}"} for number in range(AGAIN)]
    for at in (4, 20, A_FILE + 8, FACTS):  # in the same table, and in both later ones
        rows.insert(at + 2, dict(rows[2]))
    return rows


def _lay_out(tables: Path, rows: list[dict[str, str]]) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    names = list(dict.fromkeys(name for row in rows for name in row))
    parts = [rows[at : at + A_FILE] for at in range(0, len(rows), A_FILE)]
    for number, part in enumerate(parts):
        columns = {name: [row.get(name) or None for row in part] for name in names}
        pq.write_table(
            pa.table({name: pa.array(cells, pa.string()) for name, cells in columns.items()}),
            tables / f"{number}.parquet",
        )
    with (tables / "1.csv").open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, names, restval="")
        writer.writeheader()
        writer.writerows(parts[1])
    (tables / "1.parquet").unlink()


def here(settings: Settings, folder: Path, rules: tuple[type[Rule], ...]) -> Report:
    """The local engine, without processes of its own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tables, "WORTH_PROCESSES", 1 << 60)
        return tables.check_tables(settings, folder, rules)


def on(engine: Callable[..., Report], settings: Settings, *select: str) -> Report:
    rules = chosen((*RULES, *load_checks(settings.root)), select)
    return engine(settings, settings.root / "tables", rules)


@pytest.fixture(scope="module")
def local(corpus: Settings) -> Report:
    return on(here, corpus)


def same(one: Report, other: Report) -> None:
    assert one.findings == other.findings
    assert (one.summary, one.faults, one.lines, one.rules) == (other.summary, other.faults, other.lines, other.rules)


def test_the_corpus_has_what_is_compared(local: Report) -> None:
    rules = Counter(finding.rule for finding in local.findings)
    assert rules["duplicate-fact-id"] == 4
    assert {
        "bad-value",
        "unknown-name",
        "unused-accept",
        "many-offices",
        "figure-differs",
        "uncovered-article",
    } <= rules.keys()
    assert [each.message for each in local.findings if each.rule == "how-many"] == [f"{FACTS + AGAIN + 4} facts"]
    assert local.summary.accepted
    assert local.faults == ()


@pytest.mark.usefixtures("running")
def test_spark_finds_what_one_machine_finds(corpus: Settings, local: Report, capfd: pytest.CaptureFixture[str]) -> None:
    same(on(spark.check_on_spark, corpus), local)
    assert capfd.readouterr() == ("", "")


@pytest.mark.usefixtures("running")
def test_a_key_that_many_share_is_sorted_again_and_said(
    corpus: Settings, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    select = (
        "figure-differs",
        "value-not-in-quote",
        "sum-mismatch",
        "relation-cycle",
        "one-subject",
        "term-out-of-office",
        "uncovered-article",
    )
    whole = on(here, corpus, *select)
    assert {each.rule for each in whole.findings} == set(select)
    again = Mock(side_effect=sort_again)
    monkeypatch.setattr(sorting, "BUCKET", 40)
    monkeypatch.setattr(work, "sort_again", again)
    same(on(here, corpus, *select), whole)
    assert again.called
    said = [record.message for record in caplog.records if record.levelno == logging.WARNING]
    assert any("relations share one key (relation " in each for each in said), said
    caplog.clear()
    same(on(spark.check_on_spark, corpus, *select), whole)
    assert [record.message for record in caplog.records if record.levelno == logging.WARNING] == said


@pytest.mark.usefixtures("running")
def test_rules_for_all_rows_are_not_asked_of_too_many_and_the_report_says_so(
    corpus: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = rows_by_table(corpus)
    assert rows["roles"] < rows["events"]
    monkeypatch.setattr(spark, "WHOLE", rows["roles"])
    report = on(spark.check_on_spark, corpus, "term-out-of-office", "series-out-of-order")
    assert report.findings == on(here, corpus, "term-out-of-office").findings != ()
    (fault,) = report.faults
    assert f"series-out-of-order was not asked: it compares all {rows['events']:,} rows of events at once" in fault
    assert report.status == 2


def rows_by_table(corpus: Settings) -> Counter[str]:
    found: Counter[str] = Counter()
    for table in tables_in(corpus.root / "tables", corpus.root):
        for batch in batches(table, []):
            found.update(placed_rows(frame(batch), table.name)["table"])
    return found
