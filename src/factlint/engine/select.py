"""Which rules run: all of them, or those that `select` names, without those that `ignore` names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.corpus.settings import SettingsError
from factlint.reading.name import nearest

if TYPE_CHECKING:
    from factlint.rules.base import Rule


def chosen(
    rules: tuple[type[Rule], ...], select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()
) -> tuple[type[Rule], ...]:
    """The rules to run, in the order of the list; raises SettingsError for a name that no rule has."""
    known = [rule.name for rule in rules]
    for name in (*select, *ignore):
        if name not in known:
            near = nearest(name, known, limit=1)
            meant = f"; did you mean {near[0]}?" if near else "; `factlint rule --all` lists them"
            raise SettingsError(f"there is no rule {name!r}{meant}")
    wanted = set(select or known) - set(ignore)
    return tuple(rule for rule in rules if rule.name in wanted)
