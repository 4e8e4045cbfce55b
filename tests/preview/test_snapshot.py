"""What the preview shows of a project, without a server."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from support import ADVICE, CHOICE, DECK, write_project
from support.pixels import PNG

from quizgen.preview.diagnostics import PreviewDiagnostic
from quizgen.preview.snapshot import ProjectSnapshot, take_snapshot
from quizgen.preview.state import PreviewState, as_object, digests
from quizgen.project.layout import Project

MORE = (
    CHOICE
    + """
- type: flashcard
  front: Veto
  tags:
  - words
  id: veto
  back: to stop a decision
  reference: r
  difficulty: easy
- {id: gaps, type: cloze, text: '{{c1::Seoul}} and {{c2::Tokyo}}', reference: r}
"""
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.chdir(write_project(tmp_path, MORE))
    return Project(tmp_path)


def mistakes(shown: ProjectSnapshot) -> list[PreviewDiagnostic]:
    return [finding for finding in shown.diagnostics if finding.name not in ADVICE]


def card_digests(shown: ProjectSnapshot) -> set[str]:
    entries = [entry for deck in shown.decks for entry in deck.entries]
    return {card.digest for entry in entries for card in entry.cards}


def rewrite(project: Project, before: str, after: str) -> ProjectSnapshot:
    path = project.bank_folder("talks") / "people.yaml"
    text = path.read_text()
    assert before in text
    path.write_text(text.replace(before, after))
    return take_snapshot(project)


def test_each_question_of_the_deck_has_its_cards(project: Project) -> None:
    (deck,) = take_snapshot(project).decks
    assert (deck.name, deck.title, deck.topics) == ("talks", "Talks", {"people": "people"})
    assert [(e.id, [c.name for c in e.cards]) for e in deck.entries] == [
        ("host-city", ["Choose"]),
        ("veto", ["Front to back"]),
        ("gaps", ["Cloze 1", "Cloze 2"]),
    ]
    choice = deck.entries[0]
    assert choice.place == "question_bank/talks/people.yaml:3"
    assert "Seoul" in choice.cards[0].front.html
    assert "sat down in Seoul" in choice.cards[0].back.html
    assert "sat down in Seoul" not in choice.cards[0].front.html


def test_a_question_can_be_found_by_all_that_it_says(project: Project) -> None:
    (deck,) = take_snapshot(project).decks
    choice, card, _ = deck.entries
    for text in ("host-city", "In which city", "Canberra", "sat down"):
        assert text in choice.text
    assert card.text.endswith("words")
    assert (card.type, card.difficulty, card.tags) == ("flashcard", "easy", ("words",))


def test_only_what_changed_has_another_digest(project: Project) -> None:
    before = card_digests(take_snapshot(project))
    after = card_digests(rewrite(project, "Canberra", "Sydney"))
    assert len(before) == len(after) == 4
    assert len(after - before) == 1
    assert card_digests(take_snapshot(project)) == after


def test_moving_a_question_changes_no_card(project: Project) -> None:
    before = card_digests(take_snapshot(project))
    moved = rewrite(project, "topic: people", "# moved\n\ntopic: people")
    assert card_digests(moved) == before


def test_a_finding_stands_beside_its_question_wherever_the_id_is(project: Project) -> None:
    shown = rewrite(project, "  reference: r\n  difficulty", "  difficulty")
    (finding,) = mistakes(shown)
    assert (finding.name, finding.item) == ("no-source", "talks/veto")
    assert finding.line == "id: veto"
    shown = rewrite(project, "front: Veto", "frnt: Veto")


def test_a_finding_in_an_entry_that_is_no_question_stands_beside_none(project: Project) -> None:
    shown = rewrite(project, "front: Veto", "frnt: Veto")
    assert [(f.name, f.item) for f in shown.errors] == [("unknown-key", None)]


def test_a_finding_about_the_deck_is_no_questions(project: Project) -> None:
    deck = project.deck_file("talks")
    deck.write_text(DECK.replace("topics: [people]", "topics: [people], count: 9"))
    (finding,) = mistakes(take_snapshot(project))
    assert (finding.name, finding.item) == ("selection-too-small", None)


def test_findings_say_where_and_what_to_do(project: Project) -> None:
    (finding,) = mistakes(rewrite(project, "sat down in Seoul", "sat up"))
    assert finding.place == "question_bank/talks/people.yaml:8:13"
    assert finding.line == "evidence: sat up"
    assert finding.help


def test_pictures_of_the_cards_come_along(tmp_path: Path) -> None:
    entry = "- {id: a, type: flashcard, front: '![a map](map.png)', back: b, reference: r}"
    write_project(tmp_path, entry, media={"map.png": PNG})  # type: ignore[arg-type]
    shown = take_snapshot(Project(tmp_path))
    ((name, content),) = shown.media.items()
    assert content == PNG
    assert f'src="{name}"' in shown.decks[0].entries[0].cards[0].front.html


def test_a_picture_that_is_missing_is_told_and_stands_as_its_description(tmp_path: Path) -> None:
    entry = "- {id: a, type: flashcard, front: '![a map](map.png)', back: b, reference: r}"
    shown = take_snapshot(Project(write_project(tmp_path, entry)))
    assert [finding.name for finding in shown.errors] == ["missing-media"]
    (card,) = shown.decks[0].entries[0].cards
    assert "a map" in card.front.html
    assert "<img" not in card.front.html


def test_a_formula_is_shown_as_its_author_wrote_it(tmp_path: Path) -> None:
    r"""The Anki writer lets ``\(`` through only where a formula is meant; it breaks others up."""
    entry = r"- {id: a, type: flashcard, front: 'not \\(math\\)', back: b, reference: r}"
    write_project(tmp_path, entry)
    html = take_snapshot(Project(tmp_path)).decks[0].entries[0].cards[0].front.html
    assert 'class="tex"' not in html


def test_a_deck_file_without_cards_is_there_with_none(project: Project) -> None:
    project.deck_file("talks").write_text(DECK.replace("anki: {deck: Talks}\n", ""))
    (deck,) = take_snapshot(project).decks
    assert deck.entries == ()


def test_a_broken_save_keeps_the_last_good_view(project: Project) -> None:
    good = PreviewState(take_snapshot(project))
    broken = good.updated_with(rewrite(project, "answer: Seoul", "answr: Seoul"))
    assert broken.snapshot is good.snapshot
    assert [error.name for error in broken.errors] == ["unknown-key"]
    assert broken.is_kept
    worse = broken.updated_with(rewrite(project, "topic: people", "topic: {"))
    assert worse.snapshot is good.snapshot
    mended = worse.updated_with(rewrite(project, "topic: {", "topic: people"))
    assert mended.errors
    mended = mended.updated_with(rewrite(project, "answr: Seoul", "answer: Seoul"))
    assert mended.errors == ()
    assert not mended.is_kept


def test_before_the_first_good_save_what_can_be_read_is_shown(project: Project) -> None:
    first = rewrite(project, "answer: Seoul", "answr: Seoul")
    state = PreviewState(first, first.errors)
    assert [entry.id for entry in state.snapshot.decks[0].entries] == ["veto", "gaps"]
    assert not state.is_kept
    again = state.updated_with(rewrite(project, "front: Veto", "frnt: Veto"))
    assert [entry.id for entry in again.snapshot.decks[0].entries] == ["gaps"]


def test_a_message_holds_only_entries_and_cards_that_are_new(project: Project) -> None:
    state = PreviewState(take_snapshot(project))
    told = json.loads(json.dumps(as_object(state)))
    assert {*told["cards"], *told["entries"]} == digests(state)
    named = [told["entries"][digest] for digest in told["decks"][0]["entries"]]
    assert [entry["id"] for entry in named] == ["host-city", "veto", "gaps"]
    assert {card["digest"] for entry in named for card in entry["cards"]} == set(told["cards"])
    later = as_object(state, digests(state))
    assert (later["decks"], later["entries"], later["cards"]) == (told["decks"], {}, {})


def test_a_message_holds_an_entry_again_when_anything_about_it_changes(project: Project) -> None:
    before = PreviewState(take_snapshot(project))
    for old, new, changed in (
        ("Canberra", "Sydney", ["host-city"]),
        ("tags:\n  - words", "tags:\n  - word", ["veto"]),
        ("topic: people", "# moved\n\ntopic: people", ["host-city", "veto", "gaps"]),
    ):
        after = PreviewState(rewrite(project, old, new))
        told = as_object(after, digests(before))
        assert [entry["id"] for entry in told["entries"].values()] == changed
        before = after


def test_a_project_without_a_deck_file(project: Project) -> None:
    project.deck_file("talks").unlink()
    with pytest.raises(FileNotFoundError):
        take_snapshot(project)
