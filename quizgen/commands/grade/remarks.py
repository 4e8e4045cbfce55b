"""What a teacher has to be told of the results, as diagnostics. None of them names a pupil."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from quizgen.commands.grade.attempts import Attempt, page_key
from quizgen.commands.grade.kept import Kept
from quizgen.commands.grade.outcome import SheetOutcome
from quizgen.model.diagnostics import Report
from quizgen.model.did_you_mean import suggestion
from quizgen.model.roster import Pupil
from quizgen.model.source import Position, Source, Span


def remarks(
    outcomes: Sequence[SheetOutcome],
    kept: Kept,
    pupils: Mapping[str, Pupil],
    withdrawn: Collection[str],
    report: Report,
    elsewhere: Mapping[str, Collection[int]] = MappingProxyType({}),
) -> None:
    """Report what is missing, what is there twice, and what the answers say of the questions.

    `elsewhere` has the identities of pupils who have filled in a form, by the worksheet's digest.
    """
    _unreadable(kept, report)
    for outcome in outcomes:
        _pages(outcome, report)
        _changed(outcome, report)
        if pupils:
            _compared(outcome, pupils, report, elsewhere.get(outcome.digest, ()))
        _unused(outcome, report)
    names = {q.name for sheets in kept.prints.values() for q in sheets.questions}
    for name in withdrawn:
        if name not in names:
            report.warning(
                "unknown-withdrawal",
                _at("--withdraw"),
                f"no question {name!r} is on a sheet that was read",
                suggestion(name, sorted(names)),
            )


def _unreadable(kept: Kept, report: Report) -> None:
    for source, number, why, _ in kept.unreadable.values():
        page = f"page {number} cannot be read: {why}" if number else f"it cannot be read: {why}"
        report.warning(
            "unreadable-page",
            _at(source),
            page,
            "scan the page again, flat and whole, and grade that file too; what was read stays",
        )


def _pages(outcome: SheetOutcome, report: Report) -> None:
    counts = Counter(result.attempt.pupil for result in outcome.results)
    for pupil, count in counts.items():
        if pupil and count > 1:
            pages = [
                page
                for result in outcome.results
                if result.attempt.pupil == pupil
                for page in result.attempt.pages.values()
            ]
            files = [f"{page.source} page {page.number}" for page in pages]
            keys = ", ".join(page_key(page) for page in pages)
            report.warning(
                "second-sheet",
                _at(files[0].rpartition(" page ")[0]),
                f"pupil {pupil} has handed in {count} sheets of {outcome.worksheet!r}: "
                + ", ".join(files),
                "each has a row in the results; correct a number or drop a page in decisions.json, "
                f"where they are {keys}",
            )
    for result in outcome.results:
        attempt = result.attempt
        first = next(iter(attempt.pages.values()))
        _repeated(attempt, report)
        for number in attempt.missing_pages:
            whose = f"pupil {attempt.pupil}" if attempt.pupil else "a pupil without a number"
            report.warning(
                "missing-page",
                _at(first.source),
                f"page {number} of the sheet of {whose} is missing; its other page is page "
                f"{first.number} of this file",
                "scan it and grade that file too: its questions count as missing, not as wrong",
            )


def _repeated(attempt: Attempt, report: Report) -> None:
    """Report pages that are left out because they read the same as another."""
    for page in attempt.repeated:
        first = attempt.pages[page.code.page]
        report.warning(
            "repeated-page",
            _at(page.source),
            f"page {page.number} of this file does not count: it has the number {attempt.pupil} "
            f"and the marks of {first.source} page {first.number}",
            "nothing is to do where one sheet was scanned twice; where two pupils have one number, "
            "say whose a page is, or drop one, in decisions.json",
        )


def _changed(outcome: SheetOutcome, report: Report) -> None:
    for name in outcome.changed:
        report.warning(
            "changed-question",
            _at(outcome.questions[name].place or name),
            f"the question {name!r} has other options in the bank than on the sheets read",
            "it is marked by the key of the print; withdraw it with --withdraw if that is wrong",
        )


def _compared(
    outcome: SheetOutcome,
    pupils: Mapping[str, Pupil],
    report: Report,
    elsewhere: Collection[int],
) -> None:
    """Report who is in the class list and not in the results, and the other way round."""
    known = pupils_of(outcome, pupils) | set(elsewhere)
    for pupil in {id(one): one for one in pupils.values()}.values():
        if id(pupil) not in known:
            number = pupil.id or f"on line {pupil.span.line}"
            report.warning(
                "missing-pupil",
                pupil.span,
                f"there is no sheet of {outcome.worksheet!r} of pupil {number}",
                "the pupil was absent, or has filled in another number: see which numbers of the "
                "results are not in the list",
            )
    for result in outcome.results:
        attempt = result.attempt
        if attempt.pupil and attempt.pupil not in pupils:
            first = next(iter(attempt.pages.values()))
            report.warning(
                "unknown-pupil",
                _at(first.source),
                f"the number {attempt.pupil} on page {first.number} is not in the class list",
                'say whose it is in decisions.json: {"pages": {"'
                f'{page_key(first)}": {{"pupil": "17"}}}}}}',
            )


def pupils_of(outcome: SheetOutcome, pupils: Mapping[str, Pupil]) -> set[int]:
    """Return the identities of those of `pupils` who have handed in what `outcome` is of."""
    seen = {result.attempt.pupil for result in outcome.results}
    return {id(pupils[code]) for code in seen if code in pupils}


def _unused(outcome: SheetOutcome, report: Report) -> None:
    for item in outcome.analysis.items:
        question = item.question
        for index in item.unused:
            place = question.place
            line = question.option_lines[index] if index < len(question.option_lines) else 0
            if line:
                place = f"{place.rpartition(':')[0]}:{line}"
            report.warning(
                "unused-distractor",
                _at(place or question.name),
                f"no pupil of {item.figures.count} chose {question.options[index]!r} "
                f"in {question.name!r}",
                "nobody takes it for right: write what pupils who have not understood would choose",
            )


def _at(place: str) -> Span:
    """Return the span of `place`, a file with or without a line behind a colon."""
    path, _, line = place.rpartition(":")
    if not path or not line.isdecimal():
        path, line = place, "1"
    start = Position(max(0, int(line) - 1), 0)
    return Span(Source(Path(path), ""), start, start)
