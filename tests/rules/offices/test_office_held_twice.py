from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factlint.corpus import load_corpus, load_settings
from factlint.engine.check import findings_of
from factlint.findings import Finding, in_order
from factlint.rules.offices.office_held_twice import OfficeHeldTwice
from factlint.testing import unpack

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.corpus import Corpus, Settings

ROOT = Path(__file__).parents[3]
REGISTRY = """
== facts/registry/people.yaml
a: {name: Ann}
b: {name: Ben}
c: {name: Cem}
d: {name: Dan}
== facts/registry/offices.yaml
mayor: {title: Mayor}
chief: {title: Chief, seats: 1}
consul: {title: Consul, seats: 2}
member: {title: Member, seats: many}
abbot: {title: Abbot, handover_days: 30}
deputy-mayor: {title: Deputy Mayor}
"""


def found_in(corpus: Corpus) -> tuple[Finding, ...]:
    return in_order(findings_of(OfficeHeldTwice, corpus))


@pytest.fixture
def find(project: Callable[[str], Settings]) -> Callable[..., tuple[Finding, ...]]:
    """The findings among roles, each written as one flow mapping without its id; published 2020-06-15."""

    def run(*roles: str, published: str = "2020-06-15") -> tuple[Finding, ...]:
        return found_in(load_corpus(project(written(*roles, published=published))))

    return run


def written(*roles: str, published: str = "2020-06-15") -> str:
    facts = "\n".join(f"  - {{id: f{number}, {role}}}" for number, role in enumerate(roles, start=1))
    return f"{REGISTRY}== facts/x.yaml\nsource: {{title: A list}}\npublished: {published}\nfacts:\n{facts}\n"


def term(person: str, begin: str = "", end: str = "", *, role: str = "mayor", more: str = "") -> str:
    dates = (f", from: {begin}" if begin else "") + (f", until: {end}" if end else "")
    return f"role: {role}, person: {person}{dates}{more}"


def seen(person: str, at: str = "", *, role: str = "mayor", more: str = "") -> str:
    return f"role: {role}, person: {person}{f', at: {at}' if at else ''}{more}"


SILENT = {
    "terms that follow one another": (term("a", "2010-01-01", "2015-01-01"), term("b", "2015-01-02")),
    "a handover on one day": (term("a", "2010-01-01", "2015-01-01"), term("b", "2015-01-01")),
    "one day in common": (term("a", "2010-01-01", "2015-01-02"), term("b", "2015-01-01")),
    "a longer handover that the office allows": (
        term("a", "2010-01-01", "2015-01-31", role="abbot"),
        term("b", "2015-01-01", role="abbot"),
    ),
    "deputies hold another office": (term("a", "2010-01-01"), term("b", "2010-01-01", role="deputy-mayor")),
    "an acting holder beside the holder": (term("a", "2010-01-01"), seen("b", more=", acting: true")),
    "a former holder": (term("a", "2010-01-01"), seen("b", more=", former: true")),
    "a former holder whose term was over": (
        term("a", "2010-01-01", "2015-01-01", more=", former: true"),
        term("b", "2015-01-01"),
    ),
    "what is planned": (term("a", "2010-01-01"), term("b", "2012-01-01", more=", mode: planned")),
    "what is denied": (term("a", "2010-01-01"), seen("b", more=", mode: denied")),
    "what is superseded": (seen("a"), seen("b", more=", supersedes: f1")),
    "an office with many seats": tuple(seen(person, role="member") for person in "abcd"),
    "as many as there are seats": (term("a", "2010-01-01", role="consul"), term("b", "2011-01-01", role="consul")),
    "one person named often": (term("a", "2010-01-01"), seen("a"), seen("a", "2020-06-15"), term("a", "2010", "2021")),
    "an observation of some day in a year": (term("a", "2010-01-01"), seen("b", "2015")),
    "a beginning of which only the year is known": (term("a", "2010-01-01", "2015-06-01"), term("b", "2015")),
    "an end of which only the year is known": (term("a", "2010-01-01", "2015"), term("b", "2015-01-01")),
    "an approximate end": (term("a", "2010-01-01", "2015~"), term("b", "2014-05-01")),
    "an end whose beginning is unknown": (term("a", "2010-01-01", "2014-01-01"), term("b", "", "2012-01-01")),
    "observations on two days": (seen("a", "2015-03-01"), seen("b", "2015-03-02")),
    "the old holder seen as the new one begins": (seen("a", "2015-03-01"), term("b", "2015-03-01")),
    "the old holder seen on the day after": (seen("a", "2015-03-02"), term("b", "2015-03-01")),
    "the new holder seen as the old one leaves": (term("a", "2010-01-01", "2015-03-01"), seen("b", "2015-03-01")),
    "both seen on the day of a known handover": (
        seen("a", "2015-03-01"),
        seen("b", "2015-03-01"),
        term("a", "2010-01-01", "2015-03-01"),
        term("b", "2015-03-01"),
    ),
    "both seen on a day on which one may have left": (
        seen("a", "2015-03-01"),
        seen("b", "2015-03-01"),
        term("a", "", "2015-03"),
    ),
    "the new holder said to replace the old one": (seen("a"), seen("b", more=", replaces: a")),
    "the statement speaks of another day": (term("a", "2010-01-01"), seen("b", more=", asof: 2005-01-01")),
    "a term seen to last until another day": (
        term("a", "2010-01-01", more=", asof: 2012-01-01"),
        term("b", "2012-02-01"),
    ),
    "a chain of short terms": (
        term("a", "2010-01-01", "2015-01-01"),
        term("b", "2015-01-01", "2015-01-02"),
        term("c", "2015-01-02", "2015-01-03"),
        term("d", "2015-01-03"),
    ),
    "a day in office inside another's": (term("a", "2010-01-01"), term("b", "2015-01-01", "2015-01-02")),
}

