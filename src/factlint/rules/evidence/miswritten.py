"""What the keys and values of a readable YAML file must be."""

from __future__ import annotations

from factlint.findings import Severity
from factlint.rules.base import ReadingRule


class DuplicateKey(ReadingRule):
    """A mapping has one key twice.

    ## What it finds
    The second of two equal keys of a fact, a head, a registry entry or a scope.

    ## Why it matters
    YAML readers silently keep one of the two values, and not all keep the same one.

    ## When it stays silent
    Where equal keys stand in different mappings, such as the `quote` of two facts.

    ## How to settle it
    Remove one of the two; where both are meant, write two facts.
    """

    name = "duplicate-key"
    severity = Severity.ERROR
    valid = (
        """
        == facts/2021-06-23-azernews.yaml
        source: {title: Ties}
        title: Ties
        published: 2021-06-23
        facts: []
        """,
    )
    invalid = (
        """
        == facts/2021-06-23-azernews.yaml
        source: {title: Ties}
        published: 2021-06-23
        published: 2021-06-24 # <- duplicate-key
        facts: []
        """,
    )


class UnknownKey(ReadingRule):
    """A key is no word of the fact language, or has no place here.

    ## What it finds
    A key that a head, a fact of this kind or a registry entry does not have, with the nearest one that it has; also a
    registry file of an unknown name.

    ## Why it matters
    A misspelled key would drop what it says from every check.

    ## When it stays silent
    Inside `scope`, whose keys are the corpus's own.

    ## How to settle it
    Write the key that is offered, or put remarks under `note`.
    """

    name = "unknown-key"
    severity = Severity.ERROR
    valid = (
        """
        == facts/registry/measures.yaml
        exports: {name: exports, kind: flow, unit: USD}
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        == facts/2021-06-23-azernews.yaml
        source: {title: Ties}
        published: 2021-06-23
        facts:
          - {id: oil, figure: exports, of: Azerbaijan, period: 2020, scope: {sector: oil}, value: $3 million}
        """,
    )
    invalid = (
        """
        == facts/2021-06-23-azernews.yaml
        source: {title: Ties}
        published: 2021-06-23
        publishr: AzerNews # <- unknown-key
        facts: []
        """,
    )


class MissingKey(ReadingRule):
    """A fact or the head of a file lacks a key that it must have.

    ## What it finds
    A file without `facts`, a fact without its kind, a fact of an article without a quote, and the like.

    ## Why it matters
    Without the key the fact says nothing that could be checked.

    ## When it stays silent
    Where the key may be left out; the format's page says what is then taken for it.

    ## How to settle it
    Write the key that the message names.
    """

    name = "missing-key"
    severity = Severity.ERROR
    valid = (
        """
        == facts/registry/events.yaml
        war-of-2020: {name: 44-day war}
        == facts/2021-06-23-azernews.yaml
        source: {title: Ties}
        published: 2021-06-23
        facts:
          - {id: war, event: war-of-2020, date: 2020}
        """,
    )
    invalid = (
        """
        == facts/2021-06-23-azernews.yaml
        source: {title: Ties}
        published: 2021-06-23
        facts:
          - id: war # <- missing-key
            date: 2020
        """,
    )


class BadValue(ReadingRule):
    """A value cannot be read as what its key asks for.

    ## What it finds
    A figure without a number or with two readings, a flag that is neither true nor false, text where a list belongs, an
    empty value.

    ## Why it matters
    A value that cannot be read takes part in no check.

    ## When it stays silent
    For every form that the format's page names: `$13.2 million`, `1.2bn EUR`, `about 100`, `fifth`, `IX`.

    ## How to settle it
    Write the value as the message says.
    """

    name = "bad-value"
    severity = Severity.ERROR
    valid = (
        """
        == facts/registry/measures.yaml
        exports: {name: exports, kind: flow, unit: USD}
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        == facts/2021-06-23-azernews.yaml
        source: {title: Ties}
        published: 2021-06-23
        facts:
          - {id: all, figure: exports, of: Azerbaijan, period: 2020, value: more than 1.2bn USD, derived: true}
        """,
    )
    invalid = (
        """
        == facts/registry/measures.yaml
        exports: {name: exports, kind: flow, unit: USD}
        == facts/registry/places.yaml
        azerbaijan: {name: Azerbaijan}
        == facts/2021-06-23-azernews.yaml
        source: {title: Ties}
        published: 2021-06-23
        facts:
          - id: all
            figure: exports
            of: Azerbaijan
            period: 2020
            value: rather a lot # <- bad-value
            derived: yes # <- bad-value
        """,
    )
