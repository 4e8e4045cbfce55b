"""What the PDF files of a worksheet are called: ``NAME[-FORM][-key].pdf``."""

from __future__ import annotations

import string
from collections.abc import Iterator

MOST_FORMS = len(string.ascii_uppercase)


def form_letters(count: int) -> tuple[str, ...]:
    """The letters of `count` forms, 1 to 26; a worksheet of one form has no letter: ``""``."""
    return tuple(string.ascii_uppercase[:count]) if count > 1 else ("",)


def pdf_name(worksheet: str, form: str = "", *, key: bool = False) -> str:
    """The one place that names a file: a sheet's, or its answer key's.

    The key of all forms together has no form.
    """
    return f"{worksheet}{f'-{form}' if form else ''}{'-key' if key else ''}.pdf"


def pdf_names(worksheet: str, forms: int) -> Iterator[str]:
    """Every file that a worksheet of so many forms is printed to."""
    for letter in form_letters(forms):
        yield pdf_name(worksheet, letter)
        yield pdf_name(worksheet, letter, key=True)
    if forms > 1:
        yield pdf_name(worksheet, key=True)


def all_pdf_names(worksheet: str) -> Iterator[str]:
    """Every file that it is printed to with any number of forms."""
    yield from pdf_names(worksheet, MOST_FORMS)
    yield pdf_name(worksheet)
