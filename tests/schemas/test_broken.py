"""Every constraint on facts and their files, broken once: said at its exact place, in its words, and nothing else is.

Two comments stand before each line that is wrong: the rule and the text to point at, then the sentence.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

BROKEN_HEADS = """
== facts/a.yaml
# missing-key at publisher
# no source is named: write article: and the name of a file under seeds/, or source: with its title
publisher: AzerNews
facts:
== seeds/a.txt
A war began.
== facts/b.yaml
article: a.txt
# bad-value at {title: A yearbook}
# a file has either an article or a source: write source: only where the text is not under seeds/
source: {title: A yearbook}
facts:
# missing-key at no-quote
# the key 'quote' is missing: write the words of the article that say so
- id: no-quote
  event: war
  derived: true
== facts/c.yaml
# missing-key at {url: here}
# the source has no title: write title: and what it is called
source: {url: here}
# bad-value at sha256:12AB
# 'sha256:12AB' is no digest: write sha256: and 64 lower-case hexadecimal digits, as sha256sum prints them
digest: sha256:12AB
facts:
"""

BROKEN_FACTS = """
== facts/a.yaml
source: {title: A yearbook}
facts:
# missing-key at event
# the key 'id' is missing: write a short slug such as turnover-2020
- event: war
# bad-value at a b
# 'a b' is no id: begin with a letter or a digit, and write only these, -, _ and ., at most 100
- id: a b
  event: war
# bad-value at a#b
# 'a#b' is no id: begin with a letter or a digit, and write only these, -, _ and ., at most 100
- id: a#b
  event: war
# bad-value at -a
# '-a' is no id: begin with a letter or a digit, and write only these, -, _ and ., at most 100
- id: -a
  event: war
- id: plan
  event: war
  # bad-value at planed
  # 'planed' cannot stand here: write happened, planned or denied; did you mean planned?
  mode: planed
- id: old
  event: war
  # bad-value at Roman
  # 'Roman' cannot stand here: write gregorian or julian
  calendar: Roman
- id: revised
  event: war
  # bad-value at nowhere
  # there is no fact 'nowhere': write the id of a fact of this file, or of another as file#id
  supersedes: nowhere
- id: itself
  event: war
  # bad-value at itself
  # the fact supersedes itself: write the id of the earlier fact that it revises
  supersedes: itself
- id: known
  event: war
  accept:
  - {rule: sum-mismatch, because: so}
  # missing-key at {because: so}
  # this entry names no rule: write rule: and the name of the rule whose finding is accepted
  - {because: so}
"""

BROKEN_FIGURES = """
== facts/a.yaml
source: {title: A yearbook}
facts:
# missing-key at whose
# the key 'of' is missing: write whose figure it is: a country, a body, a person or an event
- id: whose
  figure: exports
  period: 2020
  value: 5
# missing-key at amount
# no amount is written: write value: and the figure as printed, or change:, or share:
- id: amount
  figure: exports
  of: land
  period: 2020
- id: two
  figure: exports
  of: land
  period: 2020
  versus: 2019
  value: 5
  # bad-value at +5%
  # a figure has one of value, change and share: write the change in a fact of its own
  change: +5%
- id: three
  figure: exports
  of: land
  period: 2020
  value: 5
  share_of: losses
  # bad-value at 5%
  # a figure has one of value, change and share: write the share in a fact of its own
  share: 5%
# missing-key at base
# 'change' is written here without 'versus': write versus: and the period that the change is against
- id: base
  figure: exports
  of: land
  period: 2020
  change: +5%
# missing-key at whole
# 'share' is written here without 'share_of': write share_of: and the measure that it is a share of
- id: whole
  figure: exports
  of: land
  period: 2020
  share: 5%
- id: below
  figure: exports
  of: land
  period: 2020
  share_of: losses
  # bad-value at -5%
  # '-5%' cannot stand here: write a share of 0% or more
  share: -5%
# missing-key at when
# no time is written: write period: and the stretch that the figure covers, or asof: and the day of a stock
- id: when
  figure: turnout
  of: land
  value: 5%
# missing-key at flow
# 'exports' is a flow, which adds up over time: write period: and the stretch that the figure covers
- id: flow
  figure: exports
  of: land
  asof: 2020-12-31
  value: 5
# missing-key at precise
# no amount is written: write value: and the figure as printed, or change:, or share:
- id: precise
  figure: exports
  of: land
  period: 2020
  # bad-value at 1000
  # precision: belongs to an amount, and none is written: write value:, or remove precision:
  precision: 1000
"""

BROKEN_EVENTS = """
== facts/a.yaml
source: {title: A yearbook}
facts:
- id: a
  event: war
  # bad-value at sign
  # 'sign' cannot stand here: write held, announced, signed or in-force; did you mean signed?
  date_kind: sign
  # bad-value at canceled
  # 'canceled' cannot stand here: write held or cancelled; did you mean cancelled?
  status: canceled
- id: b
  event: war
  # bad-value at 0
  # '0' cannot stand here: write a whole number from 1
  number: 0
  # bad-value at Tusday
  # 'Tusday' is no weekday: write one such as Tuesday or Tue; did you mean Tuesday?
  weekday: Tusday
  # bad-value at true
  # who_complete: says that the list is whole, and there is no list: write who:, or remove who_complete:
  who_complete: true
"""

BROKEN_ROLES = """
== facts/a.yaml
source: {title: A yearbook}
facts:
# missing-key at a
# the key 'person' is missing: write the id or a name of one of the people
- id: a
  role: chair
- id: b
  role: chair
  person: ann
  # bad-value at 0
  # '0' cannot stand here: write a whole number from 1
  number: 0
- id: c
  role: chair
  person: ann
  # bad-value at 2020
  # a role is seen on one day or has a term: write either at:, or from: and until:
  at: 2020
  from: 2019
- id: d
  role: chair
  person: ann
  # bad-value at 2020-11
  # a role is seen on one day or has a term: write either at:, or from: and until:
  at: 2020-11
  until: 2021
- id: e
  role: chair
  person: ann
  from: 2021-05
  # impossible-date at 2020
  # 'until' is '2020', which lies before 'from', '2021-05': correct one of the two
  until: 2020
- id: f
  role: chair
  person: ann
  # bad-value at nowhere
  # there is no role 'nowhere': write the id of the role whose term this one lies in
  within: nowhere
"""

BROKEN_RELATIONS = """
== facts/a.yaml
source: {title: A yearbook}
facts:
# missing-key at a
# the key 'subject' is missing: write the id or a name of what stands in the relation
- id: a
  relation: leads
  object: land
# missing-key at b
# no object is written: write object: and the id or a name, or value: and the words
- id: b
  relation: leads
  subject: ann
  rank: first
"""


@pytest.mark.parametrize(
    "text",
    [BROKEN_HEADS, BROKEN_FACTS, BROKEN_FIGURES, BROKEN_EVENTS, BROKEN_ROLES, BROKEN_RELATIONS],
    ids=["heads", "facts", "figures", "events", "roles", "relations"],
)
def test_what_breaks_a_constraint_is_said_where_it_stands_and_nothing_else_is(
    text: str, says_as_marked: Callable[[str], bool]
) -> None:
    assert says_as_marked(text)
