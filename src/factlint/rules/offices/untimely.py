"""Titles at the wrong time: people seen in an office on days that lie in none of the terms that they are known to have.

A term may last from the earliest day on which it may begin to the latest on which it may end, without end where none is
said, and to both sides for as long as a handover may take. Two terms of one person in one office do not overlap; so one
of which only the beginning is known, inside another term and seen no later than its end, ends with that one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from factlint.reading.date import FOREVER, NEVER
from factlint.reasoning.overlap import Intervals, first_from, inside, joined, meeting
from factlint.rules.offices.existence import beyond_existence
from factlint.rules.offices.foretold import foretold
from factlint.rules.offices.holdings import holdings
from factlint.rules.offices.stated import days, given, stated

if TYPE_CHECKING:
    from collections.abc import Iterator

    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.reasoning.overlap import Column
    from factlint.rules.offices.holdings import Holdings

    Mask = npt.NDArray[np.bool_]


class Untimely(NamedTuple):
    """Sights of a person in an office outside its known terms, by rows of `stated`.

    `seen` are the statements, in order; `term` is the one that had ended by then or, where not `late`, had not begun.
    `suspects` are those of the first sight and the term without which nothing is wrong; `certain` says that no choice
    of days saves it.
    """

    seen: tuple[int, ...]
    term: int
    late: bool
    suspects: tuple[int, ...]
    certain: bool = True


class Sights(NamedTuple):
    """What is wrong with the days of titles: `found` tells it, `out` are all rows that are wrong, told or excused."""

    found: tuple[Untimely, ...]
    out: Mask


def untimely(corpus: Corpus) -> Sights:
    """All sights outside the known terms of their person in their office; made once and kept."""
    return corpus.once(_untimely)


def timely(corpus: Corpus) -> Holdings:
    """The holdings without the sights that their person's own terms exclude: those are told of as such."""
    held = holdings(corpus)
    return held.some(~untimely(corpus).out[held.row])


def contested(corpus: Corpus) -> Mask:
    """Which rows of `stated` have somebody in an office on days on which too many others certainly held it, too."""
    return corpus.once(_contested)


def _contested(corpus: Corpus) -> Mask:
    import numpy as np

    held = holdings(corpus)
    certain = held.certain
    asked = Intervals(held.office_of[certain.group], certain.begin, certain.end)
    found = np.zeros(len(stated(corpus).rows), dtype=np.bool_)
    found[held.row] = meeting(asked, joined(*held.crowded()))
    return found


def is_sight(rows: pd.DataFrame) -> Mask:
    """Which statements see somebody in office on a day, as a holder of it."""
    return ~(rows["termed"] | rows["acting"] | rows["former"]).to_numpy()


def _untimely(corpus: Corpus) -> Sights:
    import numpy as np

    rows = stated(corpus).rows
    terms = rows[rows["termed"]]
    known = rows["holder"].isin(terms.loc[~terms["acting"], "holder"]).to_numpy()
    may_last, surely = _spans(terms), _cores(terms)
    first, last = _sighted(rows)
    asked = is_sight(rows) & known
    out = asked & ~(meeting(first, may_last) & meeting(last, may_last))
    told = out & ~foretold(rows, out) & ~beyond_existence(corpus)
    found = list(_found(rows, told, contested(corpus)))
    if corpus.settings.pedantic:
        doubtful = asked & ~out & ~(inside(first, surely) & inside(last, surely))
        found += _doubtful(rows, doubtful & np.asarray((first.begin > NEVER) & (last.end < FOREVER)))
    return Sights(tuple(found), out)


def _sighted(rows: pd.DataFrame) -> tuple[Intervals, Intervals]:
    """For each row the days of which one is the first of the sight, and those of which one is the last."""
    holder = rows["holder"].to_numpy()
    begins, begun, ends, ended = days(rows, "seen")
    return Intervals(holder, begins, begun), Intervals(holder, ends, ended)


def _spans(terms: pd.DataFrame) -> Intervals:
    """The days on which each term may have lasted, or may have been handed over."""
    begin, end = ends_of(terms)
    slack = terms["handover"].to_numpy()
    return Intervals(terms["holder"].to_numpy(), begin - slack, end + slack)


