"""A bank: every item written about one passage."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from quizgen.item import Item
from quizgen.source import NOWHERE, Span
from quizgen.text import Text


@dataclass(frozen=True)
class Passage:
    """The reading text. Paragraphs are numbered from 1, as evidence cites them."""

    title: Text
    paragraphs: tuple[Text, ...]

    def find(self, quote: str) -> int | None:
        """The number of the first paragraph that holds `quote` word for word, if any.

        Runs of white space count as one space; nothing else is forgiven.
        """
        wanted = _flat(quote)
        return next((n for n, flat in enumerate(self.flat, 1) if wanted in flat), None)

    @cached_property
    def flat(self) -> tuple[str, ...]:
        """The paragraphs as plain characters, each run of white space one space."""
        return tuple(_flat(paragraph.plain) for paragraph in self.paragraphs)


def _flat(text: str) -> str:
    """`text` as a reader sees it: composed characters, each run of white space one space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


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

    `passage_is_faulty`: there is one, but it cannot be read.
    """

    id: str
    title: Text
    language: str
    topics: tuple[Topic, ...]
    passage: Passage | None = None
    media: Mapping[str, Media] = field(default_factory=dict)
    span: Span = NOWHERE
    passage_is_faulty: bool = False

    @property
    def items(self) -> Iterator[Item]:
        return (item for topic in self.topics for item in topic.items)
