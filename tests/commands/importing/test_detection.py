"""The language of a stranger's deck is detected, or left out and told."""

from __future__ import annotations

from pathlib import Path

import pytest
from support.packages import StockNote, anki_package, read

from quizgen.commands.importing import ImportedBank, ImportLoss, detection, import_package

GERMAN = (
    ("Welcher Nerv versorgt den Deltamuskel am Oberarm?", "Der Nervus axillaris tut es."),
    ("Wie heißt die Hauptstadt von Südkorea?", "Sie heißt Seoul und liegt am Fluss Han."),
    ("Wer schrieb das Drama Faust?", "Johann Wolfgang von Goethe, in vielen Jahren."),
)
FRENCH = (
    ("Quel nerf innerve le muscle deltoïde ?", "C'est le nerf axillaire qui l'innerve."),
    ("Quelle est la capitale de la Corée du Sud ?", "C'est la ville de Séoul, sur le Han."),
    ("Qui a écrit le roman Les Misérables ?", "Victor Hugo l'a écrit, il y a longtemps."),
)
PAIRS = (("Haus", "house"), ("Baum", "tree"))


def bank(folder: Path, notes: tuple[tuple[str, str], ...]) -> tuple[str, ImportedBank]:
    """The bank file that `notes` become, and the import."""
    package = anki_package(folder, [StockNote("Basic", note) for note in notes])
    found = import_package(read(package))
    (text,) = (c.decode() for path, c in found.files.items() if path.name == "bank.yaml")
    return text, found


@pytest.mark.parametrize(("notes", "code"), [(GERMAN, "de"), (FRENCH, "fr")])
def test_the_language_is_detected(
    notes: tuple[tuple[str, str], ...], code: str, tmp_path: Path
) -> None:
    text, found = bank(tmp_path, notes)
    assert f"\nlanguage: {code}\n" in text
    assert ImportLoss.LANGUAGE not in found.losses


@pytest.mark.parametrize("notes", [PAIRS, GERMAN + FRENCH], ids=["short", "mixed"])
def test_a_language_that_is_not_clear_is_left_out_and_told(
    notes: tuple[tuple[str, str], ...], tmp_path: Path
) -> None:
    text, found = bank(tmp_path, notes)
    assert "language" not in text
    (loss,) = found.losses[ImportLoss.LANGUAGE]
    assert loss.what == "question_bank/geography/bank.yaml"


def test_without_the_library_the_language_is_left_out_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(detection, "can_detect", lambda: False)
    text, found = bank(tmp_path, GERMAN)
    assert "language" not in text
    assert ImportLoss.LANGUAGE in found.losses
