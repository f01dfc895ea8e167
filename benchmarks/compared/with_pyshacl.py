"""Check facts as triples with pySHACL: python with_pyshacl.py TRIPLES SHAPES.

TRIPLES is N-Triples, SHAPES is Turtle. Writes a JSON list with the facts of each result.
"""

from __future__ import annotations

import json
import re
import sys
from typing import Any

from pyshacl import validate  # type: ignore[import-not-found]
from rdflib import RDF, SH, Graph  # type: ignore[import-not-found]

FACT = re.compile(r"urn:fact:([^\s>,]+)")


def complaints(triples: str, shapes: str) -> list[list[str]]:
    """The facts that each result names: its focus, its value, those in its message, and those that its path passes.

    The facts on the path are added because a curator looks there next: the result itself gives the date at its end.
    """
    facts = Graph().parse(triples, format="nt")
    _, results, _ = validate(facts, shacl_graph=Graph().parse(shapes, format="turtle"), inference="none")
    found = []
    for result in results.subjects(RDF.type, SH.ValidationResult):
        named = [*results.objects(result, SH.focusNode), *results.objects(result, SH.value)]
        named += _passed(facts, results, result)
        told = " ".join(map(str, (*named, *results.objects(result, SH.resultMessage))))
        found.append(sorted(set(FACT.findall(told))))
    return sorted(found)


def _passed(facts: Any, results: Any, result: Any) -> list[Any]:  # noqa: ANN401 - the library has no types here
    """The nodes between the focus of a result and the value that is at fault."""
    value = results.value(result, SH.value)
    ways = [[results.value(result, SH.focusNode)]]
    for step in results.items(results.value(result, SH.resultPath)):
        back = results.value(step, SH.inversePath)
        ways = [
            [*way, node]
            for way in ways
            for node in (facts.subjects(back, way[-1]) if back else facts.objects(way[-1], step))
        ]
    return [node for way in ways if way[-1] == value for node in way]


if __name__ == "__main__":
    print(json.dumps(complaints(*sys.argv[1:])))
