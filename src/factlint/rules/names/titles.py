"""The titles that roles give to people, compared with those of their offices."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.reading.name.nationality import COUNTRIES
from factlint.reading.name.title import same_title, split_rank, title_tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factlint.corpus import Corpus


class Titled(NamedTuple):
    """A role that prints a title; in the order of fact ids."""

    fact: str
    office: str
    person: str
    title: str
    former: bool
    acting: bool

    @property
    def prefix(self) -> str:
        """The words that the role lets stand before the office's title."""
        return " ".join(word for word, said in (("former", self.former), ("acting", self.acting)) if said)


def titled(corpus: Corpus) -> dict[tuple[str, str], list[Titled]]:
    """The roles with a title, by office and person."""
    roles = corpus.standing("roles")
    said = roles[roles["title"].notna() & roles["role"].notna() & roles["person"].notna()].sort_values("fact")
    found: dict[tuple[str, str], list[Titled]] = {}
    for row in said[["fact", "role", "person", "title", "former", "acting"]].itertuples(index=False, name=None):
        role = Titled(*row)
        found.setdefault((role.office, role.person), []).append(role)
    return found


class Office(NamedTuple):
    """An office's titles in the registry, the place that it belongs to, and which printed titles were found to fit."""

    names: tuple[str, ...]
    country: str | None
    fits: dict[tuple[str, str], bool]

    @classmethod
    def of(cls, office: str, corpus: Corpus) -> Office:
        """The office with this id."""
        values = corpus.registry.entry("offices", office).values
        own = [str(values[key]) for key in ("title", "name") if values.get(key)]
        aliases = values.get("aliases", ())
        names = (*own, *(map(str, aliases) if isinstance(aliases, tuple) else ()))
        return cls(names, _country(values.get("of"), corpus), {})

    def has(self, role: Titled) -> bool:
        """Whether the role's title is one of the office."""
        key = (role.title, role.prefix)
        if key not in self.fits:
            self.fits[key] = any(self.same(role.title, name) for name in _expected(role, self.names))
        return self.fits[key]

    def same(self, a: str, b: str) -> bool:
        """Whether two titles are one, in the country of the office."""
        return same_title(a, b, country=self.country)

    def words(self, title: str) -> frozenset[str]:
        """The words of a title that every title which is the same has too: the country and a rank may be left out."""
        rank, rest = split_rank(title)
        tokens = title_tokens(rest if rank and rest else title)
        return tokens - COUNTRIES - title_tokens(self.country or "")


def other_titles(roles: Sequence[Titled], office: Office) -> list[list[Titled]]:
    """The roles of one person whose title is none of the office, those of one title together.

    Where the registry gives the office no title, that of the first role stands for it.
    """
    if not office.names:
        office = office._replace(names=(roles[0].title,), fits={})
    groups: dict[frozenset[str], list[list[Titled]]] = {}
    for role in roles:
        if not office.has(role):
            alike = groups.setdefault(office.words(role.title), [])
            same = next((group for group in alike if office.same(group[0].title, role.title)), None)
            if same is None:
                alike.append([role])
            else:
                same.append(role)
    return [group for alike in groups.values() for group in alike]


def _expected(role: Titled, names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield name
        yield from (f"{word} {name}" for word in {role.prefix, *role.prefix.split()} if word)


def _country(of: object, corpus: Corpus) -> str | None:
    """The name of the place that an office belongs to, through the bodies in between."""
    seen: set[object] = set()
    while of is not None and of not in seen:
        seen.add(of)
        if of in corpus.registry.entries["places"]:
            return corpus.registry.name("places", str(of))
        body = corpus.registry.entries["bodies"].get(str(of))
        of = body.values.get("of") if body else None
    return None
