"""The variables of all figures, as columns, and the fixed rows that tie them: `joint` does the same for a few."""

from __future__ import annotations

from collections import Counter
from math import inf
from typing import TYPE_CHECKING, NamedTuple

from factlint.figures.cells import combined
from factlint.figures.fixed import BARE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np

    from factlint.figures.measures import Measures
    from factlint.figures.mentions import Mentions, Said
    from factlint.reasoning.linear import Identity


class Rows(NamedTuple):
    """Rows low ≤ Σ factor · variable ≤ high, numbered from 0: the entries, the two ends, and who states each, or -1."""

    row: np.ndarray
    variable: np.ndarray
    factor: np.ndarray
    low: np.ndarray
    high: np.ndarray
    owner: np.ndarray

    @classmethod
    def fixed(cls, variables: np.ndarray, factors: np.ndarray, low: np.ndarray, high: np.ndarray) -> Rows:
        """Rows that nobody states; `variables` has a line a row, and `factors` broadcasts to its shape."""
        import numpy as np

        size, width = variables.shape
        row = np.repeat(np.arange(size), width)
        factor = np.broadcast_to(factors, variables.shape).ravel()
        return cls(row, variables.ravel(), factor, low, high, np.full(size, -1))


def spans(measures: Measures) -> Iterator[tuple[str, tuple[float, float]]]:
    """Each measure with bounds that say something of a flow's whole period, and these."""
    for name, measure in measures.known.items():
        if measure.adds_up and (measure.least or measure.greatest is not None):
            low, high = (None if end is None else float(end) for end in (measure.least, measure.greatest))
            yield name, (-inf if low is None else low, inf if high is None else high)


