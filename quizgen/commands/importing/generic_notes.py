"""Convert notes that quizgen did not write to questions, by what their cards show.

No name of a note type or field counts. So ``Basic`` is recognised in every language of Anki,
and so are note types that a teacher made.
"""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.commands.importing.cards.card_templates import CardTemplates
from quizgen.commands.importing.cards.sides import CardSides
from quizgen.commands.importing.field_converter import MAX_HTML_LENGTH, FieldConverter
from quizgen.commands.importing.html_tree import parse_html
from quizgen.commands.importing.unsupported import ImportLoss
from quizgen.model.text.markdown import visible
from quizgen.readers.apkg import ApkgNote
from quizgen.readers.yaml.emit import Value


def read_generic_note(
    note: ApkgNote, templates: CardTemplates, converter: FieldConverter
) -> dict[str, Value] | None:
    """Return the keys of the question that the cards of `note` ask, or None if they ask none."""
    cards = templates.cards_of(note)
    if templates.note_type.is_cloze:
        return _cloze(note, templates, cards, converter)
    return _card(note, templates, cards, converter)


def _cloze(
    note: ApkgNote,
    templates: CardTemplates,
    cards: Sequence[CardSides],
    converter: FieldConverter,
) -> dict[str, Value] | None:
    if any("image-occlusion:" in html for html in note.fields):
        converter.report(ImportLoss.IMAGE_OCCLUSION, subject(note))
        return None
    text = converter.to_cloze(cards[0].front) if cards else None
    if text is None:
        is_typed = any(
            loss is ImportLoss.TYPED_GAP for card in cards[:1] for loss, _ in card.losses
        )
        reason = ImportLoss.TYPED_GAP_ALONE if is_typed else ImportLoss.NO_GAP
        converter.report(reason, " ".join(note.fields))
        return None
    _report_card(cards[0], converter)
    for card in cards[1:]:
        if card.front != cards[0].front:
            converter.report(ImportLoss.EXTRA_CARD, plain(card.front))
    _report_unshown(note, templates, cards[0].fields, converter)
    values: dict[str, Value] = {"type": "cloze", "text": text}
    hint = converter.to_markdown(cards[0].hint)
    return _with(values, hint=hint, explain=converter.to_blocks(cards[0].back))


def _card(
    note: ApkgNote,
    templates: CardTemplates,
    cards: Sequence[CardSides],
    converter: FieldConverter,
) -> dict[str, Value] | None:
    for card in cards[:1]:
        _report_card(card, converter)
    if not cards or not cards[0].shows_field:
        converter.report(ImportLoss.NO_CARD, " ".join(note.fields))
        return None
    first, *others = cards
    question = converter.to_blocks(first.front)
    below = converter.to_blocks(first.back) if first.answers else ""
    hint = converter.to_markdown(first.hint)
    answer = converter.to_markdown(first.typed.html) if first.typed else below
    if not question or not answer:
        converter.report(ImportLoss.NO_CARD, " ".join(note.fields))
        return None
    is_reversed = False
    for card in others:
        if not is_reversed and not first.typed and _is_reverse(card, first):
            is_reversed = True
        else:
            converter.report(ImportLoss.EXTRA_CARD, plain(card.front))
    visible_fields = frozenset().union(*(card.fields for card in cards))
    _report_unshown(note, templates, visible_fields, converter)
    if first.typed:
        values: dict[str, Value] = {"type": "short_answer", "question": question, "answer": answer}
        return _with(values, hint=hint, explain=below)
    values = {"type": "flashcard", "front": question, "back": answer}
    return _with(values, hint=hint, reversed="true" if is_reversed else "")


def _is_reverse(card: CardSides, first: CardSides) -> bool:
    """Return whether `card` shows the answer of `first`, and asks for its question."""
    return (
        card.typed is None
        and plain(card.front) == plain(first.back)
        and plain(card.back) == plain(first.front)
    )


def _report_card(card: CardSides, converter: FieldConverter) -> None:
    for loss, what in card.losses:
        converter.report(loss, what)


def _report_unshown(
    note: ApkgNote,
    templates: CardTemplates,
    visible_fields: frozenset[str],
    converter: FieldConverter,
) -> None:
    """Report the fields with text that no card shows, and on which no condition depends."""
    for name, html in templates.fields_of(note).items():
        if name not in visible_fields and name not in templates.switches and (text := plain(html)):
            converter.report(ImportLoss.UNSHOWN_FIELD, f"{name} = {text}")


def subject(note: ApkgNote) -> str:
    """Return the text by which a teacher knows `note`: that of the first field that has one."""
    return next((text for html in note.fields if (text := plain(html))), f"note {note.id}")


def plain(html: str) -> str:
    """Return what a reader sees of `html`, pictures as their tags, on one line.

    Only the first `MAX_HTML_LENGTH` characters are read: no question is made of a longer field.
    """
    html = html[:MAX_HTML_LENGTH]
    root = parse_html(visible(html.replace("<br>", " ").replace("<div", " <div")))
    pictures = "".join([f" <img {e.attributes.get('src', '')}>" for e in root.find("img")])
    return " ".join((root.plain + pictures).split())


def _with(values: dict[str, Value], **more: str) -> dict[str, Value]:
    """Return `values` with those of `more` that are not empty."""
    return {**values, **{key: value for key, value in more.items() if value}}
