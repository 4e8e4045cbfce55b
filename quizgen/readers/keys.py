"""The keys a mapping may have, declared as data, and the one function that reads them."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Generic, TypeAlias, TypeVar, overload

from quizgen.model.dataclass import dataclass
from quizgen.model.source import Source, Span
from quizgen.readers.shapes import Reading, Shape, wrong_kind
from quizgen.readers.shapes.lists import report_cut_pairs
from quizgen.readers.unknown_keys import (
    foreign_keys,
    is_foreign,
    likely_key,
    misplaced_keys,
    unknown_key_help,
)
from quizgen.readers.yaml import MappingNode, Node, ScalarNode, parse_yaml
from quizgen.readers.yaml.emit import quoted_if_needed

T = TypeVar("T")
D = TypeVar("D")


@dataclass(frozen=True, slots=True, eq=False)
class Key(Generic[T]):
    """A key: its name, the shape of its value, and a phrase for the documentation."""

    name: str
    shape: Shape[T]
    doc: str
    required: bool = False


class Values:
    """The values of a mapping's keys: ``values[KEY]`` has the type that the shape of KEY reads."""

    __slots__ = ("_read",)

    def __init__(self, read: Mapping[str, Any]) -> None:
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
        """Return the value of `key`, or `default` where it is missing or could not be read."""
        return self._read.get(key.name, default)


KeyHelp: TypeAlias = Callable[[MappingNode], str | None]
"""Takes a mapping with a key of another program's; returns a help that says how to write the
mapping with quizgen's keys, or None where that is not clear."""

_NO_KEY_HELPS: Mapping[str, KeyHelp] = MappingProxyType({})


class KeyTable:
    """The keys of one kind of mapping, such as a cloze entry or a deck file."""

    __slots__ = ("_inner", "_key_helps", "_readers", "_required", "keys", "what")

    def __init__(
        self,
        what: str,
        keys: Sequence[Key[Any]],
        inner: Container[str] = (),
        key_helps: Mapping[str, KeyHelp] = _NO_KEY_HELPS,
    ) -> None:
        """Declare `keys` for `what`, a noun for messages.

        `inner` are names of keys that belong to mappings further inside: where such a name stands
        here, its line lacks indentation. `key_helps` has, for names of keys that other programs
        use, the function that says how to write the mapping with `keys`.
        """
        self.what = what
        self._key_helps = key_helps
        self._inner = inner
        self.keys = tuple(keys)
        self._readers = {key.name: key.shape.read for key in keys}
        self._required = tuple(key for key in keys if key.required)

    def read(self, node: Node, reading: Reading) -> Values | None:
        """Return the values of the keys of `node`.

        Return None if a required key is missing or cannot be read. Every key is read and every
        fault reported in either case; of a faulty mapping no key is missing. A required key that
        seems to be misspelt, or to stand in the wrong place, is reported as unknown, and not as
        missing as well.
        """
        if not isinstance(node, MappingNode):
            help = self._help_for_keys(node)
            wrong_kind(node, f"{self.what}, written as keys with values", reading, help)
            return None
        readers = self._readers
        read: dict[str, Any] = {}
        unknown: list[str] = []
        for name, (_, value) in node.entries.items():
            reader = readers.get(name)
            if reader is None:
                unknown.append(name)
                continue
            read_value = reader(value, reading)
            if read_value is not None:
                read[name] = read_value
        missing = [key for key in self._required if key.name not in node.entries]
        if node.is_faulty:
            missing = []
        if unknown:
            missing = self._report_unknown(node, unknown, missing, reading)
        for key in missing:
            self._report_missing(node, key, reading)
        if node.is_faulty:
            return None
        return Values(read) if all(key.name in read for key in self._required) else None

    def _help_for_keys(self, node: Node) -> str:
        """Return how to write `node`, which is no mapping, with the keys of this table."""
        names = ", ".join(key.name for key in self.keys)
        if not self._required:
            return f"write its keys with values below it: {names}; write {{}} where none is needed"
        if len(self._required) == 1 and isinstance(node, ScalarNode) and node.value.strip():
            line = f"{self._required[0].name}: {quoted_if_needed(node.value.strip()[:60])}"
            return f"if that is its {self._required[0].name}, write `{line}`; its keys are: {names}"
        return f"write its keys with values below it: {names}"

    def _help_for_unknown(self, name: str, likely: str | None) -> str:
        """Return the help for the unknown key `name`, which seems to stand for `likely`."""
        if likely is None and (homes := self._homes(name)):
            places = " or ".join(f"`{home}:`" for home in homes)
            return f"it is a key of what stands below {places}: write it there"
        return unknown_key_help(name, likely, [key.name for key in self.keys])

    def _homes(self, name: str) -> list[str]:
        """Return the keys of this table below which `name` may stand."""
        return [key.name for key in self.keys if _has_inside(key.shape, name)]

    def _report_unknown(
        self, node: MappingNode, names: list[str], missing: list[Key[Any]], reading: Reading
    ) -> list[Key[Any]]:
        """Report `names`, which are no keys of this table; return those `missing` to report still.

        Keys that all stand in the wrong place, or are words of another language, have one cause
        and get one message.
        """
        cut = report_cut_pairs(node, list(node.pairs()), reading)
        names = [name for name in names if name not in cut]
        known = [key.name for key in self.keys]
        inner = [name for name in names if name in self._inner]
        if inner:
            message, help = misplaced_keys(inner, [key.name for key in missing])
            reading.report.error("unknown-key", node.key(inner[0]), message, help)
            missing, names = [], [name for name in names if name not in self._inner]
        likely = {name: likely_key(name, known, node.entries) for name in names}
        foreign = [n for n in names if is_foreign(n, likely[n]) and n not in self._key_helps]
        misspelt = {likely[name] for name in set(names).difference(foreign)}
        if len(foreign) > 1 and any(key.name not in misspelt for key in missing):
            message, help = foreign_keys(self.what, names, known)
            reading.report.error("unknown-key", node.key(foreign[0]), message, help)
            return []
        left = [key for key in missing if key.name not in likely.values()]
        for name in names:
            key_help = self._key_helps[name](node) if name in self._key_helps else None
            message = f"{self.what} has no key {name!r}"
            help = key_help or self._help_for_unknown(name, likely[name])
            is_unlike = likely[name] is None and not self._homes(name)
            if is_unlike and len(names) == len(left) == 1:
                help = f"if it stands for {left.pop().name!r}, which is missing, write that; {help}"
            reading.report.error("unknown-key", node.key(name), message, help)
        return left

    def _report_missing(self, node: MappingNode, key: Key[Any], reading: Reading) -> None:
        reading.report.error(
            "missing-key",
            beginning(node),
            f"{self.what} needs the key {key.name!r}",
            f"{key.name}: {key.doc}",
        )


