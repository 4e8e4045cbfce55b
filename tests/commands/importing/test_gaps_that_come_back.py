"""A bank's cloze keeps its gaps when a file without their numbers comes back into it."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import load_bank, write_bank
from support.brought import bring

from quizgen.model.assessment import Question
from quizgen.model.item import GapFill
from quizgen.model.loss import Loss
from quizgen.writers.exporting.base import Export
from quizgen.writers.exporting.formats import FORMATS

TEXT = "A {{c1::b::hint}} and {{c2::d}} and {{c1::e}}"
CLOZE = f"- id: q1\n  type: cloze\n  text: '{TEXT}'\n  reference: r\n"
NAMED = ("moodle", "qti12", "qti21", "qti3")
"""Formats that name questions, so that a changed one is known again."""
PROGRAMS = (*NAMED, "blackboard")


def _exported(root: Path, name: str, entry: str = CLOZE) -> tuple[Path, list[Loss]]:
    """Write a bank with `entry`, and its export in the format `name`."""
    bank, _ = load_bank(write_bank(root, entry, bank="reference: r\n"))
    (format,) = (one for one in FORMATS if one.name == name)
    questions = tuple(Question(number, item) for number, item in enumerate(bank.items, 1))
    file = format.render(Export("all", format, questions), bank)
    path = root / f"all{format.ending}"
    path.write_bytes(file.content)
    return path, list(file.losses)


def _bank_file(root: Path) -> str:
    return (root / "question_bank/talks/people.yaml").read_text()


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_text_that_is_the_same_keeps_its_gaps(tmp_path: Path, name: str) -> None:
    path, _ = _exported(tmp_path, name)
    imported = bring(tmp_path, path.name, path.read_bytes(), "talks").imported
    assert imported is not None
    assert imported.update is not None
    assert imported.update.added == 0
    assert TEXT in _bank_file(tmp_path)


@pytest.mark.parametrize("name", NAMED)
def test_a_text_that_changed_keeps_the_numbers_of_its_gaps(tmp_path: Path, name: str) -> None:
    plain = CLOZE.replace("::hint", "").replace("A {{", "Anothr text with {{")
    _exported(tmp_path, "moodle", plain)
    path, _ = _exported(tmp_path / "b", name, plain.replace("Anothr", "Another"))
    got = bring(tmp_path, path.name, path.read_bytes(), "talks")
    assert got.imported is not None
    assert "Another text with {{c1::b}} and {{c2::d}} and {{c1::e}}" in _bank_file(tmp_path)


@pytest.mark.parametrize("name", NAMED)
def test_an_answer_that_changed_comes(tmp_path: Path, name: str) -> None:
    _exported(tmp_path, "moodle")
    path, _ = _exported(tmp_path / "b", name, CLOZE.replace("::d}}", "::dd}}"))
    bring(tmp_path, path.name, path.read_bytes(), "talks")
    assert "::dd}}" in _bank_file(tmp_path)


def test_a_table_has_numbers_and_decides(tmp_path: Path) -> None:
    _exported(tmp_path, "moodle")
    path, _ = _exported(tmp_path / "b", "csv", CLOZE.replace("{{c1::e", "{{c3::e"))
    bring(tmp_path, path.name, path.read_bytes(), "talks")
    assert "{{c3::e}}" in _bank_file(tmp_path)


@pytest.mark.parametrize("name", PROGRAMS)
def test_an_export_tells_of_numbers_that_are_not_carried(tmp_path: Path, name: str) -> None:
    told = {loss.what for loss in _exported(tmp_path, name)[1]}
    assert "the numbers of the gaps" in told
    in_order = CLOZE.replace("{{c1::e", "{{c3::e")
    told = {loss.what for loss in _exported(tmp_path / "b", name, in_order)[1]}
    assert "the numbers of the gaps" not in told


def test_moodle_tells_of_hints_behind_gaps(tmp_path: Path) -> None:
    told = {loss.what for loss in _exported(tmp_path, "moodle")[1]}
    assert "the hint in a gap" in told


@pytest.mark.parametrize("name", ["qti21", "qti3"])
def test_a_hint_in_a_box_comes_back_into_a_new_bank(tmp_path: Path, name: str) -> None:
    path, _ = _exported(tmp_path, name, CLOZE.replace("hint", "a < hint"))
    (tmp_path / "b").mkdir()
    (item,) = bring(tmp_path / "b", path.name, path.read_bytes()).items
    assert isinstance(item.interaction, GapFill)
    hints = [gap.hint.plain if gap.hint else "" for gap in item.interaction.gaps]
    assert hints == ["a < hint", "", ""]
