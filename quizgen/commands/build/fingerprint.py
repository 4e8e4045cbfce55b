"""One digest for all that a file is made of, however deep.

Values are gone through generically, field by field, so that a field which someone adds later
counts from its first day. Left out is only where in an author's file a value stands.
"""

from __future__ import annotations

import dataclasses
import enum
import hashlib
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple, TypeAlias

from quizgen.model.bank import Media
from quizgen.model.item import Item
from quizgen.model.source import Span
from quizgen.model.text import Image

_Form: TypeAlias = Any
"""Nested tuples, lists, strings and numbers. Values have one form only if they are the same."""

_LEFT_OUT = object()
"""The form of a place in a file."""

_NO_DEFAULT = object()

_FORMER_NAMES = {"GlossaryEntry": "Entry"}
"""The name that a renamed class still has in fingerprints: renaming one renders no file again."""

_ANY_NUMBER = math.inf
"""Of items, pictures and fonts: whoever digests has them all in memory anyway."""
_FEW = 16
"""Of other values. There are fewer note types, which are part of every note."""


class Fingerprinter:
    """Digests values: the same for the same values, in every process and on every machine.

    A picture that a text shows counts with its content, which is looked up in `media`. What
    several values share, as worksheets do their items, is gone through once.
    """

    def __init__(self, media: Mapping[str, Media] | None = None) -> None:
        self._media = media or {}
        self._forms: dict[type, Callable[[Any], _Form]] = {
            **dict.fromkeys((str, int, bool, float, type(None)), _itself),
            **dict.fromkeys((tuple, list), self._sequence),
            Decimal: lambda value: ("Decimal", str(value)),
            bytes: _once(lambda content: hashlib.sha256(content).hexdigest(), _ANY_NUMBER),
            Image: self._image,
        }

    def digest(self, value: object) -> str:
        """64 hexadecimal digits for `value`.

        Raises TypeError for what is no value, such as a path or a function: two machines
        would not agree on it.
        """
        return _hashed(self._form(value))

    def _form(self, value: object) -> _Form:
        kind = type(value)
        if kind not in self._forms:
            self._forms[kind] = self._form_of(kind)
        return self._forms[kind](value)

    def _form_of(self, kind: type) -> Callable[[Any], _Form]:
        """What gives the form of a value of this `kind`."""
        if issubclass(kind, Span):
            return lambda value: _LEFT_OUT
        if issubclass(kind, enum.Enum):
            return lambda value: (_name(kind), value.value)
        if dataclasses.is_dataclass(kind):
            most = _ANY_NUMBER if kind.__module__ == Item.__module__ else _FEW
            return _once(self._record(_name(kind), _dataclass_fields(kind)), most)
        if issubclass(kind, tuple) and hasattr(kind, "_fields"):
            return self._record(_name(kind), _tuple_fields(kind))
        if issubclass(kind, Mapping):
            return self._mapping
        raise TypeError(f"a {kind.__name__} is not a value that a file can be made of")

    def _sequence(self, values: Iterable[object]) -> _Form:
        form = self._form
        return [form(value) for value in values]

    def _mapping(self, values: Mapping[object, object]) -> _Form:
        pairs = [(self._form(key), self._form(value)) for key, value in values.items()]
        return "", *sorted(pairs, key=ascii)

    def _record(self, name: str, fields: Iterable[_Field]) -> Callable[[Any], _Form]:
        known = tuple(fields)
        forms, form_of = self._forms, self._form

        def record(value: Any) -> _Form:
            found = [name]
            for field, default in known:
                part = getattr(value, field)
                if part is not default:
                    form = forms.get(type(part), form_of)(part)
                    if form is not _LEFT_OUT:
                        found += field, form
            return tuple(found)

        return record

    def _image(self, image: Image) -> _Form:
        media = self._media.get(image.name)
        return "Image", image.name, image.alt, self._form(media.content if media else None)


def _name(kind: type) -> str:
    """Return the name that `kind` has in fingerprints."""
    return _FORMER_NAMES.get(kind.__name__, kind.__name__)


def _once(form: Callable[[Any], _Form], most: float) -> Callable[[Any], _Form]:
    """`form` as a digest. Those of the last values, at `most` so many, are kept.

    So are the values themselves, or others could take their ids.
    """
    digests: dict[int, tuple[object, str]] = {}

    def digest(value: object) -> str:
        known = digests.get(id(value))
        if known is None:
            if len(digests) >= most:
                digests.clear()
            known = digests[id(value)] = value, _hashed(form(value))
        return known[1]

    return digest


class _Field(NamedTuple):
    name: str
    default: object


def _dataclass_fields(kind: Any) -> Iterator[_Field]:
    for field in dataclasses.fields(kind):
        yield _Field(field.name, _constant(field.default))


def _tuple_fields(kind: Any) -> Iterator[_Field]:
    for name in kind._fields:
        yield _Field(name, _constant(kind._field_defaults.get(name)))


def _constant(default: object) -> object:
    """`default`, if there is only one such object, so that a field that has it can be left out.

    A field that is added with such a default moves no digest of what does not use it.
    """
    is_constant = default is None or default == () or isinstance(default, bool | enum.Enum)
    return default if is_constant else _NO_DEFAULT


def _itself(value: _Form) -> _Form:
    return value


def _hashed(form: _Form) -> str:
    """`ascii` writes each character and number in one way on every version of Python."""
    return hashlib.sha256(ascii(form).encode()).hexdigest()
