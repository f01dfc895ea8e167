"""What a full run leaves behind for the next one, in which some files may have been edited: an SQLite file.

It is written whole, then changed in transactions. A seal beside it has the metadata of the file as the tool left it:
where the file is another, it is damaged or foreign, and counts as none.
"""

# ruff: noqa: PTH103, PTH105, PTH108, PTH116, PTH118, PTH120 - as in the rest of the cache

from __future__ import annotations

import json
import os
import sqlite3
import time
from contextlib import closing, suppress
from typing import TYPE_CHECKING, Any, NamedTuple

from factlint.cache.folder import make, read_parts, write_parts
from factlint.cache.inputs import line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    Row = tuple[Any, ...]

_NAME, _SEAL = "facts.sqlite", "facts.seal"
_BEHIND_SLASH = chr(ord("/") + 1)
_WAIT = 1.0
"""Seconds that a run waits for another one that writes."""

_SCHEMA = """
CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT);
CREATE TABLE entry (kind TEXT, id TEXT, path TEXT, key TEXT, node TEXT, PRIMARY KEY (kind, id)) WITHOUT ROWID;
CREATE TABLE folder (path TEXT PRIMARY KEY, seal TEXT);
CREATE TABLE file (path TEXT PRIMARY KEY, digest TEXT, ref TEXT, head TEXT, whole INTEGER, article TEXT);
CREATE TABLE fact (number INTEGER PRIMARY KEY, path TEXT, ref TEXT, kind TEXT, sound INTEGER, node TEXT, keys TEXT,
                   accepts INTEGER);
CREATE TABLE key (space INTEGER, hash INTEGER, fact INTEGER, PRIMARY KEY (space, hash, fact)) WITHOUT ROWID;
CREATE TABLE refers (target TEXT, file TEXT, path TEXT, key TEXT);
CREATE TABLE names (path TEXT, kind TEXT, entry TEXT);
CREATE TABLE problem (path TEXT, problem TEXT);
CREATE TABLE finding (number INTEGER PRIMARY KEY, rule TEXT, finding TEXT);
CREATE TABLE place (path TEXT, finding INTEGER);
CREATE TABLE names_fact (ref TEXT, finding INTEGER);
"""
_INDEXES = """
CREATE INDEX fact_path ON fact (path);
CREATE INDEX fact_ref ON fact (ref);
CREATE INDEX fact_kind ON fact (kind);
CREATE INDEX fact_accepts ON fact (accepts) WHERE accepts = 1;
CREATE INDEX file_article ON file (article);
CREATE INDEX refers_target ON refers (target);
CREATE INDEX refers_file ON refers (file);
CREATE INDEX refers_path ON refers (path);
CREATE INDEX names_path ON names (path);
CREATE INDEX names_entry ON names (kind, entry);
CREATE INDEX problem_path ON problem (path);
CREATE INDEX finding_text ON finding (rule, finding);
CREATE INDEX place_path ON place (path);
CREATE INDEX place_finding ON place (finding);
CREATE INDEX names_fact_ref ON names_fact (ref);
CREATE INDEX names_fact_finding ON names_fact (finding);
"""


class StoreError(Exception):
    """The store is not there, or not what it should be."""


class StoredFact(NamedTuple):
    """A fact: its number in the store, file, reference, table, whether it can be used, YAML node, keys by space."""

    number: int
    path: str
    ref: str
    kind: str
    sound: bool
    node: str
    keys: str


class StoredFile(NamedTuple):
    """A fact file: the digest of its content, the node of its head (empty where nothing could be read).

    `whole` says that the references of its facts follow from their order, so that none is read without the others.
    """

    path: str
    digest: str
    ref: str
    head: str
    whole: bool
    article: str | None


class Rows(NamedTuple):
    """What is stored of some files; `facts` lack their numbers (0), their `keys` are pairs of a space and a hash.

    `folders` are the paths of folders and their seals, which are empty where no fact file is left.
    """

    files: list[StoredFile]
    facts: list[StoredFact]
    accepting: frozenset[str]
    refers: list[tuple[str, str, str, str]]
    names: list[tuple[str, str, str]]
    problems: list[tuple[str, str]]
    folders: list[tuple[str, str]]


