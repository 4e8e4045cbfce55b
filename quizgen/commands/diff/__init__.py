"""What learners will see of the next build: new, changed, retired and unchanged notes."""

from quizgen.commands.diff.compare import Difference, Kind, diff
from quizgen.commands.diff.reports import as_object, as_text

__all__ = ["Difference", "Kind", "as_object", "as_text", "diff"]
