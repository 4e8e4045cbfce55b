"""The addresses that a link may have: of pages and of mail, and with schemes that a bank names."""

from __future__ import annotations

import re
from collections.abc import Collection

from quizgen.model.pattern import pattern

NEVER = ("javascript", "vbscript", "data", "file", "blob", "about", "anki", "intent", "ms-msdt")
"""Schemes that run something, or reach into the program or the computer that shows the card."""

_SCHEME = pattern(r"([a-z][a-z0-9+.-]*):(?=[^\s])", re.IGNORECASE)
_PAGE = pattern(r"https?://(?=[^/?#%\\@:])[^/?#\\@\s]+(?:[/?#]|\Z)", re.IGNORECASE)
_UNSEEN = pattern(r"\\|%(?:5c|[01][0-9a-f]|7f)", re.IGNORECASE)
"""A backslash, which browsers take for a slash, and control characters, which they pass over.

Before the path they may hide where a link leads (WHATWG URL, 4.4).
"""


def address_fault(address: str, schemes: Collection[str] = ()) -> str | None:
    """Return why a link may not have `address`, or None if it may.

    Beside http, https and mailto, `schemes` are allowed.
    """
    match = _SCHEME.match(address)
    if match is None:
        return "does not begin with https:// or mailto:"
    scheme = match[1].lower()
    if scheme in {"http", "https"}:
        if _PAGE.match(address) is None or _UNSEEN.search(address.partition("?")[0]):
            return "is no whole address of a page"
        return None
    if scheme == "mailto" or (scheme in schemes and scheme not in NEVER):
        return None
    return f"begins with {scheme}:, which this bank does not allow"


_NO_LINK = pattern(r"\]\(\s*<?\s*((?:javascript|vbscript|file|data):[^)\s]*)", re.IGNORECASE)


_PICTURE = pattern(r"!\[(?P<alt>[^\]\n]{0,300})\]\((?P<name>[^()\n<>]{0,200}\s[^()\n<>]{0,200})\)")
"""The lengths are bounded, so that a text of nothing but beginnings takes no time."""


def unread_picture(text: str) -> re.Match[str] | None:
    """Return the first picture in `text` whose name has a space, with the groups alt and name.

    Such a name is read between angle brackets, or where it ends as pictures do.
    """
    return _PICTURE.search(text)


def unread_address(text: str) -> str | None:
    """Return the first address in `text` that Markdown refuses as dangerous, or None."""
    match = _NO_LINK.search(text)
    return match[1] if match else None
