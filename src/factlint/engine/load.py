"""A corpus's own rules: the files of its checks/ folder."""

from __future__ import annotations

import importlib.util
import sys
from typing import TYPE_CHECKING

from factlint.corpus.settings import SettingsError
from factlint.rules.base import Rule

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType


def load_checks(root: Path) -> tuple[type[Rule], ...]:
    """The rules that the files of `root`/checks list in their `RULES`, in the order of the files' names.

    Raises SettingsError where a file cannot be run or lists something else than rules.
    """
    rules: list[type[Rule]] = []
    for path in sorted((root / "checks").glob("*.py")):
        if not path.name.startswith("_"):
            rules += _listed(_run(path), path)
    return tuple(rules)


def _run(path: Path) -> ModuleType:
    name = f"factlint_checks_{path.stem}"
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise SettingsError(f"checks/{path.name} cannot be loaded as Python")
    module = importlib.util.module_from_spec(spec)
    kept, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        spec.loader.exec_module(module)
    except (Exception, SystemExit) as error:
        raise SettingsError(f"checks/{path.name} failed: {type(error).__name__}: {error}") from error
    finally:
        sys.dont_write_bytecode = kept
    return module


def _listed(module: ModuleType, path: Path) -> list[type[Rule]]:
    listed = getattr(module, "RULES", None)
    if not isinstance(listed, tuple | list):
        raise SettingsError(f"checks/{path.name} must list its rules: RULES = (MyRule,)")
    for rule in listed:
        if not (isinstance(rule, type) and issubclass(rule, Rule)):
            raise SettingsError(f"checks/{path.name}: {rule!r} in RULES is no subclass of factlint.rules.base.Rule")
    return list(listed)
