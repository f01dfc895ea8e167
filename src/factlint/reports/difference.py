"""What `factlint diff` writes: Markdown for a pull request, JSON for machines."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factlint.reports.json import finding_object
from factlint.reports.json_text import dumped
from factlint.reports.markdown import plain
from factlint.reports.words import count, located

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factlint.engine.compare import Changed, Difference, Edited, Plain
    from factlint.findings import Finding

VERSION = 1


def as_json(found: Difference) -> str:
    """One JSON object: facts added, removed and changed, registry entries, and findings that appear and disappear."""
    whole = {
        "version": VERSION,
        "added": [{"fact": fact, "states": words} for fact, words in found.added],
        "removed": [{"fact": fact, "states": words} for fact, words in found.removed],
        "changed": [
            {"fact": each.fact, "states": each.words, "keys": [key._asdict() for key in each.keys]}
            for each in found.edited
        ],
        "registry": list(found.registry),
        "appeared": [finding_object(each) for each in found.appeared],
        "disappeared": [finding_object(each) for each in found.disappeared],
    }
    return f"{dumped(whole, indent=2)}\n"


def as_markdown(found: Difference, revision: str) -> str:
    """A comment for a pull request: what is decided on first, contradictions, then what was edited."""
    lines = [f"## Facts since {plain(revision)}", "", _counts(found), ""]
    lines += _findings("Contradictions that appear", found.appeared)
    lines += _findings("Contradictions that disappear", found.disappeared)
    lines += _facts("Added", found.added)
    lines += _facts("Removed", found.removed)
    lines += _edited(found.edited)
    if found.registry:
        lines += ["### Registry", "", *(f"- `{each}`" for each in found.registry), ""]
    return "\n".join(lines)


def _counts(found: Difference) -> str:
    facts = f"{count(len(found.added), 'fact')} added, {len(found.removed):,} removed, {len(found.edited):,} changed"
    new, old = (sum(each.fails for each in findings) for findings in (found.appeared, found.disappeared))
    if not (new or old):
        return f"{facts}; no contradiction appears or disappears."
    return f"{facts}; contradictions: {new:,} new, {old:,} gone."


def _findings(heading: str, findings: Sequence[Finding]) -> Iterator[str]:
    if not findings:
        return
    yield f"### {heading}"
    yield ""
    for each in findings:
        accepted = ", accepted" if each.accepted else ""
        yield f"- **{each.severity}** `{each.rule}`{accepted}: {plain(each.message)} (`{located(each.primary)}`)"
        if each.primary.quote:
            yield f"  > {plain(each.primary.quote)}"
    yield ""


def _facts(heading: str, facts: Sequence[tuple[str, str]]) -> Iterator[str]:
    if not facts:
        return
    yield f"### {heading}"
    yield ""
    yield from (f"- {plain(words)} (`{fact}`)" for fact, words in facts)
    yield ""


def _edited(facts: Sequence[Edited]) -> Iterator[str]:
    if not facts:
        return
    yield "### Changed"
    yield ""
    for each in facts:
        yield f"- {plain(each.words)} (`{each.fact}`)"
        yield from (f"  - {_change(key)}" for key in each.keys)
    yield ""


def _change(changed: Changed) -> str:
    before, after = (_shown(value) for value in (changed.before, changed.after))
    if not before:
        return f"{changed.key}: {after} (new)"
    return f"{changed.key}: ~~{before}~~ {after}".rstrip()


def _shown(value: Plain | None) -> str:
    if value is None:
        return ""
    return plain(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
