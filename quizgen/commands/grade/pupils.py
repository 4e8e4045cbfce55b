"""The pupils of a class list, and the codes by which their sheets are known."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from quizgen.commands.grade.attempts import PageDecisions
from quizgen.model.answer_sheets.page_code import PUPIL_CODE
from quizgen.model.diagnostics import Related, Report
from quizgen.model.roster import Pupil
from quizgen.readers.roster.read import read_roster


def read_class_list(path: Path, report: Report) -> tuple[Pupil, ...]:
    """Return the pupils in the class list at `path`, none where it cannot be read.

    Reports pupils whose sheets would have one code, besides what is wrong with the list.
    """
    roster = read_roster(path, report)
    if roster is None:
        return ()
    first: dict[str, Pupil] = {}
    for pupil in roster.pupils:
        twin = first.setdefault(pupil_code(pupil), pupil)
        if twin.key != pupil.key:
            report.error(
                "duplicate-pupil",
                pupil.span,
                "on an answer sheet, the id of this pupil is the same as one above",
                "give each an id that differs in more than zeros before it, or small letters",
                (Related("the first", twin.span),),
            )
    return roster.pupils


def pupil_code(pupil: Pupil) -> str:
    """Return what the code on the sheets of `pupil` says: the id, or a digest where it is none.

    A number is itself, so that it is the same as the one that is filled in by hand.
    """
    plain = _plain(pupil.id)
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


def with_codes(
    decisions: Mapping[str, PageDecisions], pupils: Mapping[str, Pupil]
) -> dict[str, PageDecisions]:
    """Return `decisions` with the pupils' codes for what a person has typed: an id, or a name.

    So pages that a person has assigned come together with those that have the code.
    """
    by_name: dict[str, set[str]] = {}
    for pupil in pupils.values():
        by_name.setdefault(folded(pupil.name), set()).add(pupil_code(pupil))

    def code(typed: str) -> str:
        if typed in pupils:
            return pupil_code(pupils[typed])
        plain = _plain(typed)
        named = by_name.get(folded(typed), set())
        if plain not in pupils and len(named) == 1:
            return next(iter(named))
        is_number = any(map(str.isdecimal, plain)) and PUPIL_CODE.fullmatch(plain)
        return plain if is_number else typed

    return {
        key: one if one.pupil is None else replace(one, pupil=code(one.pupil))
        for key, one in decisions.items()
    }


def folded(name: str) -> str:
    """Return `name` without what does not tell it from others: capitals and spaces."""
    return " ".join(name.casefold().split())


def _plain(id: str) -> str:
    return id.upper().lstrip("0") or id[:1]
