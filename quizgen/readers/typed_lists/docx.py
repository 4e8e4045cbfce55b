"""The paragraphs of a document of Word, with the numbers that Word itself puts before them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from quizgen.readers.apkg.archive import Archive
from quizgen.readers.foreign.files import GatheredFiles
from quizgen.readers.foreign.xml import XmlElement, parse_xml
from quizgen.readers.typed_lists.document import (
    DamagedDocumentError,
    DocumentContent,
    DocumentTable,
    IsOfQuestions,
    lines_of_runs,
    picture_html,
)
from quizgen.readers.typed_lists.lines import WIDE, Line
from quizgen.readers.typed_lists.looks import Looks
from quizgen.readers.typed_lists.numbering import ListNumbers

_WHITE_SPACE = re.compile(r"[ \t\r\n]+")
"""What counts as one blank: Word writes breaks and tabulators as elements of their own."""


def read_docx(
    content: bytes, files: GatheredFiles, is_of_questions: IsOfQuestions
) -> DocumentContent:
    """Return what is in the document in `content`; its pictures are added to `files`.

    A table that `is_of_questions` stays one; the paragraphs of others are as if in none.

    Raises:
        DamagedDocumentError: It has no text.
        PackageError: It is no zip file, or unpacks to too much.
        XmlError: Its XML is damaged.
    """
    archive = Archive(content)
    if "word/document.xml" not in archive:
        raise DamagedDocumentError("word/document.xml is missing")
    root = parse_xml(archive.read("word/document.xml"))
    styles = _part(archive, "word/styles.xml")
    numbering = ListNumbers(_part(archive, "word/numbering.xml"), styles)
    looks = Looks(styles)
    pictures = _pictures(archive, files)
    read = DocumentContent([], [])

    def cell_lines(cell: XmlElement) -> list[Line]:
        paragraphs = cell.find("p")
        return [line for p in paragraphs for line in _lines(p, numbering, looks, pictures)]

    for node in root.find("p", "tbl"):
        if node.tag == "tbl":
            rows = ([cell_lines(cell) for cell in row.find("tc")] for row in node.find("tr"))
            read.add_table(_table(node), rows, is_of_questions)
        else:
            read.add_lines(_lines(node, numbering, looks, pictures))
        if read.is_full:
            break
    return read


def _table(node: XmlElement) -> DocumentTable:
    rows = [[_cell(cell) for cell in row.find("tc")] for row in node.find("tr")]
    return DocumentTable(rows, len(list(node.find("drawing", "pict"))))


def _cell(cell: XmlElement) -> str:
    paragraphs = [
        "".join(_text(t) for r in p.find("r") for t in r.elements) for p in cell.find("p")
    ]
    return WIDE.sub(" ", "\n".join(paragraphs).strip())


def _part(archive: Archive, name: str) -> XmlElement | None:
    return parse_xml(archive.read(name)) if name in archive else None


def _pictures(archive: Archive, files: GatheredFiles) -> dict[str, str]:
    """Return the addresses of pictures by the ids of their relationships."""
    relations = _part(archive, "word/_rels/document.xml.rels")
    pictures = {}
    for one in relations.elements if relations else []:
        target = one.attributes.get("Target", "")
        name = target.lstrip("/") if target.startswith("/") else f"word/{target}"
        if one.attributes.get("Type", "").endswith("/image") and name in archive:
            address = files.add(PurePosixPath(name).name, archive.read(name))
            pictures[one.attributes.get("Id", "")] = address
    return pictures


def _lines(
    paragraph: XmlElement, numbering: ListNumbers, looks: Looks, pictures: dict[str, str]
) -> Iterator[Line]:
    """Yield the lines of a paragraph: several where breaks stand in it."""
    return lines_of_runs(_runs(paragraph, looks, pictures), *numbering.label(paragraph))


def _runs(
    paragraph: XmlElement, looks: Looks, pictures: dict[str, str]
) -> Iterator[tuple[str, frozenset[str], str] | None]:
    of_paragraph = looks.of_paragraph(paragraph)
    for run in paragraph.find("r"):
        styles = looks.of_run(run, of_paragraph)
        for child in run.elements:
            if child.tag in ("br", "cr"):
                yield None
            else:
                yield _text(child), styles, _pictures_in(child, pictures)


def _text(child: XmlElement) -> str:
    if child.tag == "t":
        return _WHITE_SPACE.sub(" ", child.text)
    return {"tab": "\t", "noBreakHyphen": "-"}.get(child.tag, "")


def _pictures_in(child: XmlElement, pictures: dict[str, str]) -> str:
    html = ""
    if child.tag in ("drawing", "pict"):
        about = next((d.attributes.get("descr", "") for d in child.find("docPr")), "")
        for picture in child.find("blip", "imagedata"):
            name = picture.attributes.get("embed", picture.attributes.get("id", ""))
            if name in pictures:
                html += picture_html(pictures[name], about)
    return html
