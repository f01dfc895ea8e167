from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.rules.names.name_spelled_otherwise import NameSpelledOtherwise

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

    Named = Callable[..., tuple[Finding, ...]]

PEOPLE = (
    "zakir-hasanov: {name: Zakir Hasanov, aliases: [Zakir Həsənov]}",
    "javed: {name: Qamar Javed Bajwa}",
    "zobaida: {name: Zobaida Jalal}",
    "rashid: {name: Rashid Mammadov}",
    "rashad: {name: Rashad Mammadov}",
)
SILENT = {
    "the name": ("zakir-hasanov", "Zakir Hasanov said"),
    "an alias": ("zakir-hasanov", "Zakir Həsənov said"),
    "the name with 's": ("zakir-hasanov", "Zakir Hasanov’s visit"),
    "the name in capitals": ("zakir-hasanov", "ZAKIR HASANOV"),
    "the surname": ("zakir-hasanov", "Colonel-General Hasanov said"),
    "a title before the surname": ("zakir-hasanov", "Defence Minister Hasanov"),
    "another order": ("zakir-hasanov", "Hasanov Zakir"),
    "an initial": ("zakir-hasanov", "Z. Hasanov"),
    "less of the name": ("javed", "Qamar Bajwa"),
    "another person": ("rashid", "Rashad Mammadov"),
    "the wife": ("zakir-hasanov", "Zakir Hasanova"),
    "quite another": ("zakir-hasanov", "Zakir Garalov"),
    "both spellings": ("zakir-hasanov", "Zakhir Hasanov, that is Zakir Hasanov"),
    "small letters": ("zobaida", "zubaida jalal"),
    "nobody": ("zobaida", "the minister"),
}
LOUD = {
    "another vowel": ("zobaida", "Minister Zubaida Jalal said", "Zubaida Jalal"),
    "another tradition": ("zakir-hasanov", "Закир Гасанов", "Закир Гасанов"),
    "with 's": ("zobaida", "Zubaida Jalal’s words", "Zubaida Jalal"),
    "a slip": ("zakir-hasanov", "Zakir Hasamov said", "Zakir Hasamov"),
    "letters exchanged": ("zakir-hasanov", "Zakir Hasnaov said", "Zakir Hasnaov"),
    "a middle name": ("javed", "General Qamar Jawed Bajwa", "Qamar Jawed Bajwa"),
}


@pytest.mark.parametrize(("person", "quote"), SILENT.values(), ids=SILENT)
def test_it_is_silent_about(person: str, quote: str, named: Named) -> None:
    assert named(NameSpelledOtherwise, PEOPLE, (f'role: minister, person: {person}, quote: "{quote}"',)) == ()


@pytest.mark.parametrize(("person", "quote", "words"), LOUD.values(), ids=LOUD)
def test_it_finds(person: str, quote: str, words: str, named: Named) -> None:
    (finding,) = named(NameSpelledOtherwise, PEOPLE, (f'role: minister, person: {person}, quote: "{quote}"',))
    assert repr(words) in finding.message
    assert (finding.severity, finding.anchor) == ("note", "x#f1@quote")


@pytest.mark.parametrize(
    "fact", ["event: wedding, who: [baku, zobaida]", "relation: likes, subject: baku, object: zobaida"]
)
def test_it_looks_at_all_who_are_named(fact: str, named: Named) -> None:
    assert len(named(NameSpelledOtherwise, PEOPLE, (f"{fact}, quote: Zubaida Jalal came",))) == 1


def test_one_spelling_is_one_note(named: Named) -> None:
    quotes = ("Zubaida Jalal", "Zubaida Jalal said", "Zobeida Jalal")
    found = named(
        NameSpelledOtherwise, PEOPLE, tuple(f"role: minister, person: zobaida, quote: {quote}" for quote in quotes)
    )
    assert [[spot.fact for spot in finding.related] for finding in found] == [["x#f2", None], [None]]
