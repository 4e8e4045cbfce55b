"""Reading rosters: lists of pupils as CSV, TSV, .xlsx or .ods, with any usual headings.

`quizgen.readers.roster.read.read_roster` reads one; `RosterPath` is the key of a deck file.
"""

from quizgen.readers.roster.shape import RosterPath

__all__ = ["RosterPath"]
