"""A mistake in another bank stops no build, whatever this bank's history needs of it."""

from __future__ import annotations

import shutil
from pathlib import Path

from support import write_project
from support.packages import read

import quizgen

QUESTIONS = "".join(
    f"- {{id: q{n}, type: flashcard, front: f{n}, back: b, reference: r}}\n" for n in range(3)
)
DECK = "bank: talks\nanki: {deck: Talks}\n"


def test_a_removed_question_is_kept_while_another_bank_cannot_be_read(tmp_path: Path) -> None:
    """It may have been moved there: once that bank is right again, the question retires."""
    root = write_project(tmp_path, QUESTIONS, deck=DECK)
    other = root / "question_bank/other"
    shutil.copytree(root / "question_bank/talks", other)
    (other / "bank.yaml").write_text("id: other\ntitle: Other\n")
    whole = QUESTIONS.replace("q", "z")
    (other / "people.yaml").write_text(f"topic: people\nquestions:\n{whole}")
    assert not quizgen.build(root, built=1).diagnostics
    (other / "people.yaml").write_text("topic: people\nquestions:\n- {id: a, type: nonsense}\n")
    fewer = "".join(QUESTIONS.splitlines(keepends=True)[:2])
    write_project(tmp_path, fewer, deck=DECK)
    result = quizgen.build(root, ["talks"] if (root / "decks/talks.yaml").exists() else (), built=2)
    assert [d.name for d in result.diagnostics if d.severity.value == "error"] == []
    assert not list((root / "dist").rglob("*-update.apkg"))
    (other / "people.yaml").write_text(f"topic: people\nquestions:\n{whole}")
    quizgen.build(root, built=3)
    (update,) = (root / "dist").rglob("*-update.apkg")
    assert len(read(update).notes) == 3
