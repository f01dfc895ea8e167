"""Facts as RDF triples, from what `factlint export --format json` writes and the registry.

So amounts and dates are read already: the tool that is given the triples is spared that work.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from .names import Registry

    Triple = tuple[str, str, str]

_XSD = "http://www.w3.org/2001/XMLSchema#"
_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_CLASSES = {"places": "Place", "people": "Person", "bodies": "Body", "offices": "Office", "measures": "Measure"}
_LINKS = {
    "figure": {"figure": "measure", "of": "of", "with": "partner"},
    "event": {"event": "event", "place": "place", "who": "who", "after": "after", "before": "before"},
    "role": {"role": "role", "person": "person", "replaces": "replaces"},
    "relation": {"relation": "relation", "subject": "subject", "object": "object"},
}


def write_triples(facts: list[dict[str, Any]], known: Registry, path: Path) -> int:
    """As N-Triples; how many they are."""
    lines = {f"{' '.join(triple)} .\n" for triple in (*_of_registry(known), *_of_facts(facts, _totals(known)))}
    path.write_text("".join(sorted(lines)), encoding="utf-8")
    return len(lines)


def _totals(known: Registry) -> set[str]:
    """The measures that are sums of two others."""
    return {name for name, values in known.get("measures", {}).items() if "+" in values.get("equals", "")}


def _of_facts(facts: list[dict[str, Any]], totals: set[str]) -> Iterator[Triple]:
    for fact in facts:
        node = f"<urn:fact:{fact['id']}>"
        yield node, _TYPE, _name(fact["kind"].capitalize())
        for key, name in _LINKS[fact["kind"]].items():
            for entry in fact[key] if isinstance(fact[key], list) else [fact[key]]:
                if entry:
                    yield node, _name(name), _entry(entry)
        yield from _times(node, fact)
        if fact["kind"] == "figure":
            if fact["figure"] in totals and fact["value"]:
                yield node, _TYPE, _name("Total")
            yield from _amounts(node, fact)


def _times(node: str, fact: Mapping[str, Any]) -> Iterator[Triple]:
    """The first and last day that are possible, the ends of a term that are told to the day, and what it lies in."""
    for key in ("earliest", "latest"):
        if fact[key]:
            yield node, _name(key), _literal(fact[key], "date")
    for key in ("from", "until"):
        if re.fullmatch(r"\d{4}-\d\d-\d\d", fact.get(key) or ""):
            yield node, _name(key), _literal(fact[key], "date")
    if fact.get("within"):
        yield node, _name("within"), f"<urn:fact:{fact['within']}>"


def _amounts(node: str, fact: Mapping[str, Any]) -> Iterator[Triple]:
    """What a figure is about, the same node for all of one pair, time and scope, and its two ends."""
    cell = "/".join(re.sub(r"\W+", "-", fact[key] or "") for key in ("of", "with", "period", "scope"))
    goods = fact["figure"].rpartition("-")[0]
    yield node, _name("cell"), f"<urn:cell:{goods}/{cell}>"
    ends = ("low", "high") if fact["value"] else ("shareLow", "shareHigh") if fact["share"] else ()
    if fact["value"]:
        yield node, _TYPE, _name("Amount")
        yield node, _name("unit"), _literal(fact["unit"])
    for name, key in zip(ends, ("low", "high"), strict=False):
        if fact[key] is not None:
            yield (
                node,
                _name(name),
                _literal(f"{fact[key]:f}" if isinstance(fact[key], float) else fact[key], "decimal"),
            )


def _of_registry(known: Registry) -> Iterator[Triple]:
    for kind, entries in known.items():
        for name, values in entries.items():
            yield _entry(name), _TYPE, _name(_CLASSES.get(kind, "Entry"))
            if "unit" in values:
                yield _entry(name), _name("unit"), _literal(values["unit"])
            if kind == "people" and "born" in values:
                yield _entry(name), _name("born"), _literal(_first_day(values["born"]), "date")
            if kind == "offices" and "from" in values:
                yield _entry(name), _name("since"), _literal(_first_day(values["from"]), "date")
            if "+" in values.get("equals", ""):
                for number, summand in enumerate(values["equals"].split(" + "), start=1):
                    yield _entry(name), _name(f"summand{number}"), _entry(summand)


def _first_day(date: str) -> str:
    return date + "-01-01"[len(date) - len("2020") :]


def _name(local: str) -> str:
    return f"<urn:facts:{local}>"


def _entry(entry: str) -> str:
    return f"<urn:entry:{entry}>"


def _literal(value: object, datatype: str = "string") -> str:
    return f'"{value}"^^<{_XSD}{datatype}>'
