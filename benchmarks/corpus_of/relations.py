"""Stories of relations: companies, their chairs, seats, owners, partners and members."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from . import words
from .story import Said, Source, Told

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .story import Cells, Entries

FIRST_PERSON = 69_000
FIRST_TOWN = 200_000
PLACES = 400
_FIRST_TOLD = date(2016, 1, 1).toordinal()
_TRADES = ("Holding", "Bank", "Steel", "Airlines", "Telecom", "Energy", "Insurance", "Shipping")
_BODIES = "subject: [body], object: [body]"
_DECLARED = {
    "seat": "one_object: true, subject: [body], object: [place]",
    "chair": "one_subject: true, subject: [person], object: [body]",
    "owner": f"acyclic: true, irreflexive: true, {_BODIES}",
    "partner": f"symmetric: true, irreflexive: true, {_BODIES}",
    "supplier": _BODIES,
    "member": "subject: [place], object: [body]",
}
_CALLED = {
    "seat": ("-in", "based headquartered registered incorporated listed domiciled insured audited taxed licensed"),
    "chair": ("", "chairs presides-over heads leads manages directs administers supervises coordinates governs"),
    "owner": ("", "owns controls funds holds-shares-of guarantees is-parent-of licenses franchises underwrites audits"),
    "partner": (
        "-with",
        "partners cooperates trades merges competes codeshares shares-data negotiates banks litigates",
    ),
    "supplier": ("", "supplies insures equips advises finances represents trains hosts protects sponsors"),
    "member": ("-pact-of", "joined signed ratified renewed extended funded guarded drafted endorsed observed"),
}
VARIANTS = 10
GROUPS = 5_000


class Relations:
    """Twenty statements on a group of eight companies, each kind of statement by one of ten relations."""

    name = "relations"
    letter = "s"
    share = 15
    size = 20
    keys = GROUPS * VARIANTS
    columns: tuple[str, ...] = (
        "relation",
        "subject",
        "object",
        "date",
        "since",
        "rank",
        "only",
        "mode",
        "asof",
        "scope",
    )
    flaws: tuple[str, ...] = (
        *("seat", "chair", "cycle", "itself", "denied-back", "denied", "only", "rank", "order", "type"),
    )
    flaws_in_scope = flaws

    def told(self, source: Source, flaw: str | None) -> Told:
        """The relations of a group in one telling."""
        group = _Group.of(source)
        rows = _rows(group)
        wrong = _spoil(rows, flaw, group) if flaw else None
        rest = {"scope": "{register: commercial}"} if source.scoped() else {}
        day = _FIRST_TOLD + source.words().randrange(2000)
        facts = [Said(row | rest, day, wrong=row is wrong) for row in rows]
        return Told(f"The register of {group.bodies[0]}", facts)

    def entries(self, seed: int, keys: Mapping[int, int], into: Entries) -> None:
        """The companies and their chairs, the places, and the relations."""
        for key in keys:
            group = _Group.of(Source(seed, self.letter, key))
            into.places |= {*group.places}
            for body in group.bodies:
                into.add("bodies", words.slug(body), f"name: {body}")
            for number, person in enumerate(group.people):
                into.add(
                    "people", words.slug(person), f"name: {person}, born: {1930 + (key // VARIANTS + number) % 40}"
                )
            for kind, declared in _DECLARED.items():
                into.add("relations", group.called[kind], declared)


class _Group(NamedTuple):
    """What is true of a group: its companies, chairs, places and years, and what its relations are called."""

    called: dict[str, str]
    bodies: tuple[str, ...]
    people: tuple[str, ...]
    places: tuple[str, ...]
    first: int
    second: int

    @classmethod
    def of(cls, source: Source) -> _Group:
        random = source.truth()
        group, variant = divmod(source.key, VARIANTS)
        towns = (words.town(FIRST_TOWN + len(_TRADES) * group + each) for each in range(len(_TRADES)))
        return cls(
            {kind: f"{names.split()[variant]}{ending}" for kind, (ending, names) in _CALLED.items()},
            tuple(f"{town} {trade}" for town, trade in zip(towns, _TRADES, strict=True)),
            (words.person(FIRST_PERSON + 2 * group), words.person(FIRST_PERSON + 2 * group + 1)),
            tuple(words.place(each) for each in random.sample(range(PLACES), 3)),
            1990 + random.randrange(10),
            2005 + random.randrange(10),
        )


def _rows(group: _Group) -> list[Cells]:
    """Twenty true statements."""
    (one, two), (here, there, before), body = group.people, group.places, group.bodies
    first, second = group.first, group.second
    turn, day = f"{second}-03-03", f"{first}-02-02"

    def row(kind: str, subject: str, thing: str, **more: str) -> Cells:
        return {"relation": group.called[kind], "subject": subject, "object": thing, **more}

    return [
        row("seat", body[0], here, date=f"{first}-05-05/{turn}"),
        row("seat", body[0], there, since=turn),
        row("seat", body[0], before, date=f"{first - 9}/{first}"),
        row("chair", one, body[0], date=f"{first}-05-05/{turn}"),
        row("chair", two, body[0], since=turn),
        *(row("owner", body[(child - 1) // 2], body[child]) for child in range(1, 8)),
        row("partner", body[0], body[1], asof=f"{second}-06-01"),
        row("partner", body[1], body[0], since=str(first)),
        row("partner", body[0], body[2], mode="denied", asof=f"{first}-01-01"),
        row("supplier", body[0], body[7], only="true", asof=day),
        row("supplier", body[1], body[7], since=str(second)),
        *(
            row("member", place, body[7], rank=rank, date=str(first + number))
            for number, (place, rank) in enumerate(zip(group.places, ("first", "second", "third"), strict=True))
        ),
    ]


def _spoil(rows: list[Cells], flaw: str, group: _Group) -> Cells:
    """Makes one statement wrong, so that it is at odds with others of its own telling."""
    same_day = f"{group.second}-06-01"
    at, wrong = {
        "seat": (1, {"since": "2003-03-03"}),
        "chair": (4, {"since": "2003-03-03"}),
        "type": (6, {"object": group.places[0]}),
        "cycle": (10, {"subject": group.bodies[7], "object": group.bodies[0]}),
        "itself": (12, {"object": group.bodies[0]}),
        "denied-back": (13, {"mode": "denied", "asof": same_day}),
        "denied": (14, {"object": group.bodies[1], "asof": same_day}),
        "only": (16, {"since": "1985"}),
        "rank": (18, {"rank": "first"}),
        "order": (19, {"date": "1970"}),
    }[flaw]
    rows[at] |= wrong
    if flaw == "denied-back":
        del rows[at]["since"]
    return rows[at]
