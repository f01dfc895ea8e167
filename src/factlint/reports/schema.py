"""JSON Schemas (draft-07) of fact files and registry files, made from the fact language and a corpus's names.

A schema is for an editor: it refuses what no corpus could mean (an unknown key, a missing one, a list for a text) and
completes the rest. What depends on other files, and how a date or a figure reads, is for `factlint check`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from factlint.corpus.cells import Flag, ListOf, NameOf, Nested, Scope
from factlint.corpus.language import FACT, FACTS, FILE, REGISTRY
from factlint.corpus.printed import Dated
from factlint.reports.json_text import dumped
from factlint.schemas.models import MODELS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from factlint.corpus.cell import Cell, Key
    from factlint.schemas.declare import Column

Schema: TypeAlias = dict[str, Any]

KINDS = ("facts", *REGISTRY)
"""What there is a schema for: fact files, and each registry file."""

_DRAFT = "http://json-schema.org/draft-07/schema#"
# What YAML 1.2 makes of a text that is read as it is written: `2020`, `true` and `13.20` are texts here too.
_TEXT: Schema = {"type": ["string", "number", "boolean"]}
_TRUTH: Schema = {"anyOf": [{"type": "boolean"}, {"type": "string", "pattern": "^(true|false)$"}]}
_NEEDED = {"source": ["title"], "accept": ["rule", "because"]}
_DATE_HELP = "A date such as 2020-11-10, 2020-11, 2020, 2021-Q1, 2014~ or 2020-09-27/2020-11-10."


class Words(NamedTuple):
    """What an editor may complete: names by the kind of entry, articles under seeds/, rules."""

    names: Mapping[str, tuple[str, ...]]
    articles: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


def render(kind: str, words: Words) -> str:
    """The schema of fact files (`facts`) or of a registry file (`people`, …) as JSON text."""
    made = _fact_file(words) if kind == "facts" else _registry_file(kind, words)
    names = {each: {"enum": list(found)} for each, found in words.names.items() if found}
    definitions = {"text": _TEXT, "date": {**_TEXT, "description": _DATE_HELP}, "truth": _TRUTH, **names}
    whole = {"$schema": _DRAFT, **made, "definitions": {**made.get("definitions", {}), **definitions}}
    return f"{dumped(whole, indent=2)}\n"


def _fact_file(words: Words) -> Schema:
    head = _properties(FILE, "articles", words)
    head["article"] = _suggested(words.articles, _described(FILE)["article"])
    head["digest"] = {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$", "description": _described(FILE)["digest"]}
    head["facts"] = {
        "description": "The facts, each beginning with its id.",
        "anyOf": [{"type": "array", "items": {"$ref": "#/definitions/fact"}}, {"type": "null"}],
    }
    quoted = {"properties": {"facts": {"anyOf": [{"items": {"required": ["quote"]}}, {"type": "null"}]}}}
    return {
        "title": "A fact file of factlint",
        "type": "object",
        "properties": head,
        "additionalProperties": False,
        "required": ["facts"],
        "oneOf": [{"required": ["article"]}, {"required": ["source"]}],
        "if": {"required": ["article"]},
        "then": quoted,
        "definitions": {"fact": _fact(words), **{f"{kind} fact": _of_kind(kind, words) for kind in FACTS}},
    }


def _fact(words: Words) -> Schema:
    """A fact of any kind: first the keys that say the kind, then all else by it."""
    kinds = {kind: _properties(FACTS[kind][1], FACTS[kind][0], words)[kind] for kind in FACTS}
    return {
        "type": "object",
        "properties": {**_common(words), **kinds},
        "required": ["id"],
        "oneOf": [{"required": [kind]} for kind in FACTS],
        "allOf": [{"if": {"required": [kind]}, "then": {"$ref": f"#/definitions/{kind} fact"}} for kind in FACTS],
    }


def _of_kind(kind: str, words: Words) -> Schema:
    table, keys = FACTS[kind]
    own = _object({**_common(words), **_properties(keys, table, words)}, ["id", *_required(keys, table)])
    if kind == "figure":
        own["allOf"] = [_one_of_these("value", "change", "share"), _one_of_these("period", "asof")]
        own["dependencies"] = {"change": ["versus"], "share": ["share_of"]}
    if kind == "relation":
        own["allOf"] = [_one_of_these("object", "value")]
    return own


def _common(words: Words) -> Schema:
    made = _properties(FACT, "facts", words)
    made["id"] = {**_TEXT, "pattern": "^[^\\s#._-][^\\s#]{0,99}$", "description": _described(FACT)["id"]}
    made["quote"] = {**made["quote"], "maxLength": 10_000}
    return made


def _one_of_these(*keys: str) -> Schema:
    return {"anyOf": [{"required": [key]} for key in keys]}


def _registry_file(kind: str, words: Words) -> Schema:
    keys, table = REGISTRY[kind], f"registry/{kind}"
    entry = _object(_properties(keys, table, words), _required(keys, table))
    # An id alone is an entry, and its name.
    entries = entry if entry.get("required") else {"anyOf": [entry, {"type": "null"}]}
    return {
        "title": f"The registry of {kind} of factlint",
        "type": ["object", "null"],
        "propertyNames": {"pattern": "^[^#]*$"},
        "additionalProperties": entries,
    }


def _object(properties: Schema, required: list[str]) -> Schema:
    made: Schema = {"type": "object", "properties": properties, "additionalProperties": False}
    return {**made, "required": required} if required else made


def _described(keys: Iterable[Key]) -> dict[str, str]:
    return {key.name: key.doc for key in keys}


def _required(keys: Iterable[Key], table: str) -> list[str]:
    """The keys that every row fills, by the schema of the table."""
    columns = _columns(table)
    return [key.name for key in keys if key.name in columns and columns[key.name].filled]


def _properties(keys: Iterable[Key], table: str, words: Words) -> Schema:
    few, more = _listed(table)
    made = {}
    for key in keys:
        cell = _cell(key.cell, words, key.name)
        if key.name in few:
            cell = {"enum": list(few[key.name])}
        elif key.name in more:
            cell = _listable(key.cell, _suggested(more[key.name]))
        made[key.name] = {**cell, "description": key.doc}
    return made


def _columns(table: str) -> Mapping[str, Column]:
    return MODELS[table].columns


def _listed(table: str) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """By key the few words that alone may stand there, and words that a sentence of the table's model offers."""
    few = {name: column.words for name, column in _columns(table).items() if column.words}
    constraints = [check.constraint for check in MODELS[table].checks]
    return few, {each.fields[0]: each.words for each in constraints if each.words}


