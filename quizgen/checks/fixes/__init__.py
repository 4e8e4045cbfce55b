"""The fixes that diagnostics carry: which of them can be made, and the text after them.

Nothing here reads or writes a file.
"""

from quizgen.checks.fixes.conflict_free import fixable_alone, fixable_together
from quizgen.checks.fixes.edits import apply_fixes, without_overlaps
from quizgen.checks.fixes.semantics_check import SemanticsCheck, as_source_text

__all__ = [
    "SemanticsCheck",
    "apply_fixes",
    "as_source_text",
    "fixable_alone",
    "fixable_together",
    "without_overlaps",
]
