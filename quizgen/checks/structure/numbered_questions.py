"""Numbers that authors type before questions: a worksheet has its own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quizgen.checks.base import StructureCheck
from quizgen.checks.structure.typed_signs import beginning, typed_line
from quizgen.model.bank import Bank
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


class _Numbered(NamedTuple):
    """A question whose text begins with a number; `words` is the text behind it."""

    item: Item
    number: int
    words: str
    is_named: bool


def find(bank: Bank) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each file of `bank` whose questions are numbered."""
    stems: dict[int, list[_Numbered | None]] = defaultdict(list)
    for item in bank.items:
        if not item.fixed_stem:
            stems[id(item.id.span.source)].append(_numbered(item))
    for of_file in stems.values():
        yield from _counted(of_file)


def _numbered(item: Item) -> _Numbered | None:
    """Return `item` if its question begins with a number, or None."""
    first = beginning(item.stem)
    if first[:1] in _OTHER_LETTERS:
        return None  # as most questions: no search in these
    match = _NUMBER.match(first)
    if match is None:
        return None
    number = int(match["counted"] or match["bare"])
    return _Numbered(item, number, typed_line(item.stem)[match.end() :], bool(match["named"]))


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


NUMBERED_QUESTION = StructureCheck(
    name="numbered-question",
    severity=Severity.WARNING,
    doc="""
    Questions were typed with their numbers: `1. Which city …?`, `Question 2: …`. A worksheet
    numbers its questions itself, after it has chosen and shuffled them, so pupils would read “3. 1.
    Which city …?”. Take the numbers away. It is reported once a file.
    """,
    find=find,
)
