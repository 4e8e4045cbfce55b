"""The pages of an answer sheet as display items, and their tags for screen readers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from quizgen.model.answer_sheets.geometry import AnswerSheetLayout, Box, PageLayout
from quizgen.model.answer_sheets.markers import (
    MARKER_CELLS,
    black_cells,
    marker_places,
)
from quizgen.model.answer_sheets.page_code import PageCode
from quizgen.model.assessment import EditionName, Worksheet
from quizgen.model.named_tuple import NamedTuple
from quizgen.writers.pdf.documents.answer_sheet.blocks import (
    MAX_UNIT,
    BlockPlace,
    RowPlace,
    TextPlace,
)
from quizgen.writers.pdf.documents.answer_sheet.instructions import instructions
from quizgen.writers.pdf.documents.answer_sheet.placement import (
    SheetPagePlace,
    head_widths,
    place_blocks,
    place_head,
)
from quizgen.writers.pdf.documents.answer_sheet.plans import question_plans
from quizgen.writers.pdf.documents.answer_sheet.qr_code import qr_runs
from quizgen.writers.pdf.documents.answer_sheet.style import sheet_style
from quizgen.writers.pdf.documents.page_chrome import form_name
from quizgen.writers.pdf.fonts.faces import Font
from quizgen.writers.pdf.layout.blocks import Row
from quizgen.writers.pdf.layout.display_list import (
    DisplayItem,
    DrawBox,
    DrawCircle,
    EndTag,
    lowered,
)
from quizgen.writers.pdf.layout.document import Document
from quizgen.writers.pdf.layout.pagination import Page, PlacedRow
from quizgen.writers.pdf.layout.style import BLACK, CAP_HEIGHT, LINE, MM, SIZES
from quizgen.writers.pdf.layout.tags import NUMBERED, Tag
from quizgen.writers.pdf.layout.typesetter import Typesetter

_STROKE = 0.7
"""The line of a bubble, in points: 0.25 mm, which a scan at 100 dpi still shows."""
_THIN = 0.4
"""The line of a frame to write in, in points: thinner than that of a bubble, by eye."""


class SheetPupil(NamedTuple):
    """Whose sheet it is: the number that its code holds, and the name that is printed."""

    number: str
    name: str


class SheetMaker:
    """Makes the answer sheets of `worksheet` in one edition, whose `typesetter` is given."""

    def __init__(self, worksheet: Worksheet, edition: EditionName, typesetter: Typesetter) -> None:
        self._worksheet = worksheet
        self._edition = edition
        self._typesetter = typesetter
        width, height = SIZES[worksheet.printing.paper]
        self._size = width / MM, height / MM
        self._style = sheet_style(edition)
        self._small = typesetter.edition.aside.font
        self._pages = self._place()

    @cached_property
    def layout(self) -> AnswerSheetLayout:
        """Where everything is that a reader of scans looks for, also on pages from the right."""
        worksheet, (width, height) = self._worksheet, self._size
        pages = tuple(page.layout for page in self._pages)
        if self._typesetter.rtl:
            pages = tuple(_mirrored(page, width) for page in pages)
        return AnswerSheetLayout(
            worksheet.name,
            worksheet.digest,
            worksheet.form,
            self._edition.value,
            round(width, 3),
            round(height, 3),
            self._style.radius,
            pages,
        )

    def document(self, language: str, pupil: SheetPupil | None = None) -> Document:
        """Return the sheet, for `pupil` if one is given."""
        words, worksheet = self._typesetter.words, self._worksheet
        form = form_name(worksheet, self._typesetter)
        names = " – ".join(
            filter(None, (words.sheet.answer_sheet, form, pupil.name if pupil else ""))
        )
        title = words.titled(worksheet.title.plain, names)
        size = SIZES[worksheet.printing.paper]
        return Document(title, language, size, self._drawn(pupil), self._typesetter.rtl, self._foot)

    def _place(self) -> list[SheetPagePlace]:
        """Return the pages with everything at its place, as seen from where lines begin."""
        style, width = self._style, self._size[0]
        _title_width, text_width = head_widths(width, style, self._measure)
        edition, words = self._typesetter.edition, self._typesetter.words
        plans = list(question_plans(self._worksheet, words))
        self._instructions = instructions(plans, words)
        text_rows = self._typesetter.rows(
            (self._instructions,), edition.aside, 0.0, text_width * MM, None
        )
        title = (edition.label.leading * 2 + edition.aside.leading) / MM
        text = sum(row.height for row in text_rows) / MM
        head = place_head(width, style, self._measure, title, text)
        return place_blocks(plans, self._size, head, style, self._measure)

    def _measure(self, text: str, *, small: bool) -> float:
        font = self._small if small else self._typesetter.edition.label.font
        return self._typesetter.width(text, font) / MM

    def _foot(self, number: int, count: int) -> PlacedRow:
        return PlacedRow(0.0, 0.0, Row(0.0))

    def _drawn(self, pupil: SheetPupil | None) -> Iterator[Page]:
        root = Tag("Document")
        for number, page in enumerate(self._pages, 1):
            items = tuple(self._page(page, number, root, pupil))
            yield [PlacedRow(0.0, 0.0, Row(0.0, items))]

    def _page(
        self, page: SheetPagePlace, number: int, root: Tag, pupil: SheetPupil | None
    ) -> Iterator[DisplayItem]:
        yield from self._markers()
        yield from self._head(page, number, root, pupil)
        listing = Tag("L", root, attributes=NUMBERED)
        for block in page.blocks:
            yield from self._block(block, listing)
        yield EndTag(listing)

    def _markers(self) -> Iterator[DisplayItem]:
        """Yield the corner marks, which are never mirrored."""
        for number, (x, y, side) in enumerate(marker_places(*self._size)):
            cell = side / MARKER_CELLS
            for row, column in black_cells(number):
                # A hair wider than a cell, or viewers show white lines between two of them.
                width = cell + (0.02 if (row, column + 1) in black_cells(number) else 0.0)
                height = cell + (0.02 if (row + 1, column) in black_cells(number) else 0.0)
                yield self._square(x + column * cell, y + row * cell, width, height)

    def _code(
        self, box: Box, number: int, pupil: SheetPupil | None, root: Tag
    ) -> Iterator[DisplayItem]:
        sheet = self._worksheet
        code = PageCode(
            sheet.digest,
            sheet.form,
            self._edition.value,
            number,
            len(self._pages),
            pupil.number if pupil else "",
            self.layout.places,
        )
        words = self._typesetter.words
        spoken = (words.sheet.answer_sheet, form_name(sheet, self._typesetter), sheet.title.plain)
        figure = Tag("Figure", root, alt=", ".join(filter(None, spoken)))
        size, runs = qr_runs(code.text)
        module = box.width / size
        left = self._size[0] - box.x - box.width if self._typesetter.rtl else box.x
        for row, column, length in runs:
            x, y = left + column * module, box.y + row * module
            yield self._square(x, y, length * module, module + 0.01, figure)

    def _square(
        self, x: float, y: float, width: float, height: float, tag: Tag | None = None
    ) -> DrawBox:
        """Return a black rectangle `x` millimetres from the left edge, whatever the direction."""
        if self._typesetter.rtl:
            x = self._size[0] - x - width
        return DrawBox(x * MM, y * MM, width * MM, height * MM, 0, BLACK, tag)

    def _head(
        self, page: SheetPagePlace, number: int, root: Tag, pupil: SheetPupil | None
    ) -> Iterator[DisplayItem]:
        typesetter, head = self._typesetter, page.head
        edition, words = typesetter.edition, typesetter.words
        sheet = self._worksheet
        title_font, y = edition.label.font, head.title.y * MM + edition.label.baseline
        x, width = head.title.x * MM, head.title.width * MM
        title = typesetter.truncated(sheet.title.plain, title_font, width)
        # What is the same on every page is read aloud once.
        tags = [Tag("H1", root), Tag("P", root), Tag("P", root)] if number == 1 else [None] * 3
        yield from typesetter.line(title, title_font, x, y, tags[0])
        y += edition.label.leading
        form = form_name(sheet, typesetter)
        kind = " – ".join(filter(None, (words.sheet.answer_sheet, form)))
        kind = typesetter.truncated(kind, title_font, width)
        yield from typesetter.line(kind, title_font, x, y, tags[1])
        y += edition.aside.leading
        place = words.imprint("", sheet.digest, words.page(number, len(self._pages)))
        yield from typesetter.line(place, self._small, x, y, tags[2])
        yield from self._code(head.code, number, pupil, root)
        yield from self._name(head.name, pupil, root)
        text = head.instructions
        tag = Tag("P", root) if number == 1 else None
        rows = typesetter.rows(
            (self._instructions,), edition.aside, text.x * MM, text.width * MM, tag
        )
        top = text.y * MM
        for row in rows:
            yield from lowered(row.display_list, top)
            top += row.height
        if pupil is None:
            listing = Tag("L", root)
            yield from self._block(head.pupil, listing, words.sheet.pupil_number)
            yield EndTag(listing)

    def _name(self, box: Box, pupil: SheetPupil | None, root: Tag) -> Iterator[DisplayItem]:
        typesetter, words = self._typesetter, self._typesetter.words
        edition = typesetter.edition
        blank = Tag("Span", Tag("P", root), actual=words.blank)
        rectangle = (box.x * MM, box.y * MM, box.width * MM, box.height * MM)
        yield DrawBox(*rectangle, _THIN, LINE, None if pupil else blank)
        x, y = (box.x + 1.5) * MM, (box.y + 1.0) * MM + edition.aside.baseline
        if pupil:  # nobody writes there: the name stands in the middle of the frame
            y = (box.y + box.height / 2) * MM + CAP_HEIGHT * edition.label.font.size / 2
        tag = Tag("Span", blank.parent)
        yield from typesetter.line(words.name, self._small, x, y, tag)
        if pupil:
            font = edition.label.font
            start = x + typesetter.width(words.name, self._small) + 2 * MM
            name = typesetter.truncated(pupil.name, font, (box.x + box.width) * MM - start)
            yield from typesetter.line(name, font, start, y, Tag("Span", blank.parent))

    def _block(self, block: BlockPlace, listing: Tag, caption: str = "") -> Iterator[DisplayItem]:
        """Yield a question: its number, then row by row the names of options and their bubbles."""
        item = Tag("LI", listing)
        label, body = Tag("Lbl", item), Tag("LBody", item)
        if block.plan.is_teachers:
            pad = 0.8
            frame = (block.x - pad, block.y - pad / 2, block.width + 2 * pad, block.height + pad)
            x, y, width, height = (length * MM for length in frame)
            yield DrawBox(x, y, width, height, _THIN, LINE)
        strong = self._typesetter.edition.label.font
        if caption:
            place = TextPlace(block.x, block.y - self._style.head * 0.35, caption)
            yield from self._text(place, self._small, label)
        else:
            yield from self._text(block.number, strong, label)
        if block.unit:
            unit = self._typesetter.truncated(block.unit.text, self._small, MAX_UNIT * MM)
            yield from self._text(block.unit._replace(text=unit), self._small, Tag("P", body))
        for row in block.rows:
            yield from self._row(row, body, strong)

    def _row(self, row: RowPlace, body: Tag, strong: Font) -> Iterator[DisplayItem]:
        element = Tag("P", body)
        if row.label:
            yield from self._text(row.label, self._small, Tag("Span", element))
        if row.box:
            box = (row.box.x * MM, row.box.y * MM, row.box.width * MM, row.box.height * MM)
            yield DrawBox(*box, _THIN, LINE)
        names = Tag("Span", element)
        for name in row.names:
            yield from self._text(name, self._small if name.centred else strong, names)
        bubbles = Tag("Span", element, actual=self._typesetter.words.box)
        radius = self._style.radius
        for x, y, _ in row.field.bubbles:
            yield DrawCircle(
                (x - radius) * MM, (y - radius) * MM, 2 * radius * MM, _STROKE, BLACK, bubbles
            )

    def _text(self, place: TextPlace, font: Font, tag: Tag) -> Iterator[DisplayItem]:
        if not place.text:
            return
        x = place.x * MM
        if place.centred:
            x -= self._typesetter.width(place.text, font) / 2
        y = place.y * MM + CAP_HEIGHT * font.size / 2
        yield from self._typesetter.line(place.text, font, x, y, tag)


def _mirrored(page: PageLayout, width: float) -> PageLayout:
    """Return `page`, laid out from the right edge, as it is from the left one."""

    def box(one: Box) -> Box:
        return one._replace(x=width - one.x - one.width)

    fields = tuple(
        field._replace(
            bubbles=tuple(one._replace(x=round(width - one.x, 3)) for one in field.bubbles)
        )
        for field in page.fields
    )
    return PageLayout(fields, box(page.code), box(page.name))
