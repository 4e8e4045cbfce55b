"""Deck files of several banks that name one deck: Anki puts their cards into it."""

from __future__ import annotations

from pathlib import Path

from anki.collection import Collection
from anki.import_export_pb2 import ImportAnkiPackageOptions, ImportAnkiPackageRequest

from quizgen import build


def test_anki_puts_the_cards_of_both_into_one_deck(tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir()
    for name in ("seoul", "oslo"):
        folder = tmp_path / "question_bank" / name
        folder.mkdir(parents=True)
        (folder / "bank.yaml").write_text(f"id: {name}\ntitle: {name}\n", encoding="utf-8")
        entry = f"- {{id: who, type: flashcard, front: Who in {name}?, back: b, reference: r}}\n"
        (folder / "people.yaml").write_text(f"topic: people\nquestions:\n{entry}", encoding="utf-8")
        deck = f"bank: {name}\nanki: {{deck: 'World::Talks'}}\n"
        (tmp_path / "decks" / f"{name}.yaml").write_text(deck, encoding="utf-8")
    packages = [path for path in build(tmp_path, built=1).files if path.suffix == ".apkg"]
    collection = Collection(str(tmp_path / "collection.anki2"))
    try:
        for package in packages:
            options = ImportAnkiPackageOptions(with_scheduling=False)
            request = ImportAnkiPackageRequest(package_path=str(package), options=options)
            collection.import_anki_package(request)
        assert len(packages) == 2
        assert len(collection.find_cards("deck:World::Talks")) == 2
        names = [deck.name for deck in collection.decks.all_names_and_ids()]
        assert sorted(names) == ["Default", "World", "World::Talks"]
    finally:
        collection.close()
