"""What must hold of every file for another program, whatever its texts are."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath
from xml.parsers import expat

from support.corpus.pages import assert_page_is_inert

FORMULA = ("=", "+", "@", "\t", "\r")
"""What begins a formula in a table; a dash begins negative numbers too."""


def assert_safe(name: str, content: bytes) -> None:
    """Fail where the export `name` computes, runs or climbs out of its folder."""
    if name.endswith(".csv"):
        for row in csv.reader(io.StringIO(content.decode("utf-8-sig"))):
            assert not [cell for cell in row if cell.startswith(FORMULA)], (name, row)
    elif name.endswith(".gs"):
        assert_texts_are_data(content.decode("utf-8"))
    elif name.endswith(".xml"):
        parse(content, name)
    elif name.endswith(".html"):
        assert_page_is_inert(name, content)
    elif content.startswith(b"PK"):
        for inner, part in parts(content):
            assert not PurePosixPath(inner).is_absolute(), (name, inner)
            assert ".." not in PurePosixPath(inner).parts, (name, inner)
            if inner.endswith((".xml", ".rels")):
                parse(part, f"{name}/{inner}")
            if inner.endswith(".html"):
                assert_page_is_inert(inner, part)
            assert not (name.endswith(".xlsx") and b"<f>" in part), (name, inner)


ACTION = re.compile(rb"/S\s*/(?:JavaScript|Launch|SubmitForm|ImportData|GoToR)|/OpenAction|/AA\b")


def acts_of_pdf(content: bytes) -> list[bytes]:
    """What the PDF file `content` would do when it is opened; nothing of another file."""
    return ACTION.findall(unpacked(content)) if content.startswith(b"%PDF") else []


def unpacked(pdf: bytes) -> bytes:
    """The objects of `pdf`, those in compressed streams of objects as well."""
    found = [re.sub(rb"stream\r?\n.*?endstream", b"", pdf, flags=re.DOTALL)]
    for match in re.finditer(rb"/ObjStm.*?stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        found.append(zlib.decompressobj().decompress(match[1]))
    return b"\n".join(found)


def parts(content: bytes) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            yield name, archive.read(name)


def parse(content: bytes, name: str) -> None:
    """Fail where `content` is no XML, or has what a reader of XML would fetch or run."""
    parser = expat.ParserCreate()

    def start(tag: str, attributes: dict[str, str]) -> None:
        assert tag.lower() != "script", name
        assert not [key for key in attributes if key.lower().startswith("on")], (name, attributes)

    parser.StartElementHandler = start
    parser.Parse(content, True)


def assert_texts_are_data(script: str) -> None:
    """Fail where the constants of the script are not JSON: a text has left its quotation marks."""
    constants = re.findall(r"^const [A-Z_]+ = (.*?);\n(?=const|function|\n|/)", script, re.M | re.S)
    assert constants
    for constant in constants:
        json.loads(constant)
    assert "\u2028" not in script
