"""What comes home from an export into its own bank changes there what was changed in the file."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
import yaml
from support import write_bank
from support.brought import Brought, bring

from quizgen.commands.importing.foreign.run import READERS
from quizgen.model.assessment import Question
from quizgen.model.diagnostics import Report
from quizgen.model.item import Reveal
from quizgen.readers.bank_folder import read_bank
from quizgen.readers.question_types import QUESTION_TYPES
from quizgen.writers.exporting.base import Export, ExportFormat, OrderingStyle
from quizgen.writers.exporting.formats import FORMATS

QUESTIONS = """\
# about the talks
- id: berth
  type: flashcard
  front: What is a *berth* in a train?
  back: a place to **sleep**
  reversed: true
  hint: think of the night  # a remark
  reference: An atlas
- id: envoy
  type: flashcard
  front: Who was the envoy?
  back: Cho
  explain: He came from Korea.
  evidence: sat down in “Seoul”
- id: city
  type: multiple_choice
  question: In which *city* did they meet?
  answer: {text: Seoul, rationale: South Korea hosted them}
  distractors:
  - Tokyo
  - text: Canberra
    rationale: It is far away
  - Washington
  points: 3
  tags: [one, two]
  difficulty: easy
  hint: In the east
  evidence: sat down in “Seoul”
- id: several
  type: multiple_choice
  question: Which two came?
  answer: [Cho, Akiba]
  distractors: [Smith, Miller]
  reference: An atlas
- id: hosted
  type: true_false
  question: Korea hosted the talks.
  answer: true
  explain: So it was.
  evidence: sat down in “Seoul”
- id: capital
  type: short_answer
  question: What is the capital of *Korea*?
  answer: Seoul
  accept: [Soul, Sŏul]
  case: exact
  reference: An atlas
- id: colour
  type: cloze
  text: The {{c1::sky::above}} is {{c2::blue}}, and the {{c3::grass}} green.
  explain: So it is.
  reference: An atlas
- id: depth
  type: numeric
  question: How deep is the sea?
  answer: 4000
  tolerance: 5
  unit: m
  hint: think of a tower
  reference: An atlas
- id: countries
  type: matching
  question: Match each adviser to a country.
  pairs:
  - {premise: Cho, response: South Korea, explain: The host, hint: Near the sea}
  - {premise: Akiba, response: Japan}
  - {premise: Sullivan, response: United States}
  distractors: [Australia, China]
  reference: An atlas
- id: two
  type: matching
  question: Match these two.
  pairs: {Cho: South Korea, Akiba: Japan}
  reference: An atlas
- id: seasons
  type: ordering
  question: Put the seasons in order.
  in_order: [spring, summer, autumn, winter]
  reference: An atlas
- id: charter
  type: timeline
  question: Order what happened.
  events:
  - {date: 1945-06-26, event: It is signed, explain: In a *hall*, hint: In June}
  - {date: 1946-01, event: They meet}
  - {date: 1950, event: A war begins}
  explain: So it was.
  reference: An atlas
- id: why
  type: essay
  question: Why did they meet?
  answer: Because they wanted to *talk*.
  rubric: {names the reason: 2, names the place: 1}
  lines: 8
  reference: An atlas
