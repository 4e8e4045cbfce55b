"""Values of topic files and passages as bytes and back, with their places.

They are pickled by tables of their classes: what is none of these is neither written nor made.
"""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable, Mapping
from decimal import Decimal
from enum import Enum
from typing import Any, TypeAlias

from quizgen.model.answer_space import AnswerSpace, SpaceKind
from quizgen.model.bank import Passage, Topic
from quizgen.model.case import Case
from quizgen.model.dataclass import field_names
from quizgen.model.diagnostics import Diagnostic, Related, Severity
from quizgen.model.entry import AuthorEntry, Value
from quizgen.model.item import (
    Choice,
    Criterion,
    Difficulty,
    Event,
    ExtendedText,
    GapFill,
    Item,
    Match,
    Numeric,
    Option,
    OptionMark,
    Order,
    Proof,
    Reveal,
    TextEntry,
    Word,
)
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.source import NOWHERE, Position, Source, Span
from quizgen.model.text import Break, Gap, GapBlock, Image, Math, Sound, Style, Styled, Text
from quizgen.model.text.runs import (
    Align,
    Cell,
    CodeBlock,
    ListBlock,
    PictureWidth,
    Quotation,
    Refused,
    Table,
)
from quizgen.readers.yaml import MappingNode, ScalarNode, SequenceNode


class ReadFile(NamedTuple):
    """What a file holds, None where it has nothing, and what reading it added to the reading."""

    value: Topic | Passage | None
    diagnostics: tuple[Diagnostic, ...]
    pictures: tuple[tuple[Image | Sound, Span], ...]


_RECORDS = (
    *(Item, Topic, Passage, Case, Diagnostic, Related),
    *(Reveal, Choice, TextEntry, GapFill, Numeric, Match, Order, ExtendedText),
    *(Gap, GapBlock, Styled, Image, Sound, Break, Math),
    *(ListBlock, Table, CodeBlock, Quotation, Refused),
)
"""The dataclasses of what these files hold, each made again of its fields."""
_TUPLES = (Text, Word, Option, Proof, Event, Criterion, AnswerSpace, Cell, PictureWidth, ReadFile)
_ENUMS = (Difficulty, OptionMark, SpaceKind, Style, Align, Severity)


def _fields_of(kind: Any) -> Callable[[Any], tuple[Any, ...]]:
    names = field_names(kind)
    return lambda value: (kind, tuple([getattr(value, name) for name in names]))


def _enum(member: Enum) -> tuple[Any, ...]:
    return type(member), (member.value,)


def _decimal(value: Decimal) -> tuple[Any, ...]:
    return Decimal, (str(value),)


def _points(span: Span) -> tuple[int, int, int, int]:
    return span.start_line, span.start_column, span.end_line, span.end_column


def _scalar(node: ScalarNode) -> tuple[Any, ...]:
    return scalar, (*_points(node), node.value)


def _span(place: Span) -> tuple[Any, ...]:
    """Return how to make `place` again: of a list or a mapping nobody needs but the place."""
    return (nowhere, ()) if place is NOWHERE else (span, _points(place))


def _entry(typed: AuthorEntry) -> tuple[Any, ...]:
    return entry, (*_points(typed), typed.values, typed.case_stem, typed.unread)


_REDUCERS: dict[type, Callable[[Any], tuple[Any, ...]]] = {
    **{kind: _fields_of(kind) for kind in _RECORDS},
    **dict.fromkeys(_ENUMS, _enum),
    **dict.fromkeys((Span, MappingNode, SequenceNode), _span),
    Decimal: _decimal,
    ScalarNode: _scalar,
    AuthorEntry: _entry,
}


def scalar(*parts: Any) -> ScalarNode:
    """Stand for the node that `_Unpickler` makes: pickles name a function by its module."""
    raise NotImplementedError


def span(*parts: Any) -> Span:
    """Stand for the span that `_Unpickler` makes."""
    raise NotImplementedError


