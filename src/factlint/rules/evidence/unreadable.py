"""What the text of a YAML file must be before anything in it can be read."""

from __future__ import annotations

from factlint.findings import Severity
from factlint.rules.base import ReadingRule


class YamlSyntax(ReadingRule):
    """A file is no YAML, or not the plain part of it that the format takes.

    ## What it finds
    Text that YAML cannot read (a value with a colon and a space in it, a bracket that nothing closes), a tab used for
    indentation, a second document in one file, lists and mappings nested deeper than 32, and a file that cannot be
    opened.

    ## Why it matters
    What stands behind the bad place is not read, so none of its facts is checked.

    ## When it stays silent
    Where the text is sound YAML, however it is laid out.

    ## How to settle it
    Put a value with `: ` or ` #` in it in quotation marks, write it as a block (`>-`), indent with spaces, and write a
    second document to a file of its own.
    """

    name = "yaml-syntax"
    severity = Severity.ERROR
    valid = (
        """
        == facts/2021-06-23-azernews.yaml
        source: {title: "War: the aftermath"}
        publisher: AzerNews
        published: 2021-06-23
        facts: []
        """,
    )
    invalid = (
        """
        == facts/2021-06-23-azernews.yaml
        source:
          title: War: the aftermath # <- yaml-syntax
        published: 2021-06-23
        facts: []
        """,
    )


class YamlAlias(ReadingRule):
    """A file uses an anchor, an alias or a merge key.

    ## What it finds
    `&name`, `*name` and `<<:`, with which one place of a file takes over what another says.

    ## Why it matters
    A fact must be readable where it stands. A few nested aliases can also stand for more text than any memory holds.

    ## When it stays silent
    Where `&` or `*` is part of a text in quotation marks or of a block.

    ## How to settle it
    Write the value out at each place. A text that begins with `&` or `*` belongs in quotation marks.
    """

    name = "yaml-alias"
    severity = Severity.ERROR
    valid = (
        """
        == facts/2021-06-23-azernews.yaml
        source: {title: "*** R&D ***"}
        publisher: R&D News
        published: 2021-06-23
        facts: []
        """,
    )
    invalid = (
        """
        == facts/2021-06-23-azernews.yaml
        source: {title: Ties}
        publisher: &house AzerNews # <- yaml-alias
        published: 2021-06-23
        origin: *house # <- yaml-alias
        facts: []
        """,
    )


class NotUtf8(ReadingRule):
    """A file is not UTF-8 text.

    ## What it finds
    A byte that no UTF-8 text has, at its line and column.

    ## Why it matters
    In any other encoding the letters of names (ə, ı, ğ) turn into others without a word of warning.

    ## When it stays silent
    Where the file begins with the byte order mark of UTF-8.

    ## How to settle it
    Save the file as UTF-8.
    """

    name = "not-utf8"
    severity = Severity.ERROR
    valid = (
        """
        == facts/2021-06-23-azernews.yaml
        source: {title: Azərbaycan və Pakistan}
        publisher: AzərNews
        published: 2021-06-23
        facts: []
        """,
    )
    invalid = (
        """
        == facts/2021-06-23-azernews.yaml in latin-1
        source: {title: Türkiye and Pakistan} # <- not-utf8
        publisher: AzerNews
        published: 2021-06-23
        facts: []
        """,
    )


class FileTooLarge(ReadingRule):
    """A file has more than 8 MiB.

    ## What it finds
    A YAML file that is larger than any fact file written by hand.

    ## Why it matters
    Such a file is a mistake (a dump, a log), and reading it would stop everything else.

    ## When it stays silent
    Up to 8 MiB, which is about 30,000 facts.

    ## How to settle it
    Write one file an article, or move what is no fact file out of facts/.
    """

    name = "file-too-large"
    severity = Severity.ERROR
    valid = (
        """
        == facts/2021-06-23-azernews.yaml
        source: {title: Ties}
        publisher: AzerNews
        published: 2021-06-23
        facts: []
        """,
    )
    invalid = (
        """
        == facts/2021-06-23-azernews.yaml filled to 8388609 bytes
        source: {title: Ties} # <- file-too-large
        publisher: AzerNews
        published: 2021-06-23
        facts: []
        """,
    )
