"""What quizgen built comes back as the bank it was: building that changes nothing for pupils.

Everything twice: with the entries of the author that a package holds, and from the cards alone, as
packages of earlier versions have it.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from anki.collection import Collection, ExportAnkiPackageOptions
from anki.import_export_pb2 import ImportAnkiPackageOptions, ImportAnkiPackageRequest
from support import PIXEL, load_bank, write_project
from support.entries import cards_alone, typed, without_entries
from support.importing import BUILT, LATER, built, by_guid, imported
from support.packages import read
from support.paths import ROOT

from quizgen.commands.importing import ImportLoss
from quizgen.model.bank import Bank
from quizgen.model.item import Item, interaction_texts
from quizgen.readers.question_types import QUESTION_TYPES

SAMPLE = ROOT
DECK = "bank: talks\nanki: {deck: 'World::Talks', description: 'For *you*'}\n"
OF_THE_WHOLE = {ImportLoss.WORKSHEETS, ImportLoss.PASSAGE}


@pytest.fixture(params=["entries", "cards"])
def has_entries(request: pytest.FixtureRequest) -> bool:
    return str(request.param) == "entries"


def again(package: Path, root: Path, *, has_entries: bool) -> Path:
    """Import `package`, build what that gives a day later, and find nothing changed."""
    first = read(package)
    if not has_entries:
        package = without_entries(package, package.with_name("earlier.apkg"))
    losses = set(imported(package, root).losses)
    assert losses - {ImportLoss.CARDS_ALONE} <= OF_THE_WHOLE
    assert (ImportLoss.CARDS_ALONE in losses) is not has_entries
    path = built(root, LATER)
    second = read(path)
    assert second.notes == read(package).notes
    assert cards_alone(second) == cards_alone(first)
    return path


def said(item: Item) -> tuple[object, ...]:
    """What an author wrote, without places in files."""
    texts = [item.stem, *interaction_texts(item.interaction), *item.evidence, *item.references]
    if item.explain:
        texts.append(item.explain)
    tags = tuple(tag.value for tag in item.tags)
    return (item.id.value, item.type, item.topic, item.difficulty, tags, [t.runs for t in texts])


def assert_same(before: Bank, after: Bank, *, has_entries: bool) -> None:
    assert [said(item) for item in after.items] == [said(item) for item in before.items]
    if has_entries:
        assert [typed(item) for item in after.items] == [typed(item) for item in before.items]


def forget_releases(root: Path) -> None:
    """Delete the ledgers: what learners have from before there were entries has none."""
    for ledger in root.glob("*/**/*.ledger"):
        ledger.unlink()


def test_the_sample_bank(has_entries: bool, tmp_path: Path) -> None:
    for folder in ("question_bank", "decks"):
        shutil.copytree(SAMPLE / folder, tmp_path / "first" / folder)
    forget_releases(tmp_path / "first")
    package = built(tmp_path / "first", BUILT)
    assert len(read(package).notes) == 83
    again(package, tmp_path / "second", has_entries=has_entries)
    before, _ = load_bank(tmp_path / "first/question_bank/seoul-talks")
    after, _ = load_bank(tmp_path / "second/question_bank/seoul-talks")
    assert_same(before, after, has_entries=has_entries)
    assert [topic.title.plain for topic in after.topics] == [t.title.plain for t in before.topics]
    assert after.language == before.language == "en-GB"


@pytest.mark.parametrize("question_type", QUESTION_TYPES, ids=lambda t: t.name)
@pytest.mark.parametrize(
    "language", ["en", "en-GB", "de", "ko", "fr", "ja", "ar", "zh-TW", "zh-Hant-TW"]
)
def test_every_type(
    question_type: object, language: str, has_entries: bool, tmp_path: Path
) -> None:
    example = question_type.example  # type: ignore[attr-defined]
    root = write_project(tmp_path / "p", example, deck=DECK, bank=f"language: {language}\n")
    again(built(root, BUILT), tmp_path / "second", has_entries=has_entries)
    before, _ = load_bank(root / "question_bank/talks")
    after, _ = load_bank(tmp_path / "second/question_bank/talks")
    assert_same(before, after, has_entries=has_entries)
    assert after.language == language


FULL = """
- {id: reason, type: multiple_choice, question: 'Which *two*?', answer: [{text: A, rationale: yes},
    B], distractors: [{text: none, pinned: true}, {text: C, rationale: '**so**'}, D, E],
    explain: "First line\\\\\\nsecond\\n\\nthird", reference: [one, '[two](http://x.y/?a=1&b=2)'],
    tags: [x::y, z], difficulty: hard}
- {id: years, type: multiple_choice, question: q, answer: 1718, distractors: ['2094', {text: none,
    pinned: true}, '825'], ascending: true, reference: r}
- {id: n, type: numeric, question: 'How much is x~2~^3^?', answer: '-1.50', tolerance: 0.25,
    unit: km, evidence: [sat down in Seoul, They spoke of]}
