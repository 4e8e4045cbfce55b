"""From notes to the cards that a learner will see."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from typing import NamedTuple

from quizgen.preview.template import CardPlace, Side, fill
from quizgen.writers.anki.note_type import NoteType
from quizgen.writers.anki.note_types import NOTE_TYPES
from quizgen.writers.anki.notes import NoteData

_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_MATH = re.compile(r"\\\(.*?\\\)|\\\[.*?\\\]", re.DOTALL)
"""A formula between MathJax's delimiters. The Anki writer escapes all other such delimiters."""


class Face(NamedTuple):
    """A side of a card: HTML without scripts, and the indices of its scripts in `card_scripts`."""

    html: str
    scripts: tuple[int, ...]


class Card(NamedTuple):
    """A card. `digest` is that of both sides, and changes with all that the card shows."""

    name: str
    front: Face
    back: Face
    digest: str


def cards_of(note: NoteData) -> tuple[Card, ...]:
    """Return the cards of `note`, in Anki's order."""
    return tuple(_card(note, ordinal) for ordinal in note.ordinals)


def card_scripts() -> tuple[str, ...]:
    """Return the scripts in the templates of all note types, without repetitions."""
    templates = [template for note_type in NOTE_TYPES for template in note_type.templates]
    sides = [side for template in templates for side in (template.front, template.back)]
    return tuple(dict.fromkeys(script for side in sides for script in _SCRIPT.findall(side)))


def _card(note: NoteData, ordinal: int) -> Card:
    """Return the card of `note` with `ordinal`: a template's index, or a gap's number less 1."""
    note_type = note.note_type
    template = note_type.templates[0 if note_type.is_cloze else ordinal]
    gap = ordinal + 1 if note_type.is_cloze else 0
    names = [field.name for field in note_type.fields]
    fields = dict(zip(names, note_type.values(note.content), strict=True))
    front = _face(template.front, fields, CardPlace(Side.FRONT, gap))
    back = _face(template.back, {**fields, "FrontSide": front.html}, CardPlace(Side.BACK, gap))
    digest = hashlib.sha256(repr((front, back)).encode()).hexdigest()[:16]
    return Card(_name(note_type, ordinal), front, back, digest)


def _name(note_type: NoteType, ordinal: int) -> str:
    """Return the name that Anki shows for the card with `ordinal`."""
    template = note_type.templates[0 if note_type.is_cloze else ordinal]
    return f"{template.name} {ordinal + 1}" if note_type.is_cloze else template.name


def _face(template: str, fields: dict[str, str], place: CardPlace) -> Face:
    """Return the side `place` of a card, with `fields` (name to HTML) filled into `template`."""
    markup, scripts = _split(template)
    return Face(_MATH.sub(_as_source, fill(markup, fields, place).rstrip()), scripts)


@cache
def _split(template: str) -> tuple[str, tuple[int, ...]]:
    """Return `template` without its scripts, and the indices of these in `card_scripts`."""
    known = card_scripts()
    scripts = tuple(known.index(script) for script in _SCRIPT.findall(template))
    return _SCRIPT.sub("", template), scripts


def _as_source(formula: re.Match[str]) -> str:
    """Return the HTML that shows `formula` as TeX: the preview does not have Anki's MathJax."""
    return f'<code class="tex">{formula[0]}</code>'
