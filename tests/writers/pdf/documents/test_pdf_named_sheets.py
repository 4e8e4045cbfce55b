"""Named sheets: each pupil of a roster gets one, with name, form and code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from support import mistakes
from support.named import DECK, ROSTER, codes, named_project
from support.pdf_samples import read

from quizgen import build, check
from quizgen.model.sheet_code import SheetCode

MEANWHILE = 1_700_000_000


def sheets(root: Path) -> tuple[bytes, list[str]]:
    """The file of named sheets of the project at `root`, and the text of each page."""
    result = build(root, built=MEANWHILE)
    assert [d.message for d in result.diagnostics if d.severity.value == "error"] == []
    content = (root / "dist" / "talks" / "sheet-named.pdf").read_bytes()
    return content, read(content)


def test_each_pupil_has_a_sheet_with_name_class_and_form_in_turn(tmp_path: Path) -> None:
    _, pages = sheets(named_project(tmp_path))
    heads = [re.findall(r"Form ([AB])\n|Name (.*) Class (\S*) Date", page) for page in pages]
    assert [["".join(part) for part in head] for head in heads] == [
        ["A", "Anna Lee7b"],
        ["B", "Ben Öz7b"],
        ["A", "Cho Min7b"],  # as the roster says
    ]


def test_the_name_is_at_the_foot_of_every_page(tmp_path: Path) -> None:
    lines = "".join(
        f"- {{id: q{n}, type: essay, question: Why?, lines: 20, answer: So.}}\n" for n in range(4)
    )
    _, pages = sheets(named_project(tmp_path, questions=lines))
    assert len(pages) > 3
    feet = [page.rstrip().splitlines()[-1] for page in pages]
    assert all(re.match("(Anna Lee|Ben Öz|Cho Min) · The talks", foot) for foot in feet)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_code_says_build_form_and_pupil_and_no_name(tmp_path: Path, language: str) -> None:
    root = named_project(tmp_path, bank=f"language: {language}\n")
    content, pages = sheets(root)
    read_codes = [SheetCode.parse(text) for page in codes(content) for text in page]
    digests = {re.search(r"\b[0-9a-f]{8}\b", page)[0] for page in pages}  # type: ignore[index]
    assert len(digests) == 1
    digest = digests.pop()
    assert read_codes == [
        SheetCode(digest, "A", "12"),
        SheetCode(digest, "B", "14"),
        SheetCode(digest, "A", "15"),
    ]


def test_no_other_file_names_a_pupil(tmp_path: Path) -> None:
    root = named_project(tmp_path)
    sheets(root)
    for path in root.rglob("*"):
        if path.is_file() and path.name != "sheet-named.pdf":
            content = path.read_bytes()
            text = "\n".join(read(content)) if path.suffix == ".pdf" else str(content)
            assert "Anna" not in text
            assert "Cho" not in text


def test_a_change_of_the_roster_is_noticed_and_leaves_the_other_sheets(tmp_path: Path) -> None:
    root = named_project(tmp_path)
    sheets(root)
    assert build(root, built=MEANWHILE).files == ()
    roster = tmp_path / "private" / "7b.csv"
    roster.write_text(ROSTER.replace("Anna", "Hanna"), encoding="utf-8")
    written = {path.name for path in build(root, built=MEANWHILE).files}
    assert written == {"sheet-named.pdf", "manifest.json"}


def test_without_a_roster_the_file_is_removed(tmp_path: Path) -> None:
    root = named_project(tmp_path)
    sheets(root)
    deck = root / "decks" / "talks.yaml"
    deck.write_text(re.sub("  roster: .*\n", "", DECK), encoding="utf-8")
    build(root, built=MEANWHILE)
    assert not (root / "dist" / "talks" / "sheet-named.pdf").exists()


def test_own_fields_stay_and_the_name_is_always_there(tmp_path: Path) -> None:
    deck = DECK.replace("  forms: 2\n", "  fields: [Date, Teacher]\n")
    _, pages = sheets(named_project(tmp_path, deck=deck))
    assert "Name Anna Lee Class 7b Date Teacher" in " ".join(pages[0].split())


def test_the_longest_name_is_whole_and_within_the_page(tmp_path: Path) -> None:
    name = "Wilhelmina " * 7 + "Ng"
    _, pages = sheets(named_project(tmp_path, f"name\n{name}\n"))
    assert name in pages[0]


@pytest.mark.parametrize(
    ("roster", "path", "name", "file", "line"),
    [
        ("name,form\nKim,C\n", "../../private/7b.csv", "bad-roster", "7b.csv", 2),
        ("name\nKim\n", "../7b.csv", "missing-roster", "talks.yaml", 6),
        ("id\n1\n", "../../private/7b.csv", "unknown-roster-column", "7b.csv", 1),
    ],
)
def test_faults_have_their_place(
    tmp_path: Path, roster: str, path: str, name: str, file: str, line: int
) -> None:
    root = named_project(tmp_path, roster, DECK.replace("../../private/7b.csv", path))
    [fault] = mistakes(check(root))
    assert (fault.name, fault.span.source.path.name, fault.span.line) == (name, file, line)
    assert fault.help
