"""The corpora that benchmarks are run on: true where nothing was injected, and the same in every form."""

from __future__ import annotations

import csv
import importlib
import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

from factlint.cli import main
from factlint.corpus.language import EVENT, FACT, FIGURE, RELATION, ROLE
from factlint.reading import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"
FACTS = 300
WRONG = 0.05


@pytest.fixture(scope="module")
def corpora() -> Iterator[ModuleType]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(BENCHMARKS))
        yield importlib.import_module("corpora")


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def findings(folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    monkeypatch.chdir(folder)
    run = CliRunner().invoke(main, ["check", "--output-format", "json"], catch_exceptions=False)
    said: dict[str, Any] = json.loads(run.stdout)
    assert "faults" not in said
    return said


def written(node: yaml.Node) -> str:
    if isinstance(node, yaml.Scalar):
        return node.text
    if isinstance(node, yaml.Sequence):
        return f"[{', '.join(written(item) for item in node.items)}]"
    return f"{{{', '.join(f'{key.text}: {written(value)}' for key, value in node.entries)}}}"


def rows_of_yaml(folder: Path) -> Iterator[dict[str, str]]:
    for path in (folder / "facts").glob("[A-Z]*/*.yaml"):
        root = yaml.read(path.read_bytes()).root
        assert isinstance(root, yaml.Mapping)
        head = {key.text: value for key, value in root.entries}
        facts = head.pop("facts")
        assert isinstance(facts, yaml.Sequence)
        if isinstance(source := head.get("source"), yaml.Mapping):
            head["source"] = source.entries[0][1]
        own = {"file": path.relative_to(folder / "facts").with_suffix("").as_posix()}
        own |= {key: written(value) for key, value in head.items()}
        for fact in facts.items:
            assert isinstance(fact, yaml.Mapping)
            yield own | {key.text: written(value) for key, value in fact.entries}


def told(rows: Iterator[dict[str, str]]) -> set[tuple[tuple[str, str], ...]]:
    return {tuple(sorted((key, value) for key, value in row.items() if value)) for row in rows}


def test_all_forms_have_the_same_facts_and_the_same_registry(corpora: ModuleType, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    for form in ("yaml", "csv", "parquet"):
        corpora.write(tmp_path / form, FACTS, form, corpora.Asked(wrong=WRONG))
    with (tmp_path / "csv" / "tables" / "part-0000.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    table = parquet.read_table(tmp_path / "parquet" / "tables" / "part-0000.parquet")
    facts = told(rows_of_yaml(tmp_path / "yaml"))
    assert len(facts) == len(rows) == table.num_rows == FACTS
    assert told(iter(rows)) == told(iter(table.to_pylist())) == facts
    shared = [
        {
            name: text
            for name, text in files(tmp_path / form).items()
            if name.startswith(("facts/registry/", "seeds/", "expected"))
        }
        for form in ("yaml", "csv", "parquet")
    ]
    assert shared[0] == shared[1] == shared[2]
    assert "facts/registry/people.yaml" in shared[0]


def test_the_columns_of_a_table_are_keys_of_the_language_and_of_the_file(corpora: ModuleType, tmp_path: Path) -> None:
    corpora.write(tmp_path, FACTS, "csv")
    header = (tmp_path / "tables" / "part-0000.csv").read_text(encoding="utf-8").splitlines()[0].split(",")
    language = {key.name for keys in (FACT, FIGURE, EVENT, ROLE, RELATION) for key in keys}
    assert set(header) - language == {"file", "publisher", "published", "source", "article"}
    assert len(header) == len(set(header))


def test_a_seed_decides_every_byte(corpora: ModuleType, tmp_path: Path) -> None:
    for name, seed in (("one", 1), ("again", 1), ("two", 2)):
        corpora.write(tmp_path / name, FACTS, "yaml", corpora.Asked(seed=seed))
    one, again, two = (files(tmp_path / name) for name in ("one", "again", "two"))
    assert one == again
    assert one != two


def test_what_is_told_without_a_flaw_is_silent(
    corpora: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = corpora.write(tmp_path, FACTS, "yaml", corpora.Asked(wrong=0))
    said = findings(tmp_path, monkeypatch)
    assert said["findings"] == []
    assert said["summary"]["facts"] == FACTS
    assert said["summary"]["articles"] == expected.files
    assert corpora.score(said, expected) == (0, 0)


def test_every_flaw_is_found_and_nothing_else(
    corpora: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = corpora.write(tmp_path, FACTS, "yaml", corpora.Asked(wrong=WRONG))
    said = findings(tmp_path, monkeypatch)
    assert set(Counter(flaw.family for flaw in expected.flaws)) == {"figures", "events", "roles", "relations"}
    assert corpora.score(said, expected) == (len(expected.flaws), 0)
    assert corpora.Expected.load(tmp_path / "expected.json") == expected


def test_a_finding_without_a_flaw_counts_as_invented_and_a_note_as_nothing(corpora: ModuleType) -> None:
    flaw = corpora.Flaw("figures", "f1", "digit", ("AA/000#f1-2",))
    expected = corpora.Expected(10, 3, {"f": "figures"}, (flaw,))

    def finding(severity: str, *facts: str) -> dict[str, Any]:
        spot = {"fact": facts[0]}
        return {"severity": severity, "accepted": None, "facts": list(facts), "primary": spot, "related": []}

    said = [
        finding("error", "AA/000#f1-3", "AA/000#f1-2"),
        finding("warning", "AA/000#f1-2"),
        finding("warning", "AA/000#f1-3"),
        finding("note", "AA/000#f1-4"),
    ]
    assert corpora.score({"findings": said}, expected) == (1, 1)
    assert corpora.score({"findings": said[3:]}, expected) == (0, 0)


@pytest.mark.parametrize("facts", [1, 19, 25, 301, 1234])
def test_a_corpus_has_exactly_as_many_facts_as_are_asked_for(corpora: ModuleType, tmp_path: Path, facts: int) -> None:
    corpora.write(tmp_path, facts, "csv", corpora.Asked(facts_a_file=3))
    with (tmp_path / "tables" / "part-0000.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == len({(row["file"], row["id"]) for row in rows}) == facts
    assert max(Counter(row["file"] for row in rows).values()) <= 3
    ids = {(row["file"], row["id"]) for row in rows}
    assert all((row["file"], row["within"]) in ids for row in rows if row.get("within"))


@pytest.mark.parametrize(
    ("facts", "form", "wishes", "message"),
    [
        (0, "yaml", {}, "at least 1 fact"),
        (10, "xml", {}, "no form 'xml'"),
        (10, "csv", {"only": ("figures", "gossip")}, "families are"),
        (10, "csv", {"facts_a_file": 1}, "2 facts a file"),
    ],
)
def test_what_cannot_be_is_refused(
    corpora: ModuleType, tmp_path: Path, facts: int, form: str, wishes: dict[str, Any], message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        corpora.write(tmp_path, facts, form, corpora.Asked(**wishes))


def test_a_folder_that_has_files_is_left_alone(corpora: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(ValueError, match="not empty"):
        corpora.write(tmp_path, 10)
    assert files(tmp_path) == {"mine.txt": b"mine"}