LOUD = {
    "two current holders": (seen("a"), seen("b")),
    "two holders seen on one day": (seen("a", "2015-03-01"), seen("b", "2015-03-01")),
    "a holder seen within another's term": (term("a", "2010-01-01", "2016-01-01"), seen("b", "2015-03-01")),
    "a holder seen while another's term is known to last": (term("a", "2010-01-01"), seen("b", "2020-06-15")),
    "terms with two days in common": (term("a", "2010-01-01", "2015-01-03"), term("b", "2015-01-01")),
    "two who began and are in office still": (term("a", "2010-01-01"), term("b", "2012-01-01")),
    "a long term inside another": (term("a", "2010-01-01", "2016-01-01"), term("b", "2012-01-01", "2013-01-01")),
    "uncertain ends that overlap for certain": (term("a", "2010", "2016"), term("b", "2012", "2015")),
    "a stretch of observation": (term("a", "2010-01-01"), seen("b", "2012-01-01/2013-01-01")),
    "three on two seats": tuple(seen(person, role="consul") for person in "abc"),
    "a former holder whose term was not over": (
        term("a", "2010-01-01", "2015-01-01", more=", former: true"),
        term("b", "2013-01-01"),
    ),
    "a term made of two facts": (
        term("a", "2015-01-01", "2015-01-02"),
        term("a", "2015-01-02", "2015-01-03"),
        term("b", "2015-01-01", "2015-01-03"),
    ),
    "a handover that is longer than the office allows": (
        term("a", "2010-01-01", "2015-02-01", role="abbot"),
        term("b", "2015-01-01", role="abbot"),
    ),
}


@pytest.mark.parametrize("roles", SILENT.values(), ids=SILENT)
def test_it_is_silent_about(roles: tuple[str, ...], find: Callable[..., tuple[Finding, ...]]) -> None:
    assert find(*roles) == ()


@pytest.mark.parametrize("roles", LOUD.values(), ids=LOUD)
def test_it_finds(roles: tuple[str, ...], find: Callable[..., tuple[Finding, ...]]) -> None:
    (finding,) = find(*roles)
    assert finding.facts == tuple(f"x#f{number}" for number in range(1, len(roles) + 1))


@pytest.mark.parametrize("roles", LOUD.values(), ids=LOUD)
def test_a_finding_needs_every_one_of_its_facts(
    roles: tuple[str, ...], find: Callable[..., tuple[Finding, ...]]
) -> None:
    for left_out in range(len(roles)):
        assert find(*(role for number, role in enumerate(roles) if number != left_out)) == ()


