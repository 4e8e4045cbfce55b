"""Bottom-k sketches (a kind of MinHash): short codes that estimate how similar texts are."""

from __future__ import annotations

import zlib
from collections.abc import Iterable

SKETCH_SIZE = 4
"""The number of checksums in a sketch (judged).

It is enough to ask an author whether two texts are the same item, and not enough to decide it."""


def sketch(texts: Iterable[str]) -> str:
    """Return the bottom-k sketch of the words in `texts`, with k = `SKETCH_SIZE`.

    It has four hexadecimal digits for each of the k smallest checksums of the words (MinHash:
    Broder, On the resemblance and containment of documents, 1997).
    """
    words = " ".join(texts).casefold().split()
    smallest = sorted({zlib.crc32(word.encode()) & 0xFFFF for word in words})[:SKETCH_SIZE]
    return "".join([f"{checksum:04x}" for checksum in smallest])


def are_similar(first: str, second: str) -> bool:
    """Return whether the sketches `first` and `second` share enough checksums to be similar.

    They must share all checksums but one of the shorter sketch, and at least one (judged).
    """
    codes = [{text[i : i + 4] for i in range(0, len(text), 4)} for text in (first, second)]
    return len(codes[0] & codes[1]) >= max(1, min(map(len, codes)) - 1)
