"""Items and banks as the rules see them: every text as a `TokenizedText`, made once."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from typing import assert_never

from quizgen.checks.nlp.languages import Language, language_of
from quizgen.checks.nlp.numbers import values_in
from quizgen.checks.nlp.stock_options import (
    StockOption,
    names_labels,
    stock_option_of,
    without_label,
)
from quizgen.checks.nlp.tokens import Stemmer, TokenizedText, without_possessive
from quizgen.model.bank import Bank
from quizgen.model.dataclass import dataclass
from quizgen.model.item import (
    Choice,
    ExtendedText,
    GapFill,
    Item,
    Match,
    Numeric,
    Order,
    Reveal,
    TextEntry,
)
from quizgen.model.text import filled, plain_text

GAP = "\N{OBJECT REPLACEMENT CHARACTER}"
"""A gap in the stem of a cloze text. Authors write … themselves, for what they leave out."""


class About(enum.Enum):
    """What an item asks for, as item writers tell kinds of items apart."""

    OPTIONS = "multiple choice"
    STATEMENT = "true or false"
    CARD = "flashcards"
    ENTRY = "short answers"
    GAPS = "cloze texts"
    NUMBER = "numbers"
    LISTS = "matching"
    ORDER = "ordering and timelines"
    ESSAY = "essays"


def about(item: Item) -> About:
    """Return the kind of item that `item` is."""
    match item.interaction:
        case Choice(is_true_false=True):
            return About.STATEMENT
        case Choice():
            return About.OPTIONS
        case Reveal():
            return About.CARD
        case TextEntry():
            return About.ENTRY
        case GapFill():
            return About.GAPS
        case Numeric():
            return About.NUMBER
        case Match():
            return About.LISTS
        case Order():
            return About.ORDER
        case ExtendedText():
            return About.ESSAY
        case _:
            assert_never(item.interaction)


class AnalyzedItem:
    """An item with its words.

    `stem` is what a learner reads before answering: of a cloze text, what is left of it, with a
    `GAP` for each gap; of a stem that quizgen itself wrote, nothing, so that no rule judges it.
    `keys` and `distractors` are those of options to choose; of other items, `keys` are what is to
    be recalled, typed or filled in, and there are no distractors.
    """

    __slots__ = (
        *("_label_names", "_stock_options", "about", "distractors", "item", "keys", "language"),
        *("options", "stem"),
    )

    def __init__(self, item: Item, language: Language, stemmer: Stemmer) -> None:
        self.item = item
        self.language = language
        # Each rule about options looks at all of them.
        self._stock_options: dict[TokenizedText, StockOption | None] | None = None
        self._label_names: dict[TokenizedText, bool] = {}
        self.about = about(item)
        self.keys: tuple[TokenizedText, ...] = ()
        self.distractors: tuple[TokenizedText, ...] = ()
        self.options: tuple[TokenizedText, ...] = ()
        plain = None
        match item.interaction:
            case Choice(options=options):
                texts = [TokenizedText(option.text, stemmer) for option in options]
                pairs = list(zip(texts, options, strict=True))
                self.options = tuple(texts)
                self.keys = tuple([text for text, option in pairs if option.is_key])
                self.distractors = tuple([text for text, option in pairs if not option.is_key])
            case TextEntry(answer=answer) | Reveal(back=answer):
                self.keys = (TokenizedText(answer, stemmer),)
            case GapFill(parts=parts, gaps=gaps):
                self.keys = tuple([TokenizedText(gap.answer, stemmer) for gap in gaps])
                plain = plain_text(filled(parts, lambda gap: (GAP,)))
            case _:
                pass
        if item.fixed_stem:
            plain = ""
        self.stem = TokenizedText(item.stem, stemmer, plain)

    def is_formula(self, option: TokenizedText) -> bool:
        """Return whether `option` only says “all of these” or the like: its words do not count."""
        return self.stock_option_of(option) is not None or self.names_labels(option)

    def stock_option_of(self, option: TokenizedText) -> StockOption | None:
        """Return what `option`, one of `options`, says of the others: “all of the above”.

        Other words may say so as well. To a question that asks how many, “all of them” is a plain
        answer, so then it says nothing.
        """
        if self._stock_options is None:
            first_words = self.language.wordings.first_words
            having = [one for one in self.options if not first_words.isdisjoint(one.words)]
            self._stock_options = {one: self._stock_option_of(one) for one in having}
        return self._stock_options.get(option)

    def _stock_option_of(self, option: TokenizedText) -> StockOption | None:
        words = option.words
        if without_label(option.plain) != option.plain:
            words = words[1:]
        stock_option = stock_option_of(words, self.stem.words, self.language)
        if stock_option is None:
            return None
        question = f" {self.stem.normalized} "
        plain = any(f" {amount} " in question for amount in self.language.amounts)
        return None if plain else stock_option

    def names_labels(self, option: TokenizedText) -> bool:
        """Return whether `option` is made of the letters of other options: A and C."""
        if option not in self._label_names:
            self._label_names[option] = names_labels(option.words, option.plain, self.language)
        return self._label_names[option]

    @property
    def is_true(self) -> bool:
        """Whether a statement to judge is true, which the first of its options says."""
        choice = self.item.interaction
        return isinstance(choice, Choice) and choice.options[0].is_key


class AnalyzedPassage:
    """The words of a passage, by paragraph and all together, its title among them."""

    def __init__(self, paragraphs: list[TokenizedText], language: Language) -> None:
        self.paragraphs = paragraphs
        self._words_in_order = [f" {paragraph.normalized} " for paragraph in paragraphs]
        self.language = language
        words = {word for paragraph in paragraphs for word in paragraph.words}
        self.words = frozenset(words | {without_possessive(word, language) for word in words})
        self._beginnings: dict[int, frozenset[str]] = {}

    @cached_property
    def values(self) -> frozenset[Decimal]:
        """The values of its numbers, however they are written."""
        return frozenset(
            value
            for paragraph in self.paragraphs
            for value in values_in(paragraph.plain, self.language)
        )

    def having(self, words: Sequence[str]) -> Iterator[int]:
        """Yield the index of each paragraph that has `words` side by side."""
        phrase = f" {' '.join(words)} "
        return (n for n, all_words in enumerate(self._words_in_order) if phrase in all_words)

    def holds(self, words: Sequence[str]) -> bool:
        """Return whether a paragraph has `words` side by side."""
        return next(self.having(words), None) is not None

    def beginnings(self, letters: int) -> frozenset[str]:
        """Return the first `letters` letters of each word."""
        if letters not in self._beginnings:
            self._beginnings[letters] = frozenset(word[:letters] for word in self.words)
        return self._beginnings[letters]


@dataclass(frozen=True)
class AnalyzedBank:
    """A bank with the words of its items."""

    bank: Bank

    @cached_property
    def language(self) -> Language:
        """The word lists of the language that the bank is written in."""
        return language_of(self.bank.language)

    @cached_property
    def stemmer(self) -> Stemmer:
        """The roots of the words of all items and of the passage."""
        return Stemmer(self.language)

    def analyzed(self, item: Item) -> AnalyzedItem:
        """Return `item`, one of the bank, with its words, which take much memory if kept."""
        return AnalyzedItem(item, self.language, self.stemmer)

    @cached_property
    def passage(self) -> AnalyzedPassage | None:
        """The passage; None where there is none, or its language is not that of the questions."""
        passage = self.bank.passage
        if passage is None:
            return None
        if passage.language and language_of(passage.language).code != self.language.code:
            return None
        return AnalyzedPassage(
            [TokenizedText(text, self.stemmer) for text in (passage.title, *passage.paragraphs)],
            self.language,
        )
