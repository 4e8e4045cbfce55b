"""Pairs and dated events of a question that comes again, with what the bank has beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from quizgen.readers.yaml.emit import Value

_NAMES = {"pairs": ("premise", "response"), "events": ("date", "event"), "rubric": ("", "")}
"""The keys of the two halves of a part, by that of the parts; those of a rubric have none."""


class WrittenPart(NamedTuple):
    """A pair, a dated event, or a line of a rubric, with further keys such as ``explain``."""

    first: str
    second: str
    more: Mapping[str, Value]


def parts_in(key: str, value: Value | None) -> list[WrittenPart]:
    """Return the parts in `value`, that of `key`, however they are written."""
    first, second = _NAMES[key]
    if isinstance(value, Mapping):
        return [WrittenPart(str(a), str(b), {}) for a, b in value.items()]
    parts = []
    for part in value if isinstance(value, Sequence) and not isinstance(value, str) else ():
        if not isinstance(part, Mapping):
            continue
        if first in part or second in part:
            more = {name: text for name, text in part.items() if name not in (first, second)}
            parts.append(WrittenPart(str(part.get(first, "")), str(part.get(second, "")), more))
        else:
            parts += [WrittenPart(str(a), str(b), {}) for a, b in part.items()]
    return parts


def merged_parts(key: str, value: Value, old: Value | None) -> Value:
    """Return `value`, that of ``pairs`` or ``events``, with what `old` has beside the same parts.

    That is `old` itself, where nothing in it changes.
    """
    new, present = parts_in(key, value), parts_in(key, old)
    text = 0 if key == "pairs" else 1
    by_text = {part[text]: part for part in present}
    merged = []
    for part in new:
        before = by_text.get(part[text])
        merged.append(part if before is None else part._replace(more={**before.more, **part.more}))
    same = [_compared(key, part) for part in merged] == [_compared(key, p) for p in present]
    if same and old is not None:
        return old
    if [part.more for part in merged] == [part.more for part in new]:
        return value
    return _in_long_form(key, merged)


def written_parts(key: str, parts: Sequence[WrittenPart], present: Value) -> Value:
    """Return `parts`, those of `key`, as they are written, on a line each where `present` is."""
    is_short = not any(part.more for part in parts)
    if isinstance(present, Mapping) and is_short and len({p.first for p in parts}) == len(parts):
        return {part.first: part.second for part in parts}
    if key == "rubric":
        return [{part.first: part.second} for part in parts]
    return _in_long_form(key, parts)


def _in_long_form(key: str, parts: Sequence[WrittenPart]) -> Value:
    first, second = _NAMES[key]
    return [{first: part.first, second: part.second, **part.more} for part in parts]


def _compared(key: str, part: WrittenPart) -> tuple[object, ...]:
    """Return `part` as it is compared: a date by its numbers."""
    first = years(part.first) if key == "events" else part.first
    return first, part.second, dict(part.more)


def years(date: str) -> tuple[int, ...]:
    """Return the numbers of `date`, year first, so that dates can be compared."""
    sign = -1 if date.startswith("-") or date.upper().endswith("BC") else 1
    numbers = [int(digits) for digits in re.findall(r"\d{1,6}", date)]
    return (sign * numbers[0], *numbers[1:]) if numbers else (0,)
