"""Several banks as one, for a deck file that makes a worksheet or an export of them all."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar, cast

from quizgen.model.bank import Bank, JoinedBank, Media, Topic
from quizgen.model.diagnostics import Related, Report
from quizgen.model.item import Item
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.source import Source, Span
from quizgen.model.text import Image, Sound
from quizgen.model.word import Word

T = TypeVar("T")

SCRIPT_LENGTH = 4
"""Letters of a script in a language tag, as in ``sr-Latn``; a region has two or three."""


class NamedBank(NamedTuple):
    """A bank, and the name by which the deck file knows it."""

    name: Word
    bank: Bank


def _are_alike(one: str, other: str) -> bool:
    """Return whether two language tags (BCP 47) differ in their regions alone."""
    if one == other:
        return True
    codes = [tag.lower().split("-") for tag in (one, other)]
    scripts = [[part for part in parts[1:] if len(part) == SCRIPT_LENGTH] for parts in codes]
    return codes[0][0] == codes[1][0] != "zh" and scripts[0] == scripts[1]


def join(named: Sequence[NamedBank], report: Report) -> Bank:
    """Return the banks `named` as one; the only one as it is.

    Items know their bank. A topic that several banks have gets that of its bank before its name,
    and so does a file of media whose name stands for different pictures. Banks in other languages
    than the first are reported: a sheet has one. That of one region, such as ``en-GB``, is no other
    language than that of another.
    """
    first = named[0].bank
    if len(named) == 1:
        return first
    for name, bank in named[1:]:
        if not _are_alike(bank.language, first.language):
            report.error(
                "banks-in-two-languages",
                name.span,
                f"the bank {name.value!r} is in {bank.language}, and {named[0].name.value!r} in "
                f"{first.language}",
                "write a deck file for each: a sheet speaks one language to its pupils",
                related=(Related("the first bank", named[0].name.span),),
            )
    shared_topics = _shared([topic.id for _, bank in named for topic in bank.topics])
    clashing = _clashing_media([bank for _, bank in named])
    parts = [_part(one, shared_topics, clashing) for one in named]
    return Bank(
        id="+".join(bank.id for _, bank in named),
        title=first.title,
        language=first.language,
        topics=tuple(topic for part in parts for topic in part.topics),
        media={name: media for part in parts for name, media in part.media.items()},
        span=first.span,
        passage_is_faulty=any(bank.passage_is_faulty for _, bank in named),
        glossary=tuple(entry for part in parts for entry in part.glossary),
        link_schemes=tuple(dict.fromkeys(s for _, bank in named for s in bank.link_schemes)),
        joined=tuple(
            JoinedBank(name.value, part.title, part.passage)
            for (name, _), part in zip(named, parts, strict=True)
        ),
    )


def _part(one: NamedBank, shared_topics: set[str], clashing: set[str]) -> Bank:
    """Return the bank `one` with names that no other has."""
    name, bank = one.name.value, one.bank
    media_names = {file: f"{name}/{file}" for file in bank.media if file in clashing}
    if media_names:
        bank = with_media_names(bank, media_names)
    return replace(
        bank,
        topics=tuple(
            _topic(topic, f"{name}/{topic.id}" if topic.id in shared_topics else topic.id, name)
            for topic in bank.topics
        ),
        media={
            media_names.get(file, file): Media(media_names.get(file, file), media.content)
            for file, media in one.bank.media.items()
        },
    )


def _topic(topic: Topic, id: str, bank: str) -> Topic:
    items: tuple[Item, ...] = tuple(replace(item, bank=bank, topic=id) for item in topic.items)
    return replace(topic, id=id, items=items)


def _shared(names: Sequence[str]) -> set[str]:
    """Return those of `names` that are there more than once."""
    return {name for name, count in Counter(names).items() if count > 1}


def _clashing_media(banks: Sequence[Bank]) -> set[str]:
    """Return the names that stand for different files in `banks`."""
    contents: dict[str, set[bytes]] = {}
    for bank in banks:
        for name, media in bank.media.items():
            contents.setdefault(name, set()).add(media.content)
    return {name for name, several in contents.items() if len(several) > 1}


def with_media_names(value: T, names: Mapping[str, str]) -> T:
    """Return `value` with the pictures and sounds in its texts renamed by `names`."""
    return cast("T", _renamed(value, names))


def _renamed(value: object, names: Mapping[str, str]) -> object:
    if isinstance(value, Image | Sound):
        return replace(value, name=names.get(value.name, value.name))
    if isinstance(value, Span | Source | str):
        return value
    if isinstance(value, tuple):
        parts = tuple(_renamed(part, names) for part in value)
        make = getattr(type(value), "_make", tuple)
        return make(parts)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        changed = {
            field.name: after
            for field in dataclasses.fields(value)
            if field.init
            and (after := _renamed(getattr(value, field.name), names))
            is not getattr(value, field.name)
        }
        return replace(value, **changed) if changed else value
    return value