def test_the_reference_contradicts_itself_once(project: Callable[[str], Settings]) -> None:
    (finding,) = found_in(load_corpus(project(REFERENCE)))
    assert finding.facts == ("reference#heydar-aliyev", "reference#ilham-aliyev")
    assert finding.suspects == finding.facts
    assert "from 31 October 2003 to 12 December 2003, for 42 days" in finding.message
    assert finding.hint is not None
    assert finding.hint.startswith("end of term copied from the day of death: Heydar Aliyev")
    assert (finding.severity, finding.anchor) == ("warning", "reference#heydar-aliyev@until")
    assert [spot.fact for spot in finding.related] == ["reference#ilham-aliyev"]


def test_another_person_in_the_office_of_elchin_guliyev_is_found(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "facts", tmp_path / "facts")
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    (known,) = found_in(load_corpus(load_settings(tmp_path)))
    assert known.facts == (
        "references/office-holders#heydar-aliyev-president",
        "references/office-holders#ilham-aliyev-president",
    )
    path = tmp_path / "facts" / "2021-06-23-azernews-naghiyev-bajwa.yaml"
    text = path.read_text("utf-8")
    fact = "  - {id: other, role: chief-of-state-border-service, person: Ali Naghiyev, quote: Ali Naghiyev}\n"
    path.write_text(f"{text.rstrip()}\n{fact}", encoding="utf-8")
    (finding,) = (each for each in found_in(load_corpus(load_settings(tmp_path))) if each.facts != known.facts)
    assert finding.severity == "warning"
    assert finding.fails
    assert "2021-06-23-azernews-naghiyev-bajwa#other" in finding.facts


def test_it_is_an_error_where_seats_are_declared_and_dates_exact(find: Callable[..., tuple[Finding, ...]]) -> None:
    def severity(*roles: str) -> str:
        return find(*roles)[0].severity

    assert severity(seen("a", role="chief"), seen("b", role="chief")) == "error"
    assert severity(term("a", "2010-01-01", role="chief"), seen("b", role="chief")) == "error"
    assert severity(term("a", "2010", role="chief"), seen("b", role="chief")) == "warning"
    assert severity(seen("a"), seen("b")) == "warning"


def test_declared_seats_are_shown(find: Callable[..., tuple[Finding, ...]]) -> None:
    (finding,) = find(*(seen(person, role="consul") for person in "abc"))
    assert [spot.message for spot in finding.related][-1] == "declared: 2 seats"
    assert finding.related[-1].place.path == "facts/registry/offices.yaml"
    assert "Ann, Ben and Cem all hold the office Consul, which has 2 seats, on 15 June 2020" in finding.message


def test_many_clashes_with_one_holder_are_one_finding(find: Callable[..., tuple[Finding, ...]]) -> None:
    days = [f"2015-03-{day:02}" for day in range(1, 29)]
    (finding,) = find(term("a", "2010-01-01"), *(seen("b", day) for day in days), seen("c", "2018-01-01"))
    assert finding.facts == ("x#f1", "x#f2")
    assert finding.suspects == ("x#f1",)
    assert [spot.fact for spot in finding.related] == ["x#f2", "x#f30"]


def test_clashes_without_a_common_holder_are_two_findings(find: Callable[..., tuple[Finding, ...]]) -> None:
    findings = find(seen("a", "2011-01-01"), seen("b", "2011-01-01"), seen("c", "2012-01-01"), seen("d", "2012-01-01"))
    assert [finding.facts for finding in findings] == [("x#f1", "x#f2"), ("x#f3", "x#f4")]


def test_who_takes_over_from_a_crowd_is_no_part_of_it(find: Callable[..., tuple[Finding, ...]]) -> None:
    (finding,) = find(
        term("a", "2010-01-01", "2015-01-01"), term("b", "2012-01-01", "2015-01-01"), term("c", "2015-01-01")
    )
    assert [spot.fact for spot in finding.related] == ["x#f2"]


