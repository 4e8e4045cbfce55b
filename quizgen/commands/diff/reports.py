"""What `diff` finds, for people and for programs."""

from __future__ import annotations

from quizgen.commands.diff.compare import Difference, Kind
from quizgen.reporting.concise import printable

SIGNS = {Kind.NEW: "+", Kind.CHANGED: "~", Kind.RETIRED: "-"}


def as_text(difference: Difference) -> str:
    """Return `difference` for people: a line of counts, then each note that is not the same."""
    counts = ", ".join(f"{difference.count(kind)} {kind.value}" for kind in Kind)
    lines = [f"{difference.deck}: {counts}"]
    for note in difference.notes:
        if note.kind is Kind.UNCHANGED:
            continue
        lines.append(f"{SIGNS[note.kind]} {note.note} ({note.note_type})")
        for change in note.fields:
            if note.kind is Kind.CHANGED:
                lines.append(f"    {change.field}: {change.before}")
                lines.append(f"    {' ' * len(change.field)}→ {change.after}")
            else:
                lines.append(f"    {change.field}: {change.after or change.before}")
    return "".join([f"{printable(line)}\n" for line in lines])


def as_object(difference: Difference) -> dict[str, object]:
    """Return `difference` for programs. Unchanged notes are counted, not listed."""
    return {
        "deck": difference.deck,
        "against": difference.against,
        "counts": {kind.value: difference.count(kind) for kind in Kind},
        "notes": [
            {
                "kind": note.kind.value,
                "note": note.note,
                "note_type": note.note_type,
                "fields": [change._asdict() for change in note.fields],
            }
            for note in difference.notes
            if note.kind is not Kind.UNCHANGED
        ],
    }
