"""Signs that authors type where quizgen puts its own: bullets before answers, numbers of questions.

Letters and numbers before answers are found by `lettered_options`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from quizgen.checks.base import DiagnosticKind, StructureCheck
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Severity
from quizgen.model.item import Choice, Item, Match, Order, TextEntry
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.pattern import pattern
from quizgen.model.source import NOWHERE
from quizgen.model.text import Text
from quizgen.readers.yaml import ScalarNode
from quizgen.readers.yaml.emit import quoted_if_needed

_BULLET = pattern(r"\s*[•‣▪●◦▸►■□○☐✓✔➢·]\s*(?=\w)")
_DASH = pattern(r"\s*[-–—*+]\s+(?=[^\W\d])")
"""A dash before a number may be a minus sign."""

_NAMED = (
    "question|frage|aufgabe|pregunta|ejercicio|exercice|exercise|task|domanda|pergunta|vraag|"
    "opgave|pytanie|вопрос|q|nr|no|n°|nº|№"
)
_NUMBER = pattern(
    rf"\s*(?:(?P<named>{_NAMED})\s?\.?\s?(?P<counted>\d{{1,3}})\s*[.):\-–—]|(?P<bare>\d{{1,3}})[.)])"
    r"\s*(?=\S)",
    re.IGNORECASE,
)
"""The number of a question before its text: ``1.``, ``2)``, ``Question 3:``, ``Nr. 4:``."""


class _Numbered(NamedTuple):
    """A question whose text begins with a number; `words` is the text behind it."""

    item: Item
    number: int
    words: str
    is_named: bool


def find(bank: Bank) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each item of `bank` with bullets, for each file with numbers."""
    stems: dict[Path, list[_Numbered | None]] = {}
    for item in bank.items:
        for texts in _parts(item):
            yield from _bulleted(texts)
        if not item.fixed_stem:
            stems.setdefault(item.id.span.source.path, []).append(_numbered(item))
    for of_file in stems.values():
        yield from _counted(of_file)


def _parts(item: Item) -> Iterator[Sequence[Text]]:
    """Yield the lists of texts in `item` before which quizgen puts signs of its own."""
    match item.interaction:
        case Choice(options=options):
            yield [option.text for option in options]
        case Match(premises=premises, responses=responses):
            yield premises
            yield responses
        case Order(events=events):
            yield [event.text for event in events]
        case TextEntry(answer=answer, accepted=accepted):
            yield (answer, *accepted)
        case _:
            pass


def _bulleted(texts: Sequence[Text]) -> Iterator[Diagnostic]:
    """Yield the diagnostic for `texts` if one begins with a bullet, or most with a dash."""
    bullet = next((text for text in texts if _BULLET.match(_first(text))), None)
    if bullet is None:
        dashed = [text for text in texts if _DASH.match(_first(text))]
        if len(dashed) < 2 or len(dashed) < len(texts) - 1:
            return
        bullet = dashed[0]
    typed = _typed(bullet)
    match = _BULLET.match(typed) or _DASH.match(typed)
    words = typed[match.end() :] if match else typed
    yield BULLET_IN_ANSWER.at(
        bullet.span,
        f"{typed.strip()[:1]} stands before this answer as a part of it, and pupils will see it",
        f"write `{quoted_if_needed(words)}`: quizgen puts signs before answers itself; if it is "
        f"meant, write `lint: {{ignore: [{BULLET_IN_ANSWER.name}]}}`",
    )


def _first(text: Text) -> str:
    """Return the beginning of `text`, or "" where it begins with a link, a list or the like."""
    first = text.runs[0] if text.runs else ""
    return first if isinstance(first, str) else ""


def _typed(text: Text) -> str:
    typed = text.span.value if isinstance(text.span, ScalarNode) else text.plain
    return " ".join(typed.split())


def _numbered(item: Item) -> _Numbered | None:
    """Return `item` if its question begins with a number, or None."""
    first = _first(item.stem)
    match = _NUMBER.match(first) if first else None
    if match is None:
        return None
    number = int(match["counted"] or match["bare"])
    return _Numbered(item, number, _typed(item.stem)[match.end() :], bool(match["named"]))


def _counted(stems: Sequence[_Numbered | None]) -> Iterator[Diagnostic]:
    """Yield the diagnostic for a file whose questions, in their order, are numbered by `stems`.

    Some may lack a number, but fewer than half. A number that a word names is enough by itself.
    """
    numbered = [stem for stem in stems if stem]
    numbers = [stem.number for stem in numbered]
    is_counted = (
        len(numbered) > 1
        and 2 * len(numbered) >= len(stems)
        and all(a < b for a, b in pairwise(numbers))
        and len({stem.words for stem in numbered}) > 1
    )
    first = next((stem for stem in numbered if is_counted or stem.is_named), None)
    if first is None:
        return
    span = first.item.id.span if first.item.stem.span is NOWHERE else first.item.stem.span
    more = len(numbered) - 1
    others = f", and {more} more question{'s' * (more > 1)} of this file" if more else ""
    yield NUMBERED_QUESTION.at(
        span,
        f"this question begins with a number of its own{others}: quizgen numbers questions itself",
        f"write `{quoted_if_needed(first.words[:60])}`, without the number",
    )


NUMBERED_QUESTION = DiagnosticKind(
    name="numbered-question",
    severity=Severity.WARNING,
    doc="""
    Questions were typed with their numbers: `1. Which city …?`, `Question 2: …`. A worksheet
    numbers its questions itself, after it has chosen and shuffled them, so pupils would read “3. 1.
    Which city …?”. Take the numbers away. It is reported once a file.
    """,
)

BULLET_IN_ANSWER = StructureCheck(
    name="bullet-in-answer",
    severity=Severity.WARNING,
    doc="""
    An answer begins with a bullet, as in `"• Rome"`, or the answers begin with dashes. They came
    along from a list in a word processor, and pupils would see them behind quizgen's own letters.
    Write the answer without its sign. Dashes that are meant, as those of a dialogue, need `lint:
    {ignore: [bullet-in-answer]}`.
    """,
    find=find,
    further=(NUMBERED_QUESTION,),
)
