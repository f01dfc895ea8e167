"""Where figures cannot break the rule on shares of negative wholes, nobody looks at their table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.corpus import load_corpus, load_settings
from factlint.schemas.adapter import validate
from factlint.schemas.shares import may_compare
from factlint.testing import unpack

if TYPE_CHECKING:
    from pathlib import Path

CORPUS = """
== facts/registry/measures.yaml
part: {{name: part, kind: flow, unit: USD}}
whole: {{name: whole, kind: flow, unit: USD, minimum: none}}
other: {{name: other, kind: flow, unit: USD, minimum: none}}
== facts/registry/places.yaml
peru: {{name: Peru}}
== facts/a.yaml
source: {{title: A report}}
facts:
  - {{id: part, figure: part, of: peru, period: 2020, share: 20%, share_of: whole}}
  - {{id: whole, figure: {measure}, of: peru, period: 2020, value: "{value}"}}
"""


@pytest.mark.parametrize(
    ("measure", "value", "wrong"),
    [
        ("whole", "-$3 million", True),
        ("whole", "$3 million", False),
        ("other", "-$3 million", False),
    ],
)
def test_what_may_compare(measure: str, value: str, wrong: bool, tmp_path: Path) -> None:
    unpack(CORPUS.format(measure=measure, value=value), tmp_path)
    corpus = load_corpus(load_settings(tmp_path))
    problems, faults = validate(corpus, frozenset({"figures"}))
    assert not faults
    assert bool(problems) is wrong
    assert may_compare(fact.values for fact in corpus.facts()) is wrong
