"""A text as words, found once and looked at by every rule."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from quizgen.checks.nlp.languages import Language
from quizgen.checks.nlp.stems import stem
from quizgen.model.source import Span
from quizgen.model.text import Style, Styled, Text

_WORD = r"[^\W_]+(?:['\u2019-][^\W_]+|(?<=\d)[.,]\d+)*"
_DIGIT = re.compile(r"\d")
_QUOTED = re.compile(r"“[^”]*”|„[^“”]*[“”]|«[^»]*»|\"[^\"]*\"|‘[^’]*’")


def words_of(text: str, language: Language) -> list[str]:
    """The words of `text` in lower case: ``don't`` and ``know-how`` are one each.

    In a language with elisions ``l'usine`` is two, ``l'`` and ``usine``.
    """
    return word_pattern(language.elided).findall(text.lower().replace("\u2019", "'"))


@cache
def word_pattern(elided: frozenset[str]) -> re.Pattern[str]:
    """What finds a word, where `elided` ones are written together with the next."""
    if not elided:
        return re.compile(_WORD)
    return re.compile(rf"(?:{'|'.join(sorted(elided))})['\u2019]|{_WORD}", re.IGNORECASE)


class Stemmer(dict[str, str]):
    """Word → what it has in common with its other forms; empty for a word without content."""

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
    """One author text: `plain` characters, composed, and its `words` in lower case, in order."""

    __slots__ = ("_content", "_roots", "plain", "text", "words")

    def __init__(self, text: Text, roots: Stemmer, plain: str | None = None) -> None:
        self.text = text
        if plain is None:
            runs = text.runs  # most are one run of plain characters: no call for those
            plain = runs[0] if len(runs) == 1 and isinstance(runs[0], str) else text.plain
        self.plain = _composed(plain)
        self.words = words_of(self.plain, roots.language)
        self._roots = roots
        self._content: tuple[str, ...] | None = None

    @property
    def span(self) -> Span:
        return self.text.span

    @property
    def content(self) -> tuple[str, ...]:
        """The roots of the words that carry content, in order."""
        if self._content is None:
            roots = self._roots
            self._content = tuple([root for word in self.words if (root := roots[word])])
        return self._content

    def carries_content(self, word: str) -> bool:
        """Whether `word`, in lower case, says something by itself: not “the”."""
        return bool(self._roots[word])

    @property
    def has_digit(self) -> bool:
        return _DIGIT.search(self.plain) is not None

    @property
    def said(self) -> str:
        """The words with single spaces, to compare with a list of phrases."""
        return " ".join(self.words)

    def beginning(self, count: int) -> str:
        """The first so many words, as their author wrote them."""
        return " ".join([found[0] for found in itertools.islice(self._written(), count)])

    def written(self, word: str) -> str:
        """`word`, which is here, as its author wrote it."""
        return next((f[0] for f in self._written() if self._lower(f[0]) == word), word)

    def spelled(self, root: str) -> str:
        """The word that `root` stands for here, as its author wrote it."""
        for found in self._written():
            if self._roots[self._lower(found[0])] == root:
                return found[0]
        return root

    @property
    def unquoted(self) -> str:
        """What does not stand in quotation marks."""
        return _QUOTED.sub(" ", self.plain)

    def emphasised(self) -> set[str]:
        """The words in bold, in italics or in capitals."""
        loud = [
            run.text
            for run in self.text.runs
            if isinstance(run, Styled) and run.style & (Style.STRONG | Style.EMPHASIS)
        ]
        loud += [found[0] for found in self._written() if _is_capitals(found[0])]
        language = self._roots.language
        return {word for text in loud for word in words_of(_composed(text), language)}

    @staticmethod
    def _lower(written: str) -> str:
        return written.lower().replace("\u2019", "'")

    def _written(self) -> Iterator[re.Match[str]]:
        """Each word with its place in `plain`, as its author wrote it."""
        return word_pattern(self._roots.language.elided).finditer(self.plain)


def _composed(text: str) -> str:
    """`text` with accents as parts of their letters: by itself, one would end a word."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _is_capitals(word: str) -> bool:
    return len(word.rstrip("'\u2019")) > 1 and word.isupper()


def quoted_list(words: list[str] | tuple[str, ...]) -> str:
    """``“one”, “two” and “three”``, for messages."""
    marked = [f"“{word}”" for word in words]
    return marked[0] if len(marked) == 1 else f"{', '.join(marked[:-1])} and {marked[-1]}"
