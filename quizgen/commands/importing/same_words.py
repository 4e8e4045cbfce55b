"""Whether an entry says what the cards of its notes say. A package may hold an entry that lies."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from quizgen.assemble.shuffle import display_order
from quizgen.commands.importing.html_tree import HtmlElement, parse_html
from quizgen.commands.importing.quizgen_notes import QuizgenItem
from quizgen.model.assessment import Question
from quizgen.model.bank import Bank
from quizgen.model.hints import hints_of_parts
from quizgen.model.item import Item, Numeric, Order, TextEntry
from quizgen.model.ledger import NoteKey
from quizgen.model.text.markdown import visible
from quizgen.model.translations import Translations
from quizgen.writers.anki.deck_part import ANKI_FORM
from quizgen.writers.anki.html import Html
from quizgen.writers.anki.note_type import ENTRY_FIELD, NoteType
from quizgen.writers.anki.notes import complete, drafts_of

_SHUFFLED = frozenset(("options", "responses"))
_COMPARED = _SHUFFLED | frozenset(
    (
        *("front", "back", "reversed", "stem", "answer", "unit", "text", "premise", "response"),
        *("ordered", "event", "date", "spare-2"),
    )
)
"""Slugs of fields that hold an author's words alone. Others also have words of quizgen's, which a
later version may put otherwise; there, the author's must be among them."""


class Agreement(NamedTuple):
    """How an item agrees with notes.

    `in_words` says whether its notes would have the same words, the same keys, and the same files
    and links; `in_order` whether their options would stand in the same order.
    """

    in_words: bool
    in_order: bool


def agreement(item: Item, notes: QuizgenItem, bank: Bank, media: Mapping[str, str]) -> Agreement:
    """Compare `item` of `bank` with `notes`; `media` maps names in texts to those in the notes."""
    html, words = Html(media), Translations(bank.language)
    question = Question(1, item, display_order(item, bank.id, ANKI_FORM))
    drafted = []
    for draft in drafts_of(question, html, words):
        key = NoteKey(item.id.value, 0, draft.note_type.slug)
        content = complete(draft, key, item, bank, html, words, None).content
        drafted.append((draft.note_type, content))
    there = [(n.note_type, n.content) for group in notes.notes.values() for n in group]
    on_cards = "".join(
        _letters(value)
        for _, content in there
        for slug, value in content.items()
        if slug != ENTRY_FIELD.slug
    )
    in_words = _essences(drafted) == _essences(there) and all(
        _letters(text) in on_cards for text in _further_texts(item, html)
    )
    return Agreement(in_words, _orders(drafted) == _orders(there))


_Contents = Iterable[tuple[NoteType, Mapping[str, str]]]


def _essences(notes: _Contents) -> list[tuple[object, ...]]:
    """Return what is compared of each of `notes`, sorted: their order does not count."""
    essences = []
    for note_type, content in notes:
        slugs = [field.slug for field in note_type.fields if field.slug in _COMPARED]
        parts = [_essence(slug, content.get(slug, "")) for slug in slugs]
        essences.append((note_type.slug, *parts))
    return sorted(essences, key=repr)


def _essence(slug: str, field: str) -> tuple[object, ...]:
    tree = parse_html(visible(field))
    files = sorted(element.attributes.get("src", "") for element in tree.find("img", "audio"))
    links = sorted(element.attributes.get("href", "") for element in tree.find("a"))
    parts: object = _squeezed(tree.plain)
    if slug in _SHUFFLED:
        parts = sorted((_squeezed(line.plain), "key" in line.classes) for line in _lines(tree))
    return parts, files, links


def _orders(notes: _Contents) -> list[list[str]]:
    """Return the options of each of `notes` in their order, sorted by notes."""
    return sorted(
        [_squeezed(line.plain) for line in _lines(parse_html(visible(content["options"])))]
        for _, content in notes
        if "options" in content
    )


def _lines(tree: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the lines of the list of options in `tree`; not those of lists inside of an option."""
    for outer in tree.find("ol"):
        yield from outer.find("li")


def _further_texts(item: Item, html: Html) -> Iterator[str]:
    """Yield as HTML the texts of `item` that stand among words of quizgen's."""
    yield from map(html.text, (*item.evidence, *item.references, item.explain))
    yield html.quiet_text(item.hint)
    for _, hint in hints_of_parts(item.interaction):
        yield html.quiet_text(hint)
    match item.interaction:
        case Order(events=events):
            yield from (html.text(event.proof.explain) for event in events)
        case TextEntry(accepted=accepted):
            yield from map(html.text, accepted)
        case Numeric(tolerance=tolerance) if tolerance:
            yield item.interaction.written_tolerance


def _letters(html: str) -> str:
    return _squeezed(parse_html(visible(html)).plain)


def _squeezed(text: str) -> str:
    """Return `text` without white space, in Unicode's NFC."""
    return "".join(unicodedata.normalize("NFC", text).split())
