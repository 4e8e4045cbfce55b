"""When two author texts are the same to a reader."""

from __future__ import annotations

import unicodedata

from quizgen.text.runs import Break, Image, Style, Styled, Text


def exact_key(text: Text) -> str:
    """A string that is equal for texts of the same characters: ``mW`` is not ``MW``."""
    return " ".join(unicodedata.normalize("NFC", _spelled(text)).split())


def same_key(text: Text) -> str:
    """A string that is equal for texts no reader would tell apart.

    Case, white space and emphasis do not count; sub- and superscripts and pictures do:
    ``x^2^`` is not ``x~2~``.
    """
    runs = text.runs
    joined = runs[0] if len(runs) == 1 and isinstance(runs[0], str) else _spelled(text)
    folded = joined.casefold()
    if folded.isascii() and "  " not in folded:
        return folded
    return " ".join(unicodedata.normalize("NFC", folded).split())


def _spelled(text: Text) -> str:
    parts = []
    for run in text.runs:
        match run:
            case str():
                parts.append(run)
            case Styled(text=characters, style=style):
                mark = "^" if style & Style.SUPERSCRIPT else "~" if style & Style.SUBSCRIPT else ""
                parts.append(f"{mark}{characters}{mark}")
            case Image(name=name):
                parts.append(f"![{name}]")
            case Break():
                parts.append(" ")
    return "".join(parts)
