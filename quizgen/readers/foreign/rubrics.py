"""Model answers with a rubric behind them, as our own files write them for graders."""

from __future__ import annotations

import re

from quizgen.readers.foreign.model import ForeignEssay

_CRITERION = re.compile(r"(\d{1,3}): (.+)", re.DOTALL)
_POINTS = re.compile(r"0*(\d{1,6})(?:\.0*)?")


def essay_of(for_graders: str, points: str) -> ForeignEssay:
    """Return the essay whose answer is the HTML `for_graders`, worth `points`.

    Lines such as ``2: names two goals`` at its end are a rubric where they add up to the points.
    """
    opening = re.match(r"<div(?: [^<>]*)?>(?=.*</div>\Z)", for_graders, re.DOTALL)
    inside = for_graders[opening.end() : -len("</div>")] if opening else for_graders
    lines = inside.split("<br>")
    rubric: list[tuple[str, int]] = []
    while len(lines) > 1 and (line := _CRITERION.fullmatch(lines[-1])):
        rubric.insert(0, (line[2], int(line[1])))
        lines.pop()
    whole = _POINTS.fullmatch(points.strip())
    if rubric and whole and sum(number for _, number in rubric) == int(whole[1]):
        return ForeignEssay("<br>".join(lines), tuple(rubric))
    return ForeignEssay(for_graders)
