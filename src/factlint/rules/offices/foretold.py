"""Titles that say by themselves that they are those of another time: `President-elect`, `late Minister`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.reading.name.title import title_tokens

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas as pd

_OTHER_TIMES = frozenset(
    {"former", "then", "retired", "emeritus", "outgoing", "late", "elect", "designate", "incoming", "future", "nominee"}
)


def foretold(rows: pd.DataFrame, asked: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Which of the rows asked about have a title with a word for another time; the other rows are none of them."""
    import numpy as np

    found = np.zeros(len(rows), dtype=np.bool_)
    titles = rows["title"].to_numpy()
    words: dict[str, bool] = {}
    for row in np.flatnonzero(asked & rows["title"].notna().to_numpy()):
        title = titles[row]
        if title not in words:
            words[title] = bool(title_tokens(title) & _OTHER_TIMES)
        found[row] = words[title]
    return found
