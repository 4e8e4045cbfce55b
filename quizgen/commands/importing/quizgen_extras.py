"""What quizgen's cards have beside question and answer: hints, speech, and the wish to flip."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from quizgen.commands.importing.field_converter import FieldConverter
from quizgen.commands.importing.html_tree import parse_html
from quizgen.commands.importing.quizgen_notes import QuizgenItem, QuizgenNote
from quizgen.model.text.markdown import visible
from quizgen.readers.yaml.emit import Value
from quizgen.writers.anki.note_type import ANSWER_SPEECH_FIELD, HINT_FIELD

_SPEECH = "[anki:tts "


def hint_of(content: Mapping[str, str], converter: FieldConverter) -> str:
    """Return the hint on the front of a note with this `content`, or an empty text."""
    details = next(parse_html(visible(content.get(HINT_FIELD.slug, ""))).find("details"), None)
    if details is None:
        return ""
    return converter.to_markdown([n for block in details.find("div") for n in block.children])


def hint_of_whole(item: QuizgenItem, converter: FieldConverter) -> str:
    """Return the hint of `item` itself: of a matching question, the one that all its pairs have."""
    hints = {hint_of(note.content, converter) for note in item.first_type}
    return hints.pop() if len(hints) == 1 else ""


def extras_of(item: QuizgenItem, converter: FieldConverter) -> dict[str, Value]:
    """Return the keys ``hint`` and ``speak`` of `item`."""
    content = item.first.content
    below, answer_speech = (
        content.get(HINT_FIELD.slug, ""),
        content.get(ANSWER_SPEECH_FIELD.slug, ""),
    )
    values: dict[str, Value] = {}
    if hint := hint_of_whole(item, converter):
        values["hint"] = hint
    if _SPEECH in below or _SPEECH in answer_speech:
        values["speak"] = "true"
    return values


def flips_after_choosing(notes: Iterable[QuizgenNote]) -> bool:
    """Return whether the cards of `notes` show their answer once an option is chosen."""
    return any(
        "flips" in options.classes
        for note in notes
        for slug in ("options", "responses")
        for options in parse_html(note.content.get(slug, "")).find("ol")
    )
