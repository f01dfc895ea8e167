from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.corpus import load_corpus
from factlint.engine.check import findings_of
from factlint.rules.upkeep.unverifiable_source import UnverifiableSource

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.corpus import Settings

FACTS = "facts:\n  - {id: a, event: talks, quote: They met}\n  - {id: b, event: talks, quote: They met again}\n"


@pytest.mark.parametrize(
    ("head", "facts", "missing"),
    [
        ("source: {title: A report}", FACTS, "url and retrieved are missing"),
        ("source: {title: A report, retrieved: 2021-06-24}", FACTS, "url is missing"),
        ("source: {title: A report, url: u}", FACTS, "retrieved is missing"),
        ("source: {title: A report, url: u, retrieved: 2021-06-24}", FACTS, None),
        ("source: {title: A report}", "facts: []\n", None),
        ("source: {title: A report}", "facts:\n  - {id: a, event: talks}\n", None),
        ("article: a.txt", FACTS, None),
    ],
)
def test_one_note_for_a_source_that_nobody_could_look_up(
    head: str, facts: str, missing: str | None, project: Callable[[str], Settings]
) -> None:
    text = "== seeds/a.txt\nThey met. They met again.\n== facts/registry/events.yaml\ntalks: {name: talks}\n"
    corpus = load_corpus(project(f"{text}== facts/a.yaml\n{head}\n{facts}"))
    found = findings_of(UnverifiableSource, corpus)
    assert [missing in finding.message for finding in found if missing] == ([True] if missing else [])
    assert len(found) == (missing is not None)
    assert all((finding.anchor, finding.severity) == ("a@source", "note") for finding in found)
