"""Checking facts that are tables on Apache Spark: the same buckets and the same rules as on one machine, on many.

The way of the rows: each table is scanned by one task; what hangs together is known on the driver and broadcast; each
table is sorted by one task into pieces of buckets; a bucket is checked by one call of `applyInPandas`. Only findings
come back. The project's folder and the tables are read where the tasks run, so they lie on storage that all machines
see at the same path.
"""

from __future__ import annotations

import pickle
from functools import partial
from typing import TYPE_CHECKING, Any

from factlint.engine.check import unheard
from factlint.engine.spark.rows import SCHEMA, answers_of
from factlint.engine.spark.session import session
from factlint.engine.spark.work import (
    PIECES,
    PROBLEMS,
    SAID,
    Source,
    checked_bucket,
    job_of,
    scanned_tables,
    sorted_again,
    sorted_tables,
    twins_of_tables,
    words_of,
)
from factlint.engine.tables.check import Seen, accepting_rows, concluded, opened, tell_of_skew
from factlint.engine.tables.part import Project
from factlint.engine.tables.scanning import TableScan
from factlint.engine.tables.sorting import ACCEPTING, first_of, sorting, too_large
from factlint.engine.tables.twins import before_each

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Callable
    from pathlib import Path

    from pyspark import Broadcast
    from pyspark.sql import DataFrame, SparkSession

    from factlint.corpus import Registry, Settings
    from factlint.engine.spark.work import Job
    from factlint.engine.tables.sorting import Answer, Sorting
    from factlint.findings import Report
    from factlint.rules.base import Rule

    Batches = Callable[..., Any]

WHOLE = 2_000_000
"""Rules for all rows of some tables are asked where these have at most so many, since one worker has them all."""


def check_on_spark(
    settings: Settings,
    folder: Path,
    rules: tuple[type[Rule], ...],
    paths: tuple[str, ...] = (),
    progress: Callable[[str], None] = unheard,
) -> Report:
    """The report of the facts in the tables of a folder, as `tables.check.check_tables` makes it, on Spark.

    Rules that compare all rows of some tables at once are not asked where there are more than `WHOLE`: each is a fault.
    Raises SettingsError where there are no tables to read, and where Spark or Java is missing or fails.
    """
    given = opened(settings, folder, progress)
    registry, source = given.registry.registry, Source(given.tables, settings)
    progress("starting Spark")
    with session(settings.spark_master) as spark:
        progress("reading tables on Spark: what hangs together")
        known = spark.sparkContext.broadcast(registry)
        scan = TableScan(registry, settings)
        for said in _told(spark, partial(scanned_tables, registry=known), source):
            scan.hear(said)
        project = Project(settings, registry, scan.shared(), tuple(rule.name for rule in rules))
        how, not_asked = sorting(project, scan, WHOLE)
        progress("reading tables on Spark: sorting facts by their keys")
        job = spark.sparkContext.broadcast(job_of(given.tables, how, scan.twice(), _before(spark, source, scan)))
        pieces = _sorted(spark, known, job)
        special = pieces.where(pieces.bucket.startswith(ACCEPTING) | (pieces.bucket == PROBLEMS))
        apart = special.orderBy("number", "piece").collect()
        progress("checking tables on Spark")
        answers = _checked(pieces, how, known, job)
    wrong = [pickle.loads(row.words) for row in apart if row.bucket == PROBLEMS]  # noqa: S301 - written by this run
    whole = given.registry.with_problems([*given.problems, *(problem for each in wrong for problem in each)])
    accepting = accepting_rows(words_of([row.words]) for row in apart if row.bucket != PROBLEMS)
    tell_of_skew(each.skew for each in answers)
    seen = Seen((*given.faults, *not_asked), (len(scan.files), scan.rows.total()), paths)
    return concluded(whole, accepting, [each.found for each in answers], project, seen)


def _told(spark: SparkSession, say: Batches, shared: Source | tuple[Source, Any]) -> list[Any]:
    """What a function says of each table, one task a table, in the order of the tables."""
    tables = shared.tables if isinstance(shared, Source) else shared[0].tables
    told = _numbers(spark, len(tables)).mapInArrow(partial(say, shared=spark.sparkContext.broadcast(shared)), SAID)
    return [pickle.loads(row.said) for row in told.orderBy("number").collect()]  # noqa: S301 - written by this run


def _numbers(spark: SparkSession, tables: int) -> DataFrame:
    """The numbers of the tables, each in a partition of its own."""
    return spark.range(0, tables, 1, tables)


def _before(spark: SparkSession, source: Source, scan: TableScan) -> list[Counter[str]]:
    """For each table how often the tables before it have references that come again; read only where there are some."""
    twice = scan.twice()
    return before_each(_told(spark, twins_of_tables, (source, twice))) if len(twice) else []


def _sorted(spark: SparkSession, registry: Broadcast[Registry], job: Broadcast[Job]) -> DataFrame:
    """The pieces of the buckets, kept on the disks of the workers."""
    from pyspark import StorageLevel

    sort = partial(sorted_tables, registry=registry, shared=job)
    pieces = _numbers(spark, len(job.value.tables)).mapInArrow(sort, PIECES)
    return pieces.persist(StorageLevel.DISK_ONLY)


def _checked(pieces: DataFrame, how: Sorting, registry: Broadcast[Registry], job: Broadcast[Job]) -> list[Answer]:
    """What is found in the buckets: first what is wrong with rows. Too large ones are sorted again before.

    The pieces are kept no longer.
    """
    from pyspark import StorageLevel

    kept = [pieces]
    spark = pieces.sparkSession.sparkContext
    sizes = dict(map(tuple, pieces.groupBy("bucket").agg({"rows": "sum"}).collect()))
    own = pieces.where(~pieces.bucket.startswith(ACCEPTING) & (pieces.bucket != PROBLEMS))
    if large := too_large(sizes, how):
        again = partial(sorted_again, registry=registry, shared=job, sizes={name: sizes[name] for name in large})
        finer = own.where(own.bucket.isin(large)).mapInArrow(again, PIECES).persist(StorageLevel.DISK_ONLY)
        own = own.where(~own.bucket.isin(large)).union(finer)
        kept.append(finer)
    names = [name for (name,) in own.select("bucket").distinct().collect()]
    first = sorted(first_of(names, how))
    nothing: frozenset[str] = frozenset()
    said = _answers(own.where(own.bucket.isin(first)), registry, job, spark.broadcast(nothing))
    unsound = spark.broadcast(how.after(said).unsound)
    said += _answers(own.where(~own.bucket.isin(first)), registry, job, unsound)
    for each in kept:
        each.unpersist()
    return said


def _answers(
    pieces: DataFrame, registry: Broadcast[Registry], job: Broadcast[Job], unsound: Broadcast[frozenset[str]]
) -> list[Answer]:
    """What is found in the buckets that the pieces are of, in the reverse order of their names."""
    count = pieces.select("bucket").distinct().count()
    # a lambda, for PySpark looks at the types of other functions, and warns
    found = (
        pieces.repartition(max(count, 1), "bucket")  # of one table Spark would leave all buckets to one task
        .groupBy("bucket")
        .applyInPandas(lambda key, words: checked_bucket(key, words, registry, job, unsound), SCHEMA)
    )
    return answers_of(found.select("bucket", "kind", "packed").collect())
