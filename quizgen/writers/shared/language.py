"""Languages as HTML tells them."""

from __future__ import annotations

from quizgen.model.text.html import escape_characters
from quizgen.model.writing_direction import is_rtl


def direction(language: str) -> str:
    """Return ``rtl`` or ``ltr``, the direction of writing of `language`."""
    return "rtl" if is_rtl(language) else "ltr"


def in_language(markup: str, language: str) -> str:
    """Return `markup` in an element that tells `language` and its direction of writing."""
    name = escape_characters(language)
    return f'<div lang="{name}" dir="{direction(language)}">{markup}</div>'
