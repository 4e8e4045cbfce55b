"""All that the preview shows, as one value: what becomes of a project's files right now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from quizgen.checks.filter import DiagnosticFilter
from quizgen.commands.workspace import Workspace
from quizgen.model.assessment import Assessment
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import in_reading_order
from quizgen.model.item import GapFill, Item
from quizgen.model.text.gaps import GapText
from quizgen.preview.cards import Card, cards_of
from quizgen.preview.findings import Finding, Places, item_key
from quizgen.project.layout import Project, package_of
from quizgen.reporting.concise import shown_path
from quizgen.writers.anki.deck_part import ANKI
from quizgen.writers.anki.planning import Plan, plan


class PreviewEntry(NamedTuple):
    """An item and its cards. `text` is all that can be searched for, `place` its path and line."""

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
    cards: tuple[Card, ...]


class Deck(NamedTuple):
    """What a deck file gives to Anki. `topics` maps topics to their titles, in order."""

    name: str
    title: str
    language: str
    topics: Mapping[str, str]
    entries: tuple[PreviewEntry, ...]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The cards of some deck files, and all that was found wrong on the way.

    With `errors` among the findings it holds what could still be read. `media` are the
    cards' pictures by their names; `assessments` are what the worksheets are set from. `lint`
    has the project's settings: the findings are those that it wants to hear of.
    """

    decks: tuple[Deck, ...]
    findings: tuple[Finding, ...]
    media: Mapping[str, bytes]
    assessments: tuple[Assessment, ...]
    places: Places
    lint: DiagnosticFilter

    @property
    def errors(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.is_error)


def snapshot(project: Project, names: Sequence[str] = ()) -> Snapshot:
    """Read the deck files `names` (all of the project's if none) and draw their cards.

    Reads only. Never raises for what the files hold.
    """
    workspace = Workspace.of(project)
    assessments: list[Assessment] = []
    decks: list[Deck] = []
    media: dict[str, bytes] = {}
    for path in deck_files(project, names):
        assessment = workspace.assessment(path)
        if assessment is None:
            continue
        assessments.append(assessment)
        planned = _plan(path, assessment, project, workspace)
        decks.append(_deck(assessment, planned))
        media.update(planned.media if planned else {})
    places = Places(assessment.bank for assessment in assessments)
    found = in_reading_order(workspace.diagnostics)
    return Snapshot(
        tuple(decks),
        tuple(places.finding(diagnostic) for diagnostic in found),
        media,
        tuple(assessments),
        places,
        workspace.lint,
    )


def deck_files(project: Project, names: Sequence[str]) -> list[Path]:
    """The deck files that a user means by `names`. Raises FileNotFoundError for none."""
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


def _deck(assessment: Assessment, planned: Plan | None) -> Deck:
    bank = assessment.bank
    cards: dict[str, list[Card]] = {}
    for note in planned.notes if planned else ():
        cards.setdefault(note.key.item, []).extend(cards_of(note.data))
    anki = ANKI.of(assessment)
    items = [question.item for question in anki.questions] if anki else []
    entries = [
        _entry(item, bank, cards.get(planned.ledger.identity(item), ()))
        for item in items
        if planned
    ]
    return Deck(
        name=assessment.name,
        title=anki.name if anki else bank.title.plain,
        language=bank.language,
        topics={topic.id: topic.title.plain for topic in bank.topics},
        entries=tuple(entries),
    )


def _entry(item: Item, bank: Bank, cards: Iterable[Card]) -> PreviewEntry:
    gaps = item.interaction.parts if isinstance(item.interaction, GapFill) else ()
    span = item.id.span
    texts = [text.plain for text in (*item.texts, *item.evidence)]
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
        place=f"{shown_path(span.source.path)}:{span.line}",
        cards=tuple(cards),
    )