- {id: s, type: short_answer, question: '`code`, <b>, {{c1::x}}, \\(x\\), &amp; and \\*stars\\*',
    answer: 'a, b', accept: ['a,b', '*c*, d', '825'], reference: r}
- {id: m, type: matching, question: q, pairs: {z: '1', y: '2', x: '1'}, distractors: ['0', '3'],
    reference: r}
- {id: o, type: ordering, question: q, in_order: ['**c**', b, a], reference: r}
- {id: t, type: timeline, question: q, events: {1718: a, 2023-12: b, 2024-02-29: c},
    reference: r}
- {id: mh, type: matching, question: q, pairs: [{premise: a, response: x, hint: 'For *a*'}, {b: y}],
    hint: For all, reference: r}
- {id: th, type: timeline, question: q, events: [{date: 1718, event: a, hint: Early}, {1720: b}],
    reference: r}
- {id: c, type: cloze, text: '**The {{c1::a *b*::h}}** of {{c2::x&#58;&#58;y}} {&#123;c3::z}}',
    reference: r}
- {id: e, type: essay, question: q, answer: '![a *map*](map.png)', rubric: {'*One*': 2, Two (3): 1},
    reference: r}
- {id: f, type: flashcard, front: '![a map](map.png)', back: b, reversed: true, reference: r}
"""


def test_every_key_and_hostile_texts(has_entries: bool, tmp_path: Path) -> None:
    media = {"map.png": PIXEL}
    root = write_project(tmp_path / "p", FULL, deck=DECK, media=media)  # type: ignore[arg-type]
    again(built(root, BUILT), tmp_path / "second", has_entries=has_entries)


def test_parts_keep_their_numbers_and_removed_ones_stay_retired(
    has_entries: bool, tmp_path: Path
) -> None:
    pairs = "- {id: m, type: matching, question: q, reference: r, pairs: {%s}}"
    root = write_project(tmp_path / "p", pairs % "a: '1', b: '2', c: '3'", deck=DECK)
    built(root, BUILT)
    write_project(tmp_path / "p", pairs % "c: '3', b: '2'", deck=DECK)
    package = built(root, BUILT + 5, "talks")
    again(package, tmp_path / "second", has_entries=has_entries)
    update = root / "dist/talks/talks-update.apkg"
    imported(update, tmp_path / "third")
    built(tmp_path / "third", LATER, "talks")
    assert by_guid(read(tmp_path / "third/dist/talks/talks-update.apkg")) == by_guid(read(update))


def test_one_topic_in_a_subdeck(has_entries: bool, tmp_path: Path) -> None:
    deck = DECK.replace("description", "subdecks: topic, description")
    root = write_project(tmp_path / "p", QUESTION_TYPES[0].example, deck=deck)
    again(built(root, BUILT), tmp_path / "second", has_entries=has_entries)
    assert "deck: World::Talks\n" in (tmp_path / "second/decks/talks.yaml").read_text()


def test_a_question_that_was_renamed(has_entries: bool, tmp_path: Path) -> None:
    root = write_project(tmp_path / "p", QUESTION_TYPES[0].example, deck=DECK)
    built(root, BUILT)
    text = QUESTION_TYPES[0].example.replace("id: veto", "id: new\n  renamed_from: veto")
    write_project(tmp_path / "p", text, deck=DECK)
    again(built(root, BUILT + 5), tmp_path / "second", has_entries=has_entries)


@pytest.mark.parametrize("legacy", [True, False])
def test_through_a_real_anki(legacy: bool, has_entries: bool, tmp_path: Path) -> None:
    for folder in ("question_bank", "decks"):
        shutil.copytree(SAMPLE / folder, tmp_path / "first" / folder)
    forget_releases(tmp_path / "first")
    package = built(tmp_path / "first", BUILT)
    if not has_entries:
        package = without_entries(package, tmp_path / "earlier.apkg")
    collection = Collection(str(tmp_path / "c.anki2"))
    collection.import_anki_package(
        ImportAnkiPackageRequest(package_path=str(package), options=ImportAnkiPackageOptions())
    )
    exported = tmp_path / "exported.apkg"
    options = ExportAnkiPackageOptions(legacy=legacy, with_media=True)
    collection.export_anki_package(out_path=str(exported), options=options, limit=None)
    collection.close()
    losses = set(imported(exported, tmp_path / "second").losses)
    assert losses - {ImportLoss.CARDS_ALONE} <= OF_THE_WHOLE
    assert (ImportLoss.CARDS_ALONE not in losses) is has_entries
    packages = (package, built(tmp_path / "second", LATER))
    before, after = (by_guid(read(path)) for path in packages)
    assert before.keys() == after.keys()
    for guid, note in before.items():
        assert after[guid].fields == note.fields
        assert sorted(after[guid].tags) == sorted(note.tags)
        assert after[guid].modified == note.modified
