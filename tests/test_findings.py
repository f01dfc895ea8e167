from dataclasses import replace

from factlint.findings import Acceptance, Finding, Place, Severity, Spot, in_order, summarise


def finding(path: str = "facts/a.yaml", line: int = 1, **parts: object) -> Finding:
    spot = Spot(Place(path, line, 3, line, 9), "a#x")
    base = Finding("sum-mismatch", Severity.ERROR, "does not add up", spot, facts=("a#x", "a#y"), anchor="a#x@value")
    return replace(base, **parts)  # type: ignore[arg-type]  # the tests name real fields


def test_the_order_is_by_file_and_fact_not_by_line_nor_by_the_order_given() -> None:
    one, two, three = finding(line=10), finding(line=9, anchor="a#y@value"), finding("facts/b.yaml", anchor="b#x@value")
    assert [f.primary.place.line for f in in_order([three, two, one])] == [10, 9, 1]
    assert in_order([three, two, one]) == in_order([one, two, three])


def test_the_fingerprint_survives_moved_lines_and_another_message() -> None:
    before, after = in_order([finding(line=9)])[0], in_order([finding(line=90, message="off by one")])[0]
    assert before.fingerprint == after.fingerprint


def test_the_fingerprint_tells_rules_facts_and_anchors_apart() -> None:
    changed = [finding(), finding(rule="figure-differs"), finding(facts=("a#x",)), finding(anchor="a#x@quote")]
    assert len({each.fingerprint for each in in_order(changed)}) == 4


def test_two_findings_at_one_anchor_have_two_fingerprints_and_a_repetition_is_dropped() -> None:
    stamped = in_order([finding(message="first"), finding(message="second"), finding(message="first")])
    assert len(stamped) == 2
    assert stamped[0].fingerprint != stamped[1].fingerprint


def test_accepted_findings_and_notes_fail_nothing() -> None:
    assert finding().fails
    assert finding(severity=Severity.WARNING).fails
    assert not finding(severity=Severity.NOTE).fails
    assert not finding(accepted=Acceptance("a#x", "known")).fails


def test_an_accepted_finding_is_counted_as_accepted_only() -> None:
    summary = summarise((finding(), finding(accepted=Acceptance("a#x", "known"))), articles=1, facts=2)
    assert (summary.errors, summary.warnings, summary.notes, summary.accepted) == (1, 0, 0, 1)
