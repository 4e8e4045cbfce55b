"""What Anki's own voice says on a card: the question on its front, the answer on its back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from quizgen.model.item import (
    Choice,
    ExtendedText,
    GapFill,
    Item,
    Match,
    Numeric,
    Order,
    Reveal,
    TextEntry,
)
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.text import Run, Sound, Text, filled
from quizgen.model.text.runs import plain_text
from quizgen.model.translations import Translations
from quizgen.writers.anki.html import escape


class Spoken(NamedTuple):
    """The words that are spoken on the front of a note's cards, and on their backs."""

    question: str = ""
    answer: str = ""


SILENT = Spoken()


def spoken_parts(item: Item, words: Translations) -> Iterator[Spoken]:
    """Yield what is spoken of each note of `item`, in the order of its notes.

    The front of a gap is silent: it is a card for each gap, and only one text for all.
    """
    stem = " ".join(filter(None, (_speakable_text(item.case_stem), _speakable_text(item.stem))))
    interaction = item.interaction
    match interaction:
        case Reveal(back=back):
            yield Spoken(stem, _speakable_text(back))
        case Choice(keys=keys):
            yield Spoken(stem, _listed(option.text for option in keys))
        case TextEntry(answer=answer):
            yield Spoken(stem, _speakable_text(answer))
        case Numeric(written=written, unit=unit):
            yield Spoken(stem, " ".join(filter(None, (written, _speakable_text(unit)))))
        case GapFill(parts=parts):
            yield Spoken("", _words(filled(parts, lambda gap: gap.answer.runs)))
        case Match(premises=premises, responses=responses, key=key):
            for premise, index in zip(premises, key, strict=True):
                yield Spoken(
                    f"{stem} {_speakable_text(premise)}", _speakable_text(responses[index])
                )
        case Order(events=events):
            yield Spoken(stem, _listed(event.text for event in events))
            for event in events:
                if event.date:
                    yield Spoken(f"{words.when} {_speakable_text(event.text)}", event.date)
        case ExtendedText(answer=answer):
            yield Spoken(stem, _speakable_text(answer))
        case _:
            assert_never(interaction)


def speech(text: str, voice: str | None) -> str:
    """Return Anki's notation that speaks `text` with `voice`, such as ``de_DE``; or nothing."""
    text = " ".join(text.split())
    if not text or voice is None:
        return ""
    return f"[anki:tts lang={voice}]{escape(text)}[/anki:tts]"


def _speakable_text(text: Text | None) -> str:
    """Return the words of `text`, without its sounds: these play themselves."""
    return _words(text.runs).strip() if text else ""


def _words(runs: Iterable[Run]) -> str:
    return plain_text(run for run in runs if not isinstance(run, Sound))


def _listed(texts: Iterator[Text]) -> str:
    return ", ".join(filter(None, map(_speakable_text, texts)))
