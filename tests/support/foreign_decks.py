"""Decks in the manner of strangers, and every card of a collection as Anki renders it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import genanki
from anki.collection import Collection
from anki.import_export_pb2 import ImportAnkiPackageOptions, ImportAnkiPackageRequest

_UNSEEN = re.compile(r"<(script|style)\b.*?</\1>|<!--.*?-->|\[anki:[^\]]*\]", re.S | re.I)
_TAG = re.compile(r"<[^<>]*>")
_HIDDEN = re.compile(r"<(div|span)\b[^<>]*(?:display:\s*none|\bhidden\b)[^<>]*>.*?</\1>", re.S)
_HINT_LINK = re.compile(r"<a class=hint\b.*?</a>|<details\b.*?</details>", re.S)
_WORD = re.compile(r"[^\W_]+")


class RenderedCard(NamedTuple):
    """A card as a learner sees it: the words on its sides."""

    guid: str
    ordinal: int
    front: frozenset[str]
    back: frozenset[str]


def deck_of(
    folder: Path,
    fields: tuple[str, ...],
    templates: tuple[tuple[str, str], ...],
    notes: tuple[tuple[str, ...], ...],
    *,
    cloze: bool = False,
) -> Path:
    """A package with a note type of one's own. Gives its path."""
    model = genanki.Model(
        1_700_000_001,
        "Of a stranger",
        fields=[{"name": name} for name in fields],
        templates=[
            {"name": f"Card {number}", "qfmt": front, "afmt": back}
            for number, (front, back) in enumerate(templates, 1)
        ],
        model_type=genanki.Model.CLOZE if cloze else genanki.Model.FRONT_BACK,
    )
    deck = genanki.Deck(1_700_000_002, "World::Strange")
    for number, values in enumerate(notes, 1):
        deck.add_note(genanki.Note(model, list(values), guid=f"g{number}", tags=["vocab"]))
    path = folder / "stranger.apkg"
    genanki.Package(deck).write_to_file(str(path))
    return path


def rendered(package: Path, folder: Path) -> list[RenderedCard]:
    """Every card of `package`, as a new collection in `folder` shows it."""
    folder.mkdir()
    collection = Collection(str(folder / "c.anki2"))
    try:
        collection.import_anki_package(
            ImportAnkiPackageRequest(package_path=str(package), options=ImportAnkiPackageOptions())
        )
        return list(_cards(collection))
    finally:
        collection.close()


def _cards(collection: Collection) -> Iterator[RenderedCard]:
    for card_id in collection.find_cards("", order="n.id asc, c.ord asc"):
        card = collection.get_card(card_id)
        shown = card.render_output()
        front = words(shown.question_text)
        yield RenderedCard(card.note().guid, card.ord, front, words(shown.answer_text))


def words(shown: str) -> frozenset[str]:
    """The words that a learner sees in the HTML of a card before any click."""
    seen = _HIDDEN.sub(" ", _HINT_LINK.sub(" ", _UNSEEN.sub(" ", shown)))
    pictures = " ".join(re.findall(r'src="([^"]+)"', seen))
    seen = re.sub(r"\[\[type:[^\]]*\]\]|\[\.\.\.\]", " ", re.sub(r"</?(ruby|rb)>", "", seen))
    text = html.unescape(_TAG.sub(" ", seen))
    return frozenset(_WORD.findall(f"{text} {pictures}".casefold()))
