"""One run: the corpus is read, its tables validated, the rules asked, their clashes placed, accepted and ordered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from factlint.corpus import load_corpus
from factlint.corpus.accepts import accepts
from factlint.corpus.confirm import confirmed
from factlint.corpus.describe import sources
from factlint.corpus.files import hold
from factlint.engine import baseline
from factlint.engine.accept import accept_all, unused
from factlint.engine.sharing import Share, is_shared
from factlint.findings import Anchor, Finding, Report, Spot, Told, in_order, summarise
from factlint.memory import uncollected
from factlint.reading import date as dates
from factlint.reading.yaml import split_lines
from factlint.rules.upkeep.unused_accept import UnusedAccept
from factlint.schemas.adapter import validate
from factlint.team import ALONE, together

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from factlint.corpus import Corpus, Settings
    from factlint.findings import Clash, Place
    from factlint.rules.base import Rule
    from factlint.team import Team

LARGE = 1_500_000
"""So many bytes of YAML are worth a team: to read and check them takes longer than to start it."""


def unheard(_stage: str) -> None:
    """Progress that nobody asked for."""


class Found(NamedTuple):
    """A corpus that has been read, what rules find in it, in no particular order, and the faults of the tool itself.

    `beside` is what each process made beside, of its share of the corpus.
    """

    corpus: Corpus
    findings: list[Finding]
    faults: list[str]
    beside: Sequence[Any] = ()

    def report(
        self, rules: tuple[type[Rule], ...], paths: tuple[str, ...] = (), touching: frozenset[str] | None = None
    ) -> Report:
        """The report of it (see `reported`)."""
        return reported(self.corpus, self.findings, self.faults, rules, paths, touching)


def nothing(_corpus: Corpus) -> None:
    """What is made beside where nothing is asked for."""


def read(settings: Settings, progress: Callable[[str], None] = unheard) -> tuple[Corpus, list[str]]:
    """The corpus with the problems of its tables, and the faults of the tool itself."""
    corpus = _loaded(settings, progress)
    progress("validating tables")
    problems, faults = validate(corpus)
    return corpus.with_problems(problems), faults


def find(
    settings: Settings,
    rules: tuple[type[Rule], ...],
    progress: Callable[[str], None] = unheard,
    beside: Callable[[Corpus], object] = nothing,
) -> Found:
    """What the rules find in a project; a large one is read and asked by several processes."""
    if hold(settings.root, LARGE):
        return together(
            lambda team: found_together(settings, rules, unheard if team.number else progress, team, beside)
        )
    corpus, faults = read(settings, progress)
    findings, failed = found_by(rules, corpus, progress)
    return Found(corpus, findings, [*faults, *failed], [beside(corpus)])


def found_together(
    settings: Settings,
    rules: tuple[type[Rule], ...],
    progress: Callable[[str], None],
    team: Team,
    beside: Callable[[Corpus], object] = nothing,
) -> Found:
    """What a team finds: each process of it in its share, and the first one of the project as a whole."""
    corpus = _loaded(settings, progress, team)
    share = Share.of(corpus, rules, team)
    own = share.of_corpus(corpus)
    progress("validating tables")
    problems, faults = validate(own, share.validated)
    own = own.with_problems(problems)
    team.tell((problems, faults))
    found = found_by(tuple(rule for rule in rules if share.asks(rule)), own, progress)
    made = beside(own)
    team.tell((found, made))
    if team.number:
        return Found(corpus, *found)
    validated = [(problems, faults), *team.hear()]
    corpus = corpus.with_problems(dict.fromkeys(problem for problems, _ in validated for problem in problems))
    others = found_by(tuple(rule for rule in rules if not is_shared(rule)), corpus, progress)
    heard = [(found, made), *team.hear()]
    every = [others, *(each for each, _ in heard)]
    return Found(
        corpus,
        [finding for findings, _ in every for finding in findings],
        [fault for _, failed in (*validated, *every) for fault in failed],
        [each for _, each in heard],
    )


def _loaded(settings: Settings, progress: Callable[[str], None], team: Team = ALONE) -> Corpus:
    progress("reading facts and articles")
    with uncollected():
        return load_corpus(settings, team)


def check(
    settings: Settings,
    rules: tuple[type[Rule], ...],
    paths: tuple[str, ...] = (),
    progress: Callable[[str], None] = unheard,
) -> Report:
    """The report of a project under `rules`; with `paths`, only findings with a place in one of them.

    `progress` is told each stage in words when it begins.
    """
    return find(settings, rules, progress).report(rules, paths)


def checked(
    corpus: Corpus,
    faults: list[str],
    rules: tuple[type[Rule], ...],
    paths: tuple[str, ...] = (),
    progress: Callable[[str], None] = unheard,
    touching: frozenset[str] | None = None,
) -> Report:
    """The same of a corpus that has been read, with the faults that were met (see `read`).

    With `touching`, only findings with a place in one of these facts and registry entries.
    """
    findings, failed = found_by(rules, corpus, progress)
    return reported(corpus, findings, [*faults, *failed], rules, paths, touching)


def found_by(
    rules: tuple[type[Rule], ...], corpus: Corpus, progress: Callable[[str], None] = unheard
) -> tuple[list[Finding], list[str]]:
    """What the rules find in a corpus, in no particular order, and the faults of rules that failed."""
    findings: list[Finding] = []
    faults = []
    for number, rule in enumerate(rules, start=1):
        progress(f"{rule.name} (rule {number} of {len(rules)})")
        try:
            findings += findings_of(rule, corpus)
        except Exception as error:  # noqa: BLE001 - one broken rule must not hide what the others find
            faults.append(f"the rule {rule.name} failed: {type(error).__name__}: {error}")
    return findings, faults


def reported(
    corpus: Corpus,
    findings: list[Finding],
    faults: Sequence[str],
    rules: tuple[type[Rule], ...],
    paths: tuple[str, ...] = (),
    touching: frozenset[str] | None = None,
) -> Report:
    """The report of what rules found in a corpus: accepted, in order, and limited to `paths` or what is touched."""
    findings = _accepted(findings, corpus, {rule.name for rule in rules})
    spans = None if touching is None else _spans(corpus, touching)
    shown = in_order(findings)
    if corpus.settings.baseline:
        shown = baseline.marked(shown, baseline.load(corpus.settings.root / corpus.settings.baseline))
    shown = tuple(
        each for each in shown if (not paths or _touches(each, paths)) and (spans is None or _lies_in(each, spans))
    )
    return Report(
        findings=shown,
        summary=summarise(shown, *corpus.size),
        lines=_lines(shown, corpus),
        rules=tuple(rule.name for rule in rules),
        date=corpus.settings.today,
        faults=tuple(sorted(set(faults))),
        skipped=tuple((skipped.path, skipped.reason) for skipped in corpus.skipped),
        tell=lambda: told(corpus),
    )


def told(corpus: Corpus) -> Told:
    """What a corpus says, in words."""
    return Told(sources(corpus), tuple(confirmed(corpus).items()))


def findings_of(rule: type[Rule], corpus: Corpus) -> list[Finding]:
    """What one rule finds in a corpus, with places, in no particular order."""
    return [_finding(rule, clash, corpus) for clash in rule().check(corpus)] if rule.concerns(corpus) else []


def _lines(findings: tuple[Finding, ...], corpus: Corpus) -> dict[str, tuple[str, ...]]:
    """The lines of every file that a finding points at: YAML files, and articles under seeds/."""
    paths = {spot.place.path for finding in findings for spot in (finding.primary, *finding.related)}
    articles = {f"seeds/{name}": text for name, text in corpus.texts.items()}
    texts = {path: tuple(split_lines(articles[path].article.text)) for path in sorted(paths & articles.keys())}
    return {**{path: corpus.lines[path] for path in sorted(paths & corpus.lines.keys())}, **texts}


def _finding(rule: type[Rule], clash: Clash, corpus: Corpus) -> Finding:
    about = clash.at if isinstance(clash.at, Anchor) else clash.about
    own = (about.ref,) if about and _is_fact(about, corpus) else ()
    facts = tuple(sorted(clash.facts)) or own
    return Finding(
        rule=rule.name,
        severity=clash.severity or rule.severity,
        message=clash.message,
        primary=_spot(clash.at, "", corpus, about),
        related=tuple(_spot(place, message, corpus) for place, message in clash.related),
        facts=facts,
        suspects=tuple(sorted(clash.suspects)) or (facts if len(facts) == 1 else ()),
        hint=clash.hint,
        anchor=f"{about.ref}@{about.field}" if about else "",
        certificate=clash.certificate,
    )


def _spot(at: Anchor | Place, message: str, corpus: Corpus, about: Anchor | None = None) -> Spot:
    anchor = at if isinstance(at, Anchor) else about
    if anchor is None:
        return Spot(corpus.place(at), message=message)
    return Spot(corpus.place(at), anchor.ref if _is_fact(anchor, corpus) else None, corpus.quote(anchor.ref), message)


def _is_fact(anchor: Anchor, corpus: Corpus) -> bool:
    record = corpus.records.get(anchor.ref)
    return record is not None and "#" in anchor.ref and not record.table.startswith("registry/")


def _accepted(findings: list[Finding], corpus: Corpus, ran: set[str]) -> list[Finding]:
    entries = accepts(corpus)
    day = dates.read(corpus.settings.today).earliest
    marked = accept_all(findings, entries, day)
    if UnusedAccept.name in ran:
        marked += [_finding(UnusedAccept, clash, corpus) for clash in unused(findings, entries, ran)]
    return marked


def _spans(corpus: Corpus, refs: frozenset[str]) -> dict[str, list[tuple[int, int]]]:
    """For each file the lines of these facts and entries, from first to last."""
    found: dict[str, list[tuple[int, int]]] = {}
    for ref in refs & corpus.records.keys():
        record = corpus.records[ref]
        key = record.key.span if record.key else record.node.span
        found.setdefault(record.path, []).append((min(key[0], record.node.span[0]), record.node.span[2]))
    return found


def _lies_in(finding: Finding, spans: Mapping[str, list[tuple[int, int]]]) -> bool:
    places = (spot.place for spot in (finding.primary, *finding.related))
    return any(first <= place.line <= last for place in places for first, last in spans.get(place.path, ()))


def _touches(finding: Finding, paths: Iterable[str]) -> bool:
    spots = (finding.primary, *finding.related)
    return any(spot.place.path == path or spot.place.path.startswith(f"{path}/") for spot in spots for path in paths)
