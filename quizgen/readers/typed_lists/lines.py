"""The lines of a typed list, whatever file they come from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

from quizgen.model.source import Source

MAX_LINES = 100_000
MAX_LINE_LENGTH = 100_000
"""Characters of one line that are read, as many as a value of a bank may have."""
_QUOTED = re.compile(r"(?:>\s?)+")
"""What mail puts before the lines of a letter that is answered."""
WIDE = re.compile(r"[^\S\n]{9,}")
"""White space of more than eight characters says no more than one, and costs time."""
_BOLD = re.compile(r"(\*\*|__)(?=[^\s*_])((?:(?!\1).)+)(?<=[^\s*_])\1")
_LABEL = re.compile(r"^[*_]([^*_\s][^*_]{0,40}:)[*_](?=\s)")
"""A word such as ``*Answer:*``, which Markdown emphasises."""
_HEADING = re.compile(r"^#{1,6}\s+")
MAX_MARKED_LENGTH = 4000
"""Characters of a line in which Markdown is looked for."""


class Line(NamedTuple):
    """A line, or a paragraph of Word: `plain` and `html` say the same, and `number` counts from 1.

    `label` is the number or letter that Word itself puts before it, such as ``2`` or ``b``, and
    ``•`` for a bullet; `level` is the depth of its list. `styles` are what all of its characters
    have, such as ``bold``; `runs` are the styles of its parts, each up to the character before its
    number, where they are known.
    """

    plain: str
    html: str
    number: int
    label: str = ""
    level: int = 0
    styles: frozenset[str] = frozenset()
    runs: tuple[tuple[int, frozenset[str]], ...] = ()

    def styles_of(self, start: int, end: int) -> frozenset[str]:
        """Return the styles that all characters from `start` to `end` have."""
        inside: list[frozenset[str]] = []
        begin = 0
        for stop, styles in self.runs:
            if (
                begin < end
                and stop > start
                and self.plain[max(begin, start) : min(stop, end)].strip()
            ):
                inside.append(styles)
            begin = stop
        return frozenset.intersection(*inside) if inside else self.styles


def text_lines(source: Source) -> list[Line]:
    """Return the lines of a plain text; asterisks around a line make it bold, as in Markdown."""
    lines = []
    texts = source.text.split("\n")[:MAX_LINES]
    is_quoted = 2 * sum(text.startswith(">") for text in texts) > sum(map(bool, texts))
    for number, text in enumerate(texts, 1):
        plain = WIDE.sub(" ", (_QUOTED.sub("", text) if is_quoted else text).strip())
        plain = _LABEL.sub(r"\1 ", _HEADING.sub("", plain[:MAX_LINE_LENGTH]))
        html = escape(plain)
        styles: frozenset[str] = frozenset()
        if len(plain) < MAX_MARKED_LENGTH and _BOLD.search(plain):
            html, plain = _BOLD.sub(r"<b>\2</b>", html), _BOLD.sub(r"\2", plain)
            if html == f"<b>{escape(plain)}</b>":
                html, styles = escape(plain), frozenset({"bold"})
        lines.append(Line(plain, html, number, styles=styles))
    return lines


def beyond_limits(lines: Sequence[Line]) -> Iterator[str]:
    """Yield what of a file with `lines`, those that are read, is left out, each in a clause."""
    if len(lines) >= MAX_LINES:
        yield f"lines behind line {MAX_LINES}"
    for line in lines:
        if len(line.plain) >= MAX_LINE_LENGTH:
            yield f"characters of line {line.number} behind the first {MAX_LINE_LENGTH}"


def behind(line: Line, offset: int, end: int | None = None) -> str:
    """Return the HTML of the characters of `line` from `offset` on, up to `end` where it is given.

    Where the line has tags, these stay whole.
    """
    end = len(line.plain) if end is None else end
    if line.html == escape(line.plain):
        return escape(line.plain[offset:end]).strip()
    return _cut(line.html, offset, end).strip()


def _cut(html: str, start: int, end: int) -> str:
    """Return the part of `html` that shows the characters from `start` to `end`."""
    parts: list[str] = []
    at = 0
    for token in re.findall(r"<[^<>]*>|&[#\w]+;|[^<&]|[<&]", html):
        if token.startswith("<") and len(token) > 1:
            parts.append(token)
            continue
        if start <= at < end:
            parts.append(token)
        at += 1
    text = "".join(parts)
    while (shorter := re.sub(r"<(\w+)>\s*</\1>", "", text)) != text:
        text = shorter
    return text
