"""The field ``Source`` of our own notes, back to evidence and references."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from quizgen.commands.importing.card_words import card_words
from quizgen.commands.importing.field_converter import Carrier
from quizgen.commands.importing.markdown import markdown
from quizgen.model.text import parse_text

MOST_PARAGRAPHS = 2000
"""A passage with more than that is no reading for a class."""

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


class Sources(NamedTuple):
    evidence: list[str]
    references: list[str]


class Quotes:
    """Gathers what is known of the passage: which quotes stand in which paragraph.

    `math` says whether the bank holds formulas.
    """

    def __init__(self, math: bool) -> None:
        self.math = math
        self.by_paragraph: dict[int, list[str]] = defaultdict(list)

    def add(self, number: int, quote: str) -> None:
        plain = " ".join(parse_text(quote, math=self.math).plain.split())
        if plain not in self.by_paragraph[number]:
            self.by_paragraph[number].append(plain)

    def passage(self, title: str) -> str:
        """``passage.md`` with nothing but the quotes, each in its paragraph."""
        lines = [f"# {title}"]
        for number in range(1, max(self.by_paragraph) + 1):
            text = " … ".join(self._inline(quote) for quote in self.by_paragraph.get(number, []))
            lines.append(f"{number}. {text}" if text else f"{number}. …")
        return "\n\n".join(lines) + "\n"

    def _inline(self, text: str) -> str:
        """`text` so that it begins no list, heading or quote where it begins a paragraph."""
        written = markdown([text], math=self.math).source
        first = written[:1]
        return written if first.isalpha() or first == "\\" else f"&#{ord(first)};{written[1:]}"


def read_sources(field: str, quotes: Quotes, carrier: Carrier) -> Sources:
    """Evidence and references as Markdown. The quotes go to `quotes` too."""
    found = Sources([], [])
    for line in _lines(field):
        match = next(filter(None, (words.quote.fullmatch(line) for words in card_words())), None)
        number = int(match["number"]) if match else 0
        text = carrier.text(match["quote"] if match else line)
        if not text:
            continue
        if 1 <= number <= MOST_PARAGRAPHS:
            found.evidence.append(text)
            quotes.add(number, text)
        else:
            found.references.append(text if not match else carrier.text(line))
    return found


def _lines(field: str) -> Iterator[str]:
    """The lines of the field; a quote that goes on over several is one."""
    waiting = ""
    for line in _BREAK.split(field):
        waiting = f"{waiting}<br>{line}" if waiting else line
        begun = [words for words in card_words() if waiting.startswith(words.opening)]
        if not begun or any(waiting.endswith(words.closing) for words in begun):
            yield waiting
            waiting = ""
    if waiting:
        yield from waiting.split("<br>")
