"""The sample bank, with its stems that are much alike, comes home from every export unchanged."""

from __future__ import annotations

import csv
import io
import shutil
from pathlib import Path

import pytest
from support import write_bank
from support.brought import bring
from support.paths import ROOT

from quizgen.assemble.shuffle import display_order
from quizgen.commands.importing.foreign.run import READERS, import_foreign
from quizgen.model.assessment import Question
from quizgen.model.diagnostics import Report
from quizgen.readers.bank_folder import read_bank
from quizgen.writers.exporting.base import Export, ExportFormat
from quizgen.writers.exporting.formats import FORMATS

READ = [one for one in FORMATS if one.name != "google-forms"]
"""All but a script that makes a form; it is no file with questions."""
BANK = "question_bank/seoul-talks"


@pytest.mark.parametrize("is_mixed", [False, True], ids=["in-order", "mixed"])
@pytest.mark.parametrize("format", READ, ids=lambda one: one.name)
def test_the_sample_bank_comes_home_unchanged(
    tmp_path: Path, format: ExportFormat, is_mixed: bool
) -> None:
    shutil.copytree(ROOT / BANK, tmp_path / BANK)
    bank = read_bank(tmp_path / BANK, Report())
    assert bank is not None
    questions = tuple(
        Question(number, item, display_order(item, bank.id, "exports") if is_mixed else ())
        for number, item in enumerate(bank.items, 1)
    )
    content = format.render(Export("all", format, questions), bank).content
    path = tmp_path / f"all{format.ending}"
    assert any(reader.is_mine(content, path) for reader in READERS)
    imported = import_foreign(content, path, tmp_path, "seoul-talks", {}, Report())
    assert imported is not None
    assert imported.update is not None
    assert (imported.update.added, imported.update.changed) == (0, ())
    assert imported.files == {}
    assert {reason.name for reason in imported.losses} <= {"DESCRIPTION", "TIME_LIMIT"}


@pytest.mark.parametrize(
    ("name", "renamed"),
    [
        ("kahoot", "kahoot (1).xlsx"),
        ("gimkit", "quiz.CSV"),
        ("qti12", "quiz.imscc"),
    ],
)
def test_a_renamed_export_changes_no_line(tmp_path: Path, name: str, renamed: str) -> None:
    shutil.copytree(ROOT / BANK, tmp_path / BANK)
    bank = read_bank(tmp_path / BANK, Report())
    assert bank is not None
    (format,) = (one for one in FORMATS if one.name == name)
    questions = tuple(Question(number, item) for number, item in enumerate(bank.items, 1))
    content = format.render(Export("all", format, questions), bank).content
    got = bring(tmp_path, renamed, content, "seoul-talks")
    assert got.imported is not None
    assert got.imported.questions
    assert got.imported.files == {}


def test_a_plain_table_saved_with_tabs_changes_no_line(tmp_path: Path) -> None:
    shutil.copytree(ROOT / BANK, tmp_path / BANK)
    bank = read_bank(tmp_path / BANK, Report())
    assert bank is not None
    (format,) = (one for one in FORMATS if one.name == "csv")
    questions = tuple(Question(number, item) for number, item in enumerate(bank.items, 1))
    content = format.render(Export("all", format, questions), bank).content
    tabbed = io.StringIO()
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig")))
    csv.writer(tabbed, delimiter="\t").writerows(rows)
    got = bring(tmp_path, "all.tsv", tabbed.getvalue(), "seoul-talks")
    assert got.imported is not None
    assert got.imported.questions
    assert got.imported.files == {}


def test_options_that_a_game_has_no_place_for_stay(tmp_path: Path) -> None:
    entry = "- id: one\n  type: multiple_choice\n  question: Which city?\n  answer: Seoul\n"
    options = "  distractors: [Tokyo, Paris, Rome, Oslo, Bern]\n  reference: An atlas\n"
    folder = write_bank(tmp_path, entry + options)
    bank = read_bank(folder, Report())
    assert bank is not None
    (game,) = (one for one in FORMATS if one.name == "blooket")
    content = game.render(Export("all", game, (Question(1, next(bank.items)),)), bank).content
    bring(tmp_path, "all.blooket.csv", content.replace(b"Paris", b"Berlin"), "talks")
    after = (folder / "people.yaml").read_text()
    assert "[Tokyo, Berlin, Rome, Oslo, Bern]" in after
