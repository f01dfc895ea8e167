"""Every cell that a figure speaks of, on columns: what `frame.statement` says of one row, for all rows.

Values, changes and shares of a whole at the same place and time are read whole columns at a time; means, and shares of
something elsewhere, one by one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.corpus.printed import OPEN, date_columns
from factlint.figures.cells import TIME, combined
from factlint.figures.forms import DIFFERENCE, LEVEL, MEAN, NOTHING, ODD, RATIO, SHARE, forms, read_oddly
from factlint.figures.frame import base_unit, file_of, told, units_of
from factlint.figures.named import Named, Numbers
from factlint.figures.statements import Stretch
from factlint.reading.date import FOREVER, NEVER

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import pandas as pd

    from factlint.figures.frame import Spoken
    from factlint.figures.measures import Measures
    from factlint.figures.statements import Cell, Statement

NOW, BASE, OWN = range(3)


class Said(NamedTuple):
    """Mentions of cells, columns of one length.

    `figure` is the row of the figure; `side` NOW, BASE or OWN; `measure` the place of its name in the alphabetical list
    of all; `of` and `partner` are numbers in alphabetical order, `scope` and `group` any numbers, `unit` the place in
    `Mentions.units`; `stretch` says whether the cell adds up from `first` to `last`; `time` is a code for one that does
    not.
    """

    figure: np.ndarray
    side: np.ndarray
    measure: np.ndarray
    of: np.ndarray
    partner: np.ndarray
    scope: np.ndarray
    unit: np.ndarray
    stretch: np.ndarray
    first: np.ndarray
    last: np.ndarray
    time: np.ndarray
    group: np.ndarray


class Mentions(NamedTuple):
    """All mentions of cells and their units; for each figure its form, and what its number is multiplied by."""

    said: Said
    units: Sequence[str]
    form: np.ndarray
    scale: np.ndarray


def mentions(figures: pd.DataFrame, measures: Measures, *, uncertain: bool) -> Mentions:
    """The mentions of the frame of `cells.counting`, which has a RangeIndex.

    `uncertain` says whether statements of uncertain times count.
    """
    import numpy as np

    form = forms(figures, measures, uncertain=uncertain)
    scale = np.ones(len(figures))
    scale[form == SHARE] = 0.01
    cells = _Cells(figures, measures, read_oddly(figures, form, measures, uncertain=uncertain))
    for field, own in (("value", form == LEVEL), ("change", form == DIFFERENCE)):
        cells.unit[own], scale[own] = cells.base_units(field, own)
    ratio = (form == RATIO) | (form == SHARE)
    cells.unit[ratio] = cells.units_of_ratios(ratio, form)
    linear = np.isin(form, (LEVEL, DIFFERENCE, RATIO, SHARE))
    found = [
        cells.own(linear, NOW),
        cells.own(form == SHARE, BASE, wholes=True),
        cells.before((form == RATIO) | (form == DIFFERENCE)),
        cells.odd(form, scale),
    ]
    said = Said._make(np.concatenate(columns) for columns in zip(*found, strict=True))
    return Mentions(said, cells.units.words, form, scale)


class _Cells:
    """Makes mentions of cells from rows of the frame, by the numbers of names.

    `unit` is the number of each figure's unit among `units`, to be filled in.
    """

    def __init__(self, figures: pd.DataFrame, measures: Measures, odd: dict[int, Statement]) -> None:
        import numpy as np

        self._figures = figures
        self._odd = odd
        self._measures = measures
        self._names = Named(figures, measures, odd.values())
        self._time = figures[list(TIME)].to_numpy(dtype="int64")
        self._known: dict[tuple[int, ...], int] = {}
        self.units = Numbers("")
        self.unit = np.zeros(len(figures), dtype="int64")

    def base_units(self, field: str, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The base unit of each amount in some rows, and what its number is multiplied by."""
        import numpy as np
        import pandas as pd

        unit, words = pd.factorize(self._figures[f"{field}_unit"].to_numpy(dtype=object)[rows])
        names = list(self._names.number)
        pair, pairs = pd.factorize((unit.astype("int64") + 1) * len(names) + self._names.measure[rows])
        width = max(len(names), 1)
        read = [
            base_unit(words[code // width - 1] if code >= width else None, self._measures.known[names[code % width]])
            for code in pairs.tolist()
        ]
        bases = [self.units(base if base != "percentage-point" else "percent") for base, _ in read]
        scales = [float(scale) for _, scale in read]
        return np.array(bases, dtype="int64")[pair], np.array(scales, dtype=float)[pair]

    def units_of_ratios(self, ratio: np.ndarray, form: np.ndarray) -> np.ndarray:
        """The unit that each ratio speaks in (see `frame.units_of`)."""
        import numpy as np
        import pandas as pd

        asking = np.flatnonzero(ratio)
        found = np.zeros(len(asking), dtype="int64")
        if not len(asking):
            return found
        told_by, measure, unit = self._told(form)
        rows, kin = np.append(told_by, asking), self._names.kin[np.append(measure, self._names.measure[asking])]
        file, files = pd.factorize(self._figures["file"].to_numpy(dtype=object))
        open_still = np.ones(len(found), dtype=bool)
        width = len(self.units.words)
        for columns in ((self._names.group[rows], file[rows], kin), (self._names.group[rows], kin)):
            where = combined(*columns)
            spoken, asked = where[: len(unit)], where[len(unit) :]
            # Each unit once for every place where it is spoken: how many there are, and one of them.
            pairs = np.unique(spoken * width + unit)
            places = pairs // width
            often = np.bincount(places, minlength=int(where.max()) + 1)
            one = np.zeros(len(often), dtype="int64")
            one[places] = pairs % width
            single, several = open_still & (often[asked] == 1), open_still & (often[asked] > 1)
            found[single] = one[asked[single]]
            found[several] = [self.units(f"as {files[number]} reckons") for number in file[asking[several]]]
            open_still &= often[asked] == 0
        return found

    def own(self, rows: np.ndarray, side: int, *, wholes: bool = False) -> Said:
        """The cell of the figure itself, or that of the whole that it is a share of."""
        import numpy as np

        chosen = np.flatnonzero(rows)
        measure = self._names.measure[chosen]
        if wholes:
            measure = self._names.measures_of(self._figures["share_of"].iloc[chosen].map(lambda whole: whole["figure"]))
        return self._said(chosen, side, measure, self._time[chosen])

    def before(self, rows: np.ndarray) -> Said:
        """The cell that a change is against."""
        import numpy as np

        chosen = np.flatnonzero(rows)
        versus = self._figures[list(date_columns("versus"))].to_numpy(dtype="int64")[chosen]
        return self._said(chosen, BASE, self._names.measure[chosen], _bases(self._time[chosen], versus))

    def _said(self, chosen: np.ndarray, side: int, measure: np.ndarray, time: np.ndarray) -> Said:
        import numpy as np

        of, partner = self._names.of[chosen], self._names.partner[chosen]
        swap = self._names.symmetric[measure] & (of > partner)
        period, asof = time[:, :4], time[:, 4:]
        stretch = self._names.adds_up[measure] & (asof == OPEN).all(axis=1)
        stretch &= (period[:, 0] == period[:, 1]) & (period[:, 2] == period[:, 3])
        stretch &= (period[:, 0] > NEVER) & (period[:, 3] < FOREVER)
        code = np.full(len(chosen), -1)
        others = np.flatnonzero(~stretch)
        own = side == NOW
        code[others] = self._figures["time"].to_numpy()[chosen[others]] if own else self._clocks(time[others])
        return Said(
            *(chosen, np.full(len(chosen), side), measure),
            *(np.where(swap, partner, of), np.where(swap, of, partner), self._names.scope[chosen]),
            *(self.unit[chosen], stretch, period[:, 0], period[:, 3], code, self._names.group[chosen]),
        )

    def _clocks(self, times: np.ndarray) -> list[int]:
        return [self._clock(tuple(time)) for time in times.tolist()]

    def _clock(self, time: tuple[int, ...]) -> int:
        """A number for a time: that of `cells.counting`, or a new one where no figure has it."""
        if not self._known:
            own = self._figures.drop_duplicates("time")
            days = own[list(TIME)].to_numpy(dtype="int64").tolist()
            self._known = {tuple(each): int(code) for each, code in zip(days, own["time"], strict=True)}
        return self._known.setdefault(time, len(self._known))

    def _told(self, form: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Who tells the unit of which measure: columns of rows, measures and units (see `frame.told`)."""
        import numpy as np

        rows = np.flatnonzero((form == LEVEL) | (form == DIFFERENCE))
        means = [
            (row, self._names.number[name], self.units(unit))
            for row, each in self._odd.items()
            for name, unit in told(each)
        ]
        more = np.array(means, dtype="int64").reshape(-1, 3)
        plain = (rows, self._names.measure[rows], self.unit[rows])
        return (
            np.append(plain[0], more[:, 0]),
            np.append(plain[1], more[:, 1]),
            np.append(plain[2], more[:, 2]),
        )

    def odd(self, form: np.ndarray, scale: np.ndarray) -> Said:
        """What was read one by one; sets the form and the scale of each."""
        import numpy as np

        rows = np.flatnonzero(form == ODD)
        groups = dict(zip(rows.tolist(), self._names.group[rows].tolist(), strict=True))
        spoken = self._spoken(frozenset(groups.values()), form)
        form[rows] = NOTHING
        found: list[tuple[int, ...]] = []
        for row, each in self._odd.items():
            form[row], scale[row] = (MEAN if each.form == "mean" else SHARE), float(each.scale)
            unit, base = units_of(each, spoken.get(groups[row], {}), self._measures)
            for side, cell, own in ((NOW, each.now, unit), (BASE, each.base, base), (OWN, each.own, each.unit)):
                if cell is not None:
                    where = (
                        self._names.number[cell.measure],
                        self._names.ends[cell.of],
                        self._names.ends[cell.partner],
                    )
                    time = (self._names.scopes[cell.scope], self.units(own), *self._when(cell))
                    found.append((row, side, *where, *time, groups[row]))
        columns = np.array(found, dtype="int64").reshape(-1, len(Said._fields)).T
        said = Said._make(columns)
        return said._replace(stretch=said.stretch.astype(bool))

    def _when(self, cell: Cell) -> tuple[int, int, int, int]:
        if isinstance(cell.time, Stretch):
            return 1, cell.time.first, cell.time.last, -1
        return 0, 0, 0, self._clock(tuple(cell.time))

    def _spoken(self, groups: frozenset[int], form: np.ndarray) -> dict[int, Spoken]:
        """For each of these groups, the units that its files speak in."""
        found: dict[int, dict[tuple[str, int], set[str]]] = {group: {} for group in groups}
        facts, names = self._figures["fact"].to_numpy(), list(self._names.number)
        for row, measure, unit in zip(*self._told(form), strict=True) if groups else ():
            if (group := int(self._names.group[row])) in found:
                for file in (file_of(facts[row]), ""):
                    kin = self._measures.kin[names[measure]]
                    found[group].setdefault((file, kin), set()).add(self.units.words[unit])
        return dict(found)


def _bases(own: np.ndarray, versus: np.ndarray) -> np.ndarray:
    """The eight days of what each change is against: a stock of a day may be compared with one of another day."""
    found = own.copy()
    without_period = (own[:, :4] == OPEN).all(axis=1)
    day = without_period & (versus == versus[:, :1]).all(axis=1)
    found[:, :4] = versus
    found[without_period, 4:] = OPEN
    found[day, :4], found[day, 4:] = OPEN, versus[day]
    return found
