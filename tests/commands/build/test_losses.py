"""What a format cannot say is told where the item stands."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest
from support import write_project
from support.building import reported

from quizgen.commands.build import render
from quizgen.commands.build.build import BuildResult, build
from quizgen.model.assessment import Assessment
from quizgen.model.loss import Loss
from quizgen.writers import Artifact, Context


def _build(root: Path, monkeypatch: pytest.MonkeyPatch, *, strict: bool = False) -> BuildResult:
    def artifacts(assessment: Assessment, context: Context) -> list[Artifact]:
        losses = tuple(
            Loss(item.id, "the picture", "text files have none") for item in assessment.bank.items
        )
        return [Artifact(PurePosixPath("talks.txt"), b"talks", losses=losses)]

    monkeypatch.setattr(render, "render_artifacts", artifacts)
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
