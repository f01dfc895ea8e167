"""`--output`, `auto` and shell completion, as a user calls them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner, Result

from factlint.cli import main
from factlint.commands.outputs import Target, in_repository, known_format, targets
from factlint.corpus.settings import SettingsError
from factlint.reports import CHOICES, FORMATS
from factlint.rules import RULES
from factlint.testing import unpack

if TYPE_CHECKING:
    from collections.abc import Callable

CLASH = """
== facts/registry/measures.yaml
exports: {name: exports, kind: flow, unit: USD}
== facts/registry/places.yaml
azerbaijan: {name: Azerbaijan}
== facts/a.yaml
source: {title: A report}
facts:
  - {id: one, figure: exports, of: Azerbaijan, period: 2020, value: $2.0 million}
  - {id: two, figure: exports, of: Azerbaijan, period: 2020, value: $3.5 million}
"""
CLEAN = CLASH.replace("$3.5 million", "$2.04 million")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Writes a project, stands in it and calls `factlint check` with one rule, outside of any CI."""

    def call(text: str, *arguments: str) -> Result:
        unpack(text, tmp_path)
        monkeypatch.chdir(tmp_path)
        return CliRunner().invoke(main, ("check", "--select", "figure-differs", *arguments), catch_exceptions=False)

    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    return call


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("sarif:out.sarif", Target("sarif", Path("out.sarif"))),
        ("json-lines:a/b:c.jsonl", Target("json-lines", Path("a/b:c.jsonl"))),
        ("auto:x", Target("auto", Path("x"))),
        ("out.sarif", Target(None, Path("out.sarif"))),
        ("sarif", Target(None, Path("sarif"))),
        (r"C:\x\out.sarif", Target(None, Path(r"C:\x\out.sarif"))),
        ("C:/x/out.sarif", Target(None, Path("C:/x/out.sarif"))),
        (r"sarif:C:\x", Target("sarif", Path(r"C:\x"))),
        ("./json:odd", Target(None, Path("./json:odd"))),
        ("a.b:c", Target(None, Path("a.b:c"))),
        (":c", Target(None, Path(":c"))),
    ],
)
def test_an_output_is_a_format_and_a_file_or_a_file(text: str, target: Target) -> None:
    assert targets((text,)) == (target,)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (("sarf:x",), f"there is no output format 'sarf'; known: {', '.join(CHOICES)}"),
        (("SARIF:x",), "there is no output format 'SARIF'"),
        (("sarif:",), "names no file"),
        (("",), "names no file"),
        (("-",), "names no file"),
        (("json:x", "sarif:./x"), "names x twice"),
        (("/",), "is a folder"),
    ],
)
def test_an_output_that_cannot_be_is_said(given: tuple[str, ...], words: str) -> None:
    with pytest.raises(SettingsError, match=words.replace("(", r"\(")) as refused:
        targets(given)
    assert "\n" not in str(refused.value)


