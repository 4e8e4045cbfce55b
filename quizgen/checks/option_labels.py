"""Letters and numbers that authors type before options: ``b)``, ``(2)``, ``Б.``, ``③``, ``iv)``."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from quizgen.model.pattern import pattern

_WORD = r"[^\W\d_]|\d{1,2}|[ivx]{1,5}|[IVX]{1,5}"

_LABEL = pattern(
    rf"\A(?:[(（]?(?P<label>{_WORD})(?:[).:：）．、]|\s*[-–]\s)|(?P<circled>[①-⑳]))\s*"
)
"""What stands before an option that was typed with a letter or number: ``b)``, ``(2)``, ``C.``."""

_LABEL_SIGNS = frozenset(").:：）．、-–①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
"""One of them stands in every label, and in few options."""

_MAX_LETTERS = 5
"""Letters of the longest label, a Roman number."""

_MAX_LENGTH = _MAX_LETTERS + 2
"""Characters of the longest label, with a bracket before it and one behind."""

_BEFORE_LETTERS = frozenset("(（ivxIVX①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳")
"""How a label begins whose second character may be a letter, or that stands right before one."""

_NAMED = (
    "option|answer|choice|antwort|lösung|réponse|reponse|proposition|respuesta|opción|opcion|"
    "risposta|opzione|resposta|opção"
)
_NAMES = frozenset(_NAMED.split("|"))

_BARE_LABEL = pattern(
    rf"(?P<named>(?:{_NAMED})\s+)?[(（]?(?P<label>{_WORD}|[①-⑳])(?P<mark>[).:：）．、]?)",
    re.IGNORECASE,
)
"""An answer that is no more than the label of an option."""

_ALPHABETS = (
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "ΑΒΓΔΕΖΗΘ",
    "АБВГДЕЖЗ",
    "АБВГДЂЕЖ",
    "אבגדהוזח",
    "أبتثجحخد",
    "ابجدهوزح",
    "가나다라마바사아",
    "ㄱㄴㄷㄹㅁㅂㅅㅇ",
    "アイウエオカキク",
    "甲乙丙丁戊己庚辛",
)
"""The letters that count options: Latin, Greek, Russian, Serbian, Hebrew, Arabic (in two orders),
Korean (in two ways), Japanese, Chinese."""

_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


def label_of(text: str) -> str:
    """Return the letter or number before `text`, in upper case; "" for none."""
    if text[1:2].isalpha() and text[0] not in _BEFORE_LETTERS:
        return ""  # as most options: no search in these
    if _LABEL_SIGNS.isdisjoint(text):
        return ""
    match = _LABEL.match(text)
    if match is None or match.end() == len(text):
        return ""
    return _plain(match["label"] or match["circled"])


def without_label(text: str) -> str:
    """Return `text` without the letter or number before it."""
    return _LABEL.sub("", text, count=1)


def bare_label(text: str) -> tuple[str, bool]:
    """Return the label that `text` consists of, and whether a sign or a word marks it as one.

    The label is in upper case, or "" where `text` is more than a label, or something else.
    """
    if len(text) > _MAX_LETTERS and text.isalpha():
        return "", False  # a word, as many answers are: no search in these
    *before, last = text.split() or [""]
    name = "".join(before).casefold().replace("i\u0307", "i").replace("\u0131", "i")
    if len(last) > _MAX_LENGTH or (before and (before[1:] or name not in _NAMES)):
        return "", False
    match = _BARE_LABEL.fullmatch(text.strip())
    if match is None:
        return "", False
    return _plain(match["label"]), bool(match["mark"] or match["named"])


def are_counted(texts: Sequence[str]) -> bool:
    """Return whether the labels of `texts` are the first letters or numbers, some left out.

    Equal words behind different numbers are none, as in ``1. Weltkrieg`` and ``2. Weltkrieg``.
    """
    labels = [label_of(text) for text in texts]
    if not all(labels) or len(set(labels)) < len(labels):
        return False
    if len(texts) > 1 and len({without_label(text) for text in texts}) == 1:
        return False
    return any(set(labels) <= set(row[: len(labels) + 1]) for row in _rows(len(labels) + 1))


def places(labels: Sequence[str], count: int) -> list[int] | None:
    """Return which of `count` options `labels` stand for, from 0; None unless all stand for one.

    The number 0 stands for the first option, as programs count.
    """
    for row in _rows(count):
        at = [0 if label == "0" else row.index(label) for label in labels if label in (*row, "0")]
        if len(at) == len(labels):
            return at
    return None


def _rows(count: int) -> list[tuple[str, ...]]:
    """Return the ways to count to `count`: by numbers, by letters, by Roman numbers."""
    numbers = tuple(str(number) for number in range(1, count + 1))
    return [numbers, *(tuple(letters[:count]) for letters in _ALPHABETS), _ROMAN[:count]]


def _plain(label: str) -> str:
    return unicodedata.normalize("NFKC", label).upper()
