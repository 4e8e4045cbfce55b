"""What a question of Brightspace's table asks, by its type."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from quizgen.readers.foreign import (
    ForeignChoice,
    ForeignEssay,
    ForeignLoss,
    ForeignMatch,
    ForeignOrder,
    ForeignShort,
    ForeignTask,
    html_of,
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

_REGULAR = "regexp"
"""Behind a typed answer that is a pattern."""


class UploadLine(NamedTuple):
    """A line of the table: the `word` that begins it, in small letters, and the cells behind."""

    word: str
    cells: tuple[str, ...]
    row: int

    def cell(self, index: int) -> str:
        """Return the cell at `index`, empty where there is none."""
        return self.cells[index] if index < len(self.cells) else ""

    def html(self, index: int) -> str:
        """Return the HTML of the cell at `index`; the one behind it says whether it is HTML."""
        text = self.cell(index)
        return text if self.cell(index + 1).upper() == "HTML" else html_of(text)


_FORMATS = ("", "html", "not html", "text", "plain text")
"""What says how the text before it is written, in small letters."""
_WIDTHS = {
    **dict.fromkeys(("newquestion", "id", "title", "points", "difficulty", "image"), 1),
    **dict.fromkeys(("questiontext", "initialtext", "answerkey", "hint", "feedback"), 2),
    **dict.fromkeys(("true", "false", "answer", "choice", "match", "inputbox"), 3),
    "scoring": 1,
    "option": 5,
    "item": 5,
}
"""The cells that a line may have behind each word, at most."""
_FORMAT_CELLS = {
    **dict.fromkeys(("questiontext", "initialtext", "answerkey", "hint", "feedback"), (1,)),
    **dict.fromkeys(("true", "false", "choice", "match"), (2,)),
    "option": (2, 4),
}
"""Which cells behind each word say how the text before them is written."""


_WAYS_TO_COMPARE = ("", _REGULAR, "sensitive", "insensitive")
"""What stands behind a typed answer."""


def refuse_split_texts(lines: Sequence[UploadLine]) -> None:
    """Raise an error where a text of `lines` with a comma stands in no quotation marks.

    Raises:
        BadAnswerError: A text goes on in the next cell.
    """
    for line in lines:
        cells = line.cells
        if line.word == "item":
            formats: tuple[int, ...] = tuple(_offset(line) + index for index in (1, 3))
        else:
            formats = _FORMAT_CELLS.get(line.word, ())
        behind = [cell for cell in cells[_WIDTHS.get(line.word, len(cells)) :] if cell]
        behind += [line.cell(i) for i in formats if line.cell(i).lower() not in _FORMATS]
        if line.word == "answer" and line.cell(2).lower() not in _WAYS_TO_COMPARE:
            behind.append(line.cell(2))
        if behind:
            raise BadAnswerError(
                f"“{behind[0][:40]}” stands behind the text of {line.word}: "
                "a text with a comma wants quotation marks around it"
            )


def task_of(type_: str, lines: Sequence[UploadLine], losses: Losses) -> ForeignTask:
    """Return the task of a question of the type `type_`, such as ``MC``.

    Raises:
        BadAnswerError: A bank has no such question, or it has no right answer.
    """
    read = _READERS.get(type_)
    if read is None:
        raise BadAnswerError(f"Brightspace has no type “{type_[:30]}”")
    return read(lines, losses)


def parts_said_of(lines: Sequence[UploadLine]) -> list[str]:
    """Return the HTML of the feedback to each part of an order."""
    return [line.html(2 + _offset(line)) for line in lines if line.word == "item"]


def _offset(line: UploadLine) -> int:
    """Return where the text of a part stands: some tables have the number of its place before."""
    return int(line.cell(0).isdigit() and bool(line.cell(1)) and "HTML" not in line.cell(1).upper())


def _of(word: str, lines: Sequence[UploadLine]) -> list[UploadLine]:
    return [line for line in lines if line.word == word]


def _share(line: UploadLine) -> Decimal:
    return decimal_of(line.cell(0) or "0")


def _options(lines: Sequence[UploadLine]) -> list[WeightedOption]:
    return [
        WeightedOption(one.html(1), without_tags(one.html(1)), _share(one), one.html(3))
        for one in _of("option", lines)
        if one.cell(1)
    ]


def _one(lines: Sequence[UploadLine], losses: Losses) -> ForeignTask:
    return choice_of(_options(lines), losses, is_single=True)


def _several(lines: Sequence[UploadLine], losses: Losses) -> ForeignTask:
    options = _options(lines)
    if len({o.share for o in options if o.share > 0}) > 1 or any(o.share < 0 for o in options):
        losses.append((ForeignLoss.WEIGHT, " / ".join(f"{o.share:f}" for o in options)))
    whole = [o._replace(share=WHOLE if o.share > 0 else Decimal(0)) for o in options]
    return choice_of(whole, losses, is_single=False)


def _truth(lines: Sequence[UploadLine], losses: Losses) -> ForeignTask:
    right = [line.word for word in ("true", "false") for line in _of(word, lines) if _share(line)]
    if len(right) != 1:
        raise BadAnswerError("neither true nor false is marked as right, or both are")
    return ForeignChoice((), right[0] == "true")


def _typed(lines: Sequence[UploadLine], losses: Losses) -> ForeignTask:
    answers = []
    for line in _of("answer", lines):
        text = line.cell(1)
        if line.cell(2).lower() == _REGULAR:
            losses.append((ForeignLoss.WILDCARD, text))
        elif _share(line) < WHOLE:
            losses.append((ForeignLoss.PARTLY_RIGHT, text))
        elif text:
            answers.append(text)
    if not answers:
        raise BadAnswerError("no answer is given that is wholly right, and no pattern")
    return ForeignShort(tuple(dict.fromkeys(answers)))


def _match(lines: Sequence[UploadLine], losses: Losses) -> ForeignTask:
    matches: dict[str, str] = {}
    for line in _of("match", lines):
        if line.cell(0) in matches:
            raise BadAnswerError(f"two lines match the number {line.cell(0)[:20]}")
        matches[line.cell(0)] = line.html(1)
    choices = _of("choice", lines)
    alone = [line.cell(1) for line in choices if line.cell(0) not in matches]
    if alone:
        raise BadAnswerError(f"nothing matches “{alone[0][:40]}”")
    numbers = {line.cell(0) for line in choices}
    rest = [text for number, text in matches.items() if number not in numbers]
    pairs = tuple((line.html(1), matches[line.cell(0)]) for line in choices)
    return ForeignMatch(pairs, tuple(rest))


def _order(lines: Sequence[UploadLine], losses: Losses) -> ForeignTask:
    return ForeignOrder(tuple(line.html(_offset(line)) for line in _of("item", lines)))


def _essay(lines: Sequence[UploadLine], losses: Losses) -> ForeignTask:
    return ForeignEssay("<br>".join(line.html(0) for line in _of("answerkey", lines)))


_READERS: Mapping[str, Callable[[Sequence[UploadLine], Losses], ForeignTask]] = {
    "MC": _one,
    "MS": _several,
    "TF": _truth,
    "SA": _typed,
    "M": _match,
    "O": _order,
    "WR": _essay,
}