def _cell(cell: Cell, words: Words, name: str) -> Schema:
    """What may stand in a cell, by the type of the cell."""
    if isinstance(cell, ListOf):
        return _listable(cell, _cell(cell.item, words, name))
    if isinstance(cell, Nested):
        return _nested(cell, words, name)
    if isinstance(cell, NameOf):
        offered = [{"$ref": f"#/definitions/{kind}"} for kind in cell.kinds if words.names.get(kind)]
        return {"anyOf": [*offered, _ref("text")]} if offered else {"allOf": [_ref("text")]}
    if isinstance(cell, Scope):
        return {"type": "object", "additionalProperties": _ref("text")}
    if isinstance(cell, Flag | Dated):
        return {"allOf": [_ref("truth" if isinstance(cell, Flag) else "date")]}
    return dict(_TEXT)


def _nested(cell: Nested, words: Words, name: str) -> Schema:
    properties: Schema = {key.name: {**_cell(key.cell, words, key.name), "description": key.doc} for key in cell.keys}
    if name == "accept":
        properties["rule"] = _suggested(words.rules, properties["rule"]["description"])
    made = _object(properties, _NEEDED.get(name, []))
    if cell.short is None:
        return made
    short = next(key.cell for key in cell.keys if key.name == cell.short)
    return {"anyOf": [_cell(short, words, cell.short), made]}


def _listable(cell: Cell, item: Schema) -> Schema:
    """A list of items, or one of them alone, where the cell is a list."""
    return {"anyOf": [item, {"type": "array", "items": item}]} if isinstance(cell, ListOf) else item


def _suggested(words: tuple[str, ...], description: str = "") -> Schema:
    """Any text, with words to complete it from."""
    made: Schema = {"anyOf": [{"enum": list(words)}, _ref("text")]} if words else dict(_TEXT)
    return {**made, "description": description} if description else made


def _ref(name: str) -> Schema:
    return {"$ref": f"#/definitions/{name}"}
