"""Characters behind a backslash in GIFT, held apart while the others are acted on."""

from __future__ import annotations

import html
import re

from markdown_it import MarkdownIt

_ESCAPED = "~=#{}:\\"
_HELD = {character: chr(0xFDD0 + index) for index, character in enumerate(_ESCAPED)}
"""A noncharacter of Unicode stands for each, since no text has one."""
_NEWLINE = "\ufddf"
_SHOWN = {ord(held): character for character, held in _HELD.items()} | {ord(_NEWLINE): "\n"}
_HOLD = re.compile(r"\\([~=#{}:\\n])")
_NONCHARACTER = re.compile("[\ufdd0-\ufdef]")
_FORMAT = re.compile(r"\s*\[(html|moodle|plain|markdown)\]", re.IGNORECASE)
_MARKDOWN = MarkdownIt("commonmark", {"html": False})


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
    """Return the HTML of `text`, which is in the format that it names, else in `otherwise`.

    Moodle's own format is HTML in which the end of a line counts.
    """
    name, rest = format_of(text, otherwise)
    content = visible_text(rest).strip()
    if name == "html":
        return content
    if name == "markdown":
        return str(_MARKDOWN.render(content)).strip()
    if name == "plain":
        content = html.escape(content)
    return content.replace("\n", "<br>")
