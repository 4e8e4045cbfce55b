"""PDF files of answer sheets, for software that looks for barriers in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from quizgen.model.assessment import EditionName, Printing
from support.pdf_samples import EVERY_INTERACTION, assessment, files, with_parts
from support.script_fonts import NOTO, STEMS, fonts


def answer_sheets(language: str, editions: tuple[EditionName, ...]) -> dict[str, bytes]:
    """Answer sheets of every interaction."""
    printing = Printing(answer_sheet=True, editions=editions)
    made = assessment(EVERY_INTERACTION, title=STEMS[language], language=language)
    [sheet] = made.worksheets
    sheet = replace(sheet, printing=printing, digest="1f3a1014", form="A")
    printed = files(with_parts(made, worksheets=(sheet,)), machine_fonts=fonts(*NOTO))
    return {name: content for name, content in printed.items() if "answer-sheet.pdf" in name}


ANSWER_SHEETS: dict[str, Callable[[], dict[str, bytes]]] = {
    "answer-sheets-ko": partial(answer_sheets, "ko", tuple(EditionName)),
    "answer-sheets-he": partial(answer_sheets, "he", (EditionName.STANDARD,)),
}
