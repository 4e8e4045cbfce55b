"""Sort what a card shows into a question and an answer, as a bank has them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import field

from quizgen.commands.importing.cards.lines import (
    Line,
    has_letters,
    hidden_as_hints,
    html_of,
    is_label,
    lines_of,
    tags_only,
    text_of,
    words_of,
)
from quizgen.commands.importing.cards.parts import PartKind, SidePart
from quizgen.commands.importing.unsupported import ImportLoss, ReportLoss
from quizgen.model.dataclass import dataclass

_SHOWN = frozenset({PartKind.FIELD, PartKind.CLOZE, PartKind.UNKNOWN})
_TYPED = frozenset({PartKind.TYPED, PartKind.TYPED_CLOZE})
_CLICKED = frozenset({PartKind.HINT, PartKind.HIDDEN})
_CLOZE = frozenset({PartKind.CLOZE, PartKind.TYPED_CLOZE})


@dataclass(frozen=True, slots=True)
class CardSides:
    """What a card asks and answers, as HTML.

    `front` is what the learner sees first, `back` what the answer adds, `hint` what a click on the
    front shows. `typed` is the field that the learner types, or empty. `shows_field` says whether
    the front shows a field with a text, without which Anki has no card, and `answers` whether the
    back adds anything. `fields` are the names of the fields that the card shows.
    """

    front: str
    back: str
    hint: str
    typed: SidePart | None
    shows_field: bool
    answers: bool
    fields: frozenset[str]
    losses: tuple[tuple[ImportLoss, str], ...] = field(repr=False, default=())


def sides_of(front: Sequence[SidePart], back: Sequence[SidePart]) -> CardSides:
    """Return what the card with the parts `front` and `back` asks and answers.

    The back shows what the front does not. What the front hides without a way to open it goes to
    the back, and so does a hint where nothing else answers.
    """
    losses: list[tuple[ImportLoss, str]] = []

    def report(loss: ImportLoss, what: str) -> None:
        losses.append((loss, what))

    _report_unknown([*front, *back], report)
    front_lines = [_with_cloze(line) for line in lines_of(hidden_as_hints(front))]
    typed = next((p for p in front if p.kind is PartKind.TYPED), None)
    question_lines: list[Line] = []
    hints: list[Line] = []
    hidden: list[Line] = []
    for line in front_lines:
        kept, clicked = _front_line(line, report)
        question_lines.append(kept)
        is_hidden = any(part.kind is PartKind.HIDDEN for part in clicked)
        (hidden if is_hidden else hints).extend([clicked] if clicked else [])
    known = {
        _visible_content(part) for line in question_lines for part in line if part.kind in _SHOWN
    }
    known |= {_visible_content(typed)} if typed else set()
    repeated = {text_of(line) for line in front_lines}
    answered = [
        _back_line(line, known, repeated, report)
        for line in lines_of(p for p in back if p.kind is not PartKind.FRONT_SIDE)
    ]
    answers = any(_has_content(line) for line in answered)
    if not answers:
        hints, hidden = [], [*hints, *hidden]
    for part in (part for line in hidden for part in line if part.kind in _CLICKED):
        report(ImportLoss.HINT, f"{part.field}: {text_of([part])}")
    below = html_of(answered)
    if hidden:
        below = f"{below}<br>{html_of(hidden)}"
    everything = [*front, *back]
    return CardSides(
        front=re.sub(
            r"<details\b", "<details hidden", html_of(question_lines), flags=re.IGNORECASE
        ),
        back=below,
        hint="<br>".join(html_of([line]) for line in hints),
        typed=typed,
        shows_field=any(p.kind is not PartKind.WORDS and not p.is_empty for p in front),
        answers=answers or bool(hidden),
        fields=frozenset(p.field for p in everything if p.field and not p.is_empty),
        losses=tuple(losses),
    )


def _visible_content(part: SidePart) -> str:
    """Return the field of `part` and what a reader sees of it, such as a word and its reading."""
    return f"{part.field} {text_of([part])} {part.html.count('<img')}"


def _with_cloze(line: Line) -> Line:
    """Return `line` with common fields made safe: only a field behind `cloze:` has gaps."""
    return [
        part._replace(html=part.html.replace("{{c", "&#123;{c"))
        if part.kind not in _CLOZE and part.kind is not PartKind.WORDS
        else part
        for part in line
    ]


def _front_line(line: Line, report: ReportLoss) -> tuple[Line, Line]:
    """Return what of `line` stands on the front, and what only a click or a script shows."""
    kinds = {part.kind for part in line if not part.is_empty}
    front_parts = [part for part in line if part.kind in (*_SHOWN, PartKind.WORDS)]
    hints = [part for part in line if part.kind in _CLICKED and not part.is_empty]
    if hints and not kinds & (_SHOWN | _TYPED) and is_label(words_of(line)):
        return tags_only(line), [p for p in line if p.kind in (*_CLICKED, PartKind.WORDS)]
    if any(part.kind is PartKind.SPECIAL for part in line):
        if not kinds & (_SHOWN | _TYPED) and is_label(words_of(line)):
            _report_special(line, report)
            return tags_only(line), hints
        front_parts = [
            part for part in line if part.kind in (*_SHOWN, PartKind.WORDS, PartKind.SPECIAL)
        ]
    return front_parts, hints


def _back_line(line: Line, known: set[str], repeated: set[str], report: ReportLoss) -> Line:
    """Return what of `line` a reader of the front does not know yet."""
    fields = [part for part in line if part.kind is not PartKind.WORDS and not part.is_empty]
    new = [
        part
        for part in fields
        if _visible_content(part) not in known and part.kind in (*_SHOWN, *_TYPED, *_CLICKED)
    ]
    words, whole = words_of(line), text_of(line)
    if any(part.kind in _CLOZE for part in fields):
        fields = new = [p for p in new if p.kind not in _CLOZE]
        line = [part for part in line if part.kind not in _CLOZE]
        if not new and (whole in repeated or not has_letters(words)):
            return tags_only(line)
    elif any(part.kind is PartKind.SPECIAL for part in line) and not new and is_label(words):
        _report_special(line, report)
        return tags_only(line)
    if not new and (whole in repeated or (fields and not has_letters(words))):
        return tags_only(line)
    return [_on_back(part) for part in line if part.kind is not PartKind.SPEECH]


def _on_back(part: SidePart) -> SidePart:
    """Return `part` of the back: a hint is shown, in a line of its own as in Anki."""
    if part.kind in _CLICKED and not part.is_empty:
        return part._replace(html=f"<div>{part.html}</div>")
    return part


def _has_content(line: Line) -> bool:
    fields = [part for part in line if part.kind is not PartKind.WORDS]
    if fields:
        return not all(part.is_empty for part in fields)
    words = words_of(line)
    return "<img" in html_of([line]) or (has_letters(words) and not is_label(words))


def _report_special(line: Line, report: ReportLoss) -> None:
    if has_letters(text := text_of(line)):
        report(ImportLoss.SPECIAL_FIELD, text)


def _report_unknown(parts: Sequence[SidePart], report: ReportLoss) -> None:
    """Report what becomes nothing, each once."""
    reasons = {
        PartKind.TYPED_CLOZE: ImportLoss.TYPED_GAP,
        PartKind.SPEECH: ImportLoss.SOUND,
        PartKind.UNKNOWN: ImportLoss.FILTER,
        PartKind.MISSING: ImportLoss.FILTER,
        PartKind.TOO_LONG: ImportLoss.LONG,
    }
    cases = {
        (reasons[part.kind], f"{{{{{part.field}}}}}")
        for part in parts
        if part.kind in reasons
        and (not part.is_empty or part.kind in (PartKind.MISSING, PartKind.TOO_LONG))
    }
    for loss, what in sorted(cases, key=lambda pair: (pair[0].name, pair[1])):
        report(loss, what)
