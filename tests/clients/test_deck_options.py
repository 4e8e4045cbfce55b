"""Deck options in a package: what real Anki does with them, by default and when asked to."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from anki.collection import Collection
from anki.import_export_pb2 import ImportAnkiPackageOptions, ImportAnkiPackageRequest
from support import write_project

from quizgen import build
from quizgen.model.diagnostics import Severity

DECK = """
bank: talks
anki:
  deck: Talks
  subdecks: topic
  options: {%s}
"""
OPTIONS = "new_per_day: 7, reviews_per_day: 0, learning_steps: [2m, 1h, 1d], bury_siblings: true"


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Collection]:
    opened = Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


def imported(collection: Collection, root: Path, options: str, presets: bool) -> dict[str, Any]:
    """The options that the deck has after an import; `presets`: the learner ticks the box."""
    build(write_project(root, deck=DECK % options), built=1_700_000_000)
    request = ImportAnkiPackageRequest(
        package_path=str(root / "dist/talks/talks.apkg"),
        options=ImportAnkiPackageOptions(with_deck_configs=presets),
    )
    collection.import_anki_package(request)
    return dict(collection.decks.config_dict_for_deck_id(collection.decks.id("Talks")))  # type: ignore[arg-type]


def test_anki_leaves_them_out_by_default(collection: Collection, tmp_path: Path) -> None:
    asked = collection._backend.get_import_anki_package_presets()
    assert not asked.with_deck_configs
    assert imported(collection, tmp_path / "p", OPTIONS, presets=False)["id"] == 1


def test_a_learner_who_wants_them_gets_them(collection: Collection, tmp_path: Path) -> None:
    found = imported(collection, tmp_path / "p", OPTIONS, presets=True)
    assert found["name"] == "Talks"
    assert found["new"]["perDay"] == 7
    assert found["new"]["delays"] == [2, 60, 1440]
    assert found["rev"]["perDay"] == 0
    assert found["new"]["bury"]
    assert found["rev"]["bury"]
    assert (found["newGatherPriority"], found["newSortOrder"]) == (1, 1)
    subdeck = collection.decks.config_dict_for_deck_id(collection.decks.id("Talks::people"))  # type: ignore[arg-type]
    assert subdeck["id"] == found["id"]
    assert collection.fix_integrity()[1]


def test_what_is_not_said_is_as_in_anki(collection: Collection, tmp_path: Path) -> None:
    default = collection.decks.get_config(1)  # type: ignore[arg-type]
    assert default is not None
    found = imported(collection, tmp_path / "p", "name: For class 9", presets=True)
    assert found["name"] == "For class 9"
    ours = {"id", "name", "mod", "usn", "newGatherPriority", "newSortOrder"}
    assert {k: v for k, v in found.items() if k not in ours} == {
        k: v for k, v in default.items() if k not in ours
    }


def test_a_second_import_keeps_what_the_learner_chose(
    collection: Collection, tmp_path: Path
) -> None:
    found = imported(collection, tmp_path / "p", OPTIONS, presets=True)
    found["new"]["perDay"] = 3
    collection.decks.update_config(found)
    changed = OPTIONS.replace("7", "9")
    assert imported(collection, tmp_path / "p", changed, presets=True)["new"]["perDay"] == 3


@pytest.mark.parametrize(("written", "share"), [("0.85", 0.85), ("95%", 0.95), ("70 %", 0.7)])
def test_retention_and_leeches(
    collection: Collection, tmp_path: Path, written: str, share: float
) -> None:
    options = f"desired_retention: {written}, leech_threshold: 4"
    found = imported(collection, tmp_path / "p", options, presets=True)
    assert found["desiredRetention"] == pytest.approx(share)
    assert found["lapse"]["leechFails"] == 4


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("desired_retention: 90", "bad-word"),
        ("desired_retention: 1.0", "bad-word"),
        ("desired_retention: 0.5", "bad-word"),
        ("leech_threshold: 0", "bad-number"),
    ],
)
def test_what_anki_would_not_take_is_told(tmp_path: Path, written: str, name: str) -> None:
    result = build(write_project(tmp_path / "p", deck=DECK % written), built=1)
    (found,) = result.diagnostics
    assert (found.name, found.severity) == (name, Severity.ERROR)
    assert found.span.line == 5
    assert found.help is not None


def test_a_learner_may_want_them_later(collection: Collection, tmp_path: Path) -> None:
    imported(collection, tmp_path / "p", OPTIONS, presets=False)
    assert imported(collection, tmp_path / "p", OPTIONS, presets=True)["new"]["perDay"] == 7


def test_a_deck_with_options_of_the_learners_own(collection: Collection, tmp_path: Path) -> None:
    imported(collection, tmp_path / "p", OPTIONS, presets=False)
    own = collection.decks.add_config("My own")
    deck = collection.decks.by_name("Talks")
    assert deck is not None
    collection.decks.set_config_id_for_deck_dict(deck, own["id"])
    assert imported(collection, tmp_path / "p", OPTIONS, presets=False)["name"] == "My own"
    assert imported(collection, tmp_path / "p", OPTIONS, presets=True)["name"] == "Talks"
