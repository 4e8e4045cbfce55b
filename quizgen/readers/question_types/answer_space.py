"""``lines`` and ``space``: where an answer by hand is written on paper."""

from __future__ import annotations

import re

from quizgen.model.answer_space import AnswerSpace, SpaceKind
from quizgen.model.pattern import pattern
from quizgen.readers.keys import Key, Values
from quizgen.readers.shapes import Reading, WholeNumber, WordShape
from quizgen.readers.yaml import MappingNode

_KINDS = "|".join(kind.value for kind in SpaceKind)
_HEIGHT = r"[0-9]{1,3}(?:\.[0-9]{1,2})? ?(?:mm|cm|in)"
_MILLIMETRES = {"mm": 1.0, "cm": 10.0, "in": 25.4}
MIN_HEIGHT, MAX_HEIGHT = 5.0, 220.0
"""In millimetres: one square, and what the text area of Letter paper holds in every edition."""

SPACE = Key(
    "space",
    WordShape(
        "a space to write in",
        pattern(rf"(?:{_KINDS})(?: {_HEIGHT})?|{_HEIGHT}"),
        "write lines, box, squares or blank; a height, such as 4 cm; or both: box 4 cm",
    ),
    "where to write on paper: lines, box, squares or blank, a height, or both: box 4 cm",
)
LINES = Key("lines", WholeNumber(1, 200), "how many lines to print for the answer (1 if not given)")


def answer_space(
    values: Values, entry: MappingNode, reading: Reading, lines: Key[int] = LINES
) -> AnswerSpace | None:
    """Return the space that `values` ask for, `lines` being the key for a number of lines.

    Return None once the reason why there is none is reported.
    """
    count = values.get(lines)
    word = values.get(SPACE)
    if word is None:
        return AnswerSpace(lines=count)
    kind, digits, unit = _parts(word.value)
    if not digits:
        return AnswerSpace(kind, count)
    height = float(digits) * _MILLIMETRES[unit]
    if not MIN_HEIGHT <= height <= MAX_HEIGHT:
        reading.report.error(
            "bad-number",
            word.span,
            f"no sheet has a space of {digits} {unit}",
            f"write {MIN_HEIGHT:g} mm to {MAX_HEIGHT:g} mm, "
            f"or `{lines.name}:` for more than a page",
        )
        return None
    if count is not None:
        reading.report.error(
            "two-heights",
            entry.key(lines.name),
            "this question says twice how high the space for its answer is",
            f"remove `{lines.name}:`, or the height from `{SPACE.name}:`",
        )
        return None
    return AnswerSpace(kind, height=height)


def _parts(written: str) -> tuple[SpaceKind, str, str]:
    """Return kind, digits and unit of `written`; digits and unit are empty without a height."""
    parts = re.fullmatch(r"([a-z]*?) ?(?:([0-9.]+) ?(mm|cm|in))?", written)
    kind, digits, unit = parts.groups("") if parts else ("", "", "")
    return SpaceKind(kind or SpaceKind.BLANK.value), digits, unit
