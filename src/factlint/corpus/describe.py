"""Facts in words: one line each, for messages and for pages that people read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factlint.corpus.language import KIND_OF
from factlint.findings import Source, StatedFact

if TYPE_CHECKING:
    from factlint.corpus import Corpus, Record, Registry
    from factlint.corpus.facts import FactFile


def sources(corpus: Corpus) -> tuple[Source, ...]:
    """Every source of the corpus with its facts in words, in the order of the files' paths."""
    return tuple(_source(file, corpus.registry) for file in corpus.files)


def in_words(fact: Record, registry: Registry) -> str:
    """What a fact states, on one line; cells that could not be read are left out."""
    kind = KIND_OF.get(fact.table)
    parts = {"figure": _figure, "event": _event, "role": _role, "relation": _relation}
    words = parts[kind](fact, registry) if kind else "a fact of no known kind"
    mode = fact.values.get("mode")
    return f"{mode}: {words}" if mode in {"planned", "denied"} else words


def _source(file: FactFile, registry: Registry) -> Source:
    head = file.head.values
    source = head.get("source")
    title = head.get("title") or (source.get("title") if isinstance(source, dict) else None)
    facts = tuple(
        StatedFact(
            fact.ref, KIND_OF.get(fact.table, ""), in_words(fact, registry), _text(fact, "quote"), fact.place("")
        )
        for fact in file.facts
    )
    return Source(
        ref=file.head.ref,
        name=str(head.get("article") or title or file.head.ref),
        title=str(title or ""),
        publisher=str(head.get("publisher") or ""),
        author=str(head.get("author") or ""),
        published=written(file.head, "published"),
        facts=facts,
    )


def written(record: Record, key: str) -> str:
    """The text of a date or figure as written, empty where the key is not there or cannot be read."""
    return str(getattr(record.values.get(key), "text", "") or "")


def _text(record: Record, key: str) -> str | None:
    value = record.values.get(key)
    return None if value is None else str(value)


def _called(fact: Record, key: str, registry: Registry) -> str:
    value = fact.values.get(key)
    if isinstance(value, tuple):
        return ", ".join(registry.called(str(each)) for each in value)
    return registry.called(str(value)) if value is not None else ""


def _join(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _after(word: str, text: str) -> str:
    return f"{word} {text}" if text else ""


def _figure(fact: Record, registry: Registry) -> str:
    what = _join(
        _called(fact, "figure", registry),
        _after("of", _called(fact, "of", registry)),
        _after("with", _called(fact, "with", registry)),
        _after("in", written(fact, "period")),
        _after("as of", written(fact, "asof")),
        _after("for", str(fact.values.get("scope", ""))),
    )
    change = getattr(fact.values.get("change"), "quantity", None)
    said = written(fact, "value") or _join(str(getattr(change, "text", "")), _after("against", written(fact, "versus")))
    return f"{what}: {said or _share(fact, registry)}"


def _share(fact: Record, registry: Registry) -> str:
    whole = fact.values.get("share_of")
    figure = whole.get("figure") if isinstance(whole, dict) else None
    return _join(written(fact, "share"), _after("of", registry.called(str(figure)) if figure else ""))


def _event(fact: Record, registry: Registry) -> str:
    number = fact.values.get("number")
    details = [
        _after(str(fact.values.get("date_kind", "")), written(fact, "date")).strip(),
        _after("in", _called(fact, "place", registry)),
        _after("with", _called(fact, "who", registry)),
        _after("lasting", written(fact, "duration")),
        _after("number", str(number) if number is not None else ""),
        _after("part of", _called(fact, "part_of", registry)),
        _after("before", _called(fact, "before", registry)),
        _after("after", _called(fact, "after", registry)),
        _after("during", _called(fact, "during", registry)),
        _after("counting", written(fact, "count")),
    ]
    return ", ".join([_called(fact, "event", registry), *(each for each in details if each)])


def _role(fact: Record, registry: Registry) -> str:
    when = [
        _after("at", written(fact, "at")),
        _after("from", written(fact, "from")),
        _after("until", written(fact, "until")),
        _after("replacing", _called(fact, "replaces", registry)),
    ]
    flags = [flag for flag in ("acting", "former") if fact.values.get(flag)]
    who = _join(str(fact.values.get("rank", "")), _called(fact, "person", registry))
    title = fact.values.get("title")
    said = f"{_called(fact, 'role', registry)}{f' ({title})' if title else ''}"
    return ", ".join([f"{who}: {_join(*flags, said)}", *(each for each in when if each)])


def _relation(fact: Record, registry: Registry) -> str:
    return _join(
        _called(fact, "subject", registry),
        _after("–", _called(fact, "relation", registry)),
        _after("–", _called(fact, "object", registry) or str(fact.values.get("value", ""))),
        _after("on", written(fact, "date")),
        _after("since", written(fact, "since")),
        _after("rank:", _rank(fact)),
        "(the only one)" if fact.values.get("only") else "",
    )


def _rank(fact: Record) -> str:
    node = fact.node.get("rank")
    return str(getattr(node, "text", "")) if "rank" in fact.values else ""
