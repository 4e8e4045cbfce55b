"""Notes that are kept from earlier builds are those that would be planned now, after any change."""

from __future__ import annotations

import marshal
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from support import PIXEL, write_bank
from support.kept_reading import Dict
from support.planned_notes import (
    BUILT,
    QUESTIONS,
    Scene,
    edit,
    notes,
    scene_in,
    sent_without_entry,
    with_keys,
    with_rows,
)

from quizgen.assemble.later_order import shuffled_later
from quizgen.model.assessment import Question
from quizgen.model.ledger import Ledger, Status
from quizgen.writers.anki.entry_field import with_entry
from quizgen.writers.anki.item_notes import ItemPlanner
from quizgen.writers.anki.note_type import ENTRY_FIELD
from quizgen.writers.anki.packed import packed
from quizgen.writers.anki.planning import plan


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_bank(tmp_path, QUESTIONS, media={"map.png": PIXEL})
    return tmp_path


def _reordered(scene: Scene) -> Scene:
    first, *others = scene.anki.questions
    first = replace(first, order=first.order[::-1])
    return scene._replace(anki=replace(scene.anki, questions=(first, *others)))


def _seeded(*seeds: str) -> Callable[[Scene], Scene]:
    """Give the questions of a scene an order that comes of `seeds` once it is used."""

    def change(scene: Scene) -> Scene:
        rows = [(q.number, q.letter, q.item) for q in scene.anki.questions]
        return scene._replace(anki=replace(scene.anki, questions=shuffled_later(rows, *seeds)))

    return change


def _of_another_type(scene: Scene) -> Scene:
    unknown = with_rows(scene, "host", sketch="abc", digest=_digest_now(scene, "host"))
    return with_keys(unknown, "host", lambda key: key._replace(note_type="typed"))


def _digest_now(scene: Scene, item: str) -> str:
    planned = plan(scene.anki, scene.bank, Ledger(), BUILT)
    return next(note.digest for key, note, _, _ in planned.notes if key.item == item)


def _sketched(scene: Scene) -> Scene:
    return with_rows(scene, "host", sketch="abc", digest=_digest_now(scene, "host"))


IN_MEMORY: dict[str, tuple[Callable[[Scene], Scene], Callable[[Scene], Scene]]] = {
    "the order of options": (lambda s: s, _reordered),
    "what the order comes of": (_seeded("one"), _seeded("two")),
    "flips": (lambda s: s, lambda s: s._replace(anki=replace(s.anki, flips=True))),
    "the identity": (
        lambda s: s,
        lambda s: s._replace(ledger=replace(s.ledger, renamed={"host": "home"})),
    ),
    "another identity": (
        lambda s: s._replace(ledger=replace(s.ledger, renamed={"host": "one"})),
        lambda s: s._replace(ledger=replace(s.ledger, renamed={"host": "two"})),
    ),
    "the guid": (
        lambda s: s,
        lambda s: s._replace(ledger=replace(s.ledger, imported={"host": "abcdefgh"})),
    ),
    "a former name": (
        lambda s: with_rows(s, "host", digest=_digest_with_name(s, "old")),
        lambda s: s._replace(ledger=replace(s.ledger, renamed={"old": "host"})),
    ),
    "sent again": (lambda s: s, lambda s: s._replace(resent=frozenset({"host"}))),
    "no learner has it": (lambda s: s, lambda s: with_rows(s, "host", status=Status.RETIRED)),
    "what learners have": (_sketched, lambda s: with_rows(s, "host", digest="ab" * 8)),
    "the sketch": (_sketched, lambda s: with_rows(s, "host", sketch="def")),
    "the type of a note": (_sketched, _of_another_type),
    "numbers of parts": (
        lambda s: s,
        lambda s: with_keys(s, "pairs", lambda key: key._replace(part=key.part + 1)),
    ),
    "labels of parts": (lambda s: s, lambda s: with_rows(s, "pairs", labels=("0" * 8,))),
    "a row less": (
        lambda s: s,
        lambda s: s._replace(
            ledger=replace(
                s.ledger, notes={k: row for k, row in s.ledger.notes.items() if k.item != "host"}
            )
        ),
    ),
}
"""What is changed, each after what makes that change alone matter."""


