"""`factlint schema`: what the schemas take and refuse, asked of a validator of JSON Schema."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from jsonschema import Draft7Validator

from factlint.cli import main
from factlint.commands.schema import words_of
from factlint.corpus.language import FACT, FACTS, FILE, REGISTRY
from factlint.corpus.settings import load_settings
from factlint.reading import yaml
from factlint.reading.yaml import Mapping, Scalar
from factlint.reports.schema import KINDS, Words, render
from factlint.rules import RULES
from factlint.testing import unpack

if TYPE_CHECKING:
    from factlint.reading.yaml import Node

ROOT = Path(__file__).parents[2]
NAMELESS = {kind: Draft7Validator(json.loads(render(kind, Words({})))) for kind in KINDS}
FACTS_PAGE = """
source: {title: A report}
facts:
  - {id: one, figure: exports, of: azerbaijan, period: 2020, value: 13.20}
"""


def as_an_editor_reads(node: Node | None) -> Any:  # noqa: ANN401 - whatever JSON has
    """The node with the types that the core schema of YAML 1.2 gives to plain scalars, as editors do."""
    if node is None:
        return None
    if isinstance(node, Mapping):
        return {key.text: as_an_editor_reads(value) for key, value in node.entries}
    if not isinstance(node, Scalar):
        return [as_an_editor_reads(item) for item in node.items]
    return node.text if node.quoted else plain(node.text)


def plain(text: str) -> str | float | bool | None:
    """What the core schema makes of a plain scalar."""
    if re.fullmatch(r"|~|null|Null|NULL", text):
        return None
    if re.fullmatch(r"true|True|TRUE|false|False|FALSE", text):
        return text.lower() == "true"
    if re.fullmatch(r"[-+]?[0-9]+", text):
        return int(text)
    if re.fullmatch(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", text):
        return float(text)
    return text


def kind_of(path: Path, facts: Path) -> str:
    return path.stem if path.parent == facts / "registry" else "facts"


def refused(validator: Draft7Validator, text: str | bytes) -> list[str]:
    data = text.encode() if isinstance(text, str) else text
    return [error.message for error in validator.iter_errors(as_an_editor_reads(yaml.read(data).root))]


def call(*arguments: str | Path) -> tuple[int, str, str]:
    result = CliRunner().invoke(main, ["schema", *map(str, arguments)], catch_exceptions=False)
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.parametrize("kind", KINDS)
def test_every_schema_is_a_draft_07_schema(kind: str) -> None:
    for words in (Words({}), words_of(load_settings(ROOT))):
        Draft7Validator.check_schema(json.loads(render(kind, words)))


def test_every_file_of_our_own_corpus_is_taken() -> None:
    words = words_of(load_settings(ROOT))
    facts = ROOT / "facts"
    files = sorted(facts.rglob("*.yaml"))
    assert len(files) > len(REGISTRY)
    for path in files:
        validator = Draft7Validator(json.loads(render(kind_of(path, facts), words)))
        assert refused(validator, path.read_bytes()) == [], path


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_valid_examples_of_every_rule_are_taken(rule: Any, tmp_path: Path) -> None:  # noqa: ANN401 - a rule's class
    for number, example in enumerate(rule.valid):
        facts = tmp_path / str(number) / "facts"
        unpack(example, tmp_path / str(number))
        for path in sorted(facts.rglob("*.y*ml")):
            kind = kind_of(path, facts)
            if kind in NAMELESS:
                assert refused(NAMELESS[kind], path.read_bytes()) == [], path.read_text("utf-8")


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("value: 13.20", "valu: 13.20", "valu"),
        ("id: one, ", "", "'id' is a required property"),
        ("figure: exports, ", "", "is not valid under any"),
        (", of: azerbaijan", "", "'of' is a required property"),
        (", value: 13.20", "", "is not valid under any"),
        (", period: 2020", "", "is not valid under any"),
        ("value: 13.20", "share: 3%", "'share_of' is a dependency"),
        ("value: 13.20", "change: +3%", "'versus' is a dependency"),
        ("value: 13.20", "value: 13.20, event: war", "valid under each"),
        ("value: 13.20", "value: 13.20, mode: planed", "'planed' is not one of"),
        ("value: 13.20", "value: 13.20, derived: yes", "is not valid under any"),
        ("value: 13.20", "value: [13.20]", "is not of type"),
        ("value: 13.20", "value: 13.20, accept: [{rule: sum-mismatch}]", "is not valid under any"),
        ("{title: A report}", "{url: here}", "'title' is a required property"),
        ("source: {title: A report}", "article: a.txt", "'quote' is a required property"),
        ("source: {title: A report}", "{}", "is not valid under any"),
        ("facts:", "fact:", "'facts' is a required property"),
    ],
)
def test_what_no_corpus_can_mean_is_refused(old: str, new: str, what: str) -> None:
    assert refused(NAMELESS["facts"], FACTS_PAGE) == []
    page = FACTS_PAGE.replace(old, new, 1).replace("{}\n", "\n")
    said = [
        error
        for top in NAMELESS["facts"].iter_errors(as_an_editor_reads(yaml.read(page.encode()).root))
        for error in (top, *(top.context or ()))
    ]
    assert any(what in error.message for error in said), [error.message for error in said]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("people", "a: {nam: A}"),
        ("people", "[a]"),
        ("people", "a: text"),
        ("people", "'a#b': {name: A}"),
        ("measures", "a: {kind: flows}"),
        ("rates", "a: {from: USD, to: AZN, rate: 1.7}"),
    ],
)
def test_what_no_registry_can_mean_is_refused(kind: str, text: str) -> None:
    assert refused(NAMELESS[kind], text) != []


@pytest.mark.parametrize("text", ["", "a:", "a: {name: 2020, aliases: [true, 13.20]}", "2020: {aliases: one}"])
def test_what_the_reader_takes_as_text_is_taken(text: str) -> None:
    assert refused(NAMELESS["people"], text) == []


def test_every_key_of_the_language_has_its_description() -> None:
    made = NAMELESS["facts"].schema
    assert isinstance(made, dict)
    for kind, (_, keys) in FACTS.items():
        own = made["definitions"][f"{kind} fact"]["properties"]
        assert {key.name: own[key.name]["description"] for key in (*FACT, *keys)} == {
            key.name: key.doc for key in (*FACT, *keys)
        }
        assert list(own) == [key.name for key in (*FACT, *keys)]
    assert [key.name for key in FILE] == [name for name in made["properties"] if name != "facts"]


def test_the_names_of_the_corpus_complete_and_unknown_ones_pass() -> None:
    status, text, _ = call(ROOT)
    made = json.loads(text)
    assert status == 0
    assert {"Qamar Javed Bajwa", "qamar-javed-bajwa"} <= set(made["definitions"]["people"]["enum"])
    assert {"$ref": "#/definitions/people"} in made["definitions"]["role fact"]["properties"]["person"]["anyOf"]
    assert "000_639ad85f9f7bf7b3.txt" in made["properties"]["article"]["anyOf"][0]["enum"]
    page = "source: {title: A}\nfacts:\n  - {id: a, role: nobody knows, person: Nobody}"
    assert refused(Draft7Validator(made), page) == []


def test_all_writes_one_file_a_kind(tmp_path: Path) -> None:
    status, said, _ = call(ROOT, "--all", tmp_path / "schema")
    assert (status, sorted(path.stem for path in (tmp_path / "schema").iterdir())) == (0, sorted(KINDS))
    assert "10 schemas" in said
    assert (tmp_path / "schema" / "people.json").read_text("utf-8") == call(ROOT, "--kind", "people")[1]


def test_hostile_names_stay_text() -> None:
    names = ("\u202eevil", "\x1b[31m", '"}]', "</script>", "Əli", "$ref")
    text = render("people", Words({"people": names, "places": names}))
    assert json.loads(text)["definitions"]["people"]["enum"] == list(names)
    assert "\u202e" not in text
    assert "Əli" in text


def test_an_unknown_kind_is_refused_with_those_there_are() -> None:
    status, _, said = call(ROOT, "--kind", "persons")
    assert status == 2
    assert "people" in said


def test_without_a_project_it_says_so(tmp_path: Path) -> None:
    assert call(tmp_path)[0] == 2
