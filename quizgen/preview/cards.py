"""Render notes as the cards that a learner will see."""

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
"""Formulas between MathJax's delimiters, which the Anki writer writes for nothing else."""


_SOUND = re.compile(r"\[sound:(quizgen-[0-9a-f]{24}\.[a-z0-9]+)\]")
"""A sound that the Anki writer plays: in the texts of authors, the bracket is an entity."""

_SPEECH = re.compile(r"\[anki:tts lang=[a-z]+_[A-Z]+\](.*?)\[/anki:tts\]", re.DOTALL)
"""Words that Anki says aloud. The preview shows them: a browser may have no such voice."""


class CardSide(NamedTuple):
    """A side of a card: HTML without scripts, and its scripts as indexes in `card_scripts`."""

    html: str
    scripts: tuple[int, ...]


class PreviewCard(NamedTuple):
    """A card of a note; `digest` changes with anything that a learner sees on the card."""

    name: str
    front: CardSide
    back: CardSide
    digest: str


def cards_of(note: NoteData) -> tuple[PreviewCard, ...]:
    """Return the cards of `note`, in Anki's order."""
    return tuple(_card(note, ordinal) for ordinal in note.ordinals)


def card_scripts() -> tuple[str, ...]:
    """Return the scripts in the templates of all note types, each once."""
    templates = [template for note_type in NOTE_TYPES for template in note_type.templates]
    sides = [side for template in templates for side in (template.front, template.back)]
    return tuple(dict.fromkeys(script for side in sides for script in _SCRIPT.findall(side)))


def _card(note: NoteData, ordinal: int) -> PreviewCard:
    note_type = note.note_type
    template = note_type.templates[0 if note_type.is_cloze else ordinal]
    gap = ordinal + 1 if note_type.is_cloze else 0
    names = [field.name for field in note_type.fields]
    fields = dict(zip(names, note_type.values(note.content), strict=True))
    front = _side(template.front, fields, CardPlace(Side.FRONT, gap))
    back = _side(template.back, {**fields, "FrontSide": front.html}, CardPlace(Side.BACK, gap))
    digest = hashlib.sha256(repr((front, back)).encode()).hexdigest()[:16]
    return PreviewCard(_name(note_type, ordinal), front, back, digest)


def _name(note_type: NoteType, ordinal: int) -> str:
    """Return the name that Anki gives to the card with this `ordinal`."""
    template = note_type.templates[0 if note_type.is_cloze else ordinal]
    return f"{template.name} {ordinal + 1}" if note_type.is_cloze else template.name


def _side(template: str, fields: dict[str, str], place: CardPlace) -> CardSide:
    markup, scripts = _split(template)
    content = _SOUND.sub(r'<audio controls src="\1"></audio>', fill(markup, fields, place))
    content = _SPEECH.sub('<div class="prompt">\U0001f50a \\1</div>', content)
    return CardSide(_MATH.sub(_as_source, content.rstrip()), scripts)


@cache
def _split(template: str) -> tuple[str, tuple[int, ...]]:
    """Return `template` without its scripts, and the indexes of the scripts in `card_scripts`."""
    known = card_scripts()
    scripts = tuple(known.index(script) for script in _SCRIPT.findall(template))
    return _SCRIPT.sub("", template), scripts


def _as_source(formula: re.Match[str]) -> str:
    """Return a formula as its author wrote it: MathJax is a part of Anki, not of the preview."""
    return f'<code class="tex">{formula[0]}</code>'
