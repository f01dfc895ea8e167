"""A contradiction among figures, as it is found; rules put it into words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from factlint.figures.cells import Reading
    from factlint.figures.joint import Joint
    from factlint.figures.measures import Measures
    from factlint.figures.statements import Statement
    from factlint.figures.truncation import Truncated
    from factlint.reasoning.linear import Identity
    from factlint.reasoning.system import Certificate


class Proof(NamedTuple):
    """Why the statements cannot all be true: a certificate of their linear system."""

    joint: Joint
    reading: Reading
    certificate: Certificate


class Contradiction(NamedTuple):
    """Statements that cannot all be true under `reading`, while without any one of them the others can.

    `rule` is the name of the most specific rule that fits. `statements` are in the order of their facts, `suspects` the
    facts whose removal alone settles it. Under the reading `rounded`, `truncated` says whose numbers look cut off.
    `identities` and `parts` (pairs of a part and its whole) are those that the proof uses beside the statements.
    """

    rule: str
    statements: tuple[Statement, ...]
    suspects: tuple[str, ...]
    reading: Reading
    measures: Measures
    identities: tuple[Identity, ...] = ()
    parts: tuple[tuple[str, str], ...] = ()
    truncated: Truncated | None = None
    hint: str | None = None
    proof: Proof | None = None

    @property
    def facts(self) -> tuple[str, ...]:
        """The facts, in order."""
        return tuple(each.fact for each in self.statements)

    @property
    def certain(self) -> bool:
        """Whether the times of all statements leave no choice."""
        return all(each.certain for each in self.statements)
