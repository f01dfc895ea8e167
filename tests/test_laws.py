"""Laws of every rule on dates, offices, people and relations, on its own examples and on all cases.

Findings are the same facts under the same rules when facts change places, when everything happens 400 years later (the
calendar repeats itself to the weekday), when ids are renamed, and when a file is split. Widening a date adds none.
"""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest
import yaml

from factlint.corpus import load_corpus, load_settings
from factlint.engine.check import findings_of
from factlint.findings import Severity
from factlint.reading.date import DateError
from factlint.reading.date import read as read_date
from factlint.rules import RULES
from factlint.testing import unpack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from factlint.findings import Finding
    from factlint.rules.base import Rule

FAMILIES = {"events", "offices", "names", "relations"}
WITHIN_A_FILE = {"duplicate-term"}
"""Rules that compare the facts of one file only."""

DATES = {"date", "published", "from", "until", "at", "asof", "since", "born", "died", "founded", "dissolved"}
REFERENCES = {"supersedes", "within", "with"}
TEXTS = {"kind", "name", "title", "aliases", "note", "quote", "because", "text", "value", "scope", "id"}

Data: TypeAlias = Any
"""Mappings, lists and texts."""

Project = dict[str, Data]
"""The parsed files of a project by their paths."""

Told = Counter[tuple[str, ...]]
"""How often a rule names which facts, with its severity."""


def family(rule: type[Rule]) -> str:
    return rule.__module__.split(".")[-2]


CHECKED = [rule for rule in RULES if family(rule) in FAMILIES]
PROJECTS = [
    *(
        pytest.param(text, id=f"{rule.name}-{n}")
        for rule in CHECKED
        for n, text in enumerate(rule.invalid + rule.valid)
    ),
    *(
        pytest.param(path.read_text("utf-8"), id=path.stem)
        for path in sorted((Path(__file__).parent / "cases").rglob("*.project"))
    ),
]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Project], Told]:
    """What the rules find in a project; asked again, what they found before."""
    known: dict[str, Told] = {}

    def run(project: Project) -> Told:
        asked = json.dumps(project)
        if asked not in known:
            known[asked] = found(project)
        return known[asked]

    def found(project: Project) -> Counter[tuple[str, ...]]:
        folder = tmp_path_factory.mktemp("project")
        for path, data in project.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(
                data if isinstance(data, str) else yaml.safe_dump(data, sort_keys=False), "utf-8"
            )
        corpus = load_corpus(load_settings(folder)).with_problems(())
        findings = [each for rule in CHECKED for each in findings_of(rule, corpus)]
        return Counter(map(named, findings))

    return run


def named(finding: Finding) -> tuple[str, ...]:
    facts = sorted(re.sub(r"-part-\d", "", fact) for fact in finding.facts)
    return (finding.rule, finding.severity, *facts)


def parsed(text: str, folder: Path) -> Project | None:
    """The files of a project; None where one of them is no plain YAML or is not about facts."""
    unpack(text, folder)
    project: Project = {}
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        content = path.read_bytes()
        try:
            project[path.relative_to(folder).as_posix()] = (
                yaml.load(content, yaml.BaseLoader) if path.suffix == ".yaml" else content.decode()  # noqa: S506 - texts
            )
        except (yaml.YAMLError, UnicodeDecodeError):
            return None
    files = [data for path, data in facts_of(project)]
    return project if files and all(isinstance(data, dict) and data.get("facts") for data in files) else None


def facts_of(project: Project) -> Iterator[tuple[str, Any]]:
    for path, data in project.items():
        if path.startswith("facts/") and not path.startswith("facts/registry/"):
            yield path, data


def mapped(data: Data, change: Callable[[str, str], str], key: str = "") -> Data:
    """The data with every text changed; a list's items have the key of the list."""
    if isinstance(data, dict):
        return {name: mapped(value, change, name) for name, value in data.items()}
    if isinstance(data, list):
        return [mapped(value, change, key) for value in data]
    return change(key, data)


def is_day(text: str) -> bool:
    try:
        return text[4:5] == "-" and read_date(text).exact
    except DateError:
        return False


