"""The fixes that findings carry: which of them can be made, and what becomes of the text.

Nothing here reads or writes a file.
"""

from quizgen.checks.fixes.conflict_free import sound_fixes, sound_together
from quizgen.checks.fixes.edits import apart, edited
from quizgen.checks.fixes.semantics_check import Meaning, as_read

__all__ = ["Meaning", "apart", "as_read", "edited", "sound_fixes", "sound_together"]
