"""A build with nothing to do does nothing; one with something to do is never mistaken for it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from support import write_project
from support.commands import run

import quizgen
from quizgen.commands.cache.builds import ProjectFiles, observe, remember, unchanged
from quizgen.commands.cache.file_stamps import tool
from quizgen.commands.cache.store import read_cache
from quizgen.project.layout import Project

EARLIER = 1_700_000_000


def _remember(project: Project, inputs: ProjectFiles, written: Iterable[Path] = ()) -> None:
    """Remember a build of everything."""
    remember(read_cache(project, inputs.tool), project, "all", inputs, written)


@pytest.fixture
def built(tmp_path: Path) -> Project:
    """A project as a build has left it: every file older than what is remembered of it."""
    write_project(tmp_path)
    project = Project(tmp_path)
    output = tmp_path / "dist" / "deck" / "worksheet.pdf"
    output.parent.mkdir(parents=True)
    output.write_bytes(b"a worksheet")
    for path in tmp_path.rglob("*"):
        os.utime(path, (EARLIER, EARLIER))
    _remember(project, observe(project), [output])
    return project


def test_nothing_is_known_before_the_first_build(tmp_path: Path) -> None:
    write_project(tmp_path)
    assert not unchanged(Project(tmp_path), "all")


def test_nothing_has_changed(built: Project) -> None:
    assert unchanged(built, "all")
    assert not unchanged(built, "another deck")


def test_links_to_nowhere_and_in_circles_stop_no_build(built: Project) -> None:
    (built.banks / "gone").symlink_to("nothing")
    (built.banks / "round").symlink_to(".")
    here, there = built.banks / "here", built.banks / "there"
    here.mkdir()
    there.mkdir()
    (here / "on").symlink_to(there)
    (there / "back").symlink_to(here)
    assert quizgen.build(built.root, built=1).files
    assert "question_bank/talks/bank.yaml" in observe(built).files


def test_a_bank_linked_inside_the_project_is_looked_at_and_no_other(
    built: Project, tmp_path_factory: pytest.TempPathFactory
) -> None:
    for name, folder in (
        ("inside", built.root / "shared"),
        ("outside", tmp_path_factory.mktemp("elsewhere")),
    ):
        folder.mkdir(exist_ok=True)
        (folder / "new.yaml").write_text("topic: x\n")
        (built.banks / name).symlink_to(folder)
    looked_at = observe(built).files
    assert "question_bank/inside/new.yaml" in looked_at
    assert "question_bank/outside/new.yaml" not in looked_at


def _bank_file(root: Path) -> Path:
    return next((root / "question_bank").rglob("bank.yaml"))


def memory(root: Path) -> Path:
    return root / ".quizgen" / "cache" / "builds"


CHANGES: dict[str, Callable[[Path], object]] = {
    "edited": lambda root: _bank_file(root).write_text("id: other\n"),
    "new topic file": lambda root: (_bank_file(root).parent / "new.yaml").write_text("topic: x\n"),
    "new deck file": lambda root: (root / "decks" / "second.yaml").write_text("bank: bank\n"),
    "new picture": lambda root: (_bank_file(root).parent / "a.png").write_bytes(b"x"),
    "removed": lambda root: _bank_file(root).unlink(),
    "renamed": lambda root: _bank_file(root).rename(_bank_file(root).with_name("b.yaml")),
    "settings": lambda root: (root / "quizgen.toml").write_text(""),
    "output gone": lambda root: (root / "dist" / "deck" / "worksheet.pdf").unlink(),
    "output replaced": lambda root: (root / "dist" / "deck" / "worksheet.pdf").write_bytes(
        b"other"
    ),
    "all outputs gone": lambda root: shutil.rmtree(root / "dist"),
    "a build was killed": lambda root: Project(root).journal.write_text("{}"),
    "memory damaged": lambda root: (memory(root)).write_text("[1"),
    "memory of another kind": lambda root: (memory(root)).write_text(
        memory(root).read_text().replace('"builds": {', '"builds": {"a": 1, ')
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_every_change_is_seen(built: Project, change: Callable[[Path], object]) -> None:
    change(built.root)
    assert not unchanged(built, "all")


def test_a_file_of_the_same_size_and_time_is_read_again_while_it_is_new(built: Project) -> None:
    file = _bank_file(built.root)
    inputs = observe(built)
    seen = {name: known._replace(seen=EARLIER * 10**9) for name, known in inputs.files.items()}
    _remember(built, inputs._replace(files=seen))
    file.write_bytes(bytes(reversed(file.read_bytes())))
    os.utime(file, (EARLIER, EARLIER))
    assert not unchanged(built, "all")


def test_a_file_that_was_only_touched_counts_as_the_same(built: Project) -> None:
    for path in built.root.rglob("*"):
        os.utime(path, (EARLIER + 5, EARLIER + 5))
    assert unchanged(built, "all")


def test_hidden_files_are_none_of_a_builds_business(built: Project) -> None:
    (built.decks / ".deck.yaml.swp").write_text("an editor's")
    assert unchanged(built, "all")


def test_another_quizgen_builds_again(built: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizgen.commands.cache.file_stamps.__version__", "9.9")
    assert unchanged(built, "all"), "this process goes on with the code that it began with"
    monkeypatch.setattr("quizgen.commands.cache.file_stamps.tool", tool.__wrapped__)
    assert not unchanged(built, "all")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of quizgen's package, with something else beside it."""
    (tmp_path / "other.py").write_text("1")
    package = Path(quizgen.__file__).parent
    return shutil.copytree(package, tmp_path / "quizgen", ignore=lambda *_: ["__pycache__"])