class TableShape(Generic[T]):
    """A shape of keys with values, which `table` reads and `build` makes a value of.

    `build` gets the values, the node and the reading; it returns None once it has reported why
    there is no value.
    """

    def __init__(
        self, table: KeyTable, build: Callable[[Values, MappingNode, Reading], T | None]
    ) -> None:
        self.noun = table.what
        self.table = table
        self._build = build

    def read(self, node: Node, reading: Reading) -> T | None:
        """Return the value that `node` holds, or None once the reason has been reported."""
        values = self.table.read(node, reading)
        if values is None or not isinstance(node, MappingNode):
            return None
        return self._build(values, node, reading)


def _has_inside(shape: object, name: str) -> bool:
    """Return whether `name` is a key of the mappings, one or a list of them, that `shape` reads."""
    table = getattr(getattr(shape, "shape", shape), "table", None)
    return isinstance(table, KeyTable) and any(key.name == name for key in table.keys)


def beginning(node: Node) -> Span:
    """Return the empty span where `node` begins, for diagnostics that mean the whole node."""
    return Span(node.source, node.start, node.start)


def parse_root(source: Source, reading: Reading) -> Node | None:
    """Return the root of the YAML tree of `source`, or None once the reason has been reported.

    A file without any content is reported as empty.
    """
    faults = len(reading.report.diagnostics)
    root = parse_yaml(source, reading.report)
    if root is None and len(reading.report.diagnostics) == faults:
        reading.report.error(
            "empty-file", source.whole(), "this file is empty", "fill it in, or delete it"
        )
    return root


def read_root(source: Source, table: KeyTable, reading: Reading) -> Values | None:
    """Return the values of `source`, a file whose root has the keys of `table`.

    Return None once the reason has been reported.
    """
    root = parse_root(source, reading)
    return None if root is None else table.read(root, reading)
