"""Findings as rows of a table that readers can query, each with one column that gives the finding back as it was."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from factlint.cache.packing import finding_of, packed_finding
from factlint.engine.tables.part import Found
from factlint.engine.tables.sorting import Answer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pandas as pd

    from factlint.findings import Finding

SCHEMA = (
    "bucket string, kind string, rule string, severity string, message string, path string, row long, "
    "facts array<string>, suspects array<string>, hint string, fingerprint string, packed binary"
)
"""The columns as Spark declares them; `kind` is finding, fault, used, unsound or skew, `packed` UTF-8 with JSON."""

_KINDS = ("finding", "fault", "used", "unsound", "skew")

_COLUMNS = tuple(column.split()[0] for column in SCHEMA.split(", "))


class Row(NamedTuple):
    """A row; only findings have more than the first two and the last column."""

    bucket: str
    kind: str
    packed: bytes
    rule: str | None = None
    severity: str | None = None
    message: str | None = None
    path: str | None = None
    row: int | None = None
    facts: list[str] | None = None
    suspects: list[str] | None = None
    hint: str | None = None
    fingerprint: str | None = None


def table_of(findings: Iterable[Finding]) -> pd.DataFrame:
    """The findings of a report as a table, with their fingerprints; whether one is accepted only the report knows."""
    return _frame([_row("", finding) for finding in findings])


def answer_rows(bucket: str, answer: Answer) -> pd.DataFrame:
    """What was found in a bucket; fingerprints are given when all findings are known."""
    found = answer.found
    rows = [_row(bucket, finding) for finding in found.findings]
    rows += [Row(bucket, "fault", _packed(fault)) for fault in found.faults]
    if found.used:
        rows.append(Row(bucket, "used", _packed(sorted(found.used))))
    if found.unsound:
        rows.append(Row(bucket, "unsound", _packed(sorted(found.unsound))))
    if answer.skew:
        rows.append(Row(bucket, "skew", _packed(answer.skew)))
    return _frame(rows)


def answers_of(rows: Iterable[tuple[str, str, bytes]]) -> list[Answer]:
    """The answers of the buckets, in the reverse order of their names, from the columns bucket, kind and packed."""
    by_bucket: dict[str, list[tuple[str, bytes]]] = {}
    for bucket, kind, packed in rows:
        by_bucket.setdefault(bucket, []).append((kind, packed))
    return [_answer(by_bucket[bucket]) for bucket in sorted(by_bucket, reverse=True)]


def _answer(rows: Sequence[tuple[str, bytes]]) -> Answer:
    said = {kind: [packed for each, packed in rows if each == kind] for kind in _KINDS}
    findings = tuple(finding_of(_text(packed)) for packed in said["finding"])
    faults = tuple(json.loads(_text(packed)) for packed in said["fault"])
    used = frozenset((kind, entry) for packed in said["used"] for kind, entry in json.loads(_text(packed)))
    unsound = frozenset(ref for packed in said["unsound"] for ref in json.loads(_text(packed)))
    skew = "".join(json.loads(_text(packed)) for packed in said["skew"])
    return Answer(Found(findings, faults, used, unsound), skew)


def _row(bucket: str, finding: Finding) -> Row:
    place = finding.primary.place
    return Row(
        bucket,
        "finding",
        packed_finding(finding).encode("utf-8", "surrogatepass"),
        finding.rule,
        finding.severity.value,
        _safe(finding.message),
        _safe(place.path),
        place.line,
        [_safe(fact) for fact in finding.facts],
        [_safe(fact) for fact in finding.suspects],
        None if finding.hint is None else _safe(finding.hint),
        finding.fingerprint or None,
    )


def _frame(rows: Sequence[Row]) -> pd.DataFrame:
    """The rows as columns of objects: text columns of pandas 3 may come in chunks, which Spark refuses."""
    import pandas as pd

    columns = {name: pd.Series([getattr(row, name) for row in rows], dtype=object) for name in _COLUMNS}
    return pd.DataFrame(columns | {"row": columns["row"].astype("Int64")})


def _packed(said: object) -> bytes:
    return json.dumps(said, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _text(packed: bytes) -> str:
    return bytes(packed).decode("utf-8", "surrogatepass")


def _safe(text: str) -> str:
    """A text that every reader takes: what is no Unicode becomes a question mark."""
    return text.encode("utf-8", "replace").decode()