def test_several_files_are_written_beside_standard_output(run: Callable[..., Result], tmp_path: Path) -> None:
    result = run(CLASH, "-o", "sarif:out/findings.sarif", "--output", "junit:report.xml", "--output-format", "concise")
    assert result.exit_code == 1
    assert result.stdout.splitlines()[0].startswith("facts/a.yaml:")
    assert json.loads((tmp_path / "out/findings.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert ET.parse(tmp_path / "report.xml").getroot().tag == "testsuites"  # noqa: S314 - written here
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["findings.sarif"]


def test_a_file_alone_takes_what_standard_output_would_get(run: Callable[..., Result], tmp_path: Path) -> None:
    shown = run(CLASH, "--output-format", "grouped").stdout
    result = run(CLASH, "--output-format", "grouped", "-o", "one.txt", "-o", "two.txt", "-o", "json:three.json")
    assert result.stdout == ""
    assert (tmp_path / "one.txt").read_text("utf-8") == (tmp_path / "two.txt").read_text("utf-8") == shown
    assert json.loads((tmp_path / "three.json").read_text("utf-8"))["summary"]["errors"] == 1


def test_every_format_goes_to_a_file_of_its_own(run: Callable[..., Result], tmp_path: Path) -> None:
    result = run(CLASH, *(part for form in FORMATS for part in ("-o", f"{form}:{form}.out")))
    assert result.exit_code == 1
    for form in FORMATS:
        assert "figure-differs" in (tmp_path / f"{form}.out").read_text("utf-8")
    assert (tmp_path / "full.out").read_text("utf-8") == result.stdout


@pytest.mark.parametrize("form", CHOICES)
def test_every_format_is_known(form: str) -> None:
    assert known_format(form) == form


@pytest.mark.parametrize("form", ["json-lines", "gitlab"])
def test_the_setting_takes_what_the_option_takes(run: Callable[..., Result], form: str) -> None:
    setting = f'== pyproject.toml\n[tool.factlint]\noutput-format = "{form}"\n'
    assert run(CLASH + setting).stdout == run(CLASH, "--output-format", form).stdout


def test_quiet_is_about_standard_output_and_files_are_never_stale(run: Callable[..., Result], tmp_path: Path) -> None:
    (tmp_path / "out.sarif").write_text("yesterday's", "utf-8")
    result = run(CLEAN, "--quiet", "-o", "sarif:out.sarif")
    assert (result.exit_code, result.output) == (0, "")
    assert json.loads((tmp_path / "out.sarif").read_text("utf-8"))["runs"][0]["results"] == []


def test_statistics_take_the_place_of_the_main_output_only(run: Callable[..., Result], tmp_path: Path) -> None:
    result = run(CLASH, "--statistics", "-o", "json:out.json")
    assert result.stdout.split() == ["1", "error", "figure-differs"]
    assert len(json.loads((tmp_path / "out.json").read_text("utf-8"))["findings"]) == 1
    assert run(CLASH, "--statistics", "-o", "out.txt").stdout == ""
    assert (tmp_path / "out.txt").read_text("utf-8").split() == ["1", "error", "figure-differs"]


def test_a_file_that_cannot_be_written_is_one_sentence_and_the_old_one_stays(
    run: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "out.json").write_text("old", "utf-8")

    def full(_self: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    result = run(CLASH, "-o", "json:out.json")
    assert result.exit_code == 2
    assert "No space left on device" in result.stderr
    assert (tmp_path / "out.json").read_text("utf-8") == "old"
    assert [path.name for path in tmp_path.glob(".out*")] == []


def test_nothing_is_checked_where_an_output_cannot_be(run: Callable[..., Result], tmp_path: Path) -> None:
    result = run(CLASH, "-o", "sarif:out.sarif", "-o", "sarf:x")
    assert result.exit_code == 2
    assert len(result.output.splitlines()) == 1
    assert not (tmp_path / "out.sarif").exists()


def test_nothing_set_is_full(run: Callable[..., Result]) -> None:
    assert run(CLASH).stdout == run(CLASH, "--output-format", "full").stdout


def test_a_run_of_github_actions_is_annotated(run: Callable[..., Result], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert run(CLASH).stdout.startswith("::error file=facts/a.yaml,")
    assert run(CLASH, "--output-format", "concise").stdout.startswith("facts/a.yaml:")


def test_auto_in_a_file_is_full_everywhere(
    run: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = run(CLASH).stdout
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    run(CLASH, "-o", "out.txt")
    assert (tmp_path / "out.txt").read_text("utf-8") == shown


def test_a_file_has_no_colour(run: Callable[..., Result], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in run(CLASH, "-o", "full:out.txt").stdout
    assert "\x1b" not in (tmp_path / "out.txt").read_text("utf-8")


@pytest.mark.parametrize("form", ["github", "gitlab", "sarif"])
def test_hosts_get_paths_from_the_root_of_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    (tmp_path / ".git").mkdir()
    folder = tmp_path / "docs" / "news"
    folder.mkdir(parents=True)
    unpack(CLASH, folder)
    monkeypatch.chdir(folder)
    arguments = ("check", "--select", "figure-differs", "--output-format", form, "-o", "concise:lines")
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert "docs/news/facts/a.yaml" in result.stdout
    assert (folder / "lines").read_text("utf-8").startswith("facts/a.yaml:")


def test_a_project_at_the_root_of_its_repository_or_in_none_has_its_own_paths(tmp_path: Path) -> None:
    assert in_repository(tmp_path) == ""
    (tmp_path / ".git").write_text("gitdir: elsewhere\n", "utf-8")
    assert in_repository(tmp_path) == ""
    assert in_repository(tmp_path / "a" / "b") == "a/b"


def test_a_rule_of_the_project_is_described_in_the_sarif_log(run: Callable[..., Result]) -> None:
    own = """
== checks/own.py
from factlint.findings import Severity
from factlint.rules.base import Rule


class Own(Rule):
    \"\"\"Nothing is ever wrong.\"\"\"

    name = "own-rule"
    severity = Severity.WARNING
    key = {}

    def check(self, corpus):
        return iter(())


RULES = (Own,)
"""
    (only,) = json.loads(run(CLASH + own, "--select", "own-rule", "--output-format", "sarif").stdout)["runs"]
    described = {rule["id"]: rule["shortDescription"]["text"] for rule in only["tool"]["driver"]["rules"]}
    assert described.keys() == {"figure-differs", "own-rule"}
    assert described["own-rule"] == "Nothing is ever wrong."


@pytest.mark.parametrize("form", ["grouped", "sarif", "github"])
def test_a_skipped_file_is_said_on_standard_error(run: Callable[..., Result], form: str) -> None:
    result = run(CLEAN + "== facts/notes.txt\nx\n", "--output-format", form)
    assert result.stderr == "factlint: skipped facts/notes.txt: it is neither a .yaml nor a .yml file\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_a_script_that_calls_back(shell: str) -> None:
    script = CliRunner().invoke(main, ["completion", shell], catch_exceptions=False).stdout
    assert "_FACTLINT_COMPLETE" in script
    assert f"{shell}_complete" in script


def test_the_script_for_bash_is_bash() -> None:
    script = CliRunner().invoke(main, ["completion", "bash"], catch_exceptions=False).stdout
    assert subprocess.run(["bash", "-n"], input=script.encode(), check=False).returncode == 0


def test_an_unknown_shell_is_said_with_the_known_ones() -> None:
    result = CliRunner().invoke(main, ["completion", "tcsh"])
    assert result.exit_code == 2
    assert "'bash', 'zsh', 'fish'" in result.output


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("factlint comp", {"completion"}),
        ("factlint check --output-format js", {"json", "json-lines"}),
        ("factlint check --select sum-", {"sum-mismatch"}),
        ("factlint check --ignore title-differs,sum-", {"title-differs,sum-mismatch"}),
        ("factlint check --select ", {rule.name for rule in RULES}),
    ],
)
def test_words_are_completed(line: str, expected: set[str], monkeypatch: pytest.MonkeyPatch) -> None:
    environment = {"_FACTLINT_COMPLETE": "bash_complete", "COMP_WORDS": line, "COMP_CWORD": str(line.count(" "))}
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    shown = CliRunner().invoke(main, [], prog_name="factlint").output
    assert {each.partition(",")[2] for each in shown.splitlines()} == expected
