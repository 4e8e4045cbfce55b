"""Settings and options leave out what is optional, and never an error."""

from __future__ import annotations

from pathlib import Path

import pytest
from support import CHOICE, told, write_project
from support.commands import run

import quizgen
from quizgen.commands.diff import diff
from quizgen.commands.stats.count import count
from quizgen.preview.snapshot import take_snapshot
from quizgen.project.layout import Project


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = write_project(tmp_path / "project", "- id: x\n  type: flashcard\n  front: a\n  back: b")
    people = root / "question_bank/talks/people.yaml"
    people.write_text(people.read_text().replace("front: a", "front: a  "))
    monkeypatch.chdir(root)
    return root


def names(select: list[str] | None = None, ignore: list[str] | None = None) -> list[str]:
    return [found.name for found in quizgen.check(select=select, ignore=ignore or [])]


def test_options_choose_what_is_told(project: Path) -> None:
    assert names() == ["no-source", "trailing-space"]
    assert names(ignore=["no-source"]) == ["trailing-space"]
    assert names(select=["no-source"]) == ["no-source"]
    assert names(select=["no-source"], ignore=["no-source"]) == []


@pytest.mark.parametrize(
    ("file", "settings"),
    [
        ("quizgen.toml", '[lint]\nignore = ["no-source"]\n'),
        ("quizgen.toml", '[lint]\nselect = ["trailing-space"]\n'),
        ("pyproject.toml", '[project]\nname="x"\n[tool.quizgen.lint]\nignore = ["no-source"]\n'),
    ],
)
def test_settings_choose_what_is_told(project: Path, file: str, settings: str) -> None:
    (project / file).write_text(settings)
    assert names() == ["trailing-space"]
    assert names(select=["no-source"]) == ([] if "ignore" in settings else ["no-source"])
    assert [d.name for d in quizgen.build(project, built=1).diagnostics] == ["trailing-space"]
    assert [d.name for d in diff(Project(project)).diagnostics] == ["trailing-space"]
    assert [d.name for d in count(Project(project)).diagnostics] == ["trailing-space"]
    assert [finding.name for finding in take_snapshot(Project(project)).diagnostics] == [
        "trailing-space"
    ]


def test_the_own_file_counts_before_the_shared_one(project: Path) -> None:
    (project / "quizgen.toml").write_text('[lint]\nignore = ["trailing-space"]\n')
    (project / "pyproject.toml").write_text('[tool.quizgen.lint]\nignore = ["no-source"]\n')
    assert names() == ["no-source"]


def test_a_shared_file_without_settings_means_nothing(project: Path) -> None:
    (project / "pyproject.toml").write_text('[tool.ruff]\nselect = ["ALL"]\n')
    assert names() == ["no-source", "trailing-space"]


def test_settings_of_another_project_do_not_count(project: Path, tmp_path: Path) -> None:
    other = write_project(tmp_path / "other", "- {id: y, type: flashcard, front: a, back: b}")
    (other / "quizgen.toml").write_text('[lint]\nignore = ["no-source"]\n')
    found = quizgen.check(project, other)
    assert {d.span.source.path.parts[-4] for d in found} == {"project"}


def test_a_warning_can_be_made_an_error(project: Path) -> None:
    (project / "quizgen.toml").write_text('[lint]\nerror = ["no-source"]\n')
    assert run("check") == 1
    assert run("build") == 1
    assert run("stats") == 1
    assert not (project / "dist").exists()


def test_what_is_ignored_does_not_count_under_strict(project: Path) -> None:
    assert run("check", "--strict") == 1
    assert run("build", "--strict", "--ignore", "no-source") == 1
    assert run("check", "--strict", "--ignore", "no-source,trailing-space") == 0
    assert run("build", "--strict", "--ignore", "no-source", "--ignore", "trailing-space") == 0


def test_an_error_stays_whatever_is_selected(project: Path) -> None:
    write_project(project, CHOICE + CHOICE.replace("- id", "-  id"))
    assert names(select=["no-source"]) == ["yaml-syntax"]
    write_project(project, CHOICE + CHOICE)
    (project / "quizgen.toml").write_text('[lint]\nselect = ["no-source"]\n')
    assert names() == ["duplicate-id"]
    assert run("build") == 1


def test_advice_can_be_left_out_even_where_it_is_an_error(project: Path) -> None:
    text = CHOICE.replace("Canberra", "All of the above").replace("did they", "did the advisers")
    write_project(project, text)
    assert run("build") == 1
    (project / "quizgen.toml").write_text('[lint]\nignore = ["all-of-the-above"]\n')
    assert names() == []
    assert run("build") == 0


