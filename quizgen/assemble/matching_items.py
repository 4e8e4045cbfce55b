"""The items of a bank that match a selection."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quizgen.model.assessment import Selection
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Report
from quizgen.model.did_you_mean import suggestion
from quizgen.model.item import Item, Word


def matching(selection: Selection, bank: Bank) -> list[Item]:
    """Return the items of `bank` that meet every criterion of `selection`.

    Their order is that of ``ids:`` if given, otherwise the bank's.
    """
    topics, types, tags = (
        {word.value for word in words}
        for words in (selection.topics, selection.types, selection.tags)
    )
    matches = [
        item
        for item in bank.items
        if (not topics or item.topic in topics)
        and (not types or item.type in types)
        and (not selection.difficulty or item.difficulty in selection.difficulty)
        and (not tags or any(tag.value in tags for tag in item.tags))
    ]
    if not selection.ids:
        return matches
    by_id = {item.id.value: item for item in matches}
    ids = dict.fromkeys(word.value for word in selection.ids)
    return [by_id[id] for id in ids if id in by_id]


def unknown_names(selection: Selection, bank: Bank) -> list[Diagnostic]:
    """Return an error for each topic, tag or id in `selection` that no item of `bank` has."""
    report = Report()
    items = list(bank.items)
    for noun, words, known in (
        ("topic", selection.topics, [topic.id for topic in bank.topics]),
        ("tag", selection.tags, sorted({tag.value for item in items for tag in item.tags})),
        ("id", selection.ids, [item.id.value for item in items]),
    ):
        for word in _unknown(words, known):
            report.error(
                f"unknown-{noun}",
                word.span,
                f"no item of the bank has the {noun} {word.value!r}",
                suggestion(word.value, known),
            )
    return report.diagnostics


def _unknown(words: Iterable[Word], known: Iterable[str]) -> Iterator[Word]:
    there = set(known)
    return (word for word in words if word.value not in there)