def test_nobody_is_suspect_where_one_removal_is_not_enough(find: Callable[..., tuple[Finding, ...]]) -> None:
    (finding,) = find(seen("a"), seen("b"), seen("c"))
    assert (finding.facts, finding.suspects) == (("x#f1", "x#f2"), ())
    (finding,) = find(seen("a"), seen("a", "2020-06-15"), seen("b"))
    assert (finding.facts, finding.suspects) == (("x#f1", "x#f3"), ("x#f3",))


def test_it_points_at_the_dates_that_overlap(find: Callable[..., tuple[Finding, ...]]) -> None:
    (finding,) = find(term("a", "2010-01-01", "2015-01-03"), term("b", "2014-01-01"))
    assert finding.anchor == "x#f1@until"
    (finding,) = find(term("b", "2014-01-01"), term("a", "2010-01-01", "2015-01-03"))
    assert finding.anchor == "x#f1@from"
    (finding,) = find(seen("a"), seen("b", "2020-06-15"))
    assert finding.anchor == "x#f1@person"


def test_an_office_without_roles_says_nothing(find: Callable[..., tuple[Finding, ...]]) -> None:
    assert find("figure: x") == ()


def test_a_source_without_a_day_of_publication_says_nothing(project: Callable[[str], Settings]) -> None:
    text = written(seen("a"), seen("b"), term("c", "2010-01-01")).replace("published: 2020-06-15\n", "")
    assert found_in(load_corpus(project(text))) == ()


years = st.sampled_from(["2010", "2011-02", "2011-02-03", "2011-02-04", "2012~", "2012-05-05", "2013", "2014-01-01"])
maybe = st.one_of(st.just(""), years)
offices = st.sampled_from(["mayor", "chief", "consul"])
terms = st.builds(
    lambda person, begin, end, role: term(person, *sorted((begin, end)) if begin and end else (begin, end), role=role),
    st.sampled_from("abcd"),
    maybe,
    maybe,
    offices,
)
observations = st.builds(lambda person, at, role: seen(person, at, role=role), st.sampled_from("abcd"), maybe, offices)
many_roles = st.lists(st.one_of(terms, observations), min_size=2, max_size=8)
on_disk = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


def corpus_in(folder: Path, text: str) -> Corpus:
    unpack(text, folder)
    return load_corpus(load_settings(folder))


@on_disk
@given(many_roles, st.permutations(range(8)))
def test_the_order_of_facts_means_nothing(tmp_path: Path, roles: list[str], order: list[int]) -> None:
    lines = [f"  - {{id: f{number}, {role}}}" for number, role in enumerate(roles)]
    head = f"{REGISTRY}== facts/x.yaml\nsource: {{title: A list}}\npublished: 2014-06-15\nfacts:\n"
    shuffled = [lines[each] for each in order if each < len(lines)]
    ways = [found_in(corpus_in(tmp_path, head + "\n".join(each))) for each in (lines, shuffled)]
    said = [{(each.message, each.facts, each.suspects, each.severity) for each in way} for way in ways]
    assert said[0] == said[1]


@on_disk
@given(many_roles)
def test_offices_may_be_checked_one_by_one(tmp_path: Path, roles: list[str]) -> None:
    corpus = corpus_in(tmp_path, written(*roles, published="2014-06-15"))
    table = corpus.table("roles")
    parts = [frozenset(rows["fact"]) for _, rows in table.groupby("role")]
    apart = in_order(each for part in parts for each in found_in(corpus.keeping({"roles": part})))
    assert apart == found_in(corpus)


@on_disk
@given(many_roles, st.sampled_from([("2011-02-03", "2011-02"), ("2011-02-04", "2011"), ("2012-05-05", "2012-05")]))
def test_a_wider_date_adds_no_finding(tmp_path: Path, roles: list[str], change: tuple[str, str]) -> None:
    wider = [role.replace(f": {change[0]}", f": {change[1]}") for role in roles]
    narrow, wide = (found_in(corpus_in(tmp_path, written(*each, published="2014-06-15"))) for each in (roles, wider))
    crowded = [
        {finding.message.partition(", which has")[0].rpartition(" ")[2] for finding in each} for each in (narrow, wide)
    ]
    assert crowded[1] <= crowded[0]


