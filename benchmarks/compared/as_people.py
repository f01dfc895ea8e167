"""Terms of office as the files of people that Open States keeps, one a person, for `os-people lint`.

Its format knows the states of the USA, a fixed list of offices and of parties, and terms with a first and a last day.
So every term becomes one of Alaska: a ministry that of its attorney general, a seat in parliament one of its lower
house, a party membership an independent's. Observations, ranks, numbers and lengths of service have no place in it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import NAMESPACE_URL, uuid5

import yaml

if TYPE_CHECKING:
    from pathlib import Path

    from .names import Registry

STATE = "ak"
_GOVERNMENT = "ocd-jurisdiction/country:us/state:ak/government"


class People(NamedTuple):
    """The folder that stands for a checkout of Open States, and for each file the facts that it holds."""

    folder: Path
    held: dict[str, list[str]]


def write_people(facts: list[dict[str, Any]], known: Registry, folder: Path) -> People:
    """The terms of office in `folder`, which is new; all people are retired."""
    for name in ("legislature", "retired"):
        (folder / "data" / STATE / name).mkdir(parents=True)
    (folder / "settings.yml").write_text("{}\n", encoding="utf-8")
    terms: dict[str, list[dict[str, Any]]] = {}
    for fact in facts:
        if fact["kind"] == "role" and fact["from"] and fact["until"]:
            terms.setdefault(fact["person"], []).append(fact)
    held = {}
    for person, told in terms.items():
        name = f"{person}-{uuid5(NAMESPACE_URL, person)}.yml"
        record = yaml.safe_dump(_record(person, told, known), sort_keys=False)
        (folder / "data" / STATE / "retired" / name).write_text(record, encoding="utf-8")
        held[name] = [fact["id"] for fact in told]
    return People(folder, held)


def complaints(written: str, held: dict[str, list[str]]) -> list[list[str]]:
    """The facts of each complaint about a person; those about the state as a whole are left out, as it is none."""
    found: list[list[str]] = []
    file = ""
    for line in written.splitlines():
        if line in held:
            file = line
        elif line.startswith(" ") and file:
            found.append(held[file])
        else:
            file = ""
    return found


def _record(person: str, told: list[dict[str, Any]], known: Registry) -> dict[str, Any]:
    entry = known["people"][person]
    given, _, family = entry["name"].partition(" ")
    return {
        "id": f"ocd-person/{uuid5(NAMESPACE_URL, person)}",
        "name": entry["name"],
        "given_name": given,
        "family_name": family,
        "birth_date": entry["born"],
        "party": [{"name": "Independent", **_dates(fact)} for fact in told if "party" in fact["role"]],
        "roles": [_role(fact) for fact in told if "party" not in fact["role"]],
    }


def _role(fact: dict[str, Any]) -> dict[str, str]:
    kind = {"type": "lower", "district": "1"} if "parliament" in fact["role"] else {"type": "attorney general"}
    return {**kind, "jurisdiction": _GOVERNMENT, **_dates(fact)}


def _dates(fact: dict[str, Any]) -> dict[str, str]:
    return {"start_date": fact["from"], "end_date": fact["until"]}
