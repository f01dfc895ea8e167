"""The components of a sparse matrix: which rows and variables hang together, for millions of entries at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Column = npt.NDArray[np.int64]


class Labels(NamedTuple):
    """The component of each row and of each variable, two int64 columns; -1 for a variable that is in no row."""

    row: Column
    variable: Column

    @property
    def number(self) -> int:
        """How many components there are."""
        return int(self.row.max()) + 1 if len(self.row) else 0


def labels(rows: Column, variables: Column, row_count: int, size: int) -> Labels:
    """The components of a matrix that has an entry in row `rows[i]` for variable `variables[i]`.

    Components are numbered 0, 1, … by their first rows; a row without entries is one of its own. Rows are numbered
    0 … row_count - 1, variables 0 … size - 1, entries come in any order and may repeat; IndexError where one is
    outside. Time is nearly linear in all of these.
    """
    import numpy as np

    if len(rows) and (min(rows.min(), variables.min()) < 0 or rows.max() >= row_count or variables.max() >= size):
        raise IndexError("an entry lies outside the matrix")
    least = np.full(row_count, size, dtype=np.int64)
    np.minimum.at(least, rows, variables)
    partner = least[rows]
    joining = partner != variables
    leader = _leaders(variables[joining], partner[joining], size)
    empty = least == size
    # What a row is known by: the leader of its variables or, where it has none, a number that nobody else has.
    known_by = np.where(empty, size + np.arange(row_count), np.append(leader, 0)[least])
    first = np.full(size + row_count, -1, dtype=np.int64)
    first[known_by[::-1]] = np.arange(row_count)[::-1]
    of_row = first[known_by]
    number = np.cumsum(of_row == np.arange(row_count)) - 1
    of_variable = first[leader]
    return Labels(number[of_row], np.where(of_variable < 0, -1, np.append(number, -1)[of_variable]))


def _leaders(left: Column, right: Column, size: int) -> Column:
    """The least number of those 0 … size - 1 that a number is connected with, edge i being left[i] — right[i].

    Every leader with a smaller neighbour follows the smallest one, then everyone follows the leader of its leader,
    until all agree (hooking and shortcutting: Shiloach and Vishkin, Journal of Algorithms 3, 1982). A leader that is
    left after two rounds has won over one of its own, so each two rounds at least halve them: the number of rounds is
    logarithmic even for a path.
    """
    import numpy as np

    leader = np.arange(size, dtype=np.int64)
    while len(left):
        np.minimum.at(leader, np.maximum(left, right), np.minimum(left, right))
        while not np.array_equal(shorter := leader[leader], leader):
            leader = shorter
        left, right = leader[left], leader[right]
        apart = left != right
        left, right = left[apart], right[apart]
    return leader
