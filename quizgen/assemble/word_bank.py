"""The word bank of a section: the answers of its gaps, to choose from."""

from __future__ import annotations

from collections.abc import Iterable

from quizgen.assemble.shuffle import shuffled
from quizgen.model.item import GapFill, Item
from quizgen.model.text import Text, exact_key


def word_bank(items: Iterable[Item], *seed: str) -> tuple[Text, ...]:
    """Return the answers to the gaps of `items`, mixed by `seed`, equal answers only once.

    They are sorted before they are mixed, so that their order does not depend on their gaps. Three
    or more words are never in the order of the gaps. Two may be: if they never were, their order
    would give the answers away.
    """
    gaps = (
        gap
        for item in items
        if isinstance(item.interaction, GapFill)
        for gap in item.interaction.gaps
    )
    words: dict[str, Text] = {}
    for gap in gaps:
        words.setdefault(exact_key(gap.answer), gap.answer)
    solved = tuple(words)
    mixed = shuffled(sorted(solved), *seed)
    if len(solved) > 2 and mixed == solved:
        mixed = (*mixed[1:], *mixed[:1])
    return tuple(words[word] for word in mixed)
