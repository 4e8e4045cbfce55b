"""Characters that nobody sees, in answers that are compared with what a learner types."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from quizgen.checks.base import StructureCheck
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Severity
from quizgen.model.item import GapFill, Item, Numeric, TextEntry
from quizgen.model.source import NOWHERE
from quizgen.model.text import Text

_INVISIBLE = re.compile(
    "[\u00a0\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202f\u2060\u2066-\u2069\ufeff]"
)
"""No-break spaces, soft hyphens, zero-width spaces, joiners of words, and marks of direction.

U+200C and U+200D are not among them: Persian is spelled with the one, emoji with the other.
"""


def find(bank: Bank) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each answer of `bank` to be typed that has such a character."""
    for item in bank.items:
        for text in _typed(item):
            match = _INVISIBLE.search(text.plain)
            if match is None:
                continue
            code, name = ord(match[0]), unicodedata.name(match[0], "a character").lower()
            yield INVISIBLE_CHARACTER.at(
                item.id.span if text.span is NOWHERE else text.span,
                f"this answer holds the invisible character U+{code:04X} ({name}), which a pupil "
                "does not type",
                "type the answer anew; it comes along when text is pasted from a web page",
            )


def _typed(item: Item) -> Iterator[Text]:
    """Yield the texts of `item` that a learner's answer is compared with."""
    match item.interaction:
        case TextEntry(answer=answer, accepted=accepted):
            yield answer
            yield from accepted
        case GapFill(gaps=gaps):
            yield from (gap.answer for gap in gaps)
        case Numeric(unit=unit) if unit is not None:
            yield unit
        case _:
            pass


INVISIBLE_CHARACTER = StructureCheck(
    name="invisible-character",
    severity=Severity.WARNING,
    doc="""
    An answer that pupils type holds a character that nobody sees: a no-break space, a soft hyphen,
    a zero-width space or a mark of direction, as web pages and word processors put them in. No
    pupil types it, so a right answer may not count as equal. Type the answer anew.
    """,
    find=find,
)
