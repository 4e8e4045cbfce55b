"""Remarks that may be the end of a text: of ``resolution #1718``, YAML reads ``resolution``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml
from yaml.events import ScalarEvent, SequenceStartEvent

from quizgen.model.diagnostics import Report
from quizgen.model.pattern import pattern
from quizgen.model.source import Position, Source, Span

_REMARK = pattern(r"(?P<comma>,?)(?P<space>[ \t]+)#(?P<text>.*)")
_SENTENCE_END = pattern(r"[.?!…:;][\"'”’»)]*$")


def report_cut_texts(source: Source, events: Iterator[Any], report: Report) -> None:
    """Report texts of `source` that may have lost their end to a remark behind them.

    The parser's `events` say where each unquoted text ends. Texts in quotation marks and in blocks
    of lines may hold ``#``, and are passed over, as is what `report` has already.
    """
    if " #" not in source.text and "\t#" not in source.text and "[#" not in source.text:
        return
    known = {d.span.start for d in report.diagnostics if d.name == "text-cut-off"}
    for event in _until_mistake(events):
        kind: Any = type(event)
        if kind is SequenceStartEvent and event.flow_style:
            # A list in brackets whose first part begins with #: the rest of its line is a remark.
            mark = event.end_mark
            if cut := _FIRST_PART.match(source.line(mark.line + 1)[mark.column :]):
                _report(source, Position(mark.line, mark.column + cut.end()), known, report)
        if kind is not ScalarEvent or event.style or not event.value:
            continue
        line, end = event.end_mark.line, event.end_mark.column
        line_text = source.line(line + 1)
        column = len(line_text[:end].rstrip(" \t"))  # libyaml counts blanks behind the text to it
        match = _REMARK.fullmatch(line_text[column:])
        if match is None:
            continue
        if match["comma"]:  # the text is a part of a list in brackets, and the next one is cut
            is_cut = bool(match["text"]) and not match["text"][0].isspace()
        else:
            is_cut = _seems_cut(event.value, match["space"], match["text"])
            is_cut = is_cut or _closes(line_text[:column], match["text"])
        if not is_cut:
            continue
        hash_column = column + match.start("text") - 1
        _report(source, Position(line, hash_column), known, report)


def _report(source: Source, start: Position, known: set[Position], report: Report) -> None:
    """Report the # at `start`, unless it is among the places that are `known`."""
    if start in known:
        return
    report.error(
        "text-cut-off",
        Span(source, start, Position(start.line, start.column + 1)),
        "from this # on, the line is a remark that quizgen does not read",
        "if it belongs to the text, put the text in double quotes; if it is a remark, "
        "write two spaces before the # and one behind it",
    )


_FIRST_PART = pattern(r"[ ]*(?=#[^\s#])")


def _until_mistake(events: Iterator[Any]) -> Iterator[Any]:
    """Yield `events` up to the first mistake in the syntax."""
    try:
        yield from events
    except (yaml.YAMLError, UnicodeEncodeError):
        return


def _seems_cut(text: str, space: str, remark: str) -> bool:
    """Return whether `remark`, the characters after `space` and ``#``, seems to belong to `text`.

    A remark without a space behind the ``#`` does. A remark with one space on either side does if
    it begins with a digit, if it ends a sentence that `text` has begun, or if `text` has three
    words or more and no sentence's end (judged).
    """
    if not remark[:1].isspace():
        return bool(remark) and not remark.startswith("#")
    words = remark.strip()
    if len(space) > 1 or not words:
        return False
    ends = _SENTENCE_END.search(words) is not None and _SENTENCE_END.search(text) is None
    is_begun = len(text.split()) >= MIN_WORDS and _SENTENCE_END.search(text) is None
    return words[0].isdigit() or (ends and " " in text) or is_begun


MIN_WORDS = 3
"""Fewest words of a text that may go on behind a ``#`` (judged: most answers have fewer)."""


def _closes(before: str, remark: str) -> bool:
    """Return whether `remark` holds the bracket that closes one open in `before`, the line's start.

    It is meant as a part of the list then: without it, the list has no end.
    """
    return any(before.count(a) > before.count(b) and b in remark for a, b in ("[]", "{}"))
