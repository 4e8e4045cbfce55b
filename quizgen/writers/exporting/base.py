"""The interface of export formats."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Mapping
from dataclasses import field

from quizgen.model.assessment import Question
from quizgen.model.bank import Bank
from quizgen.model.dataclass import dataclass
from quizgen.model.loss import Loss
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.source import NOWHERE, Span


class Rendered(NamedTuple):
    """The bytes of an exported file, and what its format cannot say of the items in it.

    `key` are those of the answer key, for formats that have one in a file of its own.
    """

    content: bytes
    losses: tuple[Loss, ...] = ()
    key: bytes | None = None


class RenderedApart(NamedTuple):
    """How to find the `losses` of an export, and to render each of its `files`, one by one.

    So a build renders no file whose questions have not changed since the last one.
    """

    losses: Callable[[Export, Bank], Iterable[Loss]]
    files: tuple[Callable[[Export, Bank], bytes], ...]


class OrderingStyle(enum.Enum):
    """How a format asks for an order: by a type of its own, or by matching parts with places."""

    NATIVE = "native"
    MATCHING = "matching"


class Group(enum.Enum):
    """The kind of program that reads a format, as the documentation lists them."""

    PLATFORM = "Learning platforms"
    SHEET = "Tables and documents"
    GAME = "Quiz programs and forms"


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """A format of another program, of a kind that `group` says.

    `name` is the author's word for it, `ending` that of its files, and `title` what people call
    it. `fidelity` says for each interaction, by the name of its class, what becomes of it.
    `unused` gives the reason for each field of an interaction that the format has no use for, by
    names such as ``ExtendedText.lines``: such a field is left out without a loss, because nothing
    that a learner of that program could see depends on it. With `has_ordering`, an author may
    choose an `OrderingStyle`. `package` is the package that it is written with, if it is an
    optional one, and `extra` brings it. `key_ending` is the ending of the answer key's file.
    A format whose rendering takes long has its files `apart`. `headings` stand in one row of every
    file of it, if it is a table that always has the same.
    """

    name: str
    title: str
    ending: str
    render: Callable[[Export, Bank], Rendered] = field(repr=False)
    fidelity: Mapping[str, str]
    unused: Mapping[str, str]
    has_ordering: bool = False
    group: Group = Group.PLATFORM
    package: str = ""
    extra: str = ""
    key_ending: str = ""
    apart: RenderedApart | None = field(default=None, repr=False)
    headings: tuple[str, ...] = ()

    def files(self, name: str) -> tuple[str, ...]:
        """Return the names of the files of an export that is called `name`."""
        return tuple(f"{name}{ending}" for ending in (self.ending, self.key_ending) if ending)


@dataclass(frozen=True, slots=True)
class Export:
    """A file `name` in `format`, with `questions`; `ordering` is for formats that have it.

    `span` is where the deck file asks for it.
    """

    name: str
    format: ExportFormat
    questions: tuple[Question, ...]
    ordering: OrderingStyle = OrderingStyle.NATIVE
    span: Span = NOWHERE

    @property
    def files(self) -> tuple[str, ...]:
        """The names of the file, and of that of the answer key if there is one."""
        return self.format.files(self.name)
