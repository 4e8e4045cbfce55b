"""What a list of wordings is: how options say “all of the above” and its like."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from quizgen.model.dataclass import dataclass

Phrase = tuple[str, ...]

_Line = tuple[frozenset[Phrase], ...]
"""The choices for each word or words of a line of wordings."""

_Lines = Mapping[str, Sequence[str]]
"""Lines, as they are written, by the words that they can begin with."""


@dataclass(frozen=True, kw_only=True)
class Wordings:
    """The wordings of one language, in lower case and with straight apostrophes.

    A line of `all_of_them`, `none_of_them` and `some_of_them` has alternatives with ``|`` between
    them, ``-`` for none at all, and ``_`` between words of one alternative:
    ``all|each these|those choices|-``. Words of `light` are left out of lines and options alike.
    """

    all_of_them: str = ""
    none_of_them: str = ""
    some_of_them: str = ""
    light: frozenset[str] = frozenset()
    """Words that may stand anywhere and say nothing: the, of, are."""
    verdicts: frozenset[str] = frozenset()
    """What may follow a wording: correct, apply."""
    denials: frozenset[str] = frozenset()
    """Verdicts that turn “all” into “none”, and the reverse: wrong, false."""
    nouns: frozenset[str] = frozenset()
    """What options are called: answers, choices. Letters may follow: answers a and c."""
    around_letters: frozenset[str] = frozenset()
    """What else may stand beside letters: both, only."""
    plain: frozenset[str] = frozenset()
    """Options that look like a wording and are none: all right."""

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The words that a wording can begin with. Few options begin with one."""
        return frozenset(itertools.chain(self._all, self._none, self._some))

    def all_lengths(self, words: Phrase) -> set[int]:
        """Return how many words at the beginning of `words` are a wording of “all of the above”.

        `words` are without light ones, and there is at least one.
        """
        return self._lengths(self._all, words)

    def none_lengths(self, words: Phrase) -> set[int]:
        """Return the same for “none of the above”."""
        return self._lengths(self._none, words)

    def some_lengths(self, words: Phrase) -> set[int]:
        """Return the same for “two of the above”."""
        return self._lengths(self._some, words)

    @cached_property
    def _all(self) -> _Lines:
        return self._by_first_word(self.all_of_them)

    @cached_property
    def _none(self) -> _Lines:
        return self._by_first_word(self.none_of_them)

    @cached_property
    def _some(self) -> _Lines:
        return self._by_first_word(self.some_of_them)

    def _by_first_word(self, lines: str) -> _Lines:
        by_word: dict[str, list[str]] = defaultdict(list)
        for line in lines.splitlines():
            for word in set(self._first_words(line)):
                by_word[word].append(line)
        return by_word

    @cached_property
    def _choices(self) -> dict[str, _Line]:
        """What lines stand for, of those that an option may have: in a check, most have none."""
        return {}

    def _lengths(self, lines: _Lines, words: Phrase) -> set[int]:
        """Return how many words at the beginning of `words` are a phrase of one of `lines`."""
        lengths: set[int] = set()
        for line in lines.get(words[0], ()):
            if line not in self._choices:
                self._choices[line] = tuple(map(frozenset, self._slots(line)))
            lengths |= _ends(self._choices[line], words)
        return lengths - {0}

    def heavy(self, words: Iterable[str]) -> Phrase:
        """Return `words` without the light ones."""
        return tuple([word for word in words if word not in self.light])

    def _first_words(self, line: str) -> Iterator[str]:
        """Yield the first words of the phrases that `line` stands for."""
        for slot in self._slots(line):
            yield from (choice[0] for choice in slot if choice)
            if () not in slot:
                break

    def _slots(self, line: str) -> Iterator[set[Phrase]]:
        """Yield the choices for each word or words of `line`, without light words."""
        for slot in line.split():
            yield {self.heavy(_words(choice)) for choice in slot.split("|")}


def _ends(line: _Line, words: Phrase) -> set[int]:
    """Return where the phrases of `line` end with which `words` begin."""
    ends = {0}
    for slot in line:
        ends = {
            end + len(choice)
            for end in ends
            for choice in slot
            if words[end : end + len(choice)] == choice
        }
        if not ends:
            break
    return ends


def _words(choice: str) -> list[str]:
    return [] if choice == "-" else choice.split("_")
