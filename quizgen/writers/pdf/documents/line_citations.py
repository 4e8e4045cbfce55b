"""Citations of the printed passage: the lines that a question has pupils look at."""

from __future__ import annotations

from quizgen.model.assessment import Question
from quizgen.model.translations import Translations
from quizgen.writers.pdf.documents.passage import PassageLines


def line_citation(
    question: Question, passage_lines: PassageLines | None, words: Translations
) -> str:
    """Return the lines of `passage_lines` that `question` cites, such as ``(lines 4–6)``.

    Empty for a question that cites no lines, and on a sheet without the passage.
    """
    if passage_lines is None or not question.item.cites_lines:
        return ""
    ranges = {lines for quote in question.item.evidence if (lines := passage_lines.find(quote))}
    return words.cited_lines(_merged(sorted(ranges))) if ranges else ""


def _merged(ranges: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return `ranges`, which are sorted, with those that overlap or adjoin each other as one."""
    merged = ranges[:1]
    for first, last in ranges[1:]:
        start, end = merged[-1]
        if first <= end + 1:
            merged[-1] = start, max(end, last)
        else:
            merged.append((first, last))
    return merged
