"""Articles are read from below seeds/ and from nowhere else; whatever else is asked for is refused in a sentence."""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factlint.reading.article import Article, ArticleError, open_article

OWN_SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    (folder / "2021").mkdir(parents=True)
    (folder / "baku.txt").write_bytes("Bakı: “44-day”\r\n".encode())
    (folder / "2021" / "june.txt").write_text("June", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    return folder


def refusal(seeds: Path, name: str) -> str:
    with pytest.raises(ArticleError) as caught:
        open_article(seeds, name)
    assert caught.value.message == str(caught.value)
    assert "\n" not in caught.value.message
    assert str(seeds.parent) not in caught.value.message
    return caught.value.message


def test_an_article_is_its_text_unchanged_and_the_digest_of_its_bytes(seeds: Path) -> None:
    data = (seeds / "baku.txt").read_bytes()
    assert open_article(seeds, "baku.txt") == Article(
        "baku.txt", "Bakı: “44-day”\r\n", hashlib.sha256(data).hexdigest()
    )


def test_an_article_may_lie_deeper_and_has_one_name(seeds: Path) -> None:
    assert open_article(seeds, "2021/june.txt").name == "2021/june.txt"
    assert open_article(seeds, "./2021//june.txt").name == "2021/june.txt"


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("", "empty"),
        ("  ", "empty"),
        (".", "empty"),
        ("/etc/passwd", "absolute path"),
        ("//host/share", "absolute path"),
        ("C:/baku.txt", "absolute path"),
        ("c:baku.txt", "absolute path"),
        ("..", "leaves seeds/"),
        ("../secret.txt", "leaves seeds/"),
        ("2021/../baku.txt", "leaves seeds/"),
        ("2021\\june.txt", "backslash"),
        ("baku.txt\0", "unprintable"),
        ("ba\nku.txt", "unprintable"),
        ("\ud800.txt", "unprintable"),
        ("2021", "is not a file"),
        ("baku.txt/deeper", "cannot be opened"),
        ("a" * 5000, "cannot be opened"),
        ("a/" * 5000, "there is no article"),
    ],
)
def test_a_name_that_is_no_file_below_seeds_is_refused(seeds: Path, name: str, reason: str) -> None:
    assert reason in refusal(seeds, name)


def test_a_missing_article_names_the_nearest(seeds: Path) -> None:
    assert refusal(seeds, "bakku.txt").endswith("did you mean baku.txt?")
    assert "2021/june.txt" in refusal(seeds, "june.txt")
    assert refusal(seeds, "zzz").endswith("put the article under seeds/")


def test_missing_seeds_are_named(tmp_path: Path) -> None:
    assert "there is no folder seeds/" in refusal(tmp_path / "seeds", "baku.txt")


@pytest.mark.parametrize("target", ["../secret.txt", "..", "/etc"])
def test_a_symbolic_link_that_leaves_seeds_is_refused(seeds: Path, target: str) -> None:
    (seeds / "link").symlink_to(target)
    name = "link" if target.endswith("txt") else "link/secret.txt" if target == ".." else "link/passwd"
    assert "symbolic link that leaves seeds/" in refusal(seeds, name)


def test_a_symbolic_link_that_stays_is_followed(seeds: Path) -> None:
    (seeds / "latest").symlink_to("2021/june.txt")
    assert open_article(seeds, "latest").text == "June"


def test_seeds_may_itself_be_a_link(seeds: Path) -> None:
    (seeds.parent / "linked").symlink_to(seeds)
    assert open_article(seeds.parent / "linked", "baku.txt").name == "baku.txt"


def test_links_in_a_circle_are_refused(seeds: Path) -> None:
    (seeds / "one").symlink_to("two")
    (seeds / "two").symlink_to("one")
    assert "cannot be opened" in refusal(seeds, "one")


def test_a_pipe_is_refused_and_not_waited_for(seeds: Path) -> None:
    os.mkfifo(seeds / "pipe")
    assert "is not a file" in refusal(seeds, "pipe")


def test_bytes_that_are_not_utf_8_are_named_with_their_offset(seeds: Path) -> None:
    (seeds / "latin.txt").write_bytes(b"caf\xe9 noir")
    assert "byte 0xe9 at offset 3" in refusal(seeds, "latin.txt")


def test_the_largest_article_has_8_mib(seeds: Path) -> None:
    largest = 8 << 20
    (seeds / "large.txt").write_bytes(b"a" * largest)
    assert len(open_article(seeds, "large.txt").text) == largest
    (seeds / "large.txt").write_bytes(b"a" * (largest + 1))
    assert "larger than 8 MiB" in refusal(seeds, "large.txt")


def test_an_article_with_a_byte_order_mark_keeps_its_offsets(seeds: Path) -> None:
    (seeds / "bom.txt").write_bytes(b"\xef\xbb\xbfBaku")
    assert open_article(seeds, "bom.txt").text == "\ufeffBaku"


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(), st.text(alphabet="./\\:~abku.txt2021")))
def test_any_name_opens_an_article_or_is_refused(seeds: Path, name: str) -> None:
    opened = ""
    with contextlib.suppress(ArticleError):
        opened = open_article(seeds, name).name
    assert opened in {"", "baku.txt", "2021/june.txt"}


def test_the_own_articles_are_read() -> None:
    names = sorted(path.name for path in OWN_SEEDS.iterdir())
    assert len(names) == 5
    assert all(open_article(OWN_SEEDS, name).text for name in names)
