"""Numbers and ids that must be the same in every build, for as long as a deck lives."""

from __future__ import annotations

import hashlib

from quizgen.model.ledger import NoteKey

_ALPHABET = (
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&()*+,-./:;<=>?@[]^_`{|}~"
)
"""The 91 characters Anki writes guids in (rslib ``notes/mod.rs``: ``base91``)."""


def stable_number(*names: str) -> int:
    """A number from 1 to 2^62 that depends on `names` alone."""
    digest = hashlib.sha256("\x1f".join(names).encode()).digest()
    return int.from_bytes(digest[:8], "big") % (1 << 62) + 1


def guid(bank: str, key: NoteKey, imported: str | None = None) -> str:
    """A note's identity: the bank's id, and which note of which item it is.

    Never its content: a corrected note is still the same note. The first note of an item
    that came out of someone's package keeps the guid it had there, `imported`.
    """
    if imported and not key.part:
        return imported
    number = stable_number("note", bank, key.item, str(key.part), key.note_type)
    digits = []
    while number:
        number, digit = divmod(number, len(_ALPHABET))
        digits.append(_ALPHABET[digit])
    return "".join(reversed(digits))


def deck_id(bank: str, name: str) -> int:
    """A deck's id, in the range of Anki's own (milliseconds since 1970)."""
    return (1 << 40) + stable_number("deck", bank, name) % (1 << 39)
