"""The pupils of a class list, and the codes by which their sheets are known."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from quizgen.model.answer_sheets.page_code import PUPIL_CODE
from quizgen.model.roster import Pupil


def pupil_code(pupil: Pupil) -> str:
    """Return what the code on the sheets of `pupil` says: the id, or a digest where it is none.

    A number is itself, so that it is the same as the one that is filled in by hand.
    """
    plain = pupil.id.upper().lstrip("0") or pupil.id.upper()
    if PUPIL_CODE.fullmatch(plain):
        return plain
    return "ID" + hashlib.sha256(pupil.key.encode()).hexdigest()[:10].upper()


def by_code(pupils: Iterable[Pupil]) -> dict[str, Pupil]:
    """Return `pupils` by their codes; also by their ids as they are typed."""
    known: dict[str, Pupil] = {}
    for pupil in pupils:
        for code in (pupil.id.strip(), pupil_code(pupil)):
            if code:
                known[code] = pupil
    return known