"""
PASSAGE = "# T\n\nThey sat down in “Seoul” in June.\n"
WITHOUT_ANSWERS = {"markdown", "docx"}
"""Sheets to print: their answers stand in another file, and no question is made of them."""
CHOICES_IN_STEMS = {"quizlet"}
"""Formats that have a choice as a card, with its options behind the question."""
READ = [one for one in FORMATS if one.name != "google-forms"]
"""All but a script that makes a form; it is no file with questions."""
COPIES = [  # a format, and how it asks for an order
    *((one, OrderingStyle.NATIVE) for one in READ),
    *((one, OrderingStyle.MATCHING) for one in READ if one.has_ordering),
]
EDITED = [(one, ordering) for one, ordering in COPIES if one.name not in WITHOUT_ANSWERS]


def _export(root: Path, format: ExportFormat, ordering: OrderingStyle) -> bytes:
    """The export of the bank, which it writes."""
    folder = write_bank(root, QUESTIONS, passage=PASSAGE)
    bank = read_bank(folder, report := Report())
    assert bank is not None
    assert report.diagnostics == []
    assert {item.type for item in bank.items} == {one.name for one in QUESTION_TYPES}
    questions = tuple(Question(number, item) for number, item in enumerate(bank.items, 1))
    content = format.render(Export("all", format, questions, ordering), bank).content
    path = Path(f"all{format.ending}")
    assert any(reader.is_mine(content, path) for reader in READERS)
    return content


def _yaml(root: Path) -> dict[str, str]:
    folder = root / "question_bank/talks"
    return {path.name: path.read_text() for path in sorted(folder.rglob("*.yaml"))}


def _replaced(content: bytes, old: str, new: str) -> bytes:
    """Replace `old` in a file, or in each file of a ZIP."""
    if not content.startswith(b"PK"):
        return content.replace(old.encode(), new.encode())
    source, result = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    with zipfile.ZipFile(result, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(old.encode(), new.encode()))
    return result.getvalue()


def _losses(got: Brought) -> set[str]:
    """What an author is told, but for what the import of any such file says."""
    return set(got.losses) - {"DESCRIPTION", "TIME_LIMIT"}


@pytest.mark.parametrize(
    ("format", "ordering"), COPIES, ids=lambda one: getattr(one, "name", "").lower()
)
def test_an_unchanged_export_changes_no_line(
    tmp_path: Path, format: ExportFormat, ordering: OrderingStyle
) -> None:
    content = _export(tmp_path, format, ordering)
    before = _yaml(tmp_path)
    got = bring(tmp_path, f"all{format.ending}", content, "talks")
    assert got.imported is not None, got.messages
    assert bool(got.imported.questions) == (format.name not in WITHOUT_ANSWERS)
    assert got.imported.update is not None
    assert got.imported.update.changed == ()
    assert got.imported.update.added == 0
    assert got.imported.files == {}
    assert _yaml(tmp_path) == before
    assert _losses(got) == set()


@pytest.mark.parametrize(
    ("format", "ordering"), EDITED, ids=lambda one: getattr(one, "name", "").lower()
)
def test_an_edited_distractor_changes_its_line(
    tmp_path: Path, format: ExportFormat, ordering: OrderingStyle
) -> None:
    content = _export(tmp_path, format, ordering)
    before = _yaml(tmp_path)
    edited = _replaced(content, "Washington", "Wellington")
    assert edited != content
    got = bring(tmp_path, f"all{format.ending}", edited, "talks")
    assert got.imported is not None, got.messages
    assert got.imported.update is not None
    assert got.imported.update.added == 0
    if format.name in CHOICES_IN_STEMS:
        assert _yaml(tmp_path) == before
        assert _losses(got) == {"OTHER_FORM"}
        return
    assert got.imported.update.changed == ("city",)
    expected = {name: text.replace("Washington", "Wellington") for name, text in before.items()}
    assert _yaml(tmp_path) == expected


def _bring_edited(root: Path, name: str, old: str, new: str) -> Brought:
    (format,) = (one for one in FORMATS if one.name == name)
    content = _export(root, format, OrderingStyle.NATIVE)
    edited = _replaced(content, old, new)
    assert edited != content
    return bring(root, f"all{format.ending}", edited, "talks")


@pytest.mark.parametrize("name", ["gift", "moodle", "qti12", "qti21", "qti3"])
def test_a_flashcard_that_is_edited_stays_one(tmp_path: Path, name: str) -> None:
    got = _bring_edited(tmp_path, name, "Who was the envoy?", "Who was the first envoy?")
    assert got.imported is not None
    assert got.imported.update is not None
    assert got.imported.update.changed == ("envoy",)
    expected = QUESTIONS.replace("Who was the envoy?", "Who was the first envoy?")
    assert expected in _yaml(tmp_path)["people.yaml"]
    assert _losses(got) == set()


@pytest.mark.parametrize("name", ["gift", "moodle"])
@pytest.mark.parametrize("old", ["a place to", "Cho"])
def test_the_back_of_a_flashcard_is_no_explanation(tmp_path: Path, name: str, old: str) -> None:
    got = _bring_edited(tmp_path, name, old, "a bed to")
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
    got = _bring_edited(tmp_path, name, old, new)
    assert got.imported is not None
    assert got.imported.update is not None
    assert got.imported.update.added == 0
    assert got.imported.files == {}
    assert _losses(got) == {"OTHER_FORM"}
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
    got = _bring_edited(tmp_path, name, old, new)
    assert got.imported is not None
    assert got.imported.update is not None
    assert got.imported.update.changed == (id,)
    after = yaml.load(_yaml(tmp_path)["people.yaml"], yaml.BaseLoader)["questions"]
    before = json.dumps(yaml.load(QUESTIONS, yaml.BaseLoader)).replace(old, new)
    assert json.dumps(after) == before
