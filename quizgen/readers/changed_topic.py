"""A topic file of which a few entries have changed: only these are read again.

What is read of an entry depends on its own lines, the topic's name, the cases that it names, and
anchors; and in YAML, an entry ends where the dash of the next one stands, if it can be read alone.
Whatever is not as plain as that is left to `quizgen.readers.topic_file`: faults, anchors, cases,
pictures, marks of a document, and changes outside of the questions.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from quizgen.model.bank import Topic
from quizgen.model.diagnostics import Report
from quizgen.model.item import Item
from quizgen.model.item_digests import has_anchors
from quizgen.model.named_tuple import NamedTuple
from quizgen.model.pattern import pattern
from quizgen.model.source import Source
from quizgen.readers.item import read_item
from quizgen.readers.item_keys import GROUP, PART_OF
from quizgen.readers.shapes import Reading
from quizgen.readers.topic_file import QUESTIONS
from quizgen.readers.yaml import MappingNode, Node, ScalarNode, SequenceNode
from quizgen.readers.yaml.parse import parse_yaml

if TYPE_CHECKING:
    from quizgen.readers.pickles import ReadFile

MAX_PART = 1 / 8
"""The largest part of a file that is read as changed entries. A larger one is read as a file.

Of 400 questions, one takes a quarter of the time of the file, an eighth of them three tenths, and a
half of them two thirds (measured).
"""

_FIRST_DASH = pattern(r"^questions:[ ]*\n(?:[ ]*(?:#.*)?\n)*([ ]*)- ", re.MULTILINE)
_DOCUMENT = pattern(r"^(?:---|\.\.\.|%)", re.MULTILINE)

Load = Callable[[Source, int, int], "ReadFile | None"]
"""Return what was read of the former text, with places in the source that is given.

Two numbers follow: of a line, and of how many lines what stands from there on has moved down.
"""


class _Region(NamedTuple):
    """The changed entries: their offsets in the former text and in the new one, and their dash.

    `dash` is what stands before each entry: the indentation, a dash and a space.
    """

    start: int
    former_end: int
    end: int
    dash: str


def read_changed(former: str, load: Load, source: Source, reading: Reading) -> ReadFile | None:
    """Return what `read_topic` would read in `source`, which was `former` when it was kept.

    None where the file has to be read as a whole. Nothing is added to `reading`.
    """
    text = source.text
    region = _changed_region(former, text)
    if region is None or has_anchors(former) or has_anchors(text):
        return None
    # 1. Find the items of the region by their lines.
    kept = load(source, 0, 0)
    if kept is None or not isinstance(kept.value, Topic) or kept.diagnostics:
        return None
    items = kept.value.items
    first = text.count("\n", 0, region.start)
    former_last = first + former.count("\n", region.start, region.former_end)
    begin = bisect_left(items, first, key=_line)
    end = bisect_left(items, former_last, key=_line)
    is_whole = (
        region.former_end == len(former)
        if end == len(items)
        else (_line(items[end]) == former_last)
    )
    if begin == end or _line(items[begin]) != first or not is_whole:
        return None
    if any(item.span.start_column != len(region.dash) for item in items[begin : end + 1]):
        return None
    if any(item.case for item in items[begin:end]) or any(
        first <= span.start.line < former_last for _, span in kept.pictures
    ):
        return None
    # 2. Read the entries that are there now, and move what is behind them.
    entries = text[region.start : region.end]
    new = _read_entries(entries, region, first, kept.value.id, source, reading)
    if new is None:
        return None
    moved = entries.count("\n") - (former_last - first)
    if moved and (region.former_end < len(former)):
        kept = load(source, former_last, moved)
    if kept is None or not isinstance(kept.value, Topic):
        return None
    items = kept.value.items
    return kept._replace(value=replace(kept.value, items=(*items[:begin], *new, *items[end:])))


def _line(item: Item) -> int:
    return item.span.start_line


def _changed_region(former: str, text: str) -> _Region | None:
    """Return the entries in which `former` and `text` differ; None where that is not plain."""
    dash = _FIRST_DASH.search(former)
    if dash is None:
        return None
    mark = f"{dash[1]}- "
    same = _common(former, text, lambda a, b, n: a[:n] == b[:n])
    rest = min(len(former), len(text)) - same
    same_end = min(_common(former, text, lambda a, b, n: a[len(a) - n :] == b[len(b) - n :]), rest)
    start = former.rfind(f"\n{mark}", 0, same) + 1
    if start <= dash.start():
        return None
    last = former.find(f"\n{mark}", len(former) - same_end) + 1 or len(former)
    end = last + len(text) - len(former)
    if max(last, end) - start > MAX_PART * len(former):
        return None
    return _Region(start, last, end, mark)


def _common(one: str, other: str, is_equal: Callable[[str, str, int], bool]) -> int:
    """Return the largest number of characters for which `is_equal` holds, by halving."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        if is_equal(one, other, middle):
            low = middle
        else:
            high = middle - 1
    return low


def _read_entries(
    entries: str, region: _Region, first: int, topic: str, source: Source, reading: Reading
) -> list[Item] | None:
    """Return the items of `entries` of `topic`, whose first line is `first` in `source`.

    None where they have a fault, or anything that concerns the rest of the file.
    """
    if _DOCUMENT.search(entries):
        return None
    # Behind the last one stands a dash, as in the file: there an entry ends.
    has_next = region.end < len(source.text)
    following = f"{region.dash}next\n" if has_next else ""
    alone = "\n" * (first - 1) + f"{QUESTIONS.name}:\n{entries}{following}"
    report = Report()
    root = parse_yaml(Source(source.path, alone), report)
    if report.diagnostics or not isinstance(root, MappingNode):
        return None
    nodes = root.get(QUESTIONS.name)
    if set(root.entries) != {QUESTIONS.name} or not isinstance(nodes, SequenceNode):
        return None
    children = nodes.items
    if has_next:
        *children, end = children
        if not isinstance(end, ScalarNode) or end.value != "next":
            return None
    apart = Reading(report, reading.language, reading.math, reading.speak)
    items: list[Item] = []
    for node in children:
        if not isinstance(node, MappingNode) or {PART_OF.name, GROUP.name} & node.entries.keys():
            return None
        _move_to(source, node)
        item = read_item(node, topic, apart)
        if item is None:
            return None
        items.append(item)
    return None if report.diagnostics or apart.pictures or not items else items


def _move_to(source: Source, node: Node) -> None:
    """Make `source` the file of `node` and of all below it."""
    node.source = source
    if isinstance(node, MappingNode):
        for key, value in node.pairs():
            _move_to(source, key)
            _move_to(source, value)
    elif isinstance(node, SequenceNode):
        for value in node.items:
            _move_to(source, value)
