"""The baseline: contradictions that were there when a corpus took up the tool, by their fingerprints."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from factlint.corpus.settings import SettingsError
from factlint.findings import Acceptance

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from factlint.findings import Finding

VERSION = 1
KNOWN = Acceptance("", "in the baseline: it was there when the baseline was written")


def load(path: Path) -> Mapping[str, str]:
    """The fingerprints of a baseline, each with the rule of its finding; raises SettingsError for another file."""
    try:
        content = json.loads(path.read_text("utf-8"))
        known = {str(each["fingerprint"]): str(each["rule"]) for each in content["findings"]}
    except FileNotFoundError as error:
        raise SettingsError(f"{path} is not there: write it with factlint baseline, or remove the setting") from error
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise SettingsError(f"{path} is no baseline: write it anew with factlint baseline --reset") from error
    return known


def marked(findings: Iterable[Finding], known: Mapping[str, str]) -> tuple[Finding, ...]:
    """The findings, those of the baseline accepted that nobody accepted otherwise."""
    return tuple(
        replace(each, accepted=KNOWN) if each.accepted is None and each.fingerprint in known and each.fails else each
        for each in findings
    )


def written(findings: Iterable[Finding], before: Mapping[str, str] | None) -> str:
    """A baseline of the findings that fail a run or are in it already: of those in `before`, where there was one.

    So a baseline only shrinks. Messages are there for people; the fingerprint alone counts.
    """
    kept = [
        {
            "fingerprint": each.fingerprint,
            "rule": each.rule,
            "facts": list(each.facts),
            "path": each.primary.place.path,
            "message": each.message,
        }
        for each in findings
        if (each.fails or each.accepted is KNOWN) and (before is None or each.fingerprint in before)
    ]
    return f"{json.dumps({'version': VERSION, 'findings': kept}, ensure_ascii=False, indent=2)}\n"


def settled(findings: Iterable[Finding], known: Mapping[str, str], ran: set[str]) -> int:
    """How many entries name no finding any more, of rules that ran."""
    there = {each.fingerprint for each in findings}
    return sum(fingerprint not in there and rule in ran for fingerprint, rule in known.items())
