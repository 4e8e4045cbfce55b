"""Pictures that were meant, and that pupils would see as the signs that were typed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise

from quizgen.checks.base import StructureCheck
from quizgen.checks.signs import items_with
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Severity
from quizgen.model.pattern import pattern
from quizgen.model.source import NOWHERE, Span
from quizgen.model.text import Image, Styled, Text, run_sequences
from quizgen.model.text.addresses import unread_picture
from quizgen.model.text.without_code import text_without_code

_ATTRIBUTES = pattern(r"\{\s*(?:[.#]\w|\w+\s*=)[^{}\n]*\}")
"""What other programs take behind a picture, ``{height=50%}``, and is not read here."""


def find(bank: Bank) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each text of `bank` that shows a picture as it was typed."""
    for text, span in _texts(bank):
        if len(text.runs) == 1 and isinstance(text.runs[0], str) and "![" not in text.runs[0]:
            continue  # as most texts are
        if match := unread_picture(text_without_code(text.runs)):
            name = match["name"].strip()
            yield RAW_PICTURE.at(
                span,
                f"pupils will see {match[0][:60]} as it stands here: the name has a space",
                f"write `![{match['alt']}](<{name}>)`, or rename the file without spaces",
            )
        for run, following in chain.from_iterable(map(pairwise, run_sequences(text.runs))):
            if not isinstance(run, Image) or not isinstance(following, str | Styled):
                continue
            after = following if isinstance(following, str) else following.text
            if match := _ATTRIBUTES.match(after):
                yield RAW_PICTURE.at(
                    span,
                    f"pupils will see {match[0]} behind the picture {run.name}",
                    "write `{width=50%}` (5% to 100% of the line), `{width=40mm}` (also cm and "
                    "in), `{.beside}` or `{width=40% .beside}`; nothing else can stand there",
                )


def _texts(bank: Bank) -> Iterator[tuple[Text, Span]]:
    """Yield the texts of `bank`, its passage among them, each with where it stands."""
    for item in items_with("!", bank):
        for text in (*item.texts, *((item.explain,) if item.explain else ())):
            yield text, item.id.span if text.span is NOWHERE else text.span
    for case in (case for topic in bank.topics for case in topic.cases):
        if case.stem:
            yield case.stem, case.stem.span
    if bank.passage:
        yield from ((text, text.span) for text in bank.passage.paragraphs)


RAW_PICTURE = StructureCheck(
    name="raw-picture",
    severity=Severity.ERROR,
    doc="""
    A picture was meant, and is not read as one: its name has spaces and no ending,
    `![map](my map)`, or something such as `{height=50%}` stands behind it. Pupils would see the
    signs. Behind a picture, `{width=50%}`, `{width=40mm}` and `{.beside}` are read, and nothing
    else.
    """,
    find=find,
    of_items=True,
)
