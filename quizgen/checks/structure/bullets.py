"""Bullets and dashes that authors type before answers, where quizgen puts signs of its own.

Letters and numbers before answers are found by `lettered_options`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.checks.base import StructureCheck
from quizgen.checks.typed_text import beginning, typed_line
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Severity
from quizgen.model.item import Choice, Item, Match, Order, TextEntry
from quizgen.model.pattern import pattern
from quizgen.model.text import Text
from quizgen.readers.yaml.emit import quoted_if_needed

_BULLET = pattern(r"\s*[•‣▪●◦▸►■□○☐✓✔➢·]\s*(?=\w)")
_DASH = pattern(r"\s*[-–—*+]\s+(?=[^\W\d])")
"""A dash before a number may be a minus sign."""


def find(bank: Bank) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each list of answers in `bank` that has bullets or dashes."""
    for item in bank.items:
        for texts in _parts(item):
            yield from _bulleted(texts)


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
    if all(beginning(text)[:1].isalnum() for text in texts):
        return  # as most do
    bullet = next((text for text in texts if _BULLET.match(beginning(text))), None)
    if bullet is None:
        dashed = [text for text in texts if _DASH.match(beginning(text))]
        if len(dashed) < 2 or len(dashed) < len(texts) - 1:
            return
        bullet = dashed[0]
    typed = typed_line(bullet)
    match = _BULLET.match(typed) or _DASH.match(typed)
    words = typed[match.end() :] if match else typed
    yield BULLET_IN_ANSWER.at(
        bullet.span,
        f"{typed.strip()[:1]} stands before this answer as a part of it, and pupils will see it",
        f"write `{quoted_if_needed(words)}`: quizgen puts signs before answers itself; if it is "
        f"meant, write `lint: {{ignore: [{BULLET_IN_ANSWER.name}]}}`",
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
    of_items=True,
)
