"""Odd spaces and line ends, which come along when text is pasted, read as common spaces."""

from __future__ import annotations

import re

from quizgen.model.diagnostics import Report
from quizgen.model.pattern import pattern
from quizgen.model.source import Source

_LINE_ENDS = "\x85\u2028\u2029"
"""Characters that end a line in YAML 1.1 (section 4.2), but not in YAML 1.2 nor in an editor."""

_ODD_SPACES = "\xa0\u2000-\u200a\u202f\u205f\u3000"

_ODD = pattern(f"[{_LINE_ENDS}{_ODD_SPACES}]")
"""One of these stands in every match of `_NO_PLAIN_SPACE`, and is found faster."""

_NO_PLAIN_SPACE = pattern(
    rf"[{_LINE_ENDS}]"
    rf"|(?m:^)[ ]*[{_ODD_SPACES}][^\S\n]*(?=-\s|(?:- )?[\w-]+:(?:\s|$))"
    rf"|(?m:^)(?P<before>[ ]*(?:-[ ]+)?(?:-|[\w-]+:)[ ]*)[{_ODD_SPACES}]+"
)
"""Invisible line ends; the indentation of a dash or a key, if it is not of spaces alone; and what
stands right behind a dash or a key's colon."""


def with_plain_spaces(source: Source, report: Report) -> str:
    """Return the text of `source` with common spaces for what `_NO_PLAIN_SPACE` matches.

    Each match is reported. Lines and columns stay as the author's editor shows them.
    """
    if source.text.isascii() or _ODD.search(source.text) is None:
        return source.text
    for match in _NO_PLAIN_SPACE.finditer(source.text):
        odd = match[0][len(match["before"] or "") :].lstrip(" ")
        noun = "line end" if odd[0] in _LINE_ENDS else "space"
        report.warning(
            "control-character",
            source.at(match.end() - len(odd)),
            f"the unusual {noun} U+{ord(odd[0]):04X} stands here; it is read as a common space",
            "put common spaces in its place; it comes along when text is pasted from a web page",
        )
    return _NO_PLAIN_SPACE.sub(_with_spaces, source.text)


def _with_spaces(match: re.Match[str]) -> str:
    """Return `match` of `_NO_PLAIN_SPACE` with common spaces in place of odd characters.

    Dash, key and colon stay, and so does the length.
    """
    before = match["before"] or ""
    return before + " " * (len(match[0]) - len(before))
