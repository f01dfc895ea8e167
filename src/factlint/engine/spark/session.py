"""A session of Apache Spark: the one that runs already, or one of our own, which says nothing and needs no network."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import warnings
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from factlint.corpus.settings import SettingsError
from factlint.schemas.adapter import PANDAS_3

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from pyspark.sql import SparkSession

OLDEST_JAVA = 17

_LOG = """\
rootLogger.level = error
rootLogger.appenderRef.console.ref = console
logger.shell.name = org.apache.spark.api.python.PythonGatewayServer
logger.shell.level = error
appender.console.type = Console
appender.console.name = console
appender.console.target = SYSTEM_ERR
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = %p %c{1}: %m%n
"""

_ALWAYS = {
    "spark.app.name": "factlint",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.sql.execution.pyspark.udf.faulthandler.enabled": "true",  # says where in Python a worker crashed
    "spark.executorEnv.PYTHONWARNINGS": f"ignore:{PANDAS_3}",
}

_ALONE = {
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
}


_QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""Java starts in half the time without its best compiler, which pays for work; here it only carries bytes."""


@contextmanager
def session(master: str) -> Iterator[SparkSession]:
    """A session for one check, with settings of SQL of its own; where none runs yet, one at `master`, ended afterwards.

    Raises SettingsError where PySpark or Java is missing, where Spark cannot be started, and where it fails.
    """
    try:
        from py4j.protocol import Py4JError
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise SettingsError("--engine spark needs PySpark: pip install 'factlint[spark]'") from error
    _require_java(os.environ)
    with warnings.catch_warnings(), TemporaryDirectory(prefix="factlint-") as scratch:
        warnings.filterwarnings("ignore", PANDAS_3)  # frames of bytes and texts are all that it is given here
        running = SparkSession.getActiveSession()
        try:
            own = running or _started(master, Path(scratch))
            try:
                yield _set(own.newSession())
            finally:
                if running is None:
                    own.stop()
        except (Py4JError, PySparkException) as error:
            raise SettingsError(f"Spark failed at {master}: {_first_line(error)}") from error


def _set(session: SparkSession) -> SparkSession:
    """The session with what the cells of pieces ask for: they are few and large."""
    session.conf.set("spark.sql.adaptive.enabled", "false")  # it would join buckets that look small to one task
    session.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", "8")
    return session


def _started(master: str, scratch: Path) -> SparkSession:
    from pyspark.sql import SparkSession

    log = scratch / "log4j2.properties"
    log.write_text(_LOG, "utf-8")
    options = [f"-Dlog4j2.configurationFile={log.as_uri()}"]
    settings = dict(_ALWAYS)
    if local := master.startswith("local"):
        settings |= _ALONE
        options += _QUICK
    builder = SparkSession.Builder().master(master).config("spark.driver.extraJavaOptions", " ".join(options))
    for key, value in settings.items():
        builder = builder.config(key, value)
    with _environment(local=local):
        return builder.getOrCreate()


@contextmanager
def _environment(*, local: bool) -> Iterator[None]:
    """Workers run the Python that runs here, or on a cluster the one that `PYSPARK_PYTHON` names there."""
    before = dict(os.environ)
    if local or "PYSPARK_PYTHON" not in before:
        os.environ["PYSPARK_PYTHON"] = sys.executable
    if not local and before.get("SPARK_LOCAL_IP") == "127.0.0.1":
        del os.environ["SPARK_LOCAL_IP"]  # pandera sets it when it is imported, and no cluster finds this machine there
    try:
        yield
    finally:
        for name in ("PYSPARK_PYTHON", "SPARK_LOCAL_IP"):
            os.environ.pop(name, None)
            if name in before:
                os.environ[name] = before[name]


def _require_java(environment: Mapping[str, str]) -> None:
    """Raises SettingsError where there is no Java, or an old one."""
    home = environment.get("JAVA_HOME")
    java = str(Path(home, "bin", "java")) if home else shutil.which("java", path=environment.get("PATH", ""))
    missing = f"--engine spark needs Java {OLDEST_JAVA} or later: install one, or name its folder in JAVA_HOME"
    if java is None:
        raise SettingsError(missing)
    try:
        said = subprocess.run((java, "-version"), capture_output=True, text=True, check=False)  # noqa: S603 - the user's
    except OSError as error:
        raise SettingsError(f"{missing} ({java} cannot be run)") from error
    version = re.search(r'version "(\d+)', said.stderr)
    if version is None or int(version[1]) < OLDEST_JAVA:
        raise SettingsError(f"{missing} ({java} is {version[1] if version else 'not one that tells its version'})")


def _first_line(error: Exception) -> str:
    """What went wrong, of all that Spark says: of an exception of Python its last line, else the first."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    python = [line for line in lines if re.match(r"[\w.]*(Error|Exception): ", line)]
    return (python or lines or [type(error).__name__])[-1 if python else 0]
