"""What once ended in “this is a bug in quizgen”, and its relatives."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from support import CHOICE, DECK, write_project
from support.commands import run
from support.packages import MODEL, legacy_database, zipped

import quizgen
from quizgen.commands.build.manifest import parse_manifest
from quizgen.commands.importing import import_file
from quizgen.model.diagnostics import Severity
from quizgen.preview.snapshot import take_snapshot
from quizgen.project.layout import Project
from quizgen.readers.apkg import archive
from quizgen.readers.apkg.errors import PackageError

LONG = "9" * 5000
"""More digits than Python turns into a number (`sys.get_int_max_str_digits`)."""


def _choice(*options: str, more: str = "", stem: str = "Q?") -> str:
    answer, *others = map(json.dumps, options)
    return (
        f"- id: a\n  type: multiple_choice\n  question: {json.dumps(stem)}\n  answer: {answer}\n"
        f"  distractors: [{', '.join(others)}]\n  reference: r\n{more}"
    )


BANKS = {
    "comma behind a number": (_choice("1,", "2,", "3,"), ""),
    "point behind a number": (_choice("1.", "2.", "3."), ""),
    "comma behind a number in German": (_choice("1,", "2.", "3,,"), "language: de\n"),
    "commas in order": (_choice("1,", "2,", "3,", more="  ascending: true\n"), ""),
    "long numbers in order": (_choice(LONG, "1", f"{LONG}1", more="  ascending: true\n"), ""),
    "long numbers": (_choice(LONG, f"1 to {LONG} km", f"{LONG}.{LONG}", stem=LONG), ""),
    "long groups": (_choice("1" + " 000" * 2000, "2", "3"), "language: fr\n"),
    "digits of other scripts": (_choice("١٬", "٢٬٢", "3", more="  ascending: true\n"), ""),
    "dashes": (_choice("-", "10% -20%", "5-−"), ""),
    "long number of a gap": (f"- {{id: a, type: cloze, text: 'a {{{{c{LONG}::b}}}}'}}", ""),
    "long numbers to answer with": (
        f"- {{id: a, type: numeric, question: Q, answer: {LONG}, tolerance: {LONG}}}",
        "",
    ),
    "numbers as long as they may be": (
        f"- {{id: a, type: numeric, question: Q, answer: {'1' * 30}, tolerance: {'1' * 30}}}\n"
        f"- {{id: b, type: numeric, question: R, answer: 1, tolerance: 0.{'1' * 30}}}",
        "",
    ),
    "long number as evidence": (f"- {{id: a, type: flashcard, front: {LONG} a, back: b}}", ""),
    "long codes": (_choice(f"&#{LONG};", f"&#x{LONG};"), ""),
    "formulas without width": (
        r"- {id: a, type: flashcard, front: 'a 1$\,$kg $\!$ ${}$', back: '$\kern-1em$ $$\,$$'}",
        "math: true\n",
    ),
}


@pytest.mark.parametrize("case", BANKS)
def test_every_bank_has_an_answer(tmp_path: Path, case: str) -> None:
    questions, bank = BANKS[case]
    write_project(tmp_path, questions, bank=bank, deck=DECK)
    quizgen.check(tmp_path)
    quizgen.build(tmp_path, built=1)
    take_snapshot(Project(tmp_path))


def test_no_digit_of_a_long_number_is_rounded_away(tmp_path: Path) -> None:
    off, exports = f"1{'0' * 28}1", "exports: [{format: gift}, {format: moodle}]\n"
    question = f"- {{id: a, type: numeric, question: Q, answer: 5, tolerance: {off}}}"
    write_project(tmp_path, question, deck=DECK + exports)
    files = quizgen.build(tmp_path, built=1).files
    written = [path.read_text() for path in files if "gift" in path.name or "moodle" in path.name]
    assert len(written) == 2
    assert all(off in text for text in written)


@pytest.mark.parametrize("text", [f"x = {LONG}", f"x = {'[' * 5000}"], ids=["number", "brackets"])
def test_settings_beyond_what_python_reads(tmp_path: Path, text: str) -> None:
    write_project(tmp_path)
    (tmp_path / "quizgen.toml").write_text(text)
    assert "toml-syntax" in {found.name for found in quizgen.check(tmp_path)}


def _imported(tmp_path: Path, package: bytes) -> tuple[list[str], list[str]]:
    """The names of what is wrong after an import, and of what could not be carried."""
    (tmp_path / "p.apkg").write_bytes(package)
    result = import_file(tmp_path / "p.apkg", tmp_path)
    losses = result.imported.losses if result.imported else {}
    return [d.name for d in result.errors], [loss.name for loss in losses]


@pytest.mark.parametrize("code", [f"&#{LONG};", f"&#{LONG}", f"&#x{LONG};"])
def test_codes_for_characters_on_import(tmp_path: Path, code: str) -> None:
    made = legacy_database(note=f"q {code} r\x1fa")
    assert _imported(tmp_path, zipped({"collection.anki2": made}))[0] == []
    (topic,) = (tmp_path / "question_bank").glob("*/[!b]*.yaml")
    assert "q \ufffd r" in topic.read_text("utf-8")


@pytest.mark.parametrize("key", ["--5", "-", "", "5" * 30, "٥", "5.0"])
def test_ids_of_note_types_that_are_no_numbers(tmp_path: Path, key: str) -> None:
    made = legacy_database(models=json.dumps({key: MODEL}))
    assert _imported(tmp_path, zipped({"collection.anki2": made}))[0] == ["unreadable-file"]


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_a_package_that_asks_for_a_dictionary_of_4_gb(tmp_path: Path, method: int) -> None:
    packed = bytearray(zipped({"collection.anki2": legacy_database()}, compression=method))
    at = packed.find(b"\x5d\x00\x00\x80\x00")  # LZMA's properties: 8 MB of dictionary
    if at >= 0:
        packed[at + 1 : at + 5] = b"\xff\xff\xff\xff"
    assert _imported(tmp_path, bytes(packed))[0] == ["unreadable-file"]


def test_memory_that_is_not_there_is_a_fault_of_the_package() -> None:
    with pytest.raises(PackageError), archive._zip_faults():
        raise MemoryError


def test_a_guid_that_a_package_holds_twice_is_kept_once(tmp_path: Path) -> None:
    twice = legacy_database(
        "insert into notes values (1001, 'g', 5, 1, '', 'q2' || char(31) || 'a');"
        "insert into notes values (1002, 'h', 5, 1, '', 'q3' || char(31) || 'a');"
        "insert into cards values (2, 1001, 1, 0, 0), (3, 1002, 1, 0, 0);"
    )
    errors, losses = _imported(tmp_path, zipped({"collection.anki2": twice}))
    assert errors == []
    assert "IDENTITY" in losses
    assert not [d for d in quizgen.check(tmp_path) if d.name == "duplicate-guid"]
    (topic,) = (tmp_path / "question_bank").glob("*/[!b]*.yaml")
    assert topic.read_text().count("guid: g") == 1


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&-"])
@pytest.mark.parametrize("command", ["check", "list --json", "build", "unknown"])
def test_streams_that_are_closed(tmp_path: Path, closed: str, command: str) -> None:
    write_project(tmp_path)
    line = f"'{sys.executable}' -m quizgen {command} {closed}"
    done = subprocess.run(["sh", "-c", line], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == (2 if command == "unknown" else 0), done.stderr
    assert "bug" not in done.stderr + done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("decks/.quizgen-journal", 2),
        (".quizgen/cache/builds", 0),
        ("dist/talks/manifest.json", 0),
    ],
)
def test_json_of_more_depth_than_python_reads(
    tmp_path: Path, name: str, code: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(write_project(tmp_path))
    assert run("build") == 0
    (tmp_path / name).write_text("[" * 60_000)
    for command in (("build", "--check"), ("build",), ("diff",), ("stats", "--html", "x.html")):
        assert run(*command) in {0, 1, code}, command
    assert parse_manifest(b"[" * 60_000) is None


@pytest.mark.parametrize("stem", ["\u0301", "\u0301" * 3000, "\u05b7", "\u0e31", "\u0301 \u0301"])
def test_a_stem_of_marks_without_a_letter_is_printed(tmp_path: Path, stem: str) -> None:
    write_project(tmp_path, CHOICE.rstrip() + "\n  part_of: c\n")
    topic = tmp_path / "question_bank/talks/people.yaml"
    case = f"cases:\n- {{id: c, stem: {json.dumps(stem)}}}\nquestions:"
    topic.write_text(topic.read_text("utf-8").replace("questions:", case, 1), "utf-8")
    found = quizgen.build(tmp_path, built=1).diagnostics
    assert [d for d in found if d.severity is Severity.ERROR] == []
    assert (tmp_path / "dist/talks/sheet.pdf").exists()
