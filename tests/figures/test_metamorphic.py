"""Laws of the figure rules: what may change in a project, and what its findings then may do."""

from __future__ import annotations

import random
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.figures.brute_force import READINGS
from tests.figures.projects import MEASURES, checked, written
from tests.figures.random_figures import projects

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from tests.figures.brute_force import Ends, Fact, Measure, Printed
    from tests.figures.projects import Project

    from factlint.findings import Report

FEW = settings(
    max_examples=6,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # a failure shows its own few facts: shrinking takes minutes
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
SEEDS = st.integers(0, 99)


class Gist(NamedTuple):
    """What a finding says, without where and in which words."""

    severity: str
    rule: str
    facts: tuple[str, ...]
    suspects: tuple[str, ...]


def gist(report: Report, rename: Callable[[str], str] = str) -> list[Gist]:
    """The findings that fail a run, with the ids of facts without their files and renamed, in order."""

    def bare(facts: Iterable[str]) -> tuple[str, ...]:
        return tuple(sorted(rename(fact.split("#")[1]) for fact in facts))

    failing = (each for each in report.findings if each.fails)
    return sorted(Gist(str(each.severity), each.rule, bare(each.facts), bare(each.suspects)) for each in failing)


def system(fact: str) -> str:
    return fact.split("-", maxsplit=1)[0]


def counts(found: Iterable[Gist]) -> tuple[Counter[str], Counter[str]]:
    """For each system how many findings there are, and how many errors among them."""
    found = list(found)
    return Counter(system(each.facts[0]) for each in found), Counter(
        system(each.facts[0]) for each in found if each.severity == "error"
    )


def shown(project: Project, before: list[Gist], after: list[Gist]) -> str:
    """What a failure shows: the findings before and after, and the facts of their systems."""
    named = {system(fact) for each in {*before} ^ {*after} for fact in each.facts}
    lines = [f"  - {{{written(fact)}}}" for fact in project.every_fact if system(fact.id) in named]
    return "\n".join(["", *lines, "before", *map(str, before), "after", *map(str, after)])


def assert_no_more(project: Project, changed: Project) -> None:
    """The changed project has in no system more findings, and in none more errors.

    A mean is a warning even where it is impossible, so the errors of systems with means are not counted.
    """
    before, after = gist(checked(project)), gist(checked(changed))
    means = {system(fact.id) for fact in project.every_fact if MEASURES[fact.measure].mean}
    (old, old_errors), (new, new_errors) = counts(before), counts(after)
    assert new <= old, shown(project, before, after)
    assert all(each in means or often <= old_errors[each] for each, often in new_errors.items()), shown(
        project, before, after
    )


@FEW
@given(project=projects())
def test_larger_amounts_all_at_once_change_nothing(project: Project) -> None:
    def scaled(fact: Fact) -> Fact:
        words = {" million USD": " billion USD", " thousand tonnes": " million tonnes"}
        tail = words.get(fact.said.tail, fact.said.tail)
        return fact._replace(said=fact.said._replace(tail=tail))

    before, after = gist(checked(project)), gist(checked(project.changed(scaled)))
    assert before == after, shown(project, before, after)


@FEW
@given(project=projects())
def test_another_unit_of_the_same_amounts_changes_nothing(project: Project) -> None:
    def converted(fact: Fact) -> Fact:
        if fact.said.tail == " USD per tonne":
            return fact._replace(said=fact.said._replace(tail=" USD per kg", decimals=fact.said.decimals + 3))
        return fact._replace(said=fact.said._replace(tail=fact.said.tail.replace(" thousand tonnes", " million kg")))

    before, after = gist(checked(project)), gist(checked(project.changed(converted)))
    assert before == after, shown(project, before, after)


@FEW
@given(project=projects(), seed=SEEDS)
def test_other_names_of_places_and_measures_change_nothing(project: Project, seed: int) -> None:
    places = sorted({place for fact in project.every_fact for place in (fact.of, fact.partner)})
    place = _renaming(places, seed)
    measure = _renaming(MEASURES, seed)

    def renamed(fact: Fact) -> Fact:
        return fact._replace(
            of=place[fact.of],
            partner=place[fact.partner],
            measure=measure[fact.measure],
            whole=measure.get(fact.whole, ""),
        )

    measures = {measure[name]: _with_names(known, measure) for name, known in sorted(MEASURES.items())}
    before = gist(checked(project))
    after = gist(checked(project.changed(renamed)._replace(measures=measures)))
    assert before == after, shown(project, before, after)


def _renaming(names: Iterable[str], seed: int) -> dict[str, str]:
    """Each name with another first letter, so that they sort in another order."""
    chance = random.Random(seed)
    return {name: f"{chance.choice('abcxyz')}-{name}" for name in names}


def _with_names(known: Measure, names: dict[str, str]) -> Measure:
    return known._replace(
        equals=tuple((factor, names[name]) for factor, name in known.equals),
        mean=known.mean and (names[known.mean[0]], names[known.mean[1]]),
        part_of=known.part_of and names[known.part_of],
    )


@FEW
@given(project=projects())
def test_ids_in_the_same_order_change_nothing(project: Project) -> None:
    def renamed(fact: str) -> str:
        return f"{system(fact)}-fact-number-{fact[-1]}"

    before = gist(checked(project), renamed)
    after = gist(checked(project.changed(lambda fact: fact._replace(id=renamed(fact.id)))))
    assert before == after, shown(project, before, after)


@FEW
@given(project=projects(), seed=SEEDS)
def test_ids_in_another_order_change_no_number_of_findings(project: Project, seed: int) -> None:
    def renamed(fact: Fact) -> Fact:
        return fact._replace(id=f"{system(fact.id)}-{random.Random(f'{seed} {fact.id}').randint(0, 999):03}{fact.id}")

    before, after = gist(checked(project)), gist(checked(project.changed(renamed)))
    assert counts(before) == counts(after), shown(project, before, after)


@FEW
@given(project=projects(), seed=SEEDS)
def test_the_order_of_the_facts_changes_nothing(project: Project, seed: int) -> None:
    shuffled = random.Random(seed).sample(project.every_fact, len(project.every_fact))
    before, after = checked(project), checked(project, [shuffled])
    assert [(each.fingerprint, each.message, each.hint) for each in before.findings] == [
        (each.fingerprint, each.message, each.hint) for each in after.findings
    ]


@FEW
@given(project=projects(), parts=st.integers(2, 4))
def test_facts_in_several_files_say_what_they_say_in_one(project: Project, parts: int) -> None:
    facts = sorted(project.every_fact)
    size = -(-len(facts) // parts) or 1
    files = [facts[start : start + size] for start in range(0, len(facts), size)]
    before, after = gist(checked(project)), gist(checked(project, files))
    assert before == after, shown(project, before, after)


@FEW
@given(project=projects(), seed=SEEDS)
def test_a_wider_figure_adds_no_finding(project: Project, seed: int) -> None:
    widened = {chosen.id: wider(chosen.said, seed) for chosen in one_a_system(project, seed)}
    assert_no_more(project, project.changed(lambda fact: fact._replace(said=widened.get(fact.id, fact.said))))


def wider(said: Printed, seed: int) -> Printed:
    """A figure whose numbers, in either reading, are those of `said` and more."""
    if said.hedge in {"", "about"} and said.upper is None and said.mantissa > 0 and seed % 2:
        widened = said._replace(hedge="about", exact=False, signed=False)
    elif said.hedge in {"more than", "less than"}:
        widened = said._replace(hedge={"more than": "at least", "less than": "up to"}[said.hedge])
    elif said.upper is not None:
        widened = said._replace(upper=said.upper + 1)
    elif said.exact:
        widened = said._replace(exact=False)
    elif said.decimals and not said.hedge:
        widened = said._replace(mantissa=_fewer_digits(said.mantissa), decimals=said.decimals - 1)
    else:
        return said
    return widened if all(_contains(widened.ends(each), said.ends(each)) for each in READINGS) else said


def _fewer_digits(mantissa: int) -> int:
    digits = (abs(mantissa) + 5) // 10
    return -digits if mantissa < 0 else digits


def _contains(outer: Ends, inner: Ends) -> bool:
    below = outer.low is None or (inner.low is not None and (outer.low, outer.low_open) <= (inner.low, inner.low_open))
    above = outer.high is None or (
        inner.high is not None and (-outer.high, outer.high_open) <= (-inner.high, inner.high_open)
    )
    return below and above


def one_a_system(project: Project, seed: int) -> list[Fact]:
    """A fact of each system that has any."""
    return [facts[seed % len(facts)] for facts in project.facts if facts]


@FEW
@given(project=projects(), seed=SEEDS)
def test_a_fact_less_adds_no_finding(project: Project, seed: int) -> None:
    gone = {fact.id for fact in one_a_system(project, seed)}
    left = tuple(tuple(fact for fact in facts if fact.id not in gone) for facts in project.facts)
    assert_no_more(project, project._replace(facts=left))


@FEW
@given(project=projects(), seed=SEEDS)
def test_what_can_be_true_can_be_said_twice(project: Project, seed: int) -> None:
    before = gist(checked(project))
    found = {system(fact) for each in before for fact in each.facts}
    again = [fact._replace(id=f"{fact.id}-again") for fact in one_a_system(project, seed)]
    more = tuple(fact for fact in again if system(fact.id) not in found)
    after = gist(checked(project._replace(facts=(*project.facts, more))))
    assert before == after, shown(project, before, after)
