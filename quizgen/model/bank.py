"""A bank: all items about a passage."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import cached_property

from quizgen.model.case import Case
from quizgen.model.dataclass import dataclass
from quizgen.model.item import Item, Word
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.source import NOWHERE, Span
from quizgen.model.text import Text


@dataclass(frozen=True)
class Passage:
    """The reading text of a bank.

    `numbers` has the number of each paragraph, None for a paragraph without; where it is not
    given, paragraphs are numbered from 1. `language` is a BCP 47 tag, None for the bank's.
    """

    title: Text
    paragraphs: tuple[Text, ...]
    numbers: tuple[int | None, ...] = ()
    language: str | None = None

    def __post_init__(self) -> None:
        if not self.numbers:
            object.__setattr__(self, "numbers", tuple(range(1, len(self.paragraphs) + 1)))

    def holds(self, quote: str) -> bool:
        """Return whether a paragraph holds `quote` word for word.

        Texts are compared in Unicode's NFC, and runs of white space count as one space; any other
        difference counts.
        """
        return self.index(quote) is not None

    def number(self, quote: str) -> int | None:
        """Return the number of the first paragraph that holds `quote`.

        Return None where no paragraph holds `quote`, or that paragraph has no number.
        """
        index = self.index(quote)
        return None if index is None else self.numbers[index]

    def index(self, quote: str) -> int | None:
        """Return the index of the first paragraph that holds `quote`, or None."""
        flat_quote = _normalized(quote)
        return next((i for i, flat in enumerate(self.flat) if flat_quote in flat), None)

    @cached_property
    def flat(self) -> tuple[str, ...]:
        """The paragraphs as plain characters, each run of white space one space."""
        return tuple(_normalized(paragraph.plain) for paragraph in self.paragraphs)


def _normalized(text: str) -> str:
    """Return `text` in Unicode's NFC, with a space for each run of white space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


class GlossaryEntry(NamedTuple):
    """A word of the passage with its meaning.

    `language` is that of `term`, a BCP 47 tag, None for the bank's.
    """

    term: Text
    meaning: Text
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Topic:
    """The items of a topic file, in the author's order. Selections name a topic by its `id`.

    `cases` are those that the file declares, whether or not an item is in them.
    """

    id: str
    title: Text
    items: tuple[Item, ...]
    cases: tuple[Case, ...] = ()


@dataclass(frozen=True, slots=True)
class Media:
    """A picture or sound of the bank's media folder, read into memory."""

    name: str
    content: bytes = field(repr=False)


class JoinedBank(NamedTuple):
    """One of the banks that a deck file brings together; `name` is that of its folder."""

    name: str
    title: Text
    passage: Passage | None


@dataclass(frozen=True, slots=True)
class Bank:
    """All that a bank's folder holds.

    `id` is part of every note's identity in Anki: it must not change once learners have a deck.
    `span` is where it stands. `language` is a BCP 47 tag. `media` are pictures and sounds by their
    names in texts. `passage_is_faulty` says that the bank names a passage that cannot be read.
    `released` is the day on which pupils first got a deck, as the author wrote it. `link_schemes`
    are what links may begin with beside http, https and mailto, such as tel. `joined` are the banks
    that this one was made of, for a deck file of several: then it has no passage of its own.
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
    joined: tuple[JoinedBank, ...] = ()

    def passage_of(self, item: Item) -> Passage | None:
        """Return the passage that `item` is about; None where its bank has none."""
        return next((one.passage for one in self.joined if one.name == item.bank), self.passage)

    def title_of(self, item: Item) -> Text:
        """Return the title of the bank of `item`."""
        return next((one.title for one in self.joined if one.name == item.bank), self.title)

    @property
    def items(self) -> Iterator[Item]:
        """The items of all topics, in the author's order."""
        return (item for topic in self.topics for item in topic.items)
