"""What no card shows comes back as its author typed it, from the entry that a note carries."""

from __future__ import annotations

import dataclasses
import sqlite3
import unicodedata
from pathlib import Path

import pytest
from support import PIXEL, load_bank, write_project
from support.entries import cards_alone, changed, envelopes, typed, with_fields, without_entries
from support.importing import BUILT, LATER, built, by_guid, imported
from support.packages import read

from quizgen.commands.importing import ImportLoss, import_package
from quizgen.model.bank import Bank

DECK = "bank: talks\nanki: {deck: 'World::Talks'}\n"


def there_and_back(root: Path, second: Path, entries: str, **bank: object) -> tuple[Bank, Bank]:
    """The bank with `entries`, and the one that comes of its package."""
    write_project(root, entries, deck=DECK, **bank)  # type: ignore[arg-type]
    package = built(root, BUILT)
    losses = imported(package, second).losses
    assert set(losses) <= {ImportLoss.WORKSHEETS, ImportLoss.PASSAGE}, losses
    assert read(built(second, LATER)).notes == read(package).notes
    before, _ = load_bank(root / "question_bank/talks")
    after, _ = load_bank(second / "question_bank/talks")
    assert [typed(item) for item in after.items if item.entry] == [
        typed(item) for item in before.items
    ]
    return before, after


NO_CARD_SHOWS = """
- id: paper
  type: essay
  question: Why?
  answer: Because.
  lines: 12
  points: hidden
  lint: {ignore: [clang, "long-stem"]}
  group: first
  cite_lines: yes
  evidence: sat down in Seoul
- id: short
  type: short_answer
  question: Who?
  answer: Akiba
  accept: Mr Akiba
  space: box 4 cm
  points: 007
  reference: [one]
- id: counted
  type: numeric
  question: How many?
  answer: 3.0
  tolerance: 0.50
  reference: r
- id: timed
  type: timeline
  question: When?
  events:
  - {date: 44 BC, event: one, explain: so}
  - 476: two
  reference: r
- {id: judged, type: true_false, question: Is it?, answer: no, reference: r}
"""


def test_what_no_card_shows_comes_back_as_it_was_typed(tmp_path: Path) -> None:
    _, after = there_and_back(tmp_path / "a", tmp_path / "b", NO_CARD_SHOWS)
    paper, short, *_ = after.items
    assert (paper.points, paper.shows_points, paper.cites_lines) == (1, False, True)
    assert [word.value for word in paper.ignored] == ["clang", "long-stem"]
    assert paper.case is not None
    assert paper.case.id.value == "first"
    assert (short.points, short.space.height) == (7, 40.0)
    file = (tmp_path / "b/question_bank/talks/people.yaml").read_text()
    for line in ("accept: Mr Akiba", "points: 007", "tolerance: 0.50", "date: 44 BC", "answer: no"):
        assert line in file


def test_a_case_comes_back_with_its_questions(tmp_path: Path) -> None:
    root = write_project(tmp_path / "a", deck=DECK)
    (root / "question_bank/talks/people.yaml").write_text(
        "topic: people\ncases:\n- id: town\n  stem: |\n    A town of *two* halves.\n\n"
        "    - north\n    - south\nquestions:\n"
        "- {id: a, part_of: town, type: flashcard, front: One, back: 1, reference: r}\n"
        "- {id: b, part_of: town, type: cloze, text: 'So {{c1::it}}', reference: r}\n"
    )
    package = built(root, BUILT)
    imported(package, tmp_path / "b")
    assert read(built(tmp_path / "b", LATER)).notes == read(package).notes
    bank, errors = load_bank(tmp_path / "b/question_bank/talks")
    assert not errors
    (topic,) = bank.topics
    (case,) = topic.cases
    assert {item.case for item in topic.items} == {case}


def test_files_have_their_names_and_folders_again(tmp_path: Path) -> None:
    root, entry = tmp_path / "a", "{id: f, type: flashcard, front: '![a map](%s)', back: b}\n"
    write_project(root, "- " + entry % "maps/Seoul 1.png", deck=DECK, bank="reference: r\n")
    (root / "question_bank/talks/media/maps").mkdir(parents=True)
    (root / "question_bank/talks/media/maps/Seoul 1.png").write_bytes(PIXEL)
    text = (root / "question_bank/talks/people.yaml").read_text()
    (root / "question_bank/talks/people.yaml").write_text(
        text.replace("maps/Seoul 1.png", "<maps/Seoul 1.png>")
    )
    package = built(root, BUILT)
    imported(package, tmp_path / "b")
    assert (tmp_path / "b/question_bank/talks/media/maps/Seoul 1.png").read_bytes() == PIXEL
    assert read(built(tmp_path / "b", LATER)).notes == read(package).notes


