"""The records of what was handed out, which no build can make again: read, or told, never lost."""

from __future__ import annotations

from pathlib import Path

from quizgen.model.diagnostics import UNREADABLE_FILE, Report
from quizgen.model.source import in_file
from quizgen.project.regular_files import (
    MAX_HANDED_OUT_SIZE,
    NotReadableError,
    TooLargeError,
    read_regular,
)


def record_text_at(path: Path, report: Report) -> str | None:
    """Return the text of the record at `path`, empty where there is none.

    None where it cannot be read, which is reported: whoever writes it anew would lose what it says.
    """
    try:
        return read_regular(path, MAX_HANDED_OUT_SIZE, anywhere=True).decode("utf-8", "replace")
    except FileNotFoundError:
        return ""
    except (NotReadableError, TooLargeError) as error:
        why = str(error)
    except OSError as error:
        why = f"cannot be read: {error.strerror or error}"
    way_out = "delete the lines of tests that are over, or move it away and keep it"
    _report_unusable(path, why, way_out, report)
    return None


def report_damaged_record(path: Path, why: str, report: Report) -> None:
    """Report that the record at `path`, which would be replaced, does not say what it holds."""
    way_out = "put back a copy of it, or move it away and keep it until its tests are over"
    _report_unusable(path, f"cannot be used: {why}", way_out, report)


def _report_unusable(path: Path, why: str, way_out: str, report: Report) -> None:
    report.error(
        UNREADABLE_FILE,
        in_file(path.as_posix()),
        f"this file {why}",
        f"it says what pupils may have in hand, so it is not written anew: {way_out}",
    )
