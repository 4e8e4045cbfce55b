"""What a list of wordings is: how options say “all of the above” and its like."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from functools import cached_property

from quizgen.model.dataclass import dataclass

Phrase = tuple[str, ...]

_Line = tuple[frozenset[Phrase], ...]
"""The choices for each word or words of a line of wordings."""


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
        lines = "\n".join((self.all_of_them, self.none_of_them, self.some_of_them)).splitlines()
        return frozenset(itertools.chain.from_iterable(map(self._first_words, lines)))

    @cached_property
    def longest(self) -> int:
        """How many words the longest wording has."""
        lines = (*self._all, *self._none, *self._some)
        return max((sum(max(map(len, slot)) for slot in line) for line in lines), default=0)

    def is_all(self, phrase: Phrase) -> bool:
        """Tell whether `phrase`, without light words, is a wording of “all of the above”."""
        return any(_matches(line, phrase) for line in self._all)

    def is_none(self, phrase: Phrase) -> bool:
        """Tell whether `phrase` is one of “none of the above”."""
        return any(_matches(line, phrase) for line in self._none)

    def is_some(self, phrase: Phrase) -> bool:
        """Tell whether `phrase` is one of “two of the above”."""
        return any(_matches(line, phrase) for line in self._some)

    @cached_property
    def _all(self) -> tuple[_Line, ...]:
        return tuple(map(self._slots_of, self.all_of_them.splitlines()))

    @cached_property
    def _none(self) -> tuple[_Line, ...]:
        return tuple(map(self._slots_of, self.none_of_them.splitlines()))

    @cached_property
    def _some(self) -> tuple[_Line, ...]:
        return tuple(map(self._slots_of, self.some_of_them.splitlines()))

    def _slots_of(self, line: str) -> _Line:
        return tuple(map(frozenset, self._slots(line)))

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


def _matches(line: _Line, phrase: Phrase) -> bool:
    """Tell whether `phrase`, which is not empty, is a choice of each slot of `line`."""
    ends = {0}
    for slot in line:
        ends = {
            end + len(choice)
            for end in ends
            for choice in slot
            if phrase[end : end + len(choice)] == choice
        }
    return len(phrase) in ends


def _words(choice: str) -> list[str]:
    return [] if choice == "-" else choice.split("_")
