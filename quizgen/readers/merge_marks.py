"""Marks that git leaves in a file where it could not merge two versions."""

from __future__ import annotations

import re

from quizgen.model.diagnostics import Report
from quizgen.model.pattern import pattern
from quizgen.model.source import Source

_MARK = pattern(r"^(?:<{7}|>{7}|\|{7})(?:[ ].*)?$|^={7}$", re.MULTILINE)
_BEGIN, _MIDDLE, _END = "<", "=|", ">"


def report_merge_conflict(source: Source, report: Report, *, is_markdown: bool = False) -> bool:
    """Report the marks of an unfinished merge by git in `source`; return whether there are any.

    Marks of one conflict get one message, and so does a mark that was left alone. In Markdown, a
    line of ``=`` alone is a sign of a heading.
    """
    text = source.text
    if not any(sign * 7 in text for sign in ("<>" if is_markdown else "<>|=")):
        return False
    known, is_open = len(report.diagnostics), False
    for match in _MARK.finditer(text):
        sign = match[0][0]
        is_sign_of_heading = is_markdown and sign in _MIDDLE and not is_open
        if not is_open and not is_sign_of_heading:
            report.error(
                "merge-conflict",
                source.at(match.start()),
                "git could not merge what stands here: both sides are in the file, between marks"
                if sign == _BEGIN
                else f"a mark that git leaves in a conflict stands here: {match[0][:40]}",
                "choose one side, or join the two, and remove the three lines of marks"
                if sign == _BEGIN
                else "remove the line, and look whether the text above it is there twice",
            )
        is_open = sign == _BEGIN or (is_open and sign != _END)
    return len(report.diagnostics) > known