def _digest_with_name(scene: Scene, name: str) -> str:
    """The digest of the note of ``host`` whose entry says that it is called `name`."""
    data = plan(scene.anki, scene.bank, Ledger(), BUILT).notes[0].data
    bare = replace(data, content={**data.content, ENTRY_FIELD.slug: ""})
    item = scene.anki.questions[0].item
    return packed(with_entry([bare], item, [name], "", scene.bank, {})).digest


@pytest.mark.parametrize(("before", "change"), IN_MEMORY.values(), ids=IN_MEMORY)
def test_what_a_ledger_and_a_deck_say_counts(
    root: Path, before: Callable[[Scene], Scene], change: Callable[[Scene], Scene]
) -> None:
    store, scene = Dict(), scene_in(root)
    scene = before(scene._replace(ledger=sent_without_entry(scene)))
    assert notes(scene, store) == notes(scene, store) == notes(scene)
    changed = change(scene)
    assert notes(changed) != notes(scene)
    assert notes(changed, store) == notes(changed)
    assert notes(scene, store) == notes(scene)


ON_DISK: dict[str, Callable[[Path], object]] = {
    "its text": lambda root: edit(root, "people.yaml", "Tokyo", "Osaka"),
    "the topic": lambda root: edit(root, "people.yaml", "topic: people", "topic: others"),
    "the language": lambda root: edit(root, "bank.yaml", "title", "language: de\ntitle"),
    "the id of the bank": lambda root: edit(root, "bank.yaml", "id: talks", "id: other"),
    "that the bank is spoken": lambda root: edit(root, "bank.yaml", "title", "speak: true\ntitle"),
    "numbers of paragraphs": lambda root: edit(root, "passage.md", "2. They", "7. They"),
    "a paragraph": lambda root: edit(root, "passage.md", "of *sanctions*", "of *sanction lists*"),
    "paragraphs without numbers": lambda root: edit(root, "passage.md", "2. They", "They"),
    "no passage": lambda root: edit(root, "bank.yaml", "passage: passage.md\n", ""),
    "a picture": lambda root: (root / "question_bank/talks/media/map.png").write_bytes(
        PIXEL + b"\0"
    ),
}


@pytest.mark.parametrize("change", ON_DISK.values(), ids=ON_DISK)
def test_what_is_written_counts(root: Path, change: Callable[[Path], object]) -> None:
    store, scene = Dict(), scene_in(root)
    notes(scene, store)
    change(root)
    changed = scene_in(root)
    assert notes(changed) != notes(scene)
    assert notes(changed, store) == notes(changed)


def test_the_case_of_a_question_counts(root: Path) -> None:
    path = root / "question_bank" / "talks" / "people.yaml"
    question = "{id: one, type: flashcard, part_of: c, front: a, back: b, reference: x}"
    text = f"topic: people\ncases:\n- {{id: c, stem: Before}}\nquestions:\n- {question}\n"
    path.write_text(text)
    store = Dict()
    notes(scene_in(root), store)
    path.write_text(text.replace("Before", "After"))
    assert b"After" in notes(scene_in(root), store)[0][0].note.fields


def test_the_math_of_the_bank_counts(root: Path) -> None:
    edit(root, "people.yaml", "back: Korea", "back: $x$ Korea")
    store = Dict()
    before = notes(scene_in(root), store)
    edit(root, "bank.yaml", "title", "math: true\ntitle")
    changed = notes(scene_in(root))
    assert changed != before
    assert notes(scene_in(root), store) == changed


