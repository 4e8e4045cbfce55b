"""The files of a new project."""

from __future__ import annotations

import unicodedata
from importlib.resources import files
from pathlib import PurePosixPath

from quizgen.readers.item_keys import NAME
from quizgen.readers.question_types import QUESTION_TYPES

_TEMPLATES = {
    "README.md": "README.md",
    "question_bank/my-bank/bank.yaml": "bank.yaml",
    "question_bank/my-bank/passage.md": "passage.md",
    "question_bank/my-bank/reading.yaml": "reading.yaml",
    "decks/my-deck.yaml": "deck.yaml",
}


LONGEST_ID = 50
"""Characters of a name (`quizgen.readers.item_keys.NAME`)."""

ID_PLACE = "BANK-ID"
"""Where ``bank.yaml`` gets the bank's id: one of its own, or two projects' cards would be one."""


def project_files(name: str) -> dict[PurePosixPath, str]:
    """Path and text of each file of a project called `name`, from which the bank has its id.

    ``examples.yaml`` holds the example of every question type.
    """
    folder = files(__package__)
    made = {
        PurePosixPath(path): folder.joinpath(template)
        .read_text(encoding="utf-8")
        .replace(ID_PLACE, safe_id(name))
        for path, template in _TEMPLATES.items()
    }
    head = folder.joinpath("examples.yaml").read_text(encoding="utf-8")
    entries = "\n".join(f"# {t.name}: {t.doc}\n{t.example}" for t in QUESTION_TYPES)
    made[PurePosixPath("question_bank/my-bank/examples.yaml")] = head + entries
    return made


def safe_id(name: str) -> str:
    """`name` as an id: what an id cannot hold becomes a hyphen. ``my-bank`` where nothing is left.

    >>> safe_id("Class 9: bees!")
    'Class-9-bees'
    """
    composed = unicodedata.normalize("NFC", name)
    kept = "".join(c if NAME.accepts(f"x{c}") else " " for c in composed)
    word = "-".join(kept.split())[:LONGEST_ID].strip("-._")
    return word if NAME.accepts(word) else "my-bank"
