"""Small projects written as one text: the examples of rules, and the cases under tests/cases/.

A line `== path` begins a file of the project; the lines up to the next one are its text. A line of a YAML file that
ends with `# <- rule-name` (or several names with commas) is where a finding of that rule must point; the marks stand in
comments, so the text is a project as it is. A line of a seed file cannot be marked.

`== path in latin-1` writes the file in that encoding, `== path filled to 9000000 bytes` adds comment lines up to that
size.
"""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathlib import Path

    from factlint.findings import Finding

_FILE = re.compile(r"== (?P<path>\S+)(?: in (?P<encoding>[\w-]+))?(?: filled to (?P<size>\d+) bytes)?\s*")
_MARK = re.compile(r"# <- ([\w-]+(?:, [\w-]+)*)\s*$")


class Pointed(NamedTuple):
    """A finding's rule and where it points."""

    path: str
    line: int
    rule: str


def unpack(example: str, folder: Path) -> list[Pointed]:
    """Write the files of `example` below `folder`; returns what its marks expect, in order."""
    expected = []
    (folder / "facts").mkdir(parents=True, exist_ok=True)
    (folder / "seeds").mkdir(exist_ok=True)
    for head, lines in _files(example):
        target = folder / head["path"]
        target.parent.mkdir(parents=True, exist_ok=True)
        content = "".join(f"{line}\n" for line in lines).encode(head["encoding"] or "utf-8")
        target.write_bytes(content + _filling(int(head["size"] or 0) - len(content)))
        for number, line in enumerate(lines, start=1):
            if match := _MARK.search(line):
                expected += [Pointed(head["path"], number, rule) for rule in match[1].split(", ")]
    return sorted(expected)


def _filling(size: int) -> bytes:
    return (b"#" * 79 + b"\n") * (size // 80 + 1) if size > 0 else b""


def pointed(findings: tuple[Finding, ...], rules: set[str] | None = None) -> list[Pointed]:
    """Where findings point, in order: of these rules, else every error and warning that is not accepted."""
    return sorted(
        Pointed(finding.primary.place.path, finding.primary.place.line, finding.rule)
        for finding in findings
        if (finding.rule in rules if rules is not None else finding.fails)
    )


def _files(example: str) -> list[tuple[re.Match[str], list[str]]]:
    files: list[tuple[re.Match[str], list[str]]] = []
    for line in textwrap.dedent(example).strip("\n").splitlines():
        if match := _FILE.fullmatch(line):
            files.append((match, []))
        elif files:
            files[-1][1].append(line)
        elif line.strip():
            raise ValueError(f"an example begins with a line such as '== facts/a.yaml', not with {line!r}")
    return files
