"""What is answered on a screen: worksheets and pages of today's decks, and all of earlier days."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from quizgen.commands.grade.faulty_decks import FaultyDecks, faulty_decks
from quizgen.commands.grade.kept import Prints, by_digest
from quizgen.commands.grade.origins import marking_of
from quizgen.commands.grade.prints import built_prints, distinct, earlier_prints, joined, origins_of
from quizgen.commands.grade.screen_kinds import CODES, FORMS, ScreenKind
from quizgen.commands.workspace import Workspace
from quizgen.model.answer_sheets.records import AnswerSheets, Origin
from quizgen.model.assessment import Assessment
from quizgen.model.diagnostics import Diagnostic, Report
from quizgen.project.layout import Project


class ScreenPrints(NamedTuple):
    """The worksheets that forms may be of, or the pages that codes may be of.

    `known` are all by digest, as they were handed out, and `today` those that the deck files make,
    with the keys of today. `rivals` are two decks whose worksheets look alike, by the digest of
    these, and have other keys or points: nobody knows whose answers are right. `faulty` are decks
    that make less than they should. `named` are the decks that a person has named.
    """

    known: Prints
    today: Prints
    rivals: Mapping[str, tuple[str, str]]
    faulty: FaultyDecks
    named: frozenset[Origin] = frozenset()

    @property
    def to_keep(self) -> Prints:
        """Those `known` that are kept with what is of them: what is of two decks stays unknown."""
        return {digest: one for digest, one in self.known.items() if digest not in self.rivals}

    def errors_for(self, digests: Iterable[str]) -> tuple[Diagnostic, ...]:
        """Return the errors in the decks that worksheets with `digests` come from."""
        sheets = map(self.known.get, digests)
        return self.faulty.errors_for(one.origin.deck if one else None for one in sheets)


NO_PRINTS = ScreenPrints({}, {}, {}, FaultyDecks())


class Decks:
    """The deck files of `project`, read once, and the records of sheets that a person has `named`.

    Outside of a project there are none. Damaged lines of earlier builds are reported.
    """

    def __init__(
        self, project: Project | None, named: Sequence[AnswerSheets], report: Report
    ) -> None:
        self.project, self._named, self._report = project, named, report
        workspace = Workspace.of(project)
        read = map(workspace.assessment, project.deck_files() if project else ())
        self._assessments: list[Assessment] = [one for one in read if one is not None]
        self._faulty = faulty_decks(project, workspace)

    @property
    def on_screen_alone(self) -> frozenset[str]:
        """The digests of worksheets that are filled in on a screen and have no answer sheet."""
        return frozenset(
            sheet.digest
            for one in self._assessments
            for sheet in one.worksheets
            if sheet.printing.fillable and not sheet.printing.answer_sheet
        )

    def forms(self, kept: Prints) -> ScreenPrints:
        """Return all worksheets, and those `kept` with the forms that were read before.

        Those that are not fillable any more count as well: what was handed in is of an earlier day.
        Raises KeptFileError.
        """
        return self._prints(FORMS, kept)

    def pages(self, kept: Prints) -> ScreenPrints:
        """Return all practice pages, and those `kept` with the codes that were read before.

        Raises KeptFileError.
        """
        return self._prints(CODES, kept)

    def _prints(self, kind: ScreenKind, kept: Prints) -> ScreenPrints:
        of_decks = [sheets for one in self._assessments if (sheets := kind.sheets(one))]
        decks = {one.origin for one in of_decks}
        named = origins_of(self._named)
        today, rivals = _by_digest(of_decks, named)
        chosen = [one for one in self._named if one.layouts[0].digest not in rivals]
        once = [one for digest, one in today.items() if " " not in digest]
        # What is no deck's of this project has no other key of today.
        elsewhere = distinct([one for one in self._named if one.origin not in decks])
        today = {**elsewhere, **today}
        built = built_prints(self.project, kind.record)
        earlier = earlier_prints(self.project, kind.earlier, self._report)
        # The first counts: what a person names now is before what was kept, which has what was
        # named in a run before; that in turn is before what nobody has named.
        others = *self._named, *once, *built, *earlier
        return ScreenPrints(
            joined({}, [*chosen, *kept.values(), *others]),
            today,
            {digest: both for digest, both in rivals.items() if digest not in kept},
            self._faulty,
            named,
        )


def _by_digest(
    of_decks: Iterable[AnswerSheets], named: Collection[Origin]
) -> tuple[Prints, dict[str, tuple[str, str]]]:
    """Return the sheets of all decks by digest, and the names of two that are rivals.

    A deck that a person has `named` has no rival among those that are not.
    """
    today: Prints = {}
    rivals: dict[str, tuple[str, str]] = {}
    for of_deck in sorted(of_decks, key=lambda one: one.origin not in named):
        for digest, sheets in by_digest(of_deck).items():
            first = today.setdefault(digest, sheets)
            if first is sheets:
                continue
            deck = sheets.origin.deck
            today[f"{digest} {deck}"] = sheets  # it has a key of its own, which no form names
            is_settled = first.origin in named and sheets.origin not in named
            if not is_settled and marking_of(first) != marking_of(sheets):
                rivals[digest] = first.origin.deck, deck
    return today, rivals
