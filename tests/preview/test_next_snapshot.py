"""A snapshot that begins with the one before is the one that begins with nothing."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from support.pixels import PNG

from quizgen import build
from quizgen.preview.cards import cards_of
from quizgen.preview.snapshot import ProjectSnapshot, take_snapshot
from quizgen.project.layout import Project
from quizgen.writers.anki import artifacts
from quizgen.writers.anki.notes import NoteData
from tools.benchmarks.bank import BANK, CARDS, write_project
from tools.benchmarks.partial import correct

PICTURE = "![a map](map.png)"
NEW = f"questions:\n- {{id: new, type: flashcard, front: '{PICTURE}', back: $x$, reference: r}}\n"

ITEMS = 40

Edit = Callable[[Path], object]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_project(tmp_path, ITEMS)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(artifacts, "MIN_QUESTIONS", 0)
    return tmp_path


def replacing(path: str | Path, before: str, after: str) -> Edit:
    def edit(root: Path) -> None:
        text = (root / path).read_text()
        (root / path).write_text(text.replace(before, after, 1))

    return edit


def appending(path: str | Path, text: str) -> Edit:
    return lambda root: (root / path).write_text((root / path).read_text() + text)


def drawing(content: bytes) -> Edit:
    def edit(root: Path) -> None:
        (root / BANK / "media").mkdir(exist_ok=True)
        (root / BANK / "media" / "map.png").write_bytes(content)

    return edit


TOPIC, YAML = BANK / "chapter-2.yaml", BANK / "bank.yaml"

EDITS: tuple[Edit, ...] = (
    *(lambda root, n=n: correct(root / BANK / f"chapter-{n}.yaml", n) for n in (1, 2)),
    replacing(TOPIC, "questions:\n", "\n\nquestions:\n"),
    replacing(TOPIC, "questions:\n", NEW),
    drawing(PNG),
    drawing(PNG + b"\0"),
    replacing(TOPIC, "topic: chapter-2", "topic: chapter-2\ntitle: Another"),
    replacing(TOPIC, "explain: ", "explain: Well. "),
    replacing(BANK / "chapter-4.yaml", "type: ", "typ: "),
    replacing(BANK / "chapter-4.yaml", "typ: ", "type: "),
    replacing(BANK / "chapter-4.yaml", "topic: chapter-4", "topic: chapter-5"),
    lambda root: (root / BANK / "chapter-3.yaml").rename(root / BANK / "chapter-6.yaml"),
    replacing(YAML, "id: bench", "id: other"),
    replacing(YAML, "id: other", "id: bench"),
    appending(YAML, "math: true\n"),
    appending(YAML, "language: de\n"),
    appending(YAML, "speak: true\n"),
    appending(YAML, "reference: a book\n"),
    replacing(BANK / "passage.md", "1. ", "1. Once "),
    replacing(f"decks/{CARDS}.yaml", "subdecks: topic", "subdecks: none"),
    appending(f"decks/{CARDS}.yaml", "  flips: true\n"),
    lambda root: build(root, built=1_700_000_000),
    lambda root: (root / "quizgen.toml").write_text('[lint]\nignore = ["no-source"]\n'),
)


def what_is_shown(snapshot: ProjectSnapshot) -> tuple[object, ...]:
    return snapshot.decks, snapshot.diagnostics, snapshot.media, snapshot.assessments


def from_nothing(root: Path) -> ProjectSnapshot:
    cache = root / ".quizgen"
    cache.rename(root / "away")
    try:
        return take_snapshot(Project(root))
    finally:
        # The first of these is what `take_snapshot` has left.
        for path in sorted(cache.rglob("*"), reverse=True):
            path.unlink() if path.is_file() else path.rmdir()
        cache.rmdir()
        (root / "away").rename(cache)


@pytest.mark.parametrize("seed", range(3))
def test_each_snapshot_is_as_if_it_were_the_first(root: Path, seed: int) -> None:
    edits = list(EDITS)
    if seed:
        random.Random(seed).shuffle(edits)
    snapshot = take_snapshot(Project(root))
    for edit in edits:
        edit(root)
        snapshot = take_snapshot(Project(root), (), snapshot)
        first = from_nothing(root)
        assert what_is_shown(snapshot)[:3] == what_is_shown(first)[:3]
        assert repr(snapshot.assessments) == repr(first.assessments)


def test_only_the_cards_of_a_corrected_question_are_rendered(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rendered: list[str] = []

    def counting(note: NoteData) -> object:
        rendered.append(note.content["id"])
        return cards_of(note)

    monkeypatch.setattr("quizgen.preview.entries.cards_of", counting)
    first = take_snapshot(Project(root))
    assert len(rendered) >= ITEMS
    rendered.clear()
    correct(root / BANK / "chapter-1.yaml", 1)
    second = take_snapshot(Project(root), (), first)
    assert len(rendered) == 1
    before, after = (snapshot.decks[0].entries for snapshot in (first, second))
    changed = [new.id for new, old in zip(after, before, strict=True) if new.cards != old.cards]
    assert len(changed) == 1


def test_questions_of_other_files_are_not_read_again(root: Path) -> None:
    first = take_snapshot(Project(root))
    correct(root / BANK / "chapter-1.yaml", 1)
    second = take_snapshot(Project(root), (), first)
    old, new = (snapshot.assessments[0].bank.items for snapshot in (first, second))
    again = {one.topic for one, other in zip(new, old, strict=True) if one is not other}
    assert again == {"chapter-1"}
