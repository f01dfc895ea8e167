"""Every constraint on the registry: broken once, and kept to its bounds; the comments are those of `test_broken`."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.schemas.conftest import Verdict

BROKEN_REGISTRY = """
== facts/registry/people.yaml
ann:
  born: 1961-12-24
  # impossible-date at 1950
  # 'died' is '1950', which lies before 'born', '1961-12-24': correct one of the two
  died: 1950
# bad-value at a#b
# 'a#b' is no id: write a short slug without the sign #
a#b: {name: Cy}
== facts/registry/offices.yaml
chair:
  # bad-value at 0
  # '0' cannot stand here: write a whole number from 1, or many
  seats: 0
  # bad-value at 121
  # '121' cannot stand here: write an age in years from 0 to 120
  minimum_age: 121
  from: 2021
  # impossible-date at 2020
  # 'until' is '2020', which lies before 'from', '2021': correct one of the two
  until: 2020
== facts/registry/measures.yaml
a:
  # bad-value at flows
  # 'flows' cannot stand here: write flow, stock or rate; did you mean flow?
  kind: flows
  # bad-value at nothing
  # 'nothing' is no least value: write a number such as 0 or -2.5, or none
  minimum: nothing
  # bad-value at none
  # 'none' is no greatest value: write a number such as 100
  maximum: none
b:
  # bad-value at 10.5
  # the least value '10.5' is above the greatest, '10': correct one of the two
  minimum: 10.5
  maximum: 10
== facts/registry/events.yaml
war:
  # bad-value at 0
  # '0' cannot stand here: write a whole number from 1
  number: 0
== facts/registry/places.yaml
land:
  from: 1992
  # impossible-date at 1991-12-31
  # 'until' is '1991-12-31', which lies before 'from', '1992': correct one of the two
  until: 1991-12-31
== facts/registry/bodies.yaml
guard:
  founded: 2021-02
  # impossible-date at 2021-01
  # 'dissolved' is '2021-01', which lies before 'founded', '2021-02': correct one of the two
  dissolved: 2021-01
== facts/registry/relations.yaml
leads:
  subject:
  - person
  # bad-value at persn
  # 'persn' is no type of entry: write person, office, measure, event, place, body or series; did you mean person?
  - persn
  # bad-value at country
  # 'country' is no type of entry: write person, office, measure, event, place, body or series
  object: country
"""

KEPT_REGISTRY = """
== facts/registry/people.yaml
ann: {born: 1950, died: 1950-01-01}
New Ben:
== facts/registry/offices.yaml
chair: {seats: many, minimum_age: 0, from: 2020}
throne: {seats: 1, minimum_age: 120, until: 2020}
== facts/registry/measures.yaml
a: {kind: flow, minimum: none, maximum: -1}
b: {kind: stock, minimum: -2.5, maximum: -2.50}
c: {kind: rate, minimum: 0}
d: {maximum: 100}
e: {}
== facts/registry/events.yaml
war: {number: IX}
== facts/registry/places.yaml
land: {from: 1991, until: 1991}
== facts/registry/bodies.yaml
guard: {founded: 2020, dissolved: 2020-01-01}
== facts/registry/series.yaml
summit: {every: 2 years}
== facts/registry/relations.yaml
leads: {subject: person, object: [office, measure, event, place, body, series]}
"""


def test_what_breaks_a_constraint_is_said_where_it_stands_and_nothing_else_is(
    says_as_marked: Callable[[str], bool],
) -> None:
    assert says_as_marked(BROKEN_REGISTRY)


def test_what_keeps_its_constraints_is_passed_over(validated: Callable[[str], Verdict]) -> None:
    verdict = validated(KEPT_REGISTRY)

    assert verdict.corpus.problems == ()
    assert verdict.said == []
    assert verdict.faults == []


BROKEN_MEASURES = """
== facts/registry/measures.yaml
own:
  kind: flow
  # bad-value at own + x
  # this says what own is by own itself: write the other measures that it equals
  equals: own + x
own-mean:
  # bad-value at x / own-mean
  # this says what own-mean is by own-mean itself: write the other measures that it equals
  equals: x / own-mean
a: {kind: flow, equals: b + c}
b:
  kind: flow
  # bad-value at a + d
  # a = b + c and b = a + d leave only zero for c and d: correct one, or write minimum: none for what may be negative
  equals: a + d
c: {kind: flow}
d: {kind: flow}
nothing:
  kind: flow
  # bad-value at x - x
  # nothing = x - x leaves only zero for nothing: correct it, or write minimum: none for what may be negative
  equals: x - x
same: {kind: flow, equals: x}
zero-balance:
  kind: flow
  minimum: none
  # bad-value at x - 1.0 * same
  # same = x and zero-balance = x - same leave only zero for zero-balance: correct one
  equals: x - 1.0 * same
