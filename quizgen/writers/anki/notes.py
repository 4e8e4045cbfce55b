"""An item to the notes it becomes: usually one; a matching one a pair."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple, assert_never

from quizgen.model.assessment import Question
from quizgen.model.bank import Bank, Passage
from quizgen.model.item import (
    Choice,
    ExtendedText,
    GapFill,
    Item,
    Match,
    Numeric,
    Option,
    Order,
    Reveal,
    TextEntry,
)
from quizgen.model.ledger import NoteKey
from quizgen.model.text import same_key
from quizgen.model.translations import Translations
from quizgen.writers.anki import note_types
from quizgen.writers.anki.html import Html, escape
from quizgen.writers.anki.identity import guid, note_name
from quizgen.writers.anki.lists import listed, option_list, ordered_list
from quizgen.writers.anki.note_type import LANGUAGE_FIELD, NoteType


class Draft(NamedTuple):
    """A note of an item: its note type, and its own fields, field slug to HTML.

    `labels` tell it from the item's other notes of that type, the most telling first: a
    premise, then its response. Empty for an item's only note of a type.
    """

    note_type: NoteType
    fields: dict[str, str]
    labels: tuple[str, ...] = ()


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


def complete(
    draft: Draft,
    key: NoteKey,
    item: Item,
    bank: Bank,
    html: Html,
    words: Translations,
    imported: str | None,
) -> NoteData:
    """`draft` with its identity, its cards, and what every note of `item` has.

    `imported` is the guid of the note that `item` came from, if it came from one.
    """
    content = {
        "id": escape(note_name(bank.id, key)),
        **draft.fields,
        "explain": html.text(item.explain),
        "source": source_html(item, bank, html, words),
        LANGUAGE_FIELD.slug: bank.language,
    }
    ordinals = (
        cloze_ordinals(item.interaction)
        if isinstance(item.interaction, GapFill)
        else tuple(draft.note_type.ordinals(content))
    )
    return NoteData(draft.note_type, guid(bank.id, key, imported), content, ordinals, tags_of(item))


def tags_of(item: Item) -> tuple[str, ...]:
    difficulty = (f"difficulty::{item.difficulty.value}",) if item.difficulty else ()
    return (f"topic::{item.topic}", *difficulty, *(tag.value for tag in item.tags))


def source_html(item: Item, bank: Bank, html: Html, words: Translations) -> str:
    """Where the answer comes from: a line a quote, a line a reference."""
    lines = []
    for quote in item.evidence:
        number = bank.passage.number(quote.plain) if bank.passage else None
        opening, closing = words.quoted(number)
        lines.append(f"{opening}{_in_language(html.text(quote), bank.passage)}{closing}")
    lines += [html.text(reference) for reference in item.references]
    return "<br>".join(lines)


def _in_language(quote: str, passage: Passage | None) -> str:
    """`quote`, HTML, with the language it is in where that is not the card's."""
    if passage is None or passage.language is None:
        return quote
    return f'<span lang="{escape(passage.language)}" dir="auto">{quote}</span>'


def cloze_ordinals(gap_fill: GapFill) -> tuple[int, ...]:
    """One card a gap number."""
    return tuple(sorted({gap.number - 1 for gap in gap_fill.gaps}))


def drafts_of(question: Question, html: Html, words: Translations) -> Iterator[Draft]:
    """Yield the notes of one item: usually one."""
    stem = html.text(question.item.stem)
    interaction = question.item.interaction
    match interaction:
        case Reveal():
            yield Draft(note_types.FLASHCARD, _flashcard(html, stem, interaction))
        case Choice():
            yield Draft(note_types.CHOICE, _choice(html, stem, interaction, question.order, words))
        case TextEntry():
            yield Draft(note_types.TYPED, _text_entry(html, stem, interaction, words))
        case Numeric():
            yield Draft(note_types.TYPED, _numeric(html, stem, interaction, words))
        case GapFill(parts=parts):
            yield Draft(note_types.CLOZE, {"text": html.cloze(parts)})
        case Match():
            yield from _match(html, stem, interaction)
        case Order():
            yield from _order(html, stem, interaction, question.order, words)
        case ExtendedText():
            yield Draft(note_types.ESSAY, _essay(html, stem, interaction, words))
        case _:
            assert_never(interaction)


def _flashcard(html: Html, stem: str, reveal: Reveal) -> dict[str, str]:
    return {
        "front": stem,
        "back": html.text(reveal.back),
        "reversed": "1" if reveal.reversed else "",
    }


def _choice(
    html: Html, stem: str, choice: Choice, order: tuple[int, ...], words: Translations
) -> dict[str, str]:
    keys = len(choice.keys)
    return {
        "stem": stem,
        "options": option_list(html, [choice.options[i] for i in order], fixed=choice.fixed),
        "hint": words.choose(keys) if keys > 1 else "",
    }


def _text_entry(html: Html, stem: str, entry: TextEntry, words: Translations) -> dict[str, str]:
    accepted = ", ".join(
        f'<span class="variant">{html.text(text)}</span>' for text in entry.accepted
    )
    opening, closing = words.also_right
    return {
        "stem": stem,
        "answer": escape(entry.answer.plain),
        "also": f"{opening}{accepted}{closing}" if accepted else "",
    }


def _numeric(html: Html, stem: str, numeric: Numeric, words: Translations) -> dict[str, str]:
    return {
        "stem": stem,
        "answer": escape(numeric.written),
        "unit": html.text(numeric.unit),
        "also": _tolerance(numeric, words) if numeric.tolerance else "",
    }


def _tolerance(numeric: Numeric, words: Translations) -> str:
    said = words.tolerance(numeric.tolerance)
    data = f'data-answer="{numeric.value}" data-tolerance="{numeric.tolerance}"'
    return f"<span {data}>{said}</span>"


def _match(html: Html, stem: str, match: Match) -> Iterator[Draft]:
    """Yield a note a pair.

    The responses are sorted, so that moving pairs in the bank changes no note.
    """
    order = sorted(range(len(match.responses)), key=lambda i: same_key(match.responses[i]))
    for premise, index in zip(match.premises, match.key, strict=True):
        options = [Option(match.responses[i], is_key=i == index) for i in order]
        fields = {
            "stem": stem,
            "premise": html.text(premise),
            "response": html.text(match.responses[index]),
            "responses": option_list(html, options),
        }
        yield Draft(note_types.MATCHING, fields, (fields["premise"], fields["response"]))


def _order(
    html: Html, stem: str, order: Order, shown: tuple[int, ...], words: Translations
) -> Iterator[Draft]:
    events = [(html.text(event.text), escape(event.date or "")) for event in order.events]
    dated = [f'<span class="date">{date}</span> {text}' if date else text for text, date in events]
    fields = {
        "stem": stem,
        "shuffled": listed("ul", "events", [events[i][0] for i in shown]),
        "ordered": ordered_list(dated, shown),
    }
    yield Draft(note_types.ORDERING, fields)
    for text, date in events:
        if date:
            fields = {"prompt": words.when, "event": text, "date": date}
            yield Draft(note_types.DATE, fields, (text, date))


def _essay(html: Html, stem: str, essay: ExtendedText, words: Translations) -> dict[str, str]:
    rubric = [
        f"{html.text(criterion.text)} ({words.criterion_points(criterion.points)})"
        for criterion in essay.rubric
    ]
    return {
        "stem": stem,
        "answer": html.text(essay.answer),
        "rubric": listed("ul", "rubric", rubric) if rubric else "",
    }
