"""Keys by which author texts are compared."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from quizgen.model.text.runs import Break, Image, Math, Sound, Style, Styled, Text


def exact_key(text: Text) -> str:
    """Return a key of `text` that is equal for texts of the same characters.

    Case counts: ``mW`` is not ``MW``. White space and emphasis do not.
    """
    return " ".join(unicodedata.normalize("NFC", _spelled(text)).split())


def same_key(text: Text) -> str:
    """Return a key of `text` that is equal for texts that no reader would tell apart.

    Case, white space and emphasis do not count; sub- and superscripts, pictures and all
    characters of a formula do: ``x^2^`` is not ``x~2~``, and ``$V$`` is not ``$v$``.
    """
    runs = text.runs
    only_run = runs[0] if len(runs) == 1 else None
    folded = only_run.casefold() if isinstance(only_run, str) else _spelled(text, str.casefold)
    if folded.isascii() and "  " not in folded:
        return folded
    return " ".join(unicodedata.normalize("NFC", folded).split())


def _spelled(text: Text, fold: Callable[[str], str] = str) -> str:
    """Return the characters of `text`, changed by `fold`, with marks for what is not emphasis."""
    parts = []
    for run in text.runs:
        match run:
            case str():
                parts.append(fold(run))
            case Styled(text=characters, style=style):
                mark = "^" if style & Style.SUPERSCRIPT else "~" if style & Style.SUBSCRIPT else ""
                parts.append(f"{mark}{fold(characters)}{mark}")
            case Image(name=name):
                parts.append(f"![{name}]")
            case Sound(name=name):
                parts.append(f"![{name}]")
            case Math(tex=tex):
                parts.append(f"${tex}$")
            case Break():
                parts.append(" ")
    return "".join(parts)