class Store:
    """An opened store, read in one transaction, so that it says the same until the end.

    Every method raises sqlite3.Error where the file is damaged.
    """

    def __init__(self, folder: str, signature: str) -> None:
        """Raises StoreError, OSError and sqlite3.Error where there is none with this signature."""
        self._folder = folder
        path = os.path.join(folder, _NAME)
        if read_parts(os.path.join(folder, _SEAL)) != [line(os.stat(path)).encode()]:
            raise StoreError(path)
        self._inode = os.stat(path).st_ino
        self._base = sqlite3.connect(path, timeout=_WAIT, isolation_level=None)
        try:
            self._base.execute("BEGIN")
            self.about: Mapping[str, str] = dict(self._base.execute("SELECT name, value FROM about"))
        except sqlite3.Error:
            self.close()
            raise
        if self.about.get("signature") != signature:
            self.close()
            raise StoreError(signature)

    def close(self) -> None:
        """No more is read."""
        self._base.close()

    def ask(self, query: str, *values: object) -> list[Row]:
        """The rows of a query."""
        return self._base.execute(query, values).fetchall()

    def among(self, query: str, values: Iterable[object]) -> Iterator[Row]:
        """The rows of a query that has one `?`, for each of the values."""
        for value in values:
            yield from self._base.execute(query, (value,))

    def digests(self, folder: str) -> dict[str, str]:
        """The digest of each fact file in a folder, by path, without those in folders in it."""
        query = "SELECT path, digest FROM file WHERE path > ? AND path < ?"
        below = self._base.execute(query, (f"{folder}/", f"{folder}{_BEHIND_SLASH}"))
        return {path: digest for path, digest in below if path.rpartition("/")[0] == folder}

    def seals(self) -> dict[str, str]:
        """A digest for each folder with fact files, by path."""
        return dict(self._base.execute("SELECT path, seal FROM folder"))

    def facts(self, where: str, values: Iterable[object]) -> Iterator[StoredFact]:
        """The facts for which a column has one of the values."""
        query = f"SELECT number, path, ref, kind, sound, node, keys FROM fact WHERE {where} = ?"  # noqa: S608 - a column
        for row in self.among(query, values):
            yield StoredFact._make(row)

    def meeting(self, space: int, each: int) -> Iterator[StoredFact]:
        """The facts that have a key in a space."""
        query = """SELECT fact.number, path, ref, kind, sound, node, keys FROM key JOIN fact ON key.fact = fact.number
                   WHERE space = ? AND hash = ?"""
        for row in self._base.execute(query, (space, each)):
            yield StoredFact._make(row)

    def entries(self, kind: str, ids: Iterable[str] | None = None) -> Iterator[tuple[str, str, str]]:
        """The path of entries of the registry, and their ids and values as JSON; all of the kind for None."""
        query = "SELECT path, key, node FROM entry WHERE kind = ?"
        if ids is None:
            yield from self._base.execute(query, (kind,))
            return
        for each in ids:
            yield from self._base.execute(f"{query} AND id = ?", (kind, each))

    def findings(self, fact: str) -> Iterator[tuple[str, str]]:
        """The rules and the JSON of the findings that name a fact; those that name none, for an empty reference."""
        query = "SELECT rule, finding.finding FROM names_fact JOIN finding ON names_fact.finding = number WHERE ref = ?"
        yield from self._base.execute(query, (fact,))

    def files(self, where: str, values: Iterable[object]) -> Iterator[StoredFile]:
        """The files for which a column has one of the values."""
        query = f"SELECT path, digest, ref, head, whole, article FROM file WHERE {where} = ?"  # noqa: S608 - a column
        for row in self.among(query, values):
            yield StoredFile._make(row)

    def change(
        self, gone: Iterable[str], rows: Rows, minus: Iterable[str], plus: Iterable[Row], about: Mapping[str, str]
    ) -> None:
        """Replace what is known of the files `gone` with `rows`, some findings, as JSON, with others, some of `about`.

        A finding that comes is given as its rule, its JSON, the paths that it points at and the facts that it names.
        Nothing is changed where another run did so meanwhile. Raises StoreError, OSError and sqlite3.Error.
        """
        path = os.path.join(self._folder, _NAME)
        token = self.about["token"]
        self._base.execute("COMMIT")
        self._base.execute("BEGIN IMMEDIATE")
        now = self._base.execute("SELECT value FROM about WHERE name = 'token'").fetchone()
        if now != (token,) or os.stat(path).st_ino != self._inode:
            raise StoreError(path)
        for old in gone:
            self._forget(old)
        _insert(self._base, rows)
        for text in minus:
            rule = json.loads(text)[0]
            for (number,) in self.ask("SELECT number FROM finding WHERE rule = ? AND finding = ?", rule, text):
                self._base.execute("DELETE FROM finding WHERE number = ?", (number,))
                self._base.execute("DELETE FROM place WHERE finding = ?", (number,))
                self._base.execute("DELETE FROM names_fact WHERE finding = ?", (number,))
        _insert_findings(self._base, plus)
        changed = ((value, name) for name, value in {**about, "token": _token()}.items())
        self._base.executemany("UPDATE about SET value = ? WHERE name = ?", changed)
        self._base.execute("COMMIT")
        _seal(self._folder)

    def _forget(self, path: str) -> None:
        for number, keys in self.ask("SELECT number, keys FROM fact WHERE path = ?", path):
            keyed = [(space, each, number) for space, each in json.loads(keys)]
            self._base.executemany("DELETE FROM key WHERE space = ? AND hash = ? AND fact = ?", keyed)
        for table in ("file", "fact", "refers", "names", "problem"):
            self._base.execute(f"DELETE FROM {table} WHERE path = ?", (path,))  # noqa: S608 - one of five words