def test_a_matching_question_has_what_no_card_of_it_shows(tmp_path: Path) -> None:
    root = tmp_path / "a"
    entry = "- {id: %s, type: matching, question: 'Match%s ![a](maps/s.png)',"
    rest = " pairs: {x: '1', y: '2'}, points: 7, group: g, lint: {ignore: clang}, reference: r}\n"
    media = {"maps/s.png": PIXEL}
    (root / "question_bank/talks/media/maps").mkdir(parents=True)
    write_project(root, entry % ("m", "") + rest, deck=DECK, media=media)  # type: ignore[arg-type]
    built(root, BUILT)
    write_project(root, entry % ("n, renamed_from: m", " all") + rest, deck=DECK)
    package = built(root, BUILT + 60)
    losses = imported(package, tmp_path / "b").losses
    assert set(losses) == {ImportLoss.WORKSHEETS}
    (item,) = load_bank(tmp_path / "b/question_bank/talks")[0].items
    assert (item.id.value, item.points, item.case and item.case.id.value) == ("n", 7, "g")
    assert [word.value for word in item.ignored] == ["clang"]
    assert (tmp_path / "b/question_bank/talks/media/maps/s.png").read_bytes() == PIXEL
    assert read(built(tmp_path / "b", LATER)).notes == read(package).notes


def test_what_the_file_of_the_bank_says_for_all_goes_to_each_question(tmp_path: Path) -> None:
    root = tmp_path / "a"
    entries = (
        "- {id: a, type: flashcard, front: One, back: 1}\n"
        "- {id: b, type: flashcard, front: Two, back: 2, speak: false, reference: of its own}\n"
    )
    bank = "reference: [the atlas, '*a* map']\nspeak: true\n"
    write_project(root, entries, deck=DECK, bank=bank)
    package = built(root, BUILT)
    imported(package, tmp_path / "b")
    assert read(built(tmp_path / "b", LATER)).notes == read(package).notes
    after, _ = load_bank(tmp_path / "b/question_bank/talks")
    one, two = after.items
    assert [text.plain for text in one.references] == ["the atlas", "a map"]
    assert (one.speaks, two.speaks) == (True, False)


@pytest.mark.parametrize("math", ["", "math: true\n"])
def test_dollars_are_money_or_formulas_as_they_were(math: str, tmp_path: Path) -> None:
    entries = (
        "- {id: a, type: flashcard, front: From $5 to $6, back: 'so \\$7', reference: r}\n"
        "- {id: b, type: flashcard, front: Plain, back: '\\\\(x\\\\)', reference: r}\n"
    )
    there_and_back(tmp_path / "a", tmp_path / "b", entries, bank=math)


def test_an_alias_is_written_out(tmp_path: Path) -> None:
    entries = (
        "- {id: a, type: flashcard, front: &x One, back: 1, reference: r}\n"
        "- {id: b, type: flashcard, front: *x, back: 2, reference: r}\n"
    )
    there_and_back(tmp_path / "a", tmp_path / "b", entries)


def test_a_quote_of_a_heading_is_evidence_again(tmp_path: Path) -> None:
    passage = "# The talks\n\n1. Three advisers.\n\n## In Seoul\n\n2. They spoke.\n"
    entry = "- {id: a, type: flashcard, front: Where, back: There, evidence: [In Seoul, They]}\n"
    there_and_back(tmp_path / "a", tmp_path / "b", entry, passage=passage)


def test_a_renamed_question_keeps_its_name_and_its_notes(tmp_path: Path) -> None:
    entry = "- {id: a, type: multiple_choice, question: q, answer: A, distractors: [B, C, D, E],"
    root = write_project(tmp_path / "a", entry + " reference: r}\n", deck=DECK)
    built(root, BUILT)
    renamed = entry.replace("id: a", "id: b, renamed_from: a")
    write_project(root, renamed + " reference: r}\n", deck=DECK)
    package = built(root, BUILT + 5)
    imported(package, tmp_path / "b")
    assert "- id: b\n" in (tmp_path / "b/question_bank/talks/people.yaml").read_text()
    assert read(built(tmp_path / "b", LATER)).notes == read(package).notes


