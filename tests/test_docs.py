"""What the documentation shows is what the tool does."""

from __future__ import annotations

import re
import shutil
from dataclasses import fields
from pathlib import Path

import pytest
from click.testing import CliRunner

from factlint.cli import main
from factlint.corpus.language import EVENT, FACT, FIGURE, REGISTRY, RELATION, ROLE
from factlint.corpus.settings import Settings

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def test_the_finding_in_the_readme_is_what_the_terminal_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("facts", "seeds", "checks"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for path in (tmp_path / "facts").glob("*.yaml"):
        path.write_text(path.read_text("utf-8").replace("$11.6 million", "$12.6 million"), "utf-8")
    monkeypatch.chdir(tmp_path)
    shown = CliRunner().invoke(main, ["check", "--select", "sum-mismatch"], catch_exceptions=False).output
    assert f"```text\n{shown}```" in README


def test_the_accepted_finding_in_the_readme_is_what_the_terminal_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(main, ["check", "--select", "office-held-twice"], catch_exceptions=False)
    assert result.exit_code == 0
    assert f"```text\n{result.output}```" in README


def test_the_five_minute_path_is_a_clean_project(tmp_path: Path) -> None:
    registry = re.findall(r"^ {3}(?:facts/registry/(\w+)\.yaml)? +(\S+: \{.*\})$", README, re.MULTILINE)
    name = ""
    (tmp_path / "facts" / "registry").mkdir(parents=True)
    (tmp_path / "seeds").mkdir()
    for kind, entry in registry:
        name = kind or name
        with (tmp_path / "facts" / "registry" / f"{name}.yaml").open("a", encoding="utf-8") as stream:
            stream.write(f"{entry}\n")
    blocks = re.findall(r"^ {3}```yaml\n(.*?)^ {3}```", README, re.MULTILINE | re.DOTALL)
    fact_file = re.sub(r"^ {3}", "", blocks[0], flags=re.MULTILINE)
    quote = re.search(r"quote: (.*)", fact_file)
    assert quote
    (tmp_path / "facts" / "visit.yaml").write_text(fact_file, "utf-8")
    (tmp_path / "seeds" / "visit.txt").write_text(f"They met. {quote[1]}.\n", "utf-8")
    result = CliRunner().invoke(main, ["check", str(tmp_path)], catch_exceptions=False)
    assert result.output.startswith("Checked 1 fact of 1 source: no contradiction")


def test_every_setting_is_documented() -> None:
    page = (ROOT / "docs" / "settings.md").read_text("utf-8")
    for field in fields(Settings):
        if field.name != "root":
            assert f"\n{field.name.replace('_', '-')} = " in page


@pytest.mark.parametrize("keys", [FACT, FIGURE, EVENT, ROLE, RELATION, *REGISTRY.values()])
def test_every_key_of_the_language_is_on_the_page_of_the_format(keys: tuple[object, ...]) -> None:
    page = (ROOT / "docs" / "format.md").read_text("utf-8")
    for key in keys:
        assert re.search(rf"`{key.name}\b", page), key.name  # type: ignore[attr-defined]  # keys are Keys


@pytest.mark.parametrize("command", ["check", "rule", "export", "report"])
def test_every_command_has_help_with_examples(command: str) -> None:
    text = CliRunner().invoke(main, [command, "--help"]).output
    assert "Examples:" in text
    assert f"factlint {command}" in text
