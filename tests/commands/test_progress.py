"""Progress on standard error: on a terminal, after a while, and gone without a trace."""

from __future__ import annotations

import io
import os
import re
from threading import Timer
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from factlint.cli import main
from factlint.commands.progress import AFTER, progress
from factlint.testing import unpack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import TextIO

    from factlint.corpus import Settings

HIDES, SHOWS, ERASES = "\x1b[?25l", "\x1b[?25h", "\x1b[2K"


class AtOnce(Timer):
    """A run that is long already when it begins."""

    def start(self) -> None:
        self.function()


class Never(Timer):
    """A run that is over before its time is."""

    def start(self) -> None:
        assert self.interval == AFTER == 2


class Terminal:
    """A real terminal: what is written at one end is read at the other."""

    def __init__(self) -> None:
        self._reading, writing = os.openpty()
        self.stream: TextIO = os.fdopen(writing, "w", encoding="utf-8")

    def shown(self) -> str:
        self.stream.close()
        with os.fdopen(self._reading, "rb", buffering=0) as stream:
            return b"".join(_chunks(stream)).decode()


def _chunks(stream: io.RawIOBase) -> Iterator[bytes]:
    try:
        while chunk := stream.read(65_536):
            yield chunk
    except OSError:  # how Linux says that the other end is closed
        return


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


def shown(timer: type[Timer], *stages: str, quiet: bool = False) -> str:
    terminal = Terminal()
    with progress(quiet=quiet, stream=terminal.stream, timer=timer) as stage:
        for words in stages:
            stage(words)
    return terminal.shown()


def words(text: str) -> str:
    return re.sub(r"\x1b\[[\d;?]*[A-Za-z]", "", text)


def test_a_long_run_says_its_stage_and_takes_the_line_away() -> None:
    text = shown(AtOnce, "reading facts", "sum-mismatch (rule 3 of 40)")
    assert "factlint: sum-mismatch (rule 3 of 40) …" in words(text)
    assert text.startswith(HIDES)
    assert SHOWS in text
    assert text.rindex(ERASES) > text.rindex("sum-mismatch")


def test_a_short_run_says_nothing() -> None:
    assert shown(Never, "reading facts") == ""


def test_a_quiet_run_says_nothing() -> None:
    assert shown(AtOnce, "reading facts", quiet=True) == ""


def test_what_is_no_terminal_gets_nothing() -> None:
    stream = io.StringIO()
    with progress(stream=stream, timer=AtOnce) as stage:
        stage("reading facts")
    assert stream.getvalue() == ""


def test_a_terminal_that_cannot_move_back_gets_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    assert shown(AtOnce, "reading facts") == ""


def test_no_color_has_the_words_without_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    text = shown(AtOnce, "reading facts")
    assert "factlint: reading facts …" in words(text)
    assert not re.search(r"\x1b\[(?:\d;)*3\dm", text)


def test_the_name_of_a_rule_is_text() -> None:
    text = shown(AtOnce, "[bold]x[/bold] \x1b[31m\u202e")
    assert "[bold]x[/bold]" in words(text)
    assert "\x1b[31m" not in text
    assert "\u202e" not in text


def test_a_run_that_breaks_takes_the_line_away_too() -> None:
    terminal = Terminal()

    def broken() -> None:
        with progress(stream=terminal.stream, timer=AtOnce) as stage:
            stage("reading facts")
            raise KeyError

    with pytest.raises(KeyError):
        broken()
    assert SHOWS in terminal.shown()


def test_the_stages_are_reading_validating_and_each_rule(project: Callable[[str], Settings]) -> None:
    from factlint.engine.check import check
    from factlint.rules import RULES

    stages: list[str] = []
    check(project("== facts/a.yaml\nsource: {title: A}\nfacts: []\n"), RULES[:2], (), stages.append)
    assert stages == [
        "reading facts and articles",
        "validating tables",
        f"{RULES[0].name} (rule 1 of 2)",
        f"{RULES[1].name} (rule 2 of 2)",
    ]


def test_check_writes_no_progress_where_standard_error_is_no_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unpack("== facts/a.yaml\nsource: {title: A}\nfacts: []\n", tmp_path)
    monkeypatch.setattr("factlint.commands.progress.AFTER", 0.0)
    assert CliRunner().invoke(main, ["check", str(tmp_path)]).stderr == ""
