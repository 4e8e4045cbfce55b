"""From anyone's notes to questions, by the fields that their templates show.

Names of note types and fields do not count. So ``Basic`` is recognised in all of Anki's languages,
and note types made by hand are read as well.
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
    """A field that a template shows, with the filters in front of its name."""

    field: str
    filters: tuple[str, ...]


def read_foreign(
    note: ApkgNote, note_type: ApkgNoteType, carrier: Carrier
) -> dict[str, Value] | None:
    """Return the keys of the question that `note` of `note_type` becomes.

    Return None where `note` is no question, once the loss is noted by `carrier`.
    """
    fields = dict(zip(note_type.fields, note.fields, strict=False))
    read = _cloze if note_type.is_cloze else _card
    return read(note, note_type, fields, carrier)


def _cloze(
    note: ApkgNote, note_type: ApkgNoteType, fields: Mapping[str, str], carrier: Carrier
) -> dict[str, Value] | None:
    """Return the keys of a cloze question; other fields that the card shows explain it."""
    references = [
        r for t in note_type.templates[:1] for r in (*_references(t.front), *_references(t.back))
    ]
    name = next((r.field for r in references if "cloze" in r.filters), "")
    html = fields.get(name, "")
    if "image-occlusion:" in html:
        carrier.note(Loss.IMAGE_OCCLUSION, html)
        return None
    text = carrier.cloze(html)
    if text is None:
        carrier.note(Loss.NO_GAP, html)
        return None
    others = [carrier.text(fields.get(r, "")) for r in _names(references) if r != name]
    values: dict[str, Value] = {"type": "cloze", "text": text}
    return _with(values, explain=_paragraphs(others))


def _card(
    note: ApkgNote, note_type: ApkgNoteType, fields: Mapping[str, str], carrier: Carrier
) -> dict[str, Value] | None:
    """Return the keys of a flashcard, or of a short answer where the card has a field to type."""
    first, others = _templates(note, note_type)
    if first is None:
        carrier.note(Loss.NO_CARD, " ".join(note.fields))
        return None
    texts = {name: carrier.text(html) for name, html in fields.items() if html.strip()}
    # 1. The question is what the front shows, the answer what only the back shows; where the
    #    learner types, the answer is that field, and the rest of the back explains it.
    front, back = _references(first.front), _references(first.back)
    typed = next((r.field for r in front if "type" in r.filters), None)
    question_fields = [name for name in _names(front) if name != typed]
    answer_fields = [name for name in _names(back) if name not in question_fields and name != typed]
    question = _paragraphs(texts.get(name, "") for name in question_fields)
    below = _paragraphs(texts.get(name, "") for name in answer_fields)
    answer = below if typed is None else texts.get(typed, "")
    if not question or not answer:
        carrier.note(Loss.NO_CARD, " ".join(note.fields))
        return None
    # 2. Of further cards, one may ask the other way round; the others are lost.
    _note_unshown(note_type, texts, carrier)
    reversed_card = [
        template
        for template in others
        if typed is None and _is_reverse(template, question_fields, answer_fields, texts)
    ]
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
    """Return the template of the first card of `note`, and those of its other cards.

    The template is None where `note_type` has none for it.
    """
    there = range(len(note_type.templates))
    places = sorted({card.ordinal for card in note.cards if card.ordinal in there}) or [0]
    templates = [note_type.templates[place] for place in places if place in there]
    return (templates[0], templates[1:]) if templates else (None, [])


def _references(template: str) -> list[Reference]:
    """Return the fields that a side of a card shows, without conditions and comments."""
    references = []
    for match in _REFERENCE.finditer(template):
        *filters, name = match[1].strip().split(":")
        if name and name[0] not in "#^/!":
            references.append(Reference(name.strip(), tuple(part.strip() for part in filters)))
    return references


def _names(references: Iterable[Reference]) -> list[str]:
    """Return the names of the fields of `references`, without repetitions."""
    return list(dict.fromkeys(reference.field for reference in references))


def _is_reverse(
    template: ApkgTemplate,
    question_fields: list[str],
    answer_fields: list[str],
    texts: Mapping[str, str],
) -> bool:
    """Return whether the card of `template` shows the answer and asks for the question.

    Fields that are empty in `texts` do not count.
    """
    front = [name for name in _names(_references(template.front)) if texts.get(name)]
    back = [name for name in _names(_references(template.back)) if texts.get(name)]
    is_answer = front == [name for name in answer_fields if texts.get(name)]
    return is_answer and set(back) - set(front) == {
        name for name in question_fields if texts.get(name)
    }


def _note_unshown(note_type: ApkgNoteType, texts: Mapping[str, str], carrier: Carrier) -> None:
    """Note as lost the fields among `texts` with content that no template names."""
    templates = "".join([template.front + template.back for template in note_type.templates])
    named = {
        inside.strip().lstrip("#^/").rpartition(":")[2] for inside in _REFERENCE.findall(templates)
    }
    for name, text in texts.items():
        if text and name not in named:
            carrier.note(Loss.UNSHOWN_FIELD, f"{name} = {text}")


def _paragraphs(texts: Iterable[str]) -> str:
    return "\n\n".join([text for text in texts if text])


def _with(values: dict[str, Value], **more: str) -> dict[str, Value]:
    """Return `values` with those of `more` that are not empty."""
    return {**values, **{key: value for key, value in more.items() if value}}
