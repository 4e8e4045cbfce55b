"""Lines to questions with their options and answers, as typed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import field

from quizgen.model.dataclass import dataclass
from quizgen.readers.tables.words import TRUTH_MARK
from quizgen.readers.typed_lists import marks
from quizgen.readers.typed_lists.lines import MAX_LINE_LENGTH, Line, behind

_WHOLLY_BOLD = re.compile(r"<b>((?:(?!</b>).)*)</b>", re.DOTALL)


@dataclass(slots=True)
class TypedOption:
    """An option: its letter or number as typed, its text in HTML, and whether a sign marks it."""

    label: str
    html: str
    plain: str
    is_marked: bool
    styles: frozenset[str]
    rationale: list[str] = field(default_factory=list)


@dataclass(slots=True)
class TypedQuestion:
    """A question as typed; `first` is the line that it begins on, `label` its number or empty.

    It `has_word` where a word such as ``Q:`` begins it.
    """

    label: str
    first: int
    stem: list[str] = field(default_factory=list)
    options: list[TypedOption] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    explain: list[str] = field(default_factory=list)
    if_right: list[str] = field(default_factory=list)
    if_wrong: list[str] = field(default_factory=list)
    is_closed: bool = False
    has_word: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it but a text."""
        return not self.label and not self.options and not self.answers


@dataclass(slots=True)
class TypedList:
    """The questions of a file, what its key says by number and in order, and texts between them."""

    questions: list[TypedQuestion] = field(default_factory=list)
    key: list[tuple[str, str]] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)


def typed_list(lines: Sequence[Line]) -> TypedList:
    """Return the questions in `lines`."""
    body, key = _without_key(lines)
    builder = _ListBuilder()
    for line in body:
        builder.add(line)
    builder.close()
    return TypedList(builder.questions, key, builder.rest)


def _without_key(lines: Sequence[Line]) -> tuple[Sequence[Line], list[tuple[str, str]]]:
    """Return the lines before the answer key at the end, and what it says."""
    for at in range(len(lines) - 1, 0, -1):
        if marks.KEY_HEAD.fullmatch(lines[at].plain) and not lines[at].label:
            entries = list(_entries(lines[at + 1 :]))
            if entries and _is_question_above(lines[:at]):
                return lines[:at], entries
        if (head := marks.KEY_LINE.match(lines[at].plain)) and not lines[at].label:
            entries = _entries_in(lines[at].plain[head.end() :])
            if len(entries) > 1 and _is_question_above(lines[:at]):
                return lines[:at], [*entries, *_entries(lines[at + 1 :])]
    start = len(lines)
    while start and (not lines[start - 1].plain or _is_entry(lines[start - 1])):
        start -= 1
    entries = list(_entries(lines[start:]))
    return (lines[:start], entries) if len(entries) > 1 else (lines, [])


def _is_question_above(lines: Sequence[Line]) -> bool:
    return any(line.label or marks.QUESTION.match(line.plain) for line in lines)


def _is_entry(line: Line) -> bool:
    text = f"{line.label}. {line.plain}" if line.label else line.plain
    entries = [(m[1], m[2]) for m in marks.KEY_ENTRY.finditer(text[:99])]
    return bool(entries) and all(
        marks.ONLY_LETTERS.fullmatch(value.strip()) for _, value in entries
    )


def _entries(lines: Sequence[Line]) -> Iterator[tuple[str, str]]:
    for line in lines:
        yield from _entries_in(f"{line.label}. {line.plain}" if line.label else line.plain)


def _entries_in(text: str) -> list[tuple[str, str]]:
    """Return the numbers and answers in a line of a key."""
    short = text[: marks.MAX_LOOKED_AT]
    if marks.COMPACT_KEY.fullmatch(short):
        return marks.COMPACT_ENTRY.findall(short)
    return [(match[1], match[2].strip()) for match in marks.KEY_ENTRY.finditer(short)]