@pytest.fixture
def planned_anew(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the questions whose notes are planned."""
    ids: list[str] = []
    whole = ItemPlanner.notes

    def spy(planner: ItemPlanner, question: Question, *others: Any) -> Any:
        ids.append(question.item.id.value)
        return whole(planner, question, *others)

    monkeypatch.setattr(ItemPlanner, "notes", spy)
    return ids


def test_notes_that_have_not_changed_are_not_planned_again(
    root: Path, planned_anew: list[str]
) -> None:
    store = Dict()
    notes(scene_in(root), store)
    assert planned_anew == ["host", "pairs", "map"]
    planned_anew.clear()
    notes(scene_in(root), store)
    assert planned_anew == []
    edit(root, "people.yaml", "back: Korea", "back: South Korea")
    notes(scene_in(root), store)
    assert planned_anew == ["map"]
    planned_anew.clear()
    first, pairs, flashcard = QUESTIONS[1:].split("- id: ")[1:]
    path = root / "question_bank" / "talks" / "people.yaml"
    flashcard = flashcard.replace("Korea", "South Korea")
    moved = f"- id: {pairs}- id: {flashcard}- id: {first}"
    path.write_text(f"topic: people\nquestions:\n{moved}")
    notes(scene_in(root), store)
    assert planned_anew == []


def test_decks_do_not_take_turns_in_forgetting(root: Path, planned_anew: list[str]) -> None:
    """Two decks of a bank, of which one flips its cards."""
    store, scene = Dict(), scene_in(root)
    other = scene._replace(anki=replace(scene.anki, flips=True))
    for _ in range(2):
        notes(scene, store)
        notes(other, store, "other")
    assert len(planned_anew) == 6


def test_a_selection_forgets_nothing_of_its_own(root: Path, planned_anew: list[str]) -> None:
    store, scene = Dict(), scene_in(root)
    few = scene._replace(anki=replace(scene.anki, questions=scene.anki.questions[1:]))
    whole = notes(scene, store)
    assert notes(few, store) == notes(few)
    planned_anew.clear()
    assert notes(scene, store) == whole
    assert planned_anew == []


def test_questions_on_one_line_are_told_apart(root: Path) -> None:
    first, second = (
        f"{{id: {name}, type: flashcard, front: {name}, back: {name} too, reference: x}}"
        for name in ("one", "two")
    )
    path = root / "question_bank" / "talks" / "people.yaml"
    path.write_text(f"topic: people\nquestions: [{first}, {second}]\n")
    store = Dict()
    notes(scene_in(root), store)
    path.write_text(f"topic: people\nquestions: [{first}, {second} ]\n")
    assert notes(scene_in(root), store) == notes(scene_in(root))


def test_an_anchor_is_followed(root: Path) -> None:
    """A question that refers to a part of another changes with that."""
    path = root / "question_bank" / "talks" / "people.yaml"
    common = "type: flashcard, front: which, reference: x"
    text = f"""topic: people
questions:
- {{id: one, {common}, back: &a here}}
- {{id: two, {common}, back: *a}}
"""
    path.write_text(text)
    store = Dict()
    notes(scene_in(root), store)
    path.write_text(text.replace("here", "there"))
    assert b"there" in notes(scene_in(root), store)[0][1].note.fields


@pytest.mark.parametrize(
    "damage", [b"", b"x", b"[]", b"\xe9\x00", bytes(300), marshal.dumps((b"x", [(1, 2, 3)]))]
)
def test_damaged_notes_are_planned_again(root: Path, damage: bytes) -> None:
    store, scene = Dict(), scene_in(root)
    expected = notes(scene, store)
    for name in store:
        store[name] = damage
    assert notes(scene, store) == expected
    assert len(*store.values()) > 1000


def test_a_note_as_a_row_is_the_note(root: Path) -> None:
    for _, note, _, mark in notes(scene_in(root))[0]:
        assert packed(note.data) == note
        assert mark == note.mark
        others = [note._replace(**{name: value[:-1]}) for name, value in note._asdict().items()]
        assert mark not in {other.mark for other in others}
