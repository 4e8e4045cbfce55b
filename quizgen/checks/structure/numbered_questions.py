"""Numbers that authors type before questions: a worksheet has its own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TypeAlias

from quizgen.checks.base import BankCheck
from quizgen.checks.nlp import AnalyzedBank, AnalyzedItem
from quizgen.checks.places import Place, stem_place, stem_span
from quizgen.checks.typed_text import beginning, typed_line
from quizgen.model.diagnostics import Diagnostic, Severity
from quizgen.model.item import Item
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.pattern import pattern
from quizgen.model.source import NOWHERE
from quizgen.readers.yaml.emit import quoted_if_needed

_NAMED = (
    "question|frage|aufgabe|pregunta|ejercicio|exercice|exercise|task|domanda|pergunta|vraag|"
    "opgave|pytanie|вопрос|q|nr|no|n°|nº|№"
)
_OTHER_LETTERS = frozenset("BCGHIJKLMRSUWXYZbcghijklmrsuwxyz")
"""Letters with which none of these words begins."""
_NUMBER = pattern(
    rf"\s*(?:(?P<named>{_NAMED})\s?\.?\s?(?P<counted>\d{{1,3}})\s*[.):\-–—]|(?P<bare>\d{{1,3}})[.)])"
    r"\s*(?=\S)",
    re.IGNORECASE,
)
"""The number of a question before its text: ``1.``, ``2)``, ``Question 3:``, ``Nr. 4:``."""


Facts: TypeAlias = tuple[int, str, bool, Place | None]
"""The number that a question begins with, the text behind it, whether a word names the number, and
the place of the stem."""


class _Numbered(NamedTuple):
    """A question whose text begins with a number; the rest is as in `Facts`."""

    item: Item
    number: int
    words: str
    is_named: bool
    place: Place | None


def find(
    bank: AnalyzedBank, items: Sequence[tuple[Item, Facts | tuple[()]]]
) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each file of `bank` whose questions are numbered."""
    stems: dict[int, list[_Numbered | None]] = defaultdict(list)
    for item, its_facts in items:
        stem = _Numbered(item, *its_facts) if its_facts else None
        stems[id(item.id.span.source)].append(stem)
    for of_file in stems.values():
        yield from _counted(of_file)


def facts(analyzed: AnalyzedItem) -> Facts | tuple[()] | None:
    """Return the facts of an item, none for a question without a number.

    None for an item whose stem quizgen wrote.
    """
    item = analyzed.item
    if item.fixed_stem:
        return None
    first = beginning(item.stem)
    if first[:1] in _OTHER_LETTERS:
        return ()  # as most questions: no search in these
    match = _NUMBER.match(first)
    if match is None:
        return ()
    number = int(match["counted"] or match["bare"])
    words = typed_line(item.stem)[match.end() :]
    return number, words, bool(match["named"]), stem_place(item)


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
    span = stem_span(first.item, first.place)
    if span is NOWHERE:
        span = first.item.id.span
    more = len(numbered) - 1
    others = f", and {more} more question{'s' * (more > 1)} of this file" if more else ""
    yield NUMBERED_QUESTION.at(
        span,
        f"this question begins with a number of its own{others}: quizgen numbers questions itself",
        f"write `{quoted_if_needed(first.words[:60])}`, without the number",
    )


NUMBERED_QUESTION = BankCheck(
    name="numbered-question",
    severity=Severity.WARNING,
    doc="""
    Questions were typed with their numbers: `1. Which city …?`, `Question 2: …`. A worksheet
    numbers its questions itself, after it has chosen and shuffled them, so pupils would read “3. 1.
    Which city …?”. Take the numbers away. It is reported once a file.
    """,
    facts=facts,
    find=find,
)
