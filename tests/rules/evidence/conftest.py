"""One rule on one small project."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.corpus import load_corpus, load_settings
from factlint.engine.check import findings_of
from factlint.findings import in_order
from factlint.testing import unpack

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factlint.findings import Finding
    from factlint.rules.base import Rule


@pytest.fixture
def found(tmp_path: Path) -> Callable[[type[Rule], str], tuple[Finding, ...]]:
    """Writes a project and gives what one rule finds in it, in order; the tables are not validated, for speed."""

    def run(rule: type[Rule], text: str) -> tuple[Finding, ...]:
        unpack(text, tmp_path)
        corpus = load_corpus(load_settings(tmp_path)).with_problems(())
        return in_order(findings_of(rule, corpus))

    return run
