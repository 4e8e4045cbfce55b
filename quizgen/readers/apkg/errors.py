"""Why a package cannot be read."""

from __future__ import annotations

MAX_UNPACKED_SIZE = 1024 * 1024 * 1024
"""Bytes of all files of a package after unpacking; they are held in memory (judged)."""

EXPORT_AGAIN = "export it from Anki again: File > Export, Anki Deck Package (.apkg)"


class PackageError(Exception):
    """The reason why a package cannot be read: `message` says why, `help` what can be done."""

    def __init__(self, message: str, help: str) -> None:
        super().__init__(message)
        self.message = message
        self.help = help


def broken(what: str) -> PackageError:
    """Return the error for a damaged package, where `what` says what is damaged."""
    return PackageError(f"this package is damaged: {what}", EXPORT_AGAIN)


def too_large(what: str) -> PackageError:
    """Return the error for a package above a limit, where `what` says which."""
    limit = MAX_UNPACKED_SIZE // 1024 // 1024
    return PackageError(
        f"this package unpacks to too much: {what}",
        f"export a smaller deck, or leave its media out; {limit} MB can be read",
    )
