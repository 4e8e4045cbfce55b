"""Common Cartridge 1.1: profiles, identifiers and files as the specification wants them."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest
from support import PIXEL, write_project
from support.building import reported

from quizgen.commands.build.build import build

Q = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
P = "{http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1}"
QUIZ = "quiz/assessment.xml"


def _exported(root: Path, question: str, **bank: Any) -> tuple[dict[str, bytes], list[str]]:
    source = f"- {{id: q, reference: Atlas, {question}}}"
    deck = "bank: talks\nexports: {format: cartridge}\n"
    result = build(write_project(root, source, deck=deck, **bank), built=1)
    (path,) = [path for path in result.files if path.suffix == ".imscc"]
    with zipfile.ZipFile(path) as inside:
        files = {name: inside.read(name) for name in inside.namelist()}
    return files, [found[3] for found in reported(result) if found[0] == "export-loss"]


def _fields(node: Element) -> dict[str, str]:
    return {
        str(one.findtext(f"{Q}fieldlabel")): str(one.findtext(f"{Q}fieldentry"))
        for one in node.iter(f"{Q}qtimetadatafield")
    }


@pytest.mark.parametrize(
    ("question", "profile"),
    [
        ("type: true_false, question: Is it?, answer: false", "true_false"),
        ("type: multiple_choice, question: Q?, answer: a, distractors: [b]", "multiple_choice"),
        (
            "type: multiple_choice, question: Q?, answer: [a, b], distractors: [c]",
            "multiple_response",
        ),
        ("type: short_answer, question: Q?, answer: a", "fib"),
        ("type: essay, question: Q?, answer: a", "essay"),
    ],
)
def test_each_type_has_its_profile(tmp_path: Path, question: str, profile: str) -> None:
    files, _ = _exported(tmp_path, f"points: 3, {question}")
    (item,) = fromstring(files[QUIZ]).iter(f"{Q}item")
    fields = _fields(item)
    assert fields["cc_profile"] == f"cc.{profile}.v0p1"
    assert fields["cc_weighting"] == "3"
    assert not {"question_type", "points_possible"} & set(fields)


def test_truths_have_the_identifiers_of_the_specification(tmp_path: Path) -> None:
    question = "type: true_false, question: Is it?, answer: false"
    files, _ = _exported(tmp_path, question)
    (item,) = fromstring(files[QUIZ]).iter(f"{Q}item")
    assert {one.get("ident") for one in item.iter(f"{Q}response_label")} == {"true", "false"}
    assert [one.text for one in item.iter(f"{Q}varequal")] == ["false"]


def test_every_file_is_in_the_manifest_and_pictures_are_where_texts_say(tmp_path: Path) -> None:
    files, losses = _exported(
        tmp_path,
        "type: multiple_choice, question: 'See ![a dot](dot.png)', answer: a, distractors: [b]",
        media={"dot.png": PIXEL},
    )
    manifest = fromstring(files["imsmanifest.xml"])
    assert manifest.findtext(f"{P}metadata/{P}schemaversion") == "1.1.0"
    hrefs = {str(one.get("href")) for one in manifest.iter(f"{P}file")}
    assert hrefs == set(files) - {"imsmanifest.xml"}
    assert b"$IMS-CC-FILEBASE$/media/dot.png" in files[QUIZ]
    assert files["media/dot.png"] == PIXEL
    assert not losses


@pytest.mark.parametrize(
    "question",
    [
        "type: flashcard, front: a, back: b",
        "type: numeric, question: Q?, answer: 3",
        "type: cloze, text: 'a {{c1::b}}'",
        "type: matching, question: Q?, pairs: {a: b, c: d, e: f}",
        "type: ordering, question: Q?, in_order: [a, b, c]",
    ],
)
def test_what_has_no_profile_is_left_out_and_told(tmp_path: Path, question: str) -> None:
    files, losses = _exported(tmp_path, question)
    assert not list(fromstring(files[QUIZ]).iter(f"{Q}item"))
    assert len(losses) == 1
    assert "the question is lost" in losses[0]
