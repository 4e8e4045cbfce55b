"""No field of an interaction is dropped unnoticed: it is used, lost, or declared."""

from __future__ import annotations

import dataclasses
import io
from pathlib import Path
from typing import Any, get_args

import pdfplumber
import pytest
from support import DECK, write_project
from support.entries import cards_alone
from support.field_cases import CASES
from support.packages import read

from quizgen.commands.workspace import Workspace
from quizgen.model.diagnostics import Report
from quizgen.model.item import Criterion, Event, Interaction, Option, Proof
from quizgen.model.text.gap_parts import Gap
from quizgen.writers import WRITERS, Artifact, Context, Writer
from quizgen.writers.exporting.formats import FORMATS

REQUESTS = {
    "anki": "anki: {deck: Talks}",
    "pdf": DECK[DECK.index("worksheets:") :].replace("  sections:", "  hints: below\n  sections:"),
    "practice": "practice: {title: Talks}",
    "exporting": f"exports: [{', '.join(f'{{format: {one.name}}}' for one in FORMATS)}]",
}
"""Writer → what asks for its files in a deck file."""
FOOT = 60
"""Height of a page's foot, which holds a digest, in points."""
FIELDS = {
    f"{kind.__name__}.{name}"
    for kind in (*get_args(Interaction), Option, Event, Proof, Criterion, Gap)
    for name in (
        [field.name for field in dataclasses.fields(kind)]
        if dataclasses.is_dataclass(kind)
        else kind._fields
    )
}


def artifacts(root: Path, entry: str, writer: Writer) -> list[Artifact]:
    write_project(root, f"{entry}  reference: r\n", deck=f"bank: talks\n{REQUESTS[writer.name]}")
    workspace = Workspace()
    assessment = workspace.assessment(root / "decks" / "talks.yaml")
    assert assessment is not None, [d.message for d in workspace.diagnostics]
    return list(writer.write(assessment, Context(0, Report())))


def visible(artifact: Artifact, folder: Path) -> Any:
    """What a reader of the file sees, without digests and times; None for no file."""
    content = artifact.content
    if content is None:
        return None
    match artifact.path.suffix:
        case ".apkg":
            path = folder / artifact.path.name
            path.write_bytes(content)
            return [(note.fields, note.tags) for note in cards_alone(read(path)).notes]
        case ".pdf":
            return drawn_on(content)
        case ".ledger":
            return None
        case _:
            return content


def drawn_on(content: bytes) -> list[Any]:
    """Letters, rules and shapes of a PDF file with their places, but for the line at the foot."""
    with pdfplumber.open(io.BytesIO(content)) as document:
        return [
            (number, round(o["x0"]), round(o["top"]), round(o["x1"]), o.get("text"))
            for number, page in enumerate(document.pages)
            for kind in (page.chars, page.lines, page.rects, page.curves)
            for o in kind
            if o["bottom"] < page.height - FOOT
        ]


def test_every_field_has_a_case() -> None:
    assert set(CASES) == FIELDS


@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.name)
def test_a_writer_declares_only_fields_that_there_are(writer: Writer) -> None:
    assert set(writer.unused) <= FIELDS
    assert all(
        reason[0].islower() and not reason.endswith(".") for reason in writer.unused.values()
    )


CHANGES_MORE = {("exporting", "Numeric.decimal_sign")}
"""Cases that change the number as well, which a file shows. `exporting/` changes the sign alone."""


@pytest.mark.parametrize("field", sorted(CASES))
@pytest.mark.parametrize("writer", WRITERS, ids=lambda writer: writer.name)
def test_a_field_is_used_or_its_loss_reported(writer: Writer, field: str, tmp_path: Path) -> None:
    before, after = (
        artifacts(tmp_path / name, entry, writer)
        for name, entry in zip("ab", CASES[field], strict=True)
    )
    seen = [[visible(a, tmp_path) for a in side] for side in (before, after)]
    is_used = seen[0] != seen[1]
    lost = [{str(loss) for a in side for loss in a.losses} for side in (before, after)]
    assert (is_used or lost[0] != lost[1]) != (
        field in writer.unused and (writer.name, field) not in CHANGES_MORE
    )
