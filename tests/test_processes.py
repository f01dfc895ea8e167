from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from factlint.corpus import load_corpus
from factlint.figures import contradictions
from factlint.figures.contradictions import judged
from factlint.processes import cores, mapped

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factlint.corpus import Corpus, Settings


def squared(number: int) -> int:
    if number < 0:
        raise ValueError("below zero")
    return number * number


def ended(folder: Path) -> int:
    """Ends a process that is not the first; says which one is left to do the work."""
    if os.getpid() != int((folder / "first").read_text()):
        os._exit(1)
    return os.getpid()


@pytest.mark.parametrize("worth", [1, 1000])
def test_results_come_in_the_order_of_their_items(worth: int) -> None:
    assert list(mapped(squared, range(50), worth)) == [number * number for number in range(50)]


@pytest.mark.parametrize("worth", [1, 1000])
def test_what_the_function_raises_is_raised(worth: int) -> None:
    with pytest.raises(ValueError, match="below zero"):
        list(mapped(squared, [1, -1], worth))


def test_where_processes_die_the_first_one_does_the_work(tmp_path: Path) -> None:
    (tmp_path / "first").write_text(str(os.getpid()))
    assert list(mapped(ended, [tmp_path] * 3, 1)) == [os.getpid()] * 3


def test_there_is_a_core() -> None:
    assert cores() >= 1


TRADE = """
== facts/registry/measures.yaml
exports: {name: exports, kind: flow, unit: USD}
imports: {name: imports, kind: flow, unit: USD}
turnover: {name: trade turnover, kind: flow, unit: USD, equals: exports + imports}
== facts/registry/places.yaml
a: {name: A}
b: {name: B}
== facts/x.yaml
source: {title: A report}
facts:
  - {id: turnover, figure: turnover, of: a, with: b, period: 2020, value: $13.2 million}
  - {id: exports, figure: exports, of: a, with: b, period: 2020, value: $1.6 million}
  - {id: imports, figure: imports, of: a, with: b, period: 2020, value: $12.6 million}
  - {id: growth, figure: exports, of: b, period: 2020, change: +5%, versus: 2019}
  - {id: decline, figure: exports, of: b, period: 2020, change: -5%, versus: 2019}
"""


def test_contradictions_are_the_same_from_another_process(
    project: Callable[[str], Settings], monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = load_corpus(project(TRADE))
    here = _told(corpus)
    monkeypatch.setattr(contradictions, "WORTH_PROCESSES", 1)
    assert len(here) == 2
    assert _told(load_corpus(corpus.settings)) == here


def _told(corpus: Corpus) -> list[tuple[object, ...]]:
    rules = {each.rule for each in corpus.once(judged).contradictions}
    return [
        (rule, each.message, each.facts, each.suspects, each.hint, each.certificate)
        for rule in sorted(rules)
        for each in contradictions.clashes(corpus, rule)
    ]
