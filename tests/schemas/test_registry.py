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
