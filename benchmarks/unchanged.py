"""What `factlint check` costs where nothing has changed since it was asked before.

    python benchmarks/unchanged.py            # 10,000 fact files
    python benchmarks/unchanged.py 1000       # another size

The corpus is made up: that many fact files of two figures in 100 folders, and an article for every hundredth of them.
Nothing in it is to be found.
Times are of the processor, with all imports, for a process of its own; the best of some, since others share the
machine. Bare Python is `python -c pass`: the ratio to it is what can be compared between machines. What the kept
answer takes is shown in parts, each measured in a process that stops there.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from tempfile import TemporaryDirectory
from time import sleep

FOLDERS = 100
EVERY = 100
"""One fact file in so many has an article."""

MARGIN = 2.5
"""Seconds until the files of the corpus count as certainly older than a run."""

REGISTRY = {
    "measures.yaml": "".join(f"{name}: {{name: {name}, kind: flow, unit: USD}}\n" for name in ("exports", "imports")),
    "places.yaml": "azerbaijan: {name: Azerbaijan}\npakistan: {name: Pakistan}\n",
}
FACTS = """{head}
published: 2021-06-23
facts:
  - id: exports
    figure: exports
    of: Azerbaijan
    with: Pakistan
    period: {year}
    scope: {{sector: s{number}}}
    value: $13.2 million
    quote: Exports from Azerbaijan to Pakistan amounted to $13.2 million in {year}
  - id: imports
    figure: imports
    of: Azerbaijan
    with: Pakistan
    period: {year}
    scope: {{sector: s{number}}}
    value: $1.6 million
    quote: imports stood at $1.6 million
"""
SOURCE = "source: {{title: Report {number}, url: https://example.org/{number}, retrieved: 2021-07-01}}"
ARTICLE = "Exports from Azerbaijan to Pakistan amounted to $13.2 million in {year}; imports stood at $1.6 million.\n"
STEPS = (
    ("bare Python", "pass"),
    ("… and the modules of the cache", "import factlint.start, factlint.cache.answers"),
    (
        "… and the state of all inputs, compared",
        "from factlint.cache.answers import ask; assert ask([]).contents is None",
    ),
)


def make(folder: Path, files: int) -> None:
    """Write a corpus of so many fact files into a folder."""
    for name, text in REGISTRY.items():
        _write(folder / "facts" / "registry" / name, text)
    for number in range(files):
        article = f"{number:06}-azernews.txt"
        year = 1990 + number % 30
        head = f"article: {article}" if number % EVERY == 0 else SOURCE.format(number=number)
        _write(
            folder / "facts" / f"{number % FOLDERS:03}" / f"{number:06}-azernews.yaml",
            FACTS.format(head=head, year=year, number=number),
        )
        if number % EVERY == 0:
            _write(folder / "seeds" / article, ARTICLE.format(year=year))


def cpu(command: list[str], folder: Path, times: int) -> float:
    """Milliseconds of processor time of a command, the least of some runs."""
    own = {"XDG_CACHE_HOME": str(folder / "cache"), "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    environment = {**os.environ, **own}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed tool is compiled
    least = float("inf")
    for _ in range(times):
        before = getrusage(RUSAGE_CHILDREN)
        subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL, check=True)  # noqa: S603 - ours
        after = getrusage(RUSAGE_CHILDREN)
        least = min(least, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return least * 1000


def main() -> None:
    """Measure and print one table."""
    files = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    check = [str(Path(sys.executable).with_name("factlint")), "check", "--exit-zero"]
    with TemporaryDirectory() as name:
        folder = Path(name)
        make(folder, files)
        sleep(MARGIN)
        first = cpu(check, folder, 1)
        rows = [(words, cpu([sys.executable, "-c", code], folder, 15)) for words, code in STEPS]
        rows.append(("a kept answer", cpu(check, folder, 15)))
        rows.append(("an answer that was not kept", first))
        print(f"{files:,} fact files")
        for words, took in rows:
            print(f"  {words:40} {took:10,.1f} ms  {took / rows[0][1]:8.1f} times bare Python")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
