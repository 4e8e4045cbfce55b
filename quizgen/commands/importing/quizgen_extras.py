"""What quizgen's cards have beside question and answer: hints, speech, and the wish to flip."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from quizgen.commands.importing.field_converter import FieldConverter
from quizgen.commands.importing.html_tree import parse_html
from quizgen.commands.importing.quizgen_notes import QuizgenNote
from quizgen.model.text.markdown import visible
from quizgen.readers.yaml.emit import Value
from quizgen.writers.anki.note_type import ANSWER_SPEECH_FIELD, HINT_FIELD

_SPEECH = "[anki:tts "


def extras_of(content: Mapping[str, str], converter: FieldConverter) -> dict[str, Value]:
    """Return the keys ``hint`` and ``speak`` of an item, of whose first note `content` is."""
    below, answer_speech = (
        content.get(HINT_FIELD.slug, ""),
        content.get(ANSWER_SPEECH_FIELD.slug, ""),
    )
    values: dict[str, Value] = {}
    details = next(parse_html(visible(below)).find("details"), None)
    if details is not None:
        hint = [node for block in details.find("div") for node in block.children]
        if written := converter.to_markdown(hint):
            values["hint"] = written
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
