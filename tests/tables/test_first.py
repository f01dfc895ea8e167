"""Which buckets have to be answered before the others may begin."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.corpus import load_registry, load_settings
from factlint.engine.tables.part import Project
from factlint.engine.tables.sorting import Sorting, first_of, sorting
from factlint.rules import RULES

pytest.importorskip("pyarrow", reason="pyarrow is an extra of factlint")

if TYPE_CHECKING:
    from pathlib import Path

    from factlint.rules.base import Rule


def sorted_for(folder: Path, *rules: type[Rule]) -> Sorting:
    from factlint.engine.tables.scanning import TableScan

    (folder / "facts" / "registry").mkdir(parents=True)
    settings = load_settings(folder)
    registry = load_registry(settings).registry
    scan = TableScan(registry, settings)
    project = Project(settings, registry, scan.shared(), tuple(rule.name for rule in rules))
    return sorting(project, scan)[0]


def test_a_table_that_has_no_other_bucket_keeps_none_waiting(tmp_path: Path) -> None:
    how = sorted_for(tmp_path, *RULES)
    tables = {f"{number:02}-0": each.keyed.table for number, each in enumerate(how.project.plan.passes)}
    first = {f"{number:02}-0" for number, each in enumerate(how.project.plan.passes) if each.first}
    figures = next(name for name, table in tables.items() if table == "figures")
    assert first_of([*tables, "every0-0"], how) == first - {figures}


def test_a_bucket_that_was_sorted_again_waits_for_those_of_its_table(tmp_path: Path) -> None:
    how = sorted_for(tmp_path, *RULES)
    passes = how.project.plan.passes
    number = next(number for number, each in enumerate(passes) if each.keyed.table == "figures")
    again = [f"{number:02}-0", f"{number:02}.0-1-0", f"{number:02}.1-1-0"]
    assert first_of(again, how) == {f"{number:02}-0", f"{number:02}.0-1-0"}
