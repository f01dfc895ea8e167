"""Identifiers of the parts of the page, so that each can be linked to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_OTHER = re.compile(r"[^A-Za-z0-9]+")
_LONGEST = 80


def identifiers(prefix: str, names: Iterable[str]) -> list[str]:
    """One identifier for each name, none twice: made of ASCII letters, digits and `-` only, and the same every time."""
    taken: set[str] = set()
    found = []
    for name in names:
        plain = f"{prefix}-{_OTHER.sub('-', name).strip('-')[:_LONGEST]}".rstrip("-")
        number, chosen = 1, plain
        while chosen in taken:
            number += 1
            chosen = f"{plain}--{number}"
        taken.add(chosen)
        found.append(chosen)
    return found
