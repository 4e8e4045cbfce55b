"""The files of a new project."""

from __future__ import annotations

from importlib.resources import files
from pathlib import PurePosixPath
from typing import NamedTuple

from quizgen.readers.question_types import QUESTION_TYPES
from quizgen.schema import modeline, schema_files

_BANK = PurePosixPath("question_bank/my-bank")


class _Template(NamedTuple):
    """A file to write: where, from which file of this folder, and the schema it follows."""

    path: PurePosixPath
    name: str
    schema: str | None = None


_TEMPLATES = (
    _Template(PurePosixPath("README.md"), "README.md"),
    _Template(_BANK / "bank.yaml", "bank.yaml", "bank"),
    _Template(_BANK / "passage.md", "passage.md"),
    _Template(_BANK / "reading.yaml", "reading.yaml", "topic"),
    _Template(_BANK / "examples.yaml", "examples.yaml", "topic"),
    _Template(PurePosixPath("decks/my-deck.yaml"), "deck.yaml", "deck"),
)


def project_files() -> dict[PurePosixPath, str]:
    """Path and text of each file; ``examples.yaml`` holds the example of every question type."""
    made = {template.path: _text(template) for template in _TEMPLATES}
    made[_BANK / "examples.yaml"] += "\n".join(
        f"# {t.name}: {t.doc}\n{t.example}" for t in QUESTION_TYPES
    )
    return {**made, **schema_files()}


def _text(template: _Template) -> str:
    head = modeline(template.path, template.schema) if template.schema else ""
    return head + files(__package__).joinpath(template.name).read_text(encoding="utf-8")
