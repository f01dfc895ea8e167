"""`junit`: the XML of JUnit that CI servers show as tests: a suite a file, a case a finding."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from factlint.reports.details import details
from factlint.reports.words import safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from factlint.findings import Finding, Report, Source

_COUNTED = {"failures": "failure", "errors": "error", "skipped": "skipped"}


def render(report: Report) -> str:
    """A suite for each fact file and each other file with findings; a file without any has one case, which passes.

    A finding that fails the run is a failure, an accepted one is skipped with its reason, a note passes and says itself
    on standard output; a fault of the tool is an error. No times: the same report gives the same bytes.
    """
    by_path: dict[str, list[Finding]] = {path: [] for path in map(_path, report.sources)}
    for finding in report.findings:
        by_path.setdefault(finding.primary.place.path, []).append(finding)
    suites = [_suite(path, _cases(path, by_path[path])) for path in sorted(by_path)]
    if report.faults:
        suites.append(
            _suite("factlint", [_fault(number, fault) for number, fault in enumerate(report.faults, start=1)])
        )
    whole = ET.Element("testsuites", {"name": "factlint", **_counts(suites)})
    whole.extend(suites)
    ET.indent(whole)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(whole, encoding="unicode")}\n'


def _path(source: Source) -> str:
    """The fact file of a source; of one without facts only the name without its ending is known."""
    return source.facts[0].place.path if source.facts else f"facts/{source.ref}"


def _suite(path: str, cases: Sequence[ET.Element]) -> ET.Element:
    suite = ET.Element("testsuite", name=safe(path))
    suite.extend(cases)
    skipped = str(sum(case.find("skipped") is not None for case in cases))
    suite.attrib.update({**_counts([suite]), "skipped": skipped})
    return suite


def _counts(suites: Iterable[ET.Element]) -> dict[str, str]:
    """How many cases, and how many of them failed or could not be run."""
    cases = [case for suite in suites for case in suite]
    inner = Counter(child.tag for case in cases for child in case)
    return {"tests": str(len(cases)), "failures": str(inner["failure"]), "errors": str(inner["error"])}


def _cases(path: str, findings: Sequence[Finding]) -> list[ET.Element]:
    if not findings:
        return [ET.Element("testcase", classname=safe(path), name="no contradiction")]
    names = _names(findings)
    return [_case(path, name, finding) for name, finding in zip(names, findings, strict=True)]


def _names(findings: Iterable[Finding]) -> Iterator[str]:
    """A name for each: its rule and fact, which stay when lines move; a second one of these is numbered."""
    seen: Counter[str] = Counter()
    for finding in findings:
        name = safe(": ".join(part for part in (finding.rule, finding.primary.fact) if part))
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name} ({seen[name]})"


def _case(path: str, name: str, finding: Finding) -> ET.Element:
    case = ET.Element("testcase", classname=safe(path), name=name)
    text = "\n".join((safe(finding.message), *details(finding)))
    if finding.accepted:
        ET.SubElement(case, "skipped", message=safe(finding.accepted.because), type=safe(finding.rule)).text = text
    elif finding.fails:
        ET.SubElement(case, "failure", message=safe(finding.message), type=finding.severity.value).text = text
    else:
        ET.SubElement(case, "system-out").text = text
    return case


def _fault(number: int, fault: str) -> ET.Element:
    case = ET.Element("testcase", classname="factlint", name=f"fault {number}")
    ET.SubElement(case, "error", message=safe(fault), type="fault")
    return case
