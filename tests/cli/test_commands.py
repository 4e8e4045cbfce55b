"""The commands as a user meets them: what they print, write and exit with."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pikepdf
import pytest
from support import CHOICE, write_project

import quizgen
from quizgen import building
from quizgen.assessment import EditionName, Paper
from quizgen.cli import build_command, main
from quizgen.cli.main import COMMANDS
from quizgen.naming import EDITIONS


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert isinstance(stopped.value.code, int)
    return stopped.value.code


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = write_project(tmp_path / "project")
    monkeypatch.chdir(root)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    return root


@pytest.fixture
def broken(project: Path) -> Path:
    write_project(project, CHOICE.replace("answer: Seoul", "answr: Seoul"))
    return project


def outputs(root: Path) -> dict[str, bytes]:
    return {p.name: p.read_bytes() for p in (root / "dist").rglob("*") if p.is_file()}


def test_build_writes_the_deck_and_both_pdfs(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("build") == 0
    assert sorted(outputs(project)) == ["manifest.json", "sheet-key.pdf", "sheet.pdf", "talks.apkg"]
    assert capsys.readouterr() == ("", "")  # quiet into a pipe


def test_build_prints_the_editions_papers_and_columns_that_are_asked_for(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("build") == 0
    usual = outputs(project)
    asked = ("--edition", "large-print", "--edition", "dyslexia", "--paper", "letter")
    assert run("build", "--out", "other", "--columns", "2", *asked) == 0
    found = {path.name: path for path in (project / "other").rglob("*.pdf")}
    assert sorted(found) == [
        "sheet-dyslexia.pdf",
        "sheet-large-print-key.pdf",
        "sheet-large-print.pdf",
    ]
    for path in found.values():
        with pikepdf.open(path) as pdf:
            assert [float(one) for one in pdf.pages[0].mediabox] == [0, 0, 612, 792]
    assert run("build", "--edition", "standard") == 0
    assert outputs(project)["sheet.pdf"] == usual["sheet.pdf"]
    assert capsys.readouterr() == ("", "")


def test_the_build_command_knows_every_edition_and_paper() -> None:
    assert tuple(edition.value for edition in EditionName) == EDITIONS
    assert [paper.value for paper in Paper] == build_command.PAPERS


def test_build_twice_gives_the_same_bytes(project: Path) -> None:
    run("build")
    first = outputs(project)
    run("build", "--force")
    assert outputs(project) == first


def test_a_build_with_nothing_to_do_writes_nothing(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("build")
    before = {path: path.stat().st_mtime_ns for path in project.rglob("*") if path.is_file()}
    assert run("build", "--json") == 0
    assert json.loads(capsys.readouterr().out) == {"files": [], "diagnostics": []}
    state = project / ".quizgen"
    after = {path: path.stat().st_mtime_ns for path in project.rglob("*") if path.is_file()}
    assert {p: t for p, t in after.items() if state not in p.parents} == {
        p: t for p, t in before.items() if state not in p.parents
    }


def test_a_correction_is_built_at_once(project: Path) -> None:
    run("build")
    first = outputs(project)
    topic = next((project / "question_bank").rglob("people.yaml"))
    topic.write_text(topic.read_text().replace("Canberra", "Busan"))
    assert run("build") == 0
    assert outputs(project).keys() == first.keys()
    assert outputs(project) != first


def test_warnings_are_not_forgotten_when_nothing_has_changed(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_project(project, CHOICE.replace("  evidence: sat down in Seoul\n", ""))
    run("build")
    first = capsys.readouterr().err
    assert "no-source" in first
    assert run("build") == 0
    assert "warnings of the last build" in capsys.readouterr().err
    assert run("build", "--strict") == 1
    assert run("build", "--json") == 0
    assert "no-source" in capsys.readouterr().out


def test_build_of_one_deck_elsewhere(project: Path, tmp_path: Path) -> None:
    (project / "decks" / "other.yaml").write_text("bank: talks\nanki: {deck: Other}\n")
    assert run("build", "other", "--out", str(tmp_path / "out")) == 0
    made = sorted(str(p.relative_to(tmp_path / "out")) for p in (tmp_path / "out").rglob("*.*"))
    assert made == ["other/manifest.json", "other/other.apkg"]
    assert run("build", "decks/other.yaml") == 0


def test_build_from_a_folder_inside_the_project(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project / "question_bank" / "talks")
    assert run("build") == 0
    assert "talks.apkg" in outputs(project)


def test_a_build_that_fails_leaves_dist_as_it_was(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("build")
    before = outputs(project)
    write_project(project, CHOICE.replace("answer: Seoul", "answr: Seoul"))
    assert run("build") == 1
    assert outputs(project) == before
    out, err = capsys.readouterr()
    assert out == ""
    assert "question_bank/talks/people.yaml:6:3: error[unknown-key]" in err
    assert "did you mean 'answer'?" in err
    assert "2 errors" in err


def test_a_deck_file_gets_only_what_it_asks_for(project: Path) -> None:
    (project / "decks" / "talks.yaml").write_text("bank: talks\nanki: {deck: Talks}\n")
    assert run("build") == 0
    assert sorted(outputs(project)) == ["manifest.json", "talks.apkg"]


def test_build_as_json(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("build", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert [Path(name).name for name in told["files"]] == [
        "talks.apkg",
        "talks.ledger",
        "sheet.pdf",
        "sheet-key.pdf",
        "manifest.json",
    ]
    assert told["diagnostics"] == []


def test_strict_makes_a_warning_an_error(project: Path) -> None:
    write_project(project, "- {id: x, type: flashcard, front: a, back: b}")
    assert run("check") == 0
    assert run("check", "--strict") == 1
    assert run("build", "--strict") == 1
    assert not (project / "dist").exists()
    assert run("build") == 0


@pytest.mark.parametrize(
    "path",
    [".", "question_bank/talks", "question_bank/talks/people.yaml", "decks/talks.yaml"],
)
def test_check_takes_any_path(broken: Path, path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", path, "--format", "concise") == 1
    out, err = capsys.readouterr()
    assert [line.split(": ")[0] for line in out.splitlines()] == [
        "question_bank/talks/people.yaml:3:3",
        "question_bank/talks/people.yaml:6:3",
    ]
    assert err == "2 errors\n"
    assert not (broken / "dist").exists()


def test_check_shows_the_line_and_a_caret(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("check")
    out = capsys.readouterr().out
    assert " 6 |   answr: Seoul\n   |   ^^^^^\n   = help: did you mean 'answer'?" in out


def test_check_as_json(broken: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "--json") == 1
    first = json.loads(capsys.readouterr().out)[1]
    assert first["name"] == "unknown-key"
    assert first["path"] == "question_bank/talks/people.yaml"
    assert (first["line"], first["column"], first["end_column"]) == (6, 3, 8)


def test_list_is_a_table(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("list") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["ID", "TYPE", "TOPIC", "DIFFICULTY", "POINTS", "QUESTION"]
    assert lines[1].startswith("host-city  multiple_choice  people")
    assert lines[2] == "1 item"


def test_list_filters_like_a_section(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("list", "--type", "cloze", "--json") == 0
    assert json.loads(capsys.readouterr().out) == []
    assert run("list", "talks", "--type", "multiple_choice", "--id", "host-city", "--json") == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["id"], row["topic"], row["points"]) == ("host-city", "people", 1)


def test_list_names_the_bank_where_there_are_several(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    second = project / "question_bank" / "more"
    second.mkdir()
    (second / "bank.yaml").write_text("id: more\ntitle: More\n")
    entry = "- {id: q, type: flashcard, front: a, back: b, reference: r, tags: [t]}"
    (second / "z.yaml").write_text(f"topic: zed\nquestions:\n{entry}\n")
    assert run("list") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["BANK", "ID", "TYPE", "TOPIC", "DIFFICULTY", "POINTS", "QUESTION"]
    assert [line.split()[0] for line in lines[1:3]] == ["more", "talks"]
    assert run("list", "--topic", "zed", "--tag", "t") == 0
    assert run("list", "--topic", "zed", "--id", "host-city") == 0
    assert capsys.readouterr().out.splitlines()[-1] == "0 items"


def test_a_folder_without_bank_yaml_is_told(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lost = project / "question_bank" / "lost"
    lost.mkdir()
    (lost / "media").mkdir()
    assert run("check", "--strict") == 0
    (lost / "questions.yaml").write_text("topic: t\nquestions: []\n")
    assert run("check", "--format", "concise") == 0
    told = capsys.readouterr().out
    assert "question_bank/lost/bank.yaml:1:1: warning[no-bank-file]" in told


def test_a_ledger_that_is_gone_is_told_with_paths_of_this_folder(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("build")
    (project / "decks" / "talks.ledger").unlink()
    assert run("check") == 1
    assert "but dist/talks/talks.apkg was built" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("folder", "name"),
    [("bees", "bees"), ("Class 9: bees!", "Class-9-bees"), ("हिन्दी", "हिन्दी"), ("!", "my-bank")],
)
def test_new_gives_the_bank_an_id_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str, name: str
) -> None:
    (tmp_path / folder).mkdir()
    monkeypatch.chdir(tmp_path / folder)
    assert run("new", ".") == 0
    bank = quizgen.load("question_bank/my-bank").bank
    assert bank is not None
    assert bank.id == name


def test_new_makes_a_project_that_checks_clean_and_builds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("new", "my project") == 0
    monkeypatch.chdir(tmp_path / "my project")
    assert run("check", "--strict") == 0
    assert run("build", "--strict") == 0
    assert sorted(outputs(tmp_path / "my project")) == [
        "manifest.json",
        "my-deck.apkg",
        "worksheet-key.pdf",
        "worksheet.pdf",
    ]


def test_new_touches_no_folder_that_holds_something(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine").write_text("x")
    assert run("new", str(tmp_path)) == 2
    assert "not an empty folder" in capsys.readouterr().err
    assert [p.name for p in tmp_path.iterdir()] == ["mine"]


@pytest.mark.parametrize("command", [[], *[[name] for name in COMMANDS]], ids=str)
def test_help_has_an_example(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*command, "--help") == 0
    assert "Example: quizgen" in capsys.readouterr().out


def test_the_one_line_helps_match_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    for name, help in COMMANDS.items():
        run(name, "--help")
        assert help in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["biuld"], "No such command"),
        (["check", "nowhere"], "nowhere is not a project"),
        (["check", "talks"], "did you mean 'question_bank/talks'?"),
        (["check", "nowhere"], "there are: question_bank/talks, decks/talks.yaml"),
        (["build", "nowhere"], "no deck file 'nowhere'; there are: talks"),
        (["build", "talk"], "did you mean 'talks'?"),
        (["build", "question_bank"], "there are: talks"),
        (["diff", "nowhere"], "there are: talks"),
        (["list", "nowhere"], "no bank 'nowhere'; there are: talks"),
        (["list", "decks"], "no bank 'decks'"),
        (["list", "--topic", "peopel"], "did you mean 'people'?"),
        (["list", "--topic", "x"], "no item of the bank has the topic 'x'; there are: people"),
        (["list", "--tag", "x"], "there are: none"),
        (["list", "--id", "host-ctiy"], "did you mean 'host-city'?"),
    ],
)
def test_wrong_calls_exit_2(
    project: Path, arguments: list[str], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*arguments) == 2
    assert words in capsys.readouterr().err


def test_outside_of_a_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("build") == 2
    assert "quizgen new" in capsys.readouterr().err


def test_an_unreadable_bank_exits_2(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "question_bank/talks/people.yaml").write_bytes(b"topic: caf\xe9\n")
    assert run("build") == 2
    assert "people.yaml:1:11: error[unreadable-file]" in capsys.readouterr().err


def test_a_folder_in_the_way_exits_2_and_says_so(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "dist/talks/talks.apkg").mkdir(parents=True)
    assert run("build") == 2
    assert "nothing was written" in capsys.readouterr().err
    assert outputs(project) == {}


def test_a_bad_build_time(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert run("build") == 2
    assert "SOURCE_DATE_EPOCH" in capsys.readouterr().err


def test_a_bug_is_owned_up_to_without_a_traceback(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*arguments: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr(building, "render", fail)
    assert run("build") == 70
    err = capsys.readouterr().err
    assert "bug in quizgen" in err
    assert "Traceback" not in err


def test_output_may_be_cut_off(project: Path) -> None:
    command = f"{sys.executable} -m quizgen list | true"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert done.stderr == ""


def test_ctrl_c_in_the_middle(project: Path) -> None:
    entries = "\n".join(
        f"- {{id: q{n}, type: flashcard, front: f{n}, back: b, reference: r}}"
        for n in range(20_000)
    )
    write_project(project, entries)
    code = "from quizgen.cli.main import main; print('ready', flush=True); main(['build'])"
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    process.stdout.readline()
    time.sleep(0.3)
    process.send_signal(signal.SIGINT)
    try:
        _, err = process.communicate(timeout=10)
    except subprocess.TimeoutExpired:  # Python drops a Ctrl-C that falls into a finaliser
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert err.strip() == "quizgen: stopped; nothing was written"
    assert not (project / "dist").exists() or outputs(project) == {}


def test_starting_up_imports_no_heavy_library() -> None:
    code = (
        "import sys\n"
        "from quizgen.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'yaml', 'reportlab', 'genanki', 'markdown_it', 'babel', 'sqlite3'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr == "[]\n"
