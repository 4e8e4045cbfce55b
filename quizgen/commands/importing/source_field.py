"""From the field ``Source`` of quizgen's notes back to evidence and references."""

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
"""Most paragraphs of a passage (judged): a higher number in a field is not believed."""

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)


class Sources(NamedTuple):
    """The sources of an item: quotes of the passage and references, as Markdown."""

    evidence: list[str]
    references: list[str]


class Quotes:
    """The quotes of a passage by the numbers of their paragraphs.

    They are all that a package knows of the passage. `math` says whether the bank holds formulas.
    """

    def __init__(self, math: bool) -> None:
        self.math = math
        self.by_paragraph: dict[int, list[str]] = defaultdict(list)

    def add(self, number: int, quote: str) -> None:
        """Add `quote`, Markdown, to the paragraph `number` unless it is there already."""
        plain = " ".join(parse_text(quote, math=self.math).plain.split())
        if plain not in self.by_paragraph[number]:
            self.by_paragraph[number].append(plain)

    def passage(self, title: str) -> str:
        """Return the text of ``passage.md`` with `title`, and the quotes in their paragraphs.

        There must be a quote.
        """
        lines = [f"# {title}"]
        for number in range(1, max(self.by_paragraph) + 1):
            text = " … ".join(self._inline(quote) for quote in self.by_paragraph.get(number, []))
            lines.append(f"{number}. {text}" if text else f"{number}. …")
        return "\n\n".join(lines) + "\n"

    def _inline(self, text: str) -> str:
        """Return `text` as Markdown that begins no list, heading or quotation in a paragraph."""
        written = markdown([text], math=self.math).source
        first = written[:1]
        return written if first.isalpha() or first == "\\" else f"&#{ord(first)};{written[1:]}"


def read_sources(field: str, quotes: Quotes, carrier: Carrier) -> Sources:
    """Return the sources in `field`, and add quotes with the numbers of paragraphs to `quotes`."""
    sources = Sources([], [])
    for line in _lines(field):
        match = next(filter(None, (words.quote.fullmatch(line) for words in card_words())), None)
        number = int(match["number"]) if match else 0
        text = carrier.text(match["quote"] if match else line)
        if not text:
            continue
        if 1 <= number <= MOST_PARAGRAPHS:
            sources.evidence.append(text)
            quotes.add(number, text)
        else:
            sources.references.append(text if not match else carrier.text(line))
    return sources


def _lines(field: str) -> Iterator[str]:
    """Yield the lines of `field`, where a quote with line breaks inside is a line."""
    waiting = ""
    for line in _BREAK.split(field):
        waiting = f"{waiting}<br>{line}" if waiting else line
        begun = [words for words in card_words() if waiting.startswith(words.opening)]
        if not begun or any(waiting.endswith(words.closing) for words in begun):
            yield waiting
            waiting = ""
    if waiting:
        yield from waiting.split("<br>")
