"""A bank's facts for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.commands.stats.facts import BankFacts
from quizgen.commands.stats.positions import KeyPositions
from quizgen.commands.stats.reading_level import ReadingLevel
from quizgen.reporting.text_width import align_columns

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def as_text(facts: BankFacts) -> str:
    """Format `facts`, a short table for each question an author may have."""
    parts = [
        [f"{facts.bank}: {facts.items} items, {facts.points} points"],
        *(_counts(facts, what) for what in ("topic", "type", "difficulty")),
        _passage(facts),
        _positions(facts.positions),
    ]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _counts(facts: BankFacts, what: str) -> list[str]:
    """Format the numbers of items by `what`, each with its percentage."""
    counts = facts.counts_by(what)
    rows = [(name, str(n), f"{100 * n / facts.items:.0f} %") for name, n in counts.items()]
    return align_columns([(what.upper(), "ITEMS", "PART"), *rows])


def _passage(facts: BankFacts) -> list[str]:
    if not facts.paragraphs:
        return []
    rows = [
        (str(p.number or "–"), str(len(p.items) or "none"), p.opening) for p in facts.paragraphs
    ]
    return [
        *align_columns([("PARAGRAPH", "ITEMS", "BEGINS"), *rows]),
        *(_reading(facts.reading) if facts.reading else ()),
    ]


def _reading(level: ReadingLevel) -> Iterator[str]:
    yield f"{level.words} words in {level.sentences} sentences; LIX {level.lix:g}"
    if level.ease is not None:
        grade = "" if level.grade is None else f"; grade {level.grade:g} (Flesch-Kincaid)"
        yield f"reading ease {level.ease:g} (Flesch){grade}"


def _positions(positions: Sequence[KeyPositions]) -> list[str]:
    """Format how often each letter is the key, and how often chance would make it so."""
    most = max((len(key_positions.counts) for key_positions in positions), default=0)
    if not most:
        return []
    rows = [
        (key_positions.where, *(_share(key_positions, i) for i in range(most)))
        for key_positions in positions
        if key_positions.counts
    ]
    return align_columns([("KEYS AT (BY CHANCE)", *LETTERS[:most]), *rows])


def _share(positions: KeyPositions, place: int) -> str:
    if place >= len(positions.counts):
        return ""
    return f"{positions.counts[place]} ({positions.expected[place]:.1f})"
