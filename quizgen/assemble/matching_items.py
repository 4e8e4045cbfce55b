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
    interactions = selection.interactions
    banks = {word.value for word in selection.banks} if bank.joined else set()
    matches = [
        item
        for item in bank.items
        if (not banks or item.bank in banks)
        and (not topics or topics & {item.topic, _bare(item.topic)})
        and (not types or item.type in types)
        and (not interactions or isinstance(item.interaction, interactions))
        and (not selection.difficulty or item.difficulty in selection.difficulty)
        and (not tags or any(tag.value in tags for tag in item.tags))
    ]
    if not selection.ids:
        return matches
    by_id: dict[str, list[Item]] = {}
    for item in matches:
        for name in {item.id.value, item.name}:
            by_id.setdefault(name, []).append(item)
    named = [item for word in selection.ids for item in by_id.get(word.value, ())]
    return list({id(item): item for item in named}.values())


def _bare(topic: str) -> str:
    """Return the name of `topic` without that of its bank."""
    return topic.rpartition("/")[2]


def unknown_names(selection: Selection, bank: Bank) -> list[Diagnostic]:
    """Return an error for each topic, tag or id in `selection` that no item of `bank` has."""
    report = Report()
    if selection.banks:
        banks = [one.name for one in bank.joined] or [bank.span.source.path.parent.name]
        for word in _unknown(selection.banks, banks):
            report.error(
                "unknown-bank",
                word.span,
                f"this deck file is not made of a bank {word.value!r}",
                suggestion(word.value, banks),
            )
    for noun, words, names in (
        ("topic", selection.topics, _topics),
        ("tag", selection.tags, _tags),
        ("id", selection.ids, _ids),
    ):
        known = names(bank) if words else []
        for word in _unknown(words, known):
            report.error(
                f"unknown-{noun}",
                word.span,
                f"no item of the bank has the {noun} {word.value!r}",
                suggestion(word.value, known),
            )
    return report.diagnostics


def _topics(bank: Bank) -> list[str]:
    return [name for topic in bank.topics for name in dict.fromkeys((topic.id, _bare(topic.id)))]


def _tags(bank: Bank) -> list[str]:
    return sorted({tag.value for item in bank.items for tag in item.tags})


def _ids(bank: Bank) -> list[str]:
    return [name for item in bank.items for name in dict.fromkeys((item.id.value, item.name))]


def _unknown(words: Iterable[Word], known: Iterable[str]) -> Iterator[Word]:
    there = set(known)
    return (word for word in words if word.value not in there)
