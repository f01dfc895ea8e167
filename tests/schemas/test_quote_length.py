"""A quote is a passage, not an article: reading a megabyte of it would take half a minute."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.findings import Report

FACT = "== facts/registry/events.yaml\nwar: {name: the war}\n== facts/a.yaml\nsource: {title: A}\nfacts:\n"


@pytest.mark.parametrize(("length", "rules"), [(10_000, []), (10_001, ["bad-value"]), (1_000_000, ["bad-value"])])
def test_a_quote_has_at_most_ten_thousand_characters(
    checked: Callable[[str], Report], length: int, rules: list[str]
) -> None:
    report = checked(f"{FACT}  - {{id: e, event: war, quote: {'a' * length}}}\n")
    assert [finding.rule for finding in report.findings if finding.severity != "note"] == rules
