"""`factlint new`: a draft that the rules of evidence accept, in a file that was not there."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factlint.cli import main
from factlint.corpus import load_settings
from factlint.engine.check import check
from factlint.rules import RULES

ROOT = Path(__file__).parents[2]
OURS = {
    "000_639ad85f9f7bf7b3": "2021-06-23-azernews-naghiyev-bajwa",
    "001_43c137d608248c9e": "2021-01-15-trend-hasanov-haye",
    "002_e906bc3121925c38": "2022-03-22-azernews-hasanov-khan",
    "003_a1e95e8ae9386bc4": "2016-03-03-azernews-mahmood-baku",
    "004_8998e6d75cc86e01": "2021-12-02-azernews-hasanov-jalal",
}
EVIDENCE = tuple(rule for rule in RULES if ".evidence." in rule.__module__)


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    for folder in ("facts", "seeds"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def call(*arguments: str | Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["new", *map(str, arguments)], catch_exceptions=False)
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.parametrize("article", sorted(OURS))
def test_a_draft_of_each_of_our_articles_passes_the_rules_of_evidence(article: str, ours: Path) -> None:
    (ours / "facts" / f"{OURS[article]}.yaml").unlink()
    status, said, _ = call(ours / "seeds" / f"{article}.txt")
    assert status == 0
    written = [path for path in (ours / "facts").glob("*.yaml") if article in path.name]
    assert len(written) == 1
    assert str(written[0]) in said
    report = check(load_settings(ours), EVIDENCE)
    assert [finding.message for finding in report.findings if written[0].name in finding.primary.place.path] == []


def test_an_article_that_has_facts_is_refused_with_their_file(ours: Path) -> None:
    status, _, said = call(ours / "seeds" / "000_639ad85f9f7bf7b3.txt")
    assert status == 2
    assert "facts/2021-06-23-azernews-naghiyev-bajwa.yaml" in said


def test_no_file_is_overwritten(ours: Path) -> None:
    (ours / "facts" / f"{OURS['000_639ad85f9f7bf7b3']}.yaml").unlink()
    target = ours / "mine.yaml"
    target.write_text("mine", "utf-8")
    status, _, said = call(ours / "seeds" / "000_639ad85f9f7bf7b3.txt", "-o", target)
    assert (status, target.read_text("utf-8")) == (2, "mine")
    assert "exists already" in said
    assert sorted(path.name for path in ours.iterdir()) == ["facts", "mine.yaml", "seeds"]


def test_stdout_writes_no_file(ours: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (ours / "facts" / f"{OURS['001_43c137d608248c9e']}.yaml").unlink()
    before = sorted(ours.rglob("*"))
    monkeypatch.chdir(ours)
    status, text, _ = call("001_43c137d608248c9e.txt", "--stdout")
    assert status == 0
    assert text.startswith("# A draft")
    assert "published: 2021-01-15" in text
    assert sorted(ours.rglob("*")) == before
    assert call("seeds/001_43c137d608248c9e.txt", "--stdout")[1] == text


def test_the_day_of_publication_may_be_given(ours: Path) -> None:
    (ours / "seeds" / "note.txt").write_text("President Aliyev spoke.", "utf-8")
    text = call(ours / "seeds" / "note.txt", "--stdout", "--published", "2016-05-04")[1]
    assert "published: 2016-05-04" in text
    assert "person: ilham-aliyev" in text
    assert "# published:" in call(ours / "seeds" / "note.txt", "--stdout")[1]
    status, _, said = call(ours / "seeds" / "note.txt", "--published", "2016-13-04")
    assert status == 2
    assert "--published" in said


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("seeds/no.txt", "no article"),
        ("seeds/../facts", "not lie under"),
        ("facts/registry/people.yaml", "not lie under"),
        ("seeds", "not lie under"),
        ("seeds/latin.txt", "UTF-8"),
    ],
)
def test_what_is_no_article_is_said_so(name: str, words: str, ours: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (ours / "seeds" / "latin.txt").write_bytes(b"\xe9 5%.")
    monkeypatch.chdir(ours)
    status, _, said = call(name)
    assert status == 2
    assert words in said
    assert "Traceback" not in said


def test_both_ways_of_writing_at_once_are_refused(ours: Path) -> None:
    assert call(ours / "seeds" / "000_639ad85f9f7bf7b3.txt", "--stdout", "-o", ours / "x.yaml")[0] == 2


WORDS = [
    "President Aliyev",
    "on 3 May 2020",
    "$5 million",
    "exports",
    "Azerbaijan",
    "\x1b[31m",
    "\u202e",
    "# x: -",
    "PM Sharif",
    "</script>",
    "Three Brothers - 2021",
    "in Baku",
    ".",
    "\n\n",
    "\u0085",
    "\x00",
    "[...]",
    "the 44-day war with Armenia",
    "1,234,5",
    "General Raza",
    "about 50 percent",
    "between 5 and 3",
    "in 2020-2018",
    "٣",
    "½",
    "minus 3",
    "- 7 tonnes",
]


@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(WORDS), min_size=10, max_size=60))
def test_no_article_makes_a_draft_that_the_rules_of_evidence_refuse(ours_once: Path, words: list[str]) -> None:
    for made in (ours_once / "facts").glob("*hostile.yaml"):
        made.unlink()
    (ours_once / "seeds" / "hostile.txt").write_bytes(" ".join(words).encode())
    assert call(ours_once / "seeds" / "hostile.txt", "--published", "2020-05-04")[0] == 0
    report = check(load_settings(ours_once), EVIDENCE)
    assert [each.message for each in report.findings if "hostile" in each.primary.place.path] == []


@pytest.fixture(scope="module")
def ours_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ours")
    shutil.copytree(ROOT / "facts" / "registry", folder / "facts" / "registry")
    (folder / "seeds").mkdir()
    return folder