def test_advice_that_is_an_error_can_be_made_a_warning(project: Path) -> None:
    text = CHOICE.replace("Canberra", "All of the above").replace(
        "did they", "did the advisers not"
    )
    write_project(project, text)
    assert run("build") == 1
    (project / "quizgen.toml").write_text(
        '[lint]\nwarning = ["all-of-the-above", "negative-stem"]\n'
    )
    severities = {d.name: d.severity.value for d in quizgen.check()}
    assert severities == {"all-of-the-above": "warning", "negative-stem": "warning"}
    assert run("build") == 0
    assert run("build", "--strict") == 1


@pytest.mark.parametrize(
    ("settings", "expected", "words"),
    [
        ('[lint]\n# no-sorce\nignore = ["no-sorce"]', "unknown-rule@3:11", "'no-source'"),
        ('[lint]\nignore = [\n  "bad-gap",\n]', "cannot-ignore@3:3", "put it right"),
        ('[lint]\nwarning = ["bad-gap"]', "cannot-ignore@2:12", "put it right"),
        ('[lint]\nwarning = ["clung"]', "unknown-rule@2:12", "'clang'"),
        ('[lint]\nerror = ["clang"]\nwarning = ["clang"]', "wrong-kind@2:10", "one of the two"),
        ('[lint]\nignroe = ["no-source"]', "unknown-key@2:1", "'ignore'"),
        ('[lnit]\nignore = ["no-source"]', "unknown-key@1:2", "'lint'"),
        ('[lint]\nignore = "no-source"', "wrong-kind@2:1", 'ignore = ["no-source"]'),
        ("[lint]\nselect = [1]", "wrong-kind@2:1", "select = "),
        ("lint = 3", "wrong-kind@1:1", "[lint]"),
        ("[lint]\nignore = [no-source]", "toml-syntax@2:11", "quotes"),
        ("[lint", "toml-syntax@1:6", "quotes"),
    ],
)
def test_a_wrong_setting_is_told_at_its_place(
    project: Path, settings: str, expected: str, words: str
) -> None:
    (project / "quizgen.toml").write_text(settings)
    found = [d for d in quizgen.check() if d.span.source.path.suffix == ".toml"]
    assert told(found) == [expected]
    assert words in str(found[0].help)
    assert run("build") == 1


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ('[tool.quizgen.lint]\nignore = ["no-sorce"]', "unknown-rule@3:11"),
        ('[tool.quizgen]\nlint = {ignore = ["no-sorce"]}', "unknown-rule@3:19"),
        ("[tool.quizgen.lint]\nselect = [1]", "wrong-kind@3:1"),
        ("[tool.quizgen.lnit]\nselect = []", "unknown-key@2:15"),
        ("[tool.quizgen.lint]\nreason = 3", "unknown-key@3:1"),
        ("[ tool . quizgen.lint ]\nreason = 3", "unknown-key@3:1"),
    ],
)
def test_a_wrong_setting_is_not_told_at_the_lines_of_another_tool(
    project: Path, settings: str, expected: str
) -> None:
    others = 'tool.other = {select = ["lnit"], reason = "no-sorce", ignore = ["no-sorce"]}\n'
    (project / "pyproject.toml").write_text(others + settings)
    found = [d for d in quizgen.check() if d.span.source.path.suffix == ".toml"]
    assert told(found) == [expected]


def test_stats_tells_what_the_settings_want(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "quizgen.toml").write_text('[lint]\nignore = ["no-source"]\n')
    assert run("stats") == 0
    said = capsys.readouterr().err
    assert "trailing-space" in said
    assert "no-source" not in said
    (project / "quizgen.toml").write_text("[lint")
    assert run("stats") == 1
    assert "toml-syntax" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["check", "--ignore", "no-sorce"], "did you mean 'no-source'?"),
        (["check", "--select", "no-source,nothing"], "no diagnostic 'nothing'"),
        (["build", "--ignore", "duplicate-id"], "an error that no setting can leave out"),
    ],
)
def test_a_wrong_option_exits_2(
    project: Path, arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) == 2
    assert words in " ".join(capsys.readouterr().err.split())


def test_errors_of_a_file_come_before_its_advice(project: Path) -> None:
    entry = "- {id: y, type: flashcard, front: a, back: b}\n"
    write_project(project, f"{entry}{entry.replace('id: y', 'id: z')}{entry}")
    severities = [diagnostic.severity.value for diagnostic in quizgen.check()]
    assert names()[0] == "duplicate-id"
    assert severities == sorted(severities)
    assert severities[-1] == "warning"
