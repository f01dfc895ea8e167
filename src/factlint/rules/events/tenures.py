"""The ages of people at their acts: the days on which facts show them in office or at an event."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.reading.date import FOREVER, NEVER
from factlint.rules.events.ages import completed
from factlint.rules.events.participants import participants

if TYPE_CHECKING:
    import pandas as pd

    from factlint.corpus import Corpus

LONGEST_LIFE = 120
LEAST_AGE = 18
_SEEN = ("from", "until", "at", "asof", "published")


def long_lives(corpus: Corpus) -> pd.DataFrame:
    """The people of the registry who certainly died at more than 120, by id; `age` is the least that it can be."""
    people = corpus.table("registry/people")
    known = (people["died_begins_earliest"] > NEVER) & (people["born_ends_latest"] < FOREVER)
    people = people[known & people["born"].notna()]
    age = completed(people["born_ends_latest"].to_numpy("int64"), people["died_begins_earliest"].to_numpy("int64"))
    return people.assign(person=people["entry"], age=age)[age > LONGEST_LIFE]


def late_acts(corpus: Corpus) -> pd.DataFrame:
    """The acts of people who were certainly more than 120 years old, and whose death is not known; by fact id.

    The columns are fact, person, `field`, the key with the act's date, `day_earliest` and `day_latest`, what the
    registry says of the birth, and `age`, the least that it can be.
    """
    import pandas as pd

    columns = ["fact", "person", "field", "day_earliest", "day_latest"]
    met = participants(corpus)
    met = met.assign(field="date", day_earliest=met["date_begins_earliest"], day_latest=met["date_ends_latest"])
    held = corpus.once(_first_days)
    held = held[~(held["former"] & held["field"].isin(["asof", "published"]))]
    acts = _beside_birth(pd.concat([met[columns], held[columns]]), corpus)
    acts = acts[acts["died"].isna() & (acts["day_earliest"] > NEVER) & (acts["born_ends_latest"] < FOREVER)]
    age = completed(acts["born_ends_latest"].to_numpy("int64"), acts["day_earliest"].to_numpy("int64"))
    return acts.assign(age=age)[age > LONGEST_LIFE].sort_values("fact")


def early_terms(corpus: Corpus) -> pd.DataFrame:
    """The roles of people who were certainly too young on the last day that may be their first in office, by fact id.

    To the columns of `late_acts`, where `age` is now the most that it can be, come `role` and `least`, the age that the
    office asks for.
    """
    offices = corpus.table("registry/offices").set_index("entry")
    rows = _beside_birth(corpus.once(_first_days), corpus)
    rows = rows[(rows["born_begins_earliest"] > NEVER) & (rows["day_latest"] < FOREVER)]
    # What is dated before the birth breaks another rule.
    rows = rows[rows["day_latest"] >= rows["born_begins_earliest"]]
    declared = rows["role"].map(offices["minimum_age"])
    least = declared.where(declared.notna(), LEAST_AGE).astype("int64")
    born, day = (rows[column].to_numpy("int64") for column in ("born_begins_earliest", "day_latest"))
    age = completed(born, day, early=True)
    return rows.assign(least=least, declared=declared.notna(), age=age)[age < least].sort_values("fact")


def _first_days(corpus: Corpus) -> pd.DataFrame:
    """The roles, each with the days that a person may have been first in office on, as far as the fact says.

    That is the beginning of the term, else its end, else the day on which the person is seen in office.
    """
    roles = corpus.standing("roles")
    roles = roles[roles["person"].notna() & roles["role"].notna()]
    rows = roles.assign(field="", day_earliest=NEVER, day_latest=FOREVER)
    for key in reversed(_SEEN):
        given = rows[key].notna()
        rows["field"] = rows["field"].mask(given, key)
        rows["day_earliest"] = rows["day_earliest"].mask(given, rows[f"{key}_begins_earliest"])
        rows["day_latest"] = rows["day_latest"].mask(given, rows[f"{key}_ends_latest"])
    return rows


def _beside_birth(acts: pd.DataFrame, corpus: Corpus) -> pd.DataFrame:
    """The acts of people whose birth is known, with what the registry says of birth and death."""
    people = corpus.table("registry/people").rename(columns={"entry": "person"})
    known = people[people["born"].notna()]
    columns = ["person", "born", "born_begins_earliest", "born_ends_latest", "died"]
    return acts.merge(known[columns], on="person").reset_index(drop=True)
