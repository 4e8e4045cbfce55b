"""How a text begins, and what its author typed for it: for signs that come before the words."""

from __future__ import annotations

from quizgen.model.text import Text
from quizgen.readers.yaml import ScalarNode


def beginning(text: Text) -> str:
    """Return the beginning of `text`, or "" where it begins with a link, a list or the like."""
    first = text.runs[0] if text.runs else ""
    return first if isinstance(first, str) else ""


def typed_line(text: Text) -> str:
    """Return what was typed for `text`, with one space for each run of white space."""
    typed = text.span.value if isinstance(text.span, ScalarNode) else text.plain
    return " ".join(typed.split())
