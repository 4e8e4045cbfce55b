"""Evidence must be in the passage, word for word."""

from __future__ import annotations

import difflib

from quizgen.bank import Bank, Passage
from quizgen.diagnostics import Report
from quizgen.text import Text


def evidence_in_passage(bank: Bank, report: Report) -> None:
    if bank.passage_is_faulty:
        return
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
                report.error(
                    "evidence-not-in-passage",
                    quote.span,
                    "this quote is not in the passage, word for word",
                    _in_other_signs(quote, bank.passage) or _nearest(quote, bank.passage),
                )


_SIGNS = {
    **dict.fromkeys(map(ord, "“”„‟«»"), '"'),
    **dict.fromkeys(map(ord, "‘’‚‛`´"), "'"),
    **dict.fromkeys(map(ord, "‐‑‒–—−"), "-"),
}
"""Signs that a word processor puts in place of those on the keyboard."""


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


def _nearest(quote: Text, passage: Passage) -> str:
    """Which paragraph shares the longest stretch with `quote`, and that stretch."""
    wanted = " ".join(quote.plain.split())
    best, where = "", ""
    for number, paragraph in zip(passage.numbers, passage.flat, strict=True):
        matcher = difflib.SequenceMatcher(None, paragraph, wanted, autojunk=False)
        found = matcher.find_longest_match()
        if found.size > len(best):
            best = _whole_words(paragraph, found.a, found.a + found.size)
            where = _where(number)
    if len(best) < min(8, len(wanted)):
        return "copy the words from the passage, or name a source with reference:"
    return f"{where} has “{best.strip()}”; copy the words as they stand there"


def _where(number: int | None) -> str:
    return "the passage" if number is None else f"paragraph {number}"


def _whole_words(text: str, start: int, end: int) -> str:
    """The stretch of `text`, without the parts of words at its ends."""
    if start and text[start - 1].isalnum():
        start = text.find(" ", start, end) + 1 or end
    if end < len(text) and text[end].isalnum():
        end = max(text.rfind(" ", start, end), start)
    return text[start:end]
