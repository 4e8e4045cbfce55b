"""Tables as text, whose cells a spreadsheet shows and never runs."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

_STARTS_FORMULA = re.compile(r"'*[=+\-@\t\r＝＋－＠]")
"""What a cell begins with that spreadsheets take for a formula (OWASP: CSV Injection)."""
_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)?")


def inert(cell: str) -> str:
    """Return `cell` with an apostrophe before it where a spreadsheet would compute it.

    quizgen's own import takes it off again. A number is one whatever its sign.
    """
    if _STARTS_FORMULA.match(cell) and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return cell


def csv_bytes(rows: Iterable[Sequence[str]], *, separator: str = ",", bom: bool = True) -> bytes:
    """Return the table with `rows`, in UTF-8: with a mark that tells Excel so unless `bom` is off.

    Lines end as RFC 4180 has it. No cell is a formula.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator, lineterminator="\r\n")
    writer.writerows([inert(cell) for cell in row] for row in rows)
    encoded = text.getvalue().encode("utf-8", errors="replace")
    return b"\xef\xbb\xbf" + encoded if bom else encoded
