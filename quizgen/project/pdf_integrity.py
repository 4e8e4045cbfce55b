"""How quizgen knows a PDF file that it wrote and that no one has changed since.

The identifier of such a file (ISO 32000-1, 14.4) is a digest of all that comes before the
table which holds it. Notes that a reader adds to the file come after it, or in its place.
"""

from __future__ import annotations

import hashlib

from quizgen.model.pattern import pattern

_END = pattern(rb"startxref\n([0-9]{1,10})\n%%EOF\n\Z")


def file_identifier(body: bytes | bytearray) -> str:
    """Return the identifier, 32 hex digits, of a file whose table comes after `body`."""
    return hashlib.sha256(body).hexdigest()[:32]


def is_unmodified(content: bytes) -> bool:
    """Tell whether `content` is, byte for byte, a PDF file as quizgen wrote it."""
    end = _END.search(content[-40:])
    if end is None:
        return False
    start = int(end[1])
    return b"/ID[<%b>" % file_identifier(content[:start]).encode() in content[start:]