def shuffled(project: Project) -> Project:
    chance = random.Random(1)
    parts = {
        path: {**data, "facts": chance.sample(data["facts"], len(data["facts"]))} for path, data in facts_of(project)
    }
    return {**project, **parts}


def split(project: Project) -> Project:
    parts = {}
    where = {}
    for path, data in facts_of(project):
        for number in range(2):
            name = f"{path.removesuffix('.yaml')}-part-{number}"
            parts[f"{name}.yaml"] = {**data, "facts": data["facts"][number::2]}
            where.update(
                {
                    (path, fact.get("id")): f"{name.removeprefix('facts/')}#{fact.get('id')}"
                    for fact in data["facts"][number::2]
                }
            )

    def moved(path: str) -> Callable[[str, str], str]:
        def change(key: str, text: str) -> str:
            file, _, name = text.rpartition("#")
            return where.get((f"facts/{file}.yaml" if file else path, name), text) if key in REFERENCES else text

        return change

    whole = {re.sub(r"-part-\d", "", path): data for path, data in parts.items()}
    rest = {path: data for path, data in project.items() if path not in whole}
    return {
        **rest,
        **{path: mapped(data, moved(re.sub(r"-part-\d", "", path))) for path, data in parts.items() if data["facts"]},
    }


def later(project: Project) -> Project:
    def change(key: str, text: str) -> str:
        if key not in DATES:
            return text
        return (
            re.sub(r"\b(\d{2})(\d\dX?|\dX)", lambda match: f"{int(match[1]) + 4}{match[2]}", text)
            if text[:1].isdigit()
            else re.sub(r"\b(\d{4})\b", lambda match: str(int(match[1]) + 400), text)
        )

    return {path: mapped(data, change) if path.startswith("facts/") else data for path, data in project.items()}


def renamed(project: Project) -> Project:
    """Every id of things longer by a letter that sorts last; those of measures and relations are words."""
    renewed = {f"facts/registry/{kind}.yaml" for kind in ("people", "places", "offices", "events", "bodies", "series")}
    ids = {name for path, data in project.items() if path in renewed and isinstance(data, dict) for name in data}

    def change(key: str, text: str) -> str:
        return f"{text}z" if text in ids and key not in TEXTS | REFERENCES else text

    def entries(path: str, data: Data) -> Data:
        data = mapped(data, change)
        return {f"{name}z": entry for name, entry in data.items()} if path in renewed else data

    return {path: entries(path, data) if path.startswith("facts/") else data for path, data in project.items()}


@pytest.mark.parametrize("text", PROJECTS)
def test_findings_stay_the_same(text: str, told: Callable[[Project], Told], tmp_path: Path) -> None:
    if project := parsed(text, tmp_path):
        # The Julian calendar does not repeat itself after 400 years.
        changed = renamed(shuffled(project if "julian" in text else later(project)))
        assert told(changed) == told(project)


@pytest.mark.parametrize("text", PROJECTS)
def test_findings_stay_the_same_in_two_files(text: str, told: Callable[[Project], Told], tmp_path: Path) -> None:
    if project := parsed(text, tmp_path):
        whole, parts = told(project), told(split(project))
        # Which of several facts stands for them follows from their order, which is that of files first.
        rules = [Counter(key[:2] for key in each.elements() if key[0] not in WITHIN_A_FILE) for each in (whole, parts)]
        assert rules[1] == rules[0]


@pytest.mark.parametrize("text", PROJECTS)
def test_a_wider_date_adds_no_finding(text: str, told: Callable[[Project], Told], tmp_path: Path) -> None:
    project = parsed(text, tmp_path)
    if not project:
        return
    dates = [
        (path, number, key)
        for path, data in facts_of(project)
        for number, fact in enumerate(data["facts"])
        for key, value in fact.items()
        if key in DATES - {"asof"} and is_day(str(value))
    ]
    before = told(project)
    for path, number, key in random.Random(1).sample(dates, min(len(dates), 2)):
        facts = [dict(fact) for fact in project[path]["facts"]]
        facts[number][key] = facts[number][key][:7]
        after = told({**project, path: {**project[path], "facts": facts}})
        fails = [
            sum(n for (_, severity, *_), n in each.items() if severity != Severity.NOTE) for each in (before, after)
        ]
        assert fails[1] <= fails[0], (path, number, key)
