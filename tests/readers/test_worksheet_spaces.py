"""``compact``, ``size``, ``margin``, ``item_gap``, ``points`` and ``new_page`` of a worksheet."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import CHOICE, DECK, write_bank

from quizgen import build
from quizgen.commands.build.build import BuildResult

OWN = ["compact: true", "size: 9", "margin: 15", "item_gap: 4"]


def made(folder: Path, worksheet: str, section: str = "") -> BuildResult:
    write_bank(folder, CHOICE + CHOICE.replace("host-city", "other-city"))
    (folder / "decks").mkdir(exist_ok=True)
    deck = DECK.replace("  title: The talks\n", f"  title: The talks\n  {worksheet}\n")
    deck = deck.replace("topics: [people]", f"topics: [people]{section}")
    (folder / "decks" / "talks.yaml").write_text(deck)
    return build(folder, built=1)


def names(result: BuildResult) -> set[str]:
    return {one.name for one in result.diagnostics if one.severity.value != "advice"}


def sheet(folder: Path) -> bytes:
    [path] = (folder / "dist").rglob("sheet.pdf")
    return path.read_bytes()


@pytest.mark.parametrize("key", [*OWN, "points: hidden"])
def test_a_worksheet_may_say_how_it_is_set(tmp_path: Path, key: str) -> None:
    made(tmp_path, "columns: 1")
    usual = sheet(tmp_path)
    found = names(made(tmp_path, key))
    assert not found & {"unknown-key", "bad-word", "bad-number", "other-edition"}
    assert sheet(tmp_path) != usual


def test_a_section_may_begin_on_a_page_of_its_own(tmp_path: Path) -> None:
    made(tmp_path, "columns: 1", ", new_page: false")
    usual = sheet(tmp_path)
    assert "unknown-key" not in names(made(tmp_path, "columns: 1", ", new_page: true"))
    assert sheet(tmp_path) != usual


@pytest.mark.parametrize("key", OWN)
def test_what_only_the_standard_edition_does_is_told_where_there_is_none(
    tmp_path: Path, key: str
) -> None:
    assert "other-edition" in names(made(tmp_path, f"{key}\n  editions: [large-print, dyslexia]"))
    assert "other-edition" not in names(made(tmp_path, f"{key}\n  editions: [dyslexia, standard]"))


@pytest.mark.parametrize(
    "key", ["size: 8", "size: 15", "margin: 5", "margin: 60", "item_gap: -1", "points: 3"]
)
def test_what_no_sheet_can_be_is_an_error(tmp_path: Path, key: str) -> None:
    assert names(made(tmp_path, key)) & {"bad-number", "bad-word"}
