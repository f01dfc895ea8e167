"""`factlint fix`: what it edits, what it leaves, and that an edited file says the same but for that."""

from __future__ import annotations

import os
import random
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from factlint.cli import main
from factlint.editing.dates import canonical, date_edits
from factlint.editing.edits import Cut, Edit, Kind, Put, content, holds, proved
from factlint.editing.fixes import Known, fixed
from factlint.editing.source import Source
from factlint.reading import date as dates
from factlint.reading import yaml
from factlint.testing import unpack

if TYPE_CHECKING:
    from factlint.editing.edits import Content

ROOT = Path(__file__).parents[2]
REGISTRY = """
== facts/registry/events.yaml
meeting: {name: Baku meeting}
== facts/registry/measures.yaml
exports: {name: exports, kind: flow, unit: USD}
== facts/registry/places.yaml
azerbaijan: {name: Azerbaijan}
"""


def call(*arguments: str | Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["fix", *map(str, arguments)], catch_exceptions=False)
    return result.exit_code, result.stdout, result.stderr


def project(folder: Path, facts: str) -> Path:
    """A project whose facts/a.yaml is exactly this text; gives that file."""
    unpack(REGISTRY, folder)
    page = folder / "facts" / "a.yaml"
    page.write_bytes(facts.encode())
    return page


def fix(folder: Path, facts: str) -> str:
    page = project(folder, facts)
    assert call(folder)[0] == 0
    return page.read_bytes().decode()


def in_memory(text: str, known: Known = Known(), ref: str = "a") -> str:  # noqa: B008 - it never changes
    source = Source.of(text.encode())
    assert source is not None
    return fixed(source, ref, known).data.decode()


def test_our_own_corpus_has_nothing_to_fix() -> None:
    assert call(ROOT, "--diff") == (0, "", "nothing to fix\n")


# Ids


def test_a_fact_without_an_id_gets_one_of_its_words(tmp_path: Path) -> None:
    page = (
        "source: {title: A}\nfacts:\n"
        "  # before\n  - figure: exports  # beside\n    of: Azerbaijan\n"
        "    period: first quarter of 2021\n    value: $3\n"
        "  -   {event: meeting, date: 2020-11-10}\n"
    )
    assert fix(tmp_path, page) == (
        "source: {title: A}\nfacts:\n"
        "  # before\n  - id: exports-azerbaijan-2021-q1\n    figure: exports  # beside\n    of: Azerbaijan\n"
        "    period: 2021-Q1\n    value: $3\n"
        "  -   {id: meeting-2020-11-10, event: meeting, date: 2020-11-10}\n"
    )


def test_an_id_is_new_in_its_file_and_to_all_that_speaks_of_one(tmp_path: Path) -> None:
    facts = "  - {event: meeting}\n" * 3
    page = project(tmp_path, f"source: {{title: A}}\nfacts:\n  - {{id: meeting, event: meeting}}\n{facts}")
    other = tmp_path / "facts" / "b.yaml"
    other.write_text("source: {title: B}\nfacts:\n  - {id: x, event: meeting, supersedes: a#meeting-2}\n", "utf-8")
    assert call(page)[0] == 0
    ids = [line.partition("id: ")[2].partition(",")[0] for line in page.read_text("utf-8").splitlines()[2:]]
    assert ids == ["meeting", "meeting-3", "meeting-4", "meeting-5"]


@pytest.mark.parametrize(
    ("fact", "fact_id"),
    [
        ("{role: Mayor of Şəki, person: Əli Ömərov}", "eli-omerov-mayor-of-seki"),
        ("{relation: borders, subject: Iran, object: Iraq}", "iran-borders-iraq"),
        ("{event: '...'}", "event"),
        (f"{{event: {'word ' * 40}}}", "-".join(["word"] * 12)),
        (f"{{event: {'x' * 200}}}", "x" * 60),
    ],
)
def test_an_id_is_short_and_in_latin_letters(fact: str, fact_id: str) -> None:
    assert f"{{id: {fact_id}, " in in_memory(f"facts:\n  - {fact}\n")


