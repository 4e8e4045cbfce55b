"""The tables of quiz programs, with the headings of their own templates."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from quizgen.model.bank import Bank
from quizgen.writers.exporting.base import Export, Rendered
from quizgen.writers.exporting.beside import Beside
from quizgen.writers.exporting.files.csv_file import csv_bytes
from quizgen.writers.exporting.files.workbook import xlsx_bytes
from quizgen.writers.exporting.games.headings import (
    BLOOKET_HEADINGS,
    GIMKIT_HEADINGS,
    KAHOOT_HEADINGS,
    WAYGROUND_HEADINGS,
)
from quizgen.writers.exporting.games.questions import GameLimits, GameQuestion, game_questions
from quizgen.writers.exporting.plain_lines import lines_of

SECONDS = "30"
"""Time for a question: one that Kahoot knows, and long enough to read four options (judged)."""

_KAHOOT = GameLimits("Kahoot", max_options=4, max_text=120, max_option=75)
_BLOOKET = GameLimits("Blooket", max_options=4)
_GIMKIT = GameLimits("Gimkit", max_options=4, max_keys=1)
_WAYGROUND = GameLimits("Wayground", 5, types=True, lacks=frozenset(Beside) - {Beside.PROOF})
_KAHOOT_HEAD_ROW = 8
"""The row of the headings in Kahoot's own template, from 1."""
_WAYGROUND_HELP = (
    *("Text of the question (required)", "Question type (required)", "Text for option 1"),
    *("Text for option 2", "Text for option 3", "Text for option 4", "Text for option 5"),
    *("Number of the right option", "Seconds to answer", "Link of a picture", "Explanation"),
)


def render_kahoot(export: Export, bank: Bank) -> Rendered:
    """Return Kahoot's table: headings in row 8, from column B on."""
    questions, losses = game_questions(export.questions, _KAHOOT)
    rows: dict[int, Sequence[str]] = {
        2: ("", "Quiz template"),
        _KAHOOT_HEAD_ROW: ("", *KAHOOT_HEADINGS),
    }
    for number, one in enumerate(questions, 1):
        cells = (one.text, *_filled(one.options, 4), SECONDS, _keys(one))
        rows[_KAHOOT_HEAD_ROW + number] = (str(number), *cells)
    widths = {1: 4.0, 2: 50.0, **dict.fromkeys(range(3, 9), 22.0)}
    content = xlsx_bytes(rows, title="Sheet1", widths=widths, bold=_KAHOOT_HEAD_ROW)
    return Rendered(content, tuple(losses))


def render_blooket(export: Export, bank: Bank) -> Rendered:
    """Return Blooket's table."""
    questions, losses = game_questions(export.questions, _BLOOKET)
    empty = [""] * (len(BLOOKET_HEADINGS) - 1)
    rows: list[Sequence[str]] = [("Blooket\nImport Template", *empty), BLOOKET_HEADINGS]
    for number, one in enumerate(questions, 1):
        rows.append((str(number), one.text, *_filled(one.options, 4), SECONDS, _keys(one)))
    return Rendered(csv_bytes(rows), tuple(losses))


def render_gimkit(export: Export, bank: Bank) -> Rendered:
    """Return Gimkit's table: the right answer first, then the wrong ones."""
    questions, losses = game_questions(export.questions, _GIMKIT)
    rows: list[Sequence[str]] = [
        ("Gimkit Spreadsheet Import Template", "", "", "", ""),
        GIMKIT_HEADINGS,
    ]
    for one in questions:
        wrong = [text for place, text in enumerate(one.options) if place not in one.keys]
        rows.append((one.text, one.options[one.keys[0]], *_filled(wrong, 3)))
    return Rendered(csv_bytes(rows), tuple(losses))


def render_wayground(export: Export, bank: Bank) -> Rendered:
    """Return Wayground's table: headings, a row that explains them, and the questions."""
    questions, losses = game_questions(export.questions, _WAYGROUND)
    rows: dict[int, Sequence[str]] = {1: WAYGROUND_HEADINGS, 2: _WAYGROUND_HELP}
    for number, one in enumerate(questions, 3):
        keys = "" if one.is_typed else _keys(one)
        options = _filled(one.options, 5)
        rows[number] = (one.text, _type(one), *options, keys, SECONDS, "", _explanation(one))
    widths = {1: 50.0, 11: 50.0, **dict.fromkeys(range(2, 11), 18.0)}
    return Rendered(xlsx_bytes(rows, title="Sheet1", widths=widths, bold=1), tuple(losses))


def _type(question: GameQuestion) -> str:
    if question.is_typed:
        return "Fill-in-the-Blank"
    return "Multiple Choice" if len(question.keys) == 1 else "Checkbox"


def _explanation(question: GameQuestion) -> str:
    item = question.item
    quotes = (f"“{lines_of(quote)}”" for quote in item.evidence)
    sources = (lines_of(reference) for reference in item.references)
    return "\n".join(filter(None, (lines_of(item.explain), *quotes, *sources)))


def _filled(texts: Sequence[str], count: int) -> tuple[str, ...]:
    return (*texts, *[""] * (count - len(texts)))


def _keys(question: GameQuestion) -> str:
    return ",".join(str(place + 1) for place in question.keys)


RENDERERS: Mapping[str, Callable[[Export, Bank], Rendered]] = {
    "kahoot": render_kahoot,
    "blooket": render_blooket,
    "gimkit": render_gimkit,
    "wayground": render_wayground,
}
