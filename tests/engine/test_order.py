"""Shuffling files, facts and keys changes no byte of any output but the line numbers that moved."""

from __future__ import annotations

import json
import os
import random
import re
from typing import TYPE_CHECKING

import pytest

from factlint.corpus import load_settings
from factlint.engine.check import check
from factlint.reports import FORMATS, markdown, renderer
from factlint.rules import RULES
from factlint.testing import unpack

if TYPE_CHECKING:
    from pathlib import Path

    from factlint.findings import Report

FACTS = {
    "a": [
        "{id: x, figure: exports, of: azerbaijan, with: pakistan, period: 2020, value: $1.6 million}",
        "{id: m, figure: imports, of: azerbaijan, with: pakistan, period: 2020, value: $12.6 million}",
        "{id: t, figure: turnover, of: azerbaijan, with: pakistan, period: 2020, value: $13.2 million}",
        "{id: y, figure: exports, of: azerbaijan, with: pakistan, period: 2021, value: $1.0 million}",
        "{id: bad, figure: exports, of: Narnia, period: 2021-13, value: $1.0 million}",
    ],
    "b": [
        "{id: y, figure: exports, of: azerbaijan, with: pakistan, period: 2021, value: $2.0 million}",
        "{id: z, figure: exports, of: azerbaijan, with: pakistan, period: 2021, value: $3.5 million}",
        "{id: r, role: minister, person: one, from: 2010-01-01, until: 2015-01-01}",
    ],
    "c": [
        "{id: r, role: minister, person: two, from: 2012-01-01, until: 2016-01-01}",
        "{id: q, role: minister, person: two, until: 2016-01-01, from: 2012-01-01, unknown: 1}",
    ],
}
REGISTRY = """
== facts/registry/measures.yaml
exports: {name: exports, kind: flow, unit: USD}
imports: {name: imports, kind: flow, unit: USD}
turnover: {name: turnover, kind: flow, unit: USD, equals: exports + imports}
== facts/registry/places.yaml
azerbaijan: {name: Azerbaijan}
pakistan: {name: Pakistan}
== facts/registry/people.yaml
one: {name: One}
two: {name: Two}
three: {name: Three}
== facts/registry/offices.yaml
minister: {title: Minister, seats: 1}
"""


def written(shuffle: random.Random | None) -> str:
    text = [REGISTRY]
    for name, facts in FACTS.items():
        lines = list(facts)
        if shuffle:
            lines = [shuffled_keys(line, shuffle) for line in lines]
            shuffle.shuffle(lines)
        text.append(f"== facts/{name}.yaml\nsource: {{title: {name}}}\npublished: 2022-01-01\nfacts:\n")
        text += [f"  - {line}\n" for line in lines]
    return "".join(text)


def shuffled_keys(line: str, shuffle: random.Random) -> str:
    pairs = line.strip("{}").split(", ")
    shuffle.shuffle(pairs)
    return f"{{{', '.join(pairs)}}}"


def unplaced(report: Report) -> dict[str, str]:
    """Every output without what must move with the lines: line and column numbers, and the lines shown."""
    outputs = {name: renderer(name)(report) for name in FORMATS if name not in {"full", "json"}}
    outputs["markdown"] = markdown.render(report).partition("## Sources and their facts")[0]
    plain = json.loads(renderer("json")(report))
    for finding in plain["findings"]:
        for spot in (finding["primary"], *finding["related"]):
            for key in ("line", "column", "end_line", "end_column"):
                del spot[key]
    return {**{name: PLACES.sub("", text) for name, text in outputs.items()}, "json": json.dumps(plain)}


PLACES = re.compile(
    r":\d+:\d+|\b(line|endLine|col|endColumn)=\d+"
    r'|"(startLine|startColumn|endLine|endColumn|line|column|end_line|end_column|begin|end)": \d+|(?m:^ +\d+:\d+ +)'
)


def report_of(text: str, folder: Path) -> Report:
    unpack(text, folder)
    return check(load_settings(folder), RULES)


@pytest.mark.parametrize("seed", range(8))
def test_shuffled_facts_and_keys_say_the_same(seed: int, tmp_path: Path) -> None:
    straight = report_of(written(None), tmp_path / "straight")
    shuffled = report_of(written(random.Random(seed)), tmp_path / "shuffled")
    assert len(straight.findings) >= 6
    assert unplaced(shuffled) == unplaced(straight)


def test_the_order_in_which_the_disk_lists_files_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    straight = report_of(written(None), tmp_path)
    walk = os.walk

    def backwards(top: str | Path) -> object:
        for folder, folders, names in walk(top):
            names.reverse()
            yield folder, folders, names

    monkeypatch.setattr(os, "walk", backwards)
    again = check(load_settings(tmp_path), RULES)
    assert [renderer(name)(again) for name in FORMATS] == [renderer(name)(straight) for name in FORMATS]
