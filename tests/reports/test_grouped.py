"""`grouped`: the findings of each file below its name, in columns."""

from __future__ import annotations

from tests.reports.samples import accepted, finding, report

from factlint.findings import Place, Severity, Spot
from factlint.reports import renderer
from factlint.reports.words import width


def at(path: str, line: int, column: int) -> Spot:
    return Spot(Place(path, line, column, line, column + 1), f"{path}#{line}")


def test_findings_stand_below_their_file_in_columns() -> None:
    whole = report(
        finding(primary=at("facts/a.yaml", 2, 12), anchor="1"),
        finding(primary=at("facts/a.yaml", 234, 5), anchor="2", rule="unit-mismatch", severity=Severity.WARNING),
        accepted(primary=at("facts/b.yaml", 7, 1), anchor="3", message="known"),
    )
    message = "imports $12.6 million and exports $1.6 million are not $13.2 million"
    assert renderer("grouped")(whole).splitlines() == [
        "facts/a.yaml",
        f"   2:12  error    sum-mismatch   {message}",
        f"  234:5  warning  unit-mismatch  {message}",
        "",
        "facts/b.yaml",
        "  7:1  error (accepted)  sum-mismatch  known",
        "",
        "Checked 2 facts of 2 sources: 1 error, 1 warning, 1 accepted.",
    ]


def test_columns_are_as_wide_as_a_terminal_shows_them() -> None:
    whole = report(
        finding(primary=at("facts/a.yaml", 1, 1), anchor="1", rule="規則", message="here"),
        finding(primary=at("facts/a.yaml", 2, 1), anchor="2", rule="rule", message="here"),
        finding(primary=at("facts/a.yaml", 3, 1), anchor="3", rule="longer", message="here"),
    )
    rows = renderer("grouped")(whole).splitlines()[1:4]
    assert {width(row.partition("here")[0]) for row in rows} == {width("  1:1  error  longer  ")}


def test_a_clean_run_is_one_line() -> None:
    assert renderer("grouped")(report()) == "Checked 2 facts of 2 sources: no contradiction.\n"
