"""A project of a school that hands out a deck now and then."""

from __future__ import annotations

from pathlib import Path

from quizgen import build
from support import write_project

FIRST = 1_700_000_000
ANKI = "bank: talks\nanki: {deck: Talks}\n"


class School:
    """A project that is built now and then, a minute after the last time."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.built = FIRST

    def write(self, questions: str) -> None:
        deck = self.root / "decks/talks.yaml"
        there = deck.exists() or not (self.root / "decks").exists()
        write_project(self.root, questions, deck=ANKI)
        if not there:
            deck.unlink()

    def deck(self, name: str, text: str = ANKI) -> None:
        (self.root / "decks" / f"{name}.yaml").write_text(text, encoding="utf-8")

    def build(self, *decks: str, resend: tuple[str, ...] = ()) -> None:
        self.built += 60
        result = build(self.root, decks, built=self.built, resend=resend)
        assert result.files or result.up_to_date, result.diagnostics

    def package(self, name: str, *, update: bool = False) -> Path:
        return self.root / "dist" / name / f"{name}{'-update' * update}.apkg"
