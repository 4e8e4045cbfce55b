"""Which options of a row are right: by their text, letters or numbers."""

from __future__ import annotations

import enum
import re
from collections.abc import Sequence


class KeyKind(enum.Enum):
    """How a column of answers names options."""

    TEXT = "text"
    LETTER = "letter"
    NUMBER = "number"


_LETTERS = re.compile(r"\(?([A-Ja-j])[).]?(?:\s*[,;/&+ ]\s*\(?([A-Ja-j])[).]?)*")
_JOINED = re.compile(r"[A-J]{2,10}")
_NUMBERS = re.compile(r"#?\d{1,2}(?:\s*[,;/&+ ]\s*#?\d{1,2})*")
_SEPARATORS = re.compile(r"\s*[;|\n]\s*")
_LABEL = re.compile(r"^(?:answer|option|antwort|reponse|réponse|respuesta|opción|choix)\s+", re.I)


def kind_of(rows: Sequence[tuple[str, Sequence[str]]], *, by_number: bool) -> KeyKind:
    """Return how the answers of `rows`, each with its options, name options.

    One column speaks one way. Where a number could be an option's text as well, it counts as its
    text, unless the program is one that writes numbers.
    """
    used = [(_bare(answer), options) for answer, options in rows if answer and options]
    if not used:
        return KeyKind.TEXT
    if by_number and all(_numbers(answer) for answer, _ in used):
        return KeyKind.NUMBER
    texts = sum(bool(_by_text(answer, options)) for answer, options in used)
    letters = sum(bool(_letters(answer, len(options))) for answer, options in used)
    numbers = sum(bool(_fitting(_numbers(answer), len(options))) for answer, options in used)
    best = max(texts, letters, numbers)
    if texts == best:
        return KeyKind.TEXT
    return KeyKind.LETTER if letters == best else KeyKind.NUMBER


def keys_of(answer: str, options: Sequence[str], kind: KeyKind) -> list[int]:
    """Return which of `options` the cell `answer` says are right, from 0; none if it is unclear."""
    bare = _bare(answer)
    by_kind = {
        KeyKind.TEXT: lambda: _by_text(bare, options),
        KeyKind.LETTER: lambda: _letters(bare, len(options)),
        KeyKind.NUMBER: lambda: _fitting(_numbers(bare), len(options)),
    }
    if chosen := by_kind[kind]():
        return chosen
    others = [k for k in (KeyKind.TEXT, KeyKind.LETTER, KeyKind.NUMBER) if k is not kind]
    return next((chosen for other in others if (chosen := by_kind[other]())), [])


def _bare(answer: str) -> str:
    return _LABEL.sub("", answer.strip())


def _by_text(answer: str, options: Sequence[str]) -> list[int]:
    folded = [" ".join(option.split()).casefold() for option in options]
    whole = " ".join(answer.split()).casefold()
    if whole in folded:
        return [folded.index(whole)]
    for parts in (_SEPARATORS.split(answer), re.split(r"\s*,\s*", answer)):
        named = [" ".join(part.split()).casefold() for part in parts if part.strip()]
        if len(named) > 1 and all(part in folded for part in named):
            return sorted({folded.index(part) for part in named})
    labelled = re.match(r"\(?([a-j])[).:]\s*(.+)", answer, re.IGNORECASE | re.DOTALL)
    if labelled and " ".join(labelled[2].split()).casefold() in folded:
        return [folded.index(" ".join(labelled[2].split()).casefold())]
    return []


def _letters(answer: str, count: int) -> list[int]:
    if not (_LETTERS.fullmatch(answer) or _JOINED.fullmatch(answer)):
        return []
    letters = re.findall(r"[A-Ja-j]", answer)
    return _fitting([ord(letter.lower()) - ord("a") + 1 for letter in letters], count)


def _numbers(answer: str) -> list[int]:
    answer = re.sub(r"\.0(?=\D|$)", "", answer)
    return [int(n) for n in re.findall(r"\d+", answer)] if _NUMBERS.fullmatch(answer) else []


def _fitting(numbers: list[int], count: int) -> list[int]:
    """Return `numbers` from 0, or nothing where one is not among `count` options."""
    fits = all(1 <= number <= count for number in numbers)
    return sorted({number - 1 for number in numbers}) if fits else []
