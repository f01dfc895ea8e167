"""How fast PyYAML reads the files of a corpus: python with_pyyaml.py FOLDER READER.

READER is one of SafeLoader, CSafeLoader, events and nodes. Writes the bytes and the least seconds of the processor.
"""

from __future__ import annotations

import json
import sys
import time
from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Callable

TIMES = 3
READERS: dict[str, Callable[[bytes], object]] = {
    "SafeLoader": lambda data: yaml.load(data, yaml.SafeLoader),
    "CSafeLoader": lambda data: yaml.load(data, yaml.CSafeLoader),
    "events": lambda data: deque(yaml.parse(data, yaml.CSafeLoader), maxlen=0),
    "nodes": lambda data: yaml.compose(data, yaml.CSafeLoader),
}


def measured(folder: Path, read: Callable[[bytes], object]) -> dict[str, float]:
    """The bytes of all YAML files below a folder, and the least seconds in which all of them are read."""
    contents = [path.read_bytes() for path in sorted(folder.rglob("*.yaml"))]
    least = float("inf")
    for _ in range(TIMES):
        start = time.process_time()
        for data in contents:
            read(data)
        least = min(least, time.process_time() - start)
    return {"bytes": sum(map(len, contents)), "seconds": least}


if __name__ == "__main__":
    print(json.dumps(measured(Path(sys.argv[1]), READERS[sys.argv[2]])))
