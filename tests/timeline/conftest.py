from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.corpus import Corpus
    from factlint.timeline.contradictions import Judged

REGISTRY = """
== facts/registry/people.yaml
old: {name: Old, born: 1900-01-01, died: 1950-12-31}
== facts/registry/events.yaml
a: {name: the arrival}
b: {name: the banquet}
c: {name: the congress}
d: {name: the departure}
"""


@pytest.fixture
def timeline(corpus_of: Callable[[str], Corpus]) -> Callable[..., Judged]:
    """What is found among facts f1, f2, …, each written as the keys of one event; `registry` has further files."""
    from factlint.timeline.contradictions import judged

    def run(*facts: str, registry: str = REGISTRY) -> Judged:
        lines = "\n".join(f"  - {{id: f{number}, event: {fact}}}" for number, fact in enumerate(facts, start=1))
        corpus = corpus_of(f"{registry}\n== facts/x.yaml\nsource: {{title: A report}}\nfacts:\n{lines}\n")
        assert corpus.problems == ()
        return judged(corpus)

    return run