class _ListBuilder:
    """Goes through lines and gathers questions."""

    def __init__(self) -> None:
        self.questions: list[TypedQuestion] = []
        self.rest: list[str] = []
        self.open: TypedQuestion | None = None
        self.after_blank = False
        self.feedback: list[str] | None = None

    def add(self, line: Line) -> None:
        """Add the next line."""
        has_text = re.search(r"[^\W_]|[☐☑☒]", line.plain) or "<img" in line.html
        if not has_text and not line.label:
            self.after_blank = True
            self.feedback = None
            return
        if self._feedback(line):
            return
        if not (self._answer(line) or self._option(line) or self._question(line)):
            self._text(line)
        self.after_blank = False

    def close(self) -> None:
        """End the open question."""
        if self.open is not None:
            if self.open.is_empty:
                self.rest += self.open.stem
            else:
                self.questions.append(self.open)
        self.open = None

    def _feedback(self, line: Line) -> bool:
        """Add the line to feedback if it begins some, or goes on with it."""
        match = marks.FEEDBACK.match(line.plain)
        if match and self.open is not None and not self.open.is_closed:
            of_question = self.open.if_right if match[1] == "~" else self.open.if_wrong
            options = self.open.options
            self.feedback = options[-1].rationale if options else of_question
            self.feedback.append(behind(line, match.end()))
            return True
        if self.feedback and not (line.label or marks.begins_something(line.plain)):
            self.feedback.append(line.html)
            return True
        self.feedback = None
        return False

    def _answer(self, line: Line) -> bool:
        if self.open is None:
            return False
        has_word = self.open.has_word and not self.open.options
        if has_word and (short := marks.ANSWERS.match(line.plain)):
            self.open.answers.append(line.plain[short.end() :].strip())
        elif match := marks.ANSWER.fullmatch(line.plain):
            self.open.answers.append(match[1].strip())
        elif match := marks.EXPLANATION.fullmatch(line.plain):
            self.open.explain.append(behind(line, match.start(1)))
        else:
            return False
        self.open.is_closed = True
        return True

    def _option(self, line: Line) -> bool:
        if self.open is None or self.open.is_closed:
            if not marks.FIRST_OPTION.match(line.plain) or line.label:
                return False
            self.close()
            self.open = TypedQuestion("", line.number)
        if line.label and (line.level or not line.label.isdigit()):
            self._add_option(line, line.label, 0, line.plain.startswith("*"))
            return True
        last = self.open.options[-1].label if self.open.options else ""
        inline = marks.options_in(line.plain, last.lower() if len(last) == 1 else "")
        if inline and inline[0][1] == 0 and not line.label:
            self._add_inline(line, inline)
            return True
        if match := marks.BOX.match(line.plain):
            is_marked = bool(set(match[1]) & marks.RIGHT_BOX)
            self._add_option(line, "", match.end(), is_marked)
            return True
        if (match := marks.OPTION.match(line.plain)) and self._goes_on(match[1]):
            is_marked = bool(marks.RIGHT_BEFORE.match(line.plain))
            self._add_option(line, match[1], match.end(), is_marked)
            return True
        if (match := marks.BULLET.match(line.plain)) and self.open.stem:
            self._add_option(line, "", match.end(), False)
            return True
        return False

    def _goes_on(self, letter: str) -> bool:
        """Return whether `letter` may be the next option's: initials of names are no options."""
        assert self.open
        options = self.open.options
        if not options:
            return letter.lower() in "aаα"
        last = options[-1].label
        return not last or len(last) != 1 or ord(last.lower()) < ord(letter.lower())

    def _add_inline(self, line: Line, inline: list[tuple[str, int, int]]) -> None:
        for letter, begin, end in inline:
            part = line.plain[begin:end]
            head = marks.OPTION.match(part)
            at = begin + (head.end() if head else 0)
            is_marked = bool(marks.RIGHT_BEFORE.match(part))
            self._add_option(line, letter, at, is_marked, end)

    def _add_option(
        self, line: Line, label: str, start: int, is_marked: bool, end: int | None = None
    ) -> None:
        assert self.open
        end = len(line.plain) if end is None else end
        before = marks.RIGHT_BEFORE.match(line.plain, start)
        if before and before.end() < end:
            is_marked, start = True, before.end()
        tail = max(start, end - marks.LONGEST_SIGN)
        after = marks.RIGHT_BEHIND.search(line.plain[tail:end])
        if after and tail + after.start() > start:
            is_marked, end = True, tail + after.start()
        plain = line.plain[start:end].strip()
        html, styles = behind(line, start, end), line.styles_of(start, end)
        if whole := _WHOLLY_BOLD.fullmatch(html):
            html, styles = whole[1], styles | {"bold"}
        option = TypedOption(label, html, plain, is_marked, styles)
        self.open.options.append(option)

    def _question(self, line: Line) -> bool:
        match = None if line.label else marks.QUESTION.match(line.plain)
        word = None if line.label or match else marks.ASKS.match(line.plain)
        if not line.label and match is None and word is None:
            return False
        if line.label and (line.level or not line.label.isdigit()):
            return False
        label = line.label or (match and (match[1] or match[2])) or ""
        begin = match or word
        start = begin.end() if begin else 0
        self.close()
        self.open = TypedQuestion(label, line.number, has_word=word is not None)
        inline = [one for one in marks.options_in(line.plain) if one[1] >= start]
        stem = behind(line, start, inline[0][1] if len(inline) > 1 else None)
        if stem:
            self.open.stem.append(stem)
        if len(inline) > 1:
            self._add_inline(line, inline)
        return True

    def _text(self, line: Line) -> None:
        question = self.open
        ends = question is not None and (
            question.is_closed
            or (question.options and marks.HEADING.fullmatch(line.plain))
            or (self.after_blank and (question.options or not question.label))
        )
        if question is None or ends:
            self.close()
            self.open = TypedQuestion("", line.number, [line.html])
        elif question.options and len(question.options[-1].html) > MAX_LINE_LENGTH:
            self.rest.append(line.html)
        elif question.options:
            last = question.options[-1]
            last.html, last.plain = f"{last.html} {line.html}", f"{last.plain} {line.plain}"
        else:
            if self.after_blank:
                question.stem.append("")
            question.stem.append(line.html)


def without_marks(stem: str) -> tuple[str, str, bool]:
    """Return `stem` without the marks of points and of truth, the points, and whether of truth."""
    points = ""
    if match := marks.POINTS.search(stem):
        points = match[1]
        stem = (stem[: match.start()] + " " + stem[match.end() :]).strip()
    truth = TRUTH_MARK.search(stem)
    if truth and (truth.start() == 0 or truth.end() == len(stem)):
        rest = (stem[: truth.start()] + stem[truth.end() :]).strip()
        rest = re.sub(r"\s*:\s*$", "", re.sub(r"^[\s:.?]+", "", rest))
        return (rest or stem), points, True
    return stem, points, False
