"""Dataclasses that cost a tenth to define: Python compiles their methods when they are first used.

The standard decorator writes six methods of a frozen class in source code and compiles them when
the class is defined, 0.6 ms each time (measured with Python 3.11). A check defines a hundred such
classes, makes values of half of them, and compares those of a few.
"""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple, NoReturn

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, frozen=False, slots=False, eq=True, kw_only=False):
        """Return a decorator that makes a dataclass, as `dataclasses.dataclass` does.

        A frozen class of one of the two kinds cannot inherit from one of the other.
        """

        def decorate(cls):
            options = {"slots": slots, "kw_only": kw_only}
            cls = dataclasses.dataclass(init=False, repr=False, eq=False, **options)(cls)
            _add_methods(cls, frozen=frozen, slots=slots, eq=eq)
            return cls

        return decorate


MAX_UNCOMPILED = 20
"""Values that a class makes before its ``__init__`` is compiled, which takes as long (measured).

Most classes have fewer: they describe keys, checks and the like.
"""


class _Code(NamedTuple):
    """The source code of a method, and the values of the names in it."""

    source: str
    names: dict[str, Any]


def _add_methods(cls: Any, *, frozen: bool, slots: bool, eq: bool) -> None:
    """Give `cls` the methods that the standard decorator gives it, but for those that it has."""
    init = _first_init(cls, _when_called(cls, "__init__", _frozen_init if frozen else _init))
    methods: dict[str, Any] = {"__init__": init, "__repr__": _show}
    if eq:
        methods["__eq__"] = _when_called(cls, "__eq__", _comparison)
        methods["__hash__"] = _when_called(cls, "__hash__", _hash) if frozen else None
    if frozen:
        methods |= {"__setattr__": _refuse_to_set, "__delattr__": _refuse_to_delete}
        if slots:  # or neither copy nor pickle could set a field
            methods |= {"__getstate__": _state, "__setstate__": _set_state}
    for name, method in methods.items():
        if name not in cls.__dict__:
            setattr(cls, name, method)


def _when_called(cls: Any, name: str, code_of: Callable[[Any], _Code]) -> Callable[..., Any]:
    """Return a method `name` that puts that of `code_of` into its place in `cls`, and calls it."""

    def first_call(self: Any, *arguments: Any, **named: Any) -> Any:
        source, names = code_of(cls)
        namespace: dict[str, Any] = {}
        exec(f"def make({', '.join(names)}):\n def {name}{source}\n return {name}", namespace)
        method = namespace["make"](**names)
        method.__qualname__ = f"{cls.__qualname__}.{name}"
        method.__module__ = cls.__module__
        setattr(cls, name, method)
        return method(self, *arguments, **named)

    return first_call


def _first_init(cls: Any, compiled: Callable[..., None]) -> Callable[..., None]:
    """Return an ``__init__`` without code of its own, for the first `MAX_UNCOMPILED` values.

    It leaves the others to `compiled`, and calls that it does not understand.
    """
    calls = itertools.count()
    fields = dataclasses.fields(cls)
    for field in fields:
        if not field.init or field.hash is not None:
            raise NotImplementedError(f"{field.name}: a field that is set or hashed otherwise")
    known = {field.name for field in fields}
    names = [field.name for field in fields if not field.kw_only]

    def first_init(self: Any, *arguments: Any, **named: Any) -> None:
        by_place = dict(zip(names, arguments, strict=False))
        is_plain = len(by_place) == len(arguments) and by_place.keys().isdisjoint(named)
        values = {**dict(_defaults(fields)), **by_place, **named}
        if not is_plain or values.keys() != known or next(calls) >= MAX_UNCOMPILED:
            compiled(self, *arguments, **named)
            return
        for field in fields:
            object.__setattr__(self, field.name, values[field.name])
        if hasattr(cls, "__post_init__"):
            self.__post_init__()

    return first_init


def _defaults(fields: Iterable[dataclasses.Field[Any]]) -> Iterator[tuple[str, Any]]:
    for field in fields:
        if field.default is not dataclasses.MISSING:
            yield field.name, field.default
        elif field.default_factory is not dataclasses.MISSING:
            yield field.name, field.default_factory()


def _frozen_init(cls: Any) -> _Code:
    """Return an ``__init__`` that sets slots by their descriptors, the fastest of all ways."""
    names: dict[str, Any] = {}
    for name in (field.name for field in dataclasses.fields(cls)):
        descriptor: Any = getattr(cls, name, None)
        is_slot = type(descriptor).__name__ == "member_descriptor"
        names[f"_set_{name}"] = descriptor.__set__ if is_slot else _setter_of(name)
    return _init(cls, "_set_{0}(self, {1})", names)


def _setter_of(name: str) -> Callable[[Any, object], None]:
    return lambda self, value: object.__setattr__(self, name, value)


def _init(cls: Any, setting: str = "self.{0} = {1}", names: dict[str, Any] | None = None) -> _Code:
    """Return an ``__init__`` in which `setting` sets the field {0} to {1}."""
    names = dict(names or {})
    by_place, by_name, body = ["self"], ["*"], []
    for field in dataclasses.fields(cls):
        parameter = value = field.name
        if field.default_factory is not dataclasses.MISSING:
            names |= {f"_make_{field.name}": field.default_factory, "_NONE": dataclasses.MISSING}
            parameter = f"{field.name}=_NONE"
            value = f"_make_{field.name}() if {field.name} is _NONE else {field.name}"
        elif field.default is not dataclasses.MISSING:
            names[f"_default_{field.name}"] = field.default
            parameter = f"{field.name}=_default_{field.name}"
        (by_name if field.kw_only else by_place).append(parameter)
        body.append(setting.format(field.name, value))
    if hasattr(cls, "__post_init__"):
        body.append("self.__post_init__()")
    parameters = ", ".join(by_place + (by_name if by_name != ["*"] else []))
    return _Code(f"({parameters}):\n  " + "\n  ".join(body or ["pass"]), names)


def _tuple_of(value: str, cls: Any) -> str:
    """Return the source code of the tuple of the fields of `value` that are compared."""
    names = (field.name for field in dataclasses.fields(cls) if field.compare)
    return f"({''.join(f'{value}.{name}, ' for name in names)})"


def _comparison(cls: Any) -> _Code:
    equal = f"{_tuple_of('self', cls)} == {_tuple_of('other', cls)}"
    same = "other.__class__ is self.__class__"
    return _Code(f"(self, other): return {equal} if {same} else NotImplemented", {})


def _hash(cls: Any) -> _Code:
    return _Code(f"(self): return hash({_tuple_of('self', cls)})", {})


def _show(self: Any) -> str:
    fields = (field for field in dataclasses.fields(self) if field.repr)
    parts = ", ".join(f"{field.name}={getattr(self, field.name)!r}" for field in fields)
    return f"{self.__class__.__qualname__}({parts})"


def _refuse_to_set(self: Any, name: str, value: object) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: Any, name: str) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, field.name) for field in dataclasses.fields(self)]


def _set_state(self: Any, state: list[Any]) -> None:
    for field, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, field.name, value)
