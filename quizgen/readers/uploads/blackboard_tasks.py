"""What a line of Blackboard's upload asks, by its type."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from quizgen.readers.foreign import (
    ForeignChoice,
    ForeignEssay,
    ForeignGap,
    ForeignGaps,
    ForeignLoss,
    ForeignMatch,
    ForeignNumber,
    ForeignOrder,
    ForeignShort,
    ForeignTask,
)
from quizgen.readers.foreign.choices import (
    WHOLE,
    BadAnswerError,
    Losses,
    WeightedOption,
    choice_of,
    decimal_of,
)
from quizgen.readers.foreign.texts import without_tags

_BLANK = re.compile(r"\[(\w{1,40})\](?: <span class=\"quizgen-hint\">\((.{0,400}?)\)</span>)?")
"""The name of a blank, and the hint behind it in our own files."""
_MEASURED = re.compile(r'(.*) \(<span class="quizgen-unit">(.{1,200})</span>\)', re.DOTALL)
_CRITERION = re.compile(r'<span class="quizgen-points">(\d{1,6})</span>: (.*)', re.DOTALL)
MAX_BLANKS = 300
"""Blanks of a text: as many gaps as an import of any file takes (judged)."""


def task_of(type_: str, stem: str, cells: Sequence[str], losses: Losses) -> ForeignTask:
    """Return the task of a line of the type `type_`, whose `cells` stand behind its `stem`.

    Raises:
        BadAnswerError: A bank has no such question, or it has no right answer.
    """
    if type_ not in TYPES:
        raise BadAnswerError(UNREAD.get(type_, f"Blackboard has no type “{type_[:30]}”"))
    if not without_tags(stem) and "<img" not in stem:
        raise BadAnswerError("it asks nothing")
    return TYPES[type_](stem, cells, losses)


def measured(stem: str, task: ForeignTask) -> tuple[str, ForeignTask]:
    """Return `stem` without the unit that our own files put behind it, and `task` with it."""
    unit = _MEASURED.fullmatch(stem)
    if not isinstance(task, ForeignNumber) or unit is None:
        return stem, task
    return unit[1], task._replace(unit=unit[2])


def _filled(cells: Sequence[str]) -> list[str]:
    return [cell for cell in cells if cell]


def _plain(cell: str) -> str:
    """Return the characters of a typed answer, which is HTML as all cells are."""
    return html.unescape(cell)


def _pairs(cells: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each two of `cells`; those at the end that are empty are none."""
    listed = list(cells)
    while listed and not listed[-1]:
        listed.pop()
    yield from zip(listed[::2], [*listed[1::2], ""], strict=False)


def _options(cells: Sequence[str]) -> list[WeightedOption]:
    options = []
    for text, verdict in _pairs(cells):
        word = verdict.lower()
        if word not in ("correct", "incorrect"):
            raise BadAnswerError(
                f"“{verdict[:30]}” stands where it should say correct or incorrect"
            )
        share = WHOLE if word == "correct" else Decimal(0)
        options.append(WeightedOption(text, without_tags(text), share))
    return options


def _one(stem: str, cells: Sequence[str], losses: Losses) -> ForeignTask:
    return choice_of(_options(cells), losses, is_single=True)


def _several(stem: str, cells: Sequence[str], losses: Losses) -> ForeignTask:
    return choice_of(_options(cells), losses, is_single=False)


def _truth(stem: str, cells: Sequence[str], losses: Losses) -> ForeignTask:
    word = cells[0].lower() if cells else ""
    if word not in ("true", "false"):
        raise BadAnswerError("it says neither true nor false")
    return ForeignChoice((), word == "true")


def _essay(stem: str, cells: Sequence[str], losses: Losses) -> ForeignTask:
    lines = (cells[0] if cells else "").split("<br>")
    criteria = [_CRITERION.fullmatch(line) for line in lines]
    rubric = tuple((match[2], int(match[1])) for match in criteria if match)
    return ForeignEssay("<br>".join(line for line, m in zip(lines, criteria) if not m), rubric)  # noqa: B905


def _order(stem: str, cells: Sequence[str], losses: Losses) -> ForeignTask:
    return ForeignOrder(tuple(_filled(cells)))


