"""Values changed in one place, whatever they are made of."""

from __future__ import annotations

import dataclasses
import enum
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from functools import partial
from typing import Any

from quizgen.model.source import Span


def changes(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every value that differs from `value` in one place, and where. Spans count for nothing."""
    match value:
        case None | bytes() | Span():
            return
        case bool() | enum.Enum() | int() | float() | Decimal() | str():
            yield from ((path, changed) for changed in _others(value))
        case Mapping():
            for key, part in value.items():
                yield from _inside(part, f"{path}[{key}]", partial(_put_at, value, key))
        case tuple() if not hasattr(value, "_fields"):
            yield from _sequence(value, path)
        case _:
            yield from _fields(value, path)


def _others(value: Any) -> list[Any]:
    match value:
        case bool():
            return [not value]
        case enum.Enum():
            return [one for one in type(value) if one is not value]
        case str():
            return [f"{value}x"]
        case _:
            return [value + 1]


def _sequence(values: tuple[Any, ...], path: str) -> Iterator[tuple[str, Any]]:
    if values:
        yield f"{path} without the last", values[:-1]
    if len(set(map(repr, values))) > 1:
        yield f"{path} turned round", values[::-1]
    for place, part in enumerate(values):
        yield from _inside(part, f"{path}[{place}]", partial(_put, values, place))


def _fields(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    if dataclasses.is_dataclass(value):
        defaults = {one.name: one.default for one in dataclasses.fields(value)}
        put: Callable[..., Any] = partial(dataclasses.replace, value)  # type: ignore[type-var]
    else:
        defaults = {name: value._field_defaults.get(name, "") for name in value._fields}
        put = value._replace
    for name, default in defaults.items():
        part = getattr(value, name)
        if part is not None and default is None and not isinstance(part, Span):
            yield f"{path}.{name} taken away", put(**{name: None})
        yield from _inside(part, f"{path}.{name}", partial(_put_in, put, name))


def _inside(part: Any, path: str, put: Callable[[Any], Any]) -> Iterator[tuple[str, Any]]:
    return ((where, put(changed)) for where, changed in changes(part, path))


def _put(values: tuple[Any, ...], place: int, part: Any) -> tuple[Any, ...]:
    return *values[:place], part, *values[place + 1 :]


def _put_at(values: Mapping[Any, Any], key: Any, part: Any) -> dict[Any, Any]:
    return {**values, key: part}


def _put_in(put: Callable[..., Any], name: str, part: Any) -> Any:
    return put(**{name: part})
