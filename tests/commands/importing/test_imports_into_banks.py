"""Questions of a file come into a bank that is there, and nothing of the bank is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import load_bank, write_bank

from quizgen.commands.importing import ImportResult, import_file
from quizgen.model.item import TextEntry


def test_what_was_written_by_hand_is_not_overwritten_for_a_question_like_it(
    tmp_path: Path,
) -> None:
    """Only in the bank that was made of the file is a stem much alike the same question."""
    mine = "- {id: q1, type: short_answer, question: Which sea is north of Seoul?, answer: None}\n"
    write_bank(tmp_path / "p", mine, bank="reference: r\n")
    path = tmp_path / "quiz.csv"
    path.write_text("Question,Answer\nWhich sea is south of Seoul?,The Yellow Sea\n")
    result = import_file(path, tmp_path / "p", "talks")
    assert result.imported is not None
    bank, _ = load_bank(tmp_path / "p/question_bank/talks")
    answers = [
        i.interaction.answer.plain for i in bank.items if isinstance(i.interaction, TextEntry)
    ]
    assert answers == ["None", "The Yellow Sea"]


ANIMALS = """topic: animals
questions:
- id: q1
  type: short_answer
  question: Which animal barks?
  answer: a dog
  reference: r
-
  id: mine
  type: flashcard
  front: Mine
  back: kept
  reference: r
- id: q2
  type: short_answer
  question: Which animal purrs?
  answer: a cat
  reference: r
cases:
- id: town
  stem: A town.
title: Beasts
"""
NAMED = (
    "// [id:q1]\n::a::Which animal barks? {=a fox}\n\n"
    "// [id:q2]\n::b::Which animal purrs? {=a lynx}\n"
)


def _into(root: Path, name: str, text: str, file: str) -> tuple[ImportResult, str]:
    """Import `text` into a bank that has the topic file `file`; what came, and the file then."""
    write_bank(root / "p", bank="reference: r\n")
    path = root / "p/question_bank/talks/people.yaml"
    path.write_text(file)
    (root / name).write_text(text)
    return import_file(root / name, root / "p", "talks"), path.read_text()


def test_what_stands_between_changed_questions_stays(tmp_path: Path) -> None:
    result, after = _into(tmp_path, "x.gift", NAMED, ANIMALS)
    assert result.imported is not None
    assert result.imported.update is not None
    assert set(result.imported.update.changed) == {"q1", "q2"}
    assert "-\n  id: mine\n  type: flashcard\n  front: Mine\n" in after
    assert after.endswith("cases:\n- id: town\n  stem: A town.\ntitle: Beasts\n")
    assert "a fox" in after
    assert "a lynx" in after


def test_what_is_added_stands_among_the_questions(tmp_path: Path) -> None:
    more = "$CATEGORY: $course$/top/animals\n\n::c::Which animal neighs? {=a horse}\n"
    _, after = _into(tmp_path, "x.gift", more, ANIMALS)
    assert after.index("a horse") < after.index("cases:")
    bank, errors = load_bank(tmp_path / "p/question_bank/talks")
    assert len([*bank.items]) == 4
    assert not [error for error in errors if error.severity.value == "error"]


@pytest.mark.parametrize(
    "file",
    ["topic: animals\nquestions:\n", "<<<<<<< a\ntopic: animals\n=======\ntopic: b\n>>>>>>> b\n"],
)
def test_a_file_that_cannot_be_read_is_not_overwritten(tmp_path: Path, file: str) -> None:
    path = tmp_path / "p/question_bank/talks/animals.yaml"
    write_bank(tmp_path / "p", bank="reference: r\n")
    path.write_text(file)
    (tmp_path / "x.csv").write_text("Topic,Question,Answer\nanimals,Which barks?,a dog\n")
    import_file(tmp_path / "x.csv", tmp_path / "p", "talks")
    assert path.read_text() == file


def test_another_question_of_the_same_name_is_a_new_one(tmp_path: Path) -> None:
    """Many a file names its questions Q1, Q2: the reviews of a card are of what it asks."""
    other = "// [id:q1]\n::Q1::Which tree has needles all the year? {=the spruce}\n"
    result, after = _into(tmp_path, "y.gift", other, ANIMALS)
    assert result.imported is not None
    assert "question: Which animal barks?\n  answer: a dog" in after
    bank, _ = load_bank(tmp_path / "p/question_bank/talks")
    ids = [item.id.value for item in bank.items]
    assert len(ids) == len(set(ids)) == 4


def test_what_the_author_added_to_options_and_answers_stays(tmp_path: Path) -> None:
    file = """topic: animals
