"""`check --fix` changes the values that it says it changes, and leaves all else as it was.

How to try it for longer stands in ``test_nothing_raises.py``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, TypeAlias

from support.fuzzing import Files, fuzzed, untidy_projects, written

import quizgen
from quizgen.checks.fixes import apply_fixes
from quizgen.commands.fix import FixedFile, fix, fix_and_save
from quizgen.model.bank import Bank
from quizgen.model.diagnostics import Diagnostic, Edit, Report
from quizgen.model.item import Choice, Item, Option
from quizgen.model.source import Mark, Source
from quizgen.model.text import Text
from quizgen.readers.yaml import MappingNode, Node, ScalarNode, SequenceNode, parse_yaml

Place: TypeAlias = tuple[int, int]


@fuzzed(60, files=untidy_projects())
def test_fix_changes_what_it_says_and_nothing_else(files: Files) -> None:
    with written(files) as root:
        found = quizgen.check(root)
        banks = loaded(root)
        fixed: list[FixedFile] = []
        left = fix_and_save(found, lambda: quizgen.check(root), fixed.append)
        after, again = contents(root, files), fix(left)
        still = loaded(root)
    saved = {file.path: file.after.encode() for file in fixed}
    for path, content in files.items():
        assert after[path] == saved.get((root / path).resolve(), content)
    for file in fixed:
        assert_only_what_was_said(file)
    assert [*map(meaning, banks)] == [*map(meaning, still)]
    assert again == ()
    assert {d.name for d in left} <= {d.name for d in found}


def loaded(root: Path) -> list[Bank]:
    banks = [quizgen.load(file.parent).bank for file in sorted(root.rglob("bank.yaml"))]
    return [bank for bank in banks if bank]


def contents(root: Path, files: Files) -> Files:
    return {path: (root / path).read_bytes() for path in files}


def meaning(bank: Bank) -> list[object]:
    return [*map(meaning_of, bank.items)]


def meaning_of(item: Item) -> object:
    """What an item says, to readers who see no difference between two ways to write an accent.

    Nor does the order count in which the options of a question are shown.
    """
    match item.interaction:
        case Choice(options=options):
            asked: object = sorted(map(option, options))
        case other:
            asked = composed(re.sub(r"span=\w*\(.*?\)", "", repr(other)))
    rest = (item.explain, *item.evidence, *item.references)
    words = (item.id, *item.tags, *item.ignored, item.renamed_from, item.guid)
    return (
        (item.type, item.topic, item.difficulty, item.points, item.is_new),
        [word.value for word in words if word],
        [runs(text) for text in (item.stem, *rest) if text],
        asked,
    )


def option(one: Option) -> tuple[str, bool, str, bool]:
    return runs(one.text), one.is_key, runs(one.rationale), one.pinned


def runs(text: Text | None) -> str:
    return composed(repr(text.runs)) if text else ""


def composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


class Value(NamedTuple):
    """A key or a value: how it is written, and what that means."""

    start: Place
    written: str
    value: str
    owner: Place


def assert_only_what_was_said(file: FixedFile) -> None:
    with_keys = with_added_keys(file)
    before, after = as_read(file.path, with_keys), as_read(file.path, file.after)
    old, new = values(before), values(after)
    assert len(old) == len(new)
    assert around(before, old) == around(after, new)
    assert re.findall(r"\r\n?|\n", with_keys) == re.findall(r"\r\n?|\n", file.after)
    assert file.before.startswith("\ufeff") == file.after.startswith("\ufeff")
    joined = {moved(file.fixed, place) for place in accents_joined(file.fixed)}
    for one, other in zip(old, new, strict=True):
        assert other.value == (composed(one.value) if one.start in joined else one.value)
        if one.start not in joined:
            assert without_blanks(other.written) == without_blanks(one.written)


def with_added_keys(file: FixedFile) -> str:
    """The text before, with the keys that fixes add: nothing is taken away for them."""
    adding = [diagnostic for diagnostic in file.fixed if diagnostic.name == "unordered-numbers"]
    for edit in additions(adding):
        assert edit.span.start == edit.span.end
        assert re.fullmatch(r"ascending: true(, |\n *)", edit.text)
    return apply_fixes(file.before, adding)


def additions(fixed: Iterable[Diagnostic]) -> list[Edit]:
    return [d.fix.edits[0] for d in fixed if d.fix and d.name == "unordered-numbers"]


def moved(fixed: Iterable[Diagnostic], place: Place) -> Place:
    """Where a place of the text before stands once the keys are added."""
    line, column = place
    for edit in additions(fixed):
        start = position(edit.span.start)
        if start > place:
            continue
        if edit.text.endswith(" ") and "\n" not in edit.text:
            column += len(edit.text) if start[0] == place[0] else 0
        else:
            line += 1
    return line, column


def accents_joined(fixed: Iterable[Diagnostic]) -> Iterator[Place]:
    """Where accents were joined to their letters."""
    for diagnostic in fixed:
        assert diagnostic.name in {"decomposed-text", "trailing-space", "unordered-numbers"}
        if diagnostic.name == "decomposed-text":
            yield position(diagnostic.span.start)


def as_read(path: Path, raw: str) -> Source:
    return Source(path, re.sub(r"\r\n?", "\n", raw.removeprefix("\ufeff")))


def values(source: Source) -> list[Value]:
    root = parse_yaml(source, Report())
    assert root is not None
    found = {value.start: value for value in _values(root, (0, 0))}  # an alias repeats a place
    return [found[start] for start in sorted(found)]


def _values(node: Node, owner: Place) -> Iterator[Value]:
    match node:
        case ScalarNode():
            written = between(node.source, position(node.start), position(node.end))
            yield Value(position(node.start), written, node.value, owner)
        case SequenceNode(items=items):
            for item in items:
                yield from _values(item, position(node.start))
        case MappingNode():
            for key, value in node.pairs():
                yield from _values(key, position(key.start))
                yield from _values(value, position(key.start))


def position(mark: Mark) -> Place:
    return mark.line, mark.column


def between(source: Source, start: Place, end: Place) -> str:
    return source.text[offset(source, start) : offset(source, end)]


def offset(source: Source, place: Place) -> int:
    lines = source.text.split("\n")
    return sum(len(line) + 1 for line in lines[: place[0]]) + place[1]


def around(source: Source, found: list[Value]) -> str:
    """All that is no key and no value: signs, remarks and layout, without blanks at line ends."""
    text, kept, last = source.text, [], 0
    for value in found:
        start = offset(source, value.start)
        kept.append(text[last:start])
        last = max(last, start + len(value.written))
    return without_blanks("\0".join([*kept, text[last:]]))


def without_blanks(text: str) -> str:
    return re.sub(r"(?m)[ \t]+$", "", text)
