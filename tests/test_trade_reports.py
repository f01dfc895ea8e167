"""Twelve trade reports as the news printed them: the verdicts are those that exact arithmetic gives."""

from __future__ import annotations

import json
from pathlib import Path

from factlint.corpus import load_settings
from factlint.engine.check import check
from factlint.rules import RULES

REPORTS = Path(__file__).parent / "corpora" / "trade-reports"
ORDER = ("error", "warning", "none")


def test_each_report_gets_its_verdict() -> None:
    expected = json.loads((REPORTS / "expected.json").read_text("utf-8"))
    report = check(load_settings(REPORTS), RULES)
    verdicts = dict.fromkeys(expected, "none")
    for finding in report.findings:
        if finding.fails:
            name = Path(finding.primary.place.path).stem.rpartition("-")[0]
            verdicts[name] = min(verdicts[name], finding.severity.value, key=ORDER.index)
    assert report.faults == ()
    assert verdicts == expected


def test_what_is_wrong_only_jointly_is_named_by_its_smallest_set() -> None:
    report = check(load_settings(REPORTS), RULES)
    joint = {
        finding.facts[0].partition("-0#")[0]: {fact.partition("#")[2] for fact in finding.facts}
        for finding in report.findings
        if finding.rule == "figures-jointly-impossible"
    }
    assert joint.keys() == {"newsam-752257", "srbija-24894-usd", "trend-3684679-total"}
    assert joint["newsam-752257"] == {"f1", "f2", "f3"}
