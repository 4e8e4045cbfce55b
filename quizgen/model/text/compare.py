"""Keys by which author texts are compared."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable

from quizgen.model.text.runs import (
    Block,
    Break,
    CodeBlock,
    Image,
    ListBlock,
    Math,
    Quotation,
    Refused,
    Run,
    Sound,
    Style,
    Styled,
    Table,
    Text,
    parts_of,
)


def exact_key(text: Text) -> str:
    """Return a key of `text` that is equal for texts of the same characters.

    Case counts: ``mW`` is not ``MW``. White space and emphasis do not.
    """
    return " ".join(unicodedata.normalize("NFC", _spelled(text.runs)).split())


def same_key(text: Text) -> str:
    """Return a key of `text` that is equal for texts that no reader would tell apart.

    Case, white space and emphasis do not count; sub- and superscripts, pictures and all
    characters of a formula do: ``x^2^`` is not ``x~2~``, and ``$V$`` is not ``$v$``.
    """
    runs = text.runs
    only_run = runs[0] if len(runs) == 1 else None
    folded = only_run.casefold() if isinstance(only_run, str) else _spelled(runs, str.casefold)
    if folded.isascii() and "  " not in folded:
        return folded
    return " ".join(unicodedata.normalize("NFC", folded).split())


def _spelled(runs: Iterable[Run], fold: Callable[[str], str] = str) -> str:
    """Return the characters of `runs`, changed by `fold`, with marks for what is not emphasis."""
    parts = []
    for run in runs:
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
            case ListBlock() | Table() | CodeBlock() | Quotation() | Refused():
                parts.append(_spelled_block(run, fold))
    return "".join(parts)


_SIGNS = {ListBlock: "•", Table: "|", CodeBlock: "`", Quotation: ">", Refused: "#"}
"""What tells the parts of a block from those of another, and from lines."""


def _spelled_block(block: Block, fold: Callable[[str], str]) -> str:
    """Return what `_spelled` returns for the parts of `block`, each behind a sign."""
    parts = [(block.text,)] if isinstance(block, CodeBlock) else parts_of(block)
    sign = _SIGNS[type(block)]
    return "".join(f" {sign} {_spelled(part, fold)}" for part in parts) + f" {sign} "


def folded(text: str) -> str:
    """Return `text` in small letters, with one space for each run of white space."""
    return " ".join(text.casefold().split())
