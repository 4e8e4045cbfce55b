"""Read the field ``Source`` of quizgen's notes back to evidence and references."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from quizgen.commands.importing.card_words import card_words
from quizgen.commands.importing.field_converter import FieldConverter
from quizgen.commands.importing.typed_signs import title_markdown
from quizgen.model.text import parse_text

MAX_PARAGRAPHS = 2000
"""A passage with more paragraphs is no reading for a class (judged)."""

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


class SourceTexts(NamedTuple):
    """The evidence and the references of a question, as Markdown."""

    evidence: list[str]
    references: list[str]


class PassageQuotes:
    """The quotes of a passage by the numbers of their paragraphs.

    A package holds no passage, only these quotes. `math` says whether the bank has formulas.
    """

    def __init__(self, math: bool) -> None:
        self.math = math
        self.by_paragraph: dict[int, list[str]] = defaultdict(list)
        self.unnumbered: list[str] = []

    def __bool__(self) -> bool:
        """Return whether there is any quote."""
        return bool(self.by_paragraph or self.unnumbered)

    def add(self, number: int, quote: str) -> None:
        """Add `quote`, Markdown from paragraph `number`, unless it is known already."""
        self.add_plain(number, parse_text(quote, math=self.math).plain)

    def add_plain(self, number: int | None, quote: str) -> None:
        """Add the characters `quote` from paragraph `number`, or from one without a number."""
        plain = " ".join(quote.split())
        quotes = self.unnumbered if number is None else self.by_paragraph[number]
        if plain not in quotes:
            quotes.append(plain)

    def passage(self, title: str) -> str:
        """Return the content of ``passage.md``: the quotes alone, each in its paragraph.

        Those from a paragraph without a number become headings, which have none.
        """
        lines = [f"# {title}"]
        for number in range(1, max(self.by_paragraph, default=0) + 1):
            text = " … ".join(self._inline(quote) for quote in self.by_paragraph.get(number, []))
            lines.append(f"{number}. {text}" if text else f"{number}. …")
        lines += [f"## {self._inline(quote)}" for quote in self.unnumbered]
        return "\n\n".join(lines) + "\n"

    def _inline(self, text: str) -> str:
        """Return `text` as Markdown that starts no list, heading or block quote."""
        source = title_markdown(text, math=self.math)
        first = source[:1]
        return source if first.isalpha() or first == "\\" else f"&#{ord(first)};{source[1:]}"


def read_sources(field: str, quotes: PassageQuotes, converter: FieldConverter) -> SourceTexts:
    """Return the evidence and references in the HTML `field`, and add the evidence to `quotes`."""
    sources = SourceTexts([], [])
    for line in _lines(field):
        match = next(filter(None, (words.quote.fullmatch(line) for words in card_words())), None)
        number = int(match["number"]) if match else 0
        text = converter.to_markdown(match["quote"] if match else line)
        if not text:
            continue
        if 1 <= number <= MAX_PARAGRAPHS:
            sources.evidence.append(text)
            quotes.add(number, text)
        else:
            sources.references.append(text if not match else converter.to_markdown(line))
    return sources


def _lines(field: str) -> Iterator[str]:
    """Yield the lines of `field`; a quote over several lines is yielded as one line."""
    unfinished = ""
    for line in _BREAK.split(field):
        unfinished = f"{unfinished}<br>{line}" if unfinished else line
        opened = [words for words in card_words() if unfinished.startswith(words.opening)]
        if not opened or any(unfinished.endswith(words.closing) for words in opened):
            yield unfinished
            unfinished = ""
    if unfinished:
        yield from unfinished.split("<br>")