def _match(stem: str, cells: Sequence[str], losses: Losses) -> ForeignTask:
    pairs = list(_pairs(cells))
    if any(not left or not right for left, right in pairs):
        raise BadAnswerError("a pair has one side alone")
    return ForeignMatch(tuple(pairs))


def _typed(stem: str, cells: Sequence[str], losses: Losses) -> ForeignTask:
    answers = [_plain(cell) for cell in _filled(cells)]
    if not answers:
        raise BadAnswerError("no answer is given")
    return ForeignShort(tuple(dict.fromkeys(answers)))


def _number(stem: str, cells: Sequence[str], losses: Losses) -> ForeignTask:
    answer, tolerance = [*cells, "", ""][:2]
    return ForeignNumber(f"{decimal_of(answer):f}", f"{decimal_of(tolerance or '0'):f}")


def _gaps(stem: str, cells: Sequence[str], losses: Losses) -> ForeignTask:
    """Read blanks in a text: for each, its name and its answers, up to an empty cell."""
    answers: dict[str, list[str]] = {}
    name = ""
    for cell in cells:
        if not cell:
            name = ""
        elif not name:
            name = cell
            answers.setdefault(name, [])
        else:
            answers[name].append(cell)
    blanks = {match[1] for match in _BLANK.finditer(stem)}
    for name, listed in answers.items():
        if name not in blanks:
            losses.append((ForeignLoss.GAP_ANSWERS, f"{name}: {' / '.join(listed)}"))
            continue
        losses += [(ForeignLoss.GAP_ANSWERS, f"{name}: {other}") for other in listed[1:]]
    first = {name: listed[0] for name, listed in answers.items() if listed}
    return _filled_gaps(stem, first, losses)


def _jumbled(stem: str, cells: Sequence[str], losses: Losses) -> ForeignTask:
    """Read a text with lists to choose from: each choice, then the blanks that it is for."""
    names = {match[1] for match in _BLANK.finditer(stem)}
    answers: dict[str, str] = {}
    choice = ""
    unused: list[str] = []
    for cell in _filled(cells):
        if cell in names and choice:
            answers.setdefault(cell, choice)
            unused = [text for text in unused if text != choice]
        else:
            choice = cell
            unused.append(cell)
    if unused:
        losses.append((ForeignLoss.OPTIONS, " / ".join(unused)))
    return _filled_gaps(stem, answers, losses)


def _filled_gaps(stem: str, answers: Mapping[str, str], losses: Losses) -> ForeignTask:
    """Return the text `stem` with `answers` in its blanks, by their names.

    Raises:
        BadAnswerError: No blank has an answer, or there are too many.
    """
    parts: list[str | ForeignGap] = []
    end = 0
    blanks = list(_BLANK.finditer(stem))
    if len(blanks) > MAX_BLANKS:
        raise BadAnswerError(f"it has more than {MAX_BLANKS} blanks")
    for blank in blanks:
        if blank[1] not in answers:
            losses.append((ForeignLoss.EMPTY_BLANK, f"[{blank[1]}]"))
        else:
            parts += [stem[end : blank.start()], ForeignGap(answers[blank[1]], 0, blank[2] or "")]
            end = blank.end()
    if not parts:
        raise BadAnswerError("none of its answers belongs to a blank such as [a] in the text")
    return ForeignGaps((*parts, stem[end:]))


TYPES: Mapping[str, Callable[[str, Sequence[str], Losses], ForeignTask]] = {
    "MC": _one,
    "MA": _several,
    "TF": _truth,
    "ESS": _essay,
    "SR": _essay,
    "ORD": _order,
    "MAT": _match,
    "FIB": _typed,
    "FIB_PLUS": _gaps,
    "NUM": _number,
    "JUMBLED_SENTENCE": _jumbled,
}
"""What reads the cells of each type of Blackboard's that a bank can hold."""
UNREAD = {
    "FIL": "a bank has no questions that are answered with a file",
    "OP": "a bank has no questions without a right answer",
    "QUIZ_BOWL": "a bank has no questions that are answered with a question",
}
"""Why a bank cannot hold questions of the other types."""
