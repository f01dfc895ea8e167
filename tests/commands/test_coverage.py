"""`factlint coverage`: the table, JSON, and the threshold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from factlint.cli import main
from factlint.testing import unpack

ROOT = Path(__file__).parents[2]
PROJECT = """
== seeds/a.txt
Exports were $1.6 million in 2020 and 2021, President Aliyev said.
== seeds/b\u202e.txt
Nobody wrote down 5% of this.
== seeds/.hidden
44 days.
== seeds/c.bin in latin-1
é 44 days.
== facts/registry/people.yaml
ilham-aliyev: {name: Ilham Aliyev}
== facts/registry/relations.yaml
said: {name: said}
== facts/a.yaml
article: a.txt
published: 2022-01-01
facts:
  - {id: said, relation: said, subject: Ilham Aliyev, value: that, quote: "$1.6 million in 2020 [...] Aliyev said"}
"""


@pytest.fixture
def here(tmp_path: Path) -> Path:
    unpack(PROJECT, tmp_path)
    (tmp_path / "seeds" / "b\u202e.txt").rename(tmp_path / "seeds" / "b.txt")
    return tmp_path


def call(*arguments: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["coverage", *arguments], catch_exceptions=False)
    return result.exit_code, result.stdout, result.stderr


def test_the_table_counts_each_kind_and_names_articles_without_facts(here: Path) -> None:
    status, table, said = call(str(here))
    assert status == 0
    assert table == (
        "article      figures  dates  people  titles  covered\n"
        "seeds/a.txt      1/1    1/2     1/1     0/1      60%\n"
        "seeds/b.txt      0/1    0/0     0/0     0/0       0%\n"
        "all              1/2    1/2     1/1     0/1      50%\n"
        "seeds/b.txt: no fact file names it\n"
    )
    assert "c.bin" in said
    assert "UTF-8" in said


def test_what_is_missing_is_listed_with_its_line(here: Path) -> None:
    table = call(str(here), "--show-missing")[1]
    assert table.splitlines()[-3:] == [
        "seeds/a.txt:1: date “2021”",
        "seeds/a.txt:1: title “President”",
        "seeds/b.txt:1: figure “5%”",
    ]


def test_the_json_has_every_mention(here: Path) -> None:
    status, text, _ = call(str(here), "--format", "json")
    content = json.loads(text)
    assert status == 0
    assert content["version"] == 1
    assert [each["path"] for each in content["articles"]] == ["facts/a.yaml", None]
    first = content["articles"][0]["mentions"][0]
    article = (here / "seeds" / "a.txt").read_text("utf-8")
    assert article[first["start"] : first["end"]] == first["text"] == "$1.6 million"
    assert first["facts"] == ["a#said"]
    assert content["summary"]["covered"] == 3
    assert content["summary"]["total"] == 6
    assert content["summary"]["percent"] == 50.0


@pytest.mark.parametrize(("least", "status"), [("0", 0), ("50", 0), ("50.001", 1), ("100", 1)])
def test_the_option_decides_the_status(here: Path, least: str, status: int) -> None:
    assert call(str(here), "--fail-under", least)[0] == status


@pytest.mark.parametrize(
    ("setting", "status"), [("50", 0), ("50.1", 1), ("101", 2), ('"all"', 2), ("nan", 2), ("true", 2)]
)
def test_the_setting_decides_where_no_option_is_given(here: Path, setting: str, status: int) -> None:
    (here / "pyproject.toml").write_text(f"[tool.factlint]\nfail-under = {setting}\n", "utf-8")
    ended, _, said = call(str(here))
    assert ended == status
    assert ("is less than 50.1%" in said) == (status == 1)
    assert ("must be a percentage" in said) == (status == 2)
    if status == 1:
        assert call(str(here), "--fail-under", "10")[0] == 0


def test_nearly_everything_is_not_shown_as_all(tmp_path: Path) -> None:
    text = "\n".join(f"It was {number} percent." for number in range(2000))
    unpack(PROJECT.replace("Exports were", f"{text}\nExports were"), tmp_path)
    (tmp_path / "seeds" / "b\u202e.txt").unlink()
    fact = tmp_path / "facts" / "a.yaml"
    quotes = "".join(
        f'  - {{id: f{number}, relation: said, subject: Ilham Aliyev, value: that, quote: "{number} percent"}}\n'
        for number in range(2000)
    )
    fact.write_text(fact.read_text("utf-8") + quotes, "utf-8")
    last = call(str(tmp_path))[1].splitlines()[-1]
    assert last.endswith("99.9%")


def test_no_article_is_all_of_nothing(tmp_path: Path) -> None:
    unpack("== facts/registry/people.yaml\na: {name: A}\n", tmp_path)
    status, table, _ = call(str(tmp_path), "--fail-under", "100")
    assert (status, table.splitlines()[-1].split()[-1]) == (0, "100%")


def test_our_corpus_is_covered() -> None:
    assert call(str(ROOT), "--fail-under", "100")[0] == 0


def test_hostile_names_stay_text(tmp_path: Path) -> None:
    unpack(PROJECT, tmp_path)
    shown = call(str(tmp_path), "--show-missing")[1]
    assert "\u202e" not in shown
    assert "<U+202E>" in shown or "b.txt" not in shown
