"""``quizgen build`` with forms: which files there are afterwards, and which are gone."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest
from support import CHOICE, told, write_project
from support.commands import run

from quizgen.commands.build.build import build
from quizgen.commands.workspace import Workspace

DECK = """
bank: talks
worksheets:
- name: sheet
  title: The talks
  forms: {forms}
  sections:
  - {{title: All of it, topics: [people]}}
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = write_project(tmp_path, deck=DECK.format(forms=2))
    monkeypatch.chdir(root)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    return root


def ask_for(root: Path, forms: object) -> None:
    write_project(root, deck=DECK.format(forms=forms))


def written(root: Path) -> str:
    """The names of the PDF files without ``.pdf``, sorted."""
    return " ".join(sorted(path.stem for path in (root / "dist").rglob("*.pdf")))


def test_each_form_has_a_sheet_and_a_key_and_all_have_one_together(project: Path) -> None:
    assert run("build") == 0
    assert written(project) == "sheet-A sheet-A-key sheet-B sheet-B-key sheet-key"


def test_forms_no_longer_asked_for_are_removed(project: Path) -> None:
    for forms, names in (
        (3, "sheet-A sheet-A-key sheet-B sheet-B-key sheet-C sheet-C-key sheet-key"),
        (1, "sheet sheet-key"),
        (2, "sheet-A sheet-A-key sheet-B sheet-B-key sheet-key"),
    ):
        ask_for(project, forms)
        assert run("build") == 0
        assert written(project) == names


def test_the_result_names_what_was_removed(project: Path) -> None:
    build(project, built=0)
    ask_for(project, 1)
    removed = build(project, built=0).removed
    assert {path.stem for path in removed} == {"sheet-A", "sheet-A-key", "sheet-B", "sheet-B-key"}
    assert build(project, built=0).removed == ()


def test_what_quizgen_did_not_write_or_someone_changed_is_left(project: Path) -> None:
    run("build")
    folder = project / "dist" / "talks"
    with pikepdf.open(folder / "sheet-A.pdf") as pdf:
        noted = io.BytesIO()
        pdf.docinfo["/Subject"] = "marked by hand"
        pdf.save(noted)
    (folder / "sheet-A.pdf").write_bytes(noted.getvalue())
    with (folder / "sheet-A-key.pdf").open("ab") as file:
        file.write(b"% a note, added as PDF readers do\n")
    (folder / "sheet-C.pdf").write_bytes(b"the teacher's own")
    (folder / "sheet-D.pdf").mkdir()
    ask_for(project, 1)
    assert run("build") == 0
    assert written(project) == "sheet sheet-A sheet-A-key sheet-C sheet-D sheet-key"
    assert (folder / "sheet-C.pdf").read_bytes() == b"the teacher's own"


@pytest.mark.parametrize("other", ["sheet-A", "sheet-c"])
def test_another_worksheet_s_file_is_not_taken_for_a_form(project: Path, other: str) -> None:
    both = DECK.format(forms=1) + f"- {{name: {other}, title: T, sections: [{{title: S}}]}}\n"
    write_project(project, deck=both)
    for _ in range(2):
        assert run("build") == 0
        assert set(written(project).split()) == {"sheet", "sheet-key", other, f"{other}-key"}


@pytest.mark.parametrize(
    ("forms", "name", "clash"),
    [
        (2, "sheet-B", True),
        (2, "SHEET-b", True),
        (2, "sheet-A-key", True),
        (2, "sheet-key", True),
        (2, "Sheet", True),  # its key is called as that of both forms
        (1, "sheet-key", True),
        (1, "sheet-B", False),
        (2, "sheet-C", False),
    ],
)
def test_two_worksheets_may_not_write_one_file(
    project: Path, forms: int, name: str, clash: bool
) -> None:
    both = DECK.format(forms=forms) + f"- {{name: {name}, title: T, sections: [{{title: S}}]}}\n"
    write_project(project, deck=both)
    workspace = Workspace()
    workspace.assessment(project / "decks" / "talks.yaml")
    assert told(workspace.diagnostics) == ["duplicate-worksheet@8:10"] * clash


@pytest.mark.parametrize("forms", ["27", "0", "two", "-1", "1.5"])
def test_a_number_of_forms_that_cannot_be(
    project: Path, forms: str, capsys: pytest.CaptureFixture[str]
) -> None:
    ask_for(project, forms)
    assert run("check", "--format", "concise") == 1
    said = f"decks/talks.yaml:5:10: error[bad-number] {forms!r} is not a whole number from 1 to 26"
    assert said in capsys.readouterr().out
    assert run("build", "--forms", forms) == 2


def test_a_seed_is_one_word(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for seed, code in (("7", 0), ("autumn-2024", 0), ("two words", 1), ("[a]", 1)):
        ask_for(project, f"2\n  seed: {seed}")
        assert run("check") == code
    assert "is not a seed" in capsys.readouterr().out


def test_the_command_line_has_the_last_word(project: Path) -> None:
    assert run("build", "--forms", "1") == 0
    assert written(project) == "sheet sheet-key"
    run("build", "--forms", "3", "--seed", "spring")
    assert written(project).split() == [
        "sheet",  # what the deck file asks for stays
        *("sheet-A", "sheet-A-key", "sheet-B", "sheet-B-key", "sheet-C", "sheet-C-key"),
        "sheet-key",
    ]
    spring = (project / "dist/talks/sheet-B.pdf").read_bytes()
    run("build", "--forms", "3", "--seed", "autumn")
    assert (project / "dist/talks/sheet-B.pdf").read_bytes() != spring
    ask_for(project, "3\n  seed: spring")
    run("build")
    assert (project / "dist/talks/sheet-B.pdf").read_bytes() == spring


def test_forms_change_nothing_in_anki(project: Path) -> None:
    deck = DECK + "anki: {{deck: Talks}}\n"
    made = []
    for forms in (1, 4):
        write_project(project, CHOICE, deck=deck.format(forms=f"{forms}\n  seed: s{forms}"))
        run("build")
        made.append(
            (
                (project / "dist/talks/talks.apkg").read_bytes(),
                (project / "decks/talks.ledger").read_bytes(),
            )
        )
    assert made[0] == made[1]
