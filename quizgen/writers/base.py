"""The interface of writers: the parts of deck files that they own, and the files they yield."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from functools import partial
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import Any, Generic, TypeAlias, TypeVar

from quizgen.model.assessment import Assessment, DeckFile, Logo, Overrides
from quizgen.model.bank import Bank
from quizgen.model.dataclass import dataclass
from quizgen.model.diagnostics import Report
from quizgen.model.item import Word
from quizgen.model.ledger import DeckLedger, Ledger
from quizgen.model.loss import Loss
from quizgen.model.named_tuple import NamedTuple
from quizgen.project.record_store import RecordStore
from quizgen.readers.keys import Key


class Folder(enum.Enum):
    """Where a file belongs: in the deck's output folder, beside the deck file, or in the bank."""

    OUTPUT = "output"
    BESIDE_DECK = "beside deck"
    BANK = "bank"


@dataclass(frozen=True, slots=True)
class Artifact:
    """One file to save, at `path` below the folder that `place` stands for.

    `source` is the content, or a function that renders it; None for a file to remove. `inputs`
    are all values that the content depends on: while they and quizgen stay the same, the file is
    not rendered again. Without inputs it is rendered at every build. `ledger` is the content of a
    file that is a bank's ledger, which the next deck file of the bank goes on from. `losses` are
    what the file's format cannot say of the items in it; they are reported at every build. Files of
    one `batch` have work in common: they are best rendered in one process.
    """

    path: PurePosixPath
    source: bytes | Callable[[], bytes] | None = field(repr=False)
    place: Folder = Folder.OUTPUT
    inputs: tuple[object, ...] = field(default=(), repr=False)
    ledger: Ledger | None = field(default=None, repr=False)
    losses: tuple[Loss, ...] = ()
    batch: str = ""

    @classmethod
    def rendered(
        cls,
        path: str,
        render: Callable[..., bytes],
        *inputs: object,
        also_depends_on: Iterable[object] = (),
    ) -> Artifact:
        """Return the file at `path` whose content is `render(*inputs)`, called when it is needed.

        The content must depend on nothing but `inputs` and the values `also_depends_on`, which
        `render` has from elsewhere. The pictures that texts among these show count as well, by
        their content.
        """
        source = partial(render, *inputs)
        return cls(PurePosixPath(path), source, inputs=(*inputs, *also_depends_on))

    @property
    def content(self) -> bytes | None:
        """The file's bytes, rendered anew at each access; None for a file to remove."""
        return self.source() if callable(self.source) else self.source


@dataclass(frozen=True, slots=True)
class Context:
    """The surroundings of a build, which a writer may depend on besides the assessment.

    `built` is the build's time in whole seconds since 1970 (UTC); no writer looks at a clock.
    `ledger` is the bank's ledger after the last build, `deck_ledger` holds what packages of the
    deck file have handed out. `held` are the identities of items that the project holds
    elsewhere, as in other deck files, and `resent` those of items whose notes are to be sent again
    although they are unchanged.
    Diagnostics that only a writer can make, such as of a character that no font has, go to
    `report`. `machine_fonts` lists the machine's font files; it is called only for texts with
    characters that the fonts of quizgen and of the deck file lack. Where there are `records`, a
    writer may keep there what it need not work out again; no byte of a file depends on them.
    """

    built: int
    report: Report
    ledger: Ledger = field(default_factory=Ledger)
    deck_ledger: DeckLedger = field(default_factory=DeckLedger)
    held: frozenset[str] = frozenset()
    resent: frozenset[str] = frozenset()
    machine_fonts: Callable[[], Iterable[Path]] = tuple
    records: RecordStore | None = None


SpecT = TypeVar("SpecT")
ContentT = TypeVar("ContentT")


def _unchanged(spec: SpecT, overrides: Overrides) -> SpecT:
    return spec


@dataclass(frozen=True, slots=True)
class DeckPart(Generic[SpecT, ContentT]):
    """A part of deck files: the value of one key, which asks for files of one kind.

    `key` reads what the author asks for, a spec. `assemble` makes the content of the files from
    the spec and the bank; it returns a false value if there is nothing to write. `noun` stands in
    messages: "this deck file asks for no `noun`". `override` returns the spec with the options of
    a build in place of its own. `file_names` returns each name that the spec gives, with the files
    that are named by it, and `pictures` returns the pictures that the spec itself shows, besides
    those of items. `files` returns the other files that it was read from.
    """

    key: Key[SpecT]
    noun: str
    assemble: Callable[[SpecT, Bank, Report], ContentT]
    override: Callable[[SpecT, Overrides], SpecT] = _unchanged
    file_names: Callable[[SpecT], Iterable[tuple[Word, Iterable[str]]]] = lambda spec: ()
    pictures: Callable[[SpecT], Iterable[Logo]] = lambda spec: ()
    files: Callable[[SpecT], Iterable[Path]] = lambda spec: ()

    @property
    def name(self) -> str:
        """The part's key in a deck file."""
        return self.key.name

    def spec_in(self, deck: DeckFile) -> SpecT | None:
        """Return the spec of this part in `deck`; None where the key is left out."""
        return deck.parts.get(self.name)

    def of(self, assessment: Assessment) -> ContentT | None:
        """Return the content of this part in `assessment`; None where nothing was asked for."""
        return assessment.parts.get(self.name)


Write: TypeAlias = Callable[[Assessment, Context], Iterator[Artifact]]


class Writer(NamedTuple):
    """A format, and the `parts` of deck files that ask for it.

    `write` yields artifacts one by one, so that progress can be shown, and renders none of them:
    an artifact is rendered when its content is asked for. Diagnostics that `write` reports appear
    at every build. A file whose rendering reports some is rendered at every build, so that these
    appear as well. `unused` has, for each field of an interaction that the format has no use for,
    the reason in a clause: ``"ExtendedText.lines": "cards have no ruled lines"``. A field that is
    missed by a learner is a `Loss` of the artifact instead. A writer that `renders_apart` has files
    that take so long that a build begins with them, in other processes.
    """

    name: str
    write: Write
    parts: tuple[DeckPart[Any, Any], ...]
    unused: Mapping[str, str] = MappingProxyType({})
    renders_apart: bool = False

    def is_requested(self, assessment: Assessment) -> bool:
        """Return whether `assessment` has anything for this writer."""
        return any(part.of(assessment) for part in self.parts)
