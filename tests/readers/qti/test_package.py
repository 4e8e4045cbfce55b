"""Packages of QTI: files that cannot be read are told, and each is read once."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from support.commands import run

ITEM = (
    '<assessmentItem identifier="q"><responseDeclaration identifier="R" cardinality="single" '
    'baseType="identifier"><correctResponse><value>a</value></correctResponse>'
    '</responseDeclaration><itemBody><choiceInteraction responseIdentifier="R"><prompt>Which?'
    '</prompt><simpleChoice identifier="a">a</simpleChoice><simpleChoice identifier="b">b'
    '</simpleChoice><simpleChoice identifier="c">c</simpleChoice></choiceInteraction>'
    "</itemBody></assessmentItem>"
)
LISTED = "<manifest><file href='test.xml'/></manifest>"


def _import(root: Path, files: dict[str, str], *more: str) -> int:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    (root / "p.zip").write_bytes(content.getvalue())
    return run("import", str(root / "p.zip"), "--into", str(root / "project"), *more)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("broken.xml", "<assessmentItem>"),
        ("broken.dat", "<questestinterop>"),
        ("test.xml", "<assessmentTest>"),
        ("imsmanifest.xml", "<manifest>"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_and_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, text: str
) -> None:
    files = {"imsmanifest.xml": LISTED, "item.xml": ITEM, name: text}
    assert _import(tmp_path, files) == 0
    out, err = capsys.readouterr()
    assert "made 1 question" in out
    assert "1 file in the package cannot be read" in out
    assert "quizgen check shows" not in out
    assert f"{name}:1" in err
    assert err.count("warning[unreadable-file]") == 1
    assert _import(tmp_path, files, "--json") == 0
    out, err = capsys.readouterr()
    assert [d["name"] for d in json.loads(out)["diagnostics"]].count("unreadable-file") == 1
    assert "warning[unreadable-file]" in err


def test_a_package_of_nothing_readable_is_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _import(tmp_path, {"imsmanifest.xml": LISTED, "x.xml": "<assessmentItem>"}) == 1
    assert "warning[unreadable-file]" in capsys.readouterr().err


@pytest.mark.parametrize("prefix", ["", "./", "x/../"])
def test_a_test_that_is_listed_a_hundred_times_is_read_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], prefix: str
) -> None:
    test = f"<assessmentTest>{' ' * 1024 * 1024}</assessmentTest>"
    hrefs = "<file href='test.xml'/>" + f"<file href='{prefix}test.xml'/>" * 100
    files = {"imsmanifest.xml": f"<manifest>{hrefs}</manifest>", "test.xml": test, "q.xml": ITEM}
    assert _import(tmp_path, files) == 0, capsys.readouterr().err


def test_questions_that_are_listed_and_missing_are_told_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    test = (
        "<assessmentTest><assessmentSection title='S'>\n<assessmentItemRef href='item.xml'/>\n"
        "<assessmentItemRef href='items/lost.xml'/>\n<assessmentSectionRef href='part.xml'/>"
        "</assessmentSection></assessmentTest>"
    )
    manifest = (
        "<manifest><resources><resource type='imsqti_test_xmlv2p1' href='test.xml'>"
        "<file href='test.xml'/></resource>\n<resource type='imsqti_item_xmlv2p1' "
        "href='items/lost.xml'/>\n<resource type='imsqti_xmlv1p2'><file href='quiz.xml'/>"
        "</resource><resource type='webcontent' href='lost.png'/></resources></manifest>"
    )
    files = {"imsmanifest.xml": manifest, "test.xml": test, "item.xml": ITEM}
    assert _import(tmp_path, files) == 0
    out, err = capsys.readouterr()
    assert "made 1 question of the 2 in the file" in out
    assert err.count("lost.xml") == 1
    assert "test.xml, line 3: a question is listed here, 'lost.xml'" in err
    assert "test.xml, line 4: a file with questions is listed here, 'part.xml'" in err
    assert "imsmanifest.xml, line 3: a file with questions is listed here, 'quiz.xml'" in err
    assert "lost.png" not in err
