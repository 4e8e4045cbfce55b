"""Diagnostics for files that libyaml cannot read, in a teacher's words and with a way out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from quizgen.model.diagnostics import Report
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.pattern import pattern
from quizgen.model.source import Mark, Position, Source, Span
from quizgen.readers.yaml.syntax_hints import find_bullet, find_syntax_hint


class _PlainMessage(NamedTuple):
    """The `message` and `help` in place of a message of libyaml's that matches `problem`."""

    problem: str
    message: str
    help: str


_QUOTE_IT = 'put the whole text in double quotes: "…"'

_PLAIN_MESSAGES = tuple(
    _PlainMessage(problem, message, help)
    for problem, message, help in (
        (
            r"mapping values are not allowed",
            "a colon followed by a space cannot stand inside an unquoted text",
            f"{_QUOTE_IT}, or check that this line is indented like its neighbours",
        ),
        (
            r"could not find expected ':'|did not find expected key",
            "this line does not fit the lines around it",
            "each line should be `key: value`, indented like its neighbours; "
            "a text that goes on over several lines, or begins with a quotation mark and goes on "
            f"after the closing one, needs quotes: {_QUOTE_IT}",
        ),
        (
            r"\t.*cannot start any token|found a tab character|tab.*indentation",
            "a tab cannot be used to indent",
            "indent with spaces",
        ),
        (
            r"cannot start any token",
            "a text cannot begin with this character unless it is quoted",
            _QUOTE_IT,
        ),
        (
            r"mapping keys are not allowed",
            "a text cannot begin with a question mark and a space unless it is quoted",
            _QUOTE_IT,
        ),
        (
            r"sequence entries are not allowed",
            "a text cannot begin with a dash and a space here unless it is quoted",
            f"{_QUOTE_IT}; if it is a list, begin it on the next line",
        ),
        (
            r"expected (?:a )?comment or (?:a )?line break|indentation indicator",
            "a text cannot begin with > or | unless it is quoted",
            _QUOTE_IT,
        ),
        (
            r"expected ',' or '[\]}]'",
            "a list in [ ] or a group in { } is not finished, or has no comma between two parts",
            f"add the comma or the closing bracket; if it is a text, {_QUOTE_IT}",
        ),
        (
            r"expected '-' indicator|expected <block end>",
            "this line is not indented like the others of its list",
            "every dash of a list stands in the same column",
        ),
        (
            r"found unexpected end of stream|unexpected end of",
            "a quotation mark is opened here and never closed",
            "add the closing quotation mark",
        ),
        (
            r"unknown escape character|did not find expected hexdecimal",
            "a backslash inside double quotes starts a code, and this one is unknown",
            "write \\\\ for a backslash, or use single quotes",
        ),
        (
            r"invalid Unicode character escape",
            "this code stands for no character",
            "remove the \\u… code, or write the character itself",
        ),
        (
            r"did not find expected alphabetic or numeric character|non-alphabetical",
            "a text cannot begin with * or & unless it is quoted",
            _QUOTE_IT,
        ),
        (
            r"found undefined tag|expected tag|tag URI|parsing a tag|expected whitespace or line",
            "a text cannot begin with ! unless it is quoted",
            _QUOTE_IT,
        ),
        (
            r"directive",
            "a text cannot begin with % unless it is quoted",
            _QUOTE_IT,
        ),
        (
            r"found unexpected ':'",
            "a colon cannot stand here inside [ ] or { }",
            _QUOTE_IT,
        ),
        (
            r"unexpected document (?:indicator|separator)",
            "a line of --- or ... ends a file, and here it stands inside a text in quotes",
            "close the quotation marks above it, or put spaces before the line",
        ),
        (
            r"expected node content|the node content",
            "a value is missing here",
            "fill it in, or remove the comma or the sign before it",
        ),
        (
            r"expected '?<document start>",
            "this line does not belong to what stands above it",
            "check the indentation here and in the line above",
        ),
    )
)


_STOPPED = pattern(
    r"mapping values are not allowed|could not find expected ':'|did not find expected key"
    r"|expected '-' indicator|expected <block end>|expected '?<document start>"
    r"|while scanning a simple key|expected a comment or a line break"
)
"""Messages for a place where nothing fits any more; the author's slip may be further up."""


def report_syntax_error(
    error: yaml.YAMLError, source: Source, events: Iterator[Any], report: Report
) -> None:
    """Report the `error` that stopped the parser, as a diagnostic `yaml-syntax`.

    `events` are the parser's events of the file from its beginning. A character that no YAML file
    can hold is reported as `control-character`.
    """
    if isinstance(error, yaml.reader.ReaderError):
        report_character(source, report)
        return
    problem = str(getattr(error, "problem", "") or error)
    mark = getattr(error, "problem_mark", None)
    if "end of stream" in problem or "expected ','" in problem:
        mark = getattr(error, "context_mark", None) or mark  # where it was opened
    start = _inside(source, mark) if mark else Position(0, 0)
    hint = find_bullet(source, start)
    if hint is None and _STOPPED.search(problem):
        hint = find_syntax_hint(source, start, events)
    if hint is not None:
        report.error("yaml-syntax", hint.span, hint.message, hint.help)
        return
    span = Span(source, start, Position(start.line, start.column + 1))
    character = source.line(start.line + 1)[start.column : start.column + 1]
    for plain in _PLAIN_MESSAGES:
        if re.search(plain.problem, f"{character} {problem}"):
            message = plain.message.replace("this character", character or "this character")
            help = plain.help
            if character == '"' and "stream" in problem and "”" in source.line(start.line + 1):
                help = f'{help}: " as here, for ” does not close it'
            report.error("yaml-syntax", span, message, help)
            return
    report.error(
        "yaml-syntax",
        span,
        "what stands here cannot be read",
        "check the indentation and the quotes here and in the line above; "
        f"if it is a text, {_QUOTE_IT}",
    )


def _inside(source: Source, mark: Mark) -> Mark:
    """Return `mark`, but at most the end of `source`.

    At the end of a file, libyaml counts a line more than there is.
    """
    last = source.position(len(source.text))
    return min(last, Position(mark.line, mark.column))


_FORBIDDEN = "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
"""The characters that YAML 1.1 forbids (section 5.1), and the byte-order mark inside a file.

Compiling this pattern takes 6 ms, so it is done for a file that has one."""


def report_character(source: Source, report: Report) -> None:
    """Report the first character of `source` that cannot stand in a YAML file."""
    match = re.search(_FORBIDDEN, source.text)
    character = f"U+{ord(match[0]):04X}" if match else "an unprintable one"
    report.error(
        "control-character",
        source.at(match.start() if match else 0),
        f"the invisible character {character} cannot stand in a YAML file",
        "delete it; it often comes along when text is pasted from a PDF or a word processor",
    )
