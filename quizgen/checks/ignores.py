"""What the items of a bank say to ignore: ``lint: {ignore: [clang]}``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizgen.checks.ignorable import ignorable_names, refusal
from quizgen.model.diagnostics import Diagnostic, Severity
from quizgen.model.item import Item, Word
from quizgen.model.item_index import ItemIndex


def without_ignored(
    diagnostics: Iterable[Diagnostic], items: Iterable[Item]
) -> Iterator[Diagnostic]:
    """Yield `diagnostics` except those that an item ignores at their place or a related place.

    Only warnings, and what the item writer's rules find, can be ignored. After `diagnostics`
    comes one for each name that is unknown, cannot be ignored or has nothing to ignore.
    """
    ignoring = [item for item in items if item.ignored]
    if not ignoring:
        yield from diagnostics
        return
    index = ItemIndex(ignoring)
    ignorable = ignorable_names()
    used: set[int] = set()
    for diagnostic in diagnostics:
        words = _ignoring(diagnostic, index) if diagnostic.name in ignorable else []
        used.update(map(id, words))
        if not words:
            yield diagnostic
    for item in ignoring:
        yield from (_unused(word) for word in item.ignored if id(word) not in used)


def _ignoring(diagnostic: Diagnostic, index: ItemIndex) -> list[Word]:
    """Return the words by which the items that `diagnostic` points at ignore it."""
    spans = [diagnostic.span, *(related.span for related in diagnostic.related)]
    items = [item for span in spans if (item := index.at(span)) is not None]
    return [word for item in items for word in item.ignored if word.value == diagnostic.name]


def _unused(word: Word) -> Diagnostic:
    """Return the diagnostic about `word`, which ignores nothing."""
    refused = refusal(word.value, to_ignore=True)
    if refused:
        return Diagnostic(refused.name, Severity.WARNING, refused.message, word.span, refused.help)
    return Diagnostic(
        "unused-ignore",
        Severity.WARNING,
        f"there is no {word.value} to ignore in this question",
        word.span,
        "remove the name, or the whole of lint: if it is the only one",
    )
