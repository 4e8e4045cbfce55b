"""Files that no reader takes: each is named, with a way out; letters that are a guess are told."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from support.brought import bring, keys

from quizgen.commands.importing import import_file
from quizgen.commands.importing.report import as_text


def _zip(*names: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name in names:
            archive.writestr(name, "<a/>")
    return content.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "kind", "way_out"),
    [
        ("a.mbz", _zip("moodle_backup.xml", "questions.xml"), "backup of Moodle", "Moodle XML"),
        ("b.mbz", b"\x1f\x8b\x08", "backup of Moodle", "Moodle XML"),
        ("a.h5p", _zip("h5p.json", "content/content.json"), "package of H5P", "table"),
        ("a.zip", _zip("quiz.txt"), "with quiz.txt in it", "unpack"),
        ("imsmanifest.xml", b"<manifest/>", "list of the files of a package", ".imscc"),
        ("test.xml", b"<assessmentTest/>", "a test of QTI without its questions", ".zip"),
        ("x.xml", b"<?xml version='1.0'?><shop/>", "XML, of the kind 'shop'", "save it"),
        ("anki.txt", b"#separator:tab\n#html:true\na\tb\tc\n", "notes as Anki exports", ".apkg"),
        ("a.json", b'[{"question": "x"}]', "JSON", "table"),
        ("a.txt", b"", "empty", "again"),
        ("a.pdf", b"%PDF-1.7", "a PDF", "save it"),
    ],
)
def test_it_is_named_with_a_way_out(
    tmp_path: Path, name: str, content: bytes, kind: str, way_out: str
) -> None:
    (tmp_path / name).write_bytes(content)
    result = import_file(tmp_path / name, tmp_path / "p")
    (told,) = result.errors
    assert told.name == "unreadable-file"
    assert kind in told.message
    assert told.help is not None
    assert way_out in told.help
    assert not result.files


AIKEN = "Wo liegt Genf, so schön und groß?\nA. Zürich\nB. Genève\nANSWER: B\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_letters_of_known_encodings_come_without_a_word(tmp_path: Path, encoding: str) -> None:
    for name, text in (("a.txt", AIKEN), ("b.gift", "Où? {=à Genève ~là}\n")):
        got = bring(tmp_path, name, text.encode(encoding))
        (item,) = got.items
        assert any("Genève" in key for key in keys(item))
        assert not got.diagnostics


@pytest.mark.parametrize(
    ("encoding", "text"),
    [("mac-roman", AIKEN), ("cp1251", "Где?\nA. Москва\nB. Рига\nANSWER: B\n")],
)
def test_letters_that_are_a_guess_are_told(tmp_path: Path, encoding: str, text: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))
    result = import_file(path, tmp_path / "p")
    assert [told.name for told in result.left_out] == ["guessed-encoding"]
    assert "made 1 question" in as_text(result)
    bank = "".join(p.read_text() for p in result.files)
    assert text.splitlines()[2][3:] in bank


def test_blank_lines_before_xml_are_no_fault(tmp_path: Path) -> None:
    text = (
        '\n\n <?xml version="1.0"?>\n<quiz><question type="shortanswer"><questiontext>'
        '<text>Q?</text></questiontext><answer fraction="100"><text>a</text></answer></question>'
        '\n<question type="stack"/></quiz>'
    )
    got = bring(tmp_path, "m.xml", text)
    assert len(got.items) == 1
    assert "line 5" in got.messages
