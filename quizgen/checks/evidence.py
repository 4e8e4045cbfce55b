"""Evidence must be in the passage, word for word."""

from __future__ import annotations

from collections.abc import Sequence

from quizgen.model.bank import Bank, Passage
from quizgen.model.diagnostics import Report
from quizgen.model.text import Text
from quizgen.model.text.longest_common_words import WordSequence, longest_common_words


def evidence_in_passage(bank: Bank, report: Report) -> None:
    if bank.passage_is_faulty:
        return
    paragraphs: list[WordSequence] = []
    for item in bank.items:
        for quote in item.evidence:
            if bank.passage is None:
                report.error(
                    "evidence-without-passage",
                    quote.span,
                    "this bank has no passage to quote",
                    "name one in bank.yaml, `passage: passage.md`, or write reference: instead",
                )
            elif not bank.passage.holds(quote.plain):
                paragraphs = paragraphs or [WordSequence(text) for text in bank.passage.flat]
                report.error(
                    "evidence-not-in-passage",
                    quote.span,
                    "this quote is not in the passage, word for word",
                    _in_marks(quote, bank.passage)
                    or _in_other_signs(quote, bank.passage)
                    or _nearest(quote, bank.passage, paragraphs),
                )


_SIGNS = {
    **dict.fromkeys(map(ord, "“”„‟«»"), '"'),
    **dict.fromkeys(map(ord, "‘’‚‛`´"), "'"),
    **dict.fromkeys(map(ord, "‐‑‒–—−"), "-"),
}
"""Signs that a word processor puts in place of those on the keyboard."""


def _in_marks(quote: Text, passage: Passage) -> str | None:
    """What to do about quotation marks around `quote`, if they alone are too much."""
    said = quote.plain.strip()
    bare = said.strip("".join(map(chr, _SIGNS)) + "\"'").strip()
    if bare and bare != said and passage.holds(bare):
        return "leave out the quotation marks around it: they are not in the passage"
    return None


def _in_other_signs(quote: Text, passage: Passage) -> str | None:
    """Where `quote` stands but for its quotation marks and dashes, if it does anywhere."""
    wanted = " ".join(quote.plain.split()).translate(_SIGNS)
    for number, paragraph in zip(passage.numbers, passage.flat, strict=True):
        start = paragraph.translate(_SIGNS).find(wanted)
        if start >= 0:
            stretch = paragraph[start : start + len(wanted)]
            return (
                f"only quotation marks or dashes differ; {_where(number)} has them as in: {stretch}"
            )
    return None


def _nearest(quote: Text, passage: Passage, paragraphs: Sequence[WordSequence]) -> str:
    """Which paragraph shares the longest stretch with `quote`, and that stretch."""
    wanted = " ".join(quote.plain.split())
    number, stretch = longest_common_words(wanted, paragraphs)
    if len(stretch) < min(8, len(wanted)):
        return "copy the words from the passage, or name a source with reference:"
    return f"{_where(passage.numbers[number])} has “{stretch}”; copy the words as they stand there"


def _where(number: int | None) -> str:
    return "the passage" if number is None else f"paragraph {number}"
