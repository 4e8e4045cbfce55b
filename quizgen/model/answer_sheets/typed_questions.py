"""Questions of worksheets that are filled in on a screen: what is typed is judged by its text."""

from __future__ import annotations

from dataclasses import replace

from quizgen.model.answer_sheets.questions import AnswerKind, GradedQuestion, Judging
from quizgen.model.assessment import Question
from quizgen.model.item import ExtendedText, GapFill, Numeric, Reveal, TextEntry


def form_question(question: Question, printed: GradedQuestion) -> GradedQuestion:
    """Return `printed`, which is `question`, with all that judges what is typed."""
    item = question.item
    is_in_words = isinstance(item.interaction, ExtendedText | TextEntry | Reveal)
    is_drawn = is_in_words and item.space.is_for_drawing
    typed = replace(printed, kind=AnswerKind.TYPED, is_drawn=is_drawn)
    match item.interaction:
        case TextEntry(answer=answer, accepted=accepted, exact_case=is_exact):
            judging = Judging.EXACT if is_exact else Judging.TEXT
            texts = tuple(text.plain for text in (answer, *accepted))
            return replace(typed, judging=judging, accepted=(texts,))
        case GapFill(gaps=gaps):
            answers = tuple((gap.answer.plain,) for gap in gaps)
            return replace(typed, judging=Judging.GAPS, accepted=answers)
        case Reveal(back=back):
            return replace(typed, judging=Judging.CARD, accepted=((back.plain,),))
        case Numeric():
            return replace(typed, judging=Judging.NUMBER)
        case ExtendedText():
            return typed
        case _:
            return printed


def with_typing_of(printed: GradedQuestion, today: GradedQuestion) -> GradedQuestion | None:
    """Return `printed` with what is right today; None where other things are to be typed.

    Gaps are known by the sentence around them, and a number by its unit.
    """
    texts = {Judging.TEXT, Judging.EXACT}
    is_same = printed.judging is today.judging or {printed.judging, today.judging} <= texts
    is_same &= len(printed.accepted) == len(today.accepted) and printed.unit == today.unit
    if printed.judging is Judging.GAPS:
        is_same &= printed.stem == today.stem
    if not is_same:
        return None
    return replace(
        printed,
        judging=today.judging,
        accepted=today.accepted,
        number=today.number,
        tolerance=today.tolerance,
    )
