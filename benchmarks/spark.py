"""The same tables checked by Apache Spark with one core and with two, and by the local engine.

    python benchmarks/spark.py                     # 100,000 facts
    python benchmarks/spark.py 1000000             # another size
    python benchmarks/spark.py --corpus DIR        # a corpus that `benchmarks/corpora.py DIR --form parquet` wrote
    python benchmarks/spark.py 10000000 --engines local[1] local[2]   # only these; 10,000,000 need up to an hour each

Each check is a process of its own; its time is from the first line to the report, with all imports, and for Spark with
the start of Java. Processor is what all processes of the check together took, which others on the machine change less.
The local engine uses all cores. Memory is the most that was resident at once, looked at ten times a second under /proc:
of a single Python process, of all Python processes together (pages that workers share with the one they came from
count for each), and of Java. Found are the injected contradictions that an error or a warning names, invented those
findings that name none. Equal: the findings, their order and fingerprints are those of the first engine; the
digits are the begin of their digest, for runs of one engine each.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # to a type checker this is benchmarks.corpora, to a script the file beside it
    from collections.abc import Sequence

    from benchmarks.corpora import Expected, score, write
else:
    from corpora import Expected, score, write

ENGINES = ("local", "local[1]", "local[2]")
"""The engine of one machine, then Spark's masters."""

PAGE = os.sysconf("SC_PAGE_SIZE") >> 10
"""KiB."""


class Run(NamedTuple):
    """A check: seconds, MiB at most (one Python process, all, Java), what was found of the flaws, and faults."""

    seconds: float
    processor: float
    worker: int
    workers: int
    java: int
    findings: int
    flaws: int
    found: int
    invented: int
    faults: list[str]
    digest: str


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description="Time checks of tables on Spark.")
    parser.add_argument("facts", nargs="?", type=int, default=100_000, help="how many facts")
    parser.add_argument("--corpus", type=Path, help="a corpus with tables/ instead")
    parser.add_argument("--engines", nargs="+", default=ENGINES, choices=ENGINES, help="the engines, in order")
    parser.add_argument("--check", nargs=2, metavar=("ENGINE", "DIR"), help=argparse.SUPPRESS)
    said = parser.parse_args()
    if said.check:
        print(json.dumps(checked(said.check[0], Path(said.check[1]))))
    elif said.corpus:
        report(said.corpus, said.engines)
    else:
        with TemporaryDirectory(prefix="factlint-") as folder:
            write(Path(folder), said.facts, "parquet")
            report(Path(folder), said.engines)


def report(corpus: Path, engines: Sequence[str]) -> None:
    """Check a corpus with each engine, and print what it took."""
    heads = ("seconds", "speed-up", "processor", "MiB a process", "MiB Python", "MiB Java")
    print(f"{'engine':<16}{''.join(f'{head:>15}' for head in heads)}  findings")
    first: Run | None = None
    one_core = 0.0
    for engine in engines:
        run = measured(engine, corpus)
        first = first or run
        one_core = run.seconds if engine == "local[1]" else one_core
        speed = f"{one_core / run.seconds:.2f}" if one_core else ""
        name = "one machine" if engine == "local" else f"Spark {engine}"
        same = f"{run.digest[:8]}, equal" if run.digest == first.digest else f"{run.digest[:8]}, DIFFERENT"
        cells = (f"{run.seconds:.1f}", speed, f"{run.processor:.1f}", *(f"{size:,}" for size in run[2:5]))
        said = f"{run.findings:,} ({same}), found {run.found:,} of {run.flaws:,}, invented {run.invented}"
        print(f"{name:<16}{''.join(f'{cell:>15}' for cell in cells)}  {said}", *run.faults, sep="\n  ", flush=True)


def measured(engine: str, corpus: Path) -> Run:
    """A check in a process of its own, and what it and all that it started took."""
    begun = time.perf_counter()
    command = [sys.executable, __file__, "--check", engine, str(corpus)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - this file
        worker = workers = java = 0
        took: dict[int, float] = {}
        while process.poll() is None:
            every = family(process.pid)
            took |= {each: seconds for each in every if (seconds := processor(each))}
            sizes = [resident(each) for each in every]
            python = [size for name, size in sizes if name.startswith("python")]
            worker, workers = max([worker, *python]), max(workers, sum(python))
            java = max([java, *(size for name, size in sizes if name == "java")])
            time.sleep(0.1)
        elapsed = time.perf_counter() - begun
        said = process.stdout.read() if process.stdout else ""
    return Run(elapsed, sum(took.values()), worker >> 10, workers >> 10, java >> 10, *json.loads(said))


def checked(engine: str, corpus: Path) -> tuple[int, int, int, int, tuple[str, ...], str]:
    """What the check of a corpus found, as in `Run`, and a digest of all that a finding says."""
    import gc
    from dataclasses import replace

    from factlint.corpus import load_settings
    from factlint.engine.spark.check import check_on_spark
    from factlint.engine.tables.check import check_tables
    from factlint.rules import RULES

    gc.disable()  # as the command does
    settings = load_settings(corpus)
    if engine == "local":
        found = check_tables(settings, corpus / "tables", RULES)
    else:
        found = check_on_spark(replace(settings, spark_master=engine), corpus / "tables", RULES)
    digest = hashlib.sha256(repr((found.findings, found.summary)).encode()).hexdigest()
    expected = Expected.load(corpus / "expected.json")
    return len(found.findings), len(expected.flaws), *score(found, expected), found.faults, digest


def family(pid: int) -> list[int]:
    """A process and all that descend from it."""
    parents: dict[int, list[int]] = {}
    for each in Path("/proc").iterdir():
        if each.name.isdigit() and (fields := stat(int(each.name))):
            parents.setdefault(int(fields[1]), []).append(int(each.name))
    found = [pid]
    for one in found:
        found += parents.get(one, ())
    return found


def resident(pid: int) -> tuple[str, int]:
    """The name of a process, and how many KiB of it are in memory; nothing where it is over."""
    try:
        name = Path(f"/proc/{pid}/comm").read_text("utf-8").strip()
        return name, int(Path(f"/proc/{pid}/statm").read_text("utf-8").split()[1]) * PAGE
    except (FileNotFoundError, ProcessLookupError):
        return "", 0


def processor(pid: int) -> float:
    """The seconds of the processor that a process took so far; 0 where it is over."""
    fields = stat(pid)
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK") if fields else 0.0


def stat(pid: int) -> list[str]:
    """The fields of a process after its name: state, parent, and so on; none where it is over."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return []


if __name__ == "__main__":
    main()
