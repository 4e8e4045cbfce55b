"""Events to put in order: a box to number each, and a letter for the key to name it by."""

from __future__ import annotations

from quizgen.model.assessment import Question
from quizgen.model.item import Event, Order
from quizgen.writers.pdf.documents.answers import AnswerLine
from quizgen.writers.pdf.documents.item_frame import ItemContext, stem_rows
from quizgen.writers.pdf.documents.items.boxes import answer_box
from quizgen.writers.pdf.layout.blocks import Row, as_group, gap, prepend
from quizgen.writers.pdf.layout.tags import LETTERED, Tag


def order_rows(question: Question, order: Order, place: ItemContext) -> list[Row]:
    """The stem and the events, in the order that the question shows them in. No dates."""
    edition = place.typesetter.edition
    listing = Tag("L", place.tag, attributes=LETTERED)
    rows = [
        *stem_rows(question.item.stem.runs, place, place.typesetter.words.number_boxes),
        gap(edition.stem_to_boxes),
    ]
    given = {line.part: line for line in place.given}
    for index, event in enumerate(question.order):
        if index:
            rows.append(gap(edition.box_row_gap))
        letter = place.typesetter.words.letter(index)
        rows += _event(letter, order.events[event], given.get(letter), place, listing)
    return rows


def _event(
    letter: str, event: Event, given: AnswerLine | None, place: ItemContext, listing: Tag
) -> list[Row]:
    """`given` has the number for its box, and says its date."""
    typesetter, frame = place.typesetter, place.frame
    edition, font = typesetter.edition, typesetter.edition.label.font
    entry = Tag("LI", listing)
    label, body = Tag("Lbl", entry), Tag("LBody", entry)
    lettered = frame.body + edition.answer_box + edition.label_gap
    x = lettered + typesetter.label_width(letter) + edition.label_gap
    runs = given.runs if given else event.text.runs
    rows = typesetter.rows(runs, edition.body, x, frame.body + frame.stem - x, body)
    first, *rest = rows or [Row(edition.body.leading, baseline=edition.body.baseline)]
    display_list = (
        *answer_box(frame.body, first.baseline, given.mark if given else "", place, label),
        *typesetter.line(letter, font, lettered, first.baseline, Tag("Span", label)),
    )
    return as_group([prepend(display_list, first), *rest])
