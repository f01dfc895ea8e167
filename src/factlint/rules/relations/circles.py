"""Statements of acyclic relations that lead back to where they began, each relation with its inverse one graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.reasoning.graph import arcs, leaders, shortest_cycle
from factlint.rules.relations.declared import directed, flagged, inverses
from factlint.rules.relations.times import times

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from factlint.corpus import Corpus

_ALWAYS = 2**40
_MOST_EDGES = 1_000_000  # that are looked at for days, or for suspects, before the rest is left


class Circle(NamedTuple):
    """A shortest way back: one row of the table a step, in order; `suspects` are facts without which none is left.

    `certain` is whether no step is dated, or all certainly hold on one day.
    """

    steps: pd.DataFrame
    suspects: tuple[str, ...]
    certain: bool


def circles(corpus: Corpus) -> Iterator[Circle]:
    """One circle for each set of things that all lead to each other."""
    import numpy as np

    edges = _edges(corpus)
    if edges.empty:
        return
    size = int(edges[["from_node", "to_node"]].to_numpy().max()) + 1
    leader = leaders(edges["from_node"].to_numpy(), edges["to_node"].to_numpy(), size)
    within = leader[edges["from_node"]] == leader[edges["to_node"]]
    component = leader[edges["from_node"]][within]
    for number in np.unique(component):
        found = _circle(edges[within][component == number].reset_index(drop=True))
        if found:
            yield found


def _edges(corpus: Corpus) -> pd.DataFrame:
    """The statements of acyclic relations by fact id, from node to node, with the half days on which they hold.

    What is not said to end holds on; what has no date is about the day of its article.
    """
    import numpy as np
    import pandas as pd

    acyclic = flagged(corpus, "acyclic")
    known = acyclic | {inverse for each, inverse in inverses(corpus).items() if each in acyclic}
    rows = corpus.standing("relations")
    rows = directed(rows[rows["relation"].isin(known)], corpus, acyclic)
    rows = rows[rows["source"] != rows["target"]].sort_values("fact", ignore_index=True)
    codes, names = pd.factorize(pd.concat([rows["source"], rows["target"]], ignore_index=True), sort=True)
    graph = rows.groupby(["way", "scope"]).ngroup().to_numpy().astype(np.int64) * max(len(names), 1)
    _, nodes = np.unique(np.concatenate([graph, graph]) + codes, return_inverse=True)
    held = times(rows)
    dated = rows["date"].notna() | rows["since"].notna()
    began = held.since + rows["since"].notna().to_numpy()
    return rows.assign(
        from_node=nodes[: len(rows)].astype(np.int64),
        to_node=nodes[len(rows) :].astype(np.int64),
        dated=dated,
        over=held.over,
        certain_begin=held.begin,
        certain_end=held.end,
        begin=np.where(dated & ~held.over, began, held.begin),
        end=np.where(dated & ~held.over, _ALWAYS, held.end),
    )


def _circle(edges: pd.DataFrame) -> Circle | None:
    """The shortest circle in one component; None where its statements never hold at once."""
    alive = _alive(edges)
    if alive is None:
        return None
    cycle = shortest_cycle(alive["from_node"].to_numpy(), alive["to_node"].to_numpy())
    first = alive.drop_duplicates(["from_node", "to_node"]).set_index(["from_node", "to_node"])
    steps = first.loc[arcs(cycle)].reset_index()
    at_once = steps["certain_begin"].max() <= steps["certain_end"].min()
    return Circle(steps, _suspects(steps, alive), bool(at_once or not steps["dated"].any()))


def _alive(edges: pd.DataFrame) -> pd.DataFrame | None:
    """The statements that lead back with none that ended, else on the first day on which some do; None where none do.

    Without an end, statements count against each other whenever they were made.
    """
    unended = _circling(edges[~edges["over"]])
    if not unended.empty:
        return unended
    days = edges["begin"].drop_duplicates().sort_values()
    for day in days.head(max(1, _MOST_EDGES // len(edges))):
        circling = _circling(edges[(edges["begin"] <= day) & (edges["end"] >= day)])
        if not circling.empty:
            return circling
    return None


def _circling(edges: pd.DataFrame) -> pd.DataFrame:
    """The edges of the first component of a part of the graph, none where nothing leads back."""
    import numpy as np

    nodes, codes = np.unique(edges[["from_node", "to_node"]].to_numpy(), return_inverse=True)
    source, target = codes.reshape(-1, 2).T.astype(np.int64)
    leader = leaders(source, target, len(nodes))
    within = leader[source] == leader[target]
    first = leader[source][within].min(initial=len(nodes))
    circling: pd.DataFrame = edges[within & (leader[source] == first)]
    return circling


def _suspects(steps: pd.DataFrame, alive: pd.DataFrame) -> tuple[str, ...]:
    if len(steps) * len(alive) > _MOST_EDGES:
        return ()
    return tuple(fact for fact in steps["fact"] if _circling(alive[alive["fact"] != fact]).empty)
