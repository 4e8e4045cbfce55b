"""Evidence must be in the passage, word for word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.checks.base import DiagnosticKind, StructureCheck
from quizgen.checks.structure.invisible_characters import invisible_in, without_invisible
from quizgen.model.bank import Bank, Passage
from quizgen.model.diagnostics import Diagnostic, Severity
from quizgen.model.text import Text
from quizgen.model.text.longest_common_words import WordSequence, longest_common_words

MIN_SHARED = 8
"""Characters of a quote that a paragraph must share to be named as the place to copy from."""

EVIDENCE_WITHOUT_PASSAGE = DiagnosticKind(
    name="evidence-without-passage",
    severity=Severity.ERROR,
    doc="""
    An item has `evidence`, but `bank.yaml` names no passage. Name one, or write `reference`
    instead.
    """,
)


def find(bank: Bank) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each quote of an item that is not in the passage of `bank`.

    A passage that cannot be read is an error elsewhere; then no quote is looked for.
    """
    if bank.passage_is_faulty:
        return
    paragraphs: list[WordSequence] = []
    for item in bank.items:
        for quote in item.evidence:
            if bank.passage is None:
                yield EVIDENCE_WITHOUT_PASSAGE.at(
                    quote.span,
                    "this bank has no passage to quote",
                    "name one in bank.yaml, `passage: passage.md`, or write reference: instead",
                )
            elif not bank.passage.holds(quote.plain):
                paragraphs = paragraphs or [WordSequence(text) for text in bank.passage.flat]
                yield EVIDENCE_NOT_IN_PASSAGE.at(
                    quote.span,
                    "this quote is not in the passage, word for word",
                    _with_unseen_characters(quote, bank.passage)
                    or _without_quotation_marks(quote, bank.passage)
                    or _with_other_marks(quote, bank.passage)
                    or _nearest(quote, bank.passage, paragraphs),
                )


_TYPEWRITER = {
    **dict.fromkeys(map(ord, "“”„‟«»"), '"'),
    **dict.fromkeys(map(ord, "‘’‚‛`´"), "'"),
    **dict.fromkeys(map(ord, "‐‑‒–—−"), "-"),
}
"""Marks that a word processor writes, by code point, with the keyboard's mark for each."""


def _with_unseen_characters(quote: Text, passage: Passage) -> str | None:
    """Return the help for a `quote` that differs from `passage` in nothing that can be seen."""
    written = quote.plain
    required = " ".join(without_invisible(written).split())
    for number, paragraph in zip(passage.numbers, passage.flat, strict=True):
        if required and required in " ".join(without_invisible(paragraph).split()):
            sign = invisible_in(written)
            where = "the quote" if sign else _where(number)
            return (
                f"only the invisible character {sign or invisible_in(paragraph)} in {where} "
                "differs; type the words anew there"
            )
    return None


def _without_quotation_marks(quote: Text, passage: Passage) -> str | None:
    """Return the help for a `quote` that is in `passage` but for the quotation marks around it."""
    written = quote.plain.strip()
    bare = written.strip("".join(map(chr, _TYPEWRITER)) + "\"'").strip()
    if bare and bare != written and passage.holds(bare):
        return "leave out the quotation marks around it: they are not in the passage"
    return None


def _with_other_marks(quote: Text, passage: Passage) -> str | None:
    """Return the help for a `quote` that `passage` has with other quotation marks or dashes."""
    required = " ".join(quote.plain.split()).translate(_TYPEWRITER)
    for number, paragraph in zip(passage.numbers, passage.flat, strict=True):
        start = paragraph.translate(_TYPEWRITER).find(required)
        if start >= 0:
            match = paragraph[start : start + len(required)]
            return (
                f"only quotation marks or dashes differ; {_where(number)} has them as in: {match}"
            )
    return None


def _nearest(quote: Text, passage: Passage, paragraphs: Sequence[WordSequence]) -> str:
    """Return the help that names the paragraph with the longest part of `quote`, and that part."""
    written = " ".join(quote.plain.split())
    number, shared = longest_common_words(written, paragraphs)
    if len(shared) < min(MIN_SHARED, len(written)):
        return "copy the words from the passage, or name a source with reference:"
    return f"{_where(passage.numbers[number])} has “{shared}”; copy the words as they stand there"


def _where(number: int | None) -> str:
    return "the passage" if number is None else f"paragraph {number}"


EVIDENCE_NOT_IN_PASSAGE = StructureCheck(
    name="evidence-not-in-passage",
    severity=Severity.ERROR,
    doc="""
    A quote is not in the passage, letter by letter, within one paragraph. The message shows the
    longest part that is. Copy the words from the passage.
    """,
    further=(EVIDENCE_WITHOUT_PASSAGE,),
    find=find,
    of_items=True,
)
