"""`figure-differs`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from factlint.corpus.describe import written
from factlint.corpus.printed import date_columns
from factlint.findings import Anchor, Clash, Severity
from factlint.rules.base import Rule
from factlint.rules.figures import cells
from factlint.rules.figures.disagreement import disagreement, rooms
from factlint.rules.figures.printing import subject
from factlint.rules.figures.shares import wholes
from factlint.rules.figures.slips import hint
from factlint.rules.figures.truncation import looks_truncated

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import pandas as pd

    from factlint.corpus import Corpus
    from factlint.reading.quantity import Change, Quantity

    Said = Mapping[str, Quantity | Change]


class FigureDiffers(Rule):
    """One quantity is given with two values that cannot both be true.

    ## What it finds
    Figures of one measure, `of`, `with`, `scope` and time whose printed numbers stand for intervals that do not meet:
    an error where they do not meet even if each number may have been rounded or cut off, a warning where they meet only
    if one was cut off; it points at that one. Two changes against one period are compared alike (`+110%` is `2.1
    times`), and two shares of one whole. All figures of one quantity make one finding, which names two that clash.

    ## Why it matters
    Two reports give one number differently: one of them is wrong, was revised, or counts something else.

    ## When it stays silent
    Where the intervals touch or meet (`$13.2 million` and `$13.24 million`, `about 13`, `more than 10`); in another
    scope, unit or time; where one figure says that it `supersedes` the other; where one is `planned` or `denied`. Where
    the time is not certain (`2014~`, a stock of some day in 2021) both may be right: `pedantic` notes those of the same
    time.

    ## How to settle it
    Correct the fact that misreads its article. Where both are as printed, tell them apart with `scope`, or let the
    later one say `supersedes`, or accept the finding with the reason.
    """

    name = "figure-differs"
    severity = Severity.ERROR
    key: ClassVar[Mapping[str, tuple[str, ...]]] = {"figures": ("pair", "scope")}
    valid = (
        """
        == facts/registry/measures.yaml
        trade: {kind: flow, symmetric: true}
        gas-stored: {name: gas stored, kind: stock}
        == facts/registry/places.yaml
        baku: {name: Baku}
        karachi: {name: Karachi}
        == facts/a.yaml
        source: {title: What is one number said twice}
        facts:
          - {id: a, figure: trade, of: Baku, with: Karachi, period: 2020, value: $13.2 million}
          - {id: finer, figure: trade, of: Karachi, with: Baku, period: 2020, value: $13.24 million}
          - {id: touching, figure: trade, of: Baku, with: Karachi, period: 2020, value: 13.25 million USD}
          - {id: around, figure: trade, of: Baku, with: Karachi, period: 2020, value: about $13 million}
          - {id: above, figure: trade, of: Baku, with: Karachi, period: 2020, value: more than $10 million}
          - {id: in-percent, figure: trade, of: Baku, with: Karachi, period: 2020, versus: 2019, change: +110%}
          - {id: in-times, figure: trade, of: Baku, with: Karachi, period: 2020, versus: 2019, change: 2.1 times}
        == facts/b.yaml
        source: {title: What is another number}
        facts:
          - {id: later, figure: trade, of: Baku, with: Karachi, period: 2021, value: $20 million}
          - {id: half, figure: trade, of: Baku, with: Karachi, period: 2020-H1, value: $5 million}
          - {id: oil, figure: trade, of: Baku, with: Karachi, period: 2020, scope: {goods: oil}, value: $1 million}
          - {id: manats, figure: trade, of: Baku, with: Karachi, period: 2020, value: 22.4 million AZN}
          - {id: plan, figure: trade, of: Baku, with: Karachi, period: 2020, mode: planned, value: $50 million}
          - {id: denial, figure: trade, of: Baku, with: Karachi, period: 2020, mode: denied, value: $60 million}
          - {id: first, figure: trade, of: Baku, period: 2020, value: $24 billion}
          - {id: revised, figure: trade, of: Baku, period: 2020, value: $24.5 billion, supersedes: first}
          - {id: spring, figure: gas stored, of: Baku, asof: 2020-03-01, value: 3 bcm}
          - {id: autumn, figure: gas stored, of: Baku, asof: 2020-09-01, value: 5 bcm}
          - {id: some-day, figure: gas stored, of: Baku, asof: 2020, value: 4 bcm}
          - {id: another-day, figure: gas stored, of: Baku, asof: 2020, value: 6 bcm}
          - {id: one-year, figure: trade, of: Karachi, period: 2014~, value: $70 billion}
          - {id: another-year, figure: trade, of: Karachi, period: 2014~, value: $80 billion}
        """,
    )
    invalid = (
        """
        == facts/registry/measures.yaml
        turnover: {kind: flow, symmetric: true}
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        pakistan: {name: Pakistan}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - {id: a, figure: turnover, of: Azerbaijan, with: Pakistan, period: 2020, value: $13.2 million}
        == facts/b.yaml
        source: {title: Another report}
        facts:
          - id: b
            figure: turnover
            of: Pakistan
            with: Azerbaijan
            period: 2020
            value: $13.8 million  # <- figure-differs
        """,
        """
        == facts/registry/measures.yaml
        exports: {kind: flow}
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        == facts/a.yaml
        source: {title: A report whose number looks truncated}
        facts:
          - id: a
            figure: exports
            of: Azerbaijan
            period: 2021-Q1
            value: $739.3 million  # <- figure-differs
          - {id: b, figure: exports, of: Azerbaijan, period: 2021-Q1, value: $739.386 million}
        """,
        """
        == facts/registry/measures.yaml
        exports: {kind: flow}
        turnover: {kind: flow}
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        == facts/a.yaml
        source: {title: A report}
        facts:
          - {id: grown, figure: exports, of: Azerbaijan, period: 2021, versus: 2020, change: +110%}
          - {id: part, figure: exports, of: Azerbaijan, period: 2021, share: 49%, share_of: turnover}
        == facts/b.yaml
        source: {title: Another report}
        facts:
          - id: grown
            figure: exports
            of: Azerbaijan
            period: 2021
            versus: 2020
            change: 2.3 times  # <- figure-differs
          - id: part
            figure: exports
            of: Azerbaijan
            period: 2021
            share: 52%  # <- figure-differs
            share_of: {figure: turnover, of: Azerbaijan}
        """,
    )

    def check(self, corpus: Corpus) -> Iterator[Clash]:
        """One clash for each quantity whose statements do not agree, at the later one of two that clash."""
        figures = cells.standing(corpus)
        values = figures[figures["value"].notna()]
        changes = figures[figures["change"].notna() & cells.known(figures, "versus")]
        shares = figures[figures["share"].notna() & figures["share_of"].notna()]
        shares = shares.assign(whole=wholes(shares, cells.symmetric(corpus)))
        yield from _clashes(corpus, values, "value")
        yield from _clashes(corpus, changes, "change", date_columns("versus"))
        yield from _clashes(corpus, shares[shares["whole"] != ""], "share", ("whole",))


def _clashes(corpus: Corpus, figures: pd.DataFrame, field: str, base: tuple[str, ...] = ()) -> Iterator[Clash]:
    """The clashes among what `field` states of one cell against one `base`."""
    for rows in _disputed(figures, field, base):
        said = dict(zip(rows["fact"], rows[field], strict=True))
        if clash := _clash(corpus, said, field, certain=bool(rows["certain"].iloc[0])):
            yield clash


def _disputed(figures: pd.DataFrame, field: str, base: tuple[str, ...]) -> Iterator[pd.DataFrame]:
    """The statements of each quantity that may clash, in the order of their facts."""
    if figures.empty:
        return
    low, high = cells.candidates(figures, field)
    figures = figures[["fact", "certain", field, *cells.CELL, *base]].assign(low=low, high=high)
    figures["unit"] = [cells.unit(said) for said in figures[field]]
    quantity = cells.codes(figures, (*cells.CELL, *base, "unit"))
    same = figures.groupby(quantity)
    disputed = same["low"].max() >= same["high"].min()
    disputed &= same.size() > 1
    kept = figures[quantity.isin(disputed.index[disputed])].sort_values("fact")
    yield from (rows for _, rows in kept.groupby(quantity))


def _clash(corpus: Corpus, said: Said, field: str, *, certain: bool) -> Clash | None:
    """The clash among the statements of one quantity, None where they agree."""
    found = disagreement(said)
    if found is None:
        return None
    texts = {fact: cells.amount(said[fact]).text.strip() for fact in found.facts}
    first, second = found.facts
    at, severity = second, Severity.ERROR
    words = f"{_what(corpus, second, field)} cannot be both {texts[first]} and {texts[second]}"
    if found.reading == "rounded":
        cut = looks_truncated(found.facts, lambda chosen: _meet(said, found.facts, chosen))
        at, severity = cut.facts[0], Severity.WARNING
        words = f"{_what(corpus, second, field)} is given as {texts[first]} and as {texts[second]}: {cut.words(texts)}"
    if not certain:
        severity, words = Severity.NOTE, f"{words}, if both speak of the same days"
    other = first if at == second else second
    return Clash(
        words,
        Anchor(at, field),
        facts=found.facts,
        related=((Anchor(other, field), f"{texts[other]} here"),),
        suspects=found.suspects,
        hint=hint(rooms(said, found.suspects)) if found.reading == "either" else None,
        severity=severity,
    )


def _meet(said: Said, facts: Sequence[str], cut: Sequence[str]) -> bool:
    """Whether two facts agree where the numbers of `cut` may have been cut off and the others were rounded."""
    first, second = (cells.interval(said[fact], "either" if fact in cut else "rounded") for fact in facts)
    return first.meets(second)


def _what(corpus: Corpus, ref: str, field: str) -> str:
    """What the statement in `field` is about, as the beginning of a sentence."""
    record, about = corpus.records[ref], subject(corpus, ref)
    if field == "change":
        return f"the change of {about} against {written(record, 'versus')}"
    if field == "share":
        whole = record.values["share_of"]
        figure = whole.get("figure") if isinstance(whole, dict) else None
        return f"the share of {about} in {corpus.registry.called(str(figure or record.values['figure']))}"
    return about
