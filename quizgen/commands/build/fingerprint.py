"""Digests of the inputs of an output, however deep: its fingerprint.

Values are walked through generically, field by field, so that a field which someone adds
later counts from its first day. Only spans are left out: where a value stands in a file.
"""

from __future__ import annotations

import dataclasses
import enum
import hashlib
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, TypeAlias

from quizgen.model.bank import Media
from quizgen.model.item import Item
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.source import Span
from quizgen.model.text import Image

_Form: TypeAlias = Any
"""Nested tuples, lists, strings and numbers that are equal for equal values only."""

_LEFT_OUT = object()
"""The form of a span, which takes no part."""

_NO_DEFAULT = object()

_FORMER_NAMES = {"GlossaryEntry": "Entry"}
"""The name that a renamed class still has in fingerprints: renaming one renders no file again."""

_ANY_NUMBER = math.inf
"""How many digests of items, pictures and fonts are kept: these are all in memory anyway."""
_FEW = 16
"""How many digests of other values are kept. Every note has a note type; there are fewer."""


class Fingerprinter:
    """Digests values: the same for the same values, in every process and on every machine.

    A picture that a text shows counts with its content, which is looked up in `media`. Values
    that others share, as worksheets do their items, are walked through once.
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
        """Return the SHA-256 of `value`, in hexadecimal.

        Raises TypeError for an object that is no value, such as a path or a function: two
        machines would not agree on its digest.
        """
        return _hashed(self._form(value))

    def _form(self, value: object) -> _Form:
        kind = type(value)
        if kind not in self._forms:
            self._forms[kind] = self._form_of(kind)
        return self._forms[kind](value)

    def _form_of(self, kind: type) -> Callable[[Any], _Form]:
        """Return the function that gives the form of a value of this `kind`."""
        if issubclass(kind, Span):
            return lambda value: _LEFT_OUT
        if issubclass(kind, enum.Enum):
            return lambda value: (_name(kind), value.value)
        if dataclasses.is_dataclass(kind):
            max_kept = _ANY_NUMBER if kind.__module__ == Item.__module__ else _FEW
            return _once(self._record(_name(kind), _dataclass_fields(kind)), max_kept)
        if issubclass(kind, tuple) and hasattr(kind, "_fields"):
            return self._record(_name(kind), _tuple_fields(kind))
        if issubclass(kind, Mapping):
            return self._mapping
        raise TypeError(f"a {kind.__name__} is not a value that a file can be made of")

    def _sequence(self, values: Iterable[object]) -> _Form:
        form = self._form
        return [form(value) for value in values]

    def _mapping(self, values: Mapping[object, object]) -> _Form:
        forms, form_of = self._forms, self._form
        pairs = [
            (forms.get(type(key), form_of)(key), forms.get(type(value), form_of)(value))
            for key, value in values.items()
        ]
        if all(type(key) is str for key in values):
            # No text in quotes begins another, so that the order of the pairs is that of the keys.
            return "", *sorted(pairs, key=_key_in_ascii)
        return "", *sorted(pairs, key=ascii)

    def _record(self, name: str, fields: Iterable[_Field]) -> Callable[[Any], _Form]:
        known = tuple(fields)
        forms, form_of = self._forms, self._form

        def record(value: Any) -> _Form:
            parts = [name]
            for field, default in known:
                part = getattr(value, field)
                if part is not default:
                    form = forms.get(type(part), form_of)(part)
                    if form is not _LEFT_OUT:
                        parts += field, form
            return tuple(parts)

        return record

    def _image(self, image: Image) -> _Form:
        media = self._media.get(image.name)
        look = (image.width.css if image.width else "", image.is_beside)
        content = self._form(media.content if media else None)
        return "Image", image.name, image.alt, content, *(look if any(look) else ())


def _name(kind: type) -> str:
    """Return the name that `kind` has in fingerprints."""
    return _FORMER_NAMES.get(kind.__name__, kind.__name__)


def _once(form: Callable[[Any], _Form], max_kept: float) -> Callable[[Any], _Form]:
    """Return a function that digests `form`, and keeps the digests of up to `max_kept` values.

    The values themselves are kept too, or others could take their ids.
    """
    digests: dict[int, tuple[object, str]] = {}

    def digest(value: object) -> str:
        known = digests.get(id(value))
        if known is None:
            if len(digests) >= max_kept:
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
    """Return `default` if a field that has it can be left out, because it is one constant object.

    A field that is added with such a default changes no digest of values that do not use it.
    """
    is_constant = default is None or default == () or isinstance(default, bool | enum.Enum)
    return default if is_constant else _NO_DEFAULT


def _key_in_ascii(pair: tuple[str, _Form]) -> str:
    return ascii(pair[0])


def _itself(value: _Form) -> _Form:
    return value


def _hashed(form: _Form) -> str:
    """Return the SHA-256 of `form` as `ascii` writes it, the same on every version of Python."""
    return hashlib.sha256(ascii(form).encode()).hexdigest()
