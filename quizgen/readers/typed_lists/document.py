"""What is in a document of a word processor: lines with their looks, and tables of questions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import field
from html import escape
from typing import NamedTuple, TypeAlias

from quizgen.model.dataclass import dataclass
from quizgen.readers.typed_lists.lines import MAX_LINE_LENGTH, MAX_LINES, WIDE, Line
from quizgen.readers.typed_lists.table_lines import key_lines, row_lines

_TAGS = {"bold": "b", "italic": "i", "sub": "sub", "sup": "sup"}


class DamagedDocumentError(Exception):
    """A document that cannot be read."""


class DocumentTable(NamedTuple):
    """A table of a document: the texts of its cells, row by row, and how many pictures it has."""

    rows: list[list[str]]
    pictures: int


IsOfQuestions: TypeAlias = Callable[[DocumentTable], bool]


class DocumentContent(NamedTuple):
    """The paragraphs of a document outside of its `tables`."""

    lines: list[Line]
    tables: list[DocumentTable]

    @property
    def is_full(self) -> bool:
        """Whether no more lines are read."""
        return len(self.lines) >= MAX_LINES

    def add_lines(self, lines: Iterable[Line]) -> None:
        """Add `lines` with their numbers."""
        for line in lines:
            self.lines.append(line._replace(number=len(self.lines) + 1))

    def add_table(
        self,
        table: DocumentTable,
        rows: Iterable[Sequence[Sequence[Line]]],
        is_of_questions: IsOfQuestions,
    ) -> None:
        """Add `table`, whose cells have the lines in `rows`.

        One that `is_of_questions` stays a table; another becomes lines.
        """
        if key := key_lines(table.rows):
            self.add_lines(Line(text, escape(text), 0) for text in key)
        elif is_of_questions(table):
            self.tables.append(table)
        else:
            for cells in rows:
                self.add_lines(row_lines(cells))


@dataclass(slots=True)
class LineBuilder:
    """Gathers the runs of a paragraph with `label`, at the depth `level` of its list."""

    label: str = ""
    level: int = 0
    plain: str = ""
    html: str = ""
    styles: frozenset[str] | None = None
    runs: list[tuple[int, frozenset[str]]] = field(default_factory=list)

    def add(self, text: str, styles: frozenset[str], pictures: str = "") -> None:
        """Add `text`, all of it in `styles`, and the HTML of `pictures`."""
        if text.strip():
            self.styles = styles if self.styles is None else self.styles & styles
        self.plain += text
        self.html += _marked_up(text, styles) + pictures
        self.runs.append((len(self.plain), styles))

    def take(self) -> Line:
        """Return the line so far, and begin another one, which has no label."""
        line = self._line()
        self.label, self.level, self.plain, self.html, self.styles = "", 0, "", "", None
        self.runs = []
        return line

    def _line(self) -> Line:
        """Return the line; what all of its characters have is no emphasis in it."""
        html, styles = self.html, self.styles or frozenset()
        for style in styles & {"bold", "italic"}:
            html = html.replace(f"<{_TAGS[style]}>", "").replace(f"</{_TAGS[style]}>", "")
        shift = len(self.plain) - len(self.plain.lstrip())
        is_narrow = WIDE.search(self.plain) is None
        plain, html = WIDE.sub(" ", self.plain), WIDE.sub(" ", html)
        short = plain.strip()[:MAX_LINE_LENGTH]
        markup = escape(short) if html == escape(plain) else html.strip()
        runs = tuple((end - shift, of_run) for end, of_run in self.runs) if is_narrow else ()
        return Line(short, markup, 0, self.label, self.level, styles, runs)


def _marked_up(text: str, styles: frozenset[str]) -> str:
    html = escape(text)
    if not text.strip():
        return html
    for style, tag in _TAGS.items():
        if style in styles:
            html = f"<{tag}>{html}</{tag}>"
    return html


def picture_html(address: str, about: str) -> str:
    """Return the HTML of the picture at `address`; `about` is its description."""
    return f'<img src="{escape(address)}" alt="{escape(about)}">'


def lines_of_runs(
    runs: Iterable[tuple[str, frozenset[str], str] | None], label: str, level: int
) -> Iterator[Line]:
    """Yield the lines of a paragraph of `runs`: text, styles and pictures; None is a break."""
    builder = LineBuilder(label, level)
    for run in runs:
        if run is None:
            yield builder.take()
        else:
            builder.add(*run)
    yield builder.take()
