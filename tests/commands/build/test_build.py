"""A whole build: which fonts it takes, and when it is remembered."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from support import CHOICE, write_project

from quizgen.cli import main
from quizgen.project.system_fonts import system_font_files

DECK = """\
bank: talks
fonts: ../fonts/Nanum.ttf
worksheets:
- {name: w, title: 보좌관, sections: [{title: A}]}
"""


@pytest.fixture
def fonts() -> list[bytes]:
    """Two fonts with Korean letters."""
    names = "NanumMyeongjoBold.ttf", "NanumGothic.ttf"
    found = [path.read_bytes() for path in system_font_files() if path.name in names]
    if len(found) != len(names):
        pytest.skip("no Nanum fonts; .ci/run installs them")
    return found


@pytest.fixture
def project(tmp_path: Path, fonts: list[bytes], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A worksheet with a Korean title, and the deck file's font for it."""
    write_project(tmp_path, CHOICE, deck=DECK)
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "Nanum.ttf").write_bytes(fonts[0])
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def build(capsys: pytest.CaptureFixture[str]) -> Callable[[], list[str]]:
    """Runs `quizgen build` and gives what it wrote: no file where nothing has changed."""

    def run() -> list[str]:
        with pytest.raises(SystemExit) as ended:
            main(["build", "--json"])
        said = json.loads(capsys.readouterr().out)
        assert (ended.value.code, said["diagnostics"]) == (0, [])
        files: list[str] = said["files"]
        return files

    return run


def test_a_font_of_the_deck_file_is_part_of_what_a_build_depends_on(
    project: Path, fonts: list[bytes], build: Callable[[], list[str]]
) -> None:
    assert len(build()) == 3
    assert build() == []
    (project / "fonts" / "Nanum.ttf").write_bytes(fonts[1])
    assert len(build()) == 3


def test_what_took_a_font_of_the_machine_is_made_again_when_its_fonts_change(
    project: Path,
    fonts: list[bytes],
    build: Callable[[], list[str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    deck, font = project / "decks" / "talks.yaml", project / "fonts" / "Nanum.ttf"
    deck.write_text(deck.read_text().replace("fonts: ../fonts/Nanum.ttf\n", ""))
    monkeypatch.setattr("quizgen.project.system_fonts.system_font_files", lambda: [font])
    assert len(build()) == 3
    assert build() == []
    font.write_bytes(fonts[1])
    assert len(build()) == 3
