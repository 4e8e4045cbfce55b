"""Every author text of a bank, and the places of words in them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.checks.signs import items_with
from quizgen.model.bank import Bank
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.source import NOWHERE, Position, Span
from quizgen.model.text import Text


class PlacedText(NamedTuple):
    """An author text and the range of its file, at least, that holds it."""

    text: Text
    span: Span

    def holds(self, typed: str) -> bool:
        """Return whether `typed` stands in a line of the text as it is."""
        return self.place(typed) is not self.span

    def place(self, typed: str) -> Span:
        r"""Return where `typed` stands first in the file; the text's own place if it is not found.

        It is not where the author wrote it with codes, such as ``"\u0024"``.
        """
        source, start = self.span.source, self.span.start
        for number in range(start.line, self.span.end.line + 1):
            line = source.line(number + 1)
            column = line.find(typed, start.column if number == start.line else 0)
            if typed and column >= 0:
                end = Position(number, column + len(typed))
                return Span(source, Position(number, column), end)
        return self.span


def texts_with(signs: Sequence[str], bank: Bank) -> Iterator[PlacedText]:
    """Yield every text of `bank` that some output shows and that may have one of `signs`.

    `signs` are as for `items_with`: other texts may be among them.
    """
    outside = [bank.title, *(topic.title for topic in bank.topics)]
    if bank.passage:
        outside += [bank.passage.title, *bank.passage.paragraphs]
    for entry in bank.glossary:
        outside += [entry.term, entry.meaning]
    outside += [case.stem for topic in bank.topics for case in topic.cases if case.stem]
    for text in outside:
        yield PlacedText(text, bank.span if text.span is NOWHERE else text.span)
    for item in items_with(signs, bank):
        for text in (*item.texts, *item.evidence):
            around = item.id.span if item.span is NOWHERE else item.span
            yield PlacedText(text, around if text.span is NOWHERE else text.span)
