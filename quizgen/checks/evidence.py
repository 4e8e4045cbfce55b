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
            elif bank.passage.find(quote.plain) is None:
                report.error(
                    "evidence-not-in-passage",
                    quote.span,
                    "this quote is not in the passage, word for word",
                    _nearest(quote, bank.passage),
                )


def _nearest(quote: Text, passage: Passage) -> str:
    """Which paragraph shares the longest stretch with `quote`, and that stretch."""
    wanted = " ".join(quote.plain.split())
    best, number = "", 0
    for index, paragraph in enumerate(passage.flat, 1):
        matcher = difflib.SequenceMatcher(None, paragraph, wanted, autojunk=False)
        found = matcher.find_longest_match()
        if found.size > len(best):
            best, number = _whole_words(paragraph, found.a, found.a + found.size), index
    if len(best) < min(8, len(wanted)):
        return "copy the words from the passage, or name a source with reference:"
    return f"paragraph {number} has “{best.strip()}”; copy the words as they stand there"


def _whole_words(text: str, start: int, end: int) -> str:
    """The stretch of `text`, without the parts of words at its ends."""
    if start and text[start - 1].isalnum():
        start = text.find(" ", start, end) + 1 or end
    if end < len(text) and text[end].isalnum():
        end = max(text.rfind(" ", start, end), start)
    return text[start:end]