@pytest.mark.parametrize("fact", ["{quote: words}", "{event: a, role: b}", "{id: '', event: a}", "text", "{}"])
def test_a_fact_whose_id_or_kind_is_for_the_curator_is_left(fact: str) -> None:
    assert in_memory(f"facts:\n  - {fact}\n") == f"facts:\n  - {fact}\n"


# Dates


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("10 November 2020", "2020-11-10"),
        ("November 10, 2020", "2020-11-10"),
        ("Nov. 2020", "2020-11"),
        ("first quarter of 2021", "2021-Q1"),
        ("first half of 2021", "2021-H1"),
        ("2021-q1", "2021-Q1"),
        ("autumn 2020", "2020-autumn"),
        ("winter 2020", "2020-winter"),
        ("about 2014", "2014~"),
        ("27 September–10 November 2020", "2020-09-27/2020-11-10"),
        ("from 2018 to 2020", "2018/2020"),
        ("10 November 2020/..", "2020-11-10/.."),
        ("../Nov. 2020", "../2020-11"),
        ("first nine months of 2021", None),
        ("the 2010s", None),
        ("2020-11-10", None),
        ("2014?", None),
        ("[2020-09..2020-11]", None),
        ("2021-6-3", None),
        ("03.04.2021", None),
        ("someday", None),
    ],
)
def test_a_date_in_words_has_one_form_in_figures(written: str, form: str | None) -> None:
    assert canonical(written) == form


@given(
    st.dates(),
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%b. %d, %Y", "%B %Y"]),
    st.sampled_from(["gregorian", "julian"]),
)
def test_the_form_in_figures_stands_for_the_same_days(day: object, pattern: str, calendar: str) -> None:
    written = format(day, pattern)
    try:
        meant = dates.read(written, calendar=calendar)
    except dates.DateError:
        return
    form = canonical(written, calendar)
    assert form is not None
    found = dates.read(form, calendar=calendar)
    assert (found.begins, found.ends, found.period) == (meant.begins, meant.ends, meant.period)
    assert canonical(form, calendar) is None


def test_dates_are_edited_wherever_the_language_has_one_and_nowhere_else() -> None:
    page = (
        "source: {title: 10 November 2020, retrieved: '10 November 2020'}\npublished: \"10 November 2020\"  # so\n"
        "facts:\n  - id: a\n    event: 10 November 2020\n    date: 10 November 2020\n    calendar: julian\n"
        "    quote: 10 November 2020\n    note: 10 November 2020\n"
        "    accept: [{rule: x, because: 10 November 2020, until: 10 November 2020}]\n"
    )
    new = in_memory(page)
    assert new.count("2020-11-10") == 4
    assert new == (
        page.replace("retrieved: '10 November 2020'", "retrieved: '2020-11-10'")
        .replace('published: "10 November 2020"', 'published: "2020-11-10"')
        .replace(" date: 10 November 2020", " date: 2020-11-10")
        .replace("until: 10 November 2020", "until: 2020-11-10")
    )


def test_registry_files_get_dates_and_layout_and_no_ids() -> None:
    assert in_memory("a: {born: May 1, 1960}", ref="registry/people") == "a: {born: May 1, 1960}\n"
    assert in_memory("a: {born: 'May 1, 1960'} ", ref="registry/people") == "a: {born: '1960-05-01'}\n"


# Accepted contradictions

