"""The files of the cache: damaged, foreign, old, in the way, written by two at once, and never too many."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factlint.cache.folder import is_tagged, make, prune, read_parts
from factlint.cache.sealed import MARK, digest, packed, sealed, unsealed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from .conftest import Run

parts = st.lists(st.binary(max_size=20), max_size=5)


@given(parts)
def test_sealed_parts_are_read_as_they_were(given_parts: list[bytes]) -> None:
    assert unsealed(sealed(given_parts)) == given_parts


@given(parts, st.data())
def test_any_changed_or_missing_byte_is_seen(given_parts: list[bytes], data: st.DataObject) -> None:
    whole = sealed(given_parts)
    at = data.draw(st.integers(0, len(whole) - 1))
    other = data.draw(st.integers(1, 255))
    assert unsealed(whole[:at] + bytes([whole[at] ^ other]) + whole[at + 1 :]) is None
    assert unsealed(whole[:at]) is None
    assert unsealed(whole + b"0:,") is None


@given(st.text("0123:,a", max_size=12).map(str.encode))
def test_any_bytes_under_a_right_seal_are_netstrings_or_nothing(content: bytes) -> None:
    read = unsealed(MARK + digest(content).encode() + b"\n" + content)
    # a length may begin with zeros
    assert read is None or packed(read) == content or (b"0" in content and len(packed(read)) < len(content))


ANSWERS: tuple[list[bytes], ...] = (
    [],
    [b"0"],
    [b"7", b""],
    [b"0", b"", b"1"],
    [b"0", b"", b"3", b"no such stream"],
    [b"0", b"", b"=/not/asked/for.txt", b"no"],
    [b"0", b"", b"=", b"no"],
)


@pytest.mark.parametrize("name", ["stamp", "index", "answers"])
@pytest.mark.parametrize(
    "spoil",
    [
        lambda content: content[:-1],
        lambda _: b"",
        lambda content: content.replace(b"cache 1", b"cache 0", 1),
        lambda content: content[:60] + b"?" + content[61:],
        lambda _: b"\x80\x04K*.",
        *[lambda _, answer=answer: sealed(answer) for answer in ANSWERS],
        lambda _: sealed([json.dumps(["no mapping"]).encode()]),
        lambda _: sealed([json.dumps({"facts/a.yaml": 3}).encode()]),
        lambda _: sealed([b"[" * 100_000]),
        lambda _: sealed([b"\xff", b"\xff", b"\xff"]),
    ],
)
def test_a_spoilt_file_is_ignored_and_made_anew(
    name: str, spoil: Callable[[bytes], bytes], run: Callable[..., Run], kept: Path, here: Path
) -> None:
    (here / "pyproject.toml").write_text('[tool.factlint]\nselect = ["quote-not-in-article"]\n', "utf-8")
    first = run("check")
    for path in [each for each in kept.rglob("*") if each.is_file() and name in each.relative_to(kept).as_posix()]:
        path.write_bytes(spoil(path.read_bytes()))
    assert run("check").output == first.output
    assert run("check") == (*first.output, True)


def test_where_no_cache_can_be_made_the_answer_is_the_same(
    run: Callable[..., Run], kept: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run("check")
    in_the_way = here / "in-the-way"
    in_the_way.write_text("a file", "utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(in_the_way))
    assert [run("check"), run("check")] == [first, first]
    assert in_the_way.read_text("utf-8") == "a file"
    assert kept.is_dir()


def test_a_cache_that_cannot_be_written_to_any_more_still_answers(
    run: Callable[..., Run], kept: Path, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run("check")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("factlint.cache.contents.write_parts", refuse)
    monkeypatch.setattr("factlint.cache.question.write_parts", refuse)
    for path in here.rglob("*.yaml"):
        path.touch()
    assert run("check") == (*first.output, True)
    assert kept.is_dir()


def test_a_folder_with_other_files_is_never_made_a_cache(run: Callable[..., Run], kept: Path, here: Path) -> None:
    with (here / "pyproject.toml").open("a", encoding="utf-8") as stream:
        stream.write('cache-dir = "mine"\n')
    (here / "mine").mkdir()
    (here / "mine" / "thesis.txt").write_text("mine", "utf-8")
    assert run("check") == run("check")
    assert [path.name for path in (here / "mine").iterdir()] == ["thesis.txt"]
    (here / "mine" / "thesis.txt").unlink()
    run("check")
    assert run("check").answered
    assert is_tagged(str(here / "mine"))
    assert (here / "mine" / ".gitignore").read_text("utf-8") == "*\n"
    assert not kept.exists()


def test_the_oldest_answers_go(tmp_path: Path) -> None:
    for number in range(30):
        (tmp_path / f"{number}").write_bytes(b"an answer")
        os.utime(tmp_path / f"{number}", ns=(number, number))
    prune(str(tmp_path))
    assert {int(path.name) for path in tmp_path.iterdir()} == set(range(10, 30))


def test_large_answers_leave_room_for_the_newest(tmp_path: Path) -> None:
    for number in range(3):
        with (tmp_path / f"{number}").open("wb") as stream:
            stream.truncate(40 << 20)
        os.utime(tmp_path / f"{number}", ns=(number, number))
    prune(str(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["2"]


def test_a_cache_says_that_it_is_one(tmp_path: Path) -> None:
    assert make(str(tmp_path / "new"))
    assert (tmp_path / "new" / "CACHEDIR.TAG").read_bytes().startswith(b"Signature: 8a477f597d28d172789f06886806bc55")
    assert make(str(tmp_path / "new"))


CHECK = """
import sys
sys.argv = ["factlint", "check"]
from factlint.cache import contents
from factlint.start import main
contents.MARGIN = 0  # so that what the test has just written counts as settled, however fast the run
try:
    main()
finally:
    print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""
HEAVY = {"click", "pandas", "numpy", "pandera", "yaml", "json", "re", "pathlib", "typing", "dataclasses", "hashlib"}


def test_two_at_once_and_then_an_answer_without_heavy_modules(kept: Path, here: Path) -> None:
    def start() -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, "-c", CHECK], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=here)

    first = [process.communicate() for process in (start(), start())]
    assert first[0][0] == first[1][0]
    assert b"1 error" in first[0][0]
    assert "click" in first[0][1].decode().split()
    files = [path for path in kept.rglob("*") if path.is_file() and path.parent != kept]
    assert {path.name for path in files} >= {"stamp", "index"}
    assert all(read_parts(str(path)) is not None for path in files if path.suffix != ".sqlite")
    out, modules = start().communicate()
    assert out == first[0][0]
    assert not HEAVY & set(modules.decode().split())
