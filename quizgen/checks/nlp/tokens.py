"""A text as words, found once and looked at by every rule."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from quizgen.checks.nlp.languages import Language
from quizgen.checks.nlp.stems import stem
from quizgen.model.pattern import pattern
from quizgen.model.source import Span
from quizgen.model.text import Style, Styled, Text, inline_runs

_WORD = r"[^\W_]+(?:['\u2019-][^\W_]+|(?<=\d)[.,]\d+)*"
_DIGIT = pattern(r"\d")
_QUOTED = pattern(r"“[^”]*”|„[^“”]*[“”]|«[^»]*»|\"[^\"]*\"|‘[^’]*’")


def words_of(text: str, language: Language) -> list[str]:
    """Return the words of `text` in lower case: ``don't`` and ``know-how`` are one each.

    In a language with elisions ``l'usine`` is two, ``l'`` and ``usine``.
    """
    return word_pattern(language.elided).findall(text.lower().replace("\u2019", "'"))


@cache
def word_pattern(elided: frozenset[str]) -> re.Pattern[str]:
    """Return the pattern of a word in a language whose `elided` words join the next one."""
    if not elided:
        return re.compile(_WORD)
    return re.compile(rf"(?:{'|'.join(sorted(elided))})['\u2019]|{_WORD}", re.IGNORECASE)


def without_possessive(word: str, language: Language) -> str:
    """Return `word`, in lower case, without what shows that something belongs to it: kim's."""
    for ending in language.possessive:
        if word.endswith(ending) and len(word) > len(ending):
            return word[: -len(ending)]
    return word


class Stemmer(dict[str, str]):
    """The root of each word: what it has in common with its other forms, “” if it has no content.

    The root of a word is what linguists call its stem; a stem is the text of a question here. Roots
    are found once: a bank repeats most of its words.
    """

    def __init__(self, language: Language) -> None:
        super().__init__()
        self.language = language

    def __missing__(self, word: str) -> str:
        self[word] = root = self._root(word)
        return root

    def _root(self, word: str) -> str:
        language = self.language
        if not language.stop_words or word in language.stop_words:
            return ""
        if word[-1].isdigit():
            return word
        if len(word) == 1 or word[-1] == "'":
            return ""
        return stem(word, language)


class TokenizedText:
    """One author text: its `plain` characters, composed, and its `words` in lower case."""

    __slots__ = ("_content", "_stemmer", "plain", "text", "words")

    words: list[str]

    def __init__(self, text: Text, stemmer: Stemmer, plain: str | None = None) -> None:
        self.text = text
        if plain is None:
            runs = text.runs  # most are one run of plain characters: no call for those
            plain = runs[0] if len(runs) == 1 and isinstance(runs[0], str) else text.plain
        self.plain = _composed(plain)
        self._stemmer = stemmer
        self._content: tuple[str, ...] | None = None

    if not TYPE_CHECKING:  # or any misspelt attribute would pass

        def __getattr__(self, name: str) -> list[str]:
            """Return the words, found when they are first needed: many texts are only measured.

            Python calls this only where there is no attribute `name` yet.
            """
            if name != "words":
                raise AttributeError(name)
            self.words = words_of(self.plain, self._stemmer.language)
            return self.words

    @property
    def span(self) -> Span:
        """The place of the text in its file."""
        return self.text.span

    @property
    def content(self) -> tuple[str, ...]:
        """The roots of the words that carry content, in order."""
        if self._content is None:
            stemmer = self._stemmer
            self._content = tuple([root for word in self.words if (root := stemmer[word])])
        return self._content

    def root(self, word: str) -> str:
        """Return the root of `word`, in lower case; “” if it has no content."""
        return self._stemmer[word]

    def carries_content(self, word: str) -> bool:
        """Return whether `word`, in lower case, says something by itself: not “the”."""
        return bool(self._stemmer[word])

    @property
    def has_digit(self) -> bool:
        """Whether a digit stands in the text."""
        return _DIGIT.search(self.plain) is not None

    @property
    def normalized(self) -> str:
        """The words with single spaces between them, to compare with a list of phrases."""
        return " ".join(self.words)

    def beginning(self, count: int) -> str:
        """Return the first `count` words as their author wrote them."""
        return " ".join([match[0] for match in itertools.islice(self._matches(), count)])

    def written(self, word: str) -> str:
        """Return `word`, which is one of `words`, as its author wrote it."""
        return next((m[0] for m in self._matches() if self._lower(m[0]) == word), word)

    def spelled(self, root: str) -> str:
        """Return the first word of this text with the root `root`, as its author wrote it."""
        for match in self._matches():
            if self._stemmer[self._lower(match[0])] == root:
                return match[0]
        return root

    @property
    def unquoted(self) -> str:
        """The text without what stands in quotation marks."""
        return _QUOTED.sub(" ", self.plain)

    def emphasised(self) -> set[str]:
        """Return the words in bold, in italics or in capitals, in lower case."""
        emphasised = [
            run.text
            for run in inline_runs(self.text.runs)
            if isinstance(run, Styled) and run.style & (Style.STRONG | Style.EMPHASIS)
        ]
        emphasised += [match[0] for match in self._matches() if _is_capitals(match[0])]
        language = self._stemmer.language
        return {word for text in emphasised for word in words_of(_composed(text), language)}

    @staticmethod
    def _lower(written: str) -> str:
        return written.lower().replace("\u2019", "'")

    def _matches(self) -> Iterator[re.Match[str]]:
        """Yield each word with its place in `plain`, as its author wrote it."""
        return word_pattern(self._stemmer.language.elided).finditer(self.plain)


def _composed(text: str) -> str:
    """Return `text` with accents as parts of their letters: an accent alone would end a word."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _is_capitals(word: str) -> bool:
    return len(word.rstrip("'\u2019")) > 1 and word.isupper()


def quoted_list(words: list[str] | tuple[str, ...]) -> str:
    """Return `words` for a message, such as ``“one”, “two” and “three”``."""
    marked = [f"“{word}”" for word in words]
    return marked[0] if len(marked) == 1 else f"{', '.join(marked[:-1])} and {marked[-1]}"
