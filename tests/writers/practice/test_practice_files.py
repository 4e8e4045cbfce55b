"""The files of practice pages: which there are, what they are made of, and what is a fault."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from support import CHOICE, told, write_project

from quizgen import build
from quizgen.commands.workspace import Workspace

QUESTIONS = CHOICE + "".join(
    f"- {{id: q{n}, type: short_answer, question: Number {n}?, answer: a{n}, reference: r}}\n"
    for n in range(6)
)
BUILT = 1_700_000_000


def project(root: Path, keys: str, questions: str = QUESTIONS, **bank: str) -> Path:
    return write_project(root, questions, deck=f"bank: talks\npractice:\n{keys}\n", **bank)


def files(root: Path) -> list[str]:
    return sorted(path.name for path in (root / "dist/talks").iterdir() if path.suffix != ".json")


def page(root: Path, name: str = "practice.html") -> str:
    return (root / "dist/talks" / name).read_text(encoding="utf-8")


def ids(source: str) -> list[str]:
    return re.findall(r'<article [^>]*data-i="?([\w-]+)', source)


def faults(root: Path) -> list[str]:
    workspace = Workspace()
    workspace.assessment(root / "decks/talks.yaml")
    return told(workspace.diagnostics)


def test_a_word_is_enough(tmp_path: Path) -> None:
    build(project(tmp_path, "  title: At home"), built=BUILT)
    assert files(tmp_path) == ["practice.html"]
    assert ids(page(tmp_path)) == ["host-city", *(f"q{n}" for n in range(6))]


def test_forms_and_packages_name_files_that_go_when_they_are_not_asked_for(tmp_path: Path) -> None:
    build(project(tmp_path, "  name: p\n  forms: 2\n  packages: [scorm]"), built=BUILT)
    assert files(tmp_path) == ["p-A-scorm.zip", "p-A.html", "p-B-scorm.zip", "p-B.html"]
    first, second = ids(page(tmp_path, "p-A.html")), ids(page(tmp_path, "p-B.html"))
    assert first != second
    assert sorted(first) == sorted(second)
    kept = tmp_path / "dist/talks/p-A.html"
    kept.write_bytes(kept.read_bytes().replace(b"Seoul", b"Busan"))
    result = build(project(tmp_path, "  name: p"), built=BUILT)
    assert files(tmp_path) == ["p-A.html", "p.html"]
    assert len(result.removed) == 3


def test_the_same_project_gives_the_same_bytes_and_a_seed_another_order(tmp_path: Path) -> None:
    keys = "  packages: [scorm, common-cartridge]"
    for name in "ab":
        build(project(tmp_path / name, keys), built=BUILT + ord(name))
    for file in files(tmp_path / "a"):
        contents = [(tmp_path / name / "dist/talks" / file).read_bytes() for name in "ab"]
        assert contents[0] == contents[1]
    build(project(tmp_path / "c", "  seed: spring"), built=BUILT)
    options = [re.findall(r"<label>.*?<span>(\w+)", page(tmp_path / name)) for name in "ac"]
    assert options[0] != options[1]
    assert sorted(options[0]) == sorted(options[1])


def test_sections_have_titles_and_share_no_question(tmp_path: Path) -> None:
    keys = """
  sections:
  - {title: Choose, types: [multiple_choice], instructions: One is right.}
  - {title: Type, count: 2}
"""
    build(project(tmp_path, keys), built=BUILT)
    source = page(tmp_path)
    assert ids(source) == ["host-city", "q0", "q1"]
    assert re.findall(r"<h2>(\w+)</h2>", source)[:2] == ["Choose", "Type"]
    assert "One is right." in source


@pytest.mark.parametrize(
    ("keys", "name"),
    [
        ("  topics: [people]\n  sections:\n  - {title: All}", "two-selections@3:3"),
        ("  key: none\n  packages: scorm", "scorm-without-key@4:3"),
        ("  glossary: true", "no-glossary-to-print@3:3"),
        ("  count: 99", "selection-too-small@3:3"),
        ("  title: a\n  packages: [zip]", "bad-word@4:14"),
        ("  time: 0", "bad-number@3:9"),
        ("  seeed: x", "unknown-key@3:3"),
    ],
)
def test_what_cannot_be_is_told_with_its_place(tmp_path: Path, keys: str, name: str) -> None:
    reported = faults(project(tmp_path, keys))
    assert [one for one in reported if not one.startswith("host-city")] == [name]


def test_a_page_asks_for_a_passage_that_is_there(tmp_path: Path) -> None:
    root = project(tmp_path, "  passage: true", CHOICE.replace("evidence: sat", "reference: sat"))
    bank = root / "question_bank/talks/bank.yaml"
    bank.write_text(bank.read_text().replace("passage: passage.md\n", ""))
    assert "no-passage-to-print@3:3" in faults(root)


def test_points_can_be_hidden_and_still_count(tmp_path: Path) -> None:
    questions = QUESTIONS.replace(
        "  type: multiple_choice\n", "  type: multiple_choice\n  points: 3\n"
    )
    build(project(tmp_path, "  points: hidden", questions), built=BUILT)
    assert "<small>" not in page(tmp_path)
    assert "data-p=3" in page(tmp_path)


def test_a_page_is_made_anew_where_its_content_moves_and_only_then(tmp_path: Path) -> None:
    root = project(tmp_path, "  types: [short_answer]")
    build(root, built=BUILT)
    manifest = root / "dist/talks/manifest.json"

    def made_of() -> str:
        return json.dumps(json.loads(manifest.read_text())["made_of"]["practice.html"])

    before = made_of()
    project(tmp_path, "  types: [short_answer]", QUESTIONS.replace("Tokyo", "Kyoto"))
    build(root, built=BUILT + 1)
    assert made_of() == before
    project(tmp_path, "  types: [short_answer]", QUESTIONS.replace("a5", "b5"))
    build(root, built=BUILT + 2)
    assert made_of() != before
