"""What the store holds, as JSON: documents with their places, findings and problems; each comes back as it was."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from factlint.corpus.records import Problem
from factlint.findings import Anchor, Certificate, Clash, Finding, Place, Severity, Spot, Step
from factlint.reading.yaml import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from factlint.reading.yaml import Node

    Json = Any

_encoded = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":")).encode


def packed_node(node: Node | None) -> str:
    """A node as JSON: nodes are tuples, and a mapping's entries a dict, which JSON has as they are."""
    return _encoded(node)


def node_of(text: str) -> Node | None:
    """The node that was packed."""
    return _node(json.loads(text))


def packed_finding(finding: Finding) -> str:
    """A finding that nobody has accepted or given a fingerprint yet."""
    steps = finding.certificate and [_step(each) for each in finding.certificate.steps]
    return _text(
        finding.rule,
        finding.severity,
        finding.message,
        _spot(finding.primary),
        [_spot(each) for each in finding.related],
        finding.facts,
        finding.suspects,
        finding.hint,
        finding.anchor,
        finding.certificate and [steps, finding.certificate.sum],
    )


def finding_of(text: str) -> Finding:
    """The finding that was packed."""
    rule, severity, message, primary, related, facts, suspects, hint, anchor, proof = json.loads(text)
    steps = [] if proof is None else [_step_of(each) for each in proof[0]]
    return Finding(
        rule=rule,
        severity=Severity(severity),
        message=message,
        primary=_spot_of(primary),
        related=tuple(map(_spot_of, related)),
        facts=tuple(facts),
        suspects=tuple(suspects),
        hint=hint,
        anchor=anchor,
        certificate=None if proof is None else Certificate(tuple(steps), proof[1]),
    )


def packed_problem(problem: Problem) -> str:
    """A problem that reading or a schema met; none of them has a certificate."""
    clash = problem.clash
    return _text(
        problem.rule,
        clash.message,
        _at(clash.at),
        clash.facts,
        [(_at(place), said) for place, said in clash.related],
        clash.suspects,
        clash.hint,
        clash.severity,
        None if problem.anchor is None else _at(problem.anchor),
    )


def problem_of(text: str) -> Problem:
    """The problem that was packed."""
    rule, message, at, facts, related, suspects, hint, severity, anchor = json.loads(text)
    clash = Clash(
        message,
        _at_of(at),
        tuple(facts),
        tuple((_at_of(place), said) for place, said in related),
        tuple(suspects),
        hint,
        None if severity is None else Severity(severity),
    )
    return Problem(rule, clash, None if anchor is None else Anchor(*anchor))


def _text(*parts: object) -> str:
    return _encoded(parts)


def _node(parts: Json) -> Node | None:
    if parts is None:
        return None
    first, *rest = parts
    if isinstance(first, str):
        return tuple.__new__(Scalar, parts)
    if isinstance(first, list):
        return tuple.__new__(Sequence, (tuple(map(_node, first)), *rest))
    entries = {text: (tuple.__new__(Scalar, key), _node(value)) for text, (key, value) in first.items()}
    return tuple.__new__(Mapping, (entries, *rest))


def _spot(spot: Spot) -> Json:
    return _place(spot.place), spot.fact, spot.quote, spot.message


def _spot_of(parts: Json) -> Spot:
    place, fact, quote, message = parts
    return Spot(Place(*place), fact, quote, message)


def _place(place: Place) -> Json:
    return place.path, place.line, place.column, place.end_line, place.end_column


def _at(at: Anchor | Place) -> Json:
    return (at.ref, at.field) if isinstance(at, Anchor) else _place(at)


def _at_of(parts: Json) -> Anchor | Place:
    return Anchor(*parts) if len(parts) == 2 else Place(*parts)  # noqa: PLR2004 - an anchor is a reference and a field


def _step(step: Step) -> Json:
    return step.times, step.terms, step.bound, step.strict, step.because, step.fact


def _step_of(parts: Json) -> Step:
    times, terms, bound, strict, because, fact = parts
    return Step(times, tuple((factor, name) for factor, name in terms), bound, strict, because, fact)