def entry(*parts: Any) -> AuthorEntry:
    """Stand for the entry that `_Unpickler` makes."""
    raise NotImplementedError


def nowhere() -> Span:
    """Return the span of what was not read from a file."""
    return NOWHERE


def pickled(value: object) -> bytes:
    """Return the bytes of `value`; raises PicklingError for what is in none of the tables."""
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, protocol=5)
    pickler.dispatch_table = _REDUCERS
    pickler.dump(value)
    return buffer.getvalue()


_NAMES: dict[tuple[str, str], Any] = {
    (kind.__module__, kind.__qualname__): kind
    for kind in (*_RECORDS, *_TUPLES, *_ENUMS, Decimal, nowhere)
}


Names: TypeAlias = Mapping[tuple[str, str], Any]
"""What the names in a pickle stand for."""


def names_in(source: Source, first: int = 0, shift: int = 0) -> Names:
    """Return what names stand for where places are in `source`.

    Those from line `first` on, from 0, are `shift` lines further down than they were.
    """
    position = _shifted(first, shift) if shift else _position
    return {
        **_NAMES,
        (scalar.__module__, scalar.__name__): _scalars_in(source, position),
        (span.__module__, span.__name__): _spans_in(source, position),
        (entry.__module__, entry.__name__): _entries_in(source, position),
    }


def unpickled(content: bytes | memoryview, names: Names) -> Any:
    """Return the value of which `pickled` returned `content`.

    Raises:
        Exception: one of `UNPICKLING_ERRORS`, where `content` holds anything else.
    """
    return _Unpickler(content, names).load()


UNPICKLING_ERRORS = (
    *(pickle.UnpicklingError, ValueError, TypeError, LookupError, EOFError, AttributeError),
)
PICKLING_ERRORS = (pickle.PicklingError, TypeError, AttributeError, RecursionError)


class _Unpickler(pickle.Unpickler):
    """An unpickler that makes what `names` stand for, values of the tables' classes."""

    def __init__(self, content: bytes | memoryview, names: Names) -> None:
        super().__init__(io.BytesIO(content))
        self._names = names

    def find_class(self, module: str, name: str) -> Any:
        """Return the class of a table; raises UnpicklingError for any other name."""
        try:
            return self._names[module, name]
        except KeyError:
            raise pickle.UnpicklingError(f"{module}.{name} is no value of a bank") from None


_MakePosition: TypeAlias = Callable[[type[Position], tuple[int, int]], Position]

_position: _MakePosition = tuple.__new__
"""Position(line, column) in half the time: a file has twenty of them for each question."""


def _shifted(first: int, shift: int) -> _MakePosition:
    """Return what makes positions, those from line `first` on `shift` lines further down."""

    def make(kind: type[Position], place: tuple[int, int]) -> Position:
        line, column = place
        return Position(line + shift if line >= first else line, column)

    return make


def _scalars_in(source: Source, position: _MakePosition) -> Callable[..., ScalarNode]:
    place = Position

    def make(line: int, column: int, last: int, end: int, value: str) -> ScalarNode:
        return ScalarNode(
            source, position(place, (line, column)), position(place, (last, end)), value
        )

    return make


def _spans_in(source: Source, position: _MakePosition) -> Callable[..., Span]:
    place = Position

    def make(line: int, column: int, last: int, end: int) -> Span:
        return Span(source, position(place, (line, column)), position(place, (last, end)))

    return make


def _entries_in(source: Source, position: _MakePosition) -> Callable[..., AuthorEntry]:
    place = _spans_in(source, position)

    def make(
        line: int,
        column: int,
        last: int,
        end: int,
        values: dict[str, Value],
        case_stem: str,
        unread: tuple[str, ...],
    ) -> AuthorEntry:
        return AuthorEntry(place(line, column, last, end), values, case_stem, unread)

    return make
