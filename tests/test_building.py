"""A whole build: which fonts it takes, and when it is remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import CHOICE, write_project

import quizgen
from quizgen.font_files import machine_font_files
from quizgen.freshness import is_unchanged, request
from quizgen.project import Project

DECK = """\
bank: talks
fonts: ../fonts/Nanum.ttf
worksheets:
- {name: w, title: 보좌관, sections: [{title: A}]}
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A worksheet with a Korean title, and the deck file's font for it."""
    nanum = [path for path in machine_font_files() if path.name == "NanumMyeongjoBold.ttf"]
    if not nanum:
        pytest.skip("no Nanum Myeongjo; .ci/run installs it")
    write_project(tmp_path, CHOICE, deck=DECK)
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "Nanum.ttf").write_bytes(nanum[0].read_bytes())
    return tmp_path


def test_a_font_of_the_deck_file_is_part_of_what_a_build_depends_on(project: Path) -> None:
    result = quizgen.build(project, built=1)
    assert result.diagnostics == ()
    assert is_unchanged(Project(project), request((), None))
    font = project / "fonts" / "Nanum.ttf"
    font.write_bytes(font.read_bytes() + b"x")
    assert not is_unchanged(Project(project), request((), None))


def test_a_build_that_took_a_font_of_the_machine_is_done_again(project: Path) -> None:
    deck = project / "decks" / "talks.yaml"
    deck.write_text(deck.read_text().replace("fonts: ../fonts/Nanum.ttf\n", ""))
    result = quizgen.build(project, built=1)
    assert result.diagnostics == ()
    assert not is_unchanged(Project(project), request((), None))
