"""The heads of fact files."""

from __future__ import annotations

from factlint.schemas.declare import MISSING, any_given, each, excludes, holds, matching
from factlint.schemas.table import Table


class Articles(Table, table="articles"):
    """A row a fact file: the article, or another source, and who published it when."""

    names_its_source = holds(
        lambda rows: any_given(rows, "article", "source"),
        "article",
        "source",
        rule=MISSING,
        say="no source is named: write article: and the name of a file under seeds/, or source: with its title",
    )
    one_source = excludes(
        "source",
        "article",
        say="a file has either an article or a source: write source: only where the text is not under seeds/",
    )
    source_has_title = each(
        "source",
        lambda source: isinstance(source, dict) and "title" in source,
        rule=MISSING,
        say="the source has no title: write title: and what it is called",
    )
    digest_is_sha256 = each(
        "digest",
        matching("sha256:[0-9a-f]{64}"),
        say="{item!r} is no digest: write sha256: and 64 lower-case hexadecimal digits, as sha256sum prints them",
    )
