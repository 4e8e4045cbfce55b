"""Convert notes that quizgen did not write to questions, by the fields that their cards show.

No name of a note type or field counts. So ``Basic`` is recognised in every language of Anki,
and so are note types that a teacher made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from quizgen.commands.importing.field_converter import FieldConverter
from quizgen.commands.importing.unsupported import ImportLoss
from quizgen.readers.apkg import ApkgNote, ApkgNoteType, ApkgTemplate
from quizgen.readers.yaml.emit import Value

_REFERENCE = re.compile(r"\{\{([^{}]*)\}\}")


class FieldReference(NamedTuple):
    """The name of a field in a template, and the filters in front of the name."""

    field: str
    filters: tuple[str, ...]


def read_generic_note(
    note: ApkgNote, note_type: ApkgNoteType, converter: FieldConverter
) -> dict[str, Value] | None:
    """Return the keys of the question that the cards of `note` ask, or None if they ask none."""
    fields = dict(zip(note_type.fields, note.fields, strict=False))
    convert = _cloze if note_type.is_cloze else _card
    return convert(note, note_type, fields, converter)


def _cloze(
    note: ApkgNote, note_type: ApkgNoteType, fields: Mapping[str, str], converter: FieldConverter
) -> dict[str, Value] | None:
    references = [
        r for t in note_type.templates[:1] for r in (*_references(t.front), *_references(t.back))
    ]
    name = next((r.field for r in references if "cloze" in r.filters), "")
    html = fields.get(name, "")
    if "image-occlusion:" in html:
        converter.report(ImportLoss.IMAGE_OCCLUSION, html)
        return None
    text = converter.to_cloze(html)
    if text is None:
        converter.report(ImportLoss.NO_GAP, html)
        return None
    others = [converter.to_markdown(fields.get(r, "")) for r in _names(references) if r != name]
    values: dict[str, Value] = {"type": "cloze", "text": text}
    return _with(values, explain=_paragraphs(others))


def _card(
    note: ApkgNote, note_type: ApkgNoteType, fields: Mapping[str, str], converter: FieldConverter
) -> dict[str, Value] | None:
    first, others = _templates(note, note_type)
    if first is None:
        converter.report(ImportLoss.NO_CARD, " ".join(note.fields))
        return None
    texts = {name: converter.to_markdown(html) for name, html in fields.items() if html.strip()}
    front, back = _references(first.front), _references(first.back)
    typed = next((r.field for r in front if "type" in r.filters), None)
    question_fields = [name for name in _names(front) if name != typed]
    answer_fields = [name for name in _names(back) if name not in question_fields and name != typed]
    question = _paragraphs(texts.get(name, "") for name in question_fields)
    below = _paragraphs(texts.get(name, "") for name in answer_fields)
    answer = below if typed is None else texts.get(typed, "")
    if not question or not answer:
        converter.report(ImportLoss.NO_CARD, " ".join(note.fields))
        return None
    _report_unused_fields(note_type, texts, converter)
    reversed_card = [
        t for t in others if typed is None and _is_reverse(t, question_fields, answer_fields, texts)
    ]
    for _ in others[len(reversed_card) :]:
        converter.report(ImportLoss.EXTRA_CARD, question)
    if typed is not None:
        values: dict[str, Value] = {"type": "short_answer", "question": question, "answer": answer}
        return _with(values, explain=below)
    values = {"type": "flashcard", "front": question, "back": answer}
    return _with(values, reversed="true" if reversed_card else "")


def _templates(
    note: ApkgNote, note_type: ApkgNoteType
) -> tuple[ApkgTemplate | None, list[ApkgTemplate]]:
    """Return the template of the first card of `note`, and the templates of the other cards."""
    valid = range(len(note_type.templates))
    ordinals = sorted({card.ordinal for card in note.cards if card.ordinal in valid}) or [0]
    templates = [note_type.templates[ordinal] for ordinal in ordinals if ordinal in valid]
    return (templates[0], templates[1:]) if templates else (None, [])


def _references(template: str) -> list[FieldReference]:
    """Return the fields that `template`, one side of a card, shows; conditions show none."""
    references = []
    for match in _REFERENCE.finditer(template):
        *filters, name = match[1].strip().split(":")
        if name and name[0] not in "#^/!":
            references.append(FieldReference(name.strip(), tuple(part.strip() for part in filters)))
    return references


def _names(references: Iterable[FieldReference]) -> list[str]:
    return list(dict.fromkeys(reference.field for reference in references))


def _is_reverse(
    template: ApkgTemplate,
    question_fields: list[str],
    answer_fields: list[str],
    texts: Mapping[str, str],
) -> bool:
    """Return whether the card of `template` shows the answer and asks for the question."""
    front = [name for name in _names(_references(template.front)) if texts.get(name)]
    back = [name for name in _names(_references(template.back)) if texts.get(name)]
    return front == [name for name in answer_fields if texts.get(name)] and set(back) - set(
        front
    ) == {name for name in question_fields if texts.get(name)}


def _report_unused_fields(
    note_type: ApkgNoteType, texts: Mapping[str, str], converter: FieldConverter
) -> None:
    """Report the fields with text that no template names."""
    templates = "".join([template.front + template.back for template in note_type.templates])
    named = {
        inside.strip().lstrip("#^/").rpartition(":")[2] for inside in _REFERENCE.findall(templates)
    }
    for name, text in texts.items():
        if text and name not in named:
            converter.report(ImportLoss.UNSHOWN_FIELD, f"{name} = {text}")


def _paragraphs(texts: Iterable[str]) -> str:
    return "\n\n".join([text for text in texts if text])


def _with(values: dict[str, Value], **more: str) -> dict[str, Value]:
    """Return `values` with those of `more` that are not empty."""
    return {**values, **{key: value for key, value in more.items() if value}}
