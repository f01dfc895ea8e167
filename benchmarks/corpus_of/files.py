"""Articles as YAML files, or their facts as rows of Parquet or CSV tables."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Protocol

from .shares import FAMILIES

if TYPE_CHECKING:
    from pathlib import Path

    from .plan import Article
    from .story import Cells

FORMS = ("yaml", "parquet", "csv")
A_PART = 250_000
A_FOLDER = 100
_HEAD = ("id", "file", "publisher", "published", "source")


class Writer(Protocol):
    """Where articles go."""

    def add(self, ref: str, article: Article, stored: str | None) -> None:
        """One article; `stored` is the name of its text under seeds/, where it has one."""

    def close(self) -> None:
        """Nothing more comes."""


def reference(number: int) -> str:
    """The reference of a file: folders of a hundred files, from AA on."""
    folder, file = divmod(number, A_FOLDER)
    letters = ""
    while folder or len(letters) < 2:
        folder, letter = divmod(folder, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}/{file:03d}"


def columns(only: tuple[str, ...], articles: int) -> tuple[str, ...]:
    """The columns of a table: those of every row, and the keys of the fact language that the families write."""
    from factlint.corpus.language import EVENT, FACT, FIGURE, RELATION, ROLE

    used = {name for family in FAMILIES if family.name in only for name in family.columns}
    stored = ("article",) if articles and "figures" in only else ()
    used |= {"quote"} if stored else set()
    language = [key.name for keys in (FACT, FIGURE, EVENT, ROLE, RELATION) for key in keys]
    kinds = [family.columns[0] for family in FAMILIES if family.name in only]
    return tuple(dict.fromkeys((*_HEAD, *stored, *kinds, *(name for name in language if name in used))))


class Yaml:
    """A YAML file for each article."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "facts"

    def add(self, ref: str, article: Article, stored: str | None) -> None:
        path = self.folder / f"{ref}.yaml"
        if path.name == "000.yaml" or not path.parent.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
        origin = f"article: {stored}" if stored else f"source: {{title: {article.title}}}"
        lines = [origin, f"publisher: {article.publisher}", f"published: {article.published}", "facts:"]
        for fact in article.facts:
            lines += [f"  {'-' if key == 'id' else ' '} {key}: {value}" for key, value in fact.items()]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")

    def close(self) -> None:
        pass


class _Rows:
    """Rows in parts of A_PART; a part is complete when it is written, so memory holds one."""

    ending = ""

    def __init__(self, folder: Path, names: tuple[str, ...]) -> None:
        self.folder = folder / "tables"
        self.folder.mkdir()
        self.names = names
        self.rows: list[Cells] = []
        self.parts = 0

    def add(self, ref: str, article: Article, stored: str | None) -> None:
        origin = {"article": stored} if stored else {"source": article.title}
        head = {"file": ref, "publisher": article.publisher, "published": article.published, **origin}
        self.rows += [head | fact for fact in article.facts]
        while len(self.rows) >= A_PART:
            self._part(self.rows[:A_PART])
            del self.rows[:A_PART]

    def close(self) -> None:
        if self.rows:
            self._part(self.rows)

    def _part(self, rows: list[Cells]) -> None:
        self.write(self.folder / f"part-{self.parts:04d}.{self.ending}", rows)
        self.parts += 1

    def write(self, path: Path, rows: list[Cells]) -> None:
        raise NotImplementedError


class Parquet(_Rows):
    """Parquet, zstd; every column is text."""

    ending = "parquet"

    def write(self, path: Path, rows: list[Cells]) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        cells = {name: pa.array([row.get(name) for row in rows], pa.string()) for name in self.names}
        pq.write_table(pa.table(cells), path, compression="zstd")


class Csv(_Rows):
    """CSV with a head; what is not written is empty."""

    ending = "csv"

    def write(self, path: Path, rows: list[Cells]) -> None:
        with path.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, self.names, restval="")
            writer.writeheader()
            writer.writerows(rows)


def writer(form: str, folder: Path, names: tuple[str, ...]) -> Writer:
    """What writes this form."""
    if form == "yaml":
        return Yaml(folder)
    return {"parquet": Parquet, "csv": Csv}[form](folder, names)
