"""What an earlier build may have left is removed, and what is not there is no output of a build."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from support import write_project

import quizgen
from quizgen.commands.build.left_files import names_there
from quizgen.commands.build.outputs import Remove
from quizgen.commands.build.plan import plan_build
from quizgen.commands.build.render import render_build
from quizgen.commands.build.request import BuildRequest
from quizgen.project.layout import Project

DECK = """\
bank: talks
worksheets:
- {name: sheet, title: One, forms: FORMS, sections: [{title: All, topics: [people]}]}
"""


def removals(root: Path) -> list[str]:
    """The names of the files that a build in `root` would remove."""
    plan = plan_build(BuildRequest(Project(root), built=2))
    outputs = render_build(plan, lambda name: None).outputs
    return [one.path.name for one in outputs if isinstance(one, Remove)]


def test_a_build_looks_for_what_is_there_alone(tmp_path: Path) -> None:
    write_project(tmp_path, deck=DECK.replace("FORMS", "3"))
    assert removals(tmp_path) == []
    quizgen.build(tmp_path, built=1)
    assert removals(tmp_path) == []
    write_project(tmp_path, deck=DECK.replace("FORMS", "2"))
    gone = ["sheet-C-key.pdf", "sheet-C.pdf"]
    assert sorted(removals(tmp_path)) == gone
    assert sorted(path.name for path in quizgen.build(tmp_path, built=2).removed) == gone


@pytest.mark.parametrize("spelling", ["Übung.pdf", "übung.PDF"])
def test_names_count_as_one_that_a_file_system_takes_for_one(tmp_path: Path, spelling: str) -> None:
    (tmp_path / unicodedata.normalize("NFD", spelling)).touch()
    is_there = names_there(tmp_path)
    assert is_there(unicodedata.normalize("NFC", "Übung.pdf"))
    assert not is_there("Uebung.pdf")


def test_in_a_folder_that_cannot_be_listed_anything_may_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not names_there(tmp_path / "none")("a.pdf")

    def refuse(folder: Path) -> list[str]:
        raise PermissionError

    monkeypatch.setattr("os.listdir", refuse)
    assert names_there(tmp_path)("a.pdf")
