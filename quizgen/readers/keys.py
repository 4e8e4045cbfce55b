"""The keys a mapping may have, declared as data, and the one function that reads them."""

from __future__ import annotations

from collections.abc import Callable, Container
from collections.abc import Mapping as AbstractMapping
from collections.abc import Sequence as AbstractSequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Generic, TypeAlias, TypeVar, overload

from quizgen.model.did_you_mean import closest
from quizgen.model.source import Source, Span
from quizgen.readers.shapes import Reading, Shape, wrong_kind
from quizgen.readers.yaml import Mapping, Node, parse_yaml

T = TypeVar("T")
D = TypeVar("D")


@dataclass(frozen=True, slots=True, eq=False)
class Key(Generic[T]):
    """One key: its name, what its value looks like, and a sentence of documentation."""

    name: str
    shape: Shape[T]
    doc: str
    required: bool = False


class Values:
    """What was read: `values[KEY]` has the type that KEY's shape reads."""

    __slots__ = ("_read",)

    def __init__(self, read: AbstractMapping[str, Any]) -> None:
        self._read = read

    def __getitem__(self, key: Key[T]) -> T:
        return self._read[key.name]  # type: ignore[no-any-return]

    def __contains__(self, name: str) -> bool:
        return name in self._read

    @overload
    def get(self, key: Key[T]) -> T | None: ...
    @overload
    def get(self, key: Key[T], default: D) -> T | D: ...
    def get(self, key: Key[T], default: object = None) -> object:
        return self._read.get(key.name, default)


Mend: TypeAlias = Callable[[Mapping], str | None]
"""From a mapping with a key that is not ours to how to write it; None where that is not clear."""

_NO_MENDS: AbstractMapping[str, Mend] = MappingProxyType({})


class KeyTable:
    """The keys of one kind of mapping, such as a cloze entry or a deck file."""

    __slots__ = ("_inner", "_mends", "_readers", "_required", "keys", "what")

    def __init__(
        self,
        what: str,
        keys: AbstractSequence[Key[Any]],
        inner: Container[str] = (),
        mends: AbstractMapping[str, Mend] = _NO_MENDS,
    ) -> None:
        """Declare `keys` for `what`, a noun for messages.

        `inner` are keys of what stands inside: here, they lack their indentation. `mends` say,
        for keys that other programs have, how to write the whole with the keys there are.
        """
        self.what = what
        self._mends = mends
        self._inner = inner
        self.keys = tuple(keys)
        self._readers = {key.name: key.shape.read for key in keys}
        self._required = tuple(key for key in keys if key.required)

    def read(self, node: Node, reading: Reading) -> Values | None:
        """The values of `node`'s keys; None if a required one is missing or cannot be read.

        Every key is read and every fault reported, whatever the result. A key that is missing
        because it is misspelt is one fault.
        """
        if not isinstance(node, Mapping):
            names = ", ".join(key.name for key in self.keys)
            none = "" if self._required else "; write {} where none is needed"
            help = f"write its keys with values below it: {names}{none}"
            wrong_kind(node, f"{self.what}, written as keys with values", reading, help)
            return None
        readers = self._readers
        read: dict[str, Any] = {}
        meant: set[str | None] = set()
        for name, (_, value) in node.entries.items():
            reader = readers.get(name)
            if reader is None:
                meant.add(self._unknown(node, name, reading))
                continue
            result = reader(value, reading)
            if result is not None:
                read[name] = result
        complete = True
        for key in self._required:
            if key.name not in read:
                complete = False
                if key.name not in node.entries and key.name not in meant:
                    self._missing(node, key, reading)
        return Values(read) if complete else None

    def _unknown(self, node: Mapping, name: str, reading: Reading) -> str | None:
        """Report a key that is not among these. Gives the one that it seems to stand for."""
        names = [key.name for key in self.keys]
        likely = None
        mend = self._mends[name](node) if name in self._mends else None
        if mend is not None:
            help, likely = mend, _synonym(name, names)
        elif name in self._inner:
            help = "if it belongs to the entry above, put spaces before it, as there"
        elif likely := _synonym(name, names):
            help = f"the key for this is {likely!r}"
        elif likely := closest(name, [n for n in names if n not in node.entries]):
            help = f"did you mean {likely!r}?"
        else:
            help = f"its keys are: {', '.join(names)}"
        message = f"{self.what} has no key {name!r}"
        reading.report.error("unknown-key", node.key(name), message, help)
        return likely

    def _missing(self, node: Mapping, key: Key[Any], reading: Reading) -> None:
        reading.report.error(
            "missing-key",
            beginning(node),
            f"{self.what} needs the key {key.name!r}",
            f"{key.name}: {key.doc}",
        )


class TableShape(Generic[T]):
    """A shape of keys with values: what `table` reads, made into a value by `build`.

    `build` gets the values, the node and the reading; it gives None once it has reported why.
    """

    def __init__(
        self, table: KeyTable, build: Callable[[Values, Mapping, Reading], T | None]
    ) -> None:
        self.noun = table.what
        self.table = table
        self._build = build

    def read(self, node: Node, reading: Reading) -> T | None:
        values = self.table.read(node, reading)
        if values is None or not isinstance(node, Mapping):
            return None
        return self._build(values, node, reading)


_SYNONYMS = {
    "distractors": ("options", "choices", "wrong", "wrong_answers", "others"),
    "question": ("statement", "stem", "prompt", "ask"),
    "answer": ("correct", "key", "solution", "right", "answers"),
    "explain": ("explanation", "feedback", "why"),
    "reference": ("source", "sources", "references"),
    "evidence": ("quote", "passage"),
    "accept": ("alternatives", "variants", "accepted"),
}
"""Words that other tools, or common sense, have for a key."""


def _synonym(name: str, names: AbstractSequence[str]) -> str | None:
    """The one of `names` that other words for it mean."""
    for key, words in _SYNONYMS.items():
        if name.lower() in words and key in names:
            return key
    return None


def beginning(node: Node) -> Span:
    """A span to point at when the whole of `node` is meant: where it begins."""
    return Span(node.source, node.start, node.start)


def parse_root(source: Source, reading: Reading) -> Node | None:
    """The tree of a whole file; an empty file is reported as such."""
    faults = len(reading.report.diagnostics)
    root = parse_yaml(source, reading.report)
    if root is None and len(reading.report.diagnostics) == faults:
        reading.report.error(
            "empty-file", source.whole(), "this file is empty", "fill it in, or delete it"
        )
    return root


def read_root(source: Source, table: KeyTable, reading: Reading) -> Values | None:
    """The values of a file whose root has the keys of `table`."""
    root = parse_root(source, reading)
    return None if root is None else table.read(root, reading)
