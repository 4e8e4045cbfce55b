"""Anki sees no difference of capitals between tags: it would rename one to the other."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Related, Report
from quizgen.model.item import Difficulty, Word
from quizgen.model.source import NOWHERE


def tags_are_spelled_one_way(bank: Bank, report: Report) -> None:
    first = {level.value.casefold(): level for tag in _own_tags(bank) for level in _levels(tag)}
    clashes: dict[str, tuple[Word, Word] | None] = {}
    for item in bank.items:
        for tag in item.tags:
            if tag.value not in clashes:
                clashes[tag.value] = _clash(tag, first)
            clash = clashes[tag.value]
            if clash is not None:
                level, earlier = clash
                report.error(
                    "tags-differ-in-case",
                    tag.span,
                    f"the tags {level.value!r} and {earlier.value!r} differ only in capitals: "
                    "to Anki they are one",
                    "write both the same way",
                    related=_related(earlier),
                )


def _clash(tag: Word, first: dict[str, Word]) -> tuple[Word, Word] | None:
    """The first level of `tag` that `first` knows in other capitals, and how; learns the rest."""
    for level in _levels(tag):
        earlier = first.setdefault(level.value.casefold(), level)
        if earlier.value != level.value:
            return level, earlier
    return None


def _own_tags(bank: Bank) -> Iterator[Word]:
    """The tags that every note gets beside its author's."""
    yield from (Word(f"topic::{topic.id}") for topic in bank.topics)
    yield from (Word(f"difficulty::{level.value}") for level in Difficulty)


def _levels(tag: Word) -> Iterator[Word]:
    """``a``, ``a::b`` and ``a::b::c`` of the last: Anki keeps a tag for each level."""
    parts = tag.value.split("::")
    return (Word("::".join(parts[:count]), tag.span) for count in range(1, len(parts) + 1))


def _related(tag: Word) -> tuple[Related, ...]:
    return () if tag.span is NOWHERE else (Related("the other one", tag.span),)