x: {kind: flow}
mixed:
  kind: flow
  # bad-value at x + stock
  # mixed is a flow and stock is a stock: write a sum of one kind, or correct the kind of one of them
  equals: x + stock
mixed-terms:
  # bad-value at x + rate
  # x is a flow and rate is a rate: write a sum of one kind, or correct the kind of one of them
  equals: x + rate
mixed-total:
  kind: flow
  # bad-value at x + so-far
  # mixed-total is a flow and so-far is a running total: write a sum of one kind, or correct the kind of one of them
  equals: x + so-far
stock: {kind: stock}
rate: {kind: rate}
so-far: {kind: flow, cumulative: true}
balance: {kind: flow, minimum: none}
mean-of-rate:
  # bad-value at rate / x
  # rate is a rate: write the quotient of two amounts that are never below zero
  equals: rate / x
mean-of-balance:
  # bad-value at x / balance
  # balance may fall below zero: write the quotient of two amounts that are never below zero
  equals: x / balance
mean-of-one:
  # bad-value at x / x
  # x over itself is always 1: write the quotient of two amounts that are never below zero
  equals: x / x
sea:
  part_of:
    # bad-value at - x
    # sea is part of country, which is part of region, which is part of sea: remove one, for no part contains its whole
    - x
    - country
country: {part_of: region}
region: {part_of: sea}
own-part:
  # bad-value at own-part
  # own-part is part of own-part: remove one, for no part contains its whole
  part_of: own-part
mirrored:
  kind: flow
  # bad-value at stock
  # mirrored is a flow and its mirror stock a stock: write what the partner reports of the same goods, or correct a kind
  mirror: stock
"""

KEPT_MEASURES = """
== facts/registry/measures.yaml
exports: {kind: flow, equals: turnover - imports, mirror: imports}
imports: {kind: flow, mirror: exports}
turnover: {kind: flow, equals: exports + imports}
balance: {kind: flow, equals: exports - imports, minimum: none}
alias: {kind: flow, equals: turnover}
no-kind: {equals: exports + unknown}
unknown: {mirror: cases}
cases: {kind: flow, cumulative: true, equals: ill + recovered}
ill: {kind: stock, part_of: cases}
recovered: {kind: stock, cumulative: true, part_of: [cases, ill]}
price: {kind: rate, equals: value / volume}
value: {kind: flow}
volume: {kind: stock}
mean-of-unknown: {equals: no-kind / unknown}
first-rate: {kind: rate, equals: price + second-rate}
second-rate: {kind: rate}
net: {kind: flow, equals: value - taxes}
taxes: {kind: flow}
"{odd}": {kind: flow, equals: value + taxes}
"""


def test_measures_that_cannot_be_meant_so_are_said_where_they_say_so(says_as_marked: Callable[[str], bool]) -> None:
    assert says_as_marked(BROKEN_MEASURES)


def test_measures_that_fit_together_are_passed_over(validated: Callable[[str], Verdict]) -> None:
    verdict = validated(KEPT_MEASURES)

    assert verdict.corpus.problems == ()
    assert verdict.said == []
    assert verdict.faults == []


def test_a_message_may_hold_braces(validated: Callable[[str], Verdict]) -> None:
    verdict = validated('== facts/registry/measures.yaml\n"{odd} {0}": {kind: flow, part_of: "{odd} {0}"}\n')

    assert [said.message.partition(":")[0] for said in verdict.said] == ["{odd} {0} is part of {odd} {0}"]
    assert verdict.faults == []


def test_a_thousand_measures_are_passed_over(validated: Callable[[str], Verdict]) -> None:
    lines = "".join(f"m{n}: {{kind: flow, part_of: m{n + 1}}}\n" for n in range(1000))
    verdict = validated(f"== facts/registry/measures.yaml\n{lines}m1000: {{kind: flow}}\n")

    assert verdict.said == []
    assert verdict.faults == []


def test_a_circle_of_a_thousand_parts_is_said_once(validated: Callable[[str], Verdict]) -> None:
    lines = "".join(f"m{n}: {{part_of: [m{(n + 1) % 1000}, m{(n + 2) % 1000}]}}\n" for n in range(1000))
    verdict = validated(f"== facts/registry/measures.yaml\n{lines}")

    assert verdict.faults == []
    assert 1 <= len(verdict.said) <= 2
    assert all(", which is part of …" in said.message for said in verdict.said)


def test_what_cannot_be_read_raises_no_other_alarm(validated: Callable[[str], Verdict]) -> None:
    verdict = validated(
        """
== facts/registry/measures.yaml
a: {kind: flow, equals: b + nobody}
b: {kind: flow, equals: a + c}
c: {kind: [flow], minimum: nothing}
mean: {equals: a / c}
"""
    )

    assert sorted(problem.rule for problem in verdict.corpus.problems) == ["bad-value", "unknown-name"]
    assert [said.at for said in verdict.said] == ["nothing"]
