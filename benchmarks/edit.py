"""What `factlint check` costs after an edit of one fact in a large corpus.

    python benchmarks/edit.py                 # 100,000 facts
    python benchmarks/edit.py 5000            # another size

The corpus is that of `benchmarks/corpora.py`. A fact of each kind gets another quote or note, so that its file is read
again and its keys are checked. Times are of the processor, with all imports, for a process of its own. Bare Python is
`python -c pass`: the ratio to it is what can be compared between machines. Each answer is compared with that of a run
without the cache; a line says so where they differ. The stages of the last edit are measured within one process.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from tempfile import TemporaryDirectory
from time import sleep
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # to a type checker this is benchmarks.corpora, to a script the file beside it
    from benchmarks.corpora import write
else:
    from corpora import write

MARGIN = 2.5
"""Seconds until the files of the corpus count as certainly older than a run."""

KINDS = ("figure", "event", "role", "relation")
STAGES = """
import sys
from pathlib import Path
from time import process_time

spent = [("Python itself", process_time())]


def stage(name):
    spent.append((name, process_time()))


from factlint.cache.question import question_of
question = question_of(["--exit-zero"])
stage("the state of all files")
from factlint.corpus import load_settings
from factlint.rules import RULES
settings = load_settings(Path.cwd())
stage("the modules of the rules")
import pandas
stage("pandas")
import factlint.schemas.models
stage("pandera and the schemas")
from factlint.engine.incremental import check as edit
from factlint.engine.incremental.state import state_of
state = state_of(question, settings, RULES)
store = edit.Store(state.folder, state.signature)
stage("the store, opened")
changes = edit.Changes(settings, RULES, state, store)
stage("what changed, and what that touches")
asked = edit.Asked(changes, RULES)
stage("the rules, before and after the edit")
edit.report_of(changes, asked, RULES, ())
stage("the report")
for (_, before), (name, after) in zip([("", 0.0), *spent], spent):
    print(f"{name}\\t{(after - before) * 1000}")
"""


def main() -> None:
    """Measure and print one table."""
    facts = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with TemporaryDirectory() as name:
        folder = Path(name) / "project"
        write(folder, facts)
        with (folder / "pyproject.toml").open("a", encoding="utf-8") as settings:
            settings.write("incremental = true\n")
        sleep(MARGIN)
        bare = min(cpu([sys.executable, "-c", "pass"], folder)[0] for _ in range(9))
        print(f"{facts:,} facts")
        shown("bare Python", bare, bare)
        shown("a run without the cache", cpu(check("--no-cache"), folder)[0], bare)
        shown("a run that leaves a store", cpu(check(), folder)[0], bare)
        for kind in KINDS:
            edit(folder, kind)
            took, answer = cpu(check(), folder)
            shown(f"after an edit of a fact with {kind}:", took, bare)
            if answer != cpu(check("--no-cache"), folder)[1]:
                print("    it says something else than a run without the cache")
        edit(folder, KINDS[0])
        for row in cpu([sys.executable, "-c", STAGES], folder)[1].decode().splitlines():
            words, spent = row.split("\t")
            shown(f"  {words}", float(spent), bare)


def check(*options: str) -> list[str]:
    """The command that checks."""
    return [str(Path(sys.executable).with_name("factlint")), "check", "--exit-zero", *options]


def cpu(command: list[str], folder: Path) -> tuple[float, bytes]:
    """Milliseconds of processor time of a command, and what it printed."""
    own = {"XDG_CACHE_HOME": str(folder.parent / "cache"), "PYTHONPYCACHEPREFIX": str(folder.parent / "compiled")}
    environment = {**os.environ, **own}
    for each in ("PYTHONDONTWRITEBYTECODE", "FACTLINT_NO_CACHE"):
        environment.pop(each, None)
    before = getrusage(RUSAGE_CHILDREN)
    done = subprocess.run(command, cwd=folder, env=environment, stdout=subprocess.PIPE, check=True)  # noqa: S603 - ours
    after = getrusage(RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime) * 1000, done.stdout


def edit(folder: Path, kind: str) -> None:
    """Write a note into the first fact of a kind."""
    key = re.compile(rf"^( +){kind}: .*$", re.MULTILINE)
    for path in sorted((folder / "facts").rglob("*.yaml")):
        text = path.read_text("utf-8")
        if path.parent.name != "registry" and (found := key.search(text)) and "note:" not in text:
            path.write_text(f"{text[: found.end()]}\n{found[1]}note: edited{text[found.end() :]}", "utf-8")
            return


def shown(words: str, took: float, bare: float) -> None:
    """Print a line of the table."""
    print(f"  {words:44} {took:10,.1f} ms  {took / bare:8.1f} times bare Python", flush=True)


if __name__ == "__main__":
    main()
