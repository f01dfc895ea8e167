"""The registry of a corpus: what its stories name, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import words
from .story import Entries

if TYPE_CHECKING:
    from pathlib import Path

    from .plan import Plan


def write_registry(folder: Path, plan: Plan) -> None:
    """Writes facts/registry/*.yaml once all articles of the plan are written."""
    entries = Entries()
    for share in plan.shares:
        share.family.entries(plan.asked.seed, share.told, entries)
    for place in entries.places:
        entries.add("places", words.slug(place), f"name: {place}")
    (folder / "facts" / "registry").mkdir(parents=True, exist_ok=True)
    for kind, lines in entries.lines.items():
        text = "".join(f"{entry}: {{{lines[entry]}}}\n" for entry in sorted(lines))
        (folder / "facts" / "registry" / f"{kind}.yaml").write_text(text, encoding="utf-8")
