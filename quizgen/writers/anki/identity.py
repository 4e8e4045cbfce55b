"""Numbers and ids that must be the same in every build, for as long as a deck lives."""

from __future__ import annotations

from quizgen.model.hashes import sha256
from quizgen.model.ledger import NoteKey
from quizgen.model.ledger.model import BANK_SEPARATOR

_ALPHABET = (
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&()*+,-./:;<=>?@[]^_`{|}~"
)
"""The 91 characters Anki writes guids in (rslib ``notes/mod.rs``: ``base91``)."""


def stable_number(*names: str) -> int:
    """Return a number from 1 to 2^62 that depends on `names` alone."""
    digest = sha256("\x1f".join(names).encode()).digest()
    return int.from_bytes(digest[:8], "big") % (1 << 62) + 1


def guid(bank: str, key: NoteKey, imported: str | None = None) -> str:
    """Return a note's identity: the bank's id, and which note of which item it is.

    Never its content: a corrected note is still the same note. The first note of an item
    that came out of someone's package keeps the guid it had there, `imported`.
    """
    if imported and not key.part:
        return imported
    bank, item = origin(bank, key)
    number = stable_number("note", bank, item, str(key.part), key.note_type)
    digits = []
    while number:
        number, digit = divmod(number, len(_ALPHABET))
        digits.append(_ALPHABET[digit])
    return "".join(reversed(digits))


def origin(bank: str, key: NoteKey) -> tuple[str, str]:
    """Return the first bank and the first id of the item of `key`, whose present bank is `bank`."""
    former, separator, item = key.item.rpartition(BANK_SEPARATOR)
    return (former, item) if separator else (bank, item)


def note_name(bank: str, key: NoteKey) -> str:
    """Return what a note is called in its field ``Id``: ``bank/item`` or ``bank/item/part``."""
    bank, item = origin(bank, key)
    return f"{bank}/{key._replace(item=item).name}"


def deck_id(bank: str, name: str) -> int:
    """Return a deck's id, in the range of Anki's own (milliseconds since 1970)."""
    return (1 << 40) + stable_number("deck", bank, name) % (1 << 39)
