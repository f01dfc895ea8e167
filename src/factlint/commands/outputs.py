"""Where `factlint check` writes: standard output in the main format, and any number of files, each in a format."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from factlint.corpus.settings import SettingsError
from factlint.reports import CHOICES, HOSTED, renderer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factlint.findings import Place, Report, Spot
    from factlint.rules.base import Rule

_LIKE_A_FORMAT = re.compile(r"[A-Za-z][A-Za-z0-9_-]+")


class Target(NamedTuple):
    """A file to write; `form` is its format, None for the main one."""

    form: str | None
    path: Path


def known_format(name: str) -> str:
    """The name, where it is a format's or `auto`; raises SettingsError with the list of them where it is not."""
    if name not in CHOICES:
        raise SettingsError(f"there is no output format {name!r}; known: {', '.join(CHOICES)}")
    return name


def targets(given: Sequence[str]) -> tuple[Target, ...]:
    r"""What `--output` names: `FORMAT:FILE`, or a file alone.

    What stands before the first colon is a format where it is made of two or more letters, digits and hyphens: `C:\x`
    and `./a:b` are files. Raises SettingsError for an unknown format, no file, a folder, and a file named twice.
    """
    read = tuple(_target(text) for text in given)
    paths = [target.path.resolve() for target in read]
    for target, path in zip(read, paths, strict=True):
        if path.is_dir():
            raise SettingsError(f"--output {target.path} is a folder: name a file in it")
        if paths.count(path) > 1:
            raise SettingsError(f"--output names {target.path} twice: name a file for each")
    return read


def _target(text: str) -> Target:
    form, colon, name = text.partition(":")
    if not colon or not _LIKE_A_FORMAT.fullmatch(form):
        form, name = "", text
    if name in {"", "-"}:
        raise SettingsError(f"--output {text!r} names no file: write sarif:findings.sarif, or findings.txt")
    return Target(known_format(form) if form else None, Path(name))


@dataclass(frozen=True, slots=True)
class Writer:
    """Turns the report of a run into text, in any format.

    `rules` are those that ran, `root` the project's folder; `show_proof` adds the proofs to `full`.
    """

    report: Report
    rules: tuple[type[Rule], ...]
    root: Path
    show_proof: bool = False

    def text(self, form: str, *, file: bool) -> str:
        """The report in a format. For a file, `full` has no colour and `auto` is `full` everywhere."""
        if form == "auto":
            form = "full" if file else automatic()
        if form == "full":
            from factlint.reports.full import render

            return render(self.report, colour=not file, show_proof=self.show_proof)
        report = below(self.report, in_repository(self.root)) if form in HOSTED else self.report
        if form == "sarif":
            from factlint.reports import sarif

            return sarif.render(report, self.rules)
        return renderer(form)(report)


def automatic() -> str:
    """The format that `auto` stands for on standard output."""
    return "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "full"


def in_repository(root: Path) -> str:
    """The folder from the root of the git repository that it lies in; empty where it is that root or lies in none."""
    for folder in (root, *root.parents):
        if (folder / ".git").exists():
            return "" if folder == root else root.relative_to(folder).as_posix()
    return ""


def below(report: Report, folder: str) -> Report:
    """The report with the paths of findings and of skipped files as seen from above `folder`."""
    if not folder:
        return report

    def place(old: Place) -> Place:
        return replace(old, path=f"{folder}/{old.path}")

    def spot(old: Spot) -> Spot:
        return replace(old, place=place(old.place))

    findings = tuple(
        replace(finding, primary=spot(finding.primary), related=tuple(map(spot, finding.related)))
        for finding in report.findings
    )
    skipped = tuple((f"{folder}/{path}", reason) for path, reason in report.skipped)
    return replace(report, findings=findings, skipped=skipped)
