"""The files of a new project."""

from __future__ import annotations

import unicodedata
from importlib.resources import files
from pathlib import PurePosixPath
from typing import NamedTuple

from quizgen.commands.schema import modeline, schema_files
from quizgen.readers.item_keys import NAME
from quizgen.readers.question_types import QUESTION_TYPES

_BANK = PurePosixPath("question_bank/my-bank")


class _FileTemplate(NamedTuple):
    """A file to write: where, from which file of this folder, and the schema it follows."""

    path: PurePosixPath
    name: str
    schema: str | None = None


_TEMPLATES = (
    _FileTemplate(PurePosixPath("README.md"), "README.md"),
    _FileTemplate(PurePosixPath(".gitattributes"), "gitattributes"),
    _FileTemplate(PurePosixPath(".gitignore"), "gitignore"),
    _FileTemplate(_BANK / "bank.yaml", "bank.yaml", "bank"),
    _FileTemplate(_BANK / "passage.md", "passage.md"),
    _FileTemplate(_BANK / "reading.yaml", "reading.yaml", "topic"),
    _FileTemplate(_BANK / "examples.yaml", "examples.yaml", "topic"),
    _FileTemplate(PurePosixPath("decks/my-deck.yaml"), "deck.yaml", "deck"),
)


MAX_ID_LENGTH = 50
"""Characters of a name (`quizgen.readers.item_keys.NAME`)."""

ID_PLACE = "BANK-ID"
"""Where ``bank.yaml`` gets the bank's id: one of its own, or two projects' cards would be one."""


def project_files(name: str) -> dict[PurePosixPath, str]:
    """Return the path and text of each file of a new project, whose bank has its id from `name`.

    ``examples.yaml`` holds the example of every question type.
    """
    texts = {template.path: _text(template, safe_id(name)) for template in _TEMPLATES}
    texts[_BANK / "examples.yaml"] += "\n".join(
        f"# {t.name}: {t.doc}\n{t.example}" for t in QUESTION_TYPES
    )
    return {**texts, **schema_files()}


def _text(template: _FileTemplate, bank: str) -> str:
    head = modeline(template.path, template.schema) if template.schema else ""
    text = files(__package__).joinpath(template.name).read_text(encoding="utf-8")
    return head + text.replace(ID_PLACE, bank)


def safe_id(name: str) -> str:
    """Return `name` as an id, with hyphens for what an id cannot hold; ``my-bank`` if none is left.

    >>> safe_id("Class 9: bees!")
    'Class-9-bees'
    """
    composed = unicodedata.normalize("NFC", name)
    accepted = "".join(c if NAME.accepts(f"x{c}") else " " for c in composed)
    word = "-".join(accepted.split())[:MAX_ID_LENGTH].strip("-._")
    return word if NAME.accepts(word) else "my-bank"
