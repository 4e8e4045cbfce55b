"""Values of which some fields are read only once one of them is used.

Most questions of a large bank stay as they are from one build to the next: of these a build needs
the ids and the places, and hardly ever the texts or the order of their options.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import repeat
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

ReadRest: TypeAlias = Callable[[Any], None]
"""Sets all fields that the given value lacks, with `set_rest`; it may set those of others too."""


class ReadWhenUsed:
    """The base of a dataclass whose values `partly_read` can make.

    Such a value is like any other: whoever uses a field that is not there yet gets it.
    """

    __slots__ = ("_read_rest",)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """Return the field `name` of a value that lacks it, after reading the rest."""
            if name == "_read_rest":
                raise AttributeError(name)
            read_rest = unread(self)
            if read_rest is not None:
                read_rest(self)
            return object.__getattribute__(self, name)


def unread(value: ReadWhenUsed) -> ReadRest | None:
    """Return what reads the fields that `value` lacks; None where it has them all."""
    read_rest: ReadRest | None = getattr(value, "_read_rest", None)
    return read_rest


T = TypeVar("T", bound=ReadWhenUsed)


def partly_read(
    kind: type[T],
    fields: Mapping[str, Iterable[object]],
    rests: Iterable[ReadRest],
) -> list[T]:
    """Return values of `kind`: of each, one of `rests` reads what is not among its `fields`.

    `fields` hold the values of each field for all values of `kind`, one after the other.
    """
    rests = list(rests)
    values = list(map(object.__new__, repeat(kind, len(rests))))
    set_fields(kind, {"_read_rest": rests, **fields}, values)
    return values


_go_through: Callable[[Iterable[object]], None] = deque[object](maxlen=0).extend
"""Goes through an iterable for what that does."""


def set_fields(kind: type[T], fields: Mapping[str, Iterable[object]], values: Sequence[T]) -> None:
    """Set `fields` of `values` of `kind`, whatever the class says of setting fields.

    Two threads may do so at once with the same values.
    """
    for name, column in fields.items():
        put = getattr(kind, name).__set__
        _go_through(map(put, values, column))


def set_rest(kind: type[T], fields: Mapping[str, Iterable[object]], values: Sequence[T]) -> None:
    """Set `fields` of `values` of `kind`, all that they lacked."""
    set_fields(kind, {**fields, "_read_rest": repeat(None)}, values)
