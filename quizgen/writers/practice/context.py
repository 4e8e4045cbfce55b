"""What the markup of every question of a page is made with."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping

from quizgen.model.bank import Bank, Passage
from quizgen.model.dataclass import dataclass
from quizgen.model.item import GapFill, Item
from quizgen.model.text import Text, filled, plain_text
from quizgen.model.translations import PracticeWords, Translations
from quizgen.writers.practice.rich_text import RichText, escape
from quizgen.writers.shared.language import direction


@dataclass(frozen=True, slots=True)
class PageContext:
    """The texts of a page in `words` of its language, and the `passages` beside its questions.

    `identities` are those of items by their names: under them a browser keeps progress.
    """

    bank: Bank
    texts: RichText
    words: Translations
    practice: PracticeWords
    passages: tuple[Passage, ...]
    identities: Mapping[str, str]
    has_key: bool
    heading: str = "h3"

    def html(self, text: Text | None) -> str:
        """Return the HTML of `text`."""
        return self.texts.text(text)

    def dir(self, text: Text | str | None) -> str:
        """Return an attribute with the direction of `text`, "" for that of the page."""
        plain = text.plain if isinstance(text, Text) else text or ""
        written = first_direction(plain)
        return f" dir={written}" if written not in ("", direction(self.bank.language)) else ""

    def sources(self, item: Item, evidence: Iterable[Text]) -> list[str]:
        """Return a line for each quote in `evidence`, a link to its place if that is on the page.

        Behind these stands a line for each reference of `item`.
        """
        passage = self.bank.passage_of(item)
        lines = [self._quote(quote, passage) for quote in evidence]
        return lines + [self.html(reference) for reference in item.references]

    def _quote(self, quote: Text, passage: Passage | None) -> str:
        opening, closing = self.words.quoted(passage.number(quote.plain) if passage else None)
        index = passage.index(quote.plain) if passage else None
        words = escape(quote.plain)
        if passage in self.passages and passage is not None and index is not None:
            address = paragraph_id(self.passages.index(passage), index)
            words = f'<a class=cite href="#{address}">{words}</a>'
        if passage is not None and passage.language:
            words = f"<span {language_attributes(passage.language)}>{words}</span>"
        return f"{escape(opening)}{words}{escape(closing)}"


def first_direction(text: str) -> str:
    """Return the direction of the first letter in `text` that has one, as ``dir=auto`` finds it."""
    for letter in text:
        match unicodedata.bidirectional(letter):
            case "L":
                return "ltr"
            case "R" | "AL":
                return "rtl"
    return ""


def outside_gaps(gap_fill: GapFill) -> str:
    """Return the characters of a text with gaps that are in none of them."""
    return plain_text(filled(gap_fill.parts, lambda gap: ()))


def paragraph_id(passage: int, paragraph: int) -> str:
    """Return the id on the page of a paragraph; both count from 0."""
    return f"p{passage}-{paragraph}"


def language_attributes(language: str) -> str:
    """Return the attributes that tell `language` and its direction of writing."""
    return f'lang="{escape(language)}" dir="{direction(language)}"'
