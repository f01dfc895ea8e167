"""Tables that are broken, odd or hostile: each a finding at its row, and the others are still found."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

import pytest

from factlint.corpus import load_settings
from factlint.corpus.settings import SettingsError
from factlint.engine.tables.check import check_tables
from factlint.rules import RULES
from factlint.testing import unpack

pa = pytest.importorskip("pyarrow", reason="pyarrow is an extra of factlint")

if TYPE_CHECKING:
    from pathlib import Path

    from factlint.findings import Report

REGISTRY = """
== facts/registry/measures.yaml
exports: {name: exports, kind: flow, unit: USD}
== facts/registry/places.yaml
azerbaijan: {name: Azerbaijan}
pakistan: {name: Pakistan}
== facts/registry/events.yaml
talks: {name: Talks}
== facts/registry/people.yaml
ali: {name: Ali}
"""
CLASH = (
    "id,file,figure,of,period,value\n"
    "one,a,exports,Azerbaijan,2020,$13.2 million\n"
    "two,b,exports,Azerbaijan,2020,$18.9 million\n"
)


def checked(root: Path, **tables: str | bytes) -> Report:
    """The report of CSV tables, or of the bytes of Parquet files."""
    unpack(REGISTRY, root)
    folder = root / "tables"
    folder.mkdir()
    for name, content in tables.items():
        if isinstance(content, bytes):
            (folder / f"{name}.parquet").write_bytes(content)
        else:
            (folder / f"{name}.csv").write_text(content, encoding="utf-8")
    return check_tables(load_settings(root), folder, RULES)


def parquet(columns: dict[str, Any]) -> bytes:
    import pyarrow.parquet as pq

    sink = pa.BufferOutputStream()
    pq.write_table(pa.table(columns), sink)
    content: bytes = sink.getvalue().to_pybytes()
    return content


def said(report: Report, *rules: str) -> list[tuple[str, str, int]]:
    """Of findings of some rules the rule, the path and the row."""
    wanted = [each for each in report.findings if each.rule in rules]
    return [(each.rule, each.primary.place.path, each.primary.place.line) for each in wanted]


def test_a_clash_is_told_at_its_row(tmp_path: Path) -> None:
    report = checked(tmp_path, facts=CLASH)
    assert said(report, "figure-differs") == [("figure-differs", "tables/facts.csv", 2)]
    (clash,) = [each for each in report.findings if each.rule == "figure-differs"]
    assert clash.facts == ("a#one", "b#two")
    assert (report.summary.articles, report.summary.facts) == (2, 2)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PAR1",
        b"PAR1 and then nothing of the kind PAR1",
        'id,file\n"never closed',
        "a,b\n1,2,3\n",
        "\x00\x01\n\x02",
    ],
)
def test_a_broken_table_does_not_hide_the_others(content: str | bytes, tmp_path: Path) -> None:
    report = checked(tmp_path, broken=content, whole=CLASH)
    assert said(report, "figure-differs") == [("figure-differs", "tables/whole.csv", 2)]
    ending = "parquet" if isinstance(content, bytes) else "csv"
    assert any(each.primary.place.path == f"tables/broken.{ending}" for each in report.findings)
    assert report.faults == ()


def test_an_unknown_column_is_told_with_the_nearest(tmp_path: Path) -> None:
    report = checked(tmp_path, facts=CLASH.replace("period", "periodd"))
    (unknown,) = [each for each in report.findings if each.rule == "unknown-key"]
    assert "did you mean period?" in unknown.message
    assert (unknown.primary.place.line, unknown.primary.place.column) == (1, 5)


def test_a_cell_that_cannot_be_read_is_told_at_every_row_that_has_it(tmp_path: Path) -> None:
    rows = (
        "one,a,exports,Azerbaijan,2021-02-29,$1\ntwo,a,exports,Azerbaijan,2021-02-29,$1\nthree,a,exports,Baku,2020,$1\n"
    )
    report = checked(tmp_path, facts=f"id,file,figure,of,period,value\n{rows}")
    assert said(report, "impossible-date") == [
        ("impossible-date", "tables/facts.csv", 1),
        ("impossible-date", "tables/facts.csv", 2),
    ]
    assert said(report, "unknown-name") == [("unknown-name", "tables/facts.csv", 3)]


def test_rows_of_no_kind_and_of_two_kinds_say_so(tmp_path: Path) -> None:
    report = checked(tmp_path, facts="id,file,figure,event\nnone,a,,\nboth,a,exports,talks\n")
    messages = [each.message for each in report.findings if each.primary.place.path == "tables/facts.csv"]
    assert any("does not say its kind" in message for message in messages)
    assert any("this one has figure and event" in message for message in messages)


def test_an_id_that_comes_again_is_told_at_the_later_row(tmp_path: Path) -> None:
    again = CLASH.replace("two,b", "one,a")
    report = checked(tmp_path, facts=again)
    assert said(report, "duplicate-fact-id") == [("duplicate-fact-id", "tables/facts.csv", 2)]
    assert said(report, "figure-differs") == [("figure-differs", "tables/facts.csv", 2)]


def test_columns_may_have_the_types_that_other_tools_write(tmp_path: Path) -> None:
    typed = parquet(
        {
            "id": pa.array(["one", "two", "three"]).dictionary_encode(),
            "published": pa.array([dt.date(2021, 1, 1)] * 3),
            "figure": ["exports", "exports", None],
            "event": [None, None, "talks"],
            "of": ["azerbaijan", "azerbaijan", None],
            "period": pa.array([2020, 2020, None], pa.int64()),
            "value": pa.array([13.5, 18.0, None], pa.float64()),
            "who": pa.array([None, None, ["ali", "pakistan"]], pa.list_(pa.string())),
            "scope": pa.array([{"sector": "oil"}, {"sector": "oil"}, None]),
            "derived": pa.array([True, False, None]),
            "note": pa.nulls(3),
        }
    )
    report = checked(tmp_path, facts=typed)
    (clash,) = [each for each in report.findings if each.rule == "figure-differs"]
    assert clash.facts == ("tables/facts#one", "tables/facts#two")
    assert said(report, "bad-value", "impossible-date", "unknown-name", "unknown-key") == []


def test_hostile_texts_are_data(tmp_path: Path) -> None:
    cells = ["=cmd()", "\x1b[31m", "{a: [", "[" * 100, "a#b#c", "../../etc", "9" * 400, "\u202e", "*alias", "{<<: x}"]
    rows = "".join(f'"{cell}","{cell}","{cell}","{cell}","{cell}","{cell}","{cell}"\n' for cell in cells)
    report = checked(tmp_path, facts=f"id,file,figure,of,period,value,scope\n{rows}", whole=CLASH)
    assert said(report, "figure-differs") == [("figure-differs", "tables/whole.csv", 2)]
    assert report.faults == ()


def test_a_table_without_rows_is_no_problem(tmp_path: Path) -> None:
    report = checked(tmp_path, facts="id,file,figure\n", none=parquet({"id": pa.array([], pa.string())}))
    assert [each for each in report.findings if each.fails] == []
    assert report.summary.facts == 0


@pytest.mark.parametrize("make", [False, True])
def test_a_folder_without_tables_is_refused_in_words(make: bool, tmp_path: Path) -> None:
    unpack(REGISTRY, tmp_path)
    if make:
        (tmp_path / "tables").mkdir()
    with pytest.raises(SettingsError, match="tables"):
        check_tables(load_settings(tmp_path), tmp_path / "tables", RULES)
