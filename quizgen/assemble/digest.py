"""A short name for the content of a worksheet, to tell papers of different builds apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias, assert_never

from quizgen.model.answer_space import USUAL_SPACE
from quizgen.model.assessment import Head, Printing, Question, Worksheet
from quizgen.model.bank import Media
from quizgen.model.hashes import sha256
from quizgen.model.hints import has_hints, hints_of_parts
from quizgen.model.item import (
    Choice,
    ExtendedText,
    GapFill,
    Match,
    Numeric,
    Order,
    Reveal,
    TextEntry,
)
from quizgen.model.text import (
    Break,
    CodeBlock,
    Gap,
    GapBlock,
    Image,
    ListBlock,
    Math,
    Quotation,
    Refused,
    Run,
    Sound,
    Styled,
    Table,
    Text,
    filled,
)

_SheetPart: TypeAlias = Run | Gap

_LENGTH = 8
"""Hexadecimal digits, few enough to compare by eye.

Two different contents have the same name by chance once in four thousand million (16 ** 8)."""


def digest(forms: Iterable[Worksheet], media: Mapping[str, Media]) -> str:
    """Return the name for all `forms` of a worksheet; `media` are the pictures of their bank.

    It is a digest of all that pupils see, in the order in which they see it, and of nothing else.
    So it changes whenever a letter of the answer key may stand for another option, and does not
    give away which letter is right.
    """
    hashed = sha256()
    for worksheet in forms:
        for part in _strings(worksheet, media):
            hashed.update(f"{len(part)}:{part}".encode("utf-8", "replace"))
    return hashed.hexdigest()[:_LENGTH]


def _strings(worksheet: Worksheet, media: Mapping[str, Media]) -> Iterator[str]:
    """Yield a string for each part of `worksheet`, and the digests of its pictures."""
    pictures: set[str] = set()
    for part in _content(worksheet):
        match part:
            case str():
                yield part
            case Styled(text=text, style=style, link=link):
                yield f"{style.value} {link} {text}"
            case Image(name=name, alt=alt, width=width, is_beside=is_beside):
                yield f"picture {name} {alt}"
                if width or is_beside:
                    yield f"{width.css if width else ''} {is_beside}"
                pictures.add(name)
            case Sound(label=label):
                yield f"sound {label}"
            case Math(tex=tex, display=display):
                yield f"formula {display} {tex}"
            case Break(paragraph=paragraph):
                yield f"break {paragraph}"
            case Gap():
                yield _gap(part)
            case ListBlock() | Table() | CodeBlock() | Quotation() | Refused():
                yield repr(part)
                pictures.update(image.name for image in Text((part,)).images)
            case _:
                assert_never(part)
    for name in sorted(pictures & media.keys()):
        yield sha256(media[name].content).hexdigest()


def _gap(gap: Gap) -> str:
    return f"gap {gap.hint.plain if gap.hint else ''}"


def _content(worksheet: Worksheet) -> Iterator[_SheetPart]:
    """Yield all that pupils see of `worksheet`, in order, with marks between."""
    yield worksheet.form
    yield from _runs(worksheet.title, worksheet.instructions)
    yield from _head(worksheet.head)
    yield from _passages(worksheet)
    if worksheet.has_scores:
        yield "scores by section"
    for entry in worksheet.glossary:
        yield from _runs(entry.term, entry.meaning)
    for section in worksheet.sections:
        yield from _runs(section.title, section.instructions)
        yield from _runs(*section.words)
        for question in section.questions:
            if (stem := question.item.case_stem) and question.letter == "a":
                yield "case"
                yield from _runs(stem)
            bonus = " on top" if question.item.is_bonus else ""
            yield f"{question.label}, {question.item.printed_points} points{bonus}"
            if worksheet.passages and question.item.cites_lines:
                yield "cites lines"
                yield from _runs(*question.item.evidence)
            yield from _runs(question.item.stem)
            yield from _parts(question)
            if worksheet.printing.hints and has_hints(question.item):
                yield f"hint, {worksheet.printing.hints.value}"
                yield from _runs(question.item.hint)
                for part, hint in hints_of_parts(question.item.interaction):
                    yield from _runs(part, hint)
            if question.item.space != USUAL_SPACE:
                yield f"{question.item.space}"


def _passages(worksheet: Worksheet) -> Iterator[_SheetPart]:
    """Yield the passages of `worksheet`, and what decides where their lines end."""
    if worksheet.passages:
        printing, usual = worksheet.printing, Printing()
        yield f"lines on {printing.paper.value} in {printing.columns} columns"
        if (printing.size, printing.margin) != (usual.size, usual.margin):
            yield f"{printing.size} pt, {printing.margin} mm"
        if printing.imposition or printing.binding:
            yield f"{printing.imposition}, bound on {printing.binding} mm"
    for _, passage in worksheet.passages:
        yield from _runs(passage.title, *passage.paragraphs)


def _head(head: Head) -> Iterator[_SheetPart]:
    """Yield the parts of `head` that the deck file gives; none for `PLAIN_HEAD`."""
    if head.school:
        yield "school"
        yield from _runs(head.school)
    if head.logo:
        yield "logo"
        yield head.logo.image
    if head.fields is not None:
        yield f"{len(head.fields)} fields"
        yield from _runs(*head.fields)


def _parts(question: Question) -> Iterator[_SheetPart]:
    """Yield the parts of the item of `question` that a sheet shows, without the stem."""
    order, interaction = question.order, question.item.interaction
    match interaction:
        case Choice(options=options, keys=keys):
            yield f"choose {'one' if len(keys) == 1 else 'all'}"
            yield from _runs(*(options[index].text for index in order))
        case Match(premises=premises, responses=responses):
            yield from _runs(*premises, *(responses[index] for index in order))
        case Order(events=events):
            yield from _runs(*(events[index].text for index in order))
        case GapFill(parts=parts):
            for part in parts:
                if isinstance(part, GapBlock):
                    yield from filled((part,), lambda gap: (_gap(gap),))
                else:
                    yield part
        case Numeric(unit=unit):
            yield from _runs(unit)
        case ExtendedText(lines=lines):
            yield str(lines)
        case Reveal() | TextEntry():
            pass
        case _:
            assert_never(interaction)


def _runs(*texts: Text | None) -> Iterator[_SheetPart]:
    """Yield the runs of `texts`, with an empty run behind each text."""
    for text in texts:
        yield from text.runs if text else ()
        yield ""
