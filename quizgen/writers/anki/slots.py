"""Which note of an item a draft is: pairs and events keep their number when they move.

A matching question's pairs have no ids of their own, and their order may change any day. So
the ledger remembers what each number stood for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from quizgen.model.hashes import sha256

Labels = tuple[str, ...]

MAX_PART = 999_999
"""The largest number of a part that a ledger can hold: six digits."""


def label_digest(label: str) -> str:
    """Return the eight hexadecimal digits that stand for a label in the ledger."""
    return sha256(label.encode()).hexdigest()[:8]


def assign_parts(drafts: Sequence[Labels], known: Mapping[int, Labels]) -> list[int]:
    """Return a number for each of `drafts`, the digests of their labels.

    `known` has the numbers given so far, with the labels they had last. A draft takes the
    number whose first label is its own, else one whose second label is, and so on; what is
    left gets new numbers. A draft without labels is number 0.

    A new number is made of the draft's first label, so that two teachers who add different
    pairs on two branches give them different numbers, and the same number to the same pair.
    """
    parts: dict[int, int] = {i: 0 for i, labels in enumerate(drafts) if not labels}
    free = dict(known)
    for rank in range(max((len(labels) for labels in drafts), default=0)):
        by_label: dict[str, list[int]] = {}
        for part, labels in sorted(free.items()):
            if len(labels) > rank:
                by_label.setdefault(labels[rank], []).append(part)
        for index, labels in enumerate(drafts):
            waiting = by_label.get(labels[rank], []) if len(labels) > rank else []
            if index not in parts and waiting:
                parts[index] = waiting.pop(0)
                del free[parts[index]]
    taken = {*known, *parts.values()}
    for index, labels in enumerate(drafts):
        if index not in parts:
            parts[index] = _new_number(labels[0], taken)
            taken.add(parts[index])
    return [parts[index] for index in range(len(drafts))]


def _new_number(label: str, taken: Set[int]) -> int:
    """Return a number from 1 to `MAX_PART` that depends on `label`, and is not `taken`."""
    number = int.from_bytes(sha256(label.encode()).digest()[:8], "big") % MAX_PART + 1
    while number in taken:
        number = number % MAX_PART + 1
    return number
