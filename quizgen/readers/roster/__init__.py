"""Reading rosters: lists of pupils as CSV, TSV, .xlsx or .ods, with any usual headings."""

from quizgen.readers.roster.read import ROSTER_ENDINGS, read_roster

__all__ = ["ROSTER_ENDINGS", "read_roster"]
