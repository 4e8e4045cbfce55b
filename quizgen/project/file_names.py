"""What the PDF files of a worksheet are called: ``NAME[-FORM][-EDITION][-KIND].pdf``.

A kind is key, teacher, all, named or answer-sheet.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""Those of forms, written out: the library's module `string` takes a millisecond to start."""

MAX_FORMS = len(_LETTERS)

PLAIN_EDITION = "standard"
"""The edition that file names do not mention."""

EDITIONS = (PLAIN_EDITION, "large-print", "dyslexia")
"""The words for editions, here because `quizgen build --help` shows them and has no time."""

SHEET, KEY, TEACHER, ALL_FORMS, NAMED = "", "key", "teacher", "all", "named"
"""What a file is: the sheet for pupils, its answer key, the teacher's edition, all forms, a sheet
for each pupil of a roster."""
ANSWER_SHEET = "answer-sheet"
"""What a file is, too: the sheet to fill in, which `quizgen grade` reads."""
ANSWER_SHEETS = "answer-sheets.json"
"""The file that says where everything is on the answer sheets of a deck file."""
EARLIER_SHEETS = "answer-sheets-earlier.jsonl"
"""The file that says the same of earlier builds, which may have been printed: a line a worksheet.
No build can make it again."""
FORM_SHEETS = "form-sheets.json"
"""The file that says what stands on the worksheets of a deck file that are filled in on a screen:
what was handed out is marked by it."""
EARLIER_FORM_SHEETS = "form-sheets-earlier.jsonl"
"""The file that says the same of earlier builds, which pupils may have: a line a worksheet."""
PRACTICE_SHEETS = "practice-sheets.json"
"""The file that says what stands on the practice pages of a deck file that give out a code: by it
the code is read and marked."""
EARLIER_PRACTICE_SHEETS = "practice-sheets-earlier.jsonl"
"""The file that says the same of earlier builds, which pupils may have: a line a page."""
EARLIER_OF = {
    ANSWER_SHEETS: EARLIER_SHEETS,
    FORM_SHEETS: EARLIER_FORM_SHEETS,
    PRACTICE_SHEETS: EARLIER_PRACTICE_SHEETS,
}
"""The records of what was handed out, each with the file that keeps what builds replace in it."""


def form_letters(count: int) -> tuple[str, ...]:
    """Return the letters of `count` forms, 1 to 26; of one form, ``""``."""
    return tuple(_LETTERS[:count]) if count > 1 else ("",)


def pdf_name(
    worksheet: str, form: str = "", edition: str = PLAIN_EDITION, what: str = SHEET
) -> str:
    """Return the file name of a sheet, its answer key, or its teacher's edition (`what`).

    The key of all forms together has no form.
    """
    suffix = "" if edition == PLAIN_EDITION else edition
    return "-".join(filter(None, (worksheet, form, suffix, what))) + ".pdf"


def pdf_names(
    worksheet: str,
    forms: int,
    editions: Iterable[str],
    *,
    teacher: bool = False,
    all_forms: bool = False,
    answer_sheet: bool = False,
    named: bool = False,
) -> Iterator[str]:
    """Yield every file that a worksheet of `forms` forms is printed to.

    What is for the teacher is set in the first edition.
    """
    editions_in_order = list(editions)
    for letter in form_letters(forms):
        yield from (pdf_name(worksheet, letter, edition) for edition in editions_in_order)
        if answer_sheet:
            for edition in editions_in_order:
                yield pdf_name(worksheet, letter, edition, ANSWER_SHEET)
        yield pdf_name(worksheet, letter, editions_in_order[0], KEY)
        if teacher:
            yield pdf_name(worksheet, letter, editions_in_order[0], TEACHER)
    if forms > 1:
        yield pdf_name(worksheet, "", editions_in_order[0], KEY)
        if all_forms:
            yield pdf_name(worksheet, "", editions_in_order[0], ALL_FORMS)
    if named:
        yield pdf_name(worksheet, "", editions_in_order[0], NAMED)


def all_pdf_names(worksheet: str) -> Iterator[str]:
    """Yield every file that `worksheet` may be printed to, in any forms and editions."""
    letters = ("", *_LETTERS)
    kinds = SHEET, KEY, TEACHER, ALL_FORMS, NAMED, ANSWER_SHEET
    for parts in itertools.product(letters, EDITIONS, kinds):
        yield pdf_name(worksheet, *parts)


def readable_name(name: str) -> str:
    r"""Return the name of a file as text: a byte of it that is no letter becomes ``\xff``."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
