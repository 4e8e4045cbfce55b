"""What comes home from an export into its own bank changes there what was changed in the file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from support import write_bank
from support.brought import bring
from support.exports_edited import (
    CHOICES_IN_STEMS,
    COPIES,
    EDITED,
    PASSAGE,
    QUESTIONS,
    WITHOUT_ANSWERS,
    bring_edited,
    export,
    losses,
    replaced,
    yaml_files,
)

from quizgen.model.item import Reveal
from quizgen.writers.exporting.base import ExportFormat, OrderingStyle


@pytest.mark.parametrize(
    ("format", "ordering"), COPIES, ids=lambda one: getattr(one, "name", "").lower()
)
def test_an_unchanged_export_changes_no_line(
    tmp_path: Path, format: ExportFormat, ordering: OrderingStyle
) -> None:
    content = export(tmp_path, format, ordering)
    before = yaml_files(tmp_path)
    got = bring(tmp_path, f"all{format.ending}", content, "talks")
    assert got.imported is not None, got.messages
    assert bool(got.imported.questions) == (format.name not in WITHOUT_ANSWERS)
    assert got.imported.update is not None
    assert got.imported.update.changed == ()
    assert got.imported.update.added == 0
    assert got.imported.files == {}
    assert yaml_files(tmp_path) == before
    assert losses(got) == set()


@pytest.mark.parametrize(
    ("format", "ordering"), EDITED, ids=lambda one: getattr(one, "name", "").lower()
)
def test_an_edited_distractor_changes_its_line(
    tmp_path: Path, format: ExportFormat, ordering: OrderingStyle
) -> None:
    content = export(tmp_path, format, ordering)
    before = yaml_files(tmp_path)
    edited = replaced(content, "Washington", "Wellington")
    assert edited != content
    got = bring(tmp_path, f"all{format.ending}", edited, "talks")
    assert got.imported is not None, got.messages
    assert got.imported.update is not None
    assert got.imported.update.added == 0
    if format.name in CHOICES_IN_STEMS:
        assert yaml_files(tmp_path) == before
        assert losses(got) == {"OTHER_FORM"}
        return
    assert got.imported.update.changed == ("city",)
    expected = {name: text.replace("Washington", "Wellington") for name, text in before.items()}
    assert yaml_files(tmp_path) == expected


@pytest.mark.parametrize("name", ["gift", "moodle", "qti12", "qti21", "qti3"])
def test_a_flashcard_that_is_edited_stays_one(tmp_path: Path, name: str) -> None:
    got = bring_edited(tmp_path, name, "Who was the envoy?", "Who was the first envoy?")
    assert got.imported is not None
    assert got.imported.update is not None
    assert got.imported.update.changed == ("envoy",)
    expected = QUESTIONS.replace("Who was the envoy?", "Who was the first envoy?")
    assert expected in yaml_files(tmp_path)["people.yaml"]
    assert losses(got) == set()


@pytest.mark.parametrize("name", ["gift", "moodle"])
@pytest.mark.parametrize("old", ["a place to", "Cho"])
def test_the_back_of_a_flashcard_is_no_explanation(tmp_path: Path, name: str, old: str) -> None:
    got = bring_edited(tmp_path, name, old, "a bed to")
    assert got.imported is not None
    (changed,) = (
        one for one in got.items if one.id.value == ("envoy" if old == "Cho" else "berth")
    )
    assert changed.type == "flashcard"
    assert isinstance(changed.interaction, Reveal)
    assert changed.interaction.back.plain.startswith("a bed to")
    assert (changed.explain is None) == (old != "Cho")


@pytest.mark.parametrize(
    ("name", "old", "new", "id"),
    [
        ("gift", "autumn", "fall", "seasons"),
        ("gift", "the _____ green", "the _____ brown", "colour"),
    ],
)
def test_a_change_that_the_format_has_in_another_form_is_told(
    tmp_path: Path, name: str, old: str, new: str, id: str
) -> None:
    got = bring_edited(tmp_path, name, old, new)
    assert got.imported is not None
    assert got.imported.update is not None
    assert got.imported.update.added == 0
    assert got.imported.files == {}
    assert losses(got) == {"OTHER_FORM"}
    (reason,) = (one for one in got.imported.losses if one.name == "OTHER_FORM")
    assert {loss.item.value for loss in got.imported.losses[reason]} == {id}


def test_another_type_is_told_with_what_it_costs(tmp_path: Path) -> None:
    write_bank(tmp_path, QUESTIONS, passage=PASSAGE)
    table = "ID,Type,Question,Answer\nenvoy,short_answer,Who was the envoy?,Cho\n"
    got = bring(tmp_path, "own.csv", table, "talks")
    assert got.losses["TYPE"] == ["flashcard → short_answer"]
    assert got.imported is not None
    (reason,) = (one for one in got.imported.losses if one.name == "TYPE")
    assert "cards are retired" in reason.value
    assert "write the old `type`" in reason.value


@pytest.mark.parametrize(
    ("name", "old", "new", "id"),
    [
        ("gift", "They meet", "They met", "charter"),
        ("moodle", "They meet", "They met", "charter"),
        ("csv", "They meet", "They met", "charter"),
        ("gift", "United States", "Kenya", "countries"),
        ("moodle", "United States", "Kenya", "countries"),
        ("gift", "names the place", "names a place", "why"),
        ("moodle", "names the place", "names a place", "why"),
        ("csv", "names the place", "names a place", "why"),
        ("moodle", "Canberra", "Sydney", "city"),
        ("gift", "The host", "The guest", "countries"),
    ],
)
def test_only_the_edited_words_change(
    tmp_path: Path, name: str, old: str, new: str, id: str
) -> None:
    got = bring_edited(tmp_path, name, old, new)
    assert got.imported is not None
    assert got.imported.update is not None
    assert got.imported.update.changed == (id,)
    after = yaml.load(yaml_files(tmp_path)["people.yaml"], yaml.BaseLoader)["questions"]
    before = json.dumps(yaml.load(QUESTIONS, yaml.BaseLoader)).replace(old, new)
    assert json.dumps(after) == before
