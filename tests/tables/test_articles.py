"""`uncovered-article` asked of tables: what it finds in YAML, and what the rows of all facts are sorted for it."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest
from tests.tables.test_same import both, told

from factlint.corpus import load_settings
from factlint.engine.select import chosen
from factlint.engine.tables import sorting
from factlint.engine.tables.check import check_tables
from factlint.rules import RULES
from factlint.rules.upkeep.uncovered_article import UncoveredArticle
from factlint.tables.buckets import Buckets, Sent
from factlint.testing import unpack

pytest.importorskip("pyarrow", reason="pyarrow is an extra of factlint")

if TYPE_CHECKING:
    from pathlib import Path

    import pyarrow as pa

    from factlint.findings import Finding, Report

REGISTRY = """
== facts/registry/measures.yaml
exports: {name: exports, kind: flow, unit: USD}
== facts/registry/places.yaml
peru: {name: Peru}
== facts/registry/people.yaml
zakir-hasanov: {name: Zakir Hasanov}
== facts/registry/offices.yaml
minister: {title: minister, seats: none}
== facts/registry/events.yaml
visit: {name: visit}
== facts/registry/relations.yaml
said: {name: said}
"""

TRADE = """
== seeds/trade.txt
Exports of Peru reached $5 million.
The visit began on 3 May 2021.
Minister Zakir Hasanov spoke.
He said that it was 7%.
He named 40 ships.
Another 60 ships were late.
== facts/trade.yaml
article: trade.txt
published: 2021-05-04
facts:
  - {id: a, figure: exports, of: peru, period: 2020, value: $5 million, quote: Exports of Peru reached $5 million}
  - {id: b, event: visit, date: 2021-05-03, quote: The visit began on 3 May 2021}
  - {id: c, role: minister, person: Zakir Hasanov, quote: Minister Zakir Hasanov spoke}
== facts/trade-more.yaml
article: ./trade.txt
published: 2021-05-05
facts:
  - {id: d, relation: said, subject: Zakir Hasanov, value: so, quote: He said that it was 7%}
  - {id: e, figure: exports, of: Nowhere, period: 20x0, value: several, quote: He named 40 ships}
  - {id: f, quote: Another 60 ships were late}
"""
"""An article of two files, all of it in the quotes of facts of every kind, of one with bad cells, of one of no kind."""

SEVERAL = f"""
{TRADE}
== seeds/visit.txt
The visit began on 3 May 2021 with 12 guests.
== seeds/unnamed.txt
Nobody counted 100 ships.
== facts/visit.yaml
article: visit.txt
published: 2021-05-04
facts:
  - {{id: a, event: visit, date: 2021-05-03, quote: The visit began on 3 May 2021}}
  - {{id: a, event: visit, date: 2021-05-03}}
== facts/gone.yaml
article: gone.txt
published: 2021-05-04
facts:
  - {{id: a, event: visit, date: 2021-05-03, quote: The visit began}}
== facts/report.yaml
source: {{title: A report}}
facts:
  - {{id: a, event: visit, date: 2021-05-03}}
