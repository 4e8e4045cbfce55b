"""From YAML text to a tree of nodes, made directly of the parser's events.

`yaml.safe_load` is not used: it turns ``no`` into false and ``2023-12-09`` into a date, drops
all but the last of two equal keys, forgets lines and columns, and takes four times as long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from sys import intern
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
from quizgen.readers.merge_marks import report_merge_conflict
from quizgen.readers.yaml import errors
from quizgen.readers.yaml.aliases import AliasBudget
from quizgen.readers.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from quizgen.readers.yaml.plain_spaces import with_plain_spaces
from quizgen.readers.yaml.remarks import report_cut_texts
from quizgen.readers.yaml.trailing_whitespace import warn_of_trailing_blanks


class PurePythonEvents(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):
    """The parser for a PyYAML built without libyaml: the same events, about ten times slower."""

    def __init__(self, stream: str) -> None:
        yaml.reader.Reader.__init__(self, stream)
        yaml.scanner.Scanner.__init__(self)
        yaml.parser.Parser.__init__(self)


_Events: Any = PurePythonEvents
if yaml.__with_libyaml__:
    _Events = yaml.CLoader.__mro__[1]  # yaml.cyaml.CParser, which its type stubs do not export

MAX_SYNTAX_ERRORS = 20
"""Most mistakes in the syntax of a file that are reported at once; each costs a reading."""

MAX_DEPTH = 40
"""Most levels of nested lists and mappings. A bank needs six."""

MAX_VALUE_LENGTH = 100_000
"""Most characters in a value. A passage of 450 words has 3,000."""


def parse_yaml(source: Source, report: Report) -> Node | None:
    """Return the root of the tree of `source`.

    Return None for a file without content, and for a file that cannot be read, with the reason in
    `report`. Keys that appear twice, tags, values of more than `MAX_VALUE_LENGTH` characters and
    keys that are lists or mappings are reported and passed over, so that the rest is read. So are
    up to `MAX_SYNTAX_ERRORS` entries of the outermost list with a mistake in their syntax. A second
    document, nesting past `MAX_DEPTH` and too many aliases end the reading.
    """
    # 1. Mend and report what does not need a tree: odd spaces, marks of git, texts cut off by #.
    text: str | None = with_plain_spaces(source, report)
    if report_merge_conflict(source, report):
        return None
    report_cut_texts(source, events_of(text or ""), report)
    # 2. Build the tree. After a mistake in the syntax, blank the lines that hold it and build
    #    again: lines keep their numbers, and what was reported once is not reported again. Where
    #    that does not help, blank the whole entry.
    faulty: set[int] = set()
    for _ in range(MAX_SYNTAX_ERRORS):
        if text is None:
            return None
        try:
            root = _Builder(source, text, report).document()
            if root is not None:
                if faulty:
                    from quizgen.readers.yaml.recovery import mark_faulty

                    mark_faulty(root, faulty)
                warn_of_trailing_blanks(source, root, report)
            return root
        except yaml.YAMLError as error:
            from quizgen.readers.yaml.mistakes import without_mistake  # most files have none

            text = without_mistake(text, error, source, faulty, events_of, report)
            report_cut_texts(source, events_of(text or ""), report)
        except UnicodeEncodeError:
            from quizgen.readers.yaml.syntax import report_character

            report_character(source, report)
            return None
        except _StopReadingError:
            return None
    return None


def events_of(text: str) -> Iterator[Any]:
    """Yield the parser's events for `text`, without the end of the stream.

    Raises:
        yaml.YAMLError: The syntax is wrong.
        UnicodeEncodeError: `text` holds a lone surrogate.
    """
    next_event = _Events(text).get_event
    while not isinstance(event := next_event(), StreamEndEvent):
        yield event


class _StopReadingError(Exception):
    """A fault after which reading on would be useless or dangerous, once it is reported."""


class _Builder:
    """The builder of a file's tree: turns the parser's events into nodes by recursive descent.

    `anchors` are the nodes behind ``&name``, `repeated` the names of aliases that were met. `open`
    are the lists and mappings around the current event, the outermost first.
    """

    def __init__(self, source: Source, text: str, report: Report) -> None:
        self.source = source
        self.report = report
        self.next_event: Callable[[], Any] = _Events(text).get_event
        self.anchors: dict[str, Node] = {}
        self.repeated: set[str] = set()
        self.aliases = AliasBudget(source, report)
        self.open: list[Node] = []

    def document(self) -> Node | None:
        """Return the root of the document after reading the whole stream; None for no document.

        Raises:
            yaml.YAMLError: The syntax is wrong.
            UnicodeEncodeError: The text holds a lone surrogate.
            _StopReadingError: A fault that ends the reading is reported.
        """
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
        """Return the node that begins with `event`, after reading its events to the end."""
        kind = type(event)
        if kind is ScalarEvent:
            node = ScalarNode(self.source, event.start_mark, event.end_mark, event.value)
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

    def _sequence(self, event: Any) -> SequenceNode:
        node = SequenceNode(self.source, event.start_mark, event.end_mark)
        self._begin(event, node)
        next_event, read, items = self.next_event, self._node, node.items
        while type(event := next_event()) is not SequenceEndEvent:
            items.append(read(event))
        self._end(event, node)
        return node

    def _mapping(self, event: Any) -> MappingNode:
        """Return the mapping that begins with `event`, with the first of equal keys."""
        node = MappingNode(self.source, event.start_mark, event.end_mark)
        self._begin(event, node)
        next_event, read, entries = self.next_event, self._node, node.entries
        is_merged = False
        while (kind := type(key := next_event())) is not MappingEndEvent:
            # A list, a mapping or an alias as a key: report it and pass over its value.
            if kind is not ScalarEvent:
                errors.report_bad_key(read(key), self.report)
                read(next_event())
                continue
            value = read(next_event())
            # A key that is there already: if it is the first key of an entry, the dash of a new
            # entry is missing, and all further keys would be reported as well.
            name = intern(key.value)  # every entry has the same keys: a tenth of what is kept of it
            # The event goes: with its marks it would take four times as much as the node.
            key_node = ScalarNode(self.source, key.start_mark, key.end_mark, name)
            is_second = entries.setdefault(name, entry := (key_node, value)) is not entry
            if name == "<<" and not is_second:
                is_merged = not key.style
            if is_second and (key.value != "<<" or key.style):
                from quizgen.readers.yaml.entry_hints import dash_in_remark

                remark = dash_in_remark(self.source, key.start_mark.line)
                lacks_dash = self._lacks_a_dash(node, key.value)
                if remark:
                    self.report.error("duplicate-key", *remark)
                else:
                    errors.report_duplicate_key(node, key, self.report, lacks_dash=lacks_dash)
                if lacks_dash or remark:
                    key = self._skip_to_end()
                    break
        # A merge key, unless it is in quotes.
        if is_merged:
            errors.report_merge_key(node.key("<<"), entries["<<"][1], self.report)
            del entries["<<"]
            node.is_faulty = True  # the keys that it was to copy are not missing
        self._end(key, node)
        return node

    def _skip_to_end(self) -> Any:
        """Pass over the remaining keys and values of a mapping; return the event that ends it."""
        while not isinstance(event := self.next_event(), MappingEndEvent):
            self._node(event)
            self._node(self.next_event())
        return event

    def _begin(self, event: Any, node: Node) -> None:
        """Open `node`, a list or a mapping that begins with `event`; stop when nested too deep."""
        if event.tag or event.anchor:
            self._note(event, node)
        self.open.append(node)
        if len(self.open) > MAX_DEPTH:
            errors.report_too_deep(node, MAX_DEPTH, self.report)
            raise _StopReadingError

    def _end(self, event: Any, node: SequenceNode | MappingNode) -> None:
        """Close `node`, which ends with `event`."""
        mark = event.end_mark
        node.end_line, node.end_column = mark.line, mark.column
        self.open.pop()

    def _alias(self, event: Any) -> Node:
        """Return the node that the alias of `event` repeats; if it is unknown, its own text."""
        node = self.anchors.get(event.anchor)
        here = ScalarNode(self.source, event.start_mark, event.end_mark, f"*{event.anchor}")
        self.repeated.add(event.anchor)
        if node is None:
            # libyaml leaves undefined aliases to its caller.
            errors.report_unknown_alias(event.anchor, here, self.report)
            return here
        if not self.aliases.spend(node, here, is_open=any(node is outer for outer in self.open)):
            raise _StopReadingError
        return node

    def _note(self, event: Any, node: Node) -> None:
        """Keep `node` by the anchor of its `event`, if there is one; report a tag.

        A text of such a mark alone, ``!a`` or ``&a``, is reported as that, and not as missing.
        """
        if event.anchor:
            self.anchors[event.anchor] = node
        if isinstance(node, ScalarNode) and not node.value and not event.style:
            node.value = f"&{event.anchor}" if event.anchor else event.tag
        if event.tag:
            errors.report_tag(event.tag, node, self.report)

    def _lacks_a_dash(self, parent: MappingNode, key: str) -> bool:
        """Return whether a second `key` in `parent` seems to begin the next part of a list.

        It does where `parent` is in a list and has `key` as its first key.
        """
        in_list = len(self.open) > 1 and isinstance(self.open[-2], SequenceNode)
        return in_list and key == next(iter(parent.entries))
