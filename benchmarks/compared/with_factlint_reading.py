"""How fast factlint reads the YAML files of a corpus, places and all: python with_factlint_reading.py FOLDER.

The only driver that imports factlint, and the one that runs under its own Python. Writes what with_pyyaml.py writes.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from factlint.reading.yaml import read

if TYPE_CHECKING:
    from benchmarks.compared.with_pyyaml import measured
else:
    from with_pyyaml import measured

if __name__ == "__main__":
    print(json.dumps(measured(Path(sys.argv[1]), read)))
