"""Every constraint on facts and their files, kept to its bounds: passed over in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.schemas.conftest import Verdict

KEPT_FACTS = f"""
== facts/a.yaml
source: {{title: A yearbook}}
facts:
- {{id: {"a" * 100}, event: war, mode: happened, calendar: gregorian}}
- {{id: 2020_q1.b-c, event: war, mode: planned, calendar: julian, supersedes: a#məlumat}}
- {{id: məlumat, event: war, mode: denied, accept: {{rule: sum-mismatch}}}}
== seeds/b.txt
A war began.
== facts/b.yaml
article: b.txt
digest: sha256:{"0123456789abcdef" * 4}
facts:
- {{id: later, event: war, quote: A war began, supersedes: a#məlumat}}
"""

KEPT_FIGURES = """
== facts/a.yaml
source: {title: A yearbook}
facts:
- {id: value, figure: exports, of: land, period: 2020, value: 5, precision: exact}
- {id: change, figure: exports, of: land, period: 2020, versus: 2019, change: +5%}
- {id: nothing, figure: exports, of: land, period: 2020, share: 0%, share_of: losses}
- {id: more-than-whole, figure: exports, of: land, period: 2020, share: 130%, share_of: losses}
- {id: stock, figure: population, of: land, asof: 2020, value: 5}
- {id: stock-of-a-year, figure: population, of: land, period: 2020, value: 5}
- {id: rate, figure: turnout, of: land, asof: 2020, value: 5%}
- {id: running-total, figure: toll, of: land, asof: 2020, value: 5}
- {id: of-no-kind, figure: losses, of: land, asof: 2020, value: 5}
"""

KEPT_OTHERS = """
== facts/a.yaml
source: {title: A yearbook}
facts:
- {id: a, event: war, date: 2020, date_kind: in-force, status: cancelled, number: 1, weekday: TUE}
- {id: b, event: war, who: [ann], who_complete: true, weekday: tuesday}
- {id: c, event: war, who_complete: false, weekday: Tue}
- {id: d, role: chair, person: ann, at: 2020, number: 45th}
- {id: e, role: chair, person: ann, from: 2020, until: 2020}
- {id: f, role: chair, person: ann, from: 2020-06, until: 2020, within: e}
- {id: g, role: chair, person: ann, from: 2020-06-01}
- {id: h, role: chair, person: ann, until: 2020}
- {id: i, relation: leads, subject: ann, object: land}
- {id: j, relation: leads, subject: ann, value: the way}
"""


@pytest.mark.parametrize("text", [KEPT_FACTS, KEPT_FIGURES, KEPT_OTHERS], ids=["facts", "figures", "others"])
def test_what_keeps_its_constraints_is_passed_over(text: str, validated: Callable[[str], Verdict]) -> None:
    verdict = validated(text)

    assert verdict.corpus.problems == ()
    assert verdict.said == []
    assert verdict.faults == []
