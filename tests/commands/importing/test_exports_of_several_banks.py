"""An export of several banks comes home into one of them: the others' questions stay out of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import write_bank
from support.brought import Brought, bring

from quizgen.assemble.joined_banks import NamedBank, join
from quizgen.model.assessment import Question
from quizgen.model.diagnostics import Report
from quizgen.model.word import Word
from quizgen.readers.bank_folder import read_bank
from quizgen.writers.exporting.base import Export
from quizgen.writers.exporting.formats import FORMATS

ENTRY = """\
- id: host-city
  type: multiple_choice
  question: In which city do they meet?
  answer: {}
  distractors: [Geneva, {}, Nairobi]
  reference: An atlas
"""
WITH_IDS = ["csv", "moodle", "gift", "qti12", "qti21", "qti3"]


def _write(root: Path, folder: str, entry: str) -> Path:
    """Write a bank with `entry`; its folder and its id are called `folder`."""
    path = write_bank(root, entry).rename(root / "question_bank" / folder)
    file = path / "bank.yaml"
    file.write_text(file.read_text().replace("id: talks", f"id: {folder}"))
    return path


def _bring(root: Path, format_name: str, old: bytes = b"", new: bytes = b"") -> Brought:
    """Import an export of the banks `one` and `two`, which have one id, into `two`."""
    named = []
    for folder, cities in (("one", ("Vienna", "New York")), ("two", ("New York", "Vienna"))):
        bank = read_bank(_write(root, folder, ENTRY.format(*cities)), Report())
        assert bank is not None
        named.append(NamedBank(Word(folder), bank))
    joined = join(named, Report())
    (format,) = (one for one in FORMATS if one.name == format_name)
    questions = tuple(Question(number, item) for number, item in enumerate(joined.items, 1))
    content = format.render(Export("all", format, questions), joined).content
    return bring(root, f"all{format.ending}", content.replace(old, new) if old else content, "two")


@pytest.mark.parametrize("name", WITH_IDS)
def test_a_question_of_another_bank_is_left_out_and_told(tmp_path: Path, name: str) -> None:
    got = _bring(tmp_path, name)
    assert got.imported is not None
    assert got.imported.update is not None
    assert (got.imported.update.added, got.imported.update.changed) == (0, ())
    assert got.losses == {"OTHER_BANK": ["one/host-city"]}
    (item,) = got.items
    assert item.id.value == "host-city"


def test_a_change_reaches_the_question_of_its_bank(tmp_path: Path) -> None:
    got = _bring(tmp_path, "gift", b"Nairobi", b"Rome")
    assert got.imported is not None
    assert got.imported.update is not None
    assert got.imported.update.changed == ("host-city",)
    entry = ENTRY.format("New York", "Vienna").replace("Nairobi", "Rome")
    assert entry in (tmp_path / "question_bank/two/people.yaml").read_text()


def test_an_id_with_a_slash_of_no_bank_is_a_question_as_any(tmp_path: Path) -> None:
    _write(tmp_path, "two", ENTRY.format("New York", "Vienna"))
    table = "ID,Question,Answer\nunit/q1,Capital of Fiji?,Suva\ntwo/q2,Capital of Peru?,Lima\n"
    got = bring(tmp_path, "t.csv", table, "two")
    assert got.losses == {}
    assert [item.id.value for item in got.items][-2:] == ["unit-q1", "q2"]
