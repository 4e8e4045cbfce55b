"""A short name for what a worksheet prints, to tell the papers of one build from another's."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from quizgen.assessment import Head, Question, Worksheet
from quizgen.item import Choice, ExtendedText, GapFill, Match, Numeric, Order
from quizgen.text import Gap, Text, plain_text

_LENGTH = 8
"""Hex digits: short enough to compare by eye. Two builds of one worksheet share a name by
chance once in four thousand million."""


def digest(forms: Iterable[Worksheet]) -> str:
    """The name for all `forms` together.

    It is made of what pupils see, in the order in which they see it, and of nothing else. So
    it changes whenever a letter of the key may stand for something else, and does not tell
    which letter is right.
    """
    hashed = hashlib.sha256()
    for worksheet in forms:
        for part in _shown(worksheet):
            hashed.update(f"{len(part)}:{part}".encode("utf-8", "replace"))
    return hashed.hexdigest()[:_LENGTH]


def _shown(worksheet: Worksheet) -> Iterator[str]:
    yield worksheet.form
    yield from _plain(worksheet.title, worksheet.instructions)
    yield from _head(worksheet.head)
    if worksheet.passage:
        yield from _plain(worksheet.passage.title, *worksheet.passage.paragraphs)
    for entry in worksheet.glossary:
        yield from _plain(entry.term, entry.meaning)
    for section in worksheet.sections:
        yield from _plain(section.title, section.instructions)
        yield from _plain(*section.words)
        for question in section.questions:
            yield f"{question.number}, {question.item.points} points"
            yield question.item.stem.plain
            yield from _parts(question)


def _head(head: Head) -> Iterator[str]:
    """What a deck file adds to the head of a worksheet; nothing for one that adds nothing."""
    if head.school:
        yield f"school {head.school.plain}"
    if head.logo:
        yield f"logo {head.logo.image.name}"
    if head.fields is not None:
        yield f"{len(head.fields)} fields"
        yield from _plain(*head.fields)


def _parts(question: Question) -> Iterator[str]:
    """What the sheet shows of an item besides its stem."""
    order = question.order
    match question.item.interaction:
        case Choice(options=options, keys=keys):
            yield f"choose {'one' if len(keys) == 1 else 'all'}"
            yield from _plain(*(options[index].text for index in order))
        case Match(premises=premises, responses=responses):
            yield from _plain(*premises, *(responses[index] for index in order))
        case Order(events=events):
            yield from _plain(*(events[index].text for index in order))
        case GapFill(parts=parts):
            for part in parts:
                if isinstance(part, Gap):
                    yield from ("gap", *_plain(part.hint))
                else:
                    yield plain_text((part,))
        case Numeric(unit=unit):
            yield from _plain(unit)
        case ExtendedText(lines=lines):
            yield str(lines)
        case _:
            pass


def _plain(*texts: Text | None) -> Iterator[str]:
    return (text.plain if text else "" for text in texts)
