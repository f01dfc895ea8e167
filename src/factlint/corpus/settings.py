"""The settings of a project: `[tool.factlint]` in its pyproject.toml, and the folders that the format names."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import dataclass, fields
from fractions import Fraction
from typing import TYPE_CHECKING

from factlint.reading import date as dates
from factlint.reading.name import nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path


class SettingsError(ValueError):
    """The project or its settings cannot be used; the message says what to write instead."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a project may set. Every field but `root` is a key of `[tool.factlint]`, with `-` for `_`.

    date: the day that counts as today (default: the machine's), an ISO date.
    about: the half width of "about X", relative to X (default 0.05).
    select, ignore: names of rules to run, or to leave out (default: all run).
    pedantic: also report what is only possible, not certain.
    output_format: the format of `check` (default auto: github in a run of GitHub Actions, else full).
    report: where `factlint report` writes its page (default reports/consistency.md).
    baseline: the file of contradictions that were there when it was written (default: none).
    fail_under: the least percentage that `factlint coverage` lets pass (default 0).
    cache_dir: the folder in which answers are kept (default: the user's cache folder; see `factlint.cache`).
    incremental: keep the facts of a large corpus, and after an edit check only what it touches (default true).
    spark_master: the address of the cluster for `check --tables DIR --engine spark` (default local[*]: this machine).
    """

    root: Path
    date: str = ""
    about: Fraction = Fraction(1, 20)
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    pedantic: bool = False
    output_format: str = "auto"
    report: str = "reports/consistency.md"
    baseline: str = ""
    fail_under: Fraction = Fraction(0)
    cache_dir: str = ""
    incremental: bool = True
    spark_master: str = "local[*]"

    @property
    def today(self) -> str:
        """The ISO date that counts as today: the setting `date`, else the machine's."""
        return self.date or dt.datetime.now(tz=dt.UTC).date().isoformat()


def find_root(start: Path) -> Path:
    """The project that `start` lies in: the nearest folder upward with factlint settings, or with a facts/ folder.

    Raises SettingsError where there is none.
    """
    start = start.resolve()
    for folder in (start, *start.parents):
        if _table(folder / "pyproject.toml") is not None or _looks_like_project(folder):
            return folder
    raise SettingsError(
        f"no project here: neither {start} nor a folder above it has facts/ and seeds/ folders, "
        "or [tool.factlint] in a pyproject.toml"
    )


def load_settings(root: Path) -> Settings:
    """The settings of the project at `root`; raises SettingsError for an unknown key or an unusable value."""
    table = _table(root / "pyproject.toml") or {}
    known = [field.name.replace("_", "-") for field in fields(Settings) if field.name != "root"]
    values: dict[str, object] = {}
    for key, raw in table.items():
        if key not in known:
            raise SettingsError(f"pyproject.toml: [tool.factlint] has no setting {key!r}{_meant(key, known)}")
        values[key.replace("-", "_")] = _READERS[key](key, raw)
    return Settings(root=root, **values)  # type: ignore[arg-type]  # each reader returns its field's own type


def as_day(key: str, raw: object) -> str:
    """An ISO date, from a TOML date or text; raises SettingsError for anything else."""
    text = str(raw)
    try:
        read = dates.read(text)
    except dates.DateError as error:
        raise SettingsError(f"{key} = {text!r}: {error}") from error
    if read.earliest != read.latest:
        raise SettingsError(f"{key} = {text!r} is not one day: write it as 2026-01-31")
    return dates.iso(read.earliest)


def _looks_like_project(folder: Path) -> bool:
    return (folder / "facts").is_dir() and ((folder / "seeds").is_dir() or (folder / "facts" / "registry").is_dir())


def _table(path: Path) -> Mapping[str, object] | None:
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path}: cannot be read: {error}") from error
    tool = content.get("tool", {})
    table = tool.get("factlint") if isinstance(tool, dict) else None
    if table is not None and not isinstance(table, dict):
        raise SettingsError(f"{path}: [tool.factlint] must be a table")
    return table


def _meant(key: str, known: list[str]) -> str:
    near = nearest(key, known, limit=1)
    return f"; did you mean {near[0]!r}?" if near else f"; known: {', '.join(known)}"


def _text(key: str, raw: object) -> str:
    if not isinstance(raw, str):
        raise SettingsError(f"pyproject.toml: {key} must be text, not {raw!r}")
    return raw


def _names(key: str, raw: object) -> tuple[str, ...]:
    if not isinstance(raw, list) or not all(isinstance(item, str) for item in raw):
        raise SettingsError(f"pyproject.toml: {key} must be a list of rule names, not {raw!r}")
    return tuple(raw)


def _flag(key: str, raw: object) -> bool:
    if not isinstance(raw, bool):
        raise SettingsError(f"pyproject.toml: {key} must be true or false, not {raw!r}")
    return raw


def _share(key: str, raw: object) -> Fraction:
    if isinstance(raw, bool) or not isinstance(raw, int | float) or not 0 <= raw < 1:
        raise SettingsError(f"pyproject.toml: {key} must be a number from 0 up to 1 such as 0.05, not {raw!r}")
    return Fraction(str(raw))


def _percent(key: str, raw: object) -> Fraction:
    if isinstance(raw, bool) or not isinstance(raw, int | float) or not 0 <= raw <= 100:  # noqa: PLR2004 - a percentage
        raise SettingsError(f"pyproject.toml: {key} must be a percentage from 0 to 100 such as 90, not {raw!r}")
    return Fraction(str(raw))


_READERS: Mapping[str, Callable[[str, object], object]] = {
    "date": as_day,
    "about": _share,
    "select": _names,
    "ignore": _names,
    "pedantic": _flag,
    "output-format": _text,
    "report": _text,
    "baseline": _text,
    "fail-under": _percent,
    "cache-dir": _text,
    "incremental": _flag,
    "spark-master": _text,
}
