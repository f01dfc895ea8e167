"""Names of the table of figures as numbers, so that no text is looked at twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy as np
    import pandas as pd

    from factlint.figures.measures import Measures
    from factlint.figures.statements import Statement


class Numbers:
    """Words by number, in the order in which they come."""

    def __init__(self, *words: str) -> None:
        self.words = list(words)
        self._known = {word: number for number, word in enumerate(words)}

    def __call__(self, word: str) -> int:
        """The number of a word, a new one where it is new."""
        number = self._known.setdefault(word, len(self.words))
        if number == len(self.words):
            self.words.append(word)
        return number


class Named:
    """The names in the rows of a frame, and in the cells of statements that were read one by one, as numbers.

    Columns of one number a row: `of` and `partner`, in alphabetical order, `scope`, `group`, and `measure`, the place
    in the alphabetical list of all. `ends`, `scopes` and `number` give those of words. By the number of a measure:
    whether it is `symmetric`, whether it `adds_up`, and its `kin`.
    """

    def __init__(self, figures: pd.DataFrame, measures: Measures, odd: Iterable[Statement]) -> None:
        import numpy as np
        import pandas as pd

        self._figures = figures
        self._oddly = [cell for each in odd for cell in (each.now, each.base, each.own) if cell is not None]
        self.number = {name: number for number, name in enumerate(sorted(measures.known))}
        known = [measures.known[name] for name in self.number]
        self.adds_up = np.array([each.adds_up for each in known], dtype=bool)
        self.symmetric = np.array([each.symmetric for each in known], dtype=bool)
        self.kin = np.array([measures.kin[name] for name in self.number], dtype="int64")
        (self.of, self.partner), self.ends = self._numbered(["of", "with"], ["of", "partner"], sort=True)
        (self.scope,), self.scopes = self._numbered(["scope"], ["scope"])
        self.group = np.asarray(pd.factorize(figures["group"].to_numpy())[0], dtype="int64")
        self.measure = self.measures_of(figures["figure"])

    def measures_of(self, names: pd.Series[str]) -> np.ndarray:
        """The numbers of the measures of some rows."""
        import numpy as np
        import pandas as pd

        codes, distinct = pd.factorize(names.to_numpy(dtype=object))
        found: np.ndarray = np.array([self.number[name] for name in distinct], dtype="int64")[codes]
        return found

    def _numbered(
        self, columns: Sequence[str], oddly: Sequence[str], *, sort: bool = False
    ) -> tuple[list[np.ndarray], dict[str, int]]:
        """The columns as numbers, and those of all words in them and in these fields of cells; no word counts as ""."""
        import numpy as np
        import pandas as pd

        odd = [getattr(cell, field) for field in oddly for cell in self._oddly]
        words = np.concatenate([*(self._figures[column].to_numpy(dtype=object) for column in columns), [*odd, ""]])
        numbers, distinct = pd.factorize(words, sort=sort)
        numbers[numbers < 0] = numbers[-1]
        size = len(self._figures)
        parts = [numbers[start * size : (start + 1) * size].astype("int64") for start in range(len(columns))]
        return parts, {word: number for number, word in enumerate(distinct)}
