"""Anki sees no difference of capitals between tags: it would rename one to the other."""

from __future__ import annotations

from collections.abc import Iterator

from quizgen.checks.base import StructureCheck
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Related, Severity
from quizgen.model.item import Difficulty, Word
from quizgen.model.source import NOWHERE


def find(bank: Bank) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each tag of `bank` that has a level in other capitals than before."""
    first = {
        level.value.casefold(): level for tag in _automatic_tags(bank) for level in _levels(tag)
    }
    clashes: dict[str, tuple[Word, Word] | None] = {}
    for item in bank.items:
        for tag in item.tags:
            value = tag.value
            if value not in clashes:
                clashes[value] = _clash(tag, first)
            clash = clashes[value]
            if clash is not None:
                level, earlier = clash
                yield TAGS_DIFFER_IN_CASE.at(
                    tag.span,
                    f"the tags {level.value!r} and {earlier.value!r} differ only in capitals: "
                    "to Anki they are one",
                    "write both the same way",
                    related=_related(earlier),
                )


def _clash(tag: Word, first: dict[str, Word]) -> tuple[Word, Word] | None:
    """Return the first level of `tag` that `first` has in other capitals, and that spelling.

    Levels that `first` does not have are added to it.
    """
    for level in _levels(tag):
        earlier = first.setdefault(level.value.casefold(), level)
        if earlier.value != level.value:
            return level, earlier
    return None


def _automatic_tags(bank: Bank) -> Iterator[Word]:
    """Yield the tags that quizgen adds to notes beside those of their author."""
    yield from (Word(f"topic::{topic.id}") for topic in bank.topics)
    yield from (Word(f"difficulty::{level.value}") for level in Difficulty)


def _levels(tag: Word) -> Iterator[Word]:
    """Yield ``a``, ``a::b`` and ``a::b::c`` of the last: Anki keeps a tag for each level."""
    parts = tag.value.split("::")
    return (Word("::".join(parts[:count]), tag.span) for count in range(1, len(parts) + 1))


def _related(tag: Word) -> tuple[Related, ...]:
    return () if tag.span is NOWHERE else (Related("the other one", tag.span),)


TAGS_DIFFER_IN_CASE = StructureCheck(
    name="tags-differ-in-case",
    severity=Severity.ERROR,
    doc="""
    Two tags, or two levels of tags, differ only in capitals, such as `Goals` and `goals`. To Anki
    they are one, so it would rename one of them. Write both the same way.
    """,
    find=find,
)
