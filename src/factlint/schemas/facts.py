"""What every fact must satisfy, of whatever kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.schemas.declare import MISSING, beside, each, given, holds, matching, one_of, required
from factlint.schemas.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd


LONGEST_QUOTE = 10_000


def refers(key: str) -> Callable[[pd.DataFrame], pd.Series[bool]]:
    """Whether the reference behind `key` is a fact of the table, or one elsewhere, as far as files could be read."""

    def test(rows: pd.DataFrame) -> pd.Series[bool]:
        import pandas as pd

        unread, stated = beside(rows).unread, beside(rows).stated
        passed = ~given(rows[key])
        written = rows.loc[~passed, key]
        elsewhere = [ref.rpartition("#")[0] in unread or (key, ref) in stated for ref in written]
        if len(written):
            passed[written.index] = written.isin(rows["fact"]) | pd.Series(elsewhere, written.index, dtype=bool)
        return passed

    return test


class Facts(Table, table="facts"):
    """A row a fact: its id, its quote, and how it is meant."""

    id = required("a short slug such as turnover-2020")
    mode = one_of("happened", "planned", "denied")
    calendar = one_of("gregorian", "julian")

    id_is_slug = each(
        "id",
        matching(r"[^\W_][\w.-]{0,99}"),
        say="{item!r} is no id: begin with a letter or a digit, and write only these, -, _ and ., at most 100",
    )
    quotes_its_article = holds(
        lambda facts: given(facts["quote"]) | ~given(facts["article"]),
        "quote",
        rule=MISSING,
        say="the key 'quote' is missing: write the words of the article that say so",
    )
    quote_is_a_passage = holds(
        lambda facts: facts["quote"].isna() | (facts["quote"].str.len() <= LONGEST_QUOTE),
        "quote",
        say="a quote has at most 10,000 characters: write only the words that say so, and [...] for what lies between",
    )
    supersedes_a_fact = holds(
        refers("supersedes"),
        "supersedes",
        say="there is no fact {supersedes!r}: write the id of a fact of this file, or of another as file#id",
    )
    supersedes_another = holds(
        lambda facts: facts["supersedes"].isna() | (facts["supersedes"] != facts["fact"]),
        "supersedes",
        say="the fact supersedes itself: write the id of the earlier fact that it revises",
    )
    accepts_a_rule = each(
        "accept",
        lambda entry: isinstance(entry, dict) and "rule" in entry,
        rule=MISSING,
        say="this entry names no rule: write rule: and the name of the rule whose finding is accepted",
    )
