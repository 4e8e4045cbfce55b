"""The Anki writer: an assessment to an .apkg."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import PurePosixPath

from quizgen.assessment import AnkiDeck, Assessment, Subdecks
from quizgen.bank import Bank
from quizgen.text import Text
from quizgen.writers.anki.html import Html, media_name
from quizgen.writers.anki.identity import deck_id
from quizgen.writers.anki.notes import notes_of
from quizgen.writers.anki.package import DeckData, StampedNote, package
from quizgen.writers.base import Artifact, Context


def write(assessment: Assessment, context: Context) -> Iterator[Artifact]:
    """One package for the deck file's Anki deck; nothing where it asks for none."""
    if assessment.anki is None:
        return
    media = assessment.bank.media.values()
    names = {picture.name: media_name(picture.name, picture.content) for picture in media}
    content = package(
        _decks(assessment.anki, assessment.bank, Html(names), context.built),
        {names[picture.name]: picture.content for picture in media},
        files(__package__).joinpath("style.css").read_text(encoding="utf-8"),
        first_id=context.built * 1000,
        note_types_modified=context.built,
    )
    yield Artifact(PurePosixPath(f"{assessment.name}.apkg"), content)


def _decks(anki: AnkiDeck, bank: Bank, html: Html, built: int) -> Iterator[DeckData]:
    """The deck, then a subdeck a topic if wanted. New cards come in the author's order."""
    stamped: dict[str, list[StampedNote]] = {anki.name: []}
    titles = {topic.id: _level(topic.title) for topic in bank.topics}
    due = 0
    for question in anki.questions:
        name = anki.name
        if anki.subdecks is Subdecks.TOPIC:
            name += "::" + titles[question.item.topic]
        notes = stamped.setdefault(name, [])
        for note in notes_of(question, bank, html):
            due += 1
            notes.append(StampedNote(note, built, due))
    for name, notes in stamped.items():
        description = html.text(anki.description) if name == anki.name else ""
        yield DeckData(deck_id(bank.id, name), name, description, notes)


def _level(title: Text) -> str:
    """A topic's title as one level of a deck's name: ``::`` and quotes mean something there."""
    return title.plain.replace("::", ":").replace('"', "'").strip()
