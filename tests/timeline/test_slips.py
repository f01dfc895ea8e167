from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from factlint.timeline.slips import slip

if TYPE_CHECKING:
    from collections.abc import Callable

    from factlint.timeline.contradictions import Judged


@pytest.mark.parametrize(
    ("facts", "hint"),
    [
        (
            ("a, date: 2021-11-02, before: b", "b, date: 2021-04-01"),
            "2 November 2021 reads as 11 February 2021 if day and month were swapped",
        ),
        (
            ("a, date: 1988-09-17, before: b", "b, date: 1979-03-26"),
            "26 March 1979 reads as 26 March 1989 if a digit of the year slipped",
        ),
        (("a, date: 2020-09-27/2020-12-09, duration: 44 days",), None),
        (
            ("a, date: 2020-05-01/2020-12-06, duration: 42 days",),
            "6 December 2020 reads as 12 June 2020 if day and month were swapped",
        ),
        (("a, date: 2021-05-20, before: b", "b, date: 2021-05-15"), None),
        (("a, date: 2021-11, before: b", "b, date: 2021-04"), None),
    ],
)
def test_a_slip_that_settles_it_is_named(
    facts: tuple[str, ...], hint: str | None, timeline: Callable[..., Judged]
) -> None:
    (found,) = timeline(*facts).contradictions
    assert slip(found) == hint
