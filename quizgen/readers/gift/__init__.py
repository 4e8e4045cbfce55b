"""Reading GIFT, the text format of Moodle's that many programs write.

What Moodle makes of a file is in its ``question/format/gift/format.php``.
"""

from quizgen.readers.gift.read import GiftReader

__all__ = ["GiftReader"]
