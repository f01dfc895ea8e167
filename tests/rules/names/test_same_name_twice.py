from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.rules.names.same_name_twice import SameNameTwice
from factlint.rules.names.traditions import keys

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Finding

    Named = Callable[..., tuple[Finding, ...]]

ONE_NAME = [
    ("Zakir Hasanov", "Zakir Həsənov"),
    ("Zakir Hasanov", "Həsənov Zakir"),
    ("Zakir Hasanov", "Закир Гасанов"),
    ("Ilham Aliyev", "İlham Əliyev"),
    ("Ilham Aliyev", "Ильхам Алиев"),
    ("Ali Naghiyev", "Əli Nağıyev"),
    ("Elchin Guliyev", "Elçin Quliyev"),
    ("Elkhan Suleymanov", "Elxan Süleymanov"),
    ("Haji Aliyev", "Hacı Əliyev"),
    ("Jeyhun Bayramov", "Ceyhun Bayramov"),
    ("Heydar Aliyev", "Гейдар Алиев"),
    ("Karim Veliyev", "Karim Valiyev"),
    ("Ramil Mamedov", "Ramil Mammadov"),
    ("Nawaz Sharif", "Nawaz Şərif"),
]
TWO_NAMES = [
    ("Rashad Mammadov", "Rashid Mammadov"),
    ("Ilham Aliyev", "Ilham Aliyeva"),
    ("Ilham Aliyev", "Heydar Aliyev"),
    ("Zakir Hashimov", "Zakir Hasimov"),
    ("Zakir Hasanov", "Zakir Huseynov"),
    ("Anar Aliyev", "Aynur Aliyev"),
    ("Hasanov", "Zakir Hasanov"),
    ("Hasanov", "Hasanov"),
    ("Z. Hasanov", "Z. Hasanov"),
    ("Z. Hasanov", "Zakir Hasanov"),
    ("Gerry Smith", "Garry Smith"),
    ("Cody Miller", "Jody Miller"),
    ("John Smith", "John Smith Jr"),
    ("Imran Khan", "Kamran Khan"),
    ("—", "—"),
]


@pytest.mark.parametrize(("one", "other"), ONE_NAME)
def test_it_finds_one_name_in_two_spellings(one: str, other: str, named: Named) -> None:
    (finding,) = named(SameNameTwice, (f'p1: {{name: "{one}"}}', f'p2: {{name: "{other}"}}'))
    assert (finding.anchor, finding.facts, finding.severity) == ("registry/people#p2@name", (), "warning")
    assert finding.message.startswith("p1 and p2 have one name in two spellings")


@pytest.mark.parametrize(("one", "other"), TWO_NAMES)
def test_it_is_silent_about_other_names(one: str, other: str, named: Named) -> None:
    assert named(SameNameTwice, (f'p1: {{name: "{one}"}}', f'p2: {{name: "{other}"}}')) == ()
    assert keys(one).isdisjoint(keys(other))


SILENT = {
    "told apart by the first": ("p1: {name: Ali Khan, distinct_from: [p2]}", "p2: {name: Ali Khan}"),
    "told apart by the second": ("p1: {name: Ali Khan}", "p2: {name: Ali Khan, distinct_from: [p1]}"),
    "other births": ("p1: {name: Ali Khan, born: 1960}", "p2: {name: Ali Khan, born: 1961-05-05}"),
    "other deaths": ("p1: {name: Ali Khan, died: 1960}", "p2: {name: Ali Khan, died: 2001}"),
    "other countries": ("p1: {name: Ali Khan, country: pakistan}", "p2: {name: Ali Khan, country: azerbaijan}"),
    "an alias of both": (
        "p1: {name: Ilham Aliyev, aliases: [President Aliyev]}",
        "p2: {name: Heydar Aliyev, aliases: [President Aliyev]}",
    ),
    "relatives under one title": (
        "p1: {name: Ilham Aliyev, aliases: [Pres. Aliyev]}",
        "p2: {name: Heydar Aliyev, aliases: [Pres. Aliev]}",
    ),
    "one person under two names": ("p1: {name: Ilham Aliyev, aliases: [İlham Əliyev, Aliyev Ilham]}",),
    "twins": ("p1: {name: Hasan Aliyev, born: 1960-05-05}", "p2: {name: Huseyn Aliyev, born: 1960-05-05}"),
}


@pytest.mark.parametrize("people", SILENT.values(), ids=SILENT)
def test_it_is_silent_about(people: tuple[str, ...], named: Named) -> None:
    assert named(SameNameTwice, people) == ()


def test_a_less_precise_birth_does_not_tell_them_apart(named: Named) -> None:
    (finding,) = named(SameNameTwice, ("p1: {name: Ali Khan, born: 1960}", "p2: {name: Ali Khan, born: 1960-05-05}"))
    assert finding.message.startswith("p1 and p2 have one name:")


def test_an_alias_of_one_may_be_the_name_of_the_other(named: Named) -> None:
    assert len(named(SameNameTwice, ("p1: {name: Robert Hill, aliases: [Bob Hill]}", "p2: {name: Bob Hill}"))) == 1


def test_three_of_one_name_are_one_finding(named: Named) -> None:
    (finding,) = named(SameNameTwice, tuple(f"p{number}: {{name: Ali Khan}}" for number in (1, 2, 3)))
    assert [spot.place.line for spot in (finding.primary, *finding.related)] == [2, 1, 3]


def test_names_that_sound_alike_and_one_day_of_birth(named: Named) -> None:
    people = ("p1: {name: Nadeem Raza, born: 1961-02-09}", "p2: {name: Nadim Raza, born: 1961-02-09}")
    (finding,) = named(SameNameTwice, people)
    assert "sound alike and were born on one day" in finding.message
    assert named(SameNameTwice, tuple(each.replace("-02-09", "") for each in people)) == ()


OFFICE = ("role: minister, person: p1, at: 2019", "role: minister, person: p2, at: 2020")


@pytest.mark.parametrize("other", ["Qamar Bajwa", "Bajwa", "Q. J. Bajwa"])
def test_part_of_a_name_with_birth_and_office(other: str, named: Named) -> None:
    people = ("p1: {name: Qamar Javed Bajwa, born: 1960-11-11}", f"p2: {{name: {other}, born: 1960-11-11}}")
    assert len(named(SameNameTwice, people, OFFICE)) == 1
    assert named(SameNameTwice, people) == ()
    assert named(SameNameTwice, (people[0], people[1].replace("-11-11", "")), OFFICE) == ()


def test_another_first_name_with_birth_and_office(named: Named) -> None:
    people = ("p1: {name: Qamar Bajwa, born: 1960-11-11}", "p2: {name: Javed Bajwa, born: 1960-11-11}")
    assert named(SameNameTwice, people, OFFICE) == ()
