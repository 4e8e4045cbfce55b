"""A bank: every item written about one passage."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from quizgen.model.item import Item, Word
from quizgen.model.source import NOWHERE, Span
from quizgen.model.text import Text


@dataclass(frozen=True)
class Passage:
    """The reading text.

    `numbers` has the number that each paragraph bears, None for one without; where it is not
    given, they are numbered from 1. `language` is a BCP 47 tag, None where it is the bank's.
    """

    title: Text
    paragraphs: tuple[Text, ...]
    numbers: tuple[int | None, ...] = ()
    language: str | None = None

    def __post_init__(self) -> None:
        if not self.numbers:
            object.__setattr__(self, "numbers", tuple(range(1, len(self.paragraphs) + 1)))

    def holds(self, quote: str) -> bool:
        """Whether a paragraph holds `quote` word for word.

        Runs of white space count as one space; nothing else is forgiven.
        """
        return self.index(quote) is not None

    def number(self, quote: str) -> int | None:
        """The number to cite for `quote`; None if it stands in no paragraph with a number."""
        index = self.index(quote)
        return None if index is None else self.numbers[index]

    def index(self, quote: str) -> int | None:
        """Which paragraph, from 0, holds `quote` first; None if none does."""
        wanted = _flat(quote)
        return next((i for i, flat in enumerate(self.flat) if wanted in flat), None)

    @cached_property
    def flat(self) -> tuple[str, ...]:
        """The paragraphs as plain characters, each run of white space one space."""
        return tuple(_flat(paragraph.plain) for paragraph in self.paragraphs)


def _flat(text: str) -> str:
    """`text` as a reader sees it: composed characters, each run of white space one space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


class GlossaryEntry(NamedTuple):
    """A word of the passage and what it means. `language` is the word's, as for `Passage`."""

    term: Text
    meaning: Text
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """The items of one topic file, in the author's order. `id` is what selections name."""

    id: str
    title: Text
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Media:
    """One picture of the bank's media folder, read into memory."""

    name: str
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Bank:
    """`id` is part of every note's identity in Anki: it never changes once a deck is out.

    `passage_is_faulty`: there is one, but it cannot be read. `released` is the day on which
    pupils first got a deck, as the author wrote it. `link_schemes` are what links may begin with
    beside http, https and mailto, such as tel.
    """

    id: str
    title: Text
    language: str
    topics: tuple[Topic, ...]
    passage: Passage | None = None
    media: Mapping[str, Media] = field(default_factory=dict)
    span: Span = NOWHERE
    passage_is_faulty: bool = False
    glossary: tuple[GlossaryEntry, ...] = ()
    released: Word | None = None
    link_schemes: tuple[str, ...] = ()

    @property
    def items(self) -> Iterator[Item]:
        return (item for topic in self.topics for item in topic.items)
