"""What a format cannot say is told where the item stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import pytest
from support import CHOICE, write_project
from support.building import reported

from quizgen.commands.build import render
from quizgen.commands.build.build import BuildResult, build
from quizgen.model.assessment import Assessment
from quizgen.model.loss import Loss
from quizgen.writers import Artifact, Context, Writer, anki


def _build(root: Path, monkeypatch: pytest.MonkeyPatch, *, strict: bool = False) -> BuildResult:
    def artifacts(assessment: Assessment, context: Context) -> Iterator[Artifact]:
        losses = tuple(
            Loss(item.id, "the picture", "text files have none") for item in assessment.bank.items
        )
        yield Artifact(PurePosixPath("talks.txt"), b"talks", losses=losses)

    monkeypatch.setattr(render, "WRITERS", (Writer("text", artifacts, anki.WRITER.parts),))
    return build(root, built=1, strict=strict)


def test_a_loss_is_told_at_every_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_project(tmp_path)
    message = "in talks.txt, the picture is lost: text files have none"
    for _ in range(2):
        result = _build(tmp_path, monkeypatch)
        losses = [found for found in reported(result) if found[0] == "export-loss"]
        assert losses == [("export-loss", "people.yaml", 3, message)]


def test_a_strict_build_with_a_loss_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _build(write_project(tmp_path), monkeypatch, strict=True).files == ()


GAP = "- {id: gap, type: cloze, text: 'A {{c1::**b**}}', speak: true, reference: r}\n"


def test_a_document_of_word_is_rendered_only_where_it_changes(tmp_path: Path) -> None:
    """What it loses is told at every build nevertheless."""
    deck = "bank: talks\nexports: {format: docx}\n"
    root = write_project(tmp_path, f"{CHOICE}{GAP}", deck=deck)
    rendered: list[list[str]] = []
    told = []
    topic = root / "question_bank/talks/people.yaml"
    for place in ("city", "city", "town"):
        topic.write_text(topic.read_text().replace("In which city", f"In which {place}"))
        paths: list[str] = []
        result = build(root, built=1, progress=paths.append)
        rendered.append(sorted(Path(p).name for p in paths if p.endswith(".docx")))
        told.append([found[3] for found in reported(result) if found[0] == "export-loss"])
    both = ["docx-key.docx", "docx.docx"]
    assert rendered[0] == rendered[2] == both
    assert rendered[1] == []
    assert told[0] == told[1]
    assert any("the speech" in message for message in told[1])
