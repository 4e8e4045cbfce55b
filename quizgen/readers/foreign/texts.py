"""The text of a file in any encoding that programs for teachers write."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from quizgen.model.source import Source, Span

QUESTION_NOT_IMPORTED = "question-not-imported"
"""The name of every warning about a question that an import leaves out."""


def decode(content: bytes, path: Path) -> Source:
    """Return the text of `content`: UTF-8, UTF-16 with its mark, or Windows-1252 as Excel saves.

    What is neither becomes U+FFFD.
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        text = content.decode("utf-16", errors="replace")
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("cp1252", errors="replace")
    return Source(path, re.sub(r"\r\n?", "\n", text).replace("\0", ""))


def line_span(source: Source, offset: int) -> Span:
    """Return the span of the character at `offset` of `source`."""
    return source.at(min(offset, max(len(source.text) - 1, 0)))
