"""What a teacher has to be told of the results, as diagnostics. None of them names a pupil."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType

from quizgen.commands.grade.attempts import Attempt, page_key
from quizgen.commands.grade.kept import Kept
from quizgen.commands.grade.outcome import SheetOutcome
from quizgen.model.diagnostics import Report
from quizgen.model.did_you_mean import suggestion
from quizgen.model.roster import Pupil
from quizgen.model.source import Span, in_file
from quizgen.project.file_names import ANSWER_SHEETS, FORM_SHEETS, PRACTICE_SHEETS


def remarks(
    outcomes: Sequence[SheetOutcome],
    kept: Kept,
    pupils: Mapping[str, Pupil],
    withdrawn: Collection[str],
    report: Report,
    elsewhere: Mapping[str, Collection[int]] = MappingProxyType({}),
    on_screen: Sequence[SheetOutcome] = (),
) -> None:
    """Report what is missing, what is there twice, and what the answers say of the questions.

    `outcomes` are on paper; of those `on_screen`, the answers alone are looked at.
    `elsewhere` has the identities of pupils who have filled in a form, by the worksheet's digest.
    """
    _unreadable(kept, report)
    for outcome in outcomes:
        _pages(outcome, report)
        _changed(outcome, report)
        if pupils:
            _compared(outcome, pupils, report, elsewhere.get(outcome.digest, ()))
        _unused(outcome, report)
    for outcome in on_screen:
        _unused(outcome, report)
    read = (*kept.prints.values(), *(outcome.sheets for outcome in on_screen))
    names = {question.name for sheets in read for question in sheets.questions}
    for name in withdrawn:
        if name not in names:
            report.warning(
                "unknown-withdrawal",
                _at("--withdraw"),
                f"no question {name!r} is on a sheet that was read",
                suggestion(name, sorted(names)),
            )


def _unreadable(kept: Kept, report: Report) -> None:
    for page_of in kept.unreadable.values():
        source, number, why = page_of[:3]
        page = f"page {number} cannot be read: {why}" if number else f"it cannot be read: {why}"
        report.warning(
            "unreadable-page",
            _at(source),
            page,
            "scan the page again, flat and whole, and grade that file too; what was read stays. "
            "Then say in review.html that it is settled",
        )


def blank_pages(pages: Sequence[tuple[str, int]], report: Report) -> None:
    """Report the `pages` with nothing on them, each with the name of its file."""
    numbers: dict[str, list[int]] = {}
    for source, number in pages:
        numbers.setdefault(source, []).append(number)
    for source, these in numbers.items():
        report.warning(
            "blank-page",
            _at(source),
            f"{len(these)} of its pages {'is' if len(these) == 1 else 'are'} blank: "
            + ", ".join(map(str, these)),
            "nothing is to do where these are the backs of sheets; else scan them darker",
        )


def _pages(outcome: SheetOutcome, report: Report) -> None:
    counts = Counter(result.attempt.known_pupil for result in outcome.results)
    for pupil, count in counts.items():
        if pupil and count > 1:
            pages = [
                page
                for result in outcome.results
                if result.attempt.known_pupil == pupil
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
            known = attempt.known_pupil
            whose = f"pupil {known}" if known else "a pupil without a number, or one in doubt"
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
            f"the question {name!r} has other options, or another unit, in the bank than on the "
            "sheets read",
            "it is marked by the key of the print; withdraw it with --withdraw if that is wrong",
        )


def printed_keys(outcomes: Sequence[SheetOutcome], report: Report) -> None:
    """Report where keys are those that were printed, since those of today do not fit."""
    for outcome in outcomes:
        if outcome.is_on_screen:  # those of paper are told with their pages
            _changed(outcome, report)
        if not outcome.has_key:
            deck = outcome.sheets.origin.deck or "it comes from"
            what = (
                f"no build of the deck {deck} has sheets of {outcome.worksheet!r} to compare with"
            )
            after = "" if outcome.is_on_screen else ", after quizgen build,"
            help = (
                f"a corrected key counts in the project's folder{after} or with the "
                f"{_RECORDS[outcome.noun]} of that build as --sheets"
            )
        elif outcome.gone:
            names = ", ".join(map(repr, outcome.gone))
            what = f"of {outcome.worksheet!r}, the deck has these no more: {names}"
            help = "their keys are those of the print: put them back to correct one, or --withdraw"
        else:
            continue
        report.warning("printed-key", _at(outcome.worksheet), what, help)


_RECORDS = {"sheet": ANSWER_SHEETS, "form": FORM_SHEETS, "code": PRACTICE_SHEETS}
"""The files by which a build says what it hands out, by what pupils hand in."""


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
        if attempt.known_pupil and attempt.known_pupil not in pupils:
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
    seen = {result.attempt.known_pupil for result in outcome.results}
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
    return in_file(path, int(line))
