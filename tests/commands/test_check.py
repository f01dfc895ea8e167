"""`factlint check` as a user calls it: exit status, formats, options, and errors in one sentence."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from factlint.cli import main
from factlint.testing import unpack

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[2]

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


PROVEN = """
== checks/own.py
from factlint.findings import Anchor, Certificate, Clash, Severity, Step
from factlint.rules.base import Rule


class Proven(Rule):
    name = "proven"
    severity = Severity.ERROR
    key = {}

    def check(self, corpus):
        steps = (
            Step("1", (("1", "exports in 2020"),), "2050000", False, "$2.0 million", "a#one"),
            Step("1", (("-1", "exports in 2020"),), "-3450000", False, "$3.5 million", "a#two"),
        )
        facts = ("a#one", "a#two")
        yield Clash("they differ", Anchor("a#one", "value"), facts=facts, certificate=Certificate(steps, "-1400000"))


RULES = (Proven,)
"""


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Writes a project, stands in it and calls factlint."""

    def call(text: str, *arguments: str) -> Result:
        unpack(text, tmp_path)
        monkeypatch.chdir(tmp_path)
        return CliRunner().invoke(main, arguments, catch_exceptions=False)

    return call


@pytest.fixture
def our_corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of this repository's own corpus, to be spoilt."""
    for folder in ("facts", "seeds", "checks"):
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def edit(folder: Path, old: str, new: str) -> None:
    changed = 0
    for path in sorted((folder / "facts").glob("*.yaml")):
        text = path.read_text("utf-8")
        changed += text.count(old)
        path.write_text(text.replace(old, new), "utf-8")
    assert changed


def findings(*arguments: str) -> tuple[int, list[dict[str, object]]]:
    result = CliRunner().invoke(main, ("check", "--output-format", "json", *arguments), catch_exceptions=False)
    return result.exit_code, json.loads(result.stdout)["findings"]


def test_our_own_corpus_is_clean(our_corpus: Path) -> None:
    status, found = findings(str(our_corpus))
    assert status == 0
    assert [each for each in found if each["severity"] != "note" and each["accepted"] is None] == []


def test_a_changed_import_figure_breaks_the_sum_and_the_quote(our_corpus: Path) -> None:
    edit(our_corpus, "$11.6 million", "$12.6 million")
    status, found = findings()
    assert status == 1
    errors = {str(each["rule"]): each for each in found if each["severity"] == "error" and each["accepted"] is None}
    assert set(errors) == {"sum-mismatch", "quote-not-in-article"}
    facts = [str(fact).partition("#")[2] for fact in errors["sum-mismatch"]["facts"]]  # type: ignore[attr-defined]
    assert len(facts) == 3
    primary = errors["quote-not-in-article"]["primary"]
    assert isinstance(primary, dict)
    line = (our_corpus / str(primary["path"])).read_text("utf-8").splitlines()[primary["line"] - 1]
    assert "12.6" in line or "quote" in line


def test_a_second_head_of_the_border_service_on_one_day_is_found(our_corpus: Path) -> None:
    path = next((our_corpus / "facts").glob("2021-06-23-*.yaml"))
    second = (
        "\n  - id: another-head\n    role: chief-of-state-border-service\n    person: Ali Naghiyev\n"
        "    at: 2021-06-23\n    derived: true\n    quote: State Border Service Head Elchin Guliyev\n"
    )
    path.write_text(path.read_text("utf-8").rstrip() + second, "utf-8")
    status, found = findings()
    assert status == 1
    failing = [each["rule"] for each in found if each["severity"] != "note" and each["accepted"] is None]
    assert failing == ["office-held-twice"]


@pytest.mark.parametrize("form", ["full", "concise", "json"])
def test_every_format_names_the_rule_and_the_place(run: Callable[..., Result], form: str) -> None:
    result = run(CLASH, "check", "--output-format", form)
    assert result.exit_code == 1
    assert "figure-differs" in result.output
    assert "facts/a.yaml" in result.output


def test_full_shows_the_line_with_a_caret_under_the_word(run: Callable[..., Result]) -> None:
    lines = run(CLASH, "check").output.splitlines()
    at = next(n for n, line in enumerate(lines) if "$2.0 million}" in line)
    caret = lines[at + 1]
    assert lines[at][caret.index("^") : caret.rindex("^") + 1] == "$2.0 million"


def test_a_clean_project_ends_with_status_0_and_says_what_was_checked(run: Callable[..., Result]) -> None:
    result = run(CLEAN, "check")
    assert (result.exit_code, result.output) == (0, "Checked 2 facts of 1 source: no contradiction.\n")


def test_quiet_says_nothing_where_there_is_nothing_to_answer_for(run: Callable[..., Result]) -> None:
    assert run(CLEAN, "check", "--quiet").output == ""
    assert "figure-differs" in run(CLASH, "check", "--quiet").output


def test_exit_zero_keeps_the_findings(run: Callable[..., Result]) -> None:
    result = run(CLASH, "check", "--exit-zero")
    assert result.exit_code == 0
    assert "figure-differs" in result.output


def test_select_and_ignore_choose_the_rules(run: Callable[..., Result]) -> None:
    assert run(CLASH, "check", "--ignore", "figure-differs,title-differs").exit_code == 0
    assert run(CLASH, "check", "--select", "sum-mismatch").exit_code == 0
    assert run(CLASH, "check", "--select", "figure-differs").exit_code == 1


def test_an_unknown_rule_is_said_with_the_near_one(run: Callable[..., Result]) -> None:
    result = run(CLASH, "check", "--select", "figure-differ")
    assert result.exit_code == 2
    assert "did you mean figure-differs?" in result.output


