"""How long a cold check takes as a corpus grows, and whether any step grows faster than n log n.

    python benchmarks/growth.py                                  # YAML up to 100,000 facts, tables up to 1,000,000
    python benchmarks/growth.py --form yaml --facts 1000 10000   # other sizes
    python benchmarks/growth.py --form parquet --facts 1000000 --corpora DIR   # kept for the next time

Each check is `factlint check --no-cache` in a process of its own, with all rules; its processor time is that of all its
processes, imports included, and memory the most that one of them had. Machines that others use too are fast and slow in
turn: *loops* is the processor time in units of a fixed loop of Python that is timed right before and after. Found are
the injected contradictions that an error or a warning names, invented those findings that name none.

The exponent b is that of seconds ~ n^b between a size and the one before, after the time of the smallest size is taken
away, which is imports. Between 10^5 and 10^6, n log n has the exponent 1.08.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # to a type checker this is benchmarks.corpora, to a script the file beside it
    from benchmarks.corpora import Expected, score, write
else:
    from corpora import Expected, score, write

SIZES = {"yaml": [1_000, 10_000, 100_000], "parquet": [1_000, 10_000, 100_000, 1_000_000]}
LOOP = 3_000_000


class Took(NamedTuple):
    """Seconds of the clock and of the processor, the latter in loops, and MiB of the largest process."""

    wall: float
    cpu: float
    loops: float
    memory: int


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description="Time cold checks of corpora of growing size.")
    parser.add_argument("--form", choices=list(SIZES), nargs="*", default=list(SIZES))
    parser.add_argument("--facts", type=int, nargs="*", help="the sizes, in rising order")
    parser.add_argument("--corpora", type=Path, help="a folder for the corpora, to be used again")
    said = parser.parse_args()
    with TemporaryDirectory(prefix="factlint-") as scratch:
        for form in said.form:
            table(form, said.facts or SIZES[form], said.corpora or Path(scratch))


def table(form: str, sizes: list[int], corpora: Path) -> None:
    """Check a corpus of each size, and print what it took."""
    heads = ("wall s", "cpu s", "loops", "MiB", "b", "found", "invented")
    print(f"{form:>9}{''.join(f'{head:>10}' for head in heads)}")
    before: list[tuple[int, float]] = []
    for size in sizes:
        corpus = corpora / f"{form}-{size}"
        expected = Expected.load(corpus / "expected.json") if corpus.exists() else write(corpus, size, form)
        took, report = checked(corpus, form)
        found, invented = score(report, expected)
        power = exponent([*before, (size, took.loops)])
        before.append((size, took.loops))
        cells = (f"{took.wall:.1f}", f"{took.cpu:.1f}", f"{took.loops:.1f}", f"{took.memory:,}", power)
        last = (f"{found}/{len(expected.flaws)}", str(invented))
        print(f"{size:>9,}{''.join(f'{cell:>10}' for cell in (*cells, *last))}", flush=True)


def exponent(seen: list[tuple[int, float]]) -> str:
    """The b of loops ~ n^b over the last two of the sizes, each without what the first one took."""
    if len(seen) < 3:
        return ""
    rest = [(size, loops - seen[0][1]) for size, loops in seen[-2:]]
    (small, less), (large, more) = rest
    return f"{math.log(more / less) / math.log(large / small):.2f}" if less > 0 else ""


def checked(corpus: Path, form: str) -> tuple[Took, dict[str, object]]:
    """What a cold check costs, and its findings."""
    command = [sys.executable, "-m", "factlint", "check", "--no-cache", "--exit-zero", "--output-format", "json"]
    command += ["--tables", str(corpus / "tables")] if form != "yaml" else []
    loop, start = looped(), time.perf_counter()
    with subprocess.Popen([*command, str(corpus)], stdout=subprocess.PIPE) as process:  # noqa: S603 - factlint itself
        written = process.stdout.read() if process.stdout else b""
        _, _, usage = os.wait4(process.pid, 0)
        process.returncode = 0
    wall = time.perf_counter() - start
    loop = (loop + looped()) / 2
    cpu = usage.ru_utime + usage.ru_stime
    return Took(wall, cpu, cpu / loop, usage.ru_maxrss >> 10), json.loads(written)


def looped() -> float:
    """Seconds of the processor for the loop."""
    start, total = time.process_time(), 0
    for each in range(LOOP):
        total += each
    return time.process_time() - start


if __name__ == "__main__":
    main()
