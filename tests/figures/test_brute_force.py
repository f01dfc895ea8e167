"""The figure rules against an independent judge, on many small random projects near consistency."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from tests.figures.brute_force import Ends, Fact, Judge, Printed
from tests.figures.projects import MEASURES, checked, written
from tests.figures.random_figures import projects

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tests.figures.brute_force import Reading, Verdict
    from tests.figures.projects import Project

    from factlint.findings import Finding, Report

WITH_MEANS = frozenset({"mean-mismatch", "figures-jointly-impossible"})
SOME = settings(
    max_examples=12,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # a failure shows its own few facts: shrinking takes minutes
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


class Judged(NamedTuple):
    """A system of a project: its judge, and what factlint found in it."""

    facts: tuple[Fact, ...]
    judge: Judge
    findings: tuple[Finding, ...]

    @property
    def mean(self) -> bool:
        """Whether a finding rests on a mean: it is a warning even where it is impossible."""
        means = {fact.id for fact in self.facts if MEASURES[fact.measure].mean}
        return any(each.rule in WITH_MEANS and not means.isdisjoint(ids(each.facts)) for each in self.findings)

    @property
    def shown(self) -> str:
        """What a failure shows: the facts as written, and the findings."""
        lines = [f"  - {{{written(fact)}}}" for fact in self.facts]
        found = [f"{each.severity} {each.rule} {each.facts} suspects {each.suspects}" for each in self.findings]
        return "\n".join(["", *lines, *found])


def judged(project: Project, report: Report) -> list[Judged]:
    found: dict[str, list[Finding]] = {}
    for finding in report.findings:
        if finding.fails:
            systems_ = {fact.removeprefix("a#").split("-")[0] for fact in finding.facts}
            assert len(systems_) == 1, finding
            found.setdefault(systems_.pop(), []).append(finding)
    return [
        Judged(facts, Judge(MEASURES, facts), tuple(found.get(facts[0].id.split("-")[0], ())))
        for facts in project.facts
        if facts
    ]


def ids(facts: tuple[str, ...]) -> list[str]:
    return [fact.removeprefix("a#") for fact in facts]


def reading_of(finding: Finding, judge: Judge) -> Reading:
    """Under which reading the facts of a finding are said to be impossible; with a mean it is a warning under any."""
    if finding.severity == "error":
        return "either"
    return "either" if finding.rule in WITH_MEANS and not judge.possible(ids(finding.facts), "either") else "rounded"


def without(facts: Iterable[str], fact: str) -> list[str]:
    return [each for each in facts if each != fact]


def fewest(judge: Judge, reading: Reading) -> int:
    """How many facts have to be left out at the least, before the others are possible."""
    sizes = range(len(judge.facts) + 1)
    return next(
        size for size in sizes if any(_without_all(judge, out, reading) for out in combinations(judge.facts, size))
    )


def _without_all(judge: Judge, out: tuple[str, ...], reading: Reading) -> bool:
    return judge.possible([fact for fact in judge.facts if fact not in out], reading)


def worst(each: Judged) -> Verdict:
    severities = {finding.severity.value for finding in each.findings}
    return "error" if "error" in severities else "warning" if "warning" in severities else "none"


@SOME
@given(project=projects())
def test_the_worst_finding_of_a_system_is_the_verdict_of_the_judge(project: Project) -> None:
    for each in judged(project, checked(project)):
        verdict = each.judge.verdict()
        assert worst(each) in ({verdict, "warning"} if verdict == "error" and each.mean else {verdict}), each.shown


@SOME
@given(project=projects())
def test_a_finding_names_a_smallest_set_and_all_who_alone_are_to_blame(project: Project) -> None:
    for each in judged(project, checked(project)):
        possible, everybody = each.judge.possible, each.judge.facts
        for finding in each.findings:
            named, reading = ids(finding.facts), reading_of(finding, each.judge)
            assert not possible(named, reading), each.shown
            assert all(possible(without(named, fact), reading) for fact in named), each.shown
            if len(each.findings) == 1:
                alone = [fact for fact in everybody if possible(without(everybody, fact), reading)]
                assert sorted(ids(finding.suspects)) == sorted(alone), each.shown


@SOME
@given(project=projects())
def test_there_are_as_many_errors_as_facts_that_have_to_go_and_without_these_all_is_possible(project: Project) -> None:
    for each in judged(project, checked(project)):
        named = {fact for finding in each.findings for fact in ids(finding.facts)}
        assert each.judge.verdict(fact for fact in each.judge.facts if fact not in named) == "none", each.shown
        if not each.mean:
            errors = sum(finding.severity == "error" for finding in each.findings)
            assert errors == fewest(each.judge, "either"), each.shown
            assert errors or len(each.findings) == fewest(each.judge, "rounded"), each.shown


def year(measure: str, kind: str, said: Printed, number: int = 2020, **more: Any) -> Fact:  # noqa: ANN401 - of a Fact
    months, before = (12 * number, 12 * number + 11), (12 * number - 12, 12 * number - 1)
    versus = before if kind in {"percent", "times", "absolute", "points"} else None
    return Fact(f"{measure}-{kind}-{number}", measure, "a", "b", kind, said, months, versus=versus, **more)


def million(mantissa: int, decimals: int = 1) -> Printed:
    return Printed(mantissa, decimals, Fraction(10**6), " million USD")


@pytest.mark.parametrize(
    ("said", "reading", "ends"),
    [
        (million(132), "rounded", Ends(Fraction(13_150_000), Fraction(13_250_000))),
        (million(132), "either", Ends(Fraction(13_150_000), Fraction(13_300_000), high_open=True)),
        (million(-132), "either", Ends(Fraction(-13_300_000), Fraction(-13_150_000), low_open=True)),
        (Printed(0), "either", Ends(Fraction(-1), Fraction(1), low_open=True, high_open=True)),
        (Printed(7, exact=True), "either", Ends(Fraction(7), Fraction(7))),
        (Printed(200, hedge="about"), "rounded", Ends(Fraction(190), Fraction(210))),
        (Printed(2, hedge="about"), "rounded", Ends(Fraction(1), Fraction(3))),
        (Printed(2, hedge="more than"), "either", Ends(Fraction(2), None, low_open=True)),
        (Printed(2, hedge="up to"), "either", Ends(None, Fraction(2))),
        (Printed(12, 1, upper=14), "either", Ends(Fraction(115, 100), Fraction(145, 100))),
    ],
)
def test_the_judge_reads_numbers_as_the_page_on_the_format_says(said: Printed, reading: Reading, ends: Ends) -> None:
    assert said.ends(reading) == ends


@pytest.mark.parametrize(
    ("facts", "verdict"),
    [
        ([year("turnover", "value", million(3)), year("exports", "value", million(1))], "none"),
        ([year("turnover", "value", million(3)), year("exports", "value", million(4))], "none"),  # the ends touch
        ([year("turnover", "value", million(3)), year("exports", "value", million(5))], "error"),
        ([year("exports", "value", million(1)), year("imports", "value", million(1))], "none"),
        (
            [
                year("exports", "value", million(1)),
                year("imports", "value", million(1)),
                year("turnover", "value", million(3)),
            ],
            "none",  # the ends touch
        ),
        (
            [
                year("exports", "value", million(1)),
                year("imports", "value", million(1)),
                year("turnover", "value", million(35, 2)),
            ],
            "warning",
        ),
        (
            [
                year("exports", "value", million(1)),
                year("imports", "value", million(1)),
                year("turnover", "value", million(405, 3)),
            ],
            "error",  # 0.4045 million is just out of reach of 0.2 + 0.2, which they never are
        ),
        ([year("exports", "percent", Printed(-101, 0, tail="%"))], "error"),
        ([year("exports", "percent", Printed(-100, 0, tail="%"))], "none"),
        ([year("balance", "percent", Printed(-300, 0, tail="%"))], "none"),
        ([year("jobless", "value", Printed(104, 0, tail=" percent"))], "error"),
        ([year("exports", "share", Printed(104, 0, tail="%"), whole="turnover")], "error"),
        ([year("deficit", "value", million(-5))], "error"),
    ],
)
def test_the_judge_decides_what_a_pencil_decides(facts: list[Fact], verdict: Verdict) -> None:
    assert Judge(MEASURES, facts).verdict() == verdict