def tool_of(copy: Path) -> str:
    """What the quizgen in `copy` takes itself for."""
    code = "from quizgen.commands.cache.file_stamps import tool; print(tool())"
    environment = {**os.environ, "PYTHONPATH": str(copy.parent)}
    command = [sys.executable, "-B", "-c", code]
    return subprocess.run(
        command, cwd=copy, env=environment, capture_output=True, text=True, check=True
    ).stdout


def _touch(path: Path) -> None:
    os.utime(path, (EARLIER, EARLIER))


def test_any_other_code_of_quizgen_builds_again(copy: Path) -> None:
    before = tool_of(copy)
    _touch(copy.parent / "other.py")
    assert tool_of(copy) == before, "what lies beside the package is no code of quizgen's"
    _touch(copy / "writers" / "base.py")
    assert tool_of(copy) != before


def test_an_installed_quizgen_is_known_by_the_list_of_its_files(copy: Path) -> None:
    checkout = tool_of(copy)
    record = copy.with_name(f"quizgen-{quizgen.__version__}.dist-info") / "RECORD"
    record.parent.mkdir()
    record.write_text("quizgen/writers/base.py,,\n")
    installed = tool_of(copy)
    assert installed != checkout
    _touch(copy / "writers" / "base.py")
    assert tool_of(copy) == installed, "the files themselves are not looked at"
    _touch(record)
    assert tool_of(copy) != installed


def test_a_folder_that_cannot_be_written_to_is_no_fault(tmp_path: Path) -> None:
    write_project(tmp_path)
    project = Project(tmp_path)
    (tmp_path / ".quizgen").write_text("in the way")
    _remember(project, observe(project))
    assert not unchanged(project, "all")


def test_what_is_remembered_stays_out_of_git(built: Project) -> None:
    assert (built.root / ".quizgen" / "cache" / ".gitignore").read_text() == "*\n"


def test_a_clock_that_was_set_right_is_no_reason_to_keep_silent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_project(tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(EARLIER + 10**8))
    assert run("build") == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(EARLIER))
    capsys.readouterr()
    assert run("build") == 0
    assert "ledger-from-the-future" in capsys.readouterr().err
    assert run("build") == 0
    assert "warnings of the last build: 1" in capsys.readouterr().err
