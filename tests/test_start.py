"""What a process of `factlint` is before it has done anything."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

PROGRAM = """
import os
from factlint.start import main
try:
    main()
except SystemExit:
    import numpy
    print(len(os.listdir("/proc/self/task")))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has a folder of threads")
def test_numpy_starts_no_threads() -> None:
    environment = {key: value for key, value in os.environ.items() if key != "OPENBLAS_NUM_THREADS"}
    command = [sys.executable, "-c", PROGRAM, "--version"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "1"
