"""The model of each table: the one list."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from factlint.schemas import registry
from factlint.schemas.articles import Articles
from factlint.schemas.events import Events
from factlint.schemas.facts import Facts
from factlint.schemas.figures import Figures
from factlint.schemas.relations import Relations
from factlint.schemas.roles import Roles

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factlint.schemas.table import Table

MODELS: Final[Mapping[str, type[Table]]] = MappingProxyType(
    {
        "articles": Articles,
        "facts": Facts,
        "figures": Figures,
        "events": Events,
        "roles": Roles,
        "relations": Relations,
        "registry/people": registry.People,
        "registry/offices": registry.Offices,
        "registry/measures": registry.ComparedMeasures,
        "registry/events": registry.Events,
        "registry/places": registry.Places,
        "registry/bodies": registry.Bodies,
        "registry/series": registry.Series,
        "registry/relations": registry.Relations,
        "registry/rates": registry.Rates,
    }
)
