"""Detect the language of a deck, with the library py3langid if it is installed."""

from __future__ import annotations

import importlib.util
from collections import Counter
from collections.abc import Iterable, Iterator

MIN_LENGTH = 120
"""Bytes of a text of which a language is guessed, twice what is needed: cut to 30 characters, 4 of
40 sentences in 10 languages were taken for a neighbour's by py3langid 0.4.0, of 60 bytes none."""

MAX_TEXTS = 200
"""Texts that are looked at; a deck of thousands of notes says no more."""

AGREEMENT = 3 / 4
"""The share of texts that must be in one language. A list of words in two languages, as decks of
vocabulary are, has none (judged)."""


def can_detect() -> bool:
    """Return whether the library that detects languages is installed."""
    return importlib.util.find_spec("py3langid") is not None


def detect_language(notes: Iterable[str]) -> str:
    """Return the code of the language of most `notes`, plain texts; empty if that is not clear."""
    if not can_detect():
        return ""
    import py3langid

    codes = [str(py3langid.classify(text)[0]) for text in _texts(notes)]
    if not codes:
        return ""
    code, votes = Counter(codes).most_common(1)[0]
    return code if votes >= AGREEMENT * len(codes) else ""


def _texts(notes: Iterable[str]) -> Iterator[str]:
    """Yield `notes` joined to texts that are long enough, the last one at least half as long."""
    count, text = 0, ""
    for note in notes:
        text = f"{text} {note[:1000]}".strip()
        if len(text.encode()) >= MIN_LENGTH:
            yield text
            count, text = count + 1, ""
        if count >= MAX_TEXTS:
            return
    if len(text.encode()) >= MIN_LENGTH / 2:
        yield text
