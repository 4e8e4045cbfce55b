"""YAML text to a tree of nodes, straight from the parser's events.

`yaml.safe_load` is not used: it turns ``no`` into false and ``2023-12-09`` into a date, drops
all but the last of two equal keys, forgets lines and columns, and takes four times as long.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from quizgen.diagnostics import Related, Report
from quizgen.source import Source
from quizgen.yamltree.aliases import AliasBudget
from quizgen.yamltree.blanks import warn_of_trailing_blanks
from quizgen.yamltree.nodes import Mapping, Node, Scalar, Sequence
from quizgen.yamltree.syntax import report_character, report_syntax_error, warn_of_cut_texts


class PurePythonEvents(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):
    """The parser for a PyYAML built without libyaml: the same events, some ten times slower."""

    def __init__(self, stream: str) -> None:
        yaml.reader.Reader.__init__(self, stream)
        yaml.scanner.Scanner.__init__(self)
        yaml.parser.Parser.__init__(self)


_Events: Any = PurePythonEvents
if yaml.__with_libyaml__:
    _Events = yaml.CLoader.__mro__[1]  # yaml.cyaml.CParser, which its type stubs do not export

DEEPEST = 40
"""Nesting past this is an error. A bank needs six levels."""

LONGEST = 100_000
"""Characters in one value. A passage of 450 words has 3,000."""


def parse_yaml(source: Source, report: Report) -> Node | None:
    """The tree of `source`, or None where it has no tree, with the reason in `report`.

    Keys that appear twice, tags, a second document, values that are too long and keys that
    are not plain words are reported and passed over, so that the rest is still read.
    """
    warn_of_cut_texts(source, report)
    try:
        root = _Builder(source, report).document()
        if root is not None:
            warn_of_trailing_blanks(source, root, report)
        return root
    except yaml.YAMLError as error:
        report_syntax_error(error, source, report)
    except UnicodeEncodeError:
        report_character(source, report)
    except _UselessError:
        pass
    return None


class _UselessError(Exception):
    """Reading on would be useless or dangerous; the reason has been reported."""


class _Builder:
    """Turns events into nodes by recursive descent. One instance reads one file."""

    def __init__(self, source: Source, report: Report) -> None:
        self.source = source
        self.report = report
        self.next_event: Callable[[], Any] = _Events(source.text).get_event
        self.anchors: dict[str, Node] = {}
        self.aliases = AliasBudget(source, report)
        self.open: list[Node] = []

    def document(self) -> Node | None:
        """The first document's root, once the whole stream has been read."""
        root: Node | None = None
        while not isinstance(event := self.next_event(), StreamEndEvent):
            if isinstance(event, DocumentStartEvent) and root is not None:
                self._second_document(event)
            elif isinstance(event, NodeEvent):
                root = self._node(event)
        return root

    def _node(self, event: Any) -> Node:
        """The node that begins with `event`, read to its end."""
        kind = type(event)
        if kind is ScalarEvent:
            node = Scalar(self.source, event.start_mark, event.end_mark, event.value)
            if len(event.value) > LONGEST:
                self._too_long(node)
            if event.tag or event.anchor:
                self._note(event, node)
            return node
        if kind is AliasEvent:
            return self._alias(event)
        make = self._mapping if kind is MappingStartEvent else self._sequence
        return make(event)

    def _sequence(self, event: Any) -> Sequence:
        node = Sequence(self.source, event.start_mark, event.end_mark)
        self._begin(event, node)
        next_event, read, items = self.next_event, self._node, node.items
        while type(event := next_event()) is not SequenceEndEvent:
            items.append(read(event))
        self._end(event, node)
        return node

    def _mapping(self, event: Any) -> Mapping:
        node = Mapping(self.source, event.start_mark, event.end_mark)
        self._begin(event, node)
        next_event, read, entries = self.next_event, self._node, node.entries
        while (kind := type(key := next_event())) is not MappingEndEvent:
            if kind is not ScalarEvent:
                self._bad_key(read(key))
                read(next_event())
                continue
            value = read(next_event())
            if entries.setdefault(key.value, entry := (key, value)) is not entry:
                self._duplicate_key(node, key)
        self._end(key, node)
        return node

    def _begin(self, event: Any, node: Node) -> None:
        if event.tag or event.anchor:
            self._note(event, node)
        self.open.append(node)
        if len(self.open) > DEEPEST:
            self._too_deep(node)

    def _end(self, event: Any, node: Sequence | Mapping) -> None:
        node.end = event.end_mark
        self.open.pop()

    def _alias(self, event: Any) -> Node:
        node = self.anchors.get(event.anchor)
        here = Scalar(self.source, event.start_mark, event.end_mark, "")
        if node is None:
            # libyaml leaves undefined aliases to its caller.
            self.report.error(
                "unknown-alias",
                here,
                f"*{event.anchor} repeats something that is not marked &{event.anchor} above it",
                help="a text that begins with * needs quotes around it",
            )
            return here
        if not self.aliases.spend(node, here, is_open=any(node is outer for outer in self.open)):
            raise _UselessError
        return node

    def _note(self, event: Any, node: Node) -> None:
        """Remember an anchor; refuse a tag."""
        if event.anchor:
            self.anchors[event.anchor] = node
        if event.tag and event.tag != "!":
            self.report.error(
                "yaml-tag",
                node,
                f"the tag {event.tag} has no meaning here",
                help="remove it; a text that begins with ! needs quotes around it",
            )

    def _too_long(self, node: Scalar) -> None:
        self.report.error(
            "text-too-long",
            node,
            f"this value has {len(node.value):,} characters; the most is {LONGEST:,}",
            help="is a quotation mark missing further up? Otherwise split the text",
        )
        node.value = node.value[:LONGEST]

    def _too_deep(self, node: Node) -> None:
        self.report.error(
            "too-deep",
            node,
            f"this is nested more than {DEEPEST} levels deep",
            help="look for a stray run of [ or { and remove it",
        )
        raise _UselessError

    def _second_document(self, event: Any) -> None:
        self.report.error(
            "second-document",
            Scalar(self.source, event.start_mark, event.end_mark, ""),
            "a line of three dashes starts a second document; a file holds one",
            help="remove the line ---, or move what follows to a file of its own",
        )
        raise _UselessError

    def _duplicate_key(self, parent: Mapping, key: Any) -> None:
        again = Scalar(self.source, key.start_mark, key.end_mark, key.value)
        self.report.error(
            "duplicate-key",
            again,
            f"the key {key.value!r} is here twice",
            help="keep one of the two; a new question begins with a dash",
            related=(Related("first here", parent.key(key.value)),),
        )

    def _bad_key(self, node: Node) -> None:
        self.report.error(
            "bad-key",
            node,
            "a key must be a word or a text, not a list or a group",
            help="a text that begins with { or [ needs quotes around it",
        )
