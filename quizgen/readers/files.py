"""Bytes on disk to text, or a clear reason why not."""

from __future__ import annotations

import codecs
from pathlib import Path

from quizgen.model.diagnostics import UNREADABLE_FILE, Report
from quizgen.model.source import Source
from quizgen.project.regular_files import NotReadableError, TooLargeError, read_regular
from quizgen.readers.file_kinds import program_of

MAX_FILE_SIZE = 64 * 1024 * 1024
"""Bytes in one text file. 10,000 questions come to about 5 MB."""

_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_source(path: Path, report: Report) -> Source | None:
    """Return the text of the UTF-8 file `path`, without byte-order mark, with plain line feeds.

    Return None, with a diagnostic in `report`, for a file that is missing, not a regular one,
    outside of its project, forbidden, larger than `MAX_FILE_SIZE` or not UTF-8, also in its name.
    """
    if not _is_named_in_letters(path):
        help = "rename it, and its folder, in letters, digits and hyphens"
        _report(path, report, "has a name with bytes that are no letters", help)
        return None
    content = read_bytes(path, report)
    if content is None:
        return None
    if content.startswith(_UTF16):
        _report(path, report, "is saved as UTF-16", "save it as UTF-8 in your editor")
        return None
    program = program_of(content)
    if program:
        help = "open it there, and save it as plain text (UTF-8), or write it with a text editor"
        _report(path, report, f"is {program}, whatever its name says", help)
        return None
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        return Source(path, _with_line_feeds(content.decode()))
    except UnicodeDecodeError as error:
        _report_byte(path, content, error, report)
        return None


def _is_named_in_letters(path: Path) -> bool:
    """Tell whether the names of the file at `path` and of its folder can be written into a file."""
    names = path.name + path.parent.name
    try:
        return names.isascii() or bool(names.encode())
    except UnicodeEncodeError:
        return False


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def read_bytes(
    path: Path, report: Report, max_bytes: int = MAX_FILE_SIZE, *, anywhere: bool = False
) -> bytes | None:
    """Return the content of the regular file `path`, or None with a diagnostic in `report`.

    A file of more than `max_bytes` bytes is not read. Unless `anywhere`, the file must lie in its
    project, wherever links lead.
    """
    try:
        return read_regular(path, max_bytes, anywhere=anywhere)
    except NotReadableError as error:
        _report(path, report, str(error), "put a copy of the file itself there")
    except TooLargeError:
        limit = max_bytes // 1024 // 1024
        _report(path, report, f"is larger than {limit} MB", "split it into several")
    except FileNotFoundError:
        _report(path, report, "does not exist", "check the name, and where it is stored")
    except IsADirectoryError:
        _report(path, report, "is a folder, not a file", "name a file")
    except PermissionError:
        _report(path, report, "may not be read", "give yourself permission to read it")
    except (OSError, ValueError) as error:
        why = f"cannot be read: {getattr(error, 'strerror', None) or error}"
        _report(path, report, why, "put a copy of the file itself there")
    return None


def _report(path: Path, report: Report, why: str, help: str) -> None:
    report.error(UNREADABLE_FILE, Source(path, "").whole(), f"this file {why}", help)


def _report_byte(path: Path, content: bytes, error: UnicodeDecodeError, report: Report) -> None:
    """Report where in `content`, the bytes of `path`, the decoder's `error` is."""
    source = Source(path, _with_line_feeds(content.decode(errors="replace")))
    report.error(
        UNREADABLE_FILE,
        source.at(len(_with_line_feeds(content[: error.start].decode()))),
        f"this file is not UTF-8 text: byte 0x{content[error.start]:02X} stands here",
        "save it as UTF-8 in your editor",
    )
