"""The formats of other programs. To add one, write its folder and add it to `FORMATS`."""

from __future__ import annotations

from quizgen.writers.exporting import (
    aiken,
    blackboard,
    cartridge,
    games,
    gift,
    google_forms,
    markdown,
    moodle_xml,
    qti,
    qti12,
    quizlet,
    spreadsheet,
    word,
)
from quizgen.writers.exporting.base import ExportFormat

FORMATS: tuple[ExportFormat, ...] = (
    gift.GIFT,
    moodle_xml.MOODLE_XML,
    aiken.AIKEN,
    qti.QTI3,
    qti.QTI21,
    qti12.QTI12,
    cartridge.CARTRIDGE,
    blackboard.BLACKBOARD,
    spreadsheet.CSV,
    spreadsheet.XLSX,
    markdown.MARKDOWN,
    word.WORD,
    games.KAHOOT,
    games.BLOOKET,
    games.GIMKIT,
    games.WAYGROUND,
    quizlet.QUIZLET,
    google_forms.GOOGLE_FORMS,
)
