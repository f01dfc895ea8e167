"""The files of the cache: a mark with the version, the digest of the rest, and the rest as netstrings.

Netstrings (D. J. Bernstein, 1997: `5:hello,`) hold any bytes, run no code when read, and are read without a module
that costs as much as the interpreter's own start, as `json` does.
"""

from __future__ import annotations

try:
    from _blake2 import blake2b  # `hashlib` loads OpenSSL beside it, which takes as long as half a bare Python
except ImportError:
    from hashlib import blake2b

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

MARK = b"factlint cache 1\n"
_DIGITS = 16
"""So many digits at most has the length of a part."""


def digest(content: bytes) -> str:
    """128 bits of BLAKE2b (RFC 7693) in hexadecimal."""
    return blake2b(content, digest_size=16).hexdigest()


def packed(parts: Iterable[bytes]) -> bytes:
    """The parts as netstrings, one after another."""
    return b"".join([b"%d:%b," % (len(part), part) for part in parts])


def digest_of(*texts: str) -> str:
    """The digest of texts in their order; names that are not UTF-8 count as their bytes."""
    return digest(packed(text.encode("utf-8", "surrogateescape") for text in texts))


def sealed(parts: Iterable[bytes]) -> bytes:
    """The content of a cache file that holds these parts."""
    rest = packed(parts)
    return MARK + digest(rest).encode() + b"\n" + rest


def unsealed(content: bytes) -> list[bytes] | None:
    """The parts of a cache file; None where it is damaged, of another version or none of the tool's."""
    if not content.startswith(MARK):
        return None
    end = len(MARK) + 32
    rest = content[end + 1 :]
    if content[len(MARK) : end + 1] != digest(rest).encode() + b"\n":
        return None
    return _parts(rest)


def _parts(content: bytes) -> list[bytes] | None:
    parts = []
    start = 0
    while start < len(content):
        colon = content.find(b":", start, start + _DIGITS)
        length = content[start : max(colon, start)]
        if not length.isdigit():
            return None
        end = colon + 1 + int(length)
        if content[end : end + 1] != b",":
            return None
        parts.append(content[colon + 1 : end])
        start = end + 1
    return parts
