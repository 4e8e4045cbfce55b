"""What several questions share, and that they belong together."""

from __future__ import annotations

from quizgen.model.dataclass import dataclass
from quizgen.model.source import NOWHERE, Span
from quizgen.model.text import Text
from quizgen.model.word import Word


@dataclass(frozen=True, slots=True)
class Case:
    """Items that stand together, in the author's order.

    `stem` is what they ask about, shown before them. Without one, the case is a group: items of
    which one builds on the one before. `span` is the whole entry. An item of a case keeps an
    identity of its own: the case is no part of it.
    """

    id: Word
    stem: Text | None = None
    span: Span = NOWHERE
