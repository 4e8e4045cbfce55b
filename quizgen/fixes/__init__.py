"""The fixes that findings carry: which of them can be made, and what becomes of the text.

Nothing here reads or writes a file.
"""

from quizgen.fixes.edits import apart, edited
from quizgen.fixes.meaning import Meaning, as_read
from quizgen.fixes.sound import sound_fixes, sound_together

__all__ = ["Meaning", "apart", "as_read", "edited", "sound_fixes", "sound_together"]
