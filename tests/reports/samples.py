"""Reports to render: one finding in every detail, hostile texts, and many findings."""

from __future__ import annotations

from dataclasses import replace

from factlint.findings import (
    Acceptance,
    Certificate,
    Finding,
    Place,
    Report,
    Severity,
    Source,
    Spot,
    StatedFact,
    Step,
    Told,
    in_order,
    summarise,
)

HOSTILE = (
    "\x1b[2J\x9b31m\x7f\x00\b",
    "]]> <![CDATA[ &amp; </failure> <script>alert(1)</script>",
    "%0A%25::error file=x::%0D\r\n::warning::y\n##[error]z",
    "\u202eevil\u2066 \u2028\u2029\x85 \u200b \ufeff \U000e0041",
    "[words](1) \\[ {0} {{1}} ![x](javascript:1)",
    "`code` **bold** _it_ | cell | @someone #12 $x$ ~~gone~~ <b> &lt;",
    "# heading\n- item\n1. one\n> quote\n```\nfence",
    "\"quoted\" 'single' \\u0000 \\n",
    "\ufffe\uffff\ue000",
    "мир 山田 🇦🇿 Pe\u0301rez",
)

CERTIFICATE = Certificate((Step("1", (("1", "exports"),), "-1", strict=False, because="x", fact="a#x"),), "-1")


def finding(**parts: object) -> Finding:
    """An error with everything that a finding can have, but for the parts given."""
    whole = Finding(
        rule="sum-mismatch",
        severity=Severity.ERROR,
        message="imports $12.6 million and exports $1.6 million are not $13.2 million",
        primary=Spot(Place("facts/a.yaml", 2, 12, 2, 25), "a#x", "imports of $11.6 million"),
        related=(
            Spot(Place("facts/b.yaml", 7, 1, 7, 4), "b#y", "exports of $1.6 million", "exports $1.6 million"),
            Spot(Place("facts/registry/measures.yaml", 3, 1, 3, 9), None, None, "declared here"),
        ),
        facts=("a#x", "b#y"),
        suspects=("a#x",),
        hint="12.6 reads as 11.6 if a digit slipped",
        anchor="a#x@value",
        certificate=CERTIFICATE,
    )
    return replace(whole, **parts)  # type: ignore[arg-type]  # the tests name real fields


def accepted(because: str = "the ministry counts gold", **parts: object) -> Finding:
    return finding(accepted=Acceptance("a#x", because, "2026-06-30"), **parts)


def report(*findings: Finding, **parts: object) -> Report:
    """The report of a run over two fact files that found these."""
    stamped = in_order(findings)
    sources = tuple(source(name) for name in ("a", "b"))
    whole = Report(
        findings=stamped,
        summary=summarise(stamped, 2, 2),
        lines={"facts/a.yaml": ("facts:", "    value: $12.6 million")},
        rules=("sum-mismatch", "figure-differs"),
        date="2026-01-31",
        tell=lambda: Told(sources),
    )
    return replace(whole, **parts)  # type: ignore[arg-type]  # the same


def source(name: str) -> Source:
    fact = StatedFact(f"{name}#x", "figure", "imports: $12.6 million", "imports", Place(f"facts/{name}.yaml", 2))
    return Source(name, f"{name}.txt", "Trade", "The Daily", "A. Writer", "2021-06-23", (fact,))


def hostile(text: str) -> Report:
    """A report with the text wherever a project's own words can stand."""
    spot = Spot(Place("facts/a.yaml", 2, 1, 2, 3), "a#x", text, text)
    parts = {"message": text, "hint": text, "primary": spot, "related": (spot, replace(spot, fact=None))}
    facts = {"facts": ("a#x", text), "suspects": (text,)}
    found = (
        finding(**parts, **facts),
        finding(**parts, severity=Severity.NOTE, anchor="note"),
        accepted(text, **parts, anchor="accepted"),
    )
    return report(*found, faults=(f"the rule x failed: {text}",), skipped=(("facts/notes.txt", text),))


def many(count: int) -> Report:
    """So many findings of one file, each at a place of its own."""
    return report(
        *(
            finding(anchor=f"a#{number}", primary=Spot(Place("facts/a.yaml", number, 1, number, 2), f"a#{number}"))
            for number in range(1, count + 1)
        )
    )
