from __future__ import annotations

import math
import os
from typing import TYPE_CHECKING, TypeVar

import pytest

from factlint.corpus import load_corpus
from factlint.figures import contradictions
from factlint.figures.contradictions import judged
from factlint.processes import Workers, cores

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factlint.corpus import Corpus, Settings


Item = TypeVar("Item")
Result = TypeVar("Result")


NUMBER = "__import__('os').getpid()"
"""Which process this is; what processes are given has to be importable there, and tests are not."""

ENDED = f"{NUMBER} if {NUMBER} == {{}} else __import__('os')._exit(1)"
"""Which process this is, unless it is another one than that of a number: that one ends."""


def mapped(function: Callable[[Item], Result], items: Sequence[Item], worth: int) -> list[Result]:
    with Workers() as workers:
        return list(workers.mapped(function, items, worth))


def process_number(_: int) -> int:
    return os.getpid()


@pytest.mark.parametrize("worth", [1, 1000])
def test_results_come_in_the_order_of_their_items(worth: int) -> None:
    assert mapped(math.factorial, range(50), worth) == [math.factorial(number) for number in range(50)]


@pytest.mark.parametrize("worth", [1, 1000])
def test_what_the_function_raises_is_raised(worth: int) -> None:
    with pytest.raises(ValueError, match="negative"):
        mapped(math.factorial, [1, -1], worth)


def test_it_is_other_processes_that_do_the_work() -> None:
    assert (os.getpid() in mapped(eval, [NUMBER] * 9, 1)) is (cores() == 1)
    assert set(mapped(eval, [NUMBER] * 9, 10)) == {os.getpid()}


def test_where_processes_die_the_first_one_does_the_work() -> None:
    assert mapped(eval, [ENDED.format(os.getpid())] * 3, 1) == [os.getpid()] * 3


def test_processes_do_several_works_once_they_have_begun() -> None:
    with Workers() as workers:
        workers.begin(cores)
        assert list(workers.mapped(math.factorial, range(9), 1)) == [math.factorial(number) for number in range(9)]
        assert (os.getpid() in workers.mapped(eval, [NUMBER] * 9, 1)) is (cores() == 1)
        assert list(workers.mapped(eval, [ENDED.format(os.getpid())] * 3, 1)) == [os.getpid()] * 3
        assert list(workers.mapped(eval, [NUMBER] * 9, 1)) == [os.getpid()] * 9


def test_items_are_given_on_while_others_are_looked_for() -> None:
    with Workers() as workers:
        assert list(workers.streamed(math.factorial, iter(range(50)), 3)) == [
            math.factorial(each) for each in range(50)
        ]
        assert list(workers.streamed(math.factorial, iter(()), 3)) == []
        assert (os.getpid() in workers.streamed(eval, iter([NUMBER] * 9), 2)) is (cores() == 1)
        assert list(workers.streamed(eval, iter([ENDED.format(os.getpid())] * 3), 2)) == [os.getpid()] * 3


def test_what_goes_wrong_while_items_are_looked_for_is_raised() -> None:
    def items() -> Iterator[int]:
        yield 1
        raise OSError("no more")

    with Workers() as workers, pytest.raises(OSError, match="no more"):
        list(workers.streamed(math.factorial, items(), 1))


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


@pytest.mark.parametrize("limits", [{"WORTH_PROCESSES": 1}, {"PORTION": 1, "MANY": 1}], ids=["processes", "portions"])
def test_contradictions_are_the_same_from_other_processes_and_in_portions(
    limits: dict[str, int], project: Callable[[str], Settings], monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = load_corpus(project(TRADE))
    here = _told(corpus)
    for name, limit in limits.items():
        monkeypatch.setattr(contradictions, name, limit)
    assert len(here) == 2
    assert _told(load_corpus(corpus.settings)) == here


def _told(corpus: Corpus) -> list[tuple[object, ...]]:
    rules = {each.rule for each in corpus.once(judged).contradictions}
    return [
        (rule, each.message, each.facts, each.suspects, each.hint, each.certificate)
        for rule in sorted(rules)
        for each in contradictions.clashes(corpus, rule)
    ]
