"""What becomes of a pupil's own styling when a later deck has note types of another look.

The page of updates says so: these tests hold the page.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from anki.collection import Collection
from anki.import_export_pb2 import (
    IMPORT_ANKI_PACKAGE_UPDATE_CONDITION_NEVER,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)
from support import write_project

from quizgen import build
from quizgen.writers.anki import planning

FIRST, LATER = 1_700_000_000, 1_800_000_000
MINE = "\n.card { font-size: 30px; } /* mine */"


@pytest.fixture
def releases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """The package of a first release, and that of a later one, whose styles are others."""
    root = write_project(tmp_path / "p")
    package = root / "dist/talks/talks.apkg"
    with monkeypatch.context() as patch:
        patch.setattr(planning, "stylesheet", lambda: "/* as it was */")
        build(root, built=FIRST)
    first = Path(shutil.copy(package, tmp_path / "first.apkg"))
    build(root, built=LATER, force=True)
    return first, package


def styling_after(
    releases: tuple[Path, Path], folder: Path, changed: int, *, never: bool = False
) -> tuple[str, int]:
    """The styling, and the reviews, of a pupil who added to it at the time `changed`."""
    collection = Collection(str(folder / "c.anki2"))
    options = ImportAnkiPackageOptions()
    if never:
        options.update_notetypes = IMPORT_ANKI_PACKAGE_UPDATE_CONDITION_NEVER
    for package in releases:
        collection.import_anki_package(
            ImportAnkiPackageRequest(package_path=str(package), options=options)
        )
        if package is releases[0]:
            note_type = collection.models.by_name("quizgen Choice")
            assert note_type is not None
            note_type["css"] += MINE
            collection.models.update_dict(note_type)
            assert collection.db is not None
            collection.db.execute("update notetypes set mtime_secs = ?", changed)
            collection.decks.select(collection.decks.id("Talks"))  # type: ignore[arg-type]
            card = collection.sched.getCard()
            assert card is not None
            collection.sched.answerCard(card, 3)
    note_type = collection.models.by_name("quizgen Choice")
    assert note_type is not None
    assert collection.db is not None
    reviews = collection.db.scalar("select count() from revlog")
    collection.close()
    return note_type["css"], reviews


def test_a_later_note_type_replaces_what_a_pupil_added_before(
    releases: tuple[Path, Path], tmp_path: Path
) -> None:
    css, reviews = styling_after(releases, tmp_path, LATER - 1)
    assert "mine" not in css
    assert css == planning.stylesheet()
    assert reviews == 1


def test_what_a_pupil_adds_after_the_build_stays_and_the_look_stays_old(
    releases: tuple[Path, Path], tmp_path: Path
) -> None:
    css, reviews = styling_after(releases, tmp_path, LATER + 1)
    assert css == f"/* as it was */{MINE}"
    assert reviews == 1


def test_a_release_with_the_same_look_leaves_styling_alone(
    releases: tuple[Path, Path], tmp_path: Path
) -> None:
    again = (releases[1], Path(shutil.copy(releases[1], tmp_path / "again.apkg")))
    css, _ = styling_after(again, tmp_path, LATER + 1)
    assert css.endswith(MINE)


def test_a_pupil_can_keep_styling_and_the_old_look(
    releases: tuple[Path, Path], tmp_path: Path
) -> None:
    css, reviews = styling_after(releases, tmp_path, LATER - 1, never=True)
    assert css == f"/* as it was */{MINE}"
    assert reviews == 1