questions:
- id: q1
  type: multiple_choice
  question: Which animal barks?
  answer: a dog
  distractors: [{text: a cat, rationale: It purrs.}, a horse]
  reference: r
- id: q2
  type: short_answer
  question: Which animal purrs?
  answer: a cat
  accept: [a pussycat]
  case: exact
  reference: r
"""
    text = (
        "// [id:q1]\n::a::Which animal barks? {=a dog ~a cat ~a cow}\n\n"
        "// [id:q2]\n::b::Which animal purrs? {=a tomcat}\n"
    )
    _, after = _into(tmp_path, "x.gift", text, file)
    assert "rationale: It purrs." in after
    assert "a cow" in after
    assert "a horse" not in after
    assert "a tomcat" in after
    assert "accept: [a pussycat]" in after or "accept: a pussycat" in after
    assert "case: exact" in after


def test_a_new_topic_gets_a_file_beside_none_of_its_name_with_another_ending(
    tmp_path: Path,
) -> None:
    write_bank(tmp_path / "p", bank="reference: r\n")
    folder = tmp_path / "p/question_bank/talks"
    (folder / "Pets.yml").write_text(ANIMALS)
    path = tmp_path / "quiz.csv"
    path.write_text("Question,Answer,Topic\nWhich sea is south of Seoul?,The Yellow Sea,pets\n")
    files = {file.name for file in folder.iterdir()}
    assert import_file(path, tmp_path / "p", "talks").imported
    assert {file.name for file in folder.iterdir()} - files == {"pets-2.yaml"}


def test_what_is_lost_of_a_question_has_a_line_in_a_file_of_either_ending(tmp_path: Path) -> None:
    write_bank(tmp_path / "p", bank="reference: r\n")
    topic = tmp_path / "p/question_bank/talks/animals.yml"
    topic.write_text(ANIMALS.replace("answer: a dog", "answer: a dog\n  distractors: [a cat]"))
    topic.write_text(topic.read_text().replace("short_answer", "multiple_choice", 1))
    (tmp_path / "x.gift").write_text(NAMED)
    result = import_file(tmp_path / "x.gift", tmp_path / "p", "talks")
    assert result.imported is not None
    losses = [loss for of_reason in result.imported.losses.values() for loss in of_reason]
    assert {loss.item.span.source.path.name for loss in losses if loss.item.span.source} == {
        "animals.yml"
    }


def test_a_new_bank_of_a_deck_file_with_another_ending_is_refused(tmp_path: Path) -> None:
    write_bank(tmp_path / "p", bank="reference: r\n")
    (tmp_path / "p/decks").mkdir(exist_ok=True)
    (tmp_path / "p/decks/quiz.yml").write_text("bank: talks\nanki: {}\n")
    path = tmp_path / "quiz.csv"
    path.write_text("Question,Answer\nWhich sea is south of Seoul?,The Yellow Sea\n")
    with pytest.raises(FileExistsError, match=r"quiz\.yml exists already"):
        import_file(path, tmp_path / "p", None)


def test_a_deck_file_of_nearly_the_name_of_a_bank_is_not_taken_for_its_own(
    tmp_path: Path,
) -> None:
    write_bank(tmp_path / "p", bank="")
    (tmp_path / "p/decks").mkdir(exist_ok=True)
    (tmp_path / "p/decks/Talks.yaml").write_text("bank: nowhere\nanki: {deck: D}\n")
    path = tmp_path / "quiz.csv"
    path.write_text("Question,Answer\nWhich sea is south of Seoul?,The Yellow Sea\n")
    names = {d.name for d in import_file(path, tmp_path / "p", "talks").diagnostics}
    assert names == {"no-source"}
