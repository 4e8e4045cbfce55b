"""Gaps that were meant, and that pupils would see as the signs that were typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count

from quizgen.checks.base import StructureCheck
from quizgen.checks.signs import items_with
from quizgen.checks.text_places import PlacedText
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Severity
from quizgen.model.item import GapFill, Item
from quizgen.model.pattern import pattern
from quizgen.model.source import Span
from quizgen.model.text import Text, filled, gaps_of
from quizgen.model.text.marked_words import marked_words
from quizgen.model.text.without_code import text_without_code
from quizgen.readers.yaml import ScalarNode

_SIGNS = ("{{", "｛｛", "[[")
_OPENING = pattern(r"\{\{|｛｛|\[\[")
_GAP = pattern(r"\{\{c\d{1,9}::")
_ESCAPED = pattern(r"\\.", re.DOTALL)


def find(bank: Bank) -> Iterator[Diagnostic]:
    """Yield a diagnostic for the first gap in each text of `bank` that is read as none."""
    for item in items_with(_SIGNS, bank):
        if isinstance(item.interaction, GapFill):
            yield from _without_number(item, item.interaction)
            texts = tuple(text for text in (item.hint, item.explain) if text)
        else:
            texts = item.texts
        for text in texts:
            yield from _outside_of_cloze(text)


def _without_number(item: Item, cloze: GapFill) -> Iterator[Diagnostic]:
    """Yield the diagnostic for words in the text of `cloze` that are marked and have no number."""
    span = item.stem.span
    if not _OPENING.search(_GAP.sub("", _typed(span))):
        return
    # A line break for each gap: signs around a gap mark nothing by themselves.
    outside = text_without_code(filled(cloze.parts, lambda gap: ("\n",)))
    taken = {gap.number for gap in gaps_of(cloze.parts)}
    number = next(number for number in count(1) if number not in taken)
    if marked := next(marked_words(outside), None):
        yield RAW_GAP.at(
            PlacedText(item.stem, span).place(marked.typed),
            f"{marked.typed[:60]} is no gap: pupils will see it with its signs",
            f"write {{{{c{number}::{marked.words[:60]}}}}}; or put it between backticks if it is "
            "to be seen",
        )


def _outside_of_cloze(text: Text) -> Iterator[Diagnostic]:
    """Yield the diagnostic for the signs of a gap in `text`, which has no gaps."""
    if _GAP.search(_typed(text.span)) and (match := _GAP.search(text_without_code(text.runs))):
        yield RAW_GAP.at(
            PlacedText(text, text.span).place(match[0]),
            f"{match[0]}… is a gap only in the text of a cloze: here pupils will see it as it is",
            "ask the sentence with `type: cloze`, as its `text:`; or put it between backticks if "
            "it is to be seen",
        )


def _typed(span: Span) -> str:
    """Return what is typed at `span` without the signs behind a backslash."""
    return _ESCAPED.sub(" ", span.value) if isinstance(span, ScalarNode) else ""


RAW_GAP = StructureCheck(
    name="raw-gap",
    severity=Severity.WARNING,
    doc=r"""
    Words stand between braces as if they were a gap, and are none, so pupils see the signs: in a
    cloze `{{four}}` or `[[four]]`, where a gap is `{{c1::four}}`; or `{{c1::four}}` in a question
    of another type, which has no gaps and shows its answer. Braces that are to be seen stand
    between backticks, or behind a `\`: `\{\{four}}`.
    """,
    find=find,
    of_items=True,
)
