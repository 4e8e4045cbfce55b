"""Reading tables of questions: CSV, Excel and LibreOffice, with any headings."""

from quizgen.readers.tables.headings import HEADINGS, headings_row
from quizgen.readers.tables.read import COLUMN_WORDS, UNKNOWN_COLUMNS, TableReader

__all__ = ["COLUMN_WORDS", "HEADINGS", "UNKNOWN_COLUMNS", "TableReader", "headings_row"]