class Atoms:
    """The variables of mentions: each a measure at a spot (ends, scope, unit) and a time.

    A time is a stretch between two neighbouring cuts of its group, or that of something that does not add up.
    `mention` and `variable` are columns that say which variables each mention is the sum of.
    """

    def __init__(self, found: Mentions, measures: Measures) -> None:
        import numpy as np
        import pandas as pd

        said = found.said
        self._measures = measures
        self._names = pd.Index(sorted(measures.known))
        self._spots = _Spots(said, found.units)
        self.mention, times, self._stretches = _times(said)
        self._all_times = int(times.max()) + 1 if len(times) else 1
        key = self._key(said.measure[self.mention], self._spots.of_mention[self.mention], times)
        self.variable, keys = pd.factorize(key)
        self._keys = np.asarray(keys, dtype="int64")
        self._named = len(self._keys)
        self._identities = [(identity, self._codes(identity)) for identity in measures.identities]
        often = Counter(name for identity in measures.identities for name, _ in identity.factors)
        tied = {name for name, number in often.items() if number > 1} | {
            name for pair in measures.parts for name in pair
        }
        self._tied = frozenset(self._names.get_indexer(pd.Index(sorted(tied), dtype=object)).tolist())
        while self._grown():
            pass

    @property
    def size(self) -> int:
        """How many variables there are."""
        return len(self._keys)

    def ties(self) -> Iterator[Rows]:
        """The rows of identities, of parts in their wholes, and of the bounds of measures."""
        import numpy as np

        for identity, codes in self._identities:
            variables = self._at(codes, self._active(codes))
            factors = np.array([float(factor) for _, factor in identity.factors])
            nought = np.zeros(len(variables))
            yield Rows.fixed(variables, factors, nought, nought)
        yield from self._parts()
        yield self._bounds()

    def _span(self, measure: str, units: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The bounds of a measure in each of these units."""
        import numpy as np

        known = self._measures.known[measure]
        same = np.isin(units.astype(str), [known.unit] if known.unit else sorted(BARE))
        least = -inf if known.least is None else float(known.least)
        greatest = inf if known.greatest is None else float(known.greatest)
        return np.where(same | (least == 0), least, -inf), np.where(same, greatest, inf)

    def _key(self, measure: np.ndarray | int, spot: np.ndarray, time: np.ndarray) -> np.ndarray:
        found: np.ndarray = (measure * self._spots.size + spot) * self._all_times + time
        return found

    def _read(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """The measure, spot and time of each variable."""
        rest, time = self._keys // self._all_times, self._keys % self._all_times
        return rest // self._spots.size, rest % self._spots.size, time

    def _codes(self, identity: Identity) -> np.ndarray:
        import pandas as pd

        codes: np.ndarray = self._names.get_indexer(pd.Index([name for name, _ in identity.factors]))
        return codes

    def _symmetric(self, code: int) -> bool:
        return self._measures.known[self._names[code]].symmetric

    def _active(self, codes: np.ndarray) -> np.ndarray:
        """The spots and times at which an identity ties something; `codes` are its measures, the total first.

        Where nothing else speaks of the total, it says nothing.
        """
        import numpy as np

        measure, spot, time = self._read()
        swapping = [code for code in codes if self._symmetric(code)]
        mixed = 0 < len(swapping) < len(codes)
        chosen = np.isin(measure, codes) if mixed or codes[0] in self._tied else measure == codes[0]
        place = spot[chosen] * self._all_times + time[chosen]
        if mixed:
            both = np.isin(measure, swapping) & (self._spots.turned[spot] != spot)
            place = np.append(place, self._spots.turned[spot[both]] * self._all_times + time[both])
        found: np.ndarray = np.unique(place)
        return found

    def _keys_at(self, codes: np.ndarray, places: np.ndarray) -> np.ndarray:
        """The keys of the measures `codes` at each place, a line a place."""
        import numpy as np

        spot, time = places // self._all_times, places % self._all_times
        columns = [
            self._key(int(code), self._spots.sorted[spot] if self._symmetric(code) else spot, time) for code in codes
        ]
        return np.stack(columns, axis=1) if len(places) else np.empty((0, len(codes)), dtype="int64")

    def _at(self, codes: np.ndarray, places: np.ndarray) -> np.ndarray:
        import pandas as pd

        keys = self._keys_at(codes, places)
        found: np.ndarray = pd.Index(self._keys).get_indexer(keys.ravel()).reshape(keys.shape)
        return found

    def _grown(self) -> bool:
        """Adds the variables that active identities speak of; whether there were any."""
        import numpy as np
        import pandas as pd

        before = len(self._keys)
        for _, codes in self._identities:
            keys = self._keys_at(codes, self._active(codes)).ravel()
            self._keys = np.asarray(pd.unique(np.append(self._keys, keys)), dtype="int64")
        return len(self._keys) > before

    def _parts(self) -> Iterator[Rows]:
        import numpy as np
        import pandas as pd

        measure, spot, time = self._read()
        known = pd.Index(self._keys)
        for part, whole in self._measures.parts:
            part_code, whole_code = self._names.get_indexer(pd.Index([part, whole])).tolist()
            small = np.flatnonzero(measure == part_code)
            great = known.get_indexer(self._key(whole_code, spot[small], time[small]))
            pairs = np.stack([great, small], axis=1)[great >= 0]
            yield Rows.fixed(pairs, np.array([1.0, -1.0]), np.zeros(len(pairs)), np.full(len(pairs), np.inf))

    def _bounds(self) -> Rows:
        import numpy as np
        import pandas as pd

        measure, spot, time = self._read()
        sums = self._names.get_indexer(pd.Index(sorted(self._measures.sums), dtype=object))
        totals = [codes[0] for _, codes in self._identities if codes[0] not in sums]
        bounded = (np.arange(self.size) < self._named) | ~np.isin(measure, totals)
        low, high = np.full(self.size, -np.inf), np.full(self.size, np.inf)
        for code in np.unique(measure):
            own = np.flatnonzero(measure == code)
            low[own], high[own] = self._span(self._names[code], self._spots.units[spot[own]])
        low[np.isin(measure, sums)] = np.maximum(low[np.isin(measure, sums)], 0.0)
        stretch = time < self._stretches
        low[stretch & (low != 0)] = -np.inf
        high[stretch] = np.inf
        chosen = np.flatnonzero(bounded & ((low > -np.inf) | (high < np.inf)))
        return Rows.fixed(chosen[:, None], np.ones(1), low[chosen], high[chosen])


class _Spots:
    """Ends, scope and unit as one number; `turned` has the ends swapped, `sorted` has them in alphabetical order."""

    def __init__(self, said: Said, units: Sequence[str]) -> None:
        import numpy as np

        length, of, partner = len(said.of), said.of, said.partner
        rest = combined(said.scope, said.unit)
        both = combined(np.append(of, partner), np.append(partner, of), np.append(rest, rest))
        self.size = int(both.max()) + 1 if length else 1
        self.of_mention = both[:length]
        self.turned = np.zeros(self.size, dtype="int64")
        self.turned[both] = np.append(both[length:], both[:length])
        forward = np.zeros(self.size, dtype=bool)
        forward[both] = np.append(of <= partner, partner <= of)
        self.sorted = np.where(forward, np.arange(self.size), self.turned)
        self.units = np.zeros(self.size, dtype=object)
        names = np.array(units, dtype=object)[said.unit]
        self.units[both] = np.append(names, names)


def _times(said: Said) -> tuple[np.ndarray, np.ndarray, int]:
    """Pairs of a mention and a time that it covers, and the number of the first time that is no stretch."""
    import numpy as np

    stretch = said.stretch
    base = said.group[stretch] << 33
    first = base + said.first[stretch]
    after = base + said.last[stretch] + 1
    cuts = np.unique(np.append(first, after))
    begin, end = np.searchsorted(cuts, first), np.searchsorted(cuts, after)
    length = end - begin
    mention = np.repeat(np.flatnonzero(stretch), length)
    inside = np.arange(len(mention)) - np.repeat(np.cumsum(length) - length, length)
    others = np.flatnonzero(~stretch)
    return (
        np.append(mention, others),
        np.append(np.repeat(begin, length) + inside, len(cuts) + said.time[others]),
        len(cuts),
    )
