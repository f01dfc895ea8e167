"""A run after an edit: the files that changed are read, and the rules asked about the facts that these may meet.

By the law of the key, what a rule finds in all facts is what it finds in those that meet a changed one, and in the
others. So what it finds in the former as they were is taken away from the stored findings, and what it finds in them
now is added. Where that does not fit the store, the answer is None, and everything is checked.
"""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from factlint.cache.packing import finding_of
from factlint.cache.store import Store, StoreError
from factlint.corpus.files import content
from factlint.engine.check import find, read, reported, told
from factlint.engine.incremental.asking import Asked
from factlint.engine.incremental.changes import Changes
from factlint.engine.incremental.leaving import (
    counted,
    finding_rows,
    leave,
    prepared,
    prepared_share,
    rows_of,
    size_of,
    skipped_of,
)
from factlint.reading.yaml import MAX_BYTES
from factlint.reading.yaml.text import decode, split_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from factlint.corpus import Corpus, Settings
    from factlint.engine.check import Found
    from factlint.engine.incremental.leaving import Prepared
    from factlint.engine.incremental.state import State
    from factlint.findings import Finding, Report, Told
    from factlint.rules.base import Rule


WORTH_KEEPING = 20_000
"""Of a corpus of so many facts a store is left; a smaller one is checked in a few seconds anyway."""


class Checked(NamedTuple):
    """The report of a run; `keep` brings the store up to date, where it can be written.

    `opened` are the fact files that were read, None where these are all; a report that is asked to tell more reads on.
    """

    report: Report
    keep: Callable[[], None]
    opened: Collection[str] | None = None


def checked_with(
    state: State,
    settings: Settings,
    rules: tuple[type[Rule], ...],
    paths: tuple[str, ...],
    progress: Callable[[str], None],
) -> Checked:
    """The report of a project (see `factlint.engine.check.check`), by way of what the store says of the last run."""
    checked = edited(state, settings, rules, paths, progress)
    if checked is not None:
        return checked
    found = find(settings, rules, progress, partial(_prepared, rules))
    report = found.report(rules, paths)
    return Checked(report, lambda: _leave(report, state, rules, found))


def edited(
    state: State,
    settings: Settings,
    rules: tuple[type[Rule], ...],
    paths: tuple[str, ...],
    progress: Callable[[str], None],
) -> Checked | None:
    """The report of a project of which a part changed since the store was written; None where that cannot be told."""
    try:
        store = Store(state.folder, state.signature)
    except (StoreError, OSError, sqlite3.Error):
        return None
    progress("checking what changed")
    try:
        changes = Changes(settings, rules, state, store)
        asked = Asked(changes, rules)
        report = report_of(changes, asked, rules, paths)
    except Exception:  # noqa: BLE001 - whatever is wrong here, a full run says what it is
        store.close()
        return None
    # a rule of the project's own may have opened any file
    opened = changes.opened if all(rule.is_built_in() for rule in rules) else None
    return Checked(report, lambda: _keep(changes, asked), opened)


def _prepared(rules: tuple[type[Rule], ...], corpus: Corpus) -> Prepared | None:
    return prepared_share(rules, corpus) if corpus.size[1] >= WORTH_KEEPING else None


def _leave(report: Report, state: State, rules: tuple[type[Rule], ...], found: Found) -> None:
    parts = [part for part in found.beside if part is not None]
    if not report.faults and parts:
        with suppress(sqlite3.Error):
            leave(state, found.corpus, rules, found.findings, parts)


def report_of(changes: Changes, asked: Asked, rules: tuple[type[Rule], ...], paths: tuple[str, ...]) -> Report:
    """The report of all findings: those of the store, without those that are no more, and those that came."""
    stored = changes.store.ask("SELECT finding FROM finding")
    findings = [finding_of(text) for (text,) in stored if text not in asked.minus]
    findings += asked.plus
    accepting = changes.typed(changes.store.facts("accepts", [1]))
    corpus = changes.corpus({**accepting, **changes.files}, changes.revised, frozenset())
    found = _paths(findings) | {file.head.path for file in corpus.files}
    for name in sorted(each.removeprefix("seeds/") for each in found if each.startswith("seeds/")):
        changes.texts.get(name)
    lines = {
        path: changes.lines.get(path) or _lines(path, changes.settings) for path in found if path.startswith("facts/")
    }
    changes.opened.update(lines)
    skipped = skipped_of(changes.store.about["skipped"])
    whole = replace(corpus, lines=lines, skipped=skipped, counts=_counts(changes))
    report = reported(whole, findings, (), rules, paths)
    return replace(report, tell=lambda: _told(changes))


def _told(changes: Changes) -> Told:
    """What the whole corpus says, for which every file is read."""
    changes.opened.update(changes.state.files)
    return told(read(changes.settings)[0])


def _lines(path: str, settings: Settings) -> tuple[str, ...]:
    """The lines of a file that has not changed, as its document has them."""
    data = content(str(settings.root / path))
    text = None if len(data) > MAX_BYTES else decode(data)[0]
    return ("",) if text is None else tuple(split_lines(text))


def _paths(findings: list[Finding]) -> set[str]:
    return {spot.place.path for each in findings for spot in (each.primary, *each.related)}


def _counts(changes: Changes) -> tuple[int, int]:
    """How many sources and facts there are now."""
    sources, facts = size_of(changes.store.about)
    sources -= sum(1 for file in changes.store.files("path", sorted(changes.paths)) if file.head)
    facts -= len(changes.before)
    return sources + len(changes.files), facts + sum(len(file.facts) for file in changes.files.values())


def _keep(changes: Changes, asked: Asked) -> None:
    """Change the store, where anything changed."""
    try:
        if changes.paths:
            digests = {path: changes.state.files[path] for path in sorted(changes.paths & changes.state.files.keys())}
            folders = sorted({path.rpartition("/")[0] for path in changes.changed})
            seals = {folder: changes.state.files.seals.get(folder, "") for folder in folders}
            rows = rows_of(changes.own, digests, prepared(changes.own, changes.keys), seals)
            changes.store.change(changes.paths, rows, asked.minus, finding_rows(asked.plus), counted(_counts(changes)))
    except (StoreError, sqlite3.Error):
        return  # another run was faster, or the disk is full: the store stays as it was, or counts as none
    finally:
        changes.store.close()
