"""The files of a new project."""

from __future__ import annotations

from importlib.resources import files
from pathlib import PurePosixPath

from quizgen.readers.question_types import QUESTION_TYPES

_TEMPLATES = {
    "README.md": "README.md",
    "question_bank/my-bank/bank.yaml": "bank.yaml",
    "question_bank/my-bank/passage.md": "passage.md",
    "question_bank/my-bank/reading.yaml": "reading.yaml",
    "decks/my-deck.yaml": "deck.yaml",
}


def project_files() -> dict[PurePosixPath, str]:
    """Path and text of each file; ``examples.yaml`` holds the example of every question type."""
    folder = files(__package__)
    made = {
        PurePosixPath(path): folder.joinpath(name).read_text(encoding="utf-8")
        for path, name in _TEMPLATES.items()
    }
    head = folder.joinpath("examples.yaml").read_text(encoding="utf-8")
    entries = "\n".join(f"# {t.name}: {t.doc}\n{t.example}" for t in QUESTION_TYPES)
    made[PurePosixPath("question_bank/my-bank/examples.yaml")] = head + entries
    return made
