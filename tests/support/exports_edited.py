"""A bank with every type of question, its exports, and what an edit in one brings home."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from quizgen.commands.importing.foreign.run import READERS
from quizgen.model.assessment import Question
from quizgen.model.diagnostics import Report
from quizgen.readers.bank_folder import read_bank
from quizgen.readers.question_types import QUESTION_TYPES
from quizgen.writers.exporting.base import Export, ExportFormat, OrderingStyle
from quizgen.writers.exporting.formats import FORMATS
from support import write_bank
from support.brought import Brought, bring

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
NATIVE = [one for one in READ if one.name not in WITHOUT_ANSWERS]
FIRST = "topic: people\nquestions:\n"
"""What stands before the questions in the bank's topic file."""
EDITED = [(one, ordering) for one, ordering in COPIES if one.name not in WITHOUT_ANSWERS]


def export(
    root: Path, format: ExportFormat, ordering: OrderingStyle, bank_questions: str = QUESTIONS
) -> bytes:
    """The export of the bank, which it writes."""
    folder = write_bank(root, bank_questions, passage=PASSAGE)
    bank = read_bank(folder, report := Report())
    assert bank is not None
    assert report.diagnostics == []
    if bank_questions is QUESTIONS:
        assert {item.type for item in bank.items} == {one.name for one in QUESTION_TYPES}
    questions = tuple(Question(number, item) for number, item in enumerate(bank.items, 1))
    content = format.render(Export("all", format, questions, ordering), bank).content
    path = Path(f"all{format.ending}")
    assert any(reader.is_mine(content, path) for reader in READERS)
    return content


def yaml_files(root: Path) -> dict[str, str]:
    folder = root / "question_bank/talks"
    return {path.name: path.read_text() for path in sorted(folder.rglob("*.yaml"))}


def replaced(content: bytes, old: str, new: str) -> bytes:
    """Replace `old` in a file, or in each file of a ZIP."""
    if not content.startswith(b"PK"):
        return content.replace(old.encode(), new.encode())
    source, result = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    if not any(old.encode() in source.read(name) for name in source.namelist()):
        return content
    with zipfile.ZipFile(result, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(old.encode(), new.encode()))
    return result.getvalue()


def losses(got: Brought) -> set[str]:
    """What an author is told, but for what the import of any such file says."""
    return set(got.losses) - {"DESCRIPTION", "TIME_LIMIT"}


def bring_edited(
    root: Path, name: str, old: str, new: str, bank_questions: str = QUESTIONS
) -> Brought:
    (format,) = (one for one in FORMATS if one.name == name)
    content = export(root, format, OrderingStyle.NATIVE, bank_questions)
    edited = replaced(content, old, new)
    assert edited != content
    return bring(root, f"all{format.ending}", edited, "talks")


def assert_only_change(
    root: Path,
    edit: tuple[str, str, str],
    before: str,
    after: str,
    bank_questions: str = QUESTIONS,
) -> None:
    """Bring an `edit` home: format, words, and those in their place.

    In the bank, `after` stands in the place of `before`, and all else is as it was.
    """
    got = bring_edited(root, *edit, bank_questions)
    assert got.imported is not None
    assert before in bank_questions
    assert yaml_files(root)["people.yaml"] == FIRST + bank_questions.replace(before, after)
