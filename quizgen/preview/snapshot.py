"""Read a project once: its cards, its assessments and its diagnostics."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from quizgen.checks.filter import DiagnosticFilter
from quizgen.commands.workspace import Workspace
from quizgen.model.assessment import Assessment
from quizgen.model.bank import Bank
from quizgen.model.dataclass import dataclass
from quizgen.model.diagnostics import in_reading_order
from quizgen.model.item import GapFill, Item
from quizgen.model.text.gaps import GapText
from quizgen.preview.cards import PreviewCard, cards_of
from quizgen.preview.diagnostics import ItemLocator, PreviewDiagnostic, item_key
from quizgen.project.layout import Project, package_of
from quizgen.reporting.concise import display_path
from quizgen.writers.anki.deck_part import ANKI
from quizgen.writers.anki.planning import Plan, plan


class PreviewEntry(NamedTuple):
    """An item and its cards; `text` is what the search looks in, `place` the path and line."""

    key: str
    id: str
    type: str
    topic: str
    difficulty: str
    points: int
    tags: tuple[str, ...]
    question: str
    text: str
    place: str
    cards: tuple[PreviewCard, ...]


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
    project's settings; it has been applied to `diagnostics` already.
    """

    decks: tuple[PreviewDeck, ...]
    diagnostics: tuple[PreviewDiagnostic, ...]
    media: Mapping[str, bytes]
    assessments: tuple[Assessment, ...]
    locator: ItemLocator
    diagnostic_filter: DiagnosticFilter

    @property
    def errors(self) -> tuple[PreviewDiagnostic, ...]:
        """The diagnostics that are errors."""
        return tuple(each for each in self.diagnostics if each.is_error)


def take_snapshot(project: Project, names: Sequence[str] = ()) -> ProjectSnapshot:
    """Read the deck files `names` of `project`, or all if none, and render their cards.

    This writes nothing, and never raises for what the files hold.
    """
    workspace = Workspace.of(project)
    assessments: list[Assessment] = []
    decks: list[PreviewDeck] = []
    media: dict[str, bytes] = {}
    for path in deck_files(project, names):
        assessment = workspace.assessment(path)
        if assessment is None:
            continue
        assessments.append(assessment)
        planned = _plan(path, assessment, project, workspace)
        decks.append(_deck(assessment, planned))
        media.update(planned.media if planned else {})
    locator = ItemLocator(bank for assessment in assessments for bank in assessment.banks)
    reported = in_reading_order(workspace.diagnostics)
    return ProjectSnapshot(
        tuple(decks),
        tuple(locator.locate(diagnostic) for diagnostic in reported),
        media,
        tuple(assessments),
        locator,
        workspace.filter,
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
    return plan(anki, assessment.bank, ledger, ledger.created)


def _deck(assessment: Assessment, planned: Plan | None) -> PreviewDeck:
    bank = assessment.bank
    cards: dict[str, list[PreviewCard]] = {}
    for note in planned.notes if planned else ():
        cards.setdefault(note.key.item, []).extend(cards_of(note.data))
    anki = ANKI.of(assessment)
    items = [question.item for question in anki.questions] if anki else []
    entries = [
        _entry(item, bank, cards.get(planned.ledger.identity(item), ()))
        for item in items
        if planned
    ]
    return PreviewDeck(
        name=assessment.name,
        title=anki.name if anki else bank.title.plain,
        language=bank.language,
        topics={topic.id: topic.title.plain for topic in bank.topics},
        entries=tuple(entries),
    )


def _entry(item: Item, bank: Bank, cards: Iterable[PreviewCard]) -> PreviewEntry:
    gaps = item.interaction.parts if isinstance(item.interaction, GapFill) else ()
    span = item.id.span
    shared = (item.case_stem,) if item.case_stem else ()
    texts = [text.plain for text in (*shared, *item.texts, *item.evidence)]
    return PreviewEntry(
        key=item_key(bank, item),
        id=item.id.value,
        type=item.type,
        topic=item.topic,
        difficulty=item.difficulty.value if item.difficulty else "",
        points=item.points,
        tags=tuple(tag.value for tag in item.tags),
        question=GapText(gaps).plain if gaps else item.stem.plain,
        text=" ".join([item.id.value, *texts, *(tag.value for tag in item.tags)]),
        place=f"{display_path(span.source.path)}:{span.line}",
        cards=tuple(cards),
    )
