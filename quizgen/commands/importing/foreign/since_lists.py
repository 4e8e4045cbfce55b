"""Lists of a question since its export: options, accepted answers, tags, pairs, events."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

from quizgen.commands.importing.foreign.merged_parts import WrittenPart, parts_in, written_parts
from quizgen.model.text import parse_text
from quizgen.readers.yaml.emit import Value

IN_ORDER = frozenset(("in_order", "events"))
"""Keys of lists whose order is a part of the task."""

PARTS = frozenset(("pairs", "events", "rubric"))
"""Keys of lists whose parts have two halves."""

_Part = TypeVar("_Part")
_Looks = Sequence[Callable[[_Part], str]]


def list_since(key: str, present: Value, before: Value, new: Value) -> Value:
    """Return `present`, the list of `key`, with what is not in `new` as it is in `before`.

    Each may be a single value instead of a list.
    """
    ours, theirs, changed = (_listed(value) for value in (present, before, new))
    looks = (repr, _text)
    is_task = key in IN_ORDER
    result = _since(ours, theirs, changed, (_plain_text,), looks, _option, in_order=is_task)
    if len(result) == 1 and (key == "answer" or not isinstance(new, list | tuple)):
        return result[0]
    return result


def parts_since(key: str, present: Value, before: Value, new: Value) -> Value:
    """Return `present`, the parts of `key`, with what is not in `new` as it is in `before`."""
    ours, theirs, changed = (parts_in(key, value) for value in (present, before, new))
    looks = [_first, _second] if key != "events" else [_second, _first]
    plain = [_plainly(look) for look in looks]
    result = _since(ours, theirs, changed, plain, [repr, *looks], _merged, in_order=key in IN_ORDER)
    return present if result == ours else written_parts(key, result, present)


def _since(
    ours: Sequence[_Part],
    theirs: Sequence[_Part],
    changed: Sequence[_Part],
    plain: _Looks[_Part],
    looks: _Looks[_Part],
    merge: Callable[[_Part, _Part, _Part], _Part],
    *,
    in_order: bool,
) -> list[_Part]:
    """Return `ours` with what is not in `changed` as it is in `theirs`, what they came back as.

    A format may have only some of `ours`: the others stay. A new part stands in the place of one
    that is gone, unless they are `in_order`. Parts of two lists are the same where one of the
    `looks` is; `plain` are those of texts that may have lost their styles.
    """
    exported = _pairs(theirs, ours, plain, by_place=True)
    known = _pairs(changed, theirs, looks)
    if in_order:
        return [
            merge(ours[exported[before]], theirs[before], part)
            if (before := known.get(index)) is not None and before in exported
            else part
            for index, part in enumerate(changed)
        ]
    fresh = [part for index, part in enumerate(changed) if index not in known]
    of_ours = {our: before for before, our in exported.items()}
    of_theirs = {before: index for index, before in known.items()}
    result = []
    for index, our in enumerate(ours):
        before = of_ours.get(index)
        if before is None:
            result.append(our)
        elif before in of_theirs:
            result.append(merge(our, theirs[before], changed[of_theirs[before]]))
        elif fresh:
            result.append(fresh.pop(0))
    return [*result, *fresh]


def _pairs(
    first: Sequence[_Part],
    second: Sequence[_Part],
    looks: _Looks[_Part],
    *,
    by_place: bool = False,
) -> dict[int, int]:
    """Return the places in `second` by those in `first` of parts that look the same.

    The first of the `looks` counts most. `by_place`, others are the same that stand at one place.
    """
    result: dict[int, int] = {}
    for look in looks:
        free: dict[str, list[int]] = {}
        taken = set(result.values())
        for index, part in enumerate(second):
            if index not in taken:
                free.setdefault(look(part), []).append(index)
        for index, part in enumerate(first):
            if index not in result and (places := free.get(look(part))):
                result[index] = places.pop(0)
    taken = set(result.values())
    for index in range(min(len(first), len(second)) if by_place else 0):
        if index not in result and index not in taken:
            result[index] = index
    return result


def _listed(value: Value) -> Sequence[Value]:
    return value if isinstance(value, list | tuple) else [value]


def _text(part: Value) -> str:
    """Return the text of an option, which may have a rationale."""
    return str(part.get("text", "")) if isinstance(part, Mapping) else str(part)


def _plain_text(part: Value) -> str:
    return _plain(_text(part))


def _plain(markdown: str) -> str:
    return " ".join(parse_text(markdown).plain.split())


def _option(our: Value, their: Value, new: Value) -> Value:
    """Return the option `our`, with another rationale where `new` has one that `their` has not."""
    keys = [part if isinstance(part, Mapping) else {"text": part} for part in (our, their, new)]
    result = {**_keys_since(*keys), "text": keys[0].get("text", "")}
    return our if result == keys[0] else result if len(result) > 1 else result["text"]


def _keys_since(
    ours: Mapping[str, Value], theirs: Mapping[str, Value], new: Mapping[str, Value]
) -> dict[str, Value]:
    """Return `ours` with the values of `new` that are not as in `theirs`."""
    return {**ours, **{key: value for key, value in new.items() if value != theirs.get(key)}}


def _first(part: WrittenPart) -> str:
    return part.first


def _second(part: WrittenPart) -> str:
    return part.second


def _plainly(look: Callable[[WrittenPart], str]) -> Callable[[WrittenPart], str]:
    return lambda part: _plain(look(part))


def _merged(our: WrittenPart, their: WrittenPart, new: WrittenPart) -> WrittenPart:
    """Return the part `our` with what of `new` is not as in `their`."""
    return WrittenPart(
        our.first if new.first == their.first else new.first,
        our.second if new.second == their.second else new.second,
        _keys_since(our.more, their.more, new.more),
    )