def write(
    folder: str, about: Mapping[str, str], entries: Iterable[Row], parts: Iterable[Rows], findings: Iterable[Row]
) -> None:
    """Write a store anew, whole or not at all; raises OSError and sqlite3.Error.

    An entry of the registry is given as its kind, its id, its path, and its key and node as JSON.
    """
    if not make(os.path.dirname(folder)):
        return
    os.makedirs(folder, exist_ok=True)
    beside = os.path.join(folder, f".{_NAME}.{os.getpid():x}-{time.time_ns():x}")
    try:
        with closing(sqlite3.connect(beside, isolation_level=None)) as base:
            base.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + _SCHEMA)
            base.execute("BEGIN")
            base.executemany("INSERT INTO about VALUES (?, ?)", {**about, "token": _token()}.items())
            base.executemany("INSERT INTO entry VALUES (?, ?, ?, ?, ?)", entries)
            for rows in parts:
                _insert(base, rows)
            _insert_findings(base, findings)
            base.execute("COMMIT")
            base.executescript(_INDEXES)
        os.replace(beside, os.path.join(folder, _NAME))
    finally:
        with suppress(FileNotFoundError):
            os.unlink(beside)
    _seal(folder)


def _insert(base: sqlite3.Connection, rows: Rows) -> None:
    base.executemany("INSERT OR REPLACE INTO folder VALUES (?, ?)", rows.folders)
    base.execute("DELETE FROM folder WHERE seal = ''")
    base.executemany("INSERT INTO file VALUES (?, ?, ?, ?, ?, ?)", rows.files)
    (last,) = base.execute("SELECT coalesce(max(number), 0) FROM fact").fetchone()
    numbered = [fact._replace(number=number) for number, fact in enumerate(rows.facts, start=last + 1)]
    facts = [(*fact, fact.ref in rows.accepting) for fact in numbered]
    base.executemany("INSERT INTO fact VALUES (?, ?, ?, ?, ?, ?, ?, ?)", facts)
    keys = sorted((space, each, fact.number) for fact in numbered for space, each in json.loads(fact.keys))
    base.executemany("INSERT OR IGNORE INTO key VALUES (?, ?, ?)", keys)
    base.executemany("INSERT INTO refers VALUES (?, ?, ?, ?)", rows.refers)
    base.executemany("INSERT INTO names VALUES (?, ?, ?)", rows.names)
    base.executemany("INSERT INTO problem VALUES (?, ?)", rows.problems)


def _insert_findings(base: sqlite3.Connection, findings: Iterable[Row]) -> None:
    for rule, text, paths, facts in findings:
        number = base.execute("INSERT INTO finding (rule, finding) VALUES (?, ?)", (rule, text)).lastrowid
        base.executemany("INSERT INTO place VALUES (?, ?)", [(path, number) for path in sorted(set(paths))])
        base.executemany("INSERT INTO names_fact VALUES (?, ?)", [(ref, number) for ref in sorted(facts) or [""]])


def _token() -> str:
    return f"{os.getpid():x}-{time.time_ns():x}"


def _seal(folder: str) -> None:
    write_parts(os.path.join(folder, _SEAL), [line(os.stat(os.path.join(folder, _NAME))).encode()])