REFERENCE = """
== facts/registry/people.yaml
heydar-aliyev: {name: Heydar Aliyev, born: 1923-05-10, died: 2003-12-12}
ilham-aliyev: {name: Ilham Aliyev, born: 1961-12-24}
safar-abiyev: {name: Safar Abiyev}
zakir-hasanov: {name: Zakir Hasanov, born: 1959-06-06}
ramil-usubov: {name: Ramil Usubov, born: 1948-12-22}
vilayat-eyvazov: {name: Vilayat Eyvazov, born: 1968-06-28}
ali-naghiyev: {name: Ali Naghiyev, born: 1958-11-08}
elchin-guliyev: {name: Elchin Guliyev, born: 1967-09-22}
najmaddin-sadigov: {name: Najmaddin Sadigov}
karim-valiyev: {name: Karim Valiyev, born: 1961-02-09}
== facts/registry/offices.yaml
president: {title: President of Azerbaijan}
defence: {title: Minister of Defence of Azerbaijan}
interior: {title: Minister of Internal Affairs of Azerbaijan}
security: {title: Chief of the State Security Service}
border: {title: Chief of the State Border Service}
staff: {title: Chief of General Staff of Azerbaijan}
== facts/reference.yaml
source: {title: Terms as Wikidata listed them in 2022}
published: 2022
facts:
  - {id: heydar-aliyev, role: president, person: heydar-aliyev, from: 1993-10-03, until: 2003-12-12}
  - {id: ilham-aliyev, role: president, person: ilham-aliyev, from: 2003-10-31}
  - {id: abiyev, role: defence, person: safar-abiyev, from: 1995-02-06, until: 2013-10-22}
  - {id: hasanov, role: defence, person: zakir-hasanov, from: 2013-10-22}
  - {id: usubov, role: interior, person: ramil-usubov, from: 1994-04-29, until: 2019-06-20}
  - {id: eyvazov, role: interior, person: vilayat-eyvazov, from: 2019-06-20}
  - {id: naghiyev, role: security, person: ali-naghiyev, from: 2019-06-20}
  - {id: guliyev, role: border, person: elchin-guliyev, from: 2002-07-31}
  - {id: sadigov, role: staff, person: najmaddin-sadigov, from: 1993-11-02, until: 2021-01-28}
  - {id: valiyev, role: staff, person: karim-valiyev, from: 2021-07-23}
"""


def test_one_person_under_two_ids_is_a_hint(project: Callable[[str], Settings]) -> None:
    people = "== facts/registry/people.yaml\nk-valiyev: {name: Valiyev}\nkarim: {name: Karim Valiyev}\n"
    office = "== facts/registry/offices.yaml\nmayor: {title: Mayor}\n"
    facts = "== facts/x.yaml\nsource: {title: A list}\npublished: 2020-06-15\nfacts:\n"
    facts += "  - {id: f1, role: mayor, person: k-valiyev}\n  - {id: f2, role: mayor, person: karim}\n"
    (finding,) = found_in(load_corpus(project(people + office + facts)))
    assert finding.hint == "k-valiyev and karim may be one person under two ids: if so, make one entry of them"
    apart = people.replace("karim: {name: Karim Valiyev}", "karim: {name: Karim Valiyev, distinct_from: [k-valiyev]}")
    (finding,) = found_in(load_corpus(project(apart + office + facts)))
    assert finding.hint is None


def test_a_successor_sworn_in_a_week_before_the_predecessor_left(find: Callable[..., tuple[Finding, ...]]) -> None:
    (finding,) = find(term("a", "2010-01-01", "2015-03-08"), term("b", "2015-03-01"))
    assert (
        "Ann and Ben both hold the office Mayor, which has one seat, from 1 March 2015 to 8 March 2015, for 7 days"
        in (finding.message)
    )


def test_a_day_that_its_own_term_excludes_is_told_elsewhere(find: Callable[..., tuple[Finding, ...]]) -> None:
    assert find(term("a", "2010-01-01", "2015-03-01"), term("b", "2015-03-01"), seen("a", "2018-01-01")) == ()
