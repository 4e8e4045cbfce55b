"""What is said of a slip in the syntax of a file."""

from __future__ import annotations

from quizgen.model.named_tuple import NamedTuple
from quizgen.model.source import Span


class SyntaxHint(NamedTuple):
    """The message about a slip, its place, and the way out."""

    span: Span
    message: str
    help: str
