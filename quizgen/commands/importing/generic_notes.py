"""Anyone's notes to questions, by what their templates show: no name is looked at.

So ``Basic`` is found in every language of Anki's, and in note types made by hand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from quizgen.commands.importing.field_converter import Carrier
from quizgen.commands.importing.unsupported import Loss
from quizgen.readers.apkg import ApkgNote, ApkgNoteType, ApkgTemplate
from quizgen.readers.yaml.emit import Value

_REFERENCE = re.compile(r"\{\{([^{}]*)\}\}")


class Reference(NamedTuple):
    """A field that a template shows, and the filters in front of it."""

    field: str
    filters: tuple[str, ...]


def read_foreign(
    note: ApkgNote, note_type: ApkgNoteType, carrier: Carrier
) -> dict[str, Value] | None:
    """The keys of the question that `note` asks, or None where it asks none."""
    fields = dict(zip(note_type.fields, note.fields, strict=False))
    read = _cloze if note_type.is_cloze else _card
    return read(note, note_type, fields, carrier)


def _cloze(
    note: ApkgNote, note_type: ApkgNoteType, fields: Mapping[str, str], carrier: Carrier
) -> dict[str, Value] | None:
    shown = [r for t in note_type.templates[:1] for r in (*_shown(t.front), *_shown(t.back))]
    name = next((r.field for r in shown if "cloze" in r.filters), "")
    html = fields.get(name, "")
    if "image-occlusion:" in html:
        carrier.note(Loss.IMAGE_OCCLUSION, html)
        return None
    text = carrier.cloze(html)
    if text is None:
        carrier.note(Loss.NO_GAP, html)
        return None
    others = [carrier.text(fields.get(r, "")) for r in _names(shown) if r != name]
    values: dict[str, Value] = {"type": "cloze", "text": text}
    return _with(values, explain=_paragraphs(others))


def _card(
    note: ApkgNote, note_type: ApkgNoteType, fields: Mapping[str, str], carrier: Carrier
) -> dict[str, Value] | None:
    first, others = _templates(note, note_type)
    if first is None:
        carrier.note(Loss.NO_CARD, " ".join(note.fields))
        return None
    texts = {name: carrier.text(html) for name, html in fields.items() if html.strip()}
    front, back = _shown(first.front), _shown(first.back)
    typed = next((r.field for r in front if "type" in r.filters), None)
    asked = [name for name in _names(front) if name != typed]
    answered = [name for name in _names(back) if name not in asked and name != typed]
    question = _paragraphs(texts.get(name, "") for name in asked)
    below = _paragraphs(texts.get(name, "") for name in answered)
    answer = below if typed is None else texts.get(typed, "")
    if not question or not answer:
        carrier.note(Loss.NO_CARD, " ".join(note.fields))
        return None
    _note_unshown(note_type, texts, carrier)
    reversed_card = [t for t in others if typed is None and _is_reverse(t, asked, answered, texts)]
    for _ in others[len(reversed_card) :]:
        carrier.note(Loss.EXTRA_CARD, question)
    if typed is not None:
        values: dict[str, Value] = {"type": "short_answer", "question": question, "answer": answer}
        return _with(values, explain=below)
    values = {"type": "flashcard", "front": question, "back": answer}
    return _with(values, reversed="true" if reversed_card else "")


def _templates(
    note: ApkgNote, note_type: ApkgNoteType
) -> tuple[ApkgTemplate | None, list[ApkgTemplate]]:
    """The template of the note's first card, and those of its others."""
    there = range(len(note_type.templates))
    places = sorted({card.ordinal for card in note.cards if card.ordinal in there}) or [0]
    templates = [note_type.templates[place] for place in places if place in there]
    return (templates[0], templates[1:]) if templates else (None, [])


def _shown(template: str) -> list[Reference]:
    """What a side of a card shows; conditions and Anki's own names are no fields."""
    found = []
    for match in _REFERENCE.finditer(template):
        *filters, name = match[1].strip().split(":")
        if name and name[0] not in "#^/!":
            found.append(Reference(name.strip(), tuple(part.strip() for part in filters)))
    return found


def _names(references: Iterable[Reference]) -> list[str]:
    return list(dict.fromkeys(reference.field for reference in references))


def _is_reverse(
    template: ApkgTemplate, asked: list[str], answered: list[str], texts: Mapping[str, str]
) -> bool:
    """Whether a card asks for the question from the answer."""
    front = [name for name in _names(_shown(template.front)) if texts.get(name)]
    back = [name for name in _names(_shown(template.back)) if texts.get(name)]
    return front == [name for name in answered if texts.get(name)] and set(back) - set(front) == {
        name for name in asked if texts.get(name)
    }


def _note_unshown(note_type: ApkgNoteType, texts: Mapping[str, str], carrier: Carrier) -> None:
    """Tell of fields with content that no template speaks of."""
    templates = "".join([template.front + template.back for template in note_type.templates])
    spoken_of = {
        inside.strip().lstrip("#^/").rpartition(":")[2] for inside in _REFERENCE.findall(templates)
    }
    for name, text in texts.items():
        if text and name not in spoken_of:
            carrier.note(Loss.UNSHOWN_FIELD, f"{name} = {text}")


def _paragraphs(texts: Iterable[str]) -> str:
    return "\n\n".join([text for text in texts if text])


def _with(values: dict[str, Value], **more: str) -> dict[str, Value]:
    """`values` with those of `more` that are not empty."""
    return {**values, **{key: value for key, value in more.items() if value}}
