"""Moodle XML, the format in which Moodle exports its own question bank."""

from __future__ import annotations

from quizgen.model.bank import Bank
from quizgen.writers.exporting.base import Export, ExportFormat, Rendered
from quizgen.writers.exporting.files.xml_file import add, element, xml_bytes
from quizgen.writers.exporting.item_html import by_topic, moodle_category
from quizgen.writers.exporting.moodle_xml.losses import losses_of
from quizgen.writers.exporting.moodle_xml.question import question_element


def render(export: Export, bank: Bank) -> Rendered:
    """Return the file of `export`, in a category for each topic of `bank`."""
    quiz = element("quiz")
    for titles, questions in by_topic(export.questions, bank):
        category = add(add(quiz, "question", type="category"), "category")
        add(category, "text", moodle_category(*titles))
        quiz.extend(question_element(one, bank, export.ordering) for one in questions)
    losses = tuple(
        loss for one in export.questions for loss in losses_of(one.item, export.ordering)
    )
    return Rendered(xml_bytes(quiz), losses)


MOODLE_XML = ExportFormat(
    name="moodle",
    title="Moodle XML",
    ending=".moodle.xml",
    render=render,
    has_ordering=True,
    fidelity={
        "Reveal": "a short answer, in one direction",
        "Choice": "whole; with a pinned option, none is shuffled",
        "TextEntry": "whole",
        "GapFill": "all gaps at once, hints behind the gaps",
        "Numeric": "whole; the unit may be typed, and stands behind the question",
        "Match": "whole",
        "Order": "whole, from Moodle 4.4 on; or a matching question of parts and places",
        "ExtendedText": "whole; the model answer and the rubric are for graders",
    },
    unused={
        "Numeric.written": "the number itself is shown, with a point",
        "Numeric.decimal_sign": "Moodle takes the sign of its own language",
    },
)

__all__ = ["MOODLE_XML", "render"]
