"""The answer key of all forms: a grid for each to mark by, then every reason once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.model.assessment import Question, Worksheet
from quizgen.model.bank import Bank, Passage
from quizgen.model.text import Text
from quizgen.writers.pdf.documents.answer_key import grid, key_head
from quizgen.writers.pdf.documents.answer_rows import said_rows
from quizgen.writers.pdf.documents.answers import wordy_lines
from quizgen.writers.pdf.documents.item_frame import frame, with_points
from quizgen.writers.pdf.documents.page_chrome import document, form_name, section_blocks, text_area
from quizgen.writers.pdf.documents.passage import PassageLines, passage_lines
from quizgen.writers.pdf.layout.blocks import Block, Row, gap, height, prepend
from quizgen.writers.pdf.layout.display_list import DisplayItem
from quizgen.writers.pdf.layout.document import Document
from quizgen.writers.pdf.layout.tags import NUMBERED, Tag
from quizgen.writers.pdf.layout.typesetter import Typesetter


def forms_key(forms: Sequence[Worksheet], bank: Bank, typesetter: Typesetter) -> Document:
    """One key for all `forms` of a worksheet, of which there are at least two.

    Explanations come in the order of the first form, with the numbers in all of them and
    without letters, which differ.
    """
    first = forms[0]
    opening, closing = typesetter.words.key_title
    title = f"{opening}{first.title.plain}{closing}"
    said = typesetter.words.all_forms(first.form, forms[-1].form)
    return document(
        title, said, first, bank.language, _blocks(forms, said, bank, typesetter), typesetter
    )


def _blocks(
    forms: Sequence[Worksheet], said: str, bank: Bank, typesetter: Typesetter
) -> Iterator[Block]:
    root = Tag("Document")
    first = forms[0]
    width = text_area(first.printing.paper, typesetter.edition).width
    yield key_head(first, said, width, typesetter, root)
    for worksheet in forms:
        rows = tuple(grid(worksheet.questions, width, typesetter, root))
        heading = Text((form_name(worksheet, typesetter),))
        yield from section_blocks(heading, None, [Block(rows)], width, typesetter, root)
    numbers = _Numbers(forms, width, typesetter)
    printed = passage_lines(first, typesetter)
    for section in first.sections:
        listing = Tag("L", root, attributes=NUMBERED)
        yield from section_blocks(
            section.title,
            None,
            (
                _entry(question, numbers, bank.passage, printed, typesetter, listing)
                for question in section.questions
            ),
            width,
            typesetter,
            root,
        )


def _entry(
    question: Question,
    numbers: _Numbers,
    passage: Passage | None,
    printed: PassageLines | None,
    typesetter: Typesetter,
    tag: Tag,
) -> Block:
    """All that is said about one question, beside its numbers in all forms."""
    edition, columns = typesetter.edition, numbers.columns
    entry = Tag("LI", tag)
    label, body = Tag("Lbl", entry), Tag("LBody", entry)
    said = wordy_lines(question, passage, typesetter.words, printed)
    tall = numbers.height(question)
    rows = _at_least(said_rows(tuple(said), columns, typesetter, body), tall)
    first, *rest = with_points(rows, question, columns, typesetter, entry, body)
    display_list = numbers.display_list(question, first.baseline, label)
    return Block((prepend(display_list, first), *rest), edition.key_gap)


def _at_least(rows: Sequence[Row], tall: float) -> list[Row]:
    """`rows`, of which as many as are beside something `tall` stay on its page."""
    held: list[Row] = []
    for row in rows:
        beside = height(held) + row.height < tall
        held.append(row._replace(keep_with_next=row.keep_with_next or beside))
    return [*held, gap(max(0.0, tall - height(held)))]


class _Numbers:
    """What number each question has in each form, as columns at the left: a teacher who marks
    one form runs down one of them."""

    def __init__(self, forms: Sequence[Worksheet], width: float, typesetter: Typesetter) -> None:
        edition = typesetter.edition
        self._typesetter = typesetter
        self._numbers: dict[str, list[tuple[str, int]]] = {}
        for worksheet in forms:
            for one in worksheet.questions:
                found = self._numbers.setdefault(one.item.id.value, [])
                found.append((worksheet.form, one.number))
        plain = frame(forms[0].questions, width, typesetter, edition.key_label_gap)
        letter = max(typesetter.width(worksheet.form, edition.part.font) for worksheet in forms)
        self._cell = letter + edition.form_number_gap + plain.number
        self._step = self._cell + edition.key_label_gap
        most = max(1, int(edition.form_numbers * width / self._step))
        rows = -(-len(forms) // most)
        self._across = -(-len(forms) // rows)
        more = self._across * self._step - plain.body
        self.columns = plain._replace(
            body=plain.body + more, width=plain.width - more, stem=plain.stem - more
        )
        """Where all that stands beside the numbers is."""

    def height(self, question: Question) -> float:
        """How much the question's numbers take, in points."""
        return len(self._lines(question)) * self._typesetter.edition.label.leading

    def display_list(self, question: Question, baseline: float, tag: Tag) -> Iterator[DisplayItem]:
        """The question's numbers, the first line of them at `baseline`."""
        typesetter, edition = self._typesetter, self._typesetter.edition
        y = baseline
        for line in self._lines(question):
            for column, (form, number) in enumerate(line):
                x = column * self._step
                letter, own = Tag("Span", tag), Tag("Span", tag)
                yield from typesetter.line(form, edition.part.font, x, y, letter)
                end = x + self._cell
                yield from typesetter.line(str(number), edition.label.font, end, y, own, right=True)
            y += edition.label.leading

    def _lines(self, question: Question) -> list[Sequence[tuple[str, int]]]:
        """Its forms and numbers, as many on a line as stand side by side."""
        found = self._numbers[question.item.id.value]
        return [found[n : n + self._across] for n in range(0, len(found), self._across)]