def test_a_note_that_was_changed_in_anki_counts_as_it_is_now(tmp_path: Path) -> None:
    entries = (
        "- {id: a, type: flashcard, front: One, back: 1, points: 7, reference: r}\n"
        "- {id: b, type: flashcard, front: Two, back: 2, points: 8, reference: r}\n"
    )
    package = built(write_project(tmp_path / "a", entries, deck=DECK), BUILT)

    def correct(fields: list[str], place: int) -> None:
        fields[:] = [field.replace("One", "<b>One</b>") for field in fields]

    edited = with_fields(package, tmp_path / "changed.apkg", correct)
    losses = imported(edited, tmp_path / "b").losses
    assert [loss.item.value for loss in losses[ImportLoss.CARDS_ALONE]] == ["a"]
    file = (tmp_path / "b/question_bank/talks/people.yaml").read_text()
    assert "front: '**One**'" in file or 'front: "**One**"' in file
    assert "points: 7" not in file
    assert "points: 8" in file


def test_tags_of_the_notes_count_and_not_those_of_the_entry(tmp_path: Path) -> None:
    entry = (
        "- {id: a, type: flashcard, front: O, back: 1, difficulty: easy, tags: x, reference: r}\n"
    )
    package = read(built(write_project(tmp_path / "a", entry, deck=DECK), BUILT))
    (note,) = package.notes
    for tags, expected in (
        (("topic::people", "difficulty::hard", "x"), "difficulty: hard\n  tags: x"),
        (("topic::people", "y", "x"), "tags: [y, x]"),
        (("topic::people",), "reference: r\n"),
    ):
        other = dataclasses.replace(package, notes=(dataclasses.replace(note, tags=tags),))
        files = import_package(other).files
        (text,) = [c.decode() for name, c in files.items() if name.name == "people.yaml"]
        assert expected in text
        assert ("difficulty: easy" in text) is False


def test_tags_that_anki_has_sorted_change_nothing(tmp_path: Path) -> None:
    entry = "- {id: a, type: flashcard, front: O, back: 1, tags: [z, b, Y], reference: r}\n"
    package = built(write_project(tmp_path / "a", entry, deck=DECK), BUILT)

    def sort(database: sqlite3.Connection) -> None:
        database.execute("update notes set tags = ' b topic::people Y z '")

    imported(changed(package, tmp_path / "sorted.apkg", sort), tmp_path / "b")
    assert read(built(tmp_path / "b", LATER)).notes == read(package).notes


def test_the_entry_says_nothing_to_anki(tmp_path: Path) -> None:
    hostile = "<b> &amp; [sound:x.mp3] {{c9::z}} `x` \\\\(y\\\\) [latex]z[/latex] e\u0301 \u212b"
    entries = (
        f'- {{id: a, type: short_answer, question: "{hostile}", reference: r, answer: x,\n'
        f'   points: 2, accept: [y, "{hostile}"]}}\n'
    )
    package = read(built(write_project(tmp_path / "a", entries, deck=DECK), BUILT))
    ((*_, field),) = [note.fields for note in package.notes]
    assert not set("<>&`") & set(field)
    assert "{{" not in field
    assert "\\\\" not in field
    assert "[sound" not in field
    assert unicodedata.is_normalized("NFC", field)
    (envelope,) = envelopes(package).values()
    assert envelope["entry"]["accept"] == ["y", hostile.replace("\\\\", "\\")]
    imported(tmp_path / "a/dist/talks/talks.apkg", tmp_path / "b")
    assert by_guid(read(built(tmp_path / "b", LATER))) == by_guid(package)


def test_a_link_that_only_the_bank_allows_is_text_and_told(tmp_path: Path) -> None:
    entry = "- {id: a, type: flashcard, front: '[call](tel:123)', back: b, reference: r}\n"
    root = write_project(tmp_path / "a", entry, deck=DECK, bank="link_schemes: [tel]\n")
    losses = imported(built(root, BUILT), tmp_path / "b").losses
    assert {ImportLoss.LINK, ImportLoss.CARDS_ALONE} <= set(losses)


@pytest.mark.parametrize("has_entries", [True, False])
def test_a_passage_keeps_its_language(has_entries: bool, tmp_path: Path) -> None:
    passage = "# Les pourparlers\n\n1. Ils se sont assis à Séoul.\n"
    entry = "- {id: a, type: flashcard, front: Where, back: Seoul, evidence: assis à Séoul}\n"
    bank = "passage_language: fr\n"
    root = write_project(tmp_path / "a", entry, deck=DECK, bank=bank, passage=passage)
    package = built(root, BUILT)
    if not has_entries:
        package = without_entries(package, tmp_path / "earlier.apkg")
    imported(package, tmp_path / "b")
    after = read(built(tmp_path / "b", LATER))
    assert cards_alone(after).notes == cards_alone(read(package)).notes
    assert "passage_language: fr\n" in (tmp_path / "b/question_bank/talks/bank.yaml").read_text()
