"""Which pupils have handed in codes and forms: known by the names that they have typed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from types import MappingProxyType

from quizgen.commands.grade.outcome import SheetOutcome
from quizgen.commands.grade.pupils import folded, pupil_code
from quizgen.model.diagnostics import Report
from quizgen.model.roster import Pupil
from quizgen.model.source import in_file


def typed_pupils(
    outcomes: Sequence[SheetOutcome],
    known: Collection[Pupil],
    report: Report,
    noun: str = "code",
    elsewhere: Mapping[str, Collection[int]] = MappingProxyType({}),
) -> dict[str, Pupil]:
    """Return the pupils by the names in codes or forms: those of the list `known` where they fit.

    `noun` is what was handed in, and `elsewhere` has the identities of pupils who have handed in
    something else of a worksheet, by its digest: nothing of theirs is missing.
    """
    listed: dict[str, list[Pupil]] = {}
    for pupil in {id(one): one for one in known}.values():
        for key in {folded(pupil.name), folded(pupil.id), folded(pupil_code(pupil))} - {""}:
            listed.setdefault(key, []).append(pupil)
    pupils = {}
    for result in (result for outcome in outcomes for result in outcome.results):
        name, page = result.attempt.pupil, result.attempt.pages[1]
        fitting = listed.get(folded(name), [])
        if name:
            pupils[name] = fitting[0] if len(fitting) == 1 else Pupil(name)
        if listed and len(fitting) != 1:
            what = f"the name in this {noun} is not in the class list"
            if fitting:
                what = f"the name in this {noun} stands twice in the class list"
            elif not name:
                what = f"this {noun} has no name"
            report.warning(
                "unknown-pupil",
                in_file(page.source, page.number),
                what,
                "its row in the results has the name as it was typed",
            )
    for outcome in outcomes:
        _missing(outcome, pupils, known, report, noun, elsewhere)
    return pupils


def _missing(
    outcome: SheetOutcome,
    by_name: Mapping[str, Pupil],
    known: Iterable[Pupil],
    report: Report,
    noun: str,
    elsewhere: Mapping[str, Collection[int]],
) -> None:
    """Report who is in the class list and has handed in nothing."""
    seen = {id(by_name.get(result.attempt.pupil)) for result in outcome.results}
    seen |= set(elsewhere.get(outcome.digest, ()))
    for pupil in {id(one): one for one in known}.values():
        if id(pupil) not in seen:
            report.warning(
                "missing-pupil",
                pupil.span,
                f"there is no {noun} of {outcome.worksheet!r} of pupil "
                + (pupil.id or f"on line {pupil.span.line}"),
                "the pupil has sent none, or has typed another name: see the names in the results",
            )
