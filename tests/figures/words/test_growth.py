"""Changes in words: what levels and other changes make of a change is computed exactly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Said = Callable[..., str]

IN, THEN = "of: Baku, period: 2021", "of: Baku, period: 2020"
GROWN = f"{IN}, versus: 2020"


def levels(now: str, then: str, measure: str = "exports") -> list[str]:
    return [f"figure: {measure}, {IN}, value: {now}", f"figure: {measure}, {THEN}, value: {then}"]


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        (
            [*levels("$20.0 million", "$10.0 million"), f"figure: exports, {GROWN}, change: +50%"],
            (
                "exports in 2021 $20.0 million and in 2020 $10.0 million give a change of between +98.5% and +101.6%, "
                "but the change of exports of Baku in 2021 against 2020 is given as +50%"
            ),
        ),
        (
            [*levels("$20.0 million", "$10.0 million"), f"figure: exports, {GROWN}, change: 3 times"],
            (
                "exports in 2021 $20.0 million and in 2020 $10.0 million give a change of between 1.9 times and "
                "2.1 times, but the change of exports of Baku in 2021 against 2020 is given as 3 times"
            ),
        ),
        (
            [*levels("$20.0 million", "$10.0 million"), f"figure: exports, {GROWN}, change: fell by $9.0 million"],
            (
                "exports in 2021 $20.0 million and in 2020 $10.0 million give a change of between +$9.9 million and "
                "+$10.1 million, "
                "but the change of exports of Baku in 2021 against 2020 is given as fell by $9.0 million"
            ),
        ),
        (
            [*levels("6.0%", "7.0%", "jobless"), f"figure: jobless, {GROWN}, change: +1.0 pp"],
            (
                "jobless in 2021 6.0% and in 2020 7.0% give a change of between -1.1 pp and -0.9 pp, "
                "but the change of jobless of Baku in 2021 against 2020 is given as +1.0 pp"
            ),
        ),
        (
            [f"figure: exports, {GROWN}, change: -$1.3 million", f"figure: exports, {GROWN}, change: +10%"],
            "the change of exports of Baku in 2021 against 2020 cannot be both -$1.3 million and +10%",
        ),
        (
            [
                levels("$20.0 million", "$10.0 million")[1],
                f"figure: exports, {GROWN}, change: +$4 million",
                f"figure: exports, {GROWN}, change: +90%",
            ],
            (
                "exports in 2020 $10.0 million and exports in 2021 +$4 million against 2020 give a change of "
                "between +34.8% and +45.3%, but the change of exports of Baku in 2021 against 2020 is given as +90%"
            ),
        ),
        (
            [
                f"figure: exports, {GROWN}, change: +10%",
                "figure: exports, of: Baku, period: 2020, versus: 2019, change: +10%",
                "figure: exports, of: Baku, period: 2021, versus: 2019, change: +30%",
            ],
            (
                "exports in 2021 +10% against 2020 and exports in 2020 +10% against 2019 give a change of between "
                "+19.9% and +22.2%, but the change of exports of Baku in 2021 against 2019 is given as +30%"
            ),
        ),
        (
            [f"figure: exports, {THEN}, value: 0 USD, precision: exact", f"figure: exports, {GROWN}, change: +10%"],
            (
                "exports of Baku in 2020 is 0 USD, which nothing can grow from, "
                "but the change of exports of Baku in 2021 against 2020 is +10%"
            ),
        ),
        (
            [f"figure: exports, {IN}, value: $2 million", f"figure: exports, {GROWN}, change: +$5 million"],
            (
                "exports of Baku in 2021 $2 million and a change of +$5 million give between -$4 million and "
                "-$2 million in 2020, but exports is at least 0"
            ),
        ),
    ],
)
def test_a_change_against_what_else_is_stated(said: Said, facts: list[str], message: str) -> None:
    assert said("growth-mismatch", *facts) == message


def test_what_is_implied_is_printed_apart_from_what_is_stated(said: Said) -> None:
    facts = [*levels("$20.00 million", "$10.00 million"), f"figure: exports, {GROWN}, change: about 110%"]
    assert "between +99.8% and +100.2%" in said("growth-mismatch", *facts)
    near = [*levels("$15.053 million", "$10.000 million"), f"figure: exports, {GROWN}, change: +50%"]
    assert "between +50.51% and +50.55%" in said("growth-mismatch", *near)
