"""Damaged tables of Excel and LibreOffice: an answer, and nothing written elsewhere."""

from __future__ import annotations

import io
import random
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook

from quizgen.commands.importing import import_file

ROWS = (["Question", "Answer"], ["Where?", "Seoul"], ["When?", "1945"])
NAMESPACES = 'xmlns:office="urn:o" xmlns:table="urn:t" xmlns:text="urn:x"'
TO_THE_END = (
    '<table:table-row table:number-rows-repeated="1048000">'
    '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
)


def excel() -> bytes:
    book, content = Workbook(), io.BytesIO()
    for row in ROWS:
        book.active.append(row)
    book.save(content)
    return content.getvalue()


def libre_office() -> bytes:
    rows = "".join(f"<table:table-row>{''.join(map(_cell, row))}</table:table-row>" for row in ROWS)
    table = f'<table:table table:name="S">{rows}{TO_THE_END}</table:table>'
    xml = f"<office:document-content {NAMESPACES}>{table}</office:document-content>"
    return _zipped(
        {
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": xml.encode(),
        }
    )


def _cell(text: str) -> str:
    return f"<table:table-cell><text:p>{text}</text:p></table:table-cell>"


def _zipped(entries: dict[str, bytes]) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, entry in entries.items():
            archive.writestr(name, entry)
    return content.getvalue()


def _damaged(content: bytes, chance: random.Random) -> bytes:
    if chance.random() < 0.3:
        return bytes(b if chance.random() > 0.003 else chance.randrange(256) for b in content)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = {name: bytearray(archive.read(name)) for name in archive.namelist()}
    for entry in entries.values():
        for _ in range(chance.randint(0, 3)):
            at = chance.randrange(len(entry) + 1)
            entry[at : at + chance.randint(0, 5)] = bytes(chance.choices(b'<>"=/&;09AZ ', k=3))
    return _zipped({name: bytes(entry) for name, entry in entries.items()})


@pytest.mark.parametrize(("name", "content"), [("x.xlsx", excel()), ("x.ods", libre_office())])
def test_no_damaged_table_raises(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    whole = import_file(tmp_path / name, tmp_path / "whole")
    assert whole.imported is not None
    assert whole.imported.questions == 2
    chance = random.Random(17)
    for number in range(60):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / name).write_bytes(_damaged(content, chance))
        result = import_file(folder / name, folder / "p")
        assert result.files or result.diagnostics
        assert {path.name for path in folder.iterdir()} <= {name, "p"}


def test_entities_are_refused(tmp_path: Path) -> None:
    bomb = b'<!DOCTYPE a [<!ENTITY b "x">]><a>&b;</a>'
    entries = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": bomb}
    (tmp_path / "x.ods").write_bytes(_zipped(entries))
    (error,) = import_file(tmp_path / "x.ods", tmp_path / "p").errors
    assert "declares entities" in error.message
