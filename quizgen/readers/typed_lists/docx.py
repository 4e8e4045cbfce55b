"""The paragraphs of a document of Word, with the numbers that Word itself puts before them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from pathlib import PurePosixPath
from typing import NamedTuple

from quizgen.readers.apkg.archive import Archive
from quizgen.readers.foreign.files import GatheredFiles
from quizgen.readers.foreign.xml import XmlElement, parse_xml
from quizgen.readers.typed_lists.lines import MAX_LINE_LENGTH, MAX_LINES, WIDE, Line
from quizgen.readers.typed_lists.looks import Looks
from quizgen.readers.typed_lists.numbering import ListNumbers
from quizgen.readers.typed_lists.table_lines import key_lines, row_lines

_TAGS = {"bold": "b", "italic": "i", "sub": "sub", "sup": "sup"}
_WHITE_SPACE = re.compile(r"[ \t\r\n]+")
"""What counts as one blank: Word writes breaks and tabulators as elements of their own."""


class DamagedDocumentError(Exception):
    """A document that cannot be read."""


class DocxTable(NamedTuple):
    """A table of a document: the texts of its cells, row by row, and how many pictures it has."""

    rows: list[list[str]]
    pictures: int


class DocxContent(NamedTuple):
    """The paragraphs of a document outside of its `tables`."""

    lines: list[Line]
    tables: list[DocxTable]


def read_docx(
    content: bytes, files: GatheredFiles, is_of_questions: Callable[[DocxTable], bool]
) -> DocxContent:
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
    read = DocxContent([], [])

    def cell_lines(cell: XmlElement) -> list[Line]:
        paragraphs = cell.find("p")
        return [line for p in paragraphs for line in _lines(p, numbering, looks, pictures)]

    for node in root.find("p", "tbl"):
        lines: Iterable[Line]
        if node.tag == "tbl":
            table = _table(node)
            if key := key_lines(table.rows):
                lines = (Line(text, escape(text), 0) for text in key)
            elif is_of_questions(table):
                read.tables.append(table)
                continue
            else:
                lines = (
                    line
                    for row in node.find("tr")
                    for line in row_lines([cell_lines(cell) for cell in row.find("tc")])
                )
        else:
            lines = _lines(node, numbering, looks, pictures)
        for line in lines:
            read.lines.append(line._replace(number=len(read.lines) + 1))
        if len(read.lines) >= MAX_LINES:
            break
    return read


def _table(node: XmlElement) -> DocxTable:
    rows = [[_cell(cell) for cell in row.find("tc")] for row in node.find("tr")]
    return DocxTable(rows, len(list(node.find("drawing", "pict"))))


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
    label, level = numbering.label(paragraph)
    plain, html = "", ""
    styles: set[str] | None = None
    runs: list[tuple[int, frozenset[str]]] = []
    of_paragraph = looks.of_paragraph(paragraph)
    for run in paragraph.find("r"):
        of_run = looks.of_run(run, of_paragraph)
        for child in run.elements:
            if child.tag in ("br", "cr"):
                yield _line(plain, html, label, level, frozenset(styles or ()), runs)
                plain, html, styles, label, level, runs = "", "", None, "", 0, []
                continue
            text = _text(child)
            if text.strip():
                styles = set(of_run) if styles is None else styles & of_run
            plain += text
            html += _marked_up(text, of_run) + _pictures_in(child, pictures)
            runs.append((len(plain), of_run))
    yield _line(plain, html, label, level, frozenset(styles or ()), runs)


def _line(
    plain: str,
    html: str,
    label: str,
    level: int,
    styles: frozenset[str],
    runs: Sequence[tuple[int, frozenset[str]]],
) -> Line:
    """Return a line; what all of its characters have is no emphasis in it."""
    for style in styles & {"bold", "italic"}:
        html = html.replace(f"<{_TAGS[style]}>", "").replace(f"</{_TAGS[style]}>", "")
    shift = len(plain) - len(plain.lstrip())
    is_narrow = WIDE.search(plain) is None
    plain, html = WIDE.sub(" ", plain), WIDE.sub(" ", html)
    short = plain.strip()[:MAX_LINE_LENGTH]
    markup = escape(short) if html == escape(plain) else html.strip()
    places = tuple((end - shift, of_run) for end, of_run in runs) if is_narrow else ()
    return Line(short, markup, 0, label, level, styles, places)


def _text(child: XmlElement) -> str:
    if child.tag == "t":
        return _WHITE_SPACE.sub(" ", child.text)
    return {"tab": "\t", "noBreakHyphen": "-"}.get(child.tag, "")


def _marked_up(text: str, styles: frozenset[str]) -> str:
    html = escape(text)
    if not text.strip():
        return html
    for style, tag in _TAGS.items():
        if style in styles:
            html = f"<{tag}>{html}</{tag}>"
    return html


def _pictures_in(child: XmlElement, pictures: dict[str, str]) -> str:
    html = ""
    if child.tag in ("drawing", "pict"):
        about = next((d.attributes.get("descr", "") for d in child.find("docPr")), "")
        for picture in child.find("blip", "imagedata"):
            name = picture.attributes.get("embed", picture.attributes.get("id", ""))
            if name in pictures:
                html += f'<img src="{escape(pictures[name])}" alt="{escape(about)}">'
    return html
