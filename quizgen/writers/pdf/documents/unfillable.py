"""Reports what nobody can fill in on a screen, on a worksheet that is to be filled in there."""

from __future__ import annotations

from quizgen.model.answer_space import USUAL_SPACE
from quizgen.model.assessment import Question, Worksheet
from quizgen.model.diagnostics import Report
from quizgen.model.item import ExtendedText, Numeric, Reveal, TextEntry
from quizgen.model.translations import Translations
from quizgen.writers.pdf.documents.head_fields import is_called


def report_unfillable(worksheet: Worksheet, language: str, report: Report) -> None:
    """Report what fields cannot take of the answers to `worksheet`, if it is fillable.

    Report, too, where none of its fields is called a name in `language` (BCP 47), the bank's.
    """
    if not worksheet.printing.fillable:
        return
    word, fields = Translations(language).name, worksheet.head.fields or ()
    if fields and not any(is_called(field.plain, word) for field in fields):
        report.warning(
            "nameless-form",
            fields[0].span,
            f"no field of the fillable worksheet {worksheet.name!r} is called {word!r}, so the "
            f"first, {fields[0].plain!r}, counts as the pupil's name",
            f"write {word!r} among `fields:`, or put the field for the name first",
        )
    for question in worksheet.questions:
        if why := _why_not(question):
            report.warning(
                "unfillable-space",
                question.item.id.span,
                f"on the fillable worksheet {worksheet.name!r}, {why}",
                "ask for text alone, or give the question to pupils on paper",
            )


def _why_not(question: Question) -> str:
    """Return what a field cannot take of the answer to `question`; empty if it takes all."""
    space = question.item.space
    match question.item.interaction:
        case Numeric() if space != USUAL_SPACE:
            return "the space for working stays empty: only the number has a field"
        case TextEntry() | Reveal() | ExtendedText() if space.is_for_drawing:
            return "the field takes text, and no drawing"
        case _:
            return ""
