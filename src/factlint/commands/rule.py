"""`factlint rule`."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

from factlint.commands.project import emit, every_rule, open_project
from factlint.corpus.settings import SettingsError
from factlint.engine.select import chosen
from factlint.rules import RULES

if TYPE_CHECKING:
    from factlint.rules.base import Rule


def run(name: str | None) -> int:
    """Write the page of one rule, or a line for every rule."""
    rules = _known()
    if name is None:
        longest = max(len(rule.name) for rule in rules)
        emit("".join(f"{rule.name:<{longest}}  {rule.severity.value:<7}  {_summary(rule)}\n" for rule in rules))
    else:
        emit(page(chosen(rules, (name,))[0]))
    return 0


def page(rule: type[Rule]) -> str:
    """The documentation of a rule: its docstring, then its examples."""
    parts = [f"{rule.name} ({rule.severity.value})", inspect.cleandoc(rule.__doc__ or "")]
    for heading, examples in (("Found:", rule.invalid[:1]), ("Fine:", rule.valid[:1])):
        parts += [f"{heading}\n\n{_indented(example)}" for example in examples]
    return "\n\n".join(parts) + "\n"


def _known() -> tuple[type[Rule], ...]:
    try:
        return every_rule(open_project(None))
    except SettingsError:
        return RULES


def _summary(rule: type[Rule]) -> str:
    return inspect.cleandoc(rule.__doc__ or "").partition("\n")[0]


def _indented(example: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in inspect.cleandoc(example).splitlines())
