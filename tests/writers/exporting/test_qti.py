"""Packages of QTI: the manifest names every file, pictures go along, losses are told."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from support import PIXEL, write_project
from support.building import reported
from support.qti import items, package

from quizgen.commands.build.build import build
from quizgen.readers.question_types import QUESTION_TYPES

LOOK = (
    "- {id: 2q, reference: r, type: short_answer, question: 'Look: ![a dot](<a b.png>)',"
    " answer: dot, tags: [t-1], difficulty: hard}\n"
)
CONTENT = "{http://www.imsglobal.org/xsd/imscp_v1p1}"
CONTENT_3 = "{http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1}"


@pytest.mark.parametrize(("format", "space"), [("qti21", CONTENT), ("qti3", CONTENT_3)])
def test_the_manifest_names_every_file_and_no_other(
    tmp_path: Path, format: str, space: str
) -> None:
    examples = "".join(one.example for one in QUESTION_TYPES)
    files = package(tmp_path, LOOK + examples, format, media={"a b.png": PIXEL})  # type: ignore[arg-type]
    manifest = fromstring(files["imsmanifest.xml"])
    named = [file.get("href") for file in manifest.iter(f"{space}file")]
    assert sorted([*filter(None, named), "imsmanifest.xml"]) == sorted(files)
    resources = {one.get("identifier") for one in manifest.iter(f"{space}resource")}
    needed = {one.get("identifierref") for one in manifest.iter(f"{space}dependency")}
    assert needed <= resources
    assert len(items(files)) == len(QUESTION_TYPES) + 1
    for content in files.values():
        if content.startswith(b"<?xml"):
            fromstring(content)


@pytest.mark.parametrize("format", ["qti21", "qti3"])
def test_a_picture_goes_along_under_the_address_that_shows_it(tmp_path: Path, format: str) -> None:
    files = package(tmp_path, LOOK, format, media={"a b.png": PIXEL})  # type: ignore[arg-type]
    (path,) = [name for name, content in files.items() if content == PIXEL]
    (xml,) = items(files)
    assert f'<img src="{path}" alt="a dot" />' in xml.decode()
    assert b"t-1" in files["imsmanifest.xml"]
    assert b"difficult" in files["imsmanifest.xml"]
    root = fromstring(xml)
    assert root.get("identifier") == "_2q"  # an identifier begins with no digit
    assert root.get("title") == "2q"


def test_formulas_are_mathml_and_right_to_left_is_told(tmp_path: Path) -> None:
    source = "- {id: q, reference: r, type: flashcard, front: '$a<b$ and ≠', back: c}\n"
    bank = "math: true\nlanguage: he\n"
    (xml,) = items(package(tmp_path, source, bank=bank))
    assert 'xmlns="http://www.w3.org/1998/Math/MathML"' in xml.decode()
    assert "<mo>&lt;</mo>" in xml.decode()
    assert '<div dir="rtl">' in xml.decode()


def test_losses_are_told(tmp_path: Path) -> None:
    source = (
        "- {id: q, reference: r, type: flashcard, front: a, back: '*b*', reversed: true, hint: h}"
    )
    deck = "bank: talks\nexports: {format: qti21}\n"
    result = build(write_project(tmp_path, source, deck=deck, bank="language: he\n"), built=1)
    told = {message.split(", ", 1)[1].split(" is lost")[0] for _, _, _, message in reported(result)}
    assert {"the flashcard", "the style of an answer"} <= told
    assert "the direction of writing" in told


@pytest.mark.parametrize("format", ["qti21", "qti3"])
def test_the_same_bank_gives_the_same_bytes(tmp_path: Path, format: str) -> None:
    source = "".join(one.example for one in QUESTION_TYPES)
    assert package(tmp_path / "a", source, format) == package(tmp_path / "b", source, format)
    files = [next((tmp_path / one).rglob("*.zip")).read_bytes() for one in "ab"]
    assert files[0] == files[1]


def test_a_question_with_a_table_stands_before_its_options(tmp_path: Path) -> None:
    source = (
        "- id: q\n  reference: r\n  type: multiple_choice\n  answer: x\n  distractors: [y]\n"
        "  question: |\n    Which?\n\n    | a | b |\n    |--:|---|\n    | 1 | 2 |\n"
    )
    (xml,) = items(package(tmp_path, source, "qti21"))
    body = xml.decode().partition("<itemBody>")[2]
    assert body.startswith("<div>Which?<table>")
    assert "<prompt>" not in body
    assert 'class="qti-align-right"' in body
    assert "style=" not in body


@pytest.mark.parametrize("format", ["qti21", "qti3"])
def test_long_names_that_begin_alike_have_a_file_each(tmp_path: Path, format: str) -> None:
    names = [f"{'ё' * length}{end}" for length in (5, 20, 40) for end in "абв"]
    source = "".join(
        f"- {{id: {name}, reference: r, type: flashcard, front: f, back: b}}\n" for name in names
    )
    files = package(tmp_path, source, format)
    assert len(items(files)) == len(names)
    assert f"item-{names[0].encode().hex()}.item.xml" in files
