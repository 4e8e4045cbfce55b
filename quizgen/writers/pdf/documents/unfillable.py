"""Reports what nobody can fill in on a screen, on a worksheet that is to be filled in there."""

from __future__ import annotations

from quizgen.model.answer_space import USUAL_SPACE, SpaceKind
from quizgen.model.assessment import Question, Worksheet
from quizgen.model.diagnostics import Report
from quizgen.model.item import ExtendedText, Numeric, Reveal, TextEntry


def report_unfillable(worksheet: Worksheet, report: Report) -> None:
    """Report each question of `worksheet` that a field cannot take all of, if it is fillable."""
    if not worksheet.printing.fillable:
        return
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
        case TextEntry() | Reveal() | ExtendedText() if space.kind in (
            SpaceKind.SQUARES,
            SpaceKind.BLANK,
        ):
            return "the field takes text, and no drawing"
        case _:
            return ""
