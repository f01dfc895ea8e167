"""How fast contradictions among figures are found, and whether all of them are, and nothing else.

    python benchmarks/figures.py              # 100,000 and 1,000,000 figures, and systems per second
    python benchmarks/figures.py 10000        # another size

The figures are true numbers of made-up countries, printed with three to five digits: exports, imports and turnover of
five years for each pair, some of them in a second article with fewer digits, the growth of the turnover and a share.
One figure in a thousand is then printed ten times too large. A contradiction is found where a finding names a figure of
the pair, and invented where the pair has no wrong figure. Times are from typed tables to findings.
"""

from __future__ import annotations

import gc
import resource
import sys
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import ModuleType


def made() -> ModuleType:
    """What makes the tables: with pandas and all, which the processes that explain do not import."""
    from importlib import import_module

    return import_module("figure_tables")


def run(count: int) -> str:
    """One line of the table."""
    from factlint.figures.contradictions import judged

    corpus, wrong = made().tables(count)
    before = peak()
    start = time.perf_counter()
    found = judged(corpus).contradictions
    seconds = time.perf_counter() - start
    named = {fact.partition("#")[0] for each in found for fact in each.facts}
    expected = {f"p{int(of[1:]):07d}" for of in wrong}
    return (
        f"{count:>9,} {len(expected):>7,} {len(expected & named):>7,} {len(named - expected):>9,} "
        f"{seconds:>8.2f} {count / seconds:>12,.0f} {before:>8,.0f} {peak():>8,.0f}"
    )


def peak() -> float:
    """The greatest memory so far, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def systems() -> str:
    """How many systems a second are decided exactly, right ones and wrong ones."""
    from factlint.figures import cells
    from factlint.figures.called import Called
    from factlint.figures.explain import Component
    from factlint.figures.frame import statement
    from factlint.figures.measures import measures

    a_pair = made().A_PAIR
    corpus, wrong = made().tables(a_pair * 300)
    known, words = measures(corpus), Called(corpus)
    figures = cells.counting(corpus).sort_values("fact", ignore_index=True)
    groups: dict[str, list[Any]] = {}
    for values in zip(*(figures[name] for name in figures.columns), strict=True):
        row = dict(zip(figures.columns, values, strict=True))
        groups.setdefault(row["of"], []).append(statement(row, known))
    lines = []
    for label, chosen in (("right", groups.keys() - wrong), ("wrong", wrong)):
        start = time.perf_counter()
        for of in sorted(chosen)[:100]:
            list(Component(groups[of], known, words).contradictions())
        rate = min(len(chosen), 100) / (time.perf_counter() - start)
        lines.append(f"{rate:,.0f} systems a second of {a_pair} figures that are {label}")
    return "\n".join(lines)


def main() -> None:
    """Print the table."""
    gc.disable()  # as the command does
    sizes = [int(each) for each in sys.argv[1:]] or [100_000, 1_000_000]
    print("  figures   wrong   found  invented  seconds     figures/s  MiB before   after", flush=True)
    for size in sizes:
        print(run(size), flush=True)
    print(systems())


if __name__ == "__main__":
    main()
