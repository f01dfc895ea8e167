"""The law of the key: the whole corpus, and any split of it by a rule's key, give the same findings."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from factlint.corpus import load_settings
from factlint.engine.check import findings_of, read
from factlint.engine.partition import parts
from factlint.rules import RULES
from factlint.testing import unpack

if TYPE_CHECKING:
    from pathlib import Path

    from factlint.findings import Finding
    from factlint.rules.base import Rule

EXAMPLES = [pytest.param(rule, text, id=f"{rule.name}-{n}") for rule in RULES for n, text in enumerate(rule.invalid)]


def counted(findings: list[Finding]) -> Counter[Finding]:
    return Counter(findings)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_the_parts_say_what_the_whole_says(rule: type[Rule], example: str, tmp_path: Path) -> None:
    unpack(example, tmp_path)
    corpus, faults = read(load_settings(tmp_path))
    assert faults == []
    whole = counted(findings_of(rule, corpus))
    for count in (1, 2, 7):
        split = [finding for part in parts(corpus, rule, count, str(count)) for finding in findings_of(rule, part)]
        assert counted(split) == whole


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_key_names_columns_that_its_table_has(rule: type[Rule]) -> None:
    from factlint.corpus.tables import columns

    assert rule.key or rule.whole_corpus
    for table, names in rule.key.items():
        assert set(names) <= columns(table).keys()
