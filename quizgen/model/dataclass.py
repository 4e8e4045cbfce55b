"""Dataclasses that cost a tenth to define: all but their fields is made when it is first needed.

The standard decorator looks at each field, makes the class anew for its slots, and writes six
methods of a frozen class in source code and compiles them: 0.6 ms each time (measured with Python
3.11). A check defines a hundred such classes, makes values of half of them, and compares a few.
"""

from __future__ import annotations

import dataclasses
import itertools
from collections import namedtuple
from collections.abc import Callable, Iterable
from types import MemberDescriptorType
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:

    def dataclass(*, frozen=False, slots=False, eq=True, kw_only=False):
        """Return a decorator that makes a dataclass, as `dataclasses.dataclass` does.

        Classes of the two kinds cannot inherit from one another.
        """

        def decorate(cls):
            fields = _fields_of(cls, kw_only=kw_only)
            if slots:
                cls = _with_slots(cls, fields)
            cls.__lean_fields__ = fields
            cls.__dataclass_fields__ = _StandardFields(cls, fields)
            if "__init__" not in cls.__dict__:
                cls.__signature__ = _Signature(cls, fields)
            if "__match_args__" not in cls.__dict__:
                cls.__match_args__ = tuple(one.name for one in fields if not one.kw_only)
            _add_methods(cls, fields, frozen=frozen, slots=slots, eq=eq)
            return cls

        return decorate


def field_names(cls: Any) -> tuple[str, ...]:
    """Return the names of the fields of `cls`, a class that `dataclass` made."""
    return tuple(one.name for one in cls.__lean_fields__)


MAX_UNCOMPILED = 20
"""Values that a class makes before its ``__init__`` is compiled, which takes as long (measured).

Most classes have fewer: they describe keys, checks and the like.
"""

_MISSING: Any = dataclasses.MISSING

_Field = namedtuple("_Field", "name type default factory kw_only compare repr")
"""What is known of a field; the names are those of `dataclasses.field`."""

_Fields = tuple[_Field, ...]

_Code = namedtuple("_Code", "source names")
"""The source code of a method, and the values of the names in it."""


def _fields_of(cls: Any, *, kw_only: bool) -> _Fields:
    """Return the fields of `cls` and its bases, and leave only their defaults in `cls`."""
    fields: dict[str, _Field] = {}
    for base in reversed(cls.__mro__[1:]):
        if "__dataclass_fields__" in base.__dict__ and "__lean_fields__" not in base.__dict__:
            raise NotImplementedError(f"{base.__name__}: a standard dataclass as a base")
        fields |= {one.name: one for one in base.__dict__.get("__lean_fields__", ())}
    for name, kind in cls.__annotations__.items():
        if "ClassVar" in str(kind):
            continue
        default = getattr(cls, name, _MISSING)
        if type(default) is MemberDescriptorType:  # the slot of a base
            default = _MISSING
        fields[name] = one = _field(name, kind, default, kw_only)
        if isinstance(default, dataclasses.Field):
            if one.default is _MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, one.default)
    return tuple(fields.values())


def _field(name: str, kind: Any, default: Any, kw_only: bool) -> _Field:
    if not isinstance(default, dataclasses.Field):
        if default is not _MISSING and type(default).__hash__ is None:
            raise ValueError(f"{name}: a default that can change; use default_factory")
        return _Field(name, kind, default, _MISSING, kw_only, True, True)
    if not default.init or default.hash is not None:
        raise NotImplementedError(f"{name}: a field that is set or hashed otherwise")
    by_name = kw_only if default.kw_only is _MISSING else default.kw_only
    factory = default.default_factory
    return _Field(name, kind, default.default, factory, by_name, default.compare, default.repr)


def _with_slots(cls: Any, fields: _Fields) -> Any:
    """Return `cls` made anew, with a slot for each of `fields` that no base has one for."""
    namespace = dict(cls.__dict__)
    inherited = {slot for base in cls.__mro__[1:-1] for slot in getattr(base, "__slots__", ())}
    for name in (*(one.name for one in fields), "__dict__", "__weakref__"):
        namespace.pop(name, None)
    namespace["__slots__"] = tuple(one.name for one in fields if one.name not in inherited)
    new = type(cls)(cls.__name__, cls.__bases__, namespace)
    new.__qualname__ = cls.__qualname__
    return new


def _standard(cls: Any, fields: _Fields, **methods: bool) -> Any:
    """Return a standard dataclass with `fields`, those of `cls`, and these `methods`."""
    namespace: dict[str, Any] = {"__annotations__": {f.name: f.type for f in fields}}
    namespace["__doc__"] = namespace["__module__"] = cls.__module__
    for one in fields:
        namespace[one.name] = dataclasses.field(
            **{"default": one.default} if one.factory is _MISSING else {},
            **{"default_factory": one.factory} if one.factory is not _MISSING else {},
            kw_only=one.kw_only,
            compare=one.compare,
            repr=one.repr,
        )
    return dataclasses.dataclass(repr=False, eq=False, **methods)(type("_", (), namespace))


