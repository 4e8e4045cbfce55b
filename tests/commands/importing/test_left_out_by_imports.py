"""What an import leaves out, of the file or of the bank, is told question by question."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import write_bank
from support.brought import bring
from support.exports_edited import (
    NATIVE,
    PASSAGE,
    QUESTIONS,
    bring_edited,
    export,
    replaced,
    yaml_files,
)

from quizgen.commands.importing.foreign import versions
from quizgen.commands.importing.foreign.since_export import Since
from quizgen.readers.foreign import ForeignLoss
from quizgen.writers.exporting.base import ExportFormat, OrderingStyle

EDITS = {  # words of a text, those in their place, and the question
    "Korea hosted the talks.": ("Korea held all the talks.", "hosted"),
    "He came from Korea.": ("He came from Japan.", "envoy"),
    "Canberra": ("Sydney", "city"),
    "Sŏul": ("Söul", "capital"),
    "How deep is the sea?": ("How deep is the lake?", "depth"),
}


@pytest.mark.parametrize("format", NATIVE, ids=lambda one: one.name)
@pytest.mark.parametrize("old", EDITS)
def test_whatever_does_not_come_into_the_bank_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, format: ExportFormat, old: str
) -> None:
    monkeypatch.setattr(versions, "since_export", lambda present, *_: Since(dict(present)))
    content = export(tmp_path, format, OrderingStyle.NATIVE)
    before = yaml_files(tmp_path)
    new, question = EDITS[old]
    edited = replaced(content, old, new)
    if edited == content:
        return  # the format has no place for it
    got = bring(tmp_path, f"all{format.ending}", edited, "talks")
    assert got.imported is not None
    assert got.imported.update is not None
    if got.imported.update.added:
        return  # without a name and by another stem, it is a new question
    assert yaml_files(tmp_path) == before
    told = {loss.item.value for losses in got.imported.losses.values() for loss in losses}
    assert question in told


@pytest.mark.parametrize(
    ("name", "old", "new", "gone"),
    [
        ("csv", "did they meet", "did they first meet", "In which *city* did they meet?"),
        ("blackboard", "Canberra", "Canberra city", "It is far away"),
        ("csv", "a place to", "a bed to", "a place to **sleep**"),
    ],
)
def test_styles_that_went_with_a_change_are_told(
    tmp_path: Path, name: str, old: str, new: str, gone: str
) -> None:
    got = bring_edited(tmp_path, name, old, new)
    assert got.losses["GONE_WITH"] == [gone]
    assert new in "".join(yaml_files(tmp_path).values())


def test_a_file_of_one_question_takes_nothing_away_that_it_has_no_words_for(
    tmp_path: Path,
) -> None:
    write_bank(tmp_path, QUESTIONS, passage=PASSAGE)
    gift = "// [id:city]\n::city::In which city did all meet? {=Seoul ~Tokyo ~Rome}\n"
    got = bring(tmp_path, "own.txt", gift, "talks")
    assert got.imported is not None
    assert got.imported.update is not None
    assert got.imported.update.changed == ("city",)
    after = yaml_files(tmp_path)["people.yaml"]
    assert "In which city did all meet?" in after
    for kept in ("tags: [one, two]", "difficulty: easy", "points: 3", "hint: In the east"):
        assert kept in after


def test_another_topic_is_told(tmp_path: Path) -> None:
    got = bring_edited(tmp_path, "csv", "hosted,people,", "hosted,goals,")
    assert got.losses == {"NOT_AS_IN_FILE": ["topic: Korea hosted the talks."]}


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [("moodle", "did they meet", "did they first meet"), ("csv", "Canberra", "Sydney")],
)
def test_nothing_is_told_where_nothing_is_left_out(
    tmp_path: Path, name: str, old: str, new: str
) -> None:
    assert bring_edited(tmp_path, name, old, new).losses == {}


def test_a_timeline_whose_dates_are_gone_stays_as_it_is(tmp_path: Path) -> None:
    (gift,) = (one for one in NATIVE if one.name == "gift")
    content = export(tmp_path, gift, OrderingStyle.NATIVE)
    before = yaml_files(tmp_path)
    edited = replaced(content, "They meet -> 2", "All meet -> 2")
    got = bring(tmp_path, "all.gift.txt", edited, "talks")
    assert got.imported is not None
    assert yaml_files(tmp_path) == before, "no event is made an explanation"
    assert "charter" in {loss.item.value for loss in got.imported.losses[ForeignLoss.TIMELINE]}
