"""What keeps a page from being read."""

from __future__ import annotations


class PageError(ValueError):
    """Raised for a page that cannot be read. Its text says why, in a clause.

    `code` is the text of the page's code where that could be read.
    """

    code: str = ""


class BlankPageError(PageError):
    """Raised for a page with nothing on it."""