HEAD = "source: {title: A}\nfacts:\n"
UNUSED = "{rule: figure-differs, because: gold}"
USED = "{rule: event-dates-differ, because: two calendars}"
OTHER = "  - {id: other, event: meeting, date: 2020-11-11}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"    accept: [{UNUSED}]  # gone\n    date: 2020-11-10\n", "    date: 2020-11-10\n"),
        (f"    date: 2020-11-10\n    accept: {UNUSED}\n", "    date: 2020-11-10\n"),
        (f"    date: 2020-11-10\n    accept: [{UNUSED}, {USED}]\n", f"    date: 2020-11-10\n    accept: [{USED}]\n"),
        (f"    date: 2020-11-10\n    accept: [{USED}, {UNUSED}]\n", f"    date: 2020-11-10\n    accept: [{USED}]\n"),
        (
            f"    date: 2020-11-10\n    accept: [{UNUSED}, {USED}, {UNUSED}, {UNUSED}]\n",
            f"    date: 2020-11-10\n    accept: [{USED}]\n",
        ),
        (
            (
                f"    accept:\n      # kept\n      - rule: figure-differs\n        because: >-\n          gold\n"
                f"      - {USED}  # kept too\n    date: 2020-11-10\n"
            ),
            f"    accept:\n      # kept\n      - {USED}  # kept too\n    date: 2020-11-10\n",
        ),
        (
            f"    accept:\n      - {UNUSED}\n      - {UNUSED}\n    # kept\n    date: 2020-11-10\n",
            "    # kept\n    date: 2020-11-10\n",
        ),
    ],
)
def test_an_unused_accept_goes_with_its_lines_or_up_to_its_neighbour(before: str, after: str, tmp_path: Path) -> None:
    page = f"{HEAD}{OTHER}  - id: a\n    event: meeting\n"
    assert fix(tmp_path, page + before) == page + after


def test_an_accept_that_begins_its_fact_gives_the_place_to_the_next_key(tmp_path: Path) -> None:
    page = f"{HEAD}  - accept: [{UNUSED}]\n    id: a\n    event: meeting\n"
    assert fix(tmp_path, page) == f"{HEAD}  - id: a\n    event: meeting\n"
    page = f"{HEAD}  - {{id: a, event: meeting, accept: [{UNUSED}]}}\n"
    assert fix(tmp_path, page) == f"{HEAD}  - {{id: a, event: meeting}}\n"


def test_an_accept_that_cannot_be_taken_out_alone_is_left(tmp_path: Path) -> None:
    page = (
        f"{HEAD}  - id: a\n    event: meeting\n    accept:\n      -\n        rule: figure-differs\n        because: b\n"
    )
    page += f"      - {UNUSED}\n      - {USED}\n    date: 2020-11-10\n{OTHER}"
    assert fix(tmp_path, page) == page.replace(f"      - {UNUSED}\n", "")


def test_accepts_stay_while_a_fact_cannot_be_read_for_it_may_need_them(tmp_path: Path) -> None:
    page = project(tmp_path, f"{HEAD}  - {{id: a, event: meeting, accept: [{UNUSED}]}}\n")
    (tmp_path / "facts" / "b.yaml").write_text(f"{HEAD}  - {{id: b, event: nobody knows}}\n", "utf-8")
    before = page.read_bytes()
    status, _, said = call(tmp_path)
    assert (status, page.read_bytes()) == (0, before)
    assert "left alone" in said


# Layout


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("facts: []", "facts: []\n"),
        ("facts: []  \n\n \n", "facts: []\n"),
        ("facts: []\r\n\r\n", "facts: []\r\n"),
        ("# a  \r\nfacts: []", "# a\r\nfacts: []\r\n"),
        ("title: |\n  a  \n  b\nfacts: []  \n", "title: |\n  a  \n  b\nfacts: []\n"),
        ("facts: []\ntitle: |+\n  a\n\n\n", "facts: []\ntitle: |+\n  a\n\n\n"),
        ("facts: []\ntitle: |\n  a", "facts: []\ntitle: |\n  a"),
        ("facts: []\ntitle: 'a  \n  b'  \n", "facts: []\ntitle: 'a  \n  b'\n"),
        ("", ""),
        ("\ufefffacts: [] \n", "\ufefffacts: []\n"),
    ],
)
def test_blanks_go_where_they_say_nothing(before: str, after: str) -> None:
    assert in_memory(before) == after


# Nothing else