def ends_of(terms: pd.DataFrame) -> tuple[Column, Column]:
    """The first day on which each term may have begun, and the last on which it may have ended."""
    import numpy as np

    begin, _, _, begun = days(terms, "from")
    _, _, _, end = days(terms, "until")
    closed = given(terms, "until") & ~terms["acting"].to_numpy()
    holder, ending = terms["holder"].to_numpy()[closed], terms["until_begins_earliest"].to_numpy()[closed]
    order = np.lexsort((ending, holder))
    around = first_from(terms["holder"].to_numpy(), begun + 1, (holder[order], ending[order]))
    if not len(order):
        return begin, end
    last = end[closed][order][around]
    seen_within = terms["seen_ends_latest"].to_numpy() <= last + terms["handover"].to_numpy()
    only_from = given(terms, "from") & ~given(terms, "until")
    return begin, np.where(only_from & (around >= 0) & seen_within, last, end)


def _cores(terms: pd.DataFrame) -> Intervals:
    """The days on which each term lasted whatever its dates leave open; an end that is not said is none."""
    import numpy as np

    _, _, _, begun = days(terms, "from")
    ending, _, _, _ = days(terms, "until")
    begin = np.where(given(terms, "from"), begun, NEVER)
    end = np.where(given(terms, "until"), ending, FOREVER)
    real = begin <= end
    slack = terms["handover"].to_numpy()[real]
    return Intervals(terms["holder"].to_numpy()[real], begin[real] - slack, end[real] + slack)


class _Term(NamedTuple):
    """The row of a term, the first day on which it may have begun, the last on which it may have ended."""

    row: int
    begin: int
    end: int
    slack: int
    until: int  # the first day on which it may have ended


def _terms_of(rows: pd.DataFrame, out: Mask) -> dict[int, list[_Term]]:
    """The terms of each holder who is in one of the rows, but those in which it acted for another."""
    terms = rows[rows["termed"] & rows["holder"].isin(rows.loc[out, "holder"])]
    begin, end = ends_of(terms)
    found: dict[int, list[_Term]] = {}
    told = zip(terms.index, begin, end, terms["handover"], terms["until_begins_earliest"], strict=True)
    for holder, acting, term in zip(terms["holder"], terms["acting"], told, strict=True):
        if not acting:
            found.setdefault(holder, []).append(_Term(*(int(each) for each in term)))
    return found


def _found(rows: pd.DataFrame, out: Mask, contested: Mask) -> Iterator[Untimely]:
    """One item for each person, office and side of its terms; the last term before the first sight, or the next one."""
    of = _terms_of(rows, out)
    ended = {holder: min(term.end + term.slack for term in terms) for holder, terms in of.items()}
    sides: dict[tuple[int, bool], list[tuple[int, int]]] = {}
    sights = rows.loc[out, ["holder", "seen_begins_latest", "seen_ends_earliest"]]
    for row, holder, first, last in sights.itertuples(name=None):
        late = ended[holder] < last
        sides.setdefault((holder, late), []).append((row, last if late else first))
    for (holder, late), seen in sides.items():
        _, day = seen[0]
        terms = of[holder]
        near = [term for term in terms if (term.end < day if late else term.begin > day)] or terms
        witness = max(near, key=_ending) if late else min(near, key=_beginning)
        found = tuple(row for row, _ in seen)
        blamed = found if len(found) == 1 else ()
        if not contested[list(found)].any() and _alone(rows, terms, witness, found):
            blamed = (*blamed, witness.row)
        yield Untimely(found, witness.row, late, blamed)


def _ending(term: _Term) -> tuple[int, int]:
    return term.end, -term.row


def _beginning(term: _Term) -> tuple[int, int]:
    return term.begin, term.row


def _alone(rows: pd.DataFrame, terms: list[_Term], witness: _Term, seen: tuple[int, ...]) -> bool:
    """Whether the sights lie in the other terms, or none is known, once one is left out."""
    rest = [term for term in terms if term is not witness]
    if all(term.until > NEVER for term in rest):
        return not rest
    first, last = _sighted(rows.loc[list(seen)])
    spans = _spans(rows.loc[[term.row for term in rest]])
    return bool((meeting(first, spans) & meeting(last, spans)).all())


def _doubtful(rows: pd.DataFrame, doubtful: Mask) -> Iterator[Untimely]:
    """For each person and office the sights that lie in a term for some choices of days and not for others."""
    of = _terms_of(rows, doubtful)
    seen: dict[int, list[int]] = {}
    for row, holder in rows.loc[doubtful, "holder"].items():
        seen.setdefault(holder, []).append(int(str(row)))
    for holder, found in seen.items():
        day = int(rows["seen_ends_latest"].iloc[found[0]])
        over = [term for term in of[holder] if NEVER < term.until <= day]
        witness = max(over, key=lambda term: (term.until, -term.row)) if over else min(of[holder], key=_beginning)
        yield Untimely(tuple(found), witness.row, bool(over), (), certain=False)
