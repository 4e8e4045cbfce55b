"""JSON Schemas of the files an author writes, for completion and hovers in an editor.

They are drawn from what the readers declare, so they cannot say anything else. Draft 7 is
what every editor with schemas understands.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import PurePosixPath

from quizgen.commands.schema.files import bank_schema, deck_schema, topic_schema
from quizgen.commands.schema.shapes import JsonSchema

SCHEMAS: Mapping[str, Callable[[], JsonSchema]] = {
    "bank": bank_schema,
    "topic": topic_schema,
    "deck": deck_schema,
}
"""For each kind of file, what makes its schema."""

FOLDER = PurePosixPath(".quizgen")
"""Where a project keeps its schemas, so that an editor finds them without a network."""


def schema_text(name: str) -> str:
    """Return the schema called `name` as a JSON file."""
    return json.dumps(SCHEMAS[name](), ensure_ascii=False, indent=2) + "\n"


def schema_files() -> dict[PurePosixPath, str]:
    """Return the path in a project and the text of each schema."""
    return {FOLDER / f"{name}.schema.json": schema_text(name) for name in SCHEMAS}


def modeline(path: PurePosixPath, name: str) -> str:
    """Return the first line of the YAML file at `path` in a project, which names its schema."""
    up = "../" * (len(path.parts) - 1)
    return f"# yaml-language-server: $schema={up}{FOLDER}/{name}.schema.json\n"


__all__ = ["FOLDER", "SCHEMAS", "modeline", "schema_files", "schema_text"]
