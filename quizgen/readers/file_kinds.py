"""What a file is by its first bytes, where a text was expected."""

from __future__ import annotations

import re

_ZIP = b"PK\x03\x04"
_HEAD = 4096
"""Bytes at the beginning of a file in which its kind can be seen."""

_IN_ZIP = (
    (b"word/", "a document of Word (.docx)"),
    (b"xl/", "a table of Excel (.xlsx)"),
    (b"ppt/", "slides of PowerPoint (.pptx)"),
    (b"opendocument", "a document of LibreOffice (.odt, .ods)"),
    (b"collection.anki", "a package of Anki (.apkg); `quizgen import` reads it"),
)

_BEGINNINGS = (
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of an old Word or Excel (.doc, .xls)"),
    (rb"(?:\xef\xbb\xbf)?\s*\{\\rtf", "a document in Rich Text Format (.rtf)"),
    (rb"%PDF-", "a PDF"),
    (rb"\x89PNG|\xff\xd8\xff|GIF8", "a picture"),
    (rb"(?i)(?:\xef\xbb\xbf)?\s*(?:<!doctype html|<html[\s>])", "a web page (.html)"),
    (rb"SQLite format 3", "a database"),
    (rb"bplist00", "a document of a Mac program"),
)


def program_of(content: bytes) -> str | None:
    """Return what the file with these bytes is, such as "a PDF"; None for what may be a text."""
    head = content[:_HEAD]
    if head.startswith(_ZIP):
        # The names of the files inside also stand at the end of a ZIP file.
        ends = head + content[-_HEAD:]
        return next((kind for sign, kind in _IN_ZIP if sign in ends), "a ZIP file")
    return next((kind for sign, kind in _BEGINNINGS if re.match(sign, head)), None)
