"""An item to the notes it becomes: usually one; a matching one a pair."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import assert_never

from quizgen.assessment import Question
from quizgen.bank import Bank
from quizgen.item import (
    Choice,
    ExtendedText,
    GapFill,
    Item,
    Match,
    Numeric,
    Order,
    Reveal,
    TextEntry,
)
from quizgen.writers.anki import note_types, words
from quizgen.writers.anki.html import Html, escape
from quizgen.writers.anki.identity import guid
from quizgen.writers.anki.lists import listed, option_list
from quizgen.writers.anki.note_type import NoteType


@dataclass(frozen=True, slots=True)
class NoteData:
    """A note before it goes into a collection.

    `content` maps field slugs to HTML, `ordinals` are its cards (0-based templates, or
    cloze numbers less one).
    """

    note_type: NoteType
    guid: str
    content: Mapping[str, str]
    ordinals: tuple[int, ...]
    tags: tuple[str, ...]


_MAIN = ""
"""The part of an item's only or first note."""


def notes_of(question: Question, bank: Bank, html: Html) -> Iterator[NoteData]:
    """The notes of one item, each with its identity, tags and source."""
    item = question.item
    shared = {"explain": html.text(item.explain), "source": source_html(item, bank, html)}
    tags = tags_of(item)
    for part, note_type, own in _parts(question, html):
        name = f"{bank.id}/{item.id.value}" + (f"/{part}" if part else "")
        content = {"id": escape(name), **own, **shared}
        ordinals = (
            cloze_ordinals(item.interaction)
            if isinstance(item.interaction, GapFill)
            else tuple(note_type.ordinals(content))
        )
        yield NoteData(note_type, guid(bank.id, item.id.value, part), content, ordinals, tags)


def tags_of(item: Item) -> tuple[str, ...]:
    difficulty = (f"difficulty::{item.difficulty.value}",) if item.difficulty else ()
    return (f"topic::{item.topic}", *difficulty, *(tag.value for tag in item.tags))


def source_html(item: Item, bank: Bank, html: Html) -> str:
    """Where the answer comes from: a line a quote, a line a reference."""
    lines = []
    for quote in item.evidence:
        number = bank.passage.find(quote.plain) if bank.passage else None
        lines.append(words.PASSAGE.format(number=number or "?", quote=html.text(quote)))
    lines += [html.text(reference) for reference in item.references]
    return "<br>".join(lines)


def cloze_ordinals(gap_fill: GapFill) -> tuple[int, ...]:
    """One card a gap number."""
    return tuple(sorted({gap.number - 1 for gap in gap_fill.gaps}))


def _parts(question: Question, html: Html) -> Iterator[tuple[str, NoteType, dict[str, str]]]:
    """For each note of an item: which part of it, its note type, and its own fields."""
    stem = html.text(question.item.stem)
    interaction = question.item.interaction
    match interaction:
        case Reveal():
            yield _MAIN, note_types.FLASHCARD, _flashcard(html, stem, interaction)
        case Choice():
            yield _MAIN, note_types.CHOICE, _choice(html, stem, interaction, question.order)
        case TextEntry():
            yield _MAIN, note_types.TYPED, _text_entry(html, stem, interaction)
        case Numeric():
            yield _MAIN, note_types.TYPED, _numeric(html, stem, interaction)
        case GapFill(parts=parts):
            yield _MAIN, note_types.CLOZE, {"text": html.cloze(parts)}
        case Match():
            yield from _match(html, stem, interaction, question.order)
        case Order():
            yield from _order(html, stem, interaction, question.order)
        case ExtendedText():
            yield _MAIN, note_types.ESSAY, _essay(html, stem, interaction)
        case _:
            assert_never(interaction)


def _flashcard(html: Html, stem: str, reveal: Reveal) -> dict[str, str]:
    return {
        "front": stem,
        "back": html.text(reveal.back),
        "reversed": "1" if reveal.reversed else "",
    }


def _choice(html: Html, stem: str, choice: Choice, order: tuple[int, ...]) -> dict[str, str]:
    keys = len(choice.keys)
    return {
        "stem": stem,
        "options": option_list(html, [choice.options[i] for i in order]),
        "hint": words.CHOOSE_ALL.format(count=keys) if keys > 1 else "",
    }


def _text_entry(html: Html, stem: str, entry: TextEntry) -> dict[str, str]:
    accepted = ", ".join(html.text(text) for text in entry.accepted)
    return {
        "stem": stem,
        "answer": escape(entry.answer.plain),
        "also": words.ALSO_RIGHT.format(answers=accepted) if accepted else "",
    }


def _numeric(html: Html, stem: str, numeric: Numeric) -> dict[str, str]:
    return {
        "stem": stem,
        "answer": escape(numeric.written),
        "unit": html.text(numeric.unit),
        "also": words.TOLERANCE.format(tolerance=numeric.tolerance) if numeric.tolerance else "",
    }


def _match(
    html: Html, stem: str, match: Match, order: tuple[int, ...]
) -> Iterator[tuple[str, NoteType, dict[str, str]]]:
    responses = listed("ul", "responses", [html.text(match.responses[i]) for i in order])
    for number, (premise, index) in enumerate(zip(match.premises, match.key, strict=True), 1):
        yield (
            str(number),
            note_types.MATCHING,
            {
                "stem": stem,
                "premise": html.text(premise),
                "response": html.text(match.responses[index]),
                "responses": responses,
            },
        )


def _order(
    html: Html, stem: str, order: Order, shown: tuple[int, ...]
) -> Iterator[tuple[str, NoteType, dict[str, str]]]:
    events = [html.text(event.text) for event in order.events]
    dated = [
        f'<span class="date">{escape(event.date)}</span> {event_html}' if event.date else event_html
        for event, event_html in zip(order.events, events, strict=True)
    ]
    yield (
        _MAIN,
        note_types.ORDERING,
        {
            "stem": stem,
            "shuffled": listed("ul", "events", [events[i] for i in shown]),
            "ordered": listed("ol", "events", dated),
        },
    )
    for number, (event, event_html) in enumerate(zip(order.events, events, strict=True), 1):
        if event.date:
            content = {"prompt": words.WHEN, "event": event_html, "date": escape(event.date)}
            yield str(number), note_types.DATE, content


def _essay(html: Html, stem: str, essay: ExtendedText) -> dict[str, str]:
    rubric = [
        f"{html.text(criterion.text)} ({words.POINTS.format(points=criterion.points)})"
        for criterion in essay.rubric
    ]
    return {
        "stem": stem,
        "answer": html.text(essay.answer),
        "rubric": listed("ul", "rubric", rubric) if rubric else "",
    }
