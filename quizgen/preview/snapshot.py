"""Read a project once: its cards, its assessments and its diagnostics."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from quizgen.checks.filter import DiagnosticFilter
from quizgen.commands.workspace import Workspace
from quizgen.model.assessment import Assessment
from quizgen.model.dataclass import dataclass
from quizgen.model.diagnostics import in_reading_order
from quizgen.preview.diagnostics import ItemLocator, PreviewDiagnostic
from quizgen.preview.entries import PreviewEntry, RenderedEntries
from quizgen.project.layout import Project, package_of
from quizgen.readers.read_files import ReadFiles
from quizgen.writers.anki.artifacts import keeper_for
from quizgen.writers.anki.deck_part import ANKI
from quizgen.writers.anki.planning import Plan, PlannedNote, plan


class PreviewDeck(NamedTuple):
    """The cards of a deck file; `topics` maps the ids of topics to their titles, in order."""

    name: str
    title: str
    language: str
    topics: Mapping[str, str]
    entries: tuple[PreviewEntry, ...]


@dataclass(frozen=True, slots=True)
class ProjectSnapshot:
    """The cards and diagnostics of some deck files.

    With `errors` the snapshot holds what could still be read. `media` are the pictures of cards
    by their names, and worksheets are rendered from `assessments`. `diagnostic_filter` has the
    project's settings; it has been applied to `diagnostics` already. `rendered` and `files` are
    what the next snapshot need not render and read again.
    """

    decks: tuple[PreviewDeck, ...]
    diagnostics: tuple[PreviewDiagnostic, ...]
    media: Mapping[str, bytes]
    assessments: tuple[Assessment, ...]
    locator: ItemLocator
    diagnostic_filter: DiagnosticFilter
    rendered: RenderedEntries
    files: ReadFiles

    @property
    def errors(self) -> tuple[PreviewDiagnostic, ...]:
        """The diagnostics that are errors."""
        return tuple(each for each in self.diagnostics if each.is_error)


def take_snapshot(
    project: Project, names: Sequence[str] = (), before: ProjectSnapshot | None = None
) -> ProjectSnapshot:
    """Read the deck files `names` of `project`, or all if none, and render their cards.

    Files that have not changed since `before` are not read again, and cards that have not are not
    rendered again. This writes nothing outside of the cache, and never raises for what the files
    hold.
    """
    files = before.files if before else ReadFiles()
    workspace = Workspace.of(project, files=files)
    assessments: list[Assessment] = []
    decks: list[PreviewDeck] = []
    media: dict[str, bytes] = {}
    rendered = RenderedEntries(before.rendered if before else None)
    for path in deck_files(project, names):
        assessment = workspace.assessment(path)
        if assessment is None:
            continue
        assessments.append(assessment)
        planned = _plan(path, assessment, project, workspace)
        decks.append(_deck(assessment, planned, rendered))
        media.update(planned.media if planned else {})
    banks = {id(bank): bank for assessment in assessments for bank in assessment.banks}
    locator = ItemLocator(banks.values())
    reported = in_reading_order(workspace.diagnostics)
    return ProjectSnapshot(
        tuple(decks),
        tuple(locator.locate(diagnostic) for diagnostic in reported),
        media,
        tuple(assessments),
        locator,
        workspace.filter,
        rendered,
        files,
    )


def deck_files(project: Project, names: Sequence[str]) -> list[Path]:
    """Return the paths of the deck files `names`, or of all of `project` if none.

    Raises:
        FileNotFoundError: The project has no deck file.
    """
    paths = [project.deck_file(name) for name in names] or project.deck_files()
    if not paths:
        raise FileNotFoundError(f"{project.decks} holds no deck file")
    return paths


def _plan(
    path: Path, assessment: Assessment, project: Project, workspace: Workspace
) -> Plan | None:
    anki = ANKI.of(assessment)
    if anki is None:
        return None
    ledger = workspace.history(path, assessment, package_of(path, project)).ledger
    keeper = keeper_for(assessment, anki, workspace.records)
    return plan(anki, assessment.bank, ledger, ledger.created, keeper=keeper)


def _deck(assessment: Assessment, planned: Plan | None, rendered: RenderedEntries) -> PreviewDeck:
    bank, anki = assessment.bank, ANKI.of(assessment)
    notes: dict[str, list[PlannedNote]] = {}
    for note in planned.notes if planned else ():
        notes.setdefault(note.key.item, []).append(note)
    items = [question.item for question in anki.questions] if anki else []
    return PreviewDeck(
        name=assessment.name,
        title=anki.name if anki else bank.title.plain,
        language=bank.language,
        topics={topic.id: topic.title.plain for topic in bank.topics},
        entries=tuple(
            rendered.entry(item, bank, notes.get(planned.ledger.identity(item), ()))
            for item in items
            if planned
        ),
    )
