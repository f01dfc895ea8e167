"""Corpora of any size with realistic keys and known contradictions, for the other benchmarks and for trying things out.

    python benchmarks/corpora.py DIR --facts 100000
    python benchmarks/corpora.py DIR --facts 1000000 --form parquet --wrong 0.01 --seed 2 --only figures,roles

A corpus tells stories: the trade of two places over five years, a campaign of eleven events, an office with its three
holders, a group of companies. Seven stories in ten are told once, the others again and again by other articles, with
other digits and precision. All that is told is true, but for one fact in a thousand (`--wrong`), which contradicts
others of its story; `expected.json` lists them. With the form parquet or csv the same facts stand in tables/, a row a
fact, as the words that a curator writes.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # to a type checker these are benchmarks.corpus_of, to a script the folder beside it
    from benchmarks.corpus_of.articles import Seeds
    from benchmarks.corpus_of.expected import Expected, Flaw, score
    from benchmarks.corpus_of.files import FORMS, columns, reference, writer
    from benchmarks.corpus_of.plan import Asked, Plan, flaws
    from benchmarks.corpus_of.registry import write_registry
    from benchmarks.corpus_of.shares import FAMILIES
else:
    from corpus_of.articles import Seeds
    from corpus_of.expected import Expected, Flaw, score
    from corpus_of.files import FORMS, columns, reference, writer
    from corpus_of.plan import Asked, Plan, flaws
    from corpus_of.registry import write_registry
    from corpus_of.shares import FAMILIES

__all__ = ["Asked", "Expected", "Flaw", "score", "write"]

DEFAULT = Asked()
SETTINGS = '[tool.factlint]\ndate = "2026-01-31"\n'
FEWEST_A_FILE = 2


def write(folder: Path, facts: int, form: str = "yaml", asked: Asked = DEFAULT) -> Expected:
    """A project of exactly so many facts below `folder`, which is new or empty; returns what is wrong in it.

    `form` is yaml, parquet or csv. The same facts are written for the same size and wishes, whatever the form.
    Raises ValueError for a size, form or wish that cannot be, and for a folder that has files.
    """
    _refuse(folder, facts, form, asked)
    (folder / "facts").mkdir(parents=True, exist_ok=True)
    (folder / "pyproject.toml").write_text(SETTINGS, encoding="utf-8")
    plan, seeds = Plan(facts, asked), Seeds(folder, asked.articles)
    into = writer(form, folder, columns(asked.only, asked.articles))
    injected: list[Flaw] = []
    files = 0
    for files, article in enumerate(plan.articles(), start=1):
        ref = reference(files - 1)
        into.add(ref, *seeds.keep(article))
        injected += flaws(article, ref)
    into.close()
    write_registry(folder, plan)
    expected = Expected(facts, files, {family.letter: family.name for family in FAMILIES}, tuple(sorted(injected)))
    expected.write(folder / "expected.json")
    return expected


def _refuse(folder: Path, facts: int, form: str, asked: Asked) -> None:
    """Raises ValueError with what to ask instead."""
    names = [family.name for family in FAMILIES]
    if folder.exists() and any(folder.iterdir()):
        raise ValueError(f"{folder} is not empty: name a new folder")
    if form not in FORMS:
        raise ValueError(f"there is no form {form!r}: choose one of {', '.join(FORMS)}")
    if facts < 1 or asked.facts_a_file < FEWEST_A_FILE or not 0 <= asked.wrong <= 1:
        raise ValueError("ask for at least 1 fact, 2 facts a file, and a part from 0 to 1 that is wrong")
    if not asked.only or not set(asked.only) <= set(names):
        raise ValueError(f"the families are {', '.join(names)}, not {', '.join(asked.only) or 'none'}")


def main() -> None:
    """Write the corpus that the command line asks for."""
    parser = argparse.ArgumentParser(description="Write a corpus with known contradictions.")
    parser.add_argument("folder", type=Path, help="a new or empty folder")
    parser.add_argument("--facts", type=int, required=True, help="how many facts")
    parser.add_argument("--form", choices=FORMS, default="yaml")
    parser.add_argument("--facts-a-file", type=int, default=DEFAULT.facts_a_file)
    parser.add_argument("--wrong", type=float, default=DEFAULT.wrong, help="the part of the facts that is wrong")
    parser.add_argument("--seed", type=int, default=DEFAULT.seed)
    parser.add_argument("--only", default=",".join(DEFAULT.only), help="families, with commas")
    parser.add_argument("--articles", type=int, default=DEFAULT.articles, help="how many articles are stored as texts")
    said = parser.parse_args()
    asked = Asked(said.facts_a_file, said.wrong, said.seed, tuple(said.only.split(",")), said.articles)
    try:
        expected = write(said.folder, said.facts, said.form, asked)
    except ValueError as error:
        parser.error(str(error))
    print(f"{expected.facts:,} facts in {expected.files:,} files, {len(expected.flaws):,} of them wrong: {said.folder}")


if __name__ == "__main__":
    main()
