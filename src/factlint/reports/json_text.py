"""JSON that shows as it is: nothing in a text can steer a terminal, break a line or hide."""

from __future__ import annotations

import json
import re

from factlint.reports.words import safe

_UNUSUAL = re.compile(r"[^\x20-\x7e\n]+")


def dumped(value: object, indent: int | None = None) -> str:
    r"""The value as JSON, without a line break at its end; the characters that `safe` would replace as `\uXXXX`.

    Letters of every script stay as they are. Without `indent` it is one line, and no reader of lines sees two: U+2028
    and U+0085 are written as escapes too, as is half of a surrogate pair, which UTF-8 does not have.
    """
    return _UNUSUAL.sub(_escaped, json.dumps(value, ensure_ascii=False, indent=indent))


def _escaped(run: re.Match[str]) -> str:
    """JSON has escaped what is below a space already, so that only line breaks of its own are left of those."""
    return "".join(each if safe(each) == each else json.dumps(each)[1:-1] for each in run[0])
