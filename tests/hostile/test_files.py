"""No file of a project is waited for without an end, and none outside of it is read."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest
from support import CHOICE, DECK, PIXEL, write_project
from support.commands import run
from support.corpus.trees import FILES as TREE_FILES
from support.hostile import time_limit

from quizgen.writers.pdf.fonts.faces import MONO, face

SECRET = "PASSWORD=correct horse battery staple"
SAMPLE = f"# {SECRET}\n\n1. {SECRET} Three advisers sat down in Seoul.\n"

FILES = (*TREE_FILES, "decks/more.yaml", "fonts/own.ttf")


def _pipe(path: Path, outside: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path, outside: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # an address has at most 108 characters
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(path.name)
    os.chdir(here)


def _device(path: Path, outside: Path) -> None:
    path.symlink_to("/dev/zero")


def _environment(path: Path, outside: Path) -> None:
    path.symlink_to("/proc/self/environ")


def _secret(path: Path, outside: Path) -> None:
    path.symlink_to(outside)


def _loop(path: Path, outside: Path) -> None:
    path.symlink_to(path)


KINDS = {made.__name__.strip("_"): made for made in (_pipe, _socket, _device, _secret, _loop)}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project that has been built once, and the secret beside it."""
    deck = DECK + "fonts: ../fonts/own.ttf\n"
    root = tmp_path / "project"
    picture = CHOICE.replace("did they meet?", "did they meet? ![a map](map.png)")
    write_project(root, picture, deck=deck, media={"map.png": PIXEL})  # type: ignore[arg-type]
    (root / "fonts").mkdir()
    (root / "fonts/own.ttf").write_bytes(Path(face(MONO).path).read_bytes())
    (tmp_path / "secret.txt").write_text(SAMPLE)
    monkeypatch.chdir(root)
    monkeypatch.setenv("SECRET_OF_THE_PROCESS", SECRET)
    assert run("build") == 0
    return root


@pytest.mark.parametrize("kind", KINDS)
def test_every_command_answers_and_tells_no_secret(
    project: Path, kind: str, capfd: pytest.CaptureFixture[str]
) -> None:
    for name in FILES:
        _replaced(project, name, KINDS[kind], project.parent / "secret.txt")
        for command in (("check",), ("build",), ("list",)):
            with time_limit(60, f"{command} with {kind} as {name}"):
                assert run(*command) in {0, 1, 2}, (name, command)
        said = "".join(capfd.readouterr())
        assert SECRET not in said, name
        assert "bug in quizgen" not in said, name
        _restored(project, name)
    for path in project.rglob("*"):
        assert not path.is_file() or SECRET.encode() not in path.read_bytes(), path


def _replaced(project: Path, name: str, make: Callable[[Path, Path], None], secret: Path) -> None:
    path = project / name
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.exists():
        path.rename(project.parent / "kept")
    make(path, secret)


def _restored(project: Path, name: str) -> None:
    path = project / name
    path.unlink(missing_ok=True)
    kept = project.parent / "kept"
    if kept.exists():
        kept.rename(path)


@pytest.mark.parametrize(
    "name", ["question_bank/talks/passage.md", "question_bank/talks/people.yaml"]
)
@pytest.mark.parametrize(
    ("make", "words"),
    [
        (_pipe, "a named pipe"),
        (_socket, "a socket"),
        (_device, "a link to outside"),
        (_environment, "a link to outside"),
        (_secret, "a link to outside"),
    ],
)
def test_the_message_names_the_file_and_what_it_is(
    project: Path,
    name: str,
    make: Callable[[Path, Path], None],
    words: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    _replaced(project, name, make, project.parent / "secret.txt")
    assert run("check", "--format", "concise") == 2
    said = capsys.readouterr().out
    assert f"{name}:1:1: error[unreadable-file] this file is {words}" in said


@pytest.mark.parametrize("folder", ["question_bank/talks/media", "question_bank/talks", "decks"])
def test_a_folder_that_is_a_link_to_the_whole_disk_is_not_walked(
    project: Path, folder: str
) -> None:
    (project / folder / "all").symlink_to("/")
    with time_limit(60, folder):
        assert run("build") in {0, 1, 2}
        assert run("build") in {0, 1, 2}


def test_links_inside_of_the_project_are_followed(project: Path) -> None:
    passage = project / "question_bank/talks/passage.md"
    passage.rename(project / "shared.md")
    passage.symlink_to("../../shared.md")
    assert run("check") == 0


def test_a_picture_and_a_font_that_lie_outside_are_told_where_they_are_named(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("fonts/own.ttf", "question_bank/talks/media/map.png"):
        (project / name).rename(project.parent / Path(name).name)
        (project / name).symlink_to(project.parent / Path(name).name)
    assert run("check", "--format", "concise") == 1
    said = capsys.readouterr().out
    assert "people.yaml:5:13: error[missing-media] the picture 'map.png' is a link to" in said
    assert "talks.yaml:8:8: error[unusable-font] the font file 'own.ttf' is a link to" in said


def test_a_package_to_import_is_a_regular_file(project: Path) -> None:
    os.mkfifo("p.apkg")
    with time_limit(60, "import"):
        assert run("import", "p.apkg") == 2
        assert run("diff", "--against", "p.apkg") == 2


@pytest.mark.parametrize("name", ["p.csv", "p.tsv", "p.xlsx", "p.ods", "p.gift", "p.txt", "p"])
@pytest.mark.parametrize("kind", ["pipe", "socket", "device", "loop"])
def test_a_table_to_import_is_a_regular_file_too(
    project: Path, name: str, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    KINDS[kind](Path(name), project.parent / "secret.txt")
    before = {path for path in project.rglob("*") if path.is_file()}
    with time_limit(60, "import"):
        assert run("import", name, "--bank", "new") == 2
    assert "error[unreadable-file] this file" in capsys.readouterr().err
    assert {path for path in project.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("name", ["p.csv", "p.gift", "p.xlsx", "p.txt"])
def test_a_link_to_import_that_leads_to_no_questions_brings_nothing(
    project: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A link that a user names is followed, as `cp` does it; what is no table makes no bank."""
    (project / name).symlink_to("/proc/self/environ")
    assert run("import", name, "--bank", "new") != 0
    assert SECRET not in "".join(capsys.readouterr())
    assert not (project / "question_bank/new").exists()
