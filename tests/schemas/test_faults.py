"""A failure of the tool is told as one, hides nothing else, and no setting of the machine makes the schemas silent."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from factlint.corpus import load_corpus
from factlint.schemas import adapter
from factlint.schemas.adapter import validate
from factlint.schemas.facts import Facts
from factlint.schemas.figures import Figures
from factlint.schemas.roles import Roles
from factlint.schemas.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd
    from tests.schemas.conftest import Verdict

    from factlint.corpus import Settings

HEAD = """
== facts/a.yaml
source: {title: A yearbook}
published: 2021-06-23
facts:
"""


def rules(verdict: Verdict) -> list[tuple[str, str]]:
    return [(problem.rule, problem.anchor.field if problem.anchor else "") for problem in verdict.problems]


def test_a_check_that_raises_is_a_fault_and_the_others_still_speak(
    validated: Callable[[str], Verdict], monkeypatch: pytest.MonkeyPatch
) -> None:
    def raises(rows: pd.DataFrame) -> pd.Series[bool]:
        raise ZeroDivisionError(f"of {len(rows)}")

    first, *others = Figures.checks
    monkeypatch.setattr(Figures, "checks", (first._replace(test=raises), *others))
    monkeypatch.setattr(Figures, "to_schema", lambda: Table.to_schema.__func__.__wrapped__(Figures))  # type: ignore[attr-defined]

    verdict = validated(
        f"{HEAD}- {{id: a, figure: exports, period: 2020, value: 5}}\n- {{id: b, role: chair}}\n- {{event: war}}\n"
    )

    assert verdict.faults == [
        """the schema of figures: the check 'missing-key at value' of Figures failed: ZeroDivisionError("of 1")"""
    ]
    assert rules(verdict) == [("missing-key", "of"), ("missing-key", "person"), ("missing-key", "id")]


def test_a_schema_that_cannot_be_built_is_a_fault_and_the_others_still_speak(
    validated: Callable[[str], Verdict], monkeypatch: pytest.MonkeyPatch
) -> None:
    def unbuildable() -> object:
        raise TypeError("no schema")

    monkeypatch.setattr(adapter, "FEW", 0)
    monkeypatch.setattr(Facts, "to_schema", unbuildable)
    monkeypatch.setattr(Roles, "to_schema", unbuildable)

    verdict = validated(f"{HEAD}- {{id: a b, figure: exports, period: 2020, value: 5}}\n- {{id: c, role: chair}}\n")

    assert verdict.faults == [
        "the schema of facts failed: TypeError: no schema",
        "the schema of roles failed: TypeError: no schema",
    ]
    assert rules(verdict) == [("missing-key", "of")]


_SCRIPT = """
import sys
from pathlib import Path
from factlint.corpus import load_corpus, load_settings
from factlint.schemas import adapter
from factlint.schemas.adapter import validate
assert not {"pandas", "pandera", "numpy"} & set(sys.modules), "the adapter must be cheap to import"
adapter.FEW = 0
problems, faults = validate(load_corpus(load_settings(Path(sys.argv[1]))))
print(sorted((problem.rule, problem.anchor.field) for problem in problems), faults)
"""


@pytest.mark.parametrize(
    "setting",
    [
        {"PANDERA_VALIDATION_ENABLED": "False", "PANDERA_VALIDATION_DEPTH": "SCHEMA_ONLY"},
        {"PANDERA_VALIDATION_DEPTH": "DATA_ONLY"},
    ],
    ids=["off", "data only"],
)
def test_no_environment_variable_turns_checks_off(setting: dict[str, str], project: Callable[[str], Settings]) -> None:
    root = project("== facts/registry/offices.yaml\nchair: {}\n" + HEAD + "- {role: chair, mode: never}\n").root

    run = subprocess.run(
        [sys.executable, "-W", "error", "-c", _SCRIPT, str(root)],
        env={**os.environ, **setting},
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.stderr == ""
    assert run.stdout == "[('bad-value', 'mode'), ('missing-key', 'id'), ('missing-key', 'person')] []\n"


def test_a_pandera_that_does_not_load_is_a_fault(
    project: Callable[[str], Settings], monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = load_corpus(project(HEAD + "- {role: chair, mode: never}\n"))
    monkeypatch.setitem(sys.modules, "pandera.config", None)
    monkeypatch.delitem(sys.modules, "factlint.schemas.errors", raising=False)
    small = validate(corpus)
    monkeypatch.setattr(adapter, "FEW", 0)

    problems, faults = validate(corpus)

    assert small[0]
    assert small[1] == []
    assert problems == []
    said = [fault.partition(" failed: ModuleNotFoundError: ")[0] for fault in faults]
    assert said == ["the schema of articles", "the schema of facts", "the schema of roles"]
