"""The negations among words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quizgen.checks.nlp.languages import Language
from quizgen.model.named_tuple import NamedTuple


class Negation(NamedTuple):
    """The words of a negation, and whether they turn a question round: “not”, but not “without”."""

    words: tuple[str, ...]
    turns: bool


def negations(words: Sequence[str], language: Language) -> list[Negation]:
    """Return the negations among `words`; those that strengthen each other are one: ni … ni."""
    if (language.negatives | language.denials | language.verdicts).isdisjoint(words):
        return []
    chain = tuple(dict.fromkeys(word for word in words if word in language.concord))
    if language.particles and language.particles.isdisjoint(words):
        chain = ()
    together = [Negation(chain, not language.negatives.isdisjoint(chain))] if chain else []
    return [*together, *_alone(words, language)]


def _alone(words: Sequence[str], language: Language) -> Iterator[Negation]:
    """Yield the negations among `words` that are one word each."""
    for n, word in enumerate(words):
        after = words[n + 1] if n + 1 < len(words) else ""
        before = words[n - 1] if n else ""
        if word in language.concord:
            continue
        if word in language.verdicts:
            if _judges(before, after, language):
                yield Negation((word,), turns=True)
        elif word in language.negatives:
            if after in language.only_before.get(word, {after}):
                yield Negation((word,), turns=True)
        elif word in language.denials:
            yield Negation((word,), turns=False)


def _judges(before: str, after: str, language: Language) -> bool:
    """Return whether “false” stands alone, or at a statement: it is false; a false answer.

    A “false friend” is something else.
    """
    if before in language.claims or after in language.claims:
        return True
    return all(not word or word in language.stop_words for word in (before, after))
