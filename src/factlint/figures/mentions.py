"""Every cell that a figure speaks of, on columns: what `frame.statement` says of one row, for all rows.

Values, changes and shares of a whole at the same place and time are read whole columns at a time; means, and shares of
something elsewhere, one by one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from factlint.corpus.printed import OPEN, date_columns
from factlint.figures.cells import TIME, combined, known
from factlint.figures.frame import base_unit, file_of, statement, told, units_of
from factlint.figures.statements import Stretch
from factlint.reading.date import FOREVER, NEVER

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from factlint.figures.frame import Spoken
    from factlint.figures.measures import Measures
    from factlint.figures.statements import Cell, Statement

NOW, BASE, OWN = range(3)
NOTHING, LEVEL, DIFFERENCE, RATIO, SHARE, MEAN, ODD = range(7)
"""The forms of statements; NOTHING is what is not linear, ODD what is read by itself."""

COLUMNS = ("figure", "side", "measure", "of", "partner", "scope", "unit", "stretch", "first", "last", "time", "group")
_KINDS = {"absolute": DIFFERENCE, "points": DIFFERENCE, "percent": RATIO, "times": RATIO}


class Mentions(NamedTuple):
    """All mentions of cells, and for each figure its form and what its number is multiplied by.

    The columns of `said` are `figure`, the row of the figure; `side`: NOW, BASE or OWN; `measure`, `of`, `partner`,
    `scope`, `unit`; `stretch`, whether the cell adds up from `first` to `last`; `time`, a code for one that does not;
    `group`.
    """

    said: pd.DataFrame
    form: np.ndarray
    scale: np.ndarray


def mentions(figures: pd.DataFrame, measures: Measures, *, uncertain: bool) -> Mentions:
    """The mentions of the frame of `cells.standing`, which has a RangeIndex.

    `uncertain` says whether statements of uncertain times count.
    """
    import numpy as np
    import pandas as pd

    form = _forms(figures, measures, uncertain=uncertain)
    scale = np.ones(len(figures))
    scale[form == SHARE] = 0.01
    unit = np.full(len(figures), "", dtype=object)
    for field, own in (("value", form == LEVEL), ("change", form == DIFFERENCE)):
        unit[own], scale[own] = _units(figures.loc[own, "figure"], figures.loc[own, f"{field}_unit"], measures)
    cells = _Cells(figures, unit, measures, _statements(figures, form, measures, uncertain=uncertain))
    ratio = (form == RATIO) | (form == SHARE)
    unit[ratio] = _units_of_ratios(figures, ratio, cells.told(form), measures)
    linear = np.isin(form, (LEVEL, DIFFERENCE, RATIO, SHARE))
    found = [
        cells.own(linear, NOW),
        cells.own(form == SHARE, BASE, wholes=True),
        cells.before((form == RATIO) | (form == DIFFERENCE)),
        cells.odd(form, scale),
    ]
    return Mentions(pd.concat([each for each in found if len(each)] or found[:1], ignore_index=True), form, scale)


def _forms(figures: pd.DataFrame, measures: Measures, *, uncertain: bool) -> np.ndarray:
    """The form of each figure."""
    import numpy as np

    measure = figures["figure"]
    positive = measure.isin([name for name, each in measures.known.items() if each.never_negative]).to_numpy()
    value, change, share = (figures[key].notna().to_numpy() for key in ("value", "change", "share"))
    form = np.where(value, np.where(measure.isin(measures.means), ODD, LEVEL), NOTHING)
    form[change] = [_KINDS[each.kind] for each in figures["change"].to_numpy()[change]]
    form[(form == RATIO) & ~positive] = NOTHING
    if not uncertain:
        form[change & ~known(figures, "versus").to_numpy()] = NOTHING
    alike = {(a, b) for a in measures.kin for b in measures.kin if _alike(a, b, measures)}
    shares = zip(measure.to_numpy()[share], figures["share_of"].to_numpy()[share], strict=True)
    form[share] = [
        SHARE if isinstance(whole, dict) and whole.keys() == {"figure"} and (part, whole["figure"]) in alike else ODD
        for part, whole in shares
    ]
    return form


def _alike(part: str, whole: str, measures: Measures) -> bool:
    """Whether a share of one measure in another is plain: both never negative, of one kin, adding up alike."""
    a, b = measures.known[part], measures.known[whole]
    return (
        measures.kin[part] == measures.kin[whole] and a.never_negative and b.never_negative and a.adds_up == b.adds_up
    )


def _units(measure: pd.Series[str], printed: pd.Series[str], measures: Measures) -> tuple[np.ndarray, np.ndarray]:
    """The base unit of each amount, and what its number is multiplied by."""
    import numpy as np
    import pandas as pd

    unit, words = pd.factorize(printed, use_na_sentinel=True)
    name, names = pd.factorize(measure)
    width = max(len(names), 1)
    pair, pairs = pd.factorize((unit.astype("int64") + 1) * width + name)
    read = [
        base_unit(words[code // width - 1] if code >= width else None, measures.known[names[code % width]])
        for code in pairs.tolist()
    ]
    bases = np.array([base if base != "percentage-point" else "percent" for base, _ in read], dtype=object)
    return bases[pair], np.array([float(scale) for _, scale in read], dtype=float)[pair]


def _units_of_ratios(
    figures: pd.DataFrame, ratio: np.ndarray, told: tuple[np.ndarray, np.ndarray, np.ndarray], measures: Measures
) -> np.ndarray:
    """The unit that each ratio speaks in (see `frame.units_of`); `told` are the columns row, measure and unit."""
    import numpy as np
    import pandas as pd

    if not ratio.any():
        return np.empty(0, dtype=object)
    rows = np.append(told[0], np.flatnonzero(ratio))
    measure, names = pd.factorize(np.append(told[1], figures["figure"].to_numpy()[ratio]))
    kin = pd.factorize(np.array([measures.kin[name] for name in names], dtype=object))[0][measure]
    group, file = (pd.factorize(figures[column].to_numpy())[0][rows] for column in ("group", "file"))
    unit, units = pd.factorize(told[2])
    reckons = ("as " + figures["file"][ratio] + " reckons").to_numpy()
    found = np.full(int(ratio.sum()), "", dtype=object)
    open_still = np.ones(len(found), dtype=bool)
    for columns in ((group, file, kin), (group, kin)):
        where = combined(*columns)
        spoken, asked = where[: len(told[0])], where[len(told[0]) :]
        # Each unit once for every place where it is spoken: how many there are, and one of them.
        pairs = np.unique(spoken * len(units) + unit)
        places = pairs // max(len(units), 1)
        often = np.bincount(places, minlength=int(where.max()) + 1)
        one = np.zeros(len(often), dtype="int64")
        one[places] = pairs % max(len(units), 1)
        single, several = open_still & (often[asked] == 1), open_still & (often[asked] > 1)
        found[single], found[several] = units[one[asked[single]]], reckons[several]
        open_still &= often[asked] == 0
    return found


class _Cells:
    """Makes mentions of cells from rows of the frame."""

    def __init__(self, figures: pd.DataFrame, unit: np.ndarray, measures: Measures, odd: dict[int, Statement]) -> None:
        self._figures = figures
        self._odd = odd
        self._unit = unit
        self._measures = measures
        self._adds_up = [name for name, measure in measures.known.items() if measure.adds_up]
        self._symmetric = [name for name, measure in measures.known.items() if measure.symmetric]
        self._known: dict[tuple[int, ...], int] = {}

    def own(self, rows: np.ndarray, side: int, *, wholes: bool = False) -> pd.DataFrame:
        """The cell of the figure itself, or that of the whole that it is a share of."""
        chosen = self._figures[rows]
        measure = chosen["figure"]
        if wholes:
            measure = chosen["share_of"].map(lambda whole: whole["figure"])
        return self._framed(chosen, side, measure, chosen[list(TIME)].to_numpy(dtype="int64"))

    def before(self, rows: np.ndarray) -> pd.DataFrame:
        """The cell that a change is against."""
        chosen = self._figures[rows]
        return self._framed(chosen, BASE, chosen["figure"], _bases(chosen))

    def _framed(self, chosen: pd.DataFrame, side: int, measure: pd.Series[str], time: np.ndarray) -> pd.DataFrame:
        import numpy as np
        import pandas as pd

        of, partner = (chosen[key].fillna("").to_numpy() for key in ("of", "with"))
        swap = measure.isin(self._symmetric).to_numpy(copy=True)
        swap[swap] = of[swap] > partner[swap]
        period, asof = time[:, :4], time[:, 4:]
        stretch = measure.isin(self._adds_up).to_numpy() & (asof == OPEN).all(axis=1)
        stretch &= (period[:, 0] == period[:, 1]) & (period[:, 2] == period[:, 3])
        stretch &= (period[:, 0] > NEVER) & (period[:, 3] < FOREVER)
        code = np.full(len(chosen), -1)
        code[~stretch] = chosen["time"].to_numpy()[~stretch] if side == NOW else self._codes(time[~stretch])
        columns = (
            *(chosen.index.to_numpy(), np.full(len(chosen), side), measure.to_numpy()),
            *(np.where(swap, partner, of), np.where(swap, of, partner), chosen["scope"].to_numpy()),
            *(self._unit[chosen.index], stretch, period[:, 0], period[:, 3], code, chosen["group"].to_numpy()),
        )
        # Series keep a column as it is; a frame of arrays would copy every text into a string array first.
        series = (pd.Series(column, dtype=column.dtype) for column in columns)
        return pd.DataFrame(dict(zip(COLUMNS, series, strict=True)))

    def _codes(self, times: np.ndarray) -> list[int]:
        return [self._clock(tuple(time)) for time in times.tolist()]

    def _clock(self, time: tuple[int, ...]) -> int:
        """A number for a time: that of `cells.standing`, or a new one where no figure has it."""
        if not self._known:
            own = self._figures.drop_duplicates("time")
            days = own[list(TIME)].to_numpy(dtype="int64").tolist()
            self._known = {tuple(each): int(code) for each, code in zip(days, own["time"], strict=True)}
        return self._known.setdefault(time, len(self._known))

    def told(self, form: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Who tells the unit of which measure: columns of rows, measures and units (see `frame.told`)."""
        import numpy as np

        rows = np.flatnonzero((form == LEVEL) | (form == DIFFERENCE))
        means = [(row, *each) for row, statement in self._odd.items() for each in told(statement)]
        return (
            np.append(rows, np.array([row for row, _, _ in means], dtype=rows.dtype)),
            np.append(self._figures["figure"].to_numpy()[rows], np.array([name for _, name, _ in means], dtype=object)),
            np.append(self._unit[rows], np.array([unit for _, _, unit in means], dtype=object)),
        )

    def odd(self, form: np.ndarray, scale: np.ndarray) -> pd.DataFrame:
        """What was read one by one; sets the form and the scale of each."""
        import numpy as np
        import pandas as pd

        rows = np.flatnonzero(form == ODD)
        groups = dict(zip(rows.tolist(), self._figures["group"].to_numpy()[rows], strict=True))
        spoken = self._spoken(set(groups.values()), form)
        form[rows] = NOTHING
        found: list[tuple[Any, ...]] = []
        for row, each in self._odd.items():
            form[row], scale[row] = (MEAN if each.form == "mean" else SHARE), float(each.scale)
            unit, base = units_of(each, spoken.get(groups[row], {}), self._measures)
            for side, cell, own in ((NOW, each.now, unit), (BASE, each.base, base), (OWN, each.own, each.unit)):
                if cell is not None:
                    found.append((row, side, *cell[:4], own, *self._when(cell), groups[row]))
        return pd.DataFrame(found, columns=list(COLUMNS))

    def _when(self, cell: Cell) -> tuple[bool, int, int, int]:
        if isinstance(cell.time, Stretch):
            return True, cell.time.first, cell.time.last, -1
        return False, 0, 0, self._clock(tuple(cell.time))

    def _spoken(self, groups: set[str], form: np.ndarray) -> dict[str, Spoken]:
        """For each of these groups, the units that its files speak in."""
        found: dict[str, dict[tuple[str, int], set[str]]] = {group: {} for group in groups}
        facts, own = self._figures["fact"].to_numpy(), self._figures["group"].to_numpy()
        for row, measure, unit in zip(*self.told(form), strict=True) if groups else ():
            if own[row] in found:
                for file in (file_of(facts[row]), ""):
                    found[own[row]].setdefault((file, self._measures.kin[measure]), set()).add(unit)
        return dict(found)


def _bases(figures: pd.DataFrame) -> np.ndarray:
    """The eight days of what each change is against: a stock of a day may be compared with one of another day."""
    own = figures[list(TIME)].to_numpy(dtype="int64")
    found = own.copy()
    versus = figures[list(date_columns("versus"))].to_numpy(dtype="int64")
    without_period = (own[:, :4] == OPEN).all(axis=1)
    day = without_period & (versus == versus[:, :1]).all(axis=1)
    found[:, :4] = versus
    found[without_period, 4:] = OPEN
    found[day, :4], found[day, 4:] = OPEN, versus[day]
    return found


def _statements(
    figures: pd.DataFrame, form: np.ndarray, measures: Measures, *, uncertain: bool
) -> dict[int, Statement]:
    """What the rows of the form ODD state, where that counts."""
    chosen = figures[form == ODD]
    names = list(chosen.columns)
    rows = zip(*(chosen[name] for name in names), strict=True)
    read = zip(chosen.index, (statement(dict(zip(names, row, strict=True)), measures) for row in rows), strict=True)
    return {int(row): each for row, each in read if each and (uncertain or each.certain)}
