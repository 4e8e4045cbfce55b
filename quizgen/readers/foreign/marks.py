"""What quizgen's own exports say beside a task, by the classes of elements around it.

A program that shows a text leaves them as they are, so that quotes, sources, and what is said of
single pairs or events come back as what they were. `quizgen.writers.exporting.item_html` writes
them. Where an author has changed the text around them, they are text like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from quizgen.readers.foreign.model import (
    ForeignEssay,
    ForeignMatch,
    ForeignOrder,
    ForeignPart,
    ForeignQuestion,
)
from quizgen.readers.foreign.texts import without_tags

_TAG = re.compile(r"<(/?)(?:span|div)\b([^<>]{0,500})>", re.IGNORECASE)
_CLASS = re.compile(
    r"\bclass=[\"']?quizgen-(?:(quote|source|why|hint|date|model|rubric)|part-(\d{1,3}))[\"']?(?:\s|$)"
)
_OWN = re.compile(
    r'<(span|div) class="quizgen-[a-z0-9-]{1,20}">((?:(?!</?\1\b).){0,5000})</\1>', re.DOTALL
)
_CRITERION = re.compile(r"\s*(\d{1,3}): (.+)", re.DOTALL)
_BREAKS = re.compile(r"(?:\s|<br ?/?>)*")
_BREAKS_BACKWARDS = re.compile(r"(?:\s|>/? ?rb<)*")
_EMPTY = re.compile(r"\s*(?:<(?:div|p)\b[^<>]*>)?\s*(?:</(?:div|p)>)?\s*")


class _Mark(NamedTuple):
    """An element: its `name`, such as ``quote``, the `number` of its part, and what is in it."""

    name: str
    number: int
    inside: str


def with_marks_read(question: ForeignQuestion) -> ForeignQuestion:
    """Return `question` with what its explanations and its hint mark in the place for that."""
    if "quizgen-" not in "".join((question.hint, *question.explain)):
        return question
    question = _with_order(question)
    parts, essay = _Parts(question), _Essay(question)
    quotes, sources = list(question.quotes), list(question.references)

    def take(html: str) -> str:
        rest, last_is_taken = [], False
        for piece in _pieces(html):
            if isinstance(piece, str):
                rest.append(re.sub(r"\A\s*<br ?/?>", "", piece) if last_is_taken else piece)
                last_is_taken = False
                continue
            if piece.name == "quote":
                quotes.append(piece.inside.strip().removeprefix("“").removesuffix("”"))
            elif piece.name == "source":
                sources.append(piece.inside)
            elif not (parts.take(piece) or essay.take(piece)):
                rest.append(_OWN.sub(r"\2", piece.inside))
                continue
            last_is_taken = True
        return _without_ends("".join(rest))

    explain = tuple(filter(None, map(take, question.explain)))
    hint = take(question.hint)
    return replace(
        question,
        task=essay.task or question.task,
        explain=explain,
        hint=hint,
        quotes=tuple(dict.fromkeys(quotes)),
        references=tuple(dict.fromkeys(filter(None, sources))),
        parts=parts.result,
    )


def _without_ends(html: str) -> str:
    """Return `html` without line breaks at its ends; empty where nothing else is in it."""
    inside = re.fullmatch(r"(\s*<div\b[^<>]*>)(.*)(</div>\s*)", html, re.DOTALL)
    before, text, behind = inside.groups() if inside else ("", html, "")
    text = _BREAKS_BACKWARDS.sub("", _BREAKS.sub("", text, count=1)[::-1], count=1)[::-1]
    return "" if _EMPTY.fullmatch(text) else f"{before}{text}{behind}"


def _with_order(question: ForeignQuestion) -> ForeignQuestion:
    """Return `question` as an order where it matches parts, which have dates, with their places."""
    task = question.task
    if not isinstance(task, ForeignMatch) or task.distractors:
        return question
    places = {right: left for left, right in task.pairs}
    numbers = [str(number) for number in range(1, len(task.pairs) + 1)]
    if set(numbers) != places.keys() or 'class="quizgen-date"' not in "".join(question.explain):
        return question
    return replace(question, task=ForeignOrder(tuple(places[number] for number in numbers)))


class _Essay:
    """The model answer and the rubric of an essay, for formats that have them as explanations."""

    def __init__(self, question: ForeignQuestion) -> None:
        task = question.task
        self.task = task if isinstance(task, ForeignEssay) else None

    def take(self, mark: _Mark) -> bool:
        """Keep what `mark` says; False where it says nothing of an essay."""
        if self.task is None:
            return False
        if mark.name == "model" and not self.task.answer:
            self.task = self.task._replace(answer=mark.inside)
            return True
        criterion = _CRITERION.fullmatch(mark.inside) if mark.name == "rubric" else None
        if criterion is None:
            return False
        rubric = (*self.task.rubric, (criterion[2], int(criterion[1])))
        self.task = self.task._replace(rubric=rubric)
        return True


class _Parts:
    """The parts of a task, with what is said of them."""

    def __init__(self, question: ForeignQuestion) -> None:
        self.is_order = isinstance(question.task, ForeignOrder)
        match question.task:
            case ForeignMatch(pairs=pairs):
                texts = [left for left, _ in pairs]
            case ForeignOrder(parts=events):
                texts = list(events)
            case _:
                texts = []
        self.texts = [_letters(text) for text in texts]
        self.parts = list(question.parts) or [ForeignPart()] * len(texts)

    @property
    def result(self) -> tuple[ForeignPart, ...]:
        return tuple(self.parts) if any(part != ForeignPart() for part in self.parts) else ()

    def take(self, mark: _Mark) -> bool:
        """Keep what `mark` says of a part; False where there is no such part, or no such place."""
        if mark.name != "part":
            return False
        pieces = list(_pieces(mark.inside))
        inner = [piece for piece in pieces if isinstance(piece, _Mark)]
        if len(inner) != 1 or inner[0].name not in ("why", "hint", "date"):
            return False
        (note,) = inner
        if note.name == "date" and not self.is_order:
            return False
        text = _letters("".join(p for p in pieces if isinstance(p, str)))
        is_before = isinstance(pieces[0], str) and bool(pieces[0].strip())
        place = self._place(mark.number - 1, text.removesuffix(":") if is_before else text[1:])
        if place is None:
            return False
        self.parts[place] = self.parts[place]._replace(**{note.name: note.inside})
        return True

    def _place(self, index: int, text: str) -> int | None:
        """Return the place of the part with this `text`, the one at `index` before others."""
        if 0 <= index < len(self.texts) and self.texts[index] == text:
            return index
        return self.texts.index(text) if text and text in self.texts else None


def _letters(html: str) -> str:
    """Return the characters of `html` without blanks: some formats lose tags, with blanks there."""
    return "".join(without_tags(html).split())


def _pieces(html: str) -> Iterator[str | _Mark]:
    """Yield the outermost marked elements of `html`, and the HTML between them."""
    end, depth = 0, 0
    opened: re.Match[str] | None = None
    marked: re.Match[str] | None = None
    for tag in _TAG.finditer(html):
        if opened is None:
            marked = None if tag[1] else _CLASS.search(tag[2])
            if marked is not None:
                opened, depth = tag, 1
            continue
        depth += -1 if tag[1] else 1
        if depth == 0 and marked is not None:
            yield html[end : opened.start()]
            name, number = marked[1] or "part", int(marked[2] or 0)
            yield _Mark(name, number, html[opened.end() : tag.start()])
            end, opened = tag.end(), None
    yield html[end:]
