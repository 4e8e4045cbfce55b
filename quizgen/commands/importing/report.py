"""Report the result of an import, to people and to scripts."""

from __future__ import annotations

from typing import Any

from quizgen.commands.importing.run import ImportResult
from quizgen.commands.importing.unsupported import ImportLoss
from quizgen.reporting.concise import display_path, printable
from quizgen.reporting.json import as_object as diagnostic_object

MAX_EXAMPLES = 3


def as_text(result: ImportResult) -> str:
    """Format `result` for people: counts of questions and notes, and what was lost.

    The text is empty where nothing was written.
    """
    imported = result.imported
    if imported is None or not result.files:
        return ""
    lines = [
        f"made {_count(imported.questions, 'question')} of {_count(imported.notes, 'note')}; "
        f"Anki will know {imported.kept} of the notes again"
    ]
    if imported.generic:
        lines.append(_GENERIC_NOTES.format(count=imported.generic))
    if imported.losses:
        lines += ["", "What could not be carried:"]
    for loss in ImportLoss:
        examples = imported.losses.get(loss, ())
        if examples:
            lines.append(f"  {len(examples)} × {loss.value}")
            lines += [f"      {printable(e)}" for e in dict.fromkeys(examples[:MAX_EXAMPLES])]
            if len(examples) > MAX_EXAMPLES:
                lines.append("      …")
    warnings = len(result.diagnostics) - len(result.errors)
    if warnings:
        lines += ["", f"quizgen check shows {_count(warnings, 'warning')} about the new bank"]
    return "\n".join(lines) + "\n"


_GENERIC_NOTES = (
    "Of another note type than quizgen's: {count}. Pupils who have the old deck keep these cards\n"
    "with their reviews and get no second ones, but corrections reach them only after a step in\n"
    "Anki: see docs/importing.md, “Pupils who have the old deck”."
)


def as_object(result: ImportResult) -> dict[str, Any]:
    """Return `result` as an object for JSON."""
    imported = result.imported
    losses = imported.losses if imported else {}
    return {
        "files": [display_path(path) for path in result.files],
        "notes": imported.notes if imported else 0,
        "questions": imported.questions if imported else 0,
        "kept": imported.kept if imported else 0,
        "foreign": imported.generic if imported else 0,
        "not_carried": [
            {
                "reason": loss.name.lower().replace("_", "-"),
                "message": loss.value,
                "count": len(losses[loss]),
                "examples": list(losses[loss][:MAX_EXAMPLES]),
            }
            for loss in ImportLoss
            if losses.get(loss)
        ],
        "diagnostics": [diagnostic_object(diagnostic) for diagnostic in result.diagnostics],
    }


def _count(number: int, word: str) -> str:
    """Return `number` and `word`, in the plural unless `number` is 1."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
