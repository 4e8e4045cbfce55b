"""The glossary of a sheet, which may be that of several banks."""

from __future__ import annotations

from quizgen.model.bank import Bank, GlossaryEntry
from quizgen.model.diagnostics import Related, Report
from quizgen.model.source import Span
from quizgen.model.text.compare import same_key


def glossary_of(bank: Bank, what: str, place: Span, report: Report) -> tuple[GlossaryEntry, ...]:
    """Return the words of `bank` for `what`, a sheet; report at `place` those with two meanings.

    Where several banks of a sheet explain a word alike, it is there once.
    """
    if not bank.joined:
        return bank.glossary
    first: dict[str, GlossaryEntry] = {}
    words = []
    for entry in bank.glossary:
        earlier = first.setdefault(same_key(entry.term), entry)
        if earlier is not entry and same_key(earlier.meaning) == same_key(entry.meaning):
            continue
        words.append(entry)
        if earlier is not entry:
            report.warning(
                "word-explained-twice",
                place,
                f"{what} explains {entry.term.plain[:60]!r} twice, and not alike",
                "write the same in both banks, or leave the word out of one",
                related=(
                    Related("first here", earlier.term.span),
                    Related("then here", entry.term.span),
                ),
            )
    return tuple(words)
