"""A short code that is mostly the same for texts that say nearly the same."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

SKETCH_SIZE = 4
"""How many checksums a sketch has: enough to ask an author a question, no more."""


def sketch(texts: Iterable[str]) -> str:
    """Four hexadecimal digits for each of the `SKETCH_SIZE` smallest checksums of the words.

    A bottom-k sketch (Broder, On the resemblance and containment of documents, 1997).
    """
    words = " ".join(texts).casefold().split()
    smallest = sorted({zlib.crc32(word.encode()) & 0xFFFF for word in words})[:SKETCH_SIZE]
    return "".join([f"{checksum:04x}" for checksum in smallest])


def are_similar(one: str, other: str) -> bool:
    """Whether two sketches share all but one of their checksums, and have any."""
    codes = [{text[i : i + 4] for i in range(0, len(text), 4)} for text in (one, other)]
    return len(codes[0] & codes[1]) >= max(1, min(map(len, codes)) - 1)