START = "published: June 3, 2021\nfacts:\n  - {id: first, event: meeting}\n"
BLOCKS = st.lists(
    st.sampled_from(
        [
            "  - figure: exports\n    of: azerbaijan\n    period: 2020\n    value: $3.2 million  \n",
            "  - {event: meeting, date: 10 November 2020}\n",
            '  -  # odd\n     event: meeting\n     date: "May 2020"\n     note: |\n       keeps  \n       this\n',
            f"  - id: a\n    accept: [{UNUSED}, {USED}]\n    event: meeting\n",
            f"  - accept:\n      - {UNUSED}  # beside\n      # between\n      - rule: y\n    event: meeting\n",
            f"  - event: meeting\n    accept:\n      - {UNUSED}  # beside\n      # between\n      - rule: y\n",
            "  - ? event\n    : meeting\n    date: 'winter 2020'\n",
            "  - event: >-\n      meeting\n      two\n    who: [a,\n      b]   \n",
            "\n  # a comment  \n",
            "  - relation: borders\n    subject: \"\\u0041\"\n    object: 'it''s'\n    since: about 2014\n",
        ]
    ),
    min_size=1,
    max_size=7,
)


@settings(deadline=None)
@given(BLOCKS, st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "\n\n", "  "]), st.integers(0, 2**32))
def test_an_edited_file_says_the_same_but_for_ids_dates_and_accepts(
    blocks: list[str], eol: str, end: str, seed: int
) -> None:
    text = (START + "".join(blocks) + end).replace("\n", eol)
    source = Source.of(text.encode())
    if source is None:
        return
    dice = random.Random(seed)
    places = [item.span[:2] for fact in _facts(source) for item in getattr(fact.get("accept"), "items", ())]
    unused = frozenset(place for place in places if dice.random() < 0.6)
    once = fixed(source, "a", Known(frozenset({"meeting"}), unused))
    again = Source.of(once.data)
    assert again is not None
    assert _core(content(again.document.root)) == _core(content(source.document.root))
    assert fixed(again, "a", Known(frozenset({"meeting"}))).data == once.data
    assert eol == "\n" or b"\n" not in once.data.replace(b"\r\n", b"")
    comments = [line.strip() for line in text.splitlines() if line.strip().startswith("#")]
    assert [line.strip() for line in once.data.decode().splitlines() if line.strip().startswith("#")] == comments


DAMAGE = ("  \n", "#", '"', "'", "{", "- ", "\x85", ": ", "|", "é", "\r")
PAGES = sorted((ROOT / "facts").rglob("*.yaml"))


@settings(deadline=None)
@given(
    st.sampled_from(PAGES),
    st.lists(st.tuples(st.floats(0, 1), st.sampled_from(DAMAGE)), max_size=4),
    st.booleans(),
)
def test_our_own_files_without_ids_and_with_any_damage_keep_what_they_say(
    page: Path, damage: list[tuple[float, str]], crlf: bool
) -> None:
    text = re.sub(r"- id: \S+\n    ", "- ", page.read_text("utf-8"))
    for where, what in damage:
        at = int(where * len(text))
        text = text[:at] + what + text[at:]
    source = Source.of((text.replace("\n", "\r\n") if crlf else text).encode())
    if source is None:
        return
    ref = page.relative_to(ROOT / "facts").with_suffix("").as_posix()
    once = fixed(source, ref, Known())
    again = Source.of(once.data)
    assert again is not None
    assert _undated(content(again.document.root)) == _undated(content(source.document.root))
    assert fixed(again, ref, Known()).data == once.data


def _facts(source: Source) -> list[yaml.Mapping]:
    assert isinstance(source.document.root, yaml.Mapping)
    found = source.document.root.get("facts")
    assert isinstance(found, yaml.Sequence)
    return [fact for fact in found.items if isinstance(fact, yaml.Mapping)]


def _undated(whole: Content) -> Content:
    """The content without ids, and every date as its form in figures."""
    if isinstance(whole, dict):
        return {key: _undated(value) for key, value in whole.items() if key != "id"}
    return [_undated(item) for item in whole] if isinstance(whole, list) else canonical(whole) or whole


def _core(whole: Content) -> list[Content]:
    """What no fix may touch."""
    assert isinstance(whole, dict)
    facts = whole["facts"]
    assert isinstance(facts, list)
    dated = {"id", "date", "since", "accept"}
    return [{key: value for key, value in fact.items() if key not in dated} for fact in facts if isinstance(fact, dict)]


