"""Where `factlint` starts: with the kept answer of a check where there is one, else with the command line."""

# ruff: noqa: PTH112 - pathlib takes as long to import as Python to start

from __future__ import annotations

import gc
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from factlint.cache.question import Question


def run() -> None:
    """The program: `main`, but a check ends without taking the interpreter apart, which takes pandas 60 ms.

    A rule of the project's own may have asked for something to be done at the end, or have left a thread. Then, and
    where the output cannot be written, the interpreter ends as always.
    """
    asked: list[Question] = []
    try:
        main(asked)
    except SystemExit as ended:
        known = ended.code is None or isinstance(ended.code, int)
        own = asked and os.path.isdir(f"{asked[0].project.root}/checks")
        if asked and known and not own and _flushed():
            os._exit(int(ended.code or 0))
        raise


def main(asked: list[Question] | None = None) -> None:
    """Run the command that the arguments of the process ask for, and exit with its status.

    No search for cyclic garbage: on 100,000 facts it takes a quarter of the time, and leaves the peak as it is. No
    threads for matrices, unless somebody asked for them: ours are tiny, and to start them is half of what numpy's
    import takes.
    """
    gc.disable()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    question = None
    if sys.argv[1:2] == ["check"]:
        from factlint.cache.answers import ask, recall

        question = ask(sys.argv[2:])
        if question is not None and asked is not None:
            asked.append(question)
        status = None if question is None else recall(question)
        if status is not None:
            sys.exit(status)
    from factlint.cli import main as command_line

    command_line(obj=question)


def _flushed() -> bool:
    """Whether all that was written has gone out."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        return False
    return True
