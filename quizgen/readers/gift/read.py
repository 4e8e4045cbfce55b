"""A GIFT file to its questions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from quizgen.model.diagnostics import Report
from quizgen.model.source import Source, at_line
from quizgen.readers.file_kinds import program_of
from quizgen.readers.foreign import (
    ForeignFile,
    ForeignLoss,
    ForeignNumber,
    ForeignQuestion,
    ForeignShort,
)
from quizgen.readers.foreign.choices import BadAnswerError, Losses
from quizgen.readers.foreign.texts import (
    BLANK,
    QUESTION_NOT_IMPORTED,
    decode,
    last_level,
    outer_level,
    tags_and_difficulty,
    without_tags,
)
from quizgen.readers.gift.answers import task_of
from quizgen.readers.gift.escapes import format_of, held, html_in, plain_of, visible_text

MAX_QUESTIONS = 20_000
_MARK = re.compile(r"\[(id|tag):((?:[^\]\\]|\\.){0,300})\]")
_MEASURED = re.compile(
    r'(.*) \(<span class="unit">(.{1,200})</span>\)((?:</div>)?)', re.DOTALL | re.IGNORECASE
)
"""A stem with a unit behind it, as our own files have it."""
_NAME = re.compile(r"\s*::(.*?)::", re.DOTALL)
_SIGNS = re.compile(
    rb"^[ \t]*+::[^\n]{1,300}::|^\$CATEGORY:|(?<!\\)\{\s*+(?:(?:TRUE|FALSE|T|F)?+\s*+\}"
    rb"|[=~]|#\s*+[-\d=])",
    re.MULTILINE | re.IGNORECASE,
)


_AIKEN = re.compile(rb"^ANSWER:[ \t]{0,9}[A-Z][ \t]{0,9}$", re.MULTILINE)
"""The line of Aiken that says the answer."""


class _Entry(NamedTuple):
    """A question as it stands: `marks` are those of the remarks above it, ``id`` and ``tag``.

    Where it `is_open`, a brace of it is never closed.
    """

    text: str
    line: int
    marks: tuple[tuple[str, str], ...]
    category: str
    is_open: bool = False


class GiftReader:
    """Reads GIFT: by the ending of the name, or by what a text has that no other text has."""

    name = "GIFT"

    def is_mine(self, content: bytes, path: Path) -> bool:
        """Return whether the file is GIFT."""
        if content.startswith(b"PK") or program_of(content) is not None:
            return False
        if re.search(r"\.gift(\.txt)?$", path.name.lower()):
            return True
        if path.suffix.lower() not in (".txt", ""):
            return False
        text = decode(content[:1_000_000], path).text.encode()
        return bool(_SIGNS.search(text)) and not _AIKEN.search(text)

    def read(
        self, content: bytes, path: Path, report: Report, columns: Mapping[str, str]
    ) -> ForeignFile:
        """Return the questions of the file, as `ForeignReader` says."""
        source = decode(content, path)
        questions: list[ForeignQuestion] = []
        losses: Losses = []
        for number, entry in enumerate(_entries(source.text)):
            if number == MAX_QUESTIONS:
                _refuse(entry, source, "the file has too many questions", report)
                break
            question = _question(entry, source, losses, report)
            if question is not None:
                questions.append(question)
        lines = (line.strip() for line in source.text.split("\n"))
        prefix = "$CATEGORY:"
        paths = [line.removeprefix(prefix) for line in lines if line.startswith(prefix)]
        return ForeignFile(tuple(questions), tuple(losses), title=outer_level(paths))


def _entries(text: str) -> Iterator[_Entry]:
    """Yield what stands between blank lines.

    Those inside of open braces do not count, but where a name begins the line behind them.
    """
    lines: list[str] = []
    marks: list[tuple[str, str]] = []
    category, start = "", 0
    depth = 0
    has_gap = False
    blank_at: int | None = None
    for number, line in enumerate([*text.split("\n"), ""]):
        bare = line.strip()
        if bare.startswith("//"):
            marks += [(m[1], re.sub(r"\\(.)", r"\1", m[2])) for m in _MARK.finditer(bare)]
        elif bare.startswith("$CATEGORY:"):
            category = last_level(bare.removeprefix("$CATEGORY:"))
        elif bare:
            if depth and blank_at is not None and _NAME.match(line):
                yield _Entry("\n".join(lines), start, tuple(marks[:blank_at]), category, True)
                lines, marks, depth = [], marks[blank_at:], 0
            has_gap = bool(lines) and (has_gap or blank_at is not None)
            blank_at = None
            start = start if lines else number
            safe = re.sub(r"\\.", "", line)
            depth = max(0, depth + safe.count("{") - safe.count("}"))
            lines.append(line)
        elif lines and not depth:
            yield _Entry("\n".join(lines), start, tuple(marks), category)
            lines, marks = [], []
        elif lines:
            blank_at = len(marks)
        else:
            marks = []
    if lines:
        is_open = depth > 0 and has_gap
        yield _Entry("\n".join(lines), start, tuple(marks), category, is_open)


def _question(
    entry: _Entry, source: Source, losses: Losses, report: Report
) -> ForeignQuestion | None:
    if entry.is_open:
        _refuse(entry, source, "a brace is never closed", report)
        return None
    text = held(entry.text)
    name = ""
    if match := _NAME.match(text):
        name, text = plain_of(match[1]), text[match.end() :]
    style, text = format_of(text, "moodle")
    start, end = _braces(text)
    if start < 0 and end < 0:
        about = " ".join(filter(None, (name, without_tags(visible_text(text)))))
        losses.append((ForeignLoss.DESCRIPTION, about[:200]))
        return None
    if start < 0 or end < start:
        _refuse(entry, source, "a brace is never closed, or never opened", report)
        return None
    before, inside, after = text[:start], text[start + 1 : end], text[end + 1 :]
    if "{" in after:
        _refuse(entry, source, "it has braces for several answers, and GIFT knows one", report)
        return None
    inside, _, general = inside.partition("####")
    explain: list[str] = []
    question_losses: Losses = []
    try:
        task = task_of(inside, style, question_losses, explain)
    except BadAnswerError as error:
        _refuse(entry, source, str(error), report)
        return None
    if re.search(r"\w", after):
        stem = html_in(
            f"{before.rstrip()} {BLANK}{'' if after[:1] in '.,;:!?' else ' '}{after.lstrip()}",
            style,
        )
    else:
        stem = html_in(before, style)
    if isinstance(task, ForeignNumber) and (measured := _MEASURED.fullmatch(stem)):
        stem, task = measured[1] + measured[3], task._replace(unit=measured[2])
    if not stem and isinstance(task, ForeignShort):
        stem = html_in(name, "plain")
    if general.strip():
        explain.append(html_in(general, style))
    listed = [value for kind, value in entry.marks if kind == "tag"]
    tags, difficulty = tags_and_difficulty(listed)
    ids = [value for kind, value in entry.marks if kind == "id"]
    return ForeignQuestion(
        stem=stem or html_in(name, "plain"),
        task=task,
        place=at_line(source, entry.line + 1),
        where=f"line {entry.line + 1}",
        id=ids[0] if ids else name,
        topic=entry.category,
        explain=tuple(explain),
        difficulty=difficulty,
        tags=tags,
        losses=tuple(question_losses),
    )


def _braces(text: str) -> tuple[int, int]:
    """Return where the first brace of `text` is opened, and where it is closed; -1 for neither."""
    start = text.find("{")
    depth = 0
    for brace in re.finditer(r"[{}]", text[max(start, 0) :]):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return start, max(start, 0) + brace.start()
    return start, text.rfind("}")


def _refuse(entry: _Entry, source: Source, why: str, report: Report) -> None:
    report.warning(
        QUESTION_NOT_IMPORTED,
        at_line(source, entry.line + 1),
        f"line {entry.line + 1}: “{' '.join(entry.text.split())[:50]}” was left out: {why}",
        "correct the file and import it again; the questions that came stay",
    )
