"""Today's keys for sheets that were printed: those of the deck that they come from, of no other."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from quizgen.model.answer_sheets.records import UNKNOWN, AnswerSheets, Origin
from quizgen.project.file_names import ANSWER_SHEETS, FORM_SHEETS, PRACTICE_SHEETS

_NAME_ONE = f"name the {ANSWER_SHEETS}, {FORM_SHEETS} or {PRACTICE_SHEETS}"


class AmbiguousSheetsError(ValueError):
    """Raised where several decks could have the keys. Its text names them, and says what to do."""


def today_of(
    printed: AnswerSheets,
    current: Mapping[str, AnswerSheets],
    named: Collection[Origin] = (),
) -> tuple[AnswerSheets | None, Mapping[str, bool]]:
    """Return the sheets of `current` with today's keys for the one `printed`, and its shares.

    Where `printed` may come from several decks, those that a person has `named` count. The first
    is None where it comes from no deck in `current`.

    Raises:
        AmbiguousSheetsError: Several decks could have the keys.
    """
    origin = _origin(printed, current, frozenset(named))
    worksheet = printed.layouts[0].worksheet
    of_deck = [one for one in current.values() if one.origin == origin]
    of_deck.sort(key=lambda one: one.layouts[0].worksheet == worksheet)  # of two, the last counts
    joined: AnswerSheets | None = None
    for sheets in of_deck:
        joined = sheets if joined is None else joined.joined(sheets)
    shares = {worksheet: printed.shares.get(worksheet, True)}
    if joined is not None and worksheet in joined.shares:
        shares[worksheet] = joined.shares[worksheet]
    return joined, shares


def _origin(
    printed: AnswerSheets, current: Mapping[str, AnswerSheets], named: frozenset[Origin]
) -> Origin | None:
    """Return the origin among `current` that `printed` comes from; None if there is none.

    It is that of the same deck and banks; else, as decks get further banks and are renamed, the
    only one of the same digest, of the same deck and one of its banks, or of one of its banks with
    a worksheet of that name. Among several, those `named` count.
    """
    origin, digest = printed.origin, printed.layouts[0].digest
    origins = {one.origin for one in current.values()}
    if origin != UNKNOWN and origin in origins:
        return origin
    worksheet = printed.layouts[0].worksheet
    of_banks = [one for one in current.values() if set(one.origin.banks) & set(origin.banks)]
    same_print = {current[digest].origin} if digest in current else set()
    for alike in (
        same_print,
        {one.origin for one in of_banks if one.origin.deck == origin.deck},
        {one.origin for one in of_banks if worksheet in one.titles},
        {one.origin for one in current.values() if _shares_questions(printed, one)}
        if origin == UNKNOWN
        else set(),
    ):
        alike = alike & named or alike
        if len(alike) == 1:
            return alike.pop()
        if alike:
            decks = ", ".join(sorted(one.deck or "one without a name" for one in alike))
            raise AmbiguousSheetsError(
                f"the keys of the worksheet {worksheet!r} could be those of "
                f"several decks ({decks}): {_NAME_ONE} of one with --sheets"
            )
    return None


def _shares_questions(printed: AnswerSheets, other: AnswerSheets) -> bool:
    return not printed.by_name.keys().isdisjoint(other.by_name)


def check_prints(sheets: AnswerSheets, known: AnswerSheets | None) -> None:
    """Raise AmbiguousSheetsError where `sheets` look like those `known` and are marked otherwise.

    Pages of two decks with all texts alike have one digest, and cannot be told apart.
    """
    if known is None or known.origin == sheets.origin or marking_of(known) == marking_of(sheets):
        return
    raise AmbiguousSheetsError(
        f"the worksheet {sheets.layouts[0].worksheet!r} of the deck {sheets.origin.deck!r} looks "
        f"like that of {known.origin.deck!r} and has other keys or points: {_NAME_ONE} of the one "
        "that was handed out with --sheets"
    )


def marking_of(sheets: AnswerSheets) -> object:
    """Return all of `sheets` that the points for answers depend on."""
    questions = {
        one.name: (
            *(one.kind, one.points, one.is_bonus, one.parts, one.options, one.key),
            *(one.number, one.tolerance, one.unit, one.answer),
            *(one.judging, one.accepted, one.is_drawn),
        )
        for one in sheets.questions
    }
    return questions, set(sheets.shares.values())
