"""Font files that a deck file names."""

from __future__ import annotations

from pathlib import Path

import pytest

from quizgen.model.assessment import DeckFile
from quizgen.model.diagnostics import Report
from quizgen.model.source import Source
from quizgen.readers.deck_file import read_deck_file
from quizgen.readers.shapes import Reading
from quizgen.writers import PART_KEYS

TRUETYPE = b"\0\1\0\0rest of the file"


def read(folder: Path, fonts: str) -> tuple[DeckFile | None, Report]:
    text = f"bank: b\nanki: {{deck: D}}\nfonts: {fonts}\n"
    report = Report()
    return read_deck_file(Source(folder / "deck.yaml", text), PART_KEYS, Reading(report)), report


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "decks").mkdir()
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "Nanum.ttf").write_bytes(TRUETYPE)
    (tmp_path / "fonts" / "web.woff2").write_bytes(b"wOF2rest")
    return tmp_path / "decks"


@pytest.mark.parametrize("written", ["../fonts/Nanum.ttf", "[../fonts/Nanum.ttf]"])
def test_paths_begin_at_the_deck_files_folder(folder: Path, written: str) -> None:
    deck, report = read(folder, written)
    assert report.diagnostics == []
    assert deck
    assert [font.content for font in deck.fonts] == [TRUETYPE]


@pytest.mark.parametrize(
    ("written", "name", "column"),
    [
        ("[../fonts/Nanum.ttf, ../fonts/Gothic.ttf]", "missing-font", 29),
        ("fonts/Nanum.ttf", "missing-font", 8),
        ("../fonts", "missing-font", 8),
        ("../fonts/web.woff2", "unusable-font", 8),
        ("deck.yaml", "missing-font", 8),
    ],
)
def test_what_is_no_font_is_told_where_it_is_named(
    folder: Path, written: str, name: str, column: int
) -> None:
    _, report = read(folder, written)
    assert [(d.name, d.span.line, d.span.column) for d in report.diagnostics] == [(name, 3, column)]
    assert report.diagnostics[0].help
