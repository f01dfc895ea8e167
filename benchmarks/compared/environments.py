"""A virtual environment for each tool, made once and kept under a folder."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

_AN_HOUR = 3600
_DONE = "installed.txt"


class NotInstalledError(Exception):
    """A tool cannot be had here; the text says why, in the last words of pip."""


def environment(folder: Path, name: str, packages: tuple[str, ...]) -> Path:
    """The environment `name` below `folder`, with the packages that pip installs by name; made where it is not there.

    Raises NotInstalledError where pip fails. A half-made environment is completed by the next run.
    """
    home = folder / name
    done = home / _DONE
    wanted = "\n".join(packages)
    if done.exists() and done.read_text(encoding="utf-8") == wanted:
        return home
    if home.exists() and not (home / "pyvenv.cfg").exists():
        raise NotInstalledError(f"{home} is no virtual environment: name another folder")
    try:
        venv.create(home, with_pip=True, clear=True)
        _pip(home, "install", "--quiet", "--disable-pip-version-check", *packages)
    except (OSError, subprocess.SubprocessError) as error:
        raise NotInstalledError(f"{' '.join(packages)} cannot be installed: {_reason(error)}") from error
    done.write_text(wanted, encoding="utf-8")
    return home


def program(home: Path, name: str) -> str:
    """The path of a program of an environment."""
    return str(home / ("Scripts" if sys.platform == "win32" else "bin") / name)


def program_of_this(name: str) -> str:
    """The path of a program that is installed beside the Python that runs this."""
    return str(Path(sys.executable).with_name(name))


def version(home: Path, package: str) -> str:
    """The installed version of a package; raises NotInstalledError where pip does not know it."""
    try:
        said = _pip(home, "show", "--disable-pip-version-check", package)
    except (OSError, subprocess.SubprocessError) as error:
        raise NotInstalledError(f"{package} is not installed: {_reason(error)}") from error
    return next(line.partition(": ")[2] for line in said.splitlines() if line.startswith("Version: "))


def _pip(home: Path, *arguments: str) -> str:
    command = [program(home, "python"), "-m", "pip", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=_AN_HOUR)  # noqa: S603 - ours
    return done.stdout


def _reason(error: Exception) -> str:
    """The last line that pip wrote, or the error itself."""
    written = getattr(error, "stderr", None) or ""
    lines = [line.strip() for line in written.splitlines() if line.startswith("ERROR")]
    return lines[-1].removeprefix("ERROR: ") if lines else str(error)
