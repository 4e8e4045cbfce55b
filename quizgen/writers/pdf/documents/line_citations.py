"""Where in the printed passage a question has pupils look."""

from __future__ import annotations

from quizgen.model.assessment import Question, Worksheet
from quizgen.writers.pdf.documents.passage import PassageLines, passage_lines
from quizgen.writers.pdf.layout.typesetter import Typesetter


class Citing:
    """Names the lines that the questions of one sheet cite, as this sheet numbers them."""

    def __init__(self, worksheet: Worksheet, typesetter: Typesetter) -> None:
        self._words = typesetter.words
        self._printed: PassageLines | None = None
        if any(question.item.cites_lines for question in worksheet.questions):
            self._printed = passage_lines(worksheet, typesetter)

    def of(self, question: Question) -> str:
        """``(lines 4–6)``; nothing for a question that cites none, or without a passage."""
        printed = self._printed
        if printed is None or not question.item.cites_lines:
            return ""
        found = {lines for quote in question.item.evidence if (lines := printed.of(quote))}
        return self._words.cited_lines(_joined(sorted(found))) if found else ""


def _joined(stretches: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """`stretches` in order, those that overlap or follow each other as one."""
    joined = stretches[:1]
    for first, last in stretches[1:]:
        before, end = joined[-1]
        if first <= end + 1:
            joined[-1] = before, max(end, last)
        else:
            joined.append((first, last))
    return joined
