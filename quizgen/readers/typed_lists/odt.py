"""The paragraphs of a document of LibreOffice (.odt), with the numbers that it puts before them.

Elements and attributes are those of OpenDocument 1.3, part 3.
"""

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
from quizgen.readers.typed_lists.odt_styles import OdtLists, OdtLooks

_WHITE_SPACE = re.compile(r"[ \t\r\n]+")
_PARAGRAPHS = ("p", "h")
_HIDDEN = ("annotation", "note", "tracked-changes", "bookmark", "sequence-decls")
_SPAN_DEPTH = 50
"""Spans inside of one another; more are no text of a person's."""

Piece = tuple[str, frozenset[str], str] | None


def read_odt(
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
    if "content.xml" not in archive:
        raise DamagedDocumentError("content.xml is missing")
    root = parse_xml(archive.read("content.xml"))
    styles = parse_xml(archive.read("styles.xml")) if "styles.xml" in archive else None
    text = root.first("body", "text")
    if text is None:
        raise DamagedDocumentError("it has no text")
    return _Document(archive, files, [root, styles], is_of_questions).read(text)


class _Document:
    """A document on its way to lines."""

    def __init__(
        self,
        archive: Archive,
        files: GatheredFiles,
        parts: list[XmlElement | None],
        is_of_questions: IsOfQuestions,
    ) -> None:
        self._archive = archive
        self._files = files
        self._is_of_questions = is_of_questions
        self._looks = OdtLooks(parts)
        self._lists = OdtLists(parts)

    def read(self, text: XmlElement) -> DocumentContent:
        read = DocumentContent([], [])
        self._add(text, read)
        return read

    def _add(self, parent: XmlElement, read: DocumentContent) -> None:
        for node in parent.elements:
            if read.is_full:
                return
            if node.tag == "table":
                cells = (list(row.find("table-cell")) for row in node.find("table-row"))
                rows = [[self._cell_lines(cell) for cell in row] for row in cells]
                read.add_table(self._table(node), rows, self._is_of_questions)
            elif node.tag in ("section", "index-body"):
                self._add(node, read)
            else:
                read.add_lines(self._lines(node))

    def _lines(self, node: XmlElement, style: str = "", level: int = 0) -> Iterator[Line]:
        """Yield the lines of a paragraph, or of a list whose style is `style`, at depth `level`."""
        if node.tag in _PARAGRAPHS:
            yield from self._paragraph(node, "", 0)
        elif node.tag == "list":
            style = self._lists.begin(node, style, level)
            for item in node.elements:
                for place, child in enumerate(item.elements):
                    if child.tag in _PARAGRAPHS:
                        is_numbered = place == 0 and item.tag == "list-item"
                        label = self._lists.label(item, style, level) if is_numbered else ""
                        yield from self._paragraph(child, label, level)
                    elif child.tag == "list":
                        yield from self._lines(child, style, level + 1)

    def _cell_lines(self, cell: XmlElement) -> list[Line]:
        return [line for node in cell.elements for line in self._lines(node)]

    def _table(self, node: XmlElement) -> DocumentTable:
        rows = [
            [
                WIDE.sub(" ", "\n".join(line.plain for line in self._cell_lines(cell)).strip())
                for cell in row.find("table-cell")
            ]
            for row in node.find("table-row")
        ]
        return DocumentTable(rows, len(list(node.find("image"))))

    def _paragraph(self, node: XmlElement, label: str, level: int) -> Iterator[Line]:
        marks = self._looks.of(node.attributes.get("style-name", ""), {})
        return lines_of_runs(self._pieces(node, marks, 0), label, level)

    def _pieces(self, node: XmlElement, marks: dict[str, bool], depth: int) -> Iterator[Piece]:
        styles = frozenset(mark for mark, is_on in marks.items() if is_on)
        for child in node.children:
            if isinstance(child, str):
                yield _WHITE_SPACE.sub(" ", child), styles, ""
            elif child.tag == "line-break":
                yield None
            elif child.tag in ("s", "tab"):
                yield (" " if child.tag == "s" else "\t"), styles, ""
            elif child.tag == "frame":
                yield "", styles, self._picture(child)
            elif child.tag not in _HIDDEN and depth < _SPAN_DEPTH:
                inner = self._looks.of(child.attributes.get("style-name", ""), marks)
                yield from self._pieces(child, inner, depth + 1)

    def _picture(self, frame: XmlElement) -> str:
        about = frame.value("desc") or frame.value("title")
        for image in frame.all("image"):
            name = image.attributes.get("href", "").removeprefix("./")
            if name in self._archive:
                address = self._files.add(PurePosixPath(name).name, self._archive.read(name))
                return picture_html(address, about)
        return ""
