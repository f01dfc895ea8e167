"""What an answer depends on beside files: arguments, place, streams, environment, Python and what is installed."""

# ruff: noqa: PTH100, PTH109, PTH110, PTH112, PTH116, PTH118, PTH120 - pathlib takes as long to import as Python to start

from __future__ import annotations

import os
import sys
import time

from factlint import __version__
from factlint.cache.sealed import digest_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ENVIRONMENT = ("FORCE_COLOR", "GITHUB_ACTIONS", "NO_COLOR", "PYTHONPATH", "PYTHONWARNINGS")
"""Variables that decide on what is written. The width of a terminal does not."""


def key(arguments: Sequence[str], paths: Sequence[str], root: str) -> str:
    """The digest of it for a run of `check` with these arguments, and PATHS among them; raises OSError."""
    texts = [__version__, sys.version, str(sys.flags), own_code(), os.getcwd(), root, _repository(root)]
    texts += [f"{name}={os.environ.get(name)}" for name in ENVIRONMENT]
    # a folder of packages has another time when one comes, goes or is upgraded
    texts += [f"{path} {os.stat(path).st_mtime_ns}" for path in packages()]
    texts += [*_streams(), str(len(arguments)), *arguments, *map(_place, paths)]
    return digest_of(*texts)


def own_code() -> str:
    """The folder of the tool's own code."""
    return os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def today() -> str:
    """The machine's day as `factlint.corpus.settings` has it: of UTC, as an ISO date."""
    return time.strftime("%Y-%m-%d", time.gmtime())


def packages() -> list[str]:
    """The folders of installed packages."""
    return [path for path in sys.path if path.endswith("-packages") and os.path.isdir(path)]


def _streams() -> Iterator[str]:
    for stream in (sys.stdout, sys.stderr):
        yield f"{stream.isatty()} {stream.encoding} {stream.errors}"


def _repository(root: str) -> str:
    """The folder of the repository around a project, which formats for its host write paths from."""
    folder = root
    while not os.path.exists(os.path.join(folder, ".git")):
        folder, below = os.path.dirname(folder), folder
        if folder == below:
            return ""
    return folder


def _place(path: str) -> str:
    return f"{os.path.realpath(path)} {os.path.isdir(path)} {os.path.exists(path)}"
