"""Which worksheets are filled in on a screen: those of today's decks, and all handed out before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from quizgen.commands.grade.faulty_decks import FaultyDecks, faulty_decks
from quizgen.commands.grade.kept import Prints, by_digest
from quizgen.commands.grade.prints import built_prints, earlier_prints, joined
from quizgen.commands.workspace import Workspace
from quizgen.model.answer_sheets.records import AnswerSheets
from quizgen.model.diagnostics import Diagnostic
from quizgen.project.file_names import EARLIER_FORM_SHEETS, FORM_SHEETS
from quizgen.project.layout import Project


class FormPrints(NamedTuple):
    """The worksheets that forms may be of.

    `known` are all by digest, as they were handed out, and `today` those that the deck files make,
    with the keys of today. `rivals` are two decks whose worksheets look alike, by the digest of
    these, and have other keys or points: nobody knows whose answers are right. `on_screen` are
    digests of worksheets that have no answer sheet, and `faulty` decks that make less than they
    should.
    """

    known: Prints
    today: Prints
    rivals: Mapping[str, tuple[str, str]]
    on_screen: frozenset[str]
    faulty: FaultyDecks

    def errors_for(self, digests: Iterable[str]) -> tuple[Diagnostic, ...]:
        """Return the errors in the decks that worksheets with `digests` come from."""
        sheets = map(self.known.get, digests)
        return self.faulty.errors_for(one.origin.deck if one else None for one in sheets)


NO_FORMS = FormPrints({}, {}, {}, frozenset(), FaultyDecks())


def form_prints(project: Project | None, kept: Prints) -> FormPrints:
    """Return the worksheets of `project`, and those `kept` with the forms that were read before.

    Those that are not fillable any more count as well: what was handed in is of an earlier day.
    Raises KeptFileError.
    """
    from quizgen.writers.pdf.documents.answer_sheet.form_records import form_records

    today: Prints = {}
    rivals: dict[str, tuple[str, str]] = {}
    on_screen: set[str] = set()
    workspace = Workspace.of(project)
    for path in project.deck_files() if project else ():
        assessment = workspace.assessment(path)
        if assessment is None or not assessment.worksheets:
            continue
        for digest, sheets in by_digest(form_records(assessment, assessment.worksheets)).items():
            first = today.get(digest)
            if first is None:
                today[digest] = sheets
                continue
            today[f"{digest} {path.stem}"] = sheets  # it has a key of its own, which no form names
            if _marking(first) != _marking(sheets):
                rivals[digest] = first.origin.deck, path.stem
        on_screen |= {
            one.digest
            for one in assessment.worksheets
            if one.printing.fillable and not one.printing.answer_sheet
        }
    made_today = (one for digest, one in today.items() if " " not in digest)
    others = [*made_today, *built_prints(project, FORM_SHEETS)]
    return FormPrints(
        joined(kept, [*others, *earlier_prints(project, EARLIER_FORM_SHEETS)]),
        today,
        {digest: decks for digest, decks in rivals.items() if digest not in kept},
        frozenset(on_screen),
        faulty_decks(project, workspace),
    )


def _marking(sheets: AnswerSheets) -> object:
    """Return all that the points for answers depend on."""
    questions = {
        one.name: (
            *(one.kind, one.points, one.key, one.number, one.tolerance, one.answer, one.is_bonus),
            *(one.parts, one.options, one.judging, one.accepted),
        )
        for one in sheets.questions
    }
    return questions, set(sheets.shares.values())
