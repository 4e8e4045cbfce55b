"""YAML text to a tree of nodes, straight from the parser's events.

`yaml.safe_load` is not used: it turns ``no`` into false and ``2023-12-09`` into a date, drops
all but the last of two equal keys, forgets lines and columns, and takes four times as long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
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

from quizgen.model.diagnostics import Report
from quizgen.model.source import Source, Span
from quizgen.readers.yaml import errors
from quizgen.readers.yaml.aliases import AliasBudget
from quizgen.readers.yaml.nodes import Mapping, Node, Scalar, Sequence
from quizgen.readers.yaml.recovery import MAX_SYNTAX_ERRORS, without_entry
from quizgen.readers.yaml.remarks import report_cut_texts
from quizgen.readers.yaml.syntax import (
    report_character,
    report_merge_conflict,
    report_syntax_error,
    with_plain_spaces,
)
from quizgen.readers.yaml.trailing_whitespace import warn_of_trailing_blanks


class PurePythonEvents(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):
    """The parser for a PyYAML built without libyaml: the same events, some ten times slower."""

    def __init__(self, stream: str) -> None:
        yaml.reader.Reader.__init__(self, stream)
        yaml.scanner.Scanner.__init__(self)
        yaml.parser.Parser.__init__(self)


_Events: Any = PurePythonEvents
if yaml.__with_libyaml__:
    _Events = yaml.CLoader.__mro__[1]  # yaml.cyaml.CParser, which its type stubs do not export

MAX_DEPTH = 40
"""Nesting past this is an error. A bank needs six levels."""

MAX_VALUE_LENGTH = 100_000
"""Characters in one value. A passage of 450 words has 3,000."""


def parse_yaml(source: Source, report: Report) -> Node | None:
    """The tree of `source`, or None where it has no tree, with the reason in `report`.

    Keys that appear twice, tags, a second document, values that are too long and keys that
    are not plain words are reported and passed over, so that the rest is still read. So are
    entries of the outermost list with a mistake in their syntax.
    """
    text: str | None = with_plain_spaces(source, report)
    if report_merge_conflict(source, report):
        return None
    report_cut_texts(source, events_of(text or ""), report)
    for _ in range(MAX_SYNTAX_ERRORS):
        if text is None:
            return None
        try:
            root = _Builder(source, text, report).document()
            if root is not None:
                warn_of_trailing_blanks(source, root, report)
            return root
        except yaml.YAMLError as error:
            if not _is_reported(error, source, report):
                report_syntax_error(error, source, events_of(text), report)
            text = without_entry(text, report.diagnostics[-1].span.start.line)
        except UnicodeEncodeError:
            report_character(source, report)
            return None
        except _StopReadingError:
            return None
    return None


def events_of(text: str) -> Iterator[Any]:
    """The parser's events, until the end or the error that it raises."""
    next_event = _Events(text).get_event
    while not isinstance(event := next_event(), StreamEndEvent):
        yield event


def _is_reported(error: yaml.YAMLError, source: Source, report: Report) -> bool:
    """Whether `error` follows from a ``*`` in its line that has been reported."""
    mark = getattr(error, "problem_mark", None)
    last = report.diagnostics[-1] if report.diagnostics else None
    if mark is None or last is None or last.name != "unknown-alias":
        return False
    return last.span.source is source and last.span.start.line == mark.line


class _StopReadingError(Exception):
    """Reading on would be useless or dangerous; the reason has been reported."""


class _Builder:
    """Turns events into nodes by recursive descent. One instance reads one file."""

    def __init__(self, source: Source, text: str, report: Report) -> None:
        self.source = source
        self.report = report
        self.next_event: Callable[[], Any] = _Events(text).get_event
        self.anchors: dict[str, Node] = {}
        self.repeated: set[str] = set()
        self.aliases = AliasBudget(source, report)
        self.open: list[Node] = []

    def document(self) -> Node | None:
        """The first document's root, once the whole stream has been read."""
        root: Node | None = None
        while not isinstance(event := self.next_event(), StreamEndEvent):
            if isinstance(event, DocumentStartEvent) and root is not None:
                self._second_document(event)
            if isinstance(event, NodeEvent):
                root = self._node(event)
        for name, node in self.anchors.items():
            if name not in self.repeated:
                errors.report_unused_anchor(name, node, self.report)
        return root

    def _second_document(self, event: Any) -> None:
        here = Span(self.source, event.start_mark, event.end_mark)
        errors.report_second_document(here, self.report)
        raise _StopReadingError

    def _node(self, event: Any) -> Node:
        """The node that begins with `event`, read to its end."""
        kind = type(event)
        if kind is ScalarEvent:
            node = Scalar(self.source, event.start_mark, event.end_mark, event.value)
            if len(event.value) > MAX_VALUE_LENGTH:
                errors.report_too_long(node, MAX_VALUE_LENGTH, self.report)
                node.value = node.value[:MAX_VALUE_LENGTH]
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
                errors.report_bad_key(read(key), self.report)
                read(next_event())
                continue
            value = read(next_event())
            if entries.setdefault(key.value, entry := (key, value)) is not entry:
                lacks_dash = self._lacks_a_dash(node, key.value)
                errors.report_duplicate_key(node, key, self.report, lacks_dash=lacks_dash)
                if lacks_dash:
                    key = self._skip_to_end()
                    break
        if "<<" in entries and not entries["<<"][0].style:
            errors.report_merge_key(node.key("<<"), self.report)
            del entries["<<"]
        self._end(key, node)
        return node

    def _skip_to_end(self) -> Any:
        """Pass over the rest of a mapping: the keys of a group whose dash is missing."""
        while not isinstance(event := self.next_event(), MappingEndEvent):
            self._node(event)
            self._node(self.next_event())
        return event

    def _begin(self, event: Any, node: Node) -> None:
        if event.tag or event.anchor:
            self._note(event, node)
        self.open.append(node)
        if len(self.open) > MAX_DEPTH:
            errors.report_too_deep(node, MAX_DEPTH, self.report)
            raise _StopReadingError

    def _end(self, event: Any, node: Sequence | Mapping) -> None:
        node.end = event.end_mark
        self.open.pop()

    def _alias(self, event: Any) -> Node:
        node = self.anchors.get(event.anchor)
        here = Scalar(self.source, event.start_mark, event.end_mark, "")
        self.repeated.add(event.anchor)
        if node is None:
            # libyaml leaves undefined aliases to its caller.
            errors.report_unknown_alias(event.anchor, here, self.report)
            return here
        if not self.aliases.spend(node, here, is_open=any(node is outer for outer in self.open)):
            raise _StopReadingError
        return node

    def _note(self, event: Any, node: Node) -> None:
        """Remember an anchor; refuse a tag."""
        if event.anchor:
            self.anchors[event.anchor] = node
        if event.tag:
            errors.report_tag(event.tag, node, self.report)

    def _lacks_a_dash(self, parent: Mapping, key: str) -> bool:
        """Whether `key`, which is there already, seems to begin the next part of a list."""
        in_list = len(self.open) > 1 and isinstance(self.open[-2], Sequence)
        return in_list and key == next(iter(parent.entries))
