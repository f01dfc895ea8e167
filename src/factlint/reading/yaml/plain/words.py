"""What stands on one line in the simplest YAML, as patterns: words, comments, brackets; in doubt, no match.

They hold to libyaml 0.2.5, which reads YAML 1.1 but for some colons and question marks in brackets.
"""

from __future__ import annotations

import re

REFUSED = "\u2028\u2029\ufeff\ufffe\uffff"
"""The characters that no simple line holds, but for those that the patterns exclude themselves."""

# Other control characters, and so the other breaks and tabs. With REFUSED in each pattern they take 40 ms to compile.
_NOT = r"\x00-\x1f\x7f-\x9f"
_INDICATORS = r"\-?:,\[\]{}#&*!|>'\"%@`"
_BRACKETS = r",\[\]{}"

# A stop begins no key, because of a `...` that ends the document, and a < none because of the merge key.
# libyaml takes keys of up to 1,024 characters.
_KEY = rf"[^{_NOT}{_INDICATORS} .<][^{_NOT}:#]{{0,127}}+(?<! )"
_PLAIN = (
    rf"(?:[^{_NOT}{_INDICATORS} ]|-(?=[^{_NOT} ]))[^{_NOT}:#]*+"
    rf"(?:(?::(?=[^{_NOT} ])|(?<! )#)[^{_NOT}:#]*+)*+(?<! )"
)
_FLOW_WORD = (
    rf"(?:[^{_NOT}{_INDICATORS} <]|-(?=[0-9A-Za-z]))[^{_NOT}:#{_BRACKETS}]*+"
    rf"(?:(?::(?=[^{_NOT} ?{_BRACKETS}])|(?<! )#)[^{_NOT}:#{_BRACKETS}]*+)*+"
)
_QUOTED = rf"'[^{_NOT}']*+'|\"[^{_NOT}\"\\]*+\""

_IN_BRACKETS = rf"[\[{{](?:[^{_NOT}#]++|(?<! )#)*+(?<=[\]}}])"

# The lines of a block scalar are those indented deeper than its key.
_BLOCK = rf" [>|]-?+(?:\n++\1 [^{_NOT}]*+(?<! ))++(?!\n++\1 )"

LINE = re.compile(
    rf"( *+(?:- ++)*+)(?:({_KEY}):(?=[ \n]))?+(?: ({_PLAIN}|{_QUOTED}|{_IN_BRACKETS})\n|({_BLOCK}|[^\n]*+)\n)"
)
"""Any line, or a key with the lines of its block scalar: indentation and dashes, key, value, or anything else."""

PLAIN = re.compile(_PLAIN)
QUOTED = re.compile(_QUOTED)
COMMENT = re.compile(rf"#[^{_NOT}]*+")

_WORD = rf"{_FLOW_WORD}(?<! )"
LIST = re.compile(rf"\[{_WORD}(?:, {_WORD})*+\]")
"""A sequence of words in brackets."""

PAIRS = re.compile(rf"\{{{_WORD}: {_WORD}(?:, {_WORD}: {_WORD})*+\}}")
"""A mapping of words to words in braces."""

STEP = re.compile(
    rf"(([\[{{]) *+|({_FLOW_WORD}|{_QUOTED})(: ++|, *+| *+(?=[\]}}]))|([\]}}])( *+(?=[\]}}])|, *+|(?=\Z))|.)"
)
"""A step in brackets: all of it, an opening bracket, a word and what follows, a closing bracket and what follows."""
