"""The answer codes of a class: those in files, and those that the folder of results keeps."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from quizgen.commands.grade.kept import CODES as KEPT_CODES
from quizgen.commands.grade.kept import Prints, damaged, kept_prints, read_record
from quizgen.commands.grade.screen_kinds import CODES, tell
from quizgen.model.answer_code import CodeError, decode
from quizgen.model.answer_sheets.record_values import count_of, text_of
from quizgen.model.answer_sheets.records import record_text, sheets_record
from quizgen.model.diagnostics import Report
from quizgen.model.source import in_file
from quizgen.project.file_names import readable_name
from quizgen.readers.answer_codes import SentCode, read_codes


class KeptCodes(NamedTuple):
    """The codes that were read before, and the pages that they are of, by digest."""

    codes: list[SentCode]
    prints: Prints


def kept_codes(folder: Path) -> KeptCodes:
    """Return what was read into `folder` before. Raises KeptFileError."""
    path = folder / KEPT_CODES
    if not os.path.lexists(path):
        return KeptCodes([], {})
    record = read_record(path)
    try:
        codes = [
            SentCode(text_of(source), count_of(line), text_of(code))
            for source, line, code in record["codes"]
        ]
        return KeptCodes(codes, kept_prints(record.get("prints", ())))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise damaged(path) from error


def codes_text(codes: Sequence[SentCode], known: Prints) -> bytes:
    """Return the content of the file that keeps `codes`.

    The pages among `known` that they are of are in it as well.
    """
    digests = dict.fromkeys(filter(None, map(_digest, codes)))
    record = {
        "codes": [[one.source, one.line, one.code] for one in codes],
        "prints": [sheets_record(known[digest]) for digest in digests if digest in known],
    }
    return record_text(record).encode()


def _digest(sent: SentCode) -> str:
    """Return the digest of the page that a code is of, empty where the code is damaged."""
    try:
        return decode(sent.code).head.digest
    except CodeError:
        return ""


def with_kept_codes(
    kept: Iterable[SentCode], paths: Iterable[Path], report: Report
) -> list[SentCode]:
    """Return the codes that were `kept` and those in the files at `paths`; report the faults."""
    codes = list(kept)
    known = {one.code: (one.source, one.line) for one in codes}
    for path in paths:
        try:
            sent = read_codes(path)
        except OSError as error:
            why = f"the file cannot be read: {error.strerror or error}"
            sent = [SentCode(readable_name(path.name), 1, "", why)]
        for one in sent:
            before = known.get(one.code)
            if one.why:
                tell(CODES, (one.source, one.line), one.why, report)
            elif before is None:
                codes.append(one)
                known[one.code] = one.source, one.line
            elif before != (one.source, one.line):
                report.warning(
                    "second-code",
                    in_file(one.source, one.line),
                    f"this code stands in {before[0]}:{before[1]} too",
                    "it counts once",
                )
    return codes
