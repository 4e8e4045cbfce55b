"""Formulas on one line of plain characters, as they are typed where nothing sets them.

A screen reader gives each character its name in the listener's language: ``√`` is a root,
``²`` squared. The form is that of UnicodeMath (Unicode Technical Note 28), with a few of its
marks left out that only a program needs.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_RAISED = {"2": "²", "3": "³", "∘": "°", "′": "′", "″": "″", "‴": "‴", "*": "*"}
"""What stands raised without a mark that says so."""
_ABOVE = {"→": "\u20d7", "―": "\u0305", "¯": "\u0305", "^": "\u0302", "~": "\u0303", "˙": "\u0307"}
"""Accents by the characters that MathML has for them."""
_ROOTS = {"3": "∛", "4": "∜"}
_INDEX = str.maketrans("0123456789n", "⁰¹²³⁴⁵⁶⁷⁸⁹ⁿ")
_SCRIPTED = frozenset(("msub", "munder", "msup", "mover", "msubsup", "munderover"))
_BIG = "∑∏∐∫∬∭∮⋃⋂⨁⨂"
_TIGHT = "()[]{}|‖,;!⁡"


def linear(formula: Element) -> str:
    """Return `formula`, which is MathML, as plain characters."""
    return " ".join(_text(formula).split())


def _text(node: Element) -> str:
    parts = list(node)
    match node.tag, parts:
        case "mfrac", [above, below]:
            mark = "¦" if node.get("linethickness") == "0" else "/"
            return f"{_group(above)}{mark}{_group(below)}"
        case "msqrt", _:
            return f"√{_grouped(_row(parts))}"
        case "mroot", [inside, index]:
            root = _ROOTS.get(_bare(index)) or f"{_group(index).translate(_INDEX)}√"
            return f"{root}{_group(inside)}"
        case tag, [base, *scripts] if tag in _SCRIPTED:
            return _scripted(tag, base, scripts)
        case "mtable", _:
            return "; ".join(map(_text, parts))
        case "mtr", _:
            return ", ".join(map(_text, parts))
        case "mspace", _:
            return " "
        case "mrow", [only] if only.text == ",":  # ``3{,}5``: a decimal comma.
            return ","
        case "mo", _:
            return _operator(node)
        case _, []:
            return (node.text or "") + _after(node)
        case _:
            return _row(parts)


def _scripted(tag: str, base: Element, scripts: Sequence[Element]) -> str:
    """Return `base` with its sub- and superscripts, or with an accent above it."""
    accent = _accent(_bare(scripts[-1])) if tag == "mover" else ""
    if accent:
        return f"{_group(base)}{accent}"
    low = f"_{_group(scripts[0])}" if tag in ("msub", "munder") or len(scripts) > 1 else ""
    high = _high(scripts[-1]) if tag in ("msup", "mover") or len(scripts) > 1 else ""
    return f"{_base(base)}{low}{high}{_after(base)}"


def _row(parts: Iterable[Element]) -> str:
    return "".join(map(_text, parts))


def _operator(node: Element) -> str:
    sign = node.text or ""
    if sign in _TIGHT or len(sign) != 1:
        return sign + ("," in sign or ";" in sign) * " " + _after(node)
    spaced = node.get("form") == "infix"
    return f" {sign} " if spaced else sign + _after(node)


def _after(node: Element) -> str:
    """Return a space after a big operator or a function's name, else nothing."""
    text = _bare(node)
    is_name = node.tag in ("mi", "mo") and len(text) > 1 and text.isalpha()
    return " " if text and (text in _BIG or is_name) else ""


def _base(node: Element) -> str:
    """Return the base of scripts, in brackets where it is a formula itself."""
    text = _text(node).strip()
    return text if node.tag in ("mi", "mn", "mo") else _grouped(text)


def _high(node: Element) -> str:
    return _RAISED.get(_bare(node)) or f"^{_group(node)}"


def _accent(mark: str) -> str:
    if len(mark) == 1 and unicodedata.combining(mark):
        return mark
    return _ABOVE.get(mark, "")


def _group(node: Element) -> str:
    return _grouped(_text(node))


def _grouped(text: str) -> str:
    """Return `text` in brackets, unless it is one letter or number, or has them already."""
    text = " ".join(text.split())
    is_whole = len(text) < 2 or text.replace(".", "").isdecimal() or _is_bracketed(text)
    return text if is_whole else f"({text})"


def _is_bracketed(text: str) -> bool:
    """Return whether one pair of brackets holds all of `text`."""
    depth = 0
    for place, character in enumerate(text):
        depth += (character == "(") - (character == ")")
        if not depth:
            return place == len(text) - 1 and text[0] == "("
    return False


def _bare(node: Element) -> str:
    return "".join(node.itertext()).strip()
