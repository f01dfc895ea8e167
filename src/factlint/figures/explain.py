"""Why statements that share cells cannot all be true: each independent contradiction, named, with who is to blame."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from factlint.figures import repairs
from factlint.figures.contradiction import Contradiction, Proof
from factlint.figures.frame import units
from factlint.figures.joint import Joint
from factlint.figures.lenses import lenses
from factlint.figures.naming import rule_of
from factlint.figures.slips import Context, hint
from factlint.figures.truncation import looks_truncated
from factlint.reasoning.system import conflicts, impossible

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from factlint.figures.cells import Reading
    from factlint.figures.measures import Measures
    from factlint.figures.slips import Words
    from factlint.figures.statements import Statement
    from factlint.figures.truncation import Truncated
    from factlint.reasoning.system import Conflict, System

COPIES = 5
"""So many statements of one thing are weighed; of more, the later ones change no verdict and hardly who is blamed."""


class Component:
    """Some statements, in the order of their facts, judged together; `words` says how hints call things."""

    def __init__(self, statements: Sequence[Statement], measures: Measures, words: Words) -> None:
        self._statements = {each.fact: each for each in _distinct(statements)}
        self._measures = measures
        self._words = words
        self._units = units(list(self._statements.values()), measures)
        self._joint = Joint(list(self._statements.values()), measures, self._units)

    def contradictions(self) -> Iterator[Contradiction]:
        """Those of numbers rounded or cut off; then, without who is to blame for these, those of rounded numbers.

        Raises `factlint.reasoning.system.Undecided` where the component is too large to decide.
        """
        facts = list(self._statements)
        errors = self._conflicts(facts, "either")
        blamed = {str(each.culprit) for each in errors}
        fine = [fact for fact in facts if fact not in blamed]
        warnings = self._conflicts(fine, "rounded")
        for each in errors:
            if each.owners:
                found = self._contradiction(each, "either")
                yield found._replace(hint=self._hint(found, [*fine, str(each.culprit)]))
        yield from (self._contradiction(each, "rounded") for each in warnings if each.owners)

    def _conflicts(self, facts: Sequence[str], reading: Reading) -> tuple[Conflict, ...]:
        return conflicts(self._system(facts, reading), self._lenses)

    def _system(self, facts: Sequence[str], reading: Reading) -> System:
        return self._joint.system(dict.fromkeys(facts, reading))

    def _lenses(self, culprit: Hashable | None, pool: Sequence[Hashable]) -> Iterator[list[Hashable]]:
        if culprit is not None:
            known = [self._statements[str(each)] for each in pool]
            for lens in lenses(self._statements[str(culprit)], known, self._measures):
                yield [each.fact for each in lens]

    def _contradiction(self, conflict: Conflict, reading: Reading) -> Contradiction:
        facts = sorted(str(owner) for owner in conflict.owners)
        statements = tuple(self._statements[fact] for fact in facts)
        proof = self._proof(statements, reading)
        identities, parts = proof.joint.used(proof.certificate, dict.fromkeys(facts, reading))
        return Contradiction(
            rule=rule_of(statements, identities, parts),
            statements=statements,
            suspects=tuple(sorted(str(owner) for owner in conflict.suspects)),
            reading=reading,
            measures=self._measures,
            identities=identities,
            parts=parts,
            truncated=self._truncated(facts) if reading == "rounded" else None,
            proof=proof,
        )

    def _proof(self, statements: Sequence[Statement], reading: Reading) -> Proof:
        """The proof that needs the least beside the statements: no identities and parts where it can do without."""
        readings = {each.fact: reading for each in statements}
        every = self._measures
        for known in (every.tied_by((), ()), every.tied_by((), every.parts), every):
            joint = Joint(statements, known, self._units)
            if found := impossible(joint.system(readings)):
                return Proof(joint, reading, found)
        found = impossible(self._joint.system(readings))
        if found is None:
            raise ArithmeticError("a contradiction turned out to be none")
        return Proof(self._joint, reading, found)

    def _truncated(self, facts: Sequence[str]) -> Truncated:
        """Whose numbers look cut off."""

        def possible(cut: Sequence[str]) -> bool:
            readings: dict[str, Reading] = {fact: "either" if fact in cut else "rounded" for fact in facts}
            return impossible(self._joint.system(readings)) is None

        return looks_truncated(facts, possible)

    def _hint(self, found: Contradiction, facts: Sequence[str]) -> str | None:
        """The slip that would settle it, the facts to blame for other contradictions left out."""
        statements = [self._statements[fact] for fact in sorted(facts)]
        suspects = [self._statements[fact] for fact in found.suspects]
        context = Context(self._measures, statements, found.statements, self._words)
        joint = self._joint if len(statements) == len(self._statements) else None
        return hint(suspects, repairs.Component(statements, self._measures, joint), context)


def _distinct(statements: Sequence[Statement]) -> list[Statement]:
    """The statements without the many that say exactly what others say."""
    often = Counter((each.form, each.now, each.base, each.unit) for each in statements)
    if max(often.values(), default=0) <= COPIES:
        return list(statements)
    seen: dict[Any, int] = {}
    kept = []
    for each in statements:
        said = (each.form, each.now, each.base, each.unit, each.numbers("rounded"), each.numbers("either"))
        seen[said] = seen.get(said, 0) + 1
        if seen[said] <= COPIES:
            kept.append(each)
    return kept
