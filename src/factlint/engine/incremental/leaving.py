"""What a run leaves in the store, of the files of a corpus."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from factlint.cache.packing import packed_finding, packed_node, packed_problem
from factlint.cache.store import Rows, StoredFact, StoredFile, write
from factlint.corpus import Skipped
from factlint.corpus.files import REGISTRY
from factlint.corpus.uses import uses
from factlint.engine.incremental.meeting import REGISTERED, keys_of, registered, spaces
from factlint.engine.incremental.registered import entry_rows, packed_registry
from factlint.engine.incremental.standing import written
from factlint.findings import Anchor
from factlint.reading.yaml import Mapping as YamlMapping

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from factlint.corpus import Corpus, FactFile, Problem, Record
    from factlint.engine.incremental.meeting import Keys
    from factlint.engine.incremental.spaces import Space
    from factlint.engine.incremental.state import State
    from factlint.findings import Finding
    from factlint.rules.base import Rule

_REFERRING = ("supersedes", "within")
_COUNTS = ("sources", "facts")


class Prepared(NamedTuple):
    """What one process makes for the store of the files that it has read, and of the facts that it has asked about.

    `nodes` are those of heads and facts by reference, as JSON, `names` are rows, `keys` are those of its facts.
    """

    nodes: Mapping[str, str]
    names: list[tuple[str, str, str]]
    keys: Keys


def prepared(corpus: Corpus, keys: Keys) -> Prepared:
    """The same of the files of a corpus that have their nodes at hand, with keys that are known."""
    here = [file for file in corpus.files if file.head.at_hand]
    nodes = {file.head.ref: _packed_head(file.head) for file in here}
    nodes |= {fact.ref: packed_node(fact.node) for file in here for fact in file.facts}
    return Prepared(nodes, [(file.head.path, *named) for file in here for named in sorted(named_in(file))], keys)


def prepared_share(rules: tuple[type[Rule], ...], corpus: Corpus) -> Prepared:
    """The same, with the keys of the facts in the tables of a corpus."""
    return prepared(corpus, keys_of(corpus, spaces(rules)))


def leave(
    state: State,
    corpus: Corpus,
    rules: tuple[type[Rule], ...],
    findings: Iterable[Finding],
    parts: Sequence[Prepared],
) -> None:
    """Write the store after a full run, of which each process has prepared a part; raises OSError and sqlite3.Error."""
    every = spaces(rules)
    about = {
        "signature": state.signature,
        **counted(corpus.size),
        **packed_registry(corpus),
        "declared": json.dumps(sorted(written(corpus.registry.records()))),
        "skipped": json.dumps([(each.path, each.reason) for each in corpus.skipped]),
    }
    whole = Prepared(
        nodes={ref: node for part in parts for ref, node in part.nodes.items()},
        names=[row for part in parts for row in part.names],
        keys={ref: keys for part in parts for ref, keys in part.keys.items()},
    )
    rows = registry_rows(corpus, every), rows_of(corpus, state.files, whole, state.files.seals)
    write(state.folder, about, entry_rows(corpus.registry), rows, finding_rows(dict.fromkeys(findings)))


def counted(size: tuple[int, int]) -> dict[str, str]:
    """What the store says about how many sources and facts there are."""
    return dict(zip(_COUNTS, map(str, size), strict=True))


def size_of(about: Mapping[str, str]) -> tuple[int, int]:
    """How many sources and facts there were, from what the store says about a run."""
    sources, facts = (int(about[name]) for name in _COUNTS)
    return sources, facts


def skipped_of(text: str) -> tuple[Skipped, ...]:
    """The files that were not read, from what the store says about a run."""
    return tuple(Skipped(path, reason) for path, reason in json.loads(text))


def rows_of(corpus: Corpus, digests: Mapping[str, str], made: Prepared, seals: Mapping[str, str]) -> Rows:
    """The rows of the files of a corpus, of those with a digest in which nothing could be read, and of folders."""
    files = {file.head.path: file for file in corpus.files}
    return Rows(
        files=[_file(path, digest, files.get(path), corpus, made) for path, digest in digests.items()],
        facts=[_fact(fact, corpus, made) for file in corpus.files for fact in file.facts],
        accepting=frozenset(fact.ref for fact in corpus.stating("accept")),
        refers=[each for file in corpus.files for each in _refers(file)],
        names=made.names,
        problems=[(path_of(problem, corpus), packed_problem(problem)) for problem in corpus.problems],
        folders=list(seals.items()),
    )


def registry_rows(corpus: Corpus, every: Sequence[Space]) -> Rows:
    """The rows of the registry: what it ties together, and what it names, without a path."""
    tied = [
        StoredFact(0, "", "", REGISTERED, sound=False, node="", keys=json.dumps(keys))
        for keys in registered(corpus, every)
    ]
    named = [("", *named) for named in sorted(uses(_Saying((), corpus)))]  # type: ignore[arg-type]  # the same
    return Rows([], tied, frozenset(), [], named, [], [])


def finding_rows(findings: Iterable[Finding]) -> Iterator[tuple[str, str, list[str], frozenset[str]]]:
    """The rows of findings: the rule, the finding as JSON, the paths that it points at, the facts that it names."""
    for finding in findings:
        paths = [spot.place.path for spot in (finding.primary, *finding.related)]
        yield finding.rule, packed_finding(finding), paths, facts_of(finding)


def facts_of(finding: Finding) -> frozenset[str]:
    """The facts and heads of files that a finding is about, by reference; not the entries of the registry."""
    spots = (spot.fact for spot in (finding.primary, *finding.related) if spot.fact)
    about = finding.anchor.rpartition("@")[0]
    own = () if not about or about.startswith(f"{REGISTRY}/") else (about,)
    return frozenset({*finding.facts, *spots, *own})


def named_in(file: FactFile) -> frozenset[tuple[str, str]]:
    """The registry entries, by kind and id, that the facts of a file name."""
    return named_by([file])


def named_by(files: Iterable[FactFile]) -> frozenset[tuple[str, str]]:
    """The registry entries, by kind and id, that the facts of some files name."""
    return uses(_Saying(files))  # type: ignore[arg-type]  # a corpus, as far as that asks one


def path_of(problem: Problem, corpus: Corpus) -> str:
    """The file in which a problem stands."""
    at = problem.clash.at
    return corpus.records[at.ref].path if isinstance(at, Anchor) else at.path


class _Nothing(NamedTuple):
    """A registry without entries."""

    entries: Mapping[str, Mapping[str, Record]]


class _Saying:
    """What `uses` asks of a corpus, of some files alone or of the registry."""

    def __init__(self, files: Iterable[FactFile], corpus: Corpus | None = None) -> None:
        self._files = files
        self.registry = _Nothing({}) if corpus is None else corpus.registry

    def said(self, keys: Mapping[str, object]) -> Iterator[tuple[str, Mapping[str, object]]]:
        """The table and the values of the facts."""
        return ((fact.table, fact.values) for file in self._files for fact in file.facts if fact.table in keys)


def _file(path: str, digest: str, file: FactFile | None, corpus: Corpus, made: Prepared) -> StoredFile:
    if file is None:
        return StoredFile(path, digest, path.removeprefix("facts/").rpartition(".")[0], "", whole=False, article=None)
    ref = file.head.ref
    text = corpus.texts.get(str(file.head.values["article"])) if "article" in file.head.values else None
    plain = all(fact.ref == f"{ref}#{fact.values.get('id')}" for fact in file.facts)
    article = None if text is None else text.article.name
    return StoredFile(path, digest, ref, made.nodes[ref], whole=not plain, article=article)


def _packed_head(head: Record) -> str:
    """The node of a head without its facts."""
    node = head.node
    return packed_node(
        tuple.__new__(YamlMapping, ({key: each for key, each in node[0].items() if key != "facts"}, *node[1:]))
    )


def _fact(fact: Record, corpus: Corpus, made: Prepared) -> StoredFact:
    sound = fact.ref not in corpus.unsound
    keys = json.dumps(made.keys.get(fact.ref, ()))
    return StoredFact(0, fact.path, fact.ref, fact.table, sound, made.nodes[fact.ref], keys)


def _refers(file: FactFile) -> Iterator[tuple[str, str, str, str]]:
    for fact in file.facts:
        for key in _REFERRING:
            if key in fact.values:
                target = str(fact.values[key])
                yield target, target.rpartition("#")[0], file.head.path, key
