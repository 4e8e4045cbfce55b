"""The paragraphs of a document of Word, with the numbers that Word itself puts before them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape
from pathlib import PurePosixPath
from typing import NamedTuple

from quizgen.readers.apkg.archive import Archive
from quizgen.readers.foreign.files import GatheredFiles
from quizgen.readers.foreign.xml import XmlBudget, XmlElement, parse_xml
from quizgen.readers.typed_lists.lines import MAX_LINE_LENGTH, MAX_LINES, WIDE, Line

_TAGS = {"bold": "b", "italic": "i", "sub": "sub", "sup": "sup"}
_MARKS = {"b": "bold", "i": "italic", "u": "underline", "highlight": "highlight", "color": "color"}
_OFF = ("0", "false", "none", "auto", "000000")
_WHITE_SPACE = re.compile(r"[ \t\r\n]+")
"""What counts as one blank: Word writes breaks and tabulators as elements of their own."""
_LETTERS = ("lowerLetter", "upperLetter")


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
    budget = XmlBudget()
    root = parse_xml(archive.read("word/document.xml"), budget)
    numbering = _Numbering(
        _part(archive, "word/numbering.xml", budget), _part(archive, "word/styles.xml", budget)
    )
    pictures = _pictures(archive, files, budget)
    read = DocxContent([], [])
    for node in root.find("p", "tbl"):
        paragraphs = [node]
        if node.tag == "tbl":
            table = _table(node)
            if is_of_questions(table):
                read.tables.append(table)
                continue
            paragraphs = list(node.find("p"))
        for paragraph in paragraphs:
            for line in _lines(paragraph, numbering, pictures):
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


def _part(archive: Archive, name: str, budget: XmlBudget) -> XmlElement | None:
    return parse_xml(archive.read(name), budget) if name in archive else None


def _pictures(archive: Archive, files: GatheredFiles, budget: XmlBudget) -> dict[str, str]:
    """Return the addresses of pictures by the ids of their relationships."""
    relations = _part(archive, "word/_rels/document.xml.rels", budget)
    pictures: dict[str, str] = {}
    addresses: dict[str, str] = {}
    for one in relations.elements if relations else []:
        target = one.attributes.get("Target", "")
        name = target.lstrip("/") if target.startswith("/") else f"word/{target}"
        if one.attributes.get("Type", "").endswith("/image") and name in archive:
            if name not in addresses:
                addresses[name] = files.add(PurePosixPath(name).name, archive.read(name))
            pictures[one.attributes.get("Id", "")] = addresses[name]
    return pictures


def _lines(
    paragraph: XmlElement, numbering: _Numbering, pictures: dict[str, str]
) -> Iterator[Line]:
    """Yield the lines of a paragraph: several where breaks stand in it."""
    label, level = numbering.label(paragraph)
    plain, html = "", ""
    styles: set[str] | None = None
    for run in paragraph.find("r"):
        of_run = _styles(run.first("rPr"))
        for child in run.elements:
            if child.tag in ("br", "cr"):
                yield _line(plain, html, label, level, frozenset(styles or ()))
                plain, html, styles, label, level = "", "", None, "", 0
                continue
            text = _text(child)
            if text.strip():
                styles = set(of_run) if styles is None else styles & of_run
            plain += text
            html += _marked_up(text, of_run) + _pictures_in(child, pictures)
    yield _line(plain, html, label, level, frozenset(styles or ()))


def _line(plain: str, html: str, label: str, level: int, styles: frozenset[str]) -> Line:
    """Return a line; what all of its characters have is no emphasis in it."""
    for style in styles & {"bold", "italic"}:
        html = html.replace(f"<{_TAGS[style]}>", "").replace(f"</{_TAGS[style]}>", "")
    plain, html = WIDE.sub(" ", plain), WIDE.sub(" ", html)
    short = plain.strip()[:MAX_LINE_LENGTH]
    markup = escape(short) if html == escape(plain) else html.strip()
    return Line(short, markup, 0, label, level, styles)


def _text(child: XmlElement) -> str:
    if child.tag == "t":
        return _WHITE_SPACE.sub(" ", child.text)
    return {"tab": "\t", "noBreakHyphen": "-"}.get(child.tag, "")


def _styles(properties: XmlElement | None) -> frozenset[str]:
    styles = set()
    for mark in properties.elements if properties else []:
        value = mark.attributes.get("val", "1").lower()
        if mark.tag == "vertAlign":
            styles |= {{"subscript": "sub", "superscript": "sup"}.get(value, "")} - {""}
        elif mark.tag in _MARKS and value not in _OFF:
            styles.add(_MARKS[mark.tag])
        elif mark.tag == "shd" and mark.attributes.get("fill", "auto").lower() not in (
            "auto",
            "ffffff",
        ):
            styles.add("highlight")
    return frozenset(styles)


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


class _Numbering:
    """Counts the numbered paragraphs of a document, by their lists and levels."""

    def __init__(self, numbering: XmlElement | None, styles: XmlElement | None) -> None:
        self.formats: dict[tuple[str, int], str] = {}
        self.counts: dict[tuple[str, int], int] = {}
        self.of_styles: dict[str, XmlElement] = {}
        self.abstract: dict[str, str] = {}
        for style in styles.all("style") if styles else []:
            if (properties := style.first("pPr", "numPr")) is not None:
                self.of_styles[style.attributes.get("styleId", "")] = properties
        levels: dict[str, list[XmlElement]] = {}
        for one in numbering.all("abstractNum") if numbering else []:
            levels[one.attributes.get("abstractNumId", "")] = one.all("lvl")
        for number in numbering.all("num") if numbering else []:
            name = number.attributes.get("numId", "")
            base = number.first("abstractNumId")
            self.abstract[name] = base.attributes.get("val", "") if base else ""
            for level in levels.get(self.abstract[name], []):
                format_ = level.first("numFmt")
                value = format_.attributes.get("val", "") if format_ else ""
                self.formats[name, _whole(level.attributes.get("ilvl", "0"))] = value

    def label(self, paragraph: XmlElement) -> tuple[str, int]:
        """Return the label of `paragraph` and the level of its list; empty where it has none."""
        properties = paragraph.first("pPr", "numPr")
        if properties is None and (style := paragraph.first("pPr", "pStyle")) is not None:
            properties = self.of_styles.get(style.attributes.get("val", ""))
        if properties is None:
            return "", 0
        number, depth = properties.first("numId"), properties.first("ilvl")
        name = number.attributes.get("val", "") if number else ""
        level = _whole(depth.attributes.get("val", "0")) if depth else 0
        if name in ("", "0"):
            return "", 0
        for deeper in range(level + 1, 10):
            self.counts.pop((name, deeper), None)
        count = self.counts[name, level] = self.counts.get((name, level), 0) + 1
        format_ = self.formats.get((name, level), "decimal")
        if format_ == "bullet":
            return "•", level
        if format_ in _LETTERS:
            return chr(ord("a") + (count - 1) % 26), level
        return ("", 0) if format_ == "none" else (str(count), level)


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 4 else 0
