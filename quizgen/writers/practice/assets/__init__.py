"""The style and the script of pages, put together from the files beside this one."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from quizgen.writers.shared.typed_answers import JUDGE

STYLES = ("colours.css", "page.css", "questions.css", "result.css", "print.css")
WITH_KEY = (
    "words.js",
    "parts.js",
    "grading.js",
    "ordering.js",
    "marking.js",
    "boxes.js",
    "rounds.js",
    "copying.js",
    "sharing.js",
    "passage.js",
    "clock.js",
    "answering.js",
    "start_with_key.js",
)
WITHOUT_KEY = (
    "words.js",
    "parts.js",
    "ordering.js",
    "passage.js",
    "clock.js",
    "copying.js",
    "code.js",
    "start_without_key.js",
)
FOR_SCORM = ("scorm.js", "start_scorm.js")
"""The files of a script, in order."""

_COMMENT = re.compile(r"^[ \t]*(?:/\*.*?\*/|//[^\n]*)[ \t]*\n?", re.DOTALL | re.MULTILINE)
"""A comment that has its lines for itself, as all have in these files."""
_SPACE = re.compile(r"\s*([{};,])\s*|(?<=:) ")
"""Spaces in a stylesheet that mean nothing. None stands behind a colon in a selector here."""
_INDENT = re.compile(r"^[ \t]+|[ \t]+$", re.MULTILINE)


@cache
def stylesheet() -> str:
    """Return the style of every page."""
    return _SPACE.sub(r"\1", "".join(map(_compact, STYLES))).replace(";}", "}")


@cache
def script_for(*, has_key: bool, for_scorm: bool = False) -> str:
    """Return the script of a page; with `for_scorm`, it reports to a platform."""
    names = (*(WITH_KEY if has_key else WITHOUT_KEY), *(FOR_SCORM if for_scorm else ()))
    judge = _without_comments(JUDGE) if has_key else ""
    inner = "\n".join(map(_compact, names))
    return f'(function(){{"use strict";\n{judge}\n{inner}}})();'


def _compact(name: str) -> str:
    source = files("quizgen.writers.practice").joinpath("assets", name).read_text(encoding="utf-8")
    return _without_comments(source)


def _without_comments(source: str) -> str:
    lines = _INDENT.sub("", _COMMENT.sub("", source)).split("\n")
    return "\n".join(line for line in lines if line)
