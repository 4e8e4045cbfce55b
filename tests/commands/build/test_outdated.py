"""``build --check``: which files a build would change, found without writing one."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from support import write_project

from quizgen.cli import main
from quizgen.commands.build.build import build
from quizgen.commands.build.outdated import OutdatedReason as Reason
from quizgen.project.layout import Project

DECK = """\
bank: talks
anki: {deck: Talks}
worksheets:
- {name: w, title: W, sections: [{title: A}]}
"""
OUT = Path("dist") / "talks"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project as a build has left it."""
    write_project(tmp_path, deck=DECK)
    monkeypatch.chdir(tmp_path)
    assert build(tmp_path, built=1).files
    return tmp_path


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def _garble(root: Path) -> None:
    (root / OUT / "manifest.json").write_text('{"outputs": [1')


def _another_title(root: Path) -> None:
    _edit(root / "decks" / "talks.yaml", "title: W", "title: X")


def _two_forms(root: Path) -> None:
    _edit(root / "decks" / "talks.yaml", "title: W,", "title: W, forms: 2,")


def _new_picture(root: Path) -> None:
    media = root / "question_bank" / "talks" / "media"
    media.mkdir(exist_ok=True)
    (media / "notes.txt").write_text("a file of the bank that nothing prints")


def _stopped(root: Path) -> None:
    Project(root).journal.write_text("{}")


PDFS = {"dist/talks/w.pdf", "dist/talks/w-key.pdf"}
FORMS = {f"dist/talks/w-{form}{kind}.pdf" for form in "AB" for kind in ("", "-key")}
MANIFEST = {"dist/talks/manifest.json": Reason.OUTDATED}
CHANGES: dict[str, tuple[Callable[[Path], object], dict[str, Reason]]] = {
    "nothing": (lambda root: None, {}),
    "all gone": (
        lambda root: shutil.rmtree(root / "dist"),
        dict.fromkeys((*PDFS, "dist/talks/talks.apkg", "dist/talks/manifest.json"), Reason.MISSING),
    ),
    "one gone": (
        lambda root: (root / OUT / "w.pdf").unlink(),
        {"dist/talks/w.pdf": Reason.MISSING},
    ),
    "edited by hand": (
        lambda root: (root / OUT / "w.pdf").write_bytes(b"%PDF a teacher's notes"),
        {"dist/talks/w.pdf": Reason.EDITED},
    ),
    "deck file": (_another_title, {**dict.fromkeys(PDFS, Reason.OUTDATED), **MANIFEST}),
    "forms": (
        _two_forms,
        {
            **dict.fromkeys(FORMS, Reason.MISSING),
            "dist/talks/w.pdf": Reason.UNWANTED,
            "dist/talks/w-key.pdf": Reason.OUTDATED,
            **MANIFEST,
        },
    ),
    "a file of the bank": (_new_picture, MANIFEST),
    "garbled manifest": (_garble, MANIFEST),
    "a build was stopped": (_stopped, {"decks/.quizgen-journal": Reason.INTERRUPTED}),
    "a file of the teacher's": (lambda root: (root / OUT / "plan.pdf").write_bytes(b"x"), {}),
}


@pytest.mark.parametrize(("change", "stale"), CHANGES.values(), ids=CHANGES)
def test_each_stale_file_is_named_with_its_reason_and_nothing_is_written(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    change: Callable[[Path], object],
    stale: dict[str, Reason],
) -> None:
    change(project)
    before = _contents(project)
    with pytest.raises(SystemExit) as ended:
        main(["build", "--check", "--json"])
    said = json.loads(capsys.readouterr().out)
    assert {one["path"]: one["why"] for one in said["stale"]} == {
        path: why.value for path, why in stale.items()
    }
    assert ended.value.code == (1 if stale else 0)
    assert _contents(project) == before


def test_a_build_brings_everything_up_to_date(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _two_forms(project)
    with pytest.raises(SystemExit):
        main(["build", "--check"])
    out, err = capsys.readouterr()
    assert "dist/talks/w.pdf is there, and nothing asks for it any more\n" in out
    assert "quizgen build" in err
    assert build(project, built=2).files
    assert build(project, built=3, check=True).stale == ()


def test_an_error_is_told_as_ever(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "decks" / "talks.yaml").write_text("bank: tolks\n")
    with pytest.raises(SystemExit) as ended:
        main(["build", "--check"])
    out, err = capsys.readouterr()
    assert (ended.value.code, out) == (1, "")
    assert "error[unknown-bank]" in err


def test_check_does_not_go_with_watch(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["build", "--check", "--watch"])
    assert ended.value.code == 2
    assert "--check" in capsys.readouterr().err


def _contents(root: Path) -> dict[Path, bytes | None]:
    return {path: path.read_bytes() if path.is_file() else None for path in root.rglob("*")}
