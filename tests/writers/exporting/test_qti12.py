"""QTI 1.2 for Canvas: what stands in the items, and what is told to be lost."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest
from support import PIXEL, write_project
from support.building import reported

from quizgen.commands.build.build import build
from quizgen.readers.question_types import QUESTION_TYPES

Q = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
P = "{http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1}"


def _exported(root: Path, source: str, more: str = "", **bank: Any) -> tuple[dict[str, bytes], Any]:
    """The files of the package, and the losses."""
    deck = f"bank: talks\nexports: {{format: qti12{more}}}\n"
    result = build(write_project(root, source, deck=deck, **bank), built=1)
    (file,) = [path for path in result.files if path.suffix == ".zip"]
    with zipfile.ZipFile(file) as inside:
        files = {name: inside.read(name) for name in inside.namelist()}
    losses = {
        message.split(", ", 1)[1].split(" is lost")[0]
        for name, _, _, message in reported(result)
        if name == "export-loss"
    }
    return files, losses


def _item(root: Path, question: str, more: str = "", **bank: Any) -> tuple[Element, set[str]]:
    source = f"- {{id: q, reference: r, {question}}}"
    files, losses = _exported(root, source, more, **bank)
    (item,) = fromstring(files["quiz/quiz.xml"]).iter(f"{Q}item")
    return item, losses


def _type(item: Element) -> str:
    entries = [one.text or "" for one in item.iter(f"{Q}fieldentry")]
    return entries[0].removesuffix("_question")


def _shares(item: Element) -> list[float]:
    return [float(one.text or 0) for one in item.iter(f"{Q}setvar")]


@pytest.mark.parametrize(
    ("question", "type_", "shares", "lost"),
    [
        ("type: flashcard, front: a, back: b", "short_answer", [100], {"the flashcard"}),
        (
            "type: multiple_choice, question: Q?, answer: [a, b], distractors: [c]",
            *("multiple_answers", [100], set()),
        ),
        (
            "type: short_answer, question: Q?, answer: a, accept: [b], case: exact",
            *("short_answer", [100], {"the weight of capitals"}),
        ),
        (
            "type: cloze, text: '{{c1::a}} {{c2::b}} {{c3::c}}'",
            *("fill_in_multiple_blanks", [33.33, 33.33, 33.34], set()),
        ),
        (
            "type: matching, question: Q?, pairs: {a: x, b: y}, distractors: [z]",
            *("matching", [50, 50], set()),
        ),
        ("type: ordering, question: Q?, in_order: [a, b, c]", "ordering", [100], set()),
        (
            "type: essay, question: Q?, answer: a",
            *("essay", [], {"the model answer for graders"}),
        ),
    ],
)
def test_each_type_is_one_of_canvas(
    tmp_path: Path, question: str, type_: str, shares: list[float], lost: set[str]
) -> None:
    item, losses = _item(tmp_path, question)
    assert (_type(item), _shares(item), losses) == (type_, shares, lost)


def test_an_order_can_be_asked_for_by_places(tmp_path: Path) -> None:
    item, losses = _item(
        tmp_path, "type: ordering, question: Q?, in_order: [a, b, c]", ", ordering: matching"
    )
    assert (_type(item), sum(_shares(item))) == ("matching", 100)
    assert losses == {"the order as a task"}
    texts = [one.text for one in item.iter(f"{Q}mattext")]
    rights = {one.get("respident"): one.text for one in item.iter(f"{Q}varequal")}
    premises = list(item.iter(f"{Q}response_lid"))
    for premise in premises:
        part = next(iter(premise.iter(f"{Q}mattext"))).text
        place = rights[premise.get("ident")]
        assert place == f"r{'abc'.index(str(part)) + 1}"
    assert {"1", "2", "3"} <= set(texts)


def test_a_number_is_right_within_its_margin(tmp_path: Path) -> None:
    item, _ = _item(tmp_path, "type: numeric, question: Q?, answer: 4.50, tolerance: 0.5, unit: km")
    limits = [
        (one.tag.removeprefix(Q), one.text)
        for tag in ("varequal", "vargte", "varlte")
        for one in item.iter(f"{Q}{tag}")
    ]
    assert limits == [("varequal", "4.5"), ("vargte", "4"), ("varlte", "5")]
    assert "(km)" in next(iter(item.iter(f"{Q}mattext"))).text  # type: ignore[operator]


def test_brackets_of_the_author_are_no_blanks(tmp_path: Path) -> None:
    item, _ = _item(tmp_path, "type: cloze, text: 'He [blank1] saw {{c1::it}} and <b>'")
    text = next(iter(item.iter(f"{Q}mattext"))).text or ""
    assert text.count("[blank1]") == 1
    assert "&#91;blank1&#93;" in text
    assert "&lt;b&gt;" in text


def test_every_file_is_in_the_manifest_and_every_picture_at_its_address(tmp_path: Path) -> None:
    look = "- {id: q, reference: r, type: flashcard, front: '![x](<a b.png>)', back: b}\n"
    source = look + "".join(one.example for one in QUESTION_TYPES)
    files, losses = _exported(tmp_path, source, media={"a b.png": PIXEL})
    manifest = fromstring(files["imsmanifest.xml"])
    named = [str(one.get("href")) for one in manifest.iter(f"{P}file")]
    assert sorted([*named, "imsmanifest.xml"]) == sorted(files)
    (path,) = [name for name, content in files.items() if content == PIXEL]
    assert f'src="{path}"'.encode() in files["quiz/quiz.xml"].replace(b"&quot;", b'"')
    assert "a picture" not in losses


def test_the_same_bank_gives_the_same_bytes(tmp_path: Path) -> None:
    source = "".join(one.example for one in QUESTION_TYPES)
    _exported(tmp_path / "a", source)
    _exported(tmp_path / "b", source)
    first, second = (next((tmp_path / one).rglob("*.zip")).read_bytes() for one in "ab")
    assert first == second