def test_an_edit_that_would_change_anything_else_is_not_made() -> None:
    source = Source.of(b"a: one\nb: two\nc: three\n")
    assert source is not None
    good = Edit(Kind.DATE, (Cut(3, 6, "1"),), (Put(("a",), "1"),))
    silent = Edit(Kind.DATE, (Cut(10, 13, "2"),))
    breaking = Edit(Kind.DATE, (Cut(17, 22, "[3"),), (Put(("c",), "[3"),))
    assert proved(source, [good, silent, breaking]) == [good]


# The command


def test_diff_writes_nothing_and_says_so_by_its_status(tmp_path: Path) -> None:
    page = project(tmp_path, "published: May 2020\nfacts: []\n")
    status, text, _ = call(tmp_path, "--diff")
    assert status == 1
    assert text == (
        "--- a/facts/a.yaml\n+++ b/facts/a.yaml\n@@ -1,2 +1,2 @@\n"
        "-published: May 2020\n+published: 2020-05\n facts: []\n"
    )
    assert page.read_text("utf-8") == "published: May 2020\nfacts: []\n"
    assert call(tmp_path) == (0, "facts/a.yaml: 1 date\n", "")
    assert call(tmp_path, "--diff")[0] == 0


def test_only_the_paths_that_are_named_are_edited(tmp_path: Path) -> None:
    page = project(tmp_path, "facts: []  \n")
    places = tmp_path / "facts" / "registry" / "places.yaml"
    places.write_bytes(b"azerbaijan: {name: Azerbaijan}  \n")
    assert call(tmp_path / "facts" / "registry") == (0, "facts/registry/places.yaml: 1 blank\n", "")
    assert page.read_bytes() == b"facts: []  \n"
    assert call(tmp_path / "nowhere")[0] == 2


@pytest.mark.parametrize("data", [b"facts: [  \n", b"a: \xff  \n", b"a: 1  \na: 2\n", b"a:\t1  \n", b"a: &x 1  \n"])
def test_a_file_that_cannot_be_read_is_left_alone_and_said_to_be(data: bytes, tmp_path: Path) -> None:
    page = project(tmp_path, "")
    page.write_bytes(data)
    status, _, said = call(tmp_path)
    assert (status, page.read_bytes()) == (0, data)
    assert "facts/a.yaml is left alone" in said


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    page = project(tmp_path, "")
    real = tmp_path / "real.yaml"
    real.write_bytes(b"facts: []  \n")
    page.unlink()
    page.symlink_to(real)
    call(tmp_path)
    assert (page.is_symlink(), real.read_bytes()) == (True, b"facts: []\n")


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = project(tmp_path, "facts: []  \n")

    def fails(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fdopen", fails)
    status, _, said = call(page)
    assert (status, page.read_bytes()) == (2, b"facts: []  \n")
    assert "No space left" in said
    assert sorted(path.name for path in page.parent.iterdir()) == ["a.yaml", "registry"]


def test_hostile_text_stays_text_in_a_diff(tmp_path: Path) -> None:
    project(tmp_path, "title: \u202eevil  \nfacts: []\n")
    text = call(tmp_path, "--diff")[1]
    assert "evil" in text
    assert "\u202e" not in text


def test_one_bad_edit_among_many_costs_few_readings(monkeypatch: pytest.MonkeyPatch) -> None:
    page = "facts:\n" + "".join(f"  - {{event: meeting, date: {day + 1} May 2020}}\n" for day in range(31)) * 8
    source = Source.of(page.encode())
    assert source is not None
    good = list(date_edits(source, "a"))
    bad = Edit(Kind.DATE, (Cut(0, 5, "fact"),))
    read = []

    def counted(found: Source, edits: list[Edit]) -> bool:
        read.append(len(edits))
        return holds(found, edits)

    monkeypatch.setattr("factlint.editing.edits.holds", counted)
    assert proved(source, [*good[:100], bad, *good[100:]]) == good
    assert len(good) == 248
    assert len(read) < 40


def test_many_facts_of_the_same_words_are_numbered() -> None:
    new = in_memory("facts:\n" + "  - {event: meeting}\n" * 2000)
    assert new.count("{id: meeting") == 2000
    assert "{id: meeting-2000, event: meeting}" in new
