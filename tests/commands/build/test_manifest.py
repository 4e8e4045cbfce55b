"""The manifest beside a deck's files: what they were made of."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from support import write_project

from quizgen.commands.build.build import build
from quizgen.commands.build.manifest import parse_manifest
from quizgen.model.assessment import Overrides
from quizgen.model.version import __version__
from quizgen.project.system_fonts import system_font_files

DECK = """\
bank: talks
anki: {deck: Talks}
worksheets:
- {name: w, title: W, sections: [{title: A}]}
"""


def _manifest(root: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((root / "dist" / "talks" / "manifest.json").read_bytes())
    return found


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_it_has_every_file_that_was_read_and_every_file_that_was_written(tmp_path: Path) -> None:
    write_project(tmp_path, deck=DECK)
    (tmp_path / "question_bank" / "other").mkdir()
    build(tmp_path, built=1)
    found, out = _manifest(tmp_path), tmp_path / "dist" / "talks"
    assert found["quizgen"] == __version__
    assert found["outputs"] == {
        path.name: _digest(path) for path in out.iterdir() if path.name != "manifest.json"
    }
    bank = (tmp_path / "question_bank" / "talks").rglob("*.*")
    read = [path for path in bank if path.suffix != ".ledger"] + [tmp_path / "decks" / "talks.yaml"]
    assert found["sources"] == {
        path.relative_to(tmp_path).as_posix(): _digest(path) for path in read
    }


def test_it_has_a_digest_of_what_each_output_says(tmp_path: Path) -> None:
    bank = write_project(tmp_path, deck=DECK) / "question_bank" / "talks"
    build(tmp_path, built=1)
    first = _manifest(tmp_path)
    assert {*first["made_of"]} == {*first["outputs"]} == {"talks.apkg", "w.pdf", "w-key.pdf"}
    (bank / "people.yaml").write_text("# A remark.\n" + (bank / "people.yaml").read_text())
    build(tmp_path, built=2)
    rearranged = _manifest(tmp_path)
    assert rearranged["sources"] != first["sources"]
    assert rearranged["made_of"] == first["made_of"]
    (bank / "people.yaml").write_text((bank / "people.yaml").read_text() + "  explain: It was.\n")
    build(tmp_path, built=3)
    fingerprints = _manifest(tmp_path)["made_of"]
    assert {name for name in fingerprints if fingerprints[name] != first["made_of"][name]} == {
        "talks.apkg",
        "w-key.pdf",
    }


def test_one_of_an_older_version_can_be_read(tmp_path: Path) -> None:
    write_project(tmp_path, deck=DECK)
    build(tmp_path, built=1)
    old = _manifest(tmp_path)
    del old["made_of"]
    found = parse_manifest(json.dumps(old).encode())
    assert found is not None
    assert (found.outputs, found.fingerprints) == (old["outputs"], {})


def test_it_is_the_same_in_another_folder_at_another_time(tmp_path: Path) -> None:
    here, there = tmp_path / "here", tmp_path / "there"
    here.mkdir()
    write_project(here, deck=DECK)
    build(here, built=1)
    shutil.copytree(here, there)
    shutil.rmtree(there / "dist" / "talks")
    shutil.copytree(here / "dist" / "talks", there / "dist" / "talks")
    build(there, built=2)
    assert _manifest(here) == _manifest(there)
    assert str(tmp_path) not in json.dumps(_manifest(there))


def test_a_font_from_outside_the_project_is_named_without_its_folder(tmp_path: Path) -> None:
    font = next((path for path in system_font_files() if path.suffix == ".ttf"), None)
    if font is None:
        pytest.skip("no font on this machine; .ci/run installs some")
    project = write_project(tmp_path / "project", deck=DECK + f"fonts: {font}\n")
    assert build(project, built=1).files
    assert _manifest(project)["sources"][font.name] == _digest(font)
    assert str(font.parent) not in json.dumps(_manifest(project))


def test_a_build_that_does_not_follow_the_deck_file_leaves_it_alone(tmp_path: Path) -> None:
    write_project(tmp_path, deck=DECK)
    build(tmp_path, built=1)
    before = _manifest(tmp_path)
    build(tmp_path, built=1, overrides=Overrides(forms=2))
    assert _manifest(tmp_path) == before
