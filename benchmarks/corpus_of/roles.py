"""Stories of roles: an office and its three holders, from references and from articles that see them in office."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from . import words
from .story import Said, Source, Told

if TYPE_CHECKING:
    from collections.abc import Mapping
    from random import Random

    from .story import Cells, Entries

HOLDERS = 3
PLACES = 400
_FIRST_DAY = date(1950, 1, 1).toordinal()
_DAYS = 17_000
_NAMES = (
    "Agriculture Archives Arbitration Aviation Banking Broadcasting Commerce Communications Construction Culture "
    "Customs Defence Education Elections Emergencies Employment Energy Environment Family Finance Fisheries Forestry "
    "Health Heritage Housing Immigration Industry Information Infrastructure Innovation Insurance Irrigation Justice "
    "Labour Lands Logistics Mining Planning Procurement Railways Reforms Resources Science Security Shipping Sport "
    "Statistics Taxation Tourism Transport"
)
_FUNCTIONS = tuple(_NAMES.split())
_CAREER = ("Major General", "Lieutenant-General")
Row = dict[str, Any]


class Roles:
    """Terms told exactly and in years, an earlier seat, a party, and sights in office with ranks and years served."""

    name = "roles"
    letter = "r"
    share = 20
    size = 8 * HOLDERS
    keys = PLACES * len(_FUNCTIONS)
    columns: tuple[str, ...] = (
        *("role", "person", "at", "from", "until", "title", "rank"),
        *("replaces", "number", "served", "within", "scope"),
    )
    flaws: tuple[str, ...] = (
        *("until", "years", "seat", "party-late", "party-early", "premature", "outdated"),
        *("rank", "served", "predecessor", "number", "antedated"),
    )
    flaws_in_scope = flaws

    def told(self, source: Source, flaw: str | None) -> Told:
        """The roles of an office in one telling."""
        office = _Office.of(source)
        rows = _references(office) + _sights(office, source.words())
        wrong = _spoil(rows, flaw, office) if flaw else None
        rest = {"scope": "{branch: reserve}"} if source.scoped() else {}
        facts = [
            Said(_cells(row) | rest, row["told"], exact=row["exact"], tied="within" in row, wrong=row is wrong)
            for row in rows
        ]
        return Told(f"Who was {office.title}", facts)

    def entries(self, seed: int, keys: Mapping[int, int], into: Entries) -> None:
        """The offices, their holders, and the seats and parties of each place with what excludes them."""
        excluded: dict[str, list[str]] = {}
        for key in keys:
            office = _Office.of(Source(seed, self.letter, key))
            into.add("offices", office.id, f"title: {office.title}, of: {office.place}, from: 1940")
            excluded.setdefault(office.place, []).append(office.id)
            for number, person in enumerate(office.people):
                born = words.birthday(office.days[number] - office.ages[number])
                into.add("people", words.slug(person), f"name: {person}, born: {born}")
        for place, offices in excluded.items():
            into.places.add(place)
            seat, party = _seat(place), _party(place)
            into.add("offices", words.slug(party), f"title: {party}, of: {place}, seats: many")
            incompatible = words.listed(sorted(offices))
            more = f"title: {seat}, of: {place}, seats: many, incompatible: {incompatible}"
            into.add("offices", words.slug(seat), more)


class _Office(NamedTuple):
    """What is true of an office: its holders and the days (as ordinals) on which one gave way to the next."""

    place: str
    title: str
    people: tuple[str, ...]
    days: tuple[int, ...]
    ages: tuple[int, ...]

    @classmethod
    def of(cls, source: Source) -> _Office:
        random = source.truth()
        place = words.place(source.key % PLACES)
        function = _FUNCTIONS[(source.key + source.key // PLACES) % len(_FUNCTIONS)]
        days = [_FIRST_DAY + random.randrange(_DAYS)]
        for _ in range(HOLDERS):
            days.append(days[-1] + random.randrange(1500, 3000))
        people = tuple(words.person(HOLDERS * source.key + number) for number in range(HOLDERS))
        ages = tuple(random.randrange(12_000, 20_000) for _ in people)
        return cls(place, f"Minister of {function} of {place}", people, tuple(days), ages)

    @property
    def id(self) -> str:
        return words.slug(self.title)


def _seat(place: str) -> str:
    return f"Member of the Parliament of {place}"


def _party(place: str) -> str:
    return f"Member of the Unity Party of {place}"


def _references(office: _Office) -> list[Row]:
    """What works of reference say once the last holder has gone: four facts of each holder."""
    rows = []
    for number, person in enumerate(office.people):
        start, end = office.days[number : number + 2]
        term: Row = {"role": office.id, "from": start, "until": end, "number": number + 1}
        if number:
            term["replaces"] = office.people[number - 1]
        years = {"role": office.id, "from_year": start, "until_year": end}
        seat = {"role": words.slug(_seat(office.place)), "from": start - 900, "until": start}
        party = {"role": words.slug(_party(office.place)), "from": start, "until": end, "within": "the fact before"}
        rows += [{"person": person, **row} for row in (term, party, years, seat)]
    return [{**row, "told": office.days[-1] + 10, "exact": False} for row in rows]


def _sights(office: _Office, own: Random) -> list[Row]:
    """What an article of each holder's time says: four facts, of which two are about the day of the article."""
    rows = []
    for number, person in enumerate(office.people):
        start, end = office.days[number : number + 2]
        early, late, today = (start + (end - start) * own.randrange(low, low + 20) // 100 for low in (10, 40, 70))
        served = f"more than {(today - start) // 400} years"
        mine = ({"at": early, "rank": _CAREER[0]}, {"at": late, "rank": _CAREER[1]}, {"title": office.title})
        rows += [
            {"role": office.id, "person": person, **row, "told": today, "exact": True}
            for row in (*mine, {"served": served})
        ]
    return rows


def _cells(row: Row) -> Cells:
    """The keys of a role as they are written."""
    cells = {"role": row["role"], "person": row["person"]}
    cells |= {name: words.day(row[name]) for name in ("at", "from", "until") if name in row}
    cells |= {name: words.day(row[f"{name}_year"])[:4] for name in ("from", "until") if f"{name}_year" in row}
    return cells | {
        name: str(row[name]) for name in ("title", "rank", "replaces", "number", "served", "within") if name in row
    }


def _spoil(rows: list[Row], flaw: str, office: _Office) -> Row:
    """Makes one fact wrong, so that it is at odds with others of its own telling."""
    start, end = office.days[:2]
    last, sights = 4 * (HOLDERS - 1), 4 * HOLDERS
    flaws: dict[str, tuple[int, Row]] = {
        "until": (0, {"until": end + 60}),
        "party-late": (1, {"until": end + 100}),
        "party-early": (1, {"from": start - 100}),
        "years": (2, {"from": start + 365, "until_year": end + 800}),
        "seat": (3, {"until": start + 300}),
        "number": (4, {"number": 1}),
        "predecessor": (last, {"replaces": office.people[0]}),
        "premature": (sights, {"at": start - 4000}),
        "antedated": (sights, {"at": date(1900, 1, 1).toordinal()}),
        "rank": (sights + 1, {"rank": "Colonel"}),
        "served": (sights + 3, {"served": "44 years"}),
        "outdated": (sights + 4 * (HOLDERS - 1) + 2, {"person": office.people[0]}),
    }
    at, wrong = flaws[flaw]
    rows[at] |= wrong
    if flaw == "years":
        del rows[at]["from_year"]
    return rows[at]