"""


def uncovered(report: Report) -> list[Finding]:
    assert report.faults == ()
    return [each for each in report.findings if each.rule == UncoveredArticle.name]


def missing(text: str, *quotes: str) -> str:
    """The project where facts have another quote than these."""
    for quote in quotes:
        assert f"quote: {quote}" in text
        text = text.replace(f"quote: {quote}", "quote: spoke")
    return text


def agree(in_yaml: Report, in_tables: Report) -> list[Finding]:
    """What is uncovered in tables, where that is what is uncovered in YAML."""
    found = uncovered(in_tables)
    assert list(map(told, found)) == list(map(told, uncovered(in_yaml)))
    assert [each.fingerprint for each in found] == [each.fingerprint for each in uncovered(in_yaml)]
    return found


@pytest.mark.parametrize("bucket", [1, 2, 200_000])
@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_facts_of_every_kind_and_file_cover_an_article(
    form: str, bucket: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sorting, "BUCKET", bucket)
    unpack(REGISTRY + TRADE, tmp_path)
    assert agree(*both(tmp_path, RULES, form)) == []


@pytest.mark.parametrize("bucket", [1, 2, 200_000])
@pytest.mark.parametrize(
    "quotes",
    [
        ("Exports of Peru reached $5 million",),
        ("Minister Zakir Hasanov spoke", "He said that it was 7%"),
        ("He named 40 ships", "Another 60 ships were late"),
    ],
)
def test_what_no_quote_holds_is_told_once_an_article(
    quotes: tuple[str, ...], bucket: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sorting, "BUCKET", bucket)
    unpack(REGISTRY + missing(SEVERAL, *quotes), tmp_path)
    found = agree(*both(tmp_path, RULES, "csv"))
    assert [each.anchor for each in found] == ["trade-more@article", "visit@article"]
    assert {each.primary.place.path for each in found} == {"tables/facts.csv"}


def test_it_stands_at_the_first_row_of_the_first_file_wherever_the_rows_lie(tmp_path: Path) -> None:
    unpack(REGISTRY + missing(TRADE, "He named 40 ships"), tmp_path)
    in_yaml, _ = both(tmp_path, RULES, "csv")
    table = tmp_path / "tables/facts.csv"
    with table.open(encoding="utf-8", newline="") as stream:
        head, *rows = csv.reader(stream)
    for number, row in enumerate(reversed(rows)):
        with (tmp_path / f"tables/{number}.csv").open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows([head, row])
    table.unlink()
    (found,) = agree(in_yaml, check_tables(load_settings(tmp_path), tmp_path / "tables", RULES))
    first = next(row for row in reversed(rows) if row[head.index("id")].startswith("trade-more#"))
    place = found.primary.place
    assert (place.path, place.line) == (f"tables/{rows[::-1].index(first)}.csv", 1)


def test_rows_of_one_file_may_name_several_articles(tmp_path: Path) -> None:
    unpack(f"{REGISTRY}\n== seeds/a.txt\nThere were 12 guests.\n== seeds/b.txt\nThere were 13 of them.", tmp_path)
    (tmp_path / "tables").mkdir()
    rows = ["1,a.txt,visit,There were", "2,b.txt,visit,of them", "3,a.txt,visit,guests", "4,,visit,"]
    (tmp_path / "tables/facts.csv").write_text("\n".join(["id,article,event,quote", *rows]), "utf-8")
    report = check_tables(load_settings(tmp_path), tmp_path / "tables", RULES)
    said = [(each.primary.place.line, each.message.partition(" is ")[2][:19]) for each in uncovered(report)]
    assert sorted(said) == [(1, "in no quote: “12” ("), (2, "in no quote: “13” (")]


def test_an_article_of_very_many_facts_is_checked_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sorting, "BUCKET", 2)
    unpack(REGISTRY + missing(SEVERAL, "Another 60 ships were late"), tmp_path)
    assert len(agree(*both(tmp_path, (UncoveredArticle,), "csv"))) == 2
    (said,) = (record.message for record in caplog.records)
    assert "6 rows share one key (article " in said


def written(folder: Path, *ignored: str) -> set[str]:
    """The names of the buckets to which a check of tables writes rows, without their numbers."""
    names: set[str] = set()
    real = Buckets.write

    def noted(self: Buckets, batch: pa.RecordBatch, sent: Sent) -> None:
        names.add(sent.name)
        real(self, batch, sent)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Buckets, "write", noted)
        check_tables(load_settings(folder), folder / "tables", chosen(RULES, ignore=ignored))
    return names


@pytest.mark.parametrize(
    "there", ["", "== seeds/other.txt\nNobody counted 100 ships.", "== seeds/trade.txt\n100 ships."]
)
def test_only_rows_with_an_article_that_is_there_are_sorted_by_it(there: str, tmp_path: Path) -> None:
    text = TRADE[TRADE.index("== facts") :]
    unpack(f"{REGISTRY}{there}\n{text}", tmp_path)
    both(tmp_path, RULES, "csv")
    once_more = written(tmp_path) - written(tmp_path, UncoveredArticle.name)
    assert len(once_more) == ("trade" in there)


@pytest.mark.parametrize("name", ["../outside.txt", "/etc/hostname", "", "folder", "bad.txt"])
def test_names_that_are_no_articles_are_left_to_another_rule(name: str, tmp_path: Path) -> None:
    unpack(f"{REGISTRY}\n== seeds/folder/a.txt\n12 ships.\n== outside.txt\n13 ships.", tmp_path)
    (tmp_path / "seeds/bad.txt").write_bytes(b"14 ships \xff")
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables/facts.csv").write_text(f"id,article,event,quote\n1,{name},visit,ships\n", "utf-8")
    report = check_tables(load_settings(tmp_path), tmp_path / "tables", RULES)
    assert uncovered(report) == []
