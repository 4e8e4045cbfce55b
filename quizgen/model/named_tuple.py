"""Named tuples that cost a tenth to define: their ``__new__`` is compiled when it is often called.

`typing.NamedTuple` compiles the type of each field and a method in 0.5 ms (measured with Python
3.11). A check defines sixty such classes.
"""

from __future__ import annotations

import itertools
import sys
from _collections import _tuplegetter  # type: ignore[import-not-found]
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:

    def NamedTuple() -> None:  # noqa: N802
        """Stand as the base of a named tuple, as `typing.NamedTuple` does, with no other base."""
        raise TypeError("inherit from NamedTuple, and annotate the fields")

    NamedTuple.__mro_entries__ = lambda bases: (_BASE,)


MAX_UNCOMPILED = 20
"""Values that a class makes before its ``__new__`` is compiled, which takes as long (measured)."""

_REFUSED = {"__new__", "__init__", "__slots__", "__getnewargs__", "_fields", "_field_defaults"}
_REFUSED |= {"_make", "_replace", "_asdict"}

_UnexpectedName = TypeError if sys.version_info >= (3, 13) else ValueError
"""As `collections.namedtuple` has it."""

_tuple_new = tuple.__new__

of_fields: Any = tuple.__new__
"""Make a named tuple of a class and a tuple of all its fields, in a third of the time.

For the loops that go through all notes of a bank; nobody checks how many fields there are.
"""


class _Maker(type):
    """The class of `_BASE`: a class statement with this base makes a named tuple."""

    def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> Any:
        """Return the named tuple `name` with the fields that `namespace` annotates."""
        if len(bases) > 1:
            raise TypeError(f"{name}: a NamedTuple has no other bases")
        kinds = _annotations(namespace)
        names = tuple(kinds)
        defaults = {field: namespace.pop(field) for field in names if field in namespace}
        if names[len(names) - len(defaults) :] != tuple(defaults):
            raise TypeError(f"{name}: a field without a default follows one with a default")
        if refused := _REFUSED & namespace.keys() or [n for n in names if n.startswith("_")]:
            raise AttributeError(f"{name}: cannot be a name of a NamedTuple: {sorted(refused)}")
        namespace |= {field: _tuplegetter(place, "") for place, field in enumerate(names)}
        namespace |= {
            "_fields": names,
            "_field_defaults": defaults,
            "__match_args__": names,
            "__slots__": (),
            "__annotations__": kinds,
            **{method: value for method, value in _METHODS.items() if method not in namespace},
        }
        kind: Any = type(name, (tuple,), namespace)
        kind.__new__ = _first_new(kind, names, defaults)
        return kind


def _annotations(namespace: dict[str, Any]) -> dict[str, Any]:
    kinds: dict[str, Any] = namespace.get("__annotations__", {})
    return dict(kinds)


_BASE = type.__new__(_Maker, "NamedTuple", (), {})


def _first_new(
    cls: Any, names: tuple[str, ...], defaults: dict[str, Any]
) -> Callable[..., tuple[Any, ...]]:
    """Return a ``__new__`` without code of its own, for the first `MAX_UNCOMPILED` values."""
    calls = itertools.count()

    def first_new(_cls: Any, *arguments: Any, **named: Any) -> Any:
        values = dict(zip(names, arguments, strict=False))
        is_plain = len(values) == len(arguments) and values.keys().isdisjoint(named)
        values = {**defaults, **values, **named}
        if is_plain and values.keys() == set(names) and next(calls) < MAX_UNCOMPILED:
            return _tuple_new(_cls, [values[name] for name in names])
        cls.__new__ = compiled = _compiled_new(cls, names, defaults)
        return compiled(_cls, *arguments, **named)

    first_new.__name__ = "__new__"
    return first_new


def _compiled_new(cls: Any, names: tuple[str, ...], defaults: dict[str, Any]) -> Any:
    parameters = [f"{name}=_default_{name}" if name in defaults else name for name in names]
    parts = "".join(f"{name}, " for name in names)
    source = f"({', '.join(('_cls', *parameters))}): return _new(_cls, ({parts}))"
    values = {f"_default_{name}": value for name, value in defaults.items()}
    namespace: dict[str, Any] = {}
    exec(f"def make(_new, {', '.join(values)}):\n def __new__{source}\n return __new__", namespace)
    method = namespace["make"](_tuple_new, **values)
    method.__qualname__ = f"{cls.__qualname__}.__new__"
    method.__module__ = cls.__module__
    return method


@classmethod  # type: ignore[misc]
def _make(cls: Any, values: Iterable[Any]) -> Any:
    """Make a value of an iterable with one part for each field."""
    new = _tuple_new(cls, values)
    if len(new) != len(cls._fields):
        raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(new)}")
    return new


def _replace(self: Any, /, **changes: Any) -> Any:
    """Return a value with other fields."""
    new = self._make(map(changes.pop, self._fields, self))
    if changes:
        raise _UnexpectedName(f"Got unexpected field names: {list(changes)!r}")
    return new


def _asdict(self: Any) -> dict[str, Any]:
    """Return the fields by their names."""
    return dict(zip(self._fields, self, strict=True))


def _show(self: Any) -> str:
    parts = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
    return f"{self.__class__.__name__}({parts})"


def _new_arguments(self: Any) -> tuple[Any, ...]:
    """Return what copy and pickle make a value of again."""
    return tuple(self)


_METHODS: dict[str, Any] = {
    "_make": _make,
    "_replace": _replace,
    "__replace__": _replace,
    "_asdict": _asdict,
    "__repr__": _show,
    "__getnewargs__": _new_arguments,
}

__all__ = ["NamedTuple", "of_fields"]