def test_statistics_count_the_rules(run: Callable[..., Result]) -> None:
    assert run(CLASH, "check", "--statistics").output.split() == ["1", "error", "figure-differs"]


def test_show_proof_adds_the_arithmetic_below_the_finding_and_nothing_else(run: Callable[..., Result]) -> None:
    select = ("check", "--select", "proven")
    plain = run(CLASH + PROVEN, *select).output.splitlines()
    shown = run(CLASH + PROVEN, *select, "--show-proof")
    proof = [
        "  = proof:",
        "      exports in 2020 ≤ 2,050,000   a#one: $2.0 million",
        "      3,450,000 ≤ exports in 2020   a#two: $3.5 million",
        "      added up, every quantity cancels: 3,450,000 ≤ 2,050,000, which is false",
    ]
    assert shown.exit_code == 1
    assert shown.output.splitlines() == [*plain[:-2], *proof, *plain[-2:]]


@pytest.mark.parametrize("form", ["concise", "json"])
def test_show_proof_changes_no_other_format(run: Callable[..., Result], form: str) -> None:
    select = ("check", "--select", "proven", "--output-format", form)
    assert run(CLASH + PROVEN, *select, "--show-proof").output == run(CLASH + PROVEN, *select).output


def test_json_has_the_certificate_without_being_asked(run: Callable[..., Result]) -> None:
    (one,) = json.loads(run(CLASH + PROVEN, "check", "--select", "proven", "--output-format", "json").stdout)[
        "findings"
    ]
    assert one["certificate"]["sum"] == "-1400000"
    assert [step["fact"] for step in one["certificate"]["steps"]] == ["a#one", "a#two"]


def test_show_files_names_what_is_read(run: Callable[..., Result]) -> None:
    result = run(CLASH + "== facts/notes.txt\nx\n", "check", "--show-files")
    assert result.output.splitlines() == [
        "facts/a.yaml",
        "facts/registry/measures.yaml",
        "facts/registry/places.yaml",
        "facts/notes.txt (skipped: it is neither a .yaml nor a .yml file)",
    ]


@pytest.mark.parametrize("form", ["full", "concise", "json"])
def test_a_skipped_file_is_said_to_be_skipped_in_every_format(run: Callable[..., Result], form: str) -> None:
    result = run(CLEAN + "== facts/notes.txt\nx\n", "check", "--output-format", form)
    assert result.exit_code == 0
    assert "skipped facts/notes.txt" in (result.stdout if form == "full" else result.stderr)


def test_paths_restrict_what_is_reported_not_what_is_read(run: Callable[..., Result]) -> None:
    text = CLASH.replace("  - {id: two", "== facts/b.yaml\nsource: {title: B}\nfacts:\n  - {id: two")
    assert run(text, "check", "facts/b.yaml").exit_code == 1
    other = text + "== facts/c.yaml\nsource: {title: C}\nfacts: []\n"
    assert run(other, "check", "facts/c.yaml").exit_code == 0


def test_output_writes_a_file(run: Callable[..., Result], tmp_path: Path) -> None:
    result = run(CLASH, "check", "--output-format", "json", "--output", "out.json")
    assert (result.exit_code, result.output) == (1, "")
    assert json.loads((tmp_path / "out.json").read_text("utf-8"))["summary"]["errors"] == 1


@pytest.mark.parametrize(
    ("setting", "words"),
    [
        ("selct = []", "did you mean 'select'?"),
        ("pedantic = 1", "true or false"),
        ("about = 5", "0.05"),
        ('date = "2026-02-30"', "2026-02-30"),
        ('date = "2026"', "not one day"),
        ('select = ["figure-differ"]', "figure-differs"),
        ('output-format = "xml"', "full, concise, json"),
        ("= 3", "pyproject.toml"),
    ],
)
def test_a_bad_setting_ends_with_status_2_and_one_sentence(
    run: Callable[..., Result], setting: str, words: str
) -> None:
    result = run(f"{CLEAN}== pyproject.toml\n[tool.factlint]\n{setting}\n", "check")
    assert result.exit_code == 2
    assert words in result.output
    assert len(result.output.splitlines()) == 1


def test_no_project_ends_with_status_2(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["check"])
    assert result.exit_code == 2
    assert "no project here" in result.output


def test_a_path_that_is_not_there_or_elsewhere_is_said(run: Callable[..., Result]) -> None:
    assert "does not exist" in run(CLEAN, "check", "facts/x.yaml").output
    assert run(CLEAN, "check", "facts/a.yaml", str(ROOT)).exit_code == 2


def test_an_accepted_contradiction_stays_in_the_output_and_fails_nothing(run: Callable[..., Result]) -> None:
    accept = ", accept: [{rule: figure-differs, with: one, because: two ways of counting, until: 2026-06-30}]}"
    text = CLASH.replace("$3.5 million}", f"$3.5 million{accept}")
    result = run(text, "check", "--output-format", "json", "--date", "2026-06-30")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["findings"][0]["accepted"]["because"] == "two ways of counting"
    late = run(text, "check", "--output-format", "json", "--date", "2026-07-01")
    assert late.exit_code == 1
    assert {each["rule"] for each in json.loads(late.stdout)["findings"]} == {"figure-differs", "expired-accept"}


def test_hostile_text_cannot_steer_the_terminal(run: Callable[..., Result]) -> None:
    hostile = CLASH.replace("$3.5 million", '"$3.5 million \\e[2J\\u202e"')
    assert "\x1b" not in run(hostile, "check").output
    assert "\u202e" not in run(hostile, "check").output
