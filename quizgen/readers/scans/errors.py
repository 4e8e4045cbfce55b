"""What keeps a page from being read."""

from __future__ import annotations


class PageError(ValueError):
    """Raised for a page that cannot be read. Its text says why, in a clause."""