class _StandardFields:
    """The ``__dataclass_fields__`` of `cls`, for the functions of `dataclasses` that look there.

    They are made when one of these is called.
    """

    def __init__(self, cls: Any, fields: _Fields) -> None:
        self._cls = cls
        self._fields = fields

    def __get__(self, instance: object, owner: type | None = None) -> dict[str, Any]:
        scratch = _standard(self._cls, self._fields, init=False)
        fields: dict[str, Any] = scratch.__dataclass_fields__
        self._cls.__dataclass_fields__ = fields
        return fields


class _Signature(_StandardFields):
    """The signature of `cls`, for `inspect.signature`. A class below may have another."""

    def __get__(self, instance: object, owner: type | None = None) -> Any:
        if instance is not None or owner is not self._cls:
            raise AttributeError("__signature__")
        import inspect  # 5 ms, and whoever looks for a signature has it

        return inspect.signature(_standard(self._cls, self._fields, init=True))


def _add_methods(cls: Any, fields: _Fields, *, frozen: bool, slots: bool, eq: bool) -> None:
    """Give `cls` the methods that the standard decorator gives it, but for those that it has."""
    compiled = _when_called(cls, "__init__", _frozen_init if frozen else _init)
    methods: dict[str, Any] = {"__init__": _first_init(cls, fields, compiled), "__repr__": _show}
    methods["__replace__"] = dataclasses.replace  # for copy.replace, from Python 3.13 on
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


def _first_init(cls: Any, fields: _Fields, compiled: Callable[..., None]) -> Callable[..., None]:
    """Return an ``__init__`` without code of its own, for the first `MAX_UNCOMPILED` values.

    It leaves the others to `compiled`, and calls that it does not understand.
    """
    calls = itertools.count()
    names = [one.name for one in fields if not one.kw_only]

    def first_init(self: Any, *arguments: Any, **named: Any) -> None:
        values = dict(zip(names, arguments, strict=False))
        is_plain = len(values) == len(arguments) and values.keys().isdisjoint(named)
        values.update(named)
        count = len(values)
        set_field = object.__setattr__
        for one in fields:
            name = one.name
            if name in values:
                count -= 1
            elif one.default is not _MISSING:
                values[name] = one.default
            elif one.factory is not _MISSING:
                values[name] = one.factory()
            else:
                is_plain = False
        if not is_plain or count or next(calls) >= MAX_UNCOMPILED:
            compiled(self, *arguments, **named)
            return
        for one in fields:
            set_field(self, one.name, values[one.name])
        if hasattr(cls, "__post_init__"):
            self.__post_init__()

    return first_init


def _frozen_init(cls: Any) -> _Code:
    """Return an ``__init__`` that sets slots by their descriptors, the fastest of all ways."""
    names: dict[str, Any] = {}
    for name in (one.name for one in cls.__lean_fields__):
        descriptor: Any = getattr(cls, name, None)
        is_slot = type(descriptor) is MemberDescriptorType
        names[f"_set_{name}"] = descriptor.__set__ if is_slot else _setter_of(name)
    return _init(cls, "_set_{0}(self, {1})", names)


def _setter_of(name: str) -> Callable[[Any, object], None]:
    return lambda self, value: object.__setattr__(self, name, value)


def _init(cls: Any, setting: str = "self.{0} = {1}", names: dict[str, Any] | None = None) -> _Code:
    """Return an ``__init__`` in which `setting` sets the field {0} to {1}."""
    names = dict(names or {})
    by_place, by_name, body = ["self"], ["*"], []
    for one in cls.__lean_fields__:
        parameter = value = one.name
        if one.factory is not _MISSING:
            names |= {f"_make_{one.name}": one.factory, "_NONE": _MISSING}
            parameter = f"{one.name}=_NONE"
            value = f"_make_{one.name}() if {one.name} is _NONE else {one.name}"
        elif one.default is not _MISSING:
            names[f"_default_{one.name}"] = one.default
            parameter = f"{one.name}=_default_{one.name}"
        (by_name if one.kw_only else by_place).append(parameter)
        body.append(setting.format(one.name, value))
    if hasattr(cls, "__post_init__"):
        body.append("self.__post_init__()")
    parameters = ", ".join(by_place + (by_name if by_name != ["*"] else []))
    return _Code(f"({parameters}):\n  " + "\n  ".join(body or ["pass"]), names)


def _tuple_of(value: str, cls: Any) -> str:
    """Return the source code of the tuple of the fields of `value` that are compared."""
    names = (one.name for one in cls.__lean_fields__ if one.compare)
    return f"({''.join(f'{value}.{name}, ' for name in names)})"


def _comparison(cls: Any) -> _Code:
    equal = f"{_tuple_of('self', cls)} == {_tuple_of('other', cls)}"
    same = "other.__class__ is self.__class__"
    return _Code(f"(self, other): return {equal} if {same} else NotImplemented", {})


def _hash(cls: Any) -> _Code:
    return _Code(f"(self): return hash({_tuple_of('self', cls)})", {})


def _show(self: Any) -> str:
    fields = (one.name for one in self.__lean_fields__ if one.repr)
    parts = ", ".join(f"{name}={getattr(self, name)!r}" for name in fields)
    return f"{self.__class__.__qualname__}({parts})"


def _refuse_to_set(self: Any, name: str, value: object) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: Any, name: str) -> NoReturn:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, name) for name in field_names(self)]


def _set_state(self: Any, state: Iterable[Any]) -> None:
    for name, value in zip(field_names(self), state, strict=True):
        object.__setattr__(self, name, value)
