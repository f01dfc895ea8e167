"""Facts as rows of words that `factlint check --tables` reads again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factlint.corpus.cells import ListOf, NameOf
from factlint.corpus.facts import OF_ANY_KIND, OF_KIND
from factlint.corpus.language import KIND_OF
from factlint.reading.yaml import Mapping as YamlMapping
from factlint.reading.yaml import Sequence
from factlint.tables.rows import HEAD, HEADLINE

if TYPE_CHECKING:
    from factlint.corpus import Record
    from factlint.corpus.cell import Key
    from factlint.reading.yaml import Node


def row_of(fact: Record, head: Record) -> dict[str, str]:
    """The words of a fact and of its source, by column; what is not written is left out.

    Names are ids of the registry where they could be resolved. Lists and mappings are JSON, which is YAML too.
    """
    words = {"id": fact.ref}
    for column in HEAD:
        if (node := head.node.get("title" if column == HEADLINE else column)) is not None:
            words[column] = _said(node)
    kind = KIND_OF.get(fact.table)
    keys = OF_KIND[kind] if kind else OF_ANY_KIND
    for name, key in keys.items():
        said = fact.node.get(name)
        if said is not None and name != "id":
            words[name] = _named(key, fact.values.get(name)) or _said(said)
    return words


def _named(key: Key, value: object) -> str | None:
    """The ids that names have been resolved to; None for other cells, and where none was."""
    if isinstance(key.cell, NameOf) and value is not None:
        return str(value)
    if isinstance(key.cell, ListOf) and isinstance(key.cell.item, NameOf) and value:
        return json.dumps(value, ensure_ascii=False)
    return None


def _said(node: Node) -> str:
    """What a node says: a text as it is, all else as JSON."""
    plain = _plain(node)
    return plain if isinstance(plain, str) else json.dumps(plain, ensure_ascii=False)


def _plain(node: Node) -> object:
    if isinstance(node, YamlMapping):
        return {key.text: _plain(value) for key, value in node.entries}
    return [_plain(item) for item in node.items] if isinstance(node, Sequence) else node.text
