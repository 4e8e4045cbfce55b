"""Pupils who have handed in a worksheet more than once: forms, codes, and paper beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from quizgen.commands.grade.marking import Result
from quizgen.commands.grade.outcome import SheetOutcome
from quizgen.commands.grade.pupils import folded
from quizgen.model.diagnostics import Report
from quizgen.model.roster import Pupil
from quizgen.model.source import in_file


def report_second_ones(
    on_screen: Iterable[SheetOutcome],
    pupils: Mapping[str, Pupil],
    on_paper: Iterable[SheetOutcome],
    listed: Mapping[str, Pupil],
    report: Report,
) -> None:
    """Report forms and codes of a pupil of whom there is one of that worksheet already.

    `pupils` are by the names in what was handed in `on_screen`, and `listed`, those of the class
    list, by the codes of sheets. Who is not listed is known by the name alone, whatever its case.
    """
    known = {id(one) for one in listed.values()}
    first: dict[object, str] = {}
    for outcome, result in _results(on_paper):
        pupil = listed.get(result.attempt.known_pupil)
        if pupil is not None:
            page = next(iter(result.attempt.pages.values()))
            first.setdefault((_sheet(outcome), id(pupil)), f"{page.source} page {page.number}")
    for outcome, result in _results(on_screen):
        name, page = result.attempt.pupil, result.attempt.pages[1]
        if not name:
            continue
        pupil = pupils.get(name)
        who = id(pupil) if pupil is not None and id(pupil) in known else folded(name)
        place = f"{page.source}:{page.number}" if outcome.is_of_codes else page.source
        before = first.setdefault((_sheet(outcome), who), place)
        if before != place:
            report.warning(
                f"second-{outcome.noun}",
                in_file(page.source, page.number),
                f"{before} is of the same pupil, with other answers",
                "each has a row in the results; leave one out in decisions.json: "
                f'{{"pages": {{"{page.key}": {{"drop": true}}}}}}',
            )


def _results(outcomes: Iterable[SheetOutcome]) -> Iterator[tuple[SheetOutcome, Result]]:
    for outcome in outcomes:
        for result in outcome.results:
            yield outcome, result


def _sheet(outcome: SheetOutcome) -> object:
    """Return what tells the worksheet from others: it is the same after another build."""
    deck = outcome.sheets.origin.deck
    return (outcome.worksheet, deck) if deck else outcome.digest
