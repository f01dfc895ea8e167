"""Projects of figures on disk, made of plain data, and what factlint says of them."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.figures.brute_force import Fact, Measure, Months

from factlint.corpus import load_settings
from factlint.engine.check import check
from factlint.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from factlint.findings import Report

FIGURE_RULES = frozenset(
    {
        "figure-differs",
        "sum-mismatch",
        "period-sum-mismatch",
        "part-exceeds-whole",
        "shares-exceed-whole",
        "growth-mismatch",
        "share-mismatch",
        "mean-mismatch",
        "outside-domain",
        "figures-jointly-impossible",
    }
)
READING = frozenset({"yaml-syntax", "unknown-key", "missing-key", "bad-value", "unknown-name", "duplicate-fact-id"})

MEASURES: Mapping[str, Measure] = {
    "exports": Measure(),
    "imports": Measure(),
    "oil-exports": Measure(part_of="exports"),
    "turnover": Measure(equals=((1, "exports"), (1, "imports")), symmetric=True),
    "balance": Measure(equals=((1, "exports"), (-1, "imports")), minimum=None),
    "deficit": Measure(equals=((1, "imports"), (-1, "exports"))),
    "oil": Measure(),
    "gas": Measure(),
    "other": Measure(),
    "fuel": Measure(equals=((1, "oil"), (1, "gas"))),
    "energy": Measure(equals=((1, "fuel"), (1, "other"))),
    "gold": Measure("stock"),
    "currency": Measure("stock"),
    "reserves": Measure("stock", equals=((1, "gold"), (1, "currency"))),
    "seats": Measure("stock", maximum=125),
    "jobless": Measure("rate", maximum=100, unit="percent"),
    "sales": Measure(),
    "volume": Measure(),
    "price": Measure("rate", mean=("sales", "volume"), minimum=None),
}


class Project(NamedTuple):
    """Systems with names of their own, and what the measures are called."""

    facts: tuple[tuple[Fact, ...], ...]
    measures: Mapping[str, Measure] = MEASURES

    @property
    def every_fact(self) -> tuple[Fact, ...]:
        return tuple(fact for facts in self.facts for fact in facts)

    def changed(self, change: Callable[[Fact], Fact]) -> Project:
        """The project with each fact changed."""
        return self._replace(facts=tuple(tuple(change(fact) for fact in facts) for facts in self.facts))

    def write(self, folder: Path, files: Sequence[Iterable[Fact]] | None = None) -> None:
        """Write the project below `folder`, by default with all facts in facts/a.yaml, then facts/b.yaml and so on."""
        places = sorted({place for fact in self.every_fact for place in (fact.of, fact.partner)})
        registry = folder / "facts" / "registry"
        registry.mkdir(parents=True)
        (folder / "seeds").mkdir()
        (registry / "measures.yaml").write_text("".join(map(_entry, self.measures.items())), encoding="utf-8")
        (registry / "places.yaml").write_text(
            "".join(f"{place}: {{name: {place}}}\n" for place in places), encoding="utf-8"
        )
        for number, facts in enumerate([self.every_fact] if files is None else files):
            lines = "".join(f"  - {{{written(fact)}}}\n" for fact in facts)
            text = f"source: {{title: Random figures {number}}}\nfacts:{chr(10) + lines if lines else ' []'}\n"
            (folder / "facts" / f"{chr(ord('a') + number)}.yaml").write_text(text, encoding="utf-8")


def checked(project: Project, files: Sequence[Iterable[Fact]] | None = None) -> Report:
    """What the rules on figures say of a project; nothing may be wrong with the way in which it is written."""
    with tempfile.TemporaryDirectory() as folder:
        project.write(Path(folder), files)
        report = check(
            load_settings(Path(folder)), tuple(rule for rule in RULES if rule.name in FIGURE_RULES | READING)
        )
    assert report.faults == (), report.faults
    others = [each for each in report.findings if each.fails and each.rule not in FIGURE_RULES]
    assert others == [], others[0].message
    return report


def written(fact: Fact) -> str:
    """A fact in the fact language, as the inside of a flow mapping."""
    keys = {
        "id": fact.id,
        "figure": fact.measure,
        "of": fact.of,
        "with": fact.partner,
        "period": fact.period and _period(fact.period),
        "asof": fact.asof,
        "versus": fact.versus and _period(fact.versus),
        {"value": "value", "share": "share"}.get(fact.kind, "change"): fact.said.text,
        "share_of": fact.whole,
        "precision": "exact" if fact.said.exact else "",
        "scope": fact.scope and f"{{goods: {fact.scope}}}",
    }
    return ", ".join(f"{key}: {value}" for key, value in keys.items() if value)


def _entry(named: tuple[str, Measure]) -> str:
    name, measure = named
    least = "none" if measure.minimum is None else str(measure.minimum)
    sums = " ".join(f"{'-' if factor < 0 else '+'} {other}" for factor, other in measure.equals).removeprefix("+ ")
    keys = {
        "kind": measure.kind,
        "unit": measure.unit,
        "equals": " / ".join(measure.mean) if measure.mean else sums,
        "symmetric": "true" if measure.symmetric else "",
        "minimum": least if measure.mean is None else "",
        "maximum": str(measure.maximum or ""),
        "part_of": measure.part_of,
    }
    return f"{name}: {{{', '.join(f'{key}: {value}' for key, value in keys.items() if value)}}}\n"


def _period(months: Months) -> str:
    """The shortest EDTF text of a period of whole months."""
    (year, first), (last_year, last) = (divmod(month, 12) for month in months)
    if year != last_year:
        return f"{year}-{first + 1:02}/{last_year}-{last + 1:02}"
    length = last - first + 1
    if length == 12:
        return str(year)
    if length in {3, 6} and first % length == 0:
        return f"{year}-{'Q' if length == 3 else 'H'}{first // length + 1}"
    return f"{year}-{first + 1:02}" + ("" if length == 1 else f"/{year}-{last + 1:02}")
