r"""Text that cannot control a terminal, nor the log of a build server.

A text or a file's name may hold escape sequences (ECMA-48), which move the cursor, set the
window's title or write to the clipboard (OSC 52), marks that turn the direction of a line
(Unicode Technical Report 36, 2.5), or a line that GitHub's runner takes for a command.
"""

from __future__ import annotations

import os
import re

_ACTS = (
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""The characters that control a terminal.

They are C0 but for tab and newline, DEL, C1, marks of direction, Unicode's ends of lines and
paragraphs, and lone surrogates."""

_COMMAND = r"(?m)^(\s*):(?=:)|#(?=#\[)"
"""The beginning of a command for GitHub's runner (actions/runner, ``ActionCommand.cs``)."""


def inert(text: str) -> str:
    r"""Return `text` with codes such as ``\u001b`` for characters that control a terminal.

    Newlines and tabs stay. In a log of GitHub's, the beginnings of commands become codes too.
    """
    return without_commands(without_controls(text))


def without_controls(text: str) -> str:
    """Return `text` with codes for characters that control a terminal."""
    if text.replace("\n", "").isprintable():  # most are; the pattern takes 0.3 ms to compile
        return text
    return re.sub(_ACTS, _code, text)


def without_commands(text: str) -> str:
    """Return `text`; in a log of GitHub's, with codes for the beginnings of commands."""
    if os.environ.get("GITHUB_ACTIONS") != "true":
        return text
    return re.sub(_COMMAND, lambda match: (match[1] or "") + _code_of(match[0].strip()), text)


def inert_line(text: str) -> str:
    """Return `text` as `inert` does, with codes for newlines as well."""
    return inert(text.replace("\n", "\\u000a"))


def inert_json(text: str) -> str:
    r"""Return `text`, JSON, with codes for characters that control a terminal; its meaning stays.

    Such characters can only be in strings of JSON, where each character may be ``\uXXXX``.
    """
    return without_controls(text).replace("##[", "\\u0023#[")


def _code(match: re.Match[str]) -> str:
    return _code_of(match[0])


def _code_of(character: str) -> str:
    return f"\\u{ord(character):04x}"
