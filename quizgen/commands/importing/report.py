"""Report the result of an import, to people and to scripts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from quizgen.commands.importing.imported_bank import ImportedBank
from quizgen.commands.importing.losses import REASONS
from quizgen.commands.importing.run import ImportResult
from quizgen.model.diagnostics import UNREADABLE_FILE
from quizgen.model.loss import Loss
from quizgen.model.source import NOWHERE
from quizgen.reporting.concise import display_path, printable
from quizgen.reporting.json import as_object as diagnostic_object

MAX_EXAMPLES = 3
MAX_EXAMPLE_LENGTH = 60
"""Characters of what was lost, and of a question's stem, in the report for people."""


def as_text(result: ImportResult) -> str:
    """Format `result` for people: counts of questions and notes, and what was lost.

    The text is empty where nothing was written.
    """
    imported = result.imported
    if imported is None or (not result.files and (imported.update is None or result.errors)):
        return ""
    lines = _result_lines(imported)
    if imported.generic:
        lines.append(_GENERIC_NOTES.format(count=imported.generic))
    if imported.losses:
        lines += ["", "What could not be carried:"]
    for loss in REASONS:
        examples = imported.losses.get(loss, ())
        if examples:
            lines.append(f"  {len(examples)} × {loss.value}")
            lines_of_examples = [
                _example(example, result.root) for example in examples[:MAX_EXAMPLES]
            ]
            lines += [f"      {printable(text)}" for text in dict.fromkeys(lines_of_examples)]
            if len(examples) > MAX_EXAMPLES:
                lines.append("      …")
    if any(len(examples) > MAX_EXAMPLES for examples in imported.losses.values()):
        lines.append("`quizgen import --json` tells each of them")
    if result.ignored_rules:
        lines += ["", _RULES.format(names=", ".join(result.ignored_rules))]
    unreadable = sum(d.name == UNREADABLE_FILE for d in result.left_out)
    if unreadable:
        lines += ["", f"{_count(unreadable, 'file')} in the package cannot be read"]
    warnings = len(result.diagnostics) - len(result.errors) - len(result.left_out)
    if warnings:
        lines += ["", f"quizgen check shows {_count(warnings, 'warning')} about the bank"]
    return "\n".join(lines) + "\n"


MAX_IDS = 20
"""Ids of questions in one line of the report for people."""

_RULES = (
    "Some questions break rules that stop a build, and came as they are: {names}. They ignore\n"
    "these with `lint:`; put them right, and take that line out again."
)
_GENERIC_NOTES = (
    "Of another note type than quizgen's: {count}. Pupils who have the old deck keep these cards\n"
    "with their reviews and get no second ones, but corrections reach them only after a step in\n"
    "Anki: see docs/importing.md, “Pupils who have the old deck”."
)


def _result_lines(imported: ImportedBank) -> list[str]:
    """Return the lines that count what was made."""
    update, questions = imported.update, _count(imported.questions, "question")
    if update is None:
        return [
            f"made {questions} of {_count(imported.notes, 'note')}; "
            f"Anki will know {imported.kept} of the notes again"
        ]
    if update.is_first:
        return [f"made {questions} of the {imported.notes} in the file"] if questions else []
    lines = [
        f"the bank {imported.name} has {update.same} of the {_count(imported.notes, 'question')} "
        f"in the file already; {update.added} new, {len(update.changed)} changed"
    ]
    for ids, what in ((update.changed, "changed"), (update.gone, "not in the file, kept")):
        if ids:
            listed = ", ".join(ids[:MAX_IDS]) + (" …" if len(ids) > MAX_IDS else "")
            lines.append(f"  {what}: {printable(listed)}")
    return lines


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
        **_update_object(imported),
        "ignored_rules": list(result.ignored_rules),
        "not_carried": [
            {
                "reason": loss.name.lower().replace("_", "-"),
                "message": loss.value,
                "count": len(losses[loss]),
                "examples": [_example(e, result.root) for e in losses[loss][:MAX_EXAMPLES]],
                "losses": [_loss_object(case, result.root) for case in losses[loss]],
            }
            for loss in REASONS
            if losses.get(loss)
        ],
        "diagnostics": [diagnostic_object(diagnostic) for diagnostic in result.diagnostics],
    }


def _update_object(imported: ImportedBank | None) -> dict[str, Any]:
    """Return what the import of another program's file does to its bank; nothing of a package."""
    if imported is None or imported.update is None:
        return {}
    update = imported.update
    return {
        "in_file": imported.notes,
        "added": update.added,
        "changed": list(update.changed),
        "same": update.same,
        "not_in_file": list(update.gone),
    }


def _example(loss: Loss, root: Path) -> str:
    """Return `loss` on one line: the place of its question, the question, and what was lost."""
    subject, what = _short(loss.item.value), _short(loss.what)
    if loss.item.span is NOWHERE:
        return f"{subject}: {what}" if subject and subject != what else what
    return f"{_place(loss, root)}: {subject}: {what}"


def _place(loss: Loss, root: Path) -> str:
    span = loss.item.span
    return f"{display_path(root / span.source.path)}:{span.line}"


def _short(text: str) -> str:
    if len(text) > MAX_EXAMPLE_LENGTH:
        return f"{text[: MAX_EXAMPLE_LENGTH - 1]}…"
    return text


def _loss_object(loss: Loss, root: Path) -> dict[str, Any]:
    """Return `loss` as an object for JSON; a note that became no question has no place."""
    is_placed = loss.item.span is not NOWHERE
    return {
        "question": loss.item.value,
        "file": display_path(root / loss.item.span.source.path) if is_placed else None,
        "line": loss.item.span.line if is_placed else None,
        "what": loss.what,
    }


def _count(number: int, word: str) -> str:
    """Return `number` and `word`, in the plural unless `number` is 1."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
