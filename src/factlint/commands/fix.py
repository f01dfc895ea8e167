"""`factlint fix`: safe edits of fact and registry files."""

from __future__ import annotations

import difflib
import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import click

from factlint.commands.project import emit, every_rule, open_project, write_file
from factlint.corpus.settings import SettingsError
from factlint.engine.select import chosen
from factlint.reports.words import count, safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from factlint.corpus import Settings
    from factlint.editing.edits import Kind
    from factlint.editing.source import Source

_LINE = re.compile(r"[^\n]*\n|[^\n]+")


class _Open(NamedTuple):
    """A file of the project: its path in it, its reference, its bytes, and what they say, if they can be read."""

    path: str
    ref: str
    data: bytes
    source: Source | None


def run(paths: tuple[Path, ...], date: str | None, *, diff: bool) -> int:
    """Edit the files, or with `diff` print what would change; status 1 where `diff` has something to print."""
    settings = open_project(paths[0] if paths else None, date)
    wanted = tuple(_inside(path, settings.root) for path in paths)
    files = list(_files(settings))
    todo = [file for file in files if not wanted or any(_lies_in(file.path, each) for each in wanted)]
    for file in todo:
        if file.source is None:
            click.echo(
                f"factlint: {safe(file.path)} is left alone: it cannot be read, `factlint check` says why", err=True
            )
    changed = list(_changed(settings, files, todo))
    for file, data, counts in changed:
        if diff:
            emit(_difference(file, data))
            continue
        write_file((settings.root / file.path).resolve(), data)
        click.echo(f"{safe(file.path)}: {', '.join(count(number, kind) for kind, number in sorted(counts.items()))}")
    if not changed:
        click.echo("nothing to fix", err=diff)
    return 1 if diff and changed else 0


def _files(settings: Settings) -> Iterator[_Open]:
    from factlint.corpus.files import content, find_files
    from factlint.editing.source import Source

    for where, path, ref in find_files(settings.root)[0]:
        data = content(where)
        yield _Open(path, ref, data, Source.of(data))


def _changed(
    settings: Settings, files: list[_Open], todo: list[_Open]
) -> Iterator[tuple[_Open, bytes, dict[Kind, int]]]:
    from factlint.editing.fixes import Known, fixed
    from factlint.editing.ids import spoken_of

    taken = frozenset(name for file in files if file.source for name in spoken_of(file.source.document.root, file.ref))
    unused = _unused(settings, files)
    for file in todo:
        if file.source is not None:
            done = fixed(file.source, file.ref, Known(taken, frozenset(unused.get(file.path, ()))))
            if done.data != file.data:
                yield file, done.data, dict(done.counts)


def _unused(settings: Settings, files: Iterable[_Open]) -> dict[str, set[tuple[int, int]]]:
    """The places of `accept` entries that no finding needs, for each file.

    None where part of the corpus cannot be read or a rule failed, for the finding may only be hidden then. What is only
    possible counts as a finding: the entry may be there for --pedantic.
    """
    from factlint.engine.check import checked, read
    from factlint.rules.upkeep.unused_accept import UnusedAccept

    found: dict[str, set[tuple[int, int]]] = {}
    if not any(b"accept" in file.data for file in files):
        return found
    rules = chosen(every_rule(settings), settings.select, settings.ignore)
    corpus, faults = read(replace(settings, pedantic=True, baseline=""))
    report = checked(corpus, faults, rules)
    places = [finding.primary.place for finding in report.findings if finding.rule == UnusedAccept.name]
    if places and (report.faults or corpus.unsound or corpus.problems):
        click.echo("factlint: accept entries are left alone: not all facts can be read and compared", err=True)
        return found
    for place in places:
        found.setdefault(place.path, set()).add((place.line, place.column))
    return found


def _difference(file: _Open, data: bytes) -> str:
    """A unified diff; the text of the file stays text on a terminal."""
    old, new = (_LINE.findall(each.decode("utf-8")) for each in (file.data, data))
    lines = difflib.unified_diff(old, new, f"a/{file.path}", f"b/{file.path}")
    return "".join(_printed(line) for line in lines)


def _printed(line: str) -> str:
    body = line.rstrip("\r\n")
    end = line[len(body) :]
    return f"{safe(body)}{end}" if end else f"{safe(body)}\n\\ No newline at end of file\n"


def _inside(path: Path, root: Path) -> str:
    """The path as seen from the project; raises SettingsError where it lies in no or another project."""
    if not path.exists():
        raise SettingsError(f"{path} does not exist")
    resolved = path.resolve()
    if resolved != root and root not in resolved.parents:
        raise SettingsError(f"{path} does not lie in the project {root}: fix one project at a time")
    return resolved.relative_to(root).as_posix()


def _lies_in(path: str, folder: str) -> bool:
    return folder in {".", path} or path.startswith(f"{folder}/")
