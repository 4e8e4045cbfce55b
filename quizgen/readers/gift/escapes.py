"""Characters behind a backslash in GIFT, held apart while the others are acted on."""

from __future__ import annotations

import re

from quizgen.readers.foreign.texts import in_format

_ESCAPED = "~=#{}:\\"
_HELD = {character: chr(0xFDD0 + index) for index, character in enumerate(_ESCAPED)}
"""A noncharacter of Unicode stands for each, since no text has one."""
_NEWLINE = "\ufddf"
_SHOWN = {ord(held): character for character, held in _HELD.items()} | {ord(_NEWLINE): "\n"}
_HOLD = re.compile(r"\\([~=#{}:\\n])")
_NONCHARACTER = re.compile("[\ufdd0-\ufdef]")
_FORMAT = re.compile(r"\s*\[(html|moodle|plain|markdown)\]", re.IGNORECASE)


def held(text: str) -> str:
    """Return `text` with a sign of its own for each character behind a backslash."""
    text = _NONCHARACTER.sub("\ufffd", text)
    return _HOLD.sub(lambda m: _NEWLINE if m[1] == "n" else _HELD[m[1]], text)


def visible_text(text: str) -> str:
    """Return `text`, as from `held`, with the characters themselves."""
    return text.translate(_SHOWN)


def plain_of(text: str) -> str:
    """Return the plain characters of an answer to type, without the name of its format."""
    return visible_text(format_of(text, "")[1]).strip()


def format_of(text: str, otherwise: str) -> tuple[str, str]:
    """Return the format that `text` names, else `otherwise`, and the rest of `text`."""
    match = _FORMAT.match(text)
    return (match[1].lower(), text[match.end() :]) if match else (otherwise, text)


def html_in(text: str, otherwise: str) -> str:
    """Return the HTML of `text`, which is in the format that it names, else in `otherwise`."""
    name, rest = format_of(text, otherwise)
    return in_format(visible_text(rest), name)
