"""What a file changes in a question since quizgen exported it, and what it leaves as it was."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from quizgen.commands.importing.foreign.entry import NO_MODEL_ANSWER
from quizgen.commands.importing.foreign.incoming import Incoming
from quizgen.commands.importing.foreign.merged_parts import parts_in
from quizgen.commands.importing.foreign.returned import Entries
from quizgen.commands.importing.foreign.since_lists import (
    IN_ORDER,
    PARTS,
    list_since,
    parts_since,
)
from quizgen.commands.importing.foreign.since_texts import text_since, without_back
from quizgen.commands.importing.foreign.update import keys_of
from quizgen.readers.yaml.emit import Value

_OF_FLASHCARDS = {"question": "front", "answer": "back"}
"""The keys of a flashcard, by those of the answer to type that many formats make of it."""


class Since(NamedTuple):
    """What a question is since its export: `values` are the bank's, but for what is changed.

    `stayed` are the keys of changes that the bank's type of question has no place for.
    """

    values: dict[str, Value]
    stayed: tuple[str, ...] = ()


def fingerprint(one: Incoming) -> str:
    """Return what two versions of `one` have in common that are the same but for their names."""
    return repr((_plain(one.values), sorted(one.quotes), one.case and one.case[1]))


def exported(one: Incoming, versions: Sequence[Entries]) -> tuple[Incoming, bool] | None:
    """Return the one of `versions` that is nearest to `one`, and whether it is the whole question.

    It is None where nothing of the same type is among `versions`.
    """
    fitting = [
        (_distance(entry.values, one.values), entry, len(entries) == 1)
        for entries in versions
        for entry in entries
        if entry.values["type"] == one.values["type"]
    ]
    if not fitting:
        return None
    _, nearest, is_whole = min(fitting, key=lambda each: each[0])
    return nearest, is_whole


def since_export(
    present: Mapping[str, Value],
    before: Mapping[str, Value],
    new: Mapping[str, Value],
    is_deleted: Callable[[str], bool],
) -> Since:
    """Return `present` with what in `new` is not as in `before`, what `present` came back as.

    `before` and `new` are of one type, which may be another than that of `present`. A key that
    `new` lacks goes, if it `is_deleted`.
    """
    names = _OF_FLASHCARDS if present["type"] == "flashcard" != before["type"] else {}
    takes = keys_of(str(present["type"]))
    values = dict(present)
    stayed = []
    is_other_type = before["type"] != present["type"]
    if names:
        before, new = (without_back(present, before, one) for one in (before, new))
    for key in changed_keys(before, new):
        name = names.get(key, key)
        is_task = key in keys_of(str(before["type"])) - _BESIDE
        if name not in takes or (is_other_type and is_task and key not in names):
            stayed.append(key)
        elif key not in new:
            if is_deleted(key):
                values.pop(name, None)
        elif new[key] != NO_MODEL_ANSWER:
            value = _value(key, present.get(name), before.get(key), new[key])
            if value or is_task:
                values[name] = value or new[key]
            else:
                values.pop(name, None)
    return Since(values, tuple(stayed))


_BESIDE = frozenset(("explain", "evidence", "reference", "hint", "difficulty", "tags", "points"))
"""Keys that a question of any type may have."""


def changed_keys(before: Mapping[str, Value], new: Mapping[str, Value]) -> list[str]:
    """Return the keys whose values are not the same, but for an order that does not count."""
    keys = dict.fromkeys([*new, *before])
    return [k for k in keys if k != "id" and _bare(k, before.get(k)) != _bare(k, new.get(k))]


def _distance(before: Mapping[str, Value], new: Mapping[str, Value]) -> tuple[int, int]:
    """Return how many keys are not the same, and how many texts in lists that both have."""
    changed = changed_keys(before, new)
    lists = [(before.get(key), new.get(key)) for key in changed]
    texts = (
        {repr(part) for part in a} ^ {repr(part) for part in b}
        for a, b in lists
        if isinstance(a, list | tuple) and isinstance(b, list | tuple)
    )
    return len(changed), sum(map(len, texts))


def _plain(values: Mapping[str, Value]) -> list[tuple[str, object]]:
    return sorted((key, _bare(key, value)) for key, value in values.items() if key != "id")


def _bare(key: str, value: Value | None) -> object:
    """Return `value` as it is compared."""
    if key == "pairs":
        return sorted(
            (p.first, p.second, repr(sorted(p.more.items()))) for p in parts_in(key, value)
        )
    if isinstance(value, list | tuple):
        return [repr(v) for v in value] if key in IN_ORDER else sorted(repr(v) for v in value)
    return [repr(value)] if key in ("answer", "accept", "distractors", "tags") else repr(value)


def _value(key: str, present: Value | None, before: Value | None, new: Value) -> Value:
    """Return `new` with those of its parts as in `present` that are as in `before`."""
    if present is None or before is None:
        return new
    if key in PARTS:
        return parts_since(key, present, before, new)
    if isinstance(present, str) and isinstance(before, str) and isinstance(new, str):
        return text_since(present, before, new)
    return list_since(key, present, before, new)
