"""Options that say nothing of their own: all of the above, none of them, A and C."""

from __future__ import annotations

import enum
from collections.abc import Sequence

from quizgen.checks.nlp.languages import Language
from quizgen.checks.nlp.word_lists import words as word_list
from quizgen.model.pattern import pattern

_LABELS = word_list("a b c d e f g h 1 2 3 4 5 6 7 8 i ii iii iv v vi vii viii")
"""What options are called on paper."""

_LEADING_LABEL = pattern(r"\A\s*(?:\((?:[a-hA-H]|\d)\)|(?:[a-hA-H]|\d)[).:](?=\s))\s*")
"""A letter that its author typed before an option: a) or (A) or A."""

_JOINING_SIGN = pattern(r"\s[&+]\s|\w[)]?\s?[/&+]\s?[(]?\w")


class StockOption(enum.Enum):
    """What an option says of the others."""

    ALL = "all of the above"
    NONE = "none of the above"
    SOME = "two of the above"


def without_label(plain: str) -> str:
    """Return an option without the letter that stands before it: ``d) All of them``."""
    return _LEADING_LABEL.sub("", plain, count=1)


def stock_option_of(
    words: Sequence[str], stem_words: Sequence[str], language: Language
) -> StockOption | None:
    """Return what an option of `words` says of the others; None if it says something of its own.

    Behind one of the wordings of `language`, a verdict may follow (are correct), and behind one of
    several words also what options are called, and words of the question: none of these countries.
    """
    wordings = language.wordings
    heavy = wordings.heavy(words)
    if not heavy or heavy[0] not in wordings.first_words or " ".join(words) in wordings.plain:
        return None
    kinds = {
        **dict.fromkeys(wordings.some_lengths(heavy), StockOption.SOME),
        **dict.fromkeys(wordings.all_lengths(heavy), StockOption.ALL),
        **dict.fromkeys(wordings.none_lengths(heavy), StockOption.NONE),
    }
    for end in sorted(kinds, reverse=True):
        kind = kinds[end]
        if end == 1 and len(words) == 1 and heavy[0] in language.numbers:
            continue
        tail = set(heavy[end:]) - wordings.verdicts - wordings.denials
        if tail and (end == 1 or not tail.issubset(wordings.nouns.union(stem_words))):
            continue
        return _turned(kind) if not wordings.denials.isdisjoint(heavy[end:]) else kind
    return None


def names_labels(words: Sequence[str], plain: str, language: Language) -> bool:
    """Return whether an option is made of the letters of others: A and C, answers 1 and 3 only."""
    if _LABELS.isdisjoint(words):
        return False
    labels = [word for word in words if word in _LABELS]
    labels = [label for label in labels if label not in language.joiners]
    if len(labels) < 2 or len(labels) != len(set(labels)):
        return False
    wordings = language.wordings
    beside = wordings.nouns | wordings.verdicts | wordings.around_letters | language.joiners
    beside |= wordings.light | language.both
    others = [word for word in words if word not in labels]
    if not beside.issuperset(others):
        return False
    named = not wordings.nouns.isdisjoint(others)
    joining = language.joiners | wordings.around_letters
    joined = not joining.isdisjoint(others) or _JOINING_SIGN.search(plain) is not None
    return named or (joined and not all(label.isdigit() for label in labels))


def _turned(kind: StockOption) -> StockOption:
    """Return what `kind` comes to where the options are called wrong: all are wrong, none is."""
    return {StockOption.ALL: StockOption.NONE, StockOption.NONE: StockOption.ALL}.get(kind, kind)
