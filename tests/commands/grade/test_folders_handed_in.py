"""A folder of what pupils have handed in: everything in it is read, or named."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import write_project
from support.commands import run
from support.form_class import BUILT, DECK, hand_in, rows
from support.sent_codes import pages_of, sent

from quizgen import build

QUESTION = "- {id: truth, type: true_false, question: They met twice., answer: false, reference: r}"
PRACTICE = "practice: {name: quiz, key: none}\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_project(tmp_path, QUESTION, deck=DECK.format(more="") + PRACTICE)
    build(tmp_path, built=BUILT)
    (tmp_path / "handed-in" / "more").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def code(root: Path, name: str) -> str:
    [page] = pages_of(root)
    return sent(page, name, [(False, True)])


def test_codes_in_a_folder_count_beside_forms(project: Path) -> None:
    hand_in(project, "handed-in/a.pdf", "A", "Ada", {})
    (project / "handed-in/codes.txt").write_text(code(project, "Max"), encoding="utf-8")
    mail = f"Subject: my code\n\n{code(project, 'Emmy')}\n"
    (project / "handed-in/more/emmy.eml").write_text(mail, encoding="utf-8")
    (project / "handed-in/class.csv").write_text("id,name\n7,Ada\n", encoding="utf-8")
    (project / "handed-in/.DS_Store").write_bytes(b"x")
    (project / "handed-in/Thumbs.db").write_bytes(b"x")
    roster = "handed-in/class.csv"
    assert run("grade", "handed-in", "--out", "results", "--roster", roster) == 0
    assert sorted(row["name"] for row in rows(project)) == ["Ada", "Emmy", "Max"]


def test_files_that_nobody_reads_are_named(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hand_in(project, "handed-in/a.pdf", "A", "Ada", {})
    names = "emmy.docx", "more/z.zip"
    for name in names:
        (project / "handed-in" / name).write_bytes(b"PK")
    (project / "handed-in/max.eml").write_text("Subject: Hello\n\nHere it is.\n", encoding="utf-8")
    assert run("grade", "handed-in", "--out", "results") == 1
    error = capsys.readouterr().err
    for name in names:
        assert f"handed-in/{name}:1:1: warning[unread-file]" in error
    assert "max.eml:1:1: warning[unreadable-code]" in error
    assert len(rows(project)) == 1
