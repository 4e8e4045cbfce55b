"""Which gaps of a text are which of those of another version of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeAlias

from quizgen.model.named_tuple import NamedTuple
from quizgen.model.text.longest_common_words import WordSequence

MAX_STEPS = 250_000
"""Pairs of words that are compared: 500 words between two changes, a second at worst."""

_Step: TypeAlias = tuple[str, int, int, int, int]
"""What `SequenceMatcher` calls an opcode."""


class GapWords(NamedTuple):
    """A text with gaps: `around` are the texts before, between and behind the `answers`."""

    around: Sequence[str]
    answers: Sequence[str]


class _FilledWords(NamedTuple):
    """The words of a text with its gaps filled in, and the gap that each is of, or None."""

    words: list[str]
    gaps: list[int | None]


class _Left:
    """The gaps of one version that have no partner yet, with their words that have none."""

    def __init__(self, version: _FilledWords) -> None:
        self.words: dict[int, list[int]] = {
            gap: [] for gap in dict.fromkeys(version.gaps) if gap is not None
        }

    @property
    def all(self) -> list[int]:
        """The gaps, in the order of the text."""
        return [gap for gap, words in self.words.items() if words]

    def within(self, start: int, end: int) -> list[int]:
        """Return the gaps whose first word without a partner is from `start` up to `end`."""
        return [gap for gap in self.all if start <= self.words[gap][0] < end]


def gap_pairs(before: GapWords, after: GapWords) -> dict[int, int] | None:
    """Return for the gaps of `after` which of `before` they are, by their places in the order.

    One that is missing is new. Return None where it cannot be decided which is which.

    The words of both, with the gaps filled in, are laid side by side. Two gaps are one where they
    have words in common there, or else the same answer, or else where as many of both are left
    between words in common, or in all. A gap whose words are all in common with words outside of
    gaps is gone, or new.
    """
    old, new = _filled(before), _filled(after)
    steps = _steps(old.words, new.words)
    if steps is None:
        return None
    pairs = _with_words_in_common(old, new, steps)
    left_old, left_new = _Left(old), _Left(new)
    for step, start, end, new_start, new_end in steps:
        if step != "equal":
            _add(left_old, old, range(start, end))
            _add(left_new, new, range(new_start, new_end))
    for gap, partner in pairs.items():
        del left_new.words[gap], left_old.words[partner]
    for gap, partner in _with_same_answer(before, after, left_old, left_new):
        pairs[gap] = partner
        del left_new.words[gap], left_old.words[partner]
    between: dict[int, int] = {}
    for _, start, end, new_start, new_end in steps:
        ours, theirs = left_old.within(start, end), left_new.within(new_start, new_end)
        if not ours or not theirs:
            continue  # gone, or new
        if len(ours) != len(theirs):
            ours, theirs = left_old.all, left_new.all
            return (
                pairs | dict(zip(theirs, ours, strict=True)) if len(ours) == len(theirs) else None
            )
        between.update(zip(theirs, ours, strict=True))
    return pairs | between


def _steps(old: Sequence[str], new: Sequence[str]) -> list[_Step] | None:
    """Return the steps from `old` to `new`, or None where there is too much between changes."""
    shorter = min(len(old), len(new))
    start = next((i for i in range(shorter) if old[i] != new[i]), shorter)
    shorter -= start
    end = next((i for i in range(shorter) if old[-1 - i] != new[-1 - i]), shorter)
    middle, new_middle = old[start : len(old) - end], new[start : len(new) - end]
    if len(middle) * len(new_middle) > MAX_STEPS:
        return None
    matcher = SequenceMatcher(None, middle, new_middle, autojunk=False)
    return [
        ("equal", 0, start, 0, start),
        *(
            (step, first + start, last + start, new_first + start, new_last + start)
            for step, first, last, new_first, new_last in matcher.get_opcodes()
        ),
        ("equal", len(old) - end, len(old), len(new) - end, len(new)),
    ]


def _filled(text: GapWords) -> _FilledWords:
    result = _FilledWords([], [])
    for index, around in enumerate(text.around):
        _append(result, WordSequence(around).words, None)
        if index < len(text.answers):
            answer = text.answers[index]
            _append(result, WordSequence(answer).words or [answer], index)
    return result


def _append(result: _FilledWords, words: Sequence[str], gap: int | None) -> None:
    result.words.extend(word.casefold() for word in words)
    result.gaps.extend([gap] * len(words))


def _add(left: _Left, version: _FilledWords, places: range) -> None:
    for place in places:
        if (gap := version.gaps[place]) is not None:
            left.words[gap].append(place)


def _with_words_in_common(
    old: _FilledWords, new: _FilledWords, steps: Sequence[_Step]
) -> dict[int, int]:
    """Return the pairs of gaps with the most words in common, each gap once."""
    shared: Counter[tuple[int, int]] = Counter()
    for step, start, end, new_start, new_end in steps:
        if step == "equal":
            ours, theirs = old.gaps[start:end], new.gaps[new_start:new_end]
            for partner, gap in zip(ours, theirs, strict=True):
                if partner is not None and gap is not None:
                    shared[gap, partner] += 1
    pairs: dict[int, int] = {}
    for (gap, partner), _ in shared.most_common():
        if gap not in pairs and partner not in pairs.values():
            pairs[gap] = partner
    return pairs


def _with_same_answer(
    before: GapWords, after: GapWords, left_old: _Left, left_new: _Left
) -> Iterator[tuple[int, int]]:
    """Yield pairs of gaps that have no other partner: one has moved, or its word is there twice."""
    waiting: dict[str, list[int]] = {}
    for partner in left_old.words:
        waiting.setdefault(before.answers[partner].casefold(), []).append(partner)
    for gap in list(left_new.words):
        if same := waiting.get(after.answers[gap].casefold()):
            yield gap, same.pop(0)
