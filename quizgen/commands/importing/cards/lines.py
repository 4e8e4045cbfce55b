"""Divide a card's side into lines, so that a label goes where its field goes."""

from __future__ import annotations

import html as html_entities
import re
from collections.abc import Iterable, Iterator, Sequence

from quizgen.commands.importing.cards.parts import PartKind, SidePart
from quizgen.commands.importing.html_tree import MAX_DEPTH, VOID_ELEMENTS, with_readable_codes

_BOUNDARY = re.compile(r"(</?(?:br|div|p|ul|ol|li|details|summary)\b[^<>]*>)", re.IGNORECASE)
_ELEMENT = re.compile(r"<(/?)([a-z][a-z0-9]*)\b(?:[^<>]*( hidden)>|[^<>]*>)")
_ANY_TAG = re.compile(r"<[^<>]*>")
_LETTER = re.compile(r"[^\W_]")

Line = list[SidePart]


def hidden_as_hints(parts: Iterable[SidePart]) -> Iterator[SidePart]:
    """Yield `parts`, with the fields inside of hidden elements of the template as hints.

    A ``<details>`` opens at a click, and its fields are hints. Those of other elements are hidden.
    """
    opened: list[tuple[str, bool]] = []
    for part in parts:
        if part.kind is not PartKind.WORDS:
            hiding = {tag for tag, hides in opened if hides}
            kind = PartKind.HINT if hiding == {"details"} else PartKind.HIDDEN
            yield part._replace(kind=kind) if hiding else part
            continue
        yield part
        for slash, tag, hides in _ELEMENT.findall(part.html):
            if not slash and tag not in VOID_ELEMENTS and len(opened) < MAX_DEPTH:
                opened.append((tag, bool(hides)))
            elif slash and tag in [name for name, _ in opened]:
                while opened.pop()[0] != tag:
                    pass


def lines_of(parts: Iterable[SidePart]) -> Iterator[Line]:
    """Yield the lines of a side. Tags that begin a line are yielded as lines of their own."""
    line: Line = []
    for part in parts:
        if part.kind is not PartKind.WORDS:
            line.append(part)
            continue
        for number, piece in enumerate(_BOUNDARY.split(part.html)):
            if not number % 2:
                line += [SidePart(PartKind.WORDS, piece)] if piece else []
                continue
            yield line
            yield [SidePart(PartKind.WORDS, piece)]
            line = []
    yield line


def html_of(lines: Iterable[Sequence[SidePart]]) -> str:
    """Return the HTML of `lines`."""
    return "".join([part.html for line in lines for part in line])


def words_of(line: Iterable[SidePart]) -> str:
    """Return the words that `line` has of the template, without tags."""
    words = [part.html for part in line if part.kind is PartKind.WORDS]
    return " ".join(_plain(_ANY_TAG.sub("", "".join(words))).split())


def text_of(line: Iterable[SidePart]) -> str:
    """Return what a reader sees of `line`, words and fields, without tags."""
    return " ".join(_plain(_ANY_TAG.sub(" ", "".join([part.html for part in line]))).split())


def _plain(text: str) -> str:
    """Return `text`, HTML without tags, with characters for its entities."""
    return html_entities.unescape(with_readable_codes(text))


def has_letters(text: str) -> bool:
    """Return whether `text` has a letter or a digit."""
    return _LETTER.search(text) is not None


def is_label(words: str) -> bool:
    """Return whether `words` only name what stands beside them, or mark it."""
    return not has_letters(words) or words.endswith((":", "\uff1a"))


def tags_only(line: Iterable[SidePart]) -> Line:
    """Return the tags of `line`, so that those that open there still match those that close."""
    return [
        SidePart(PartKind.WORDS, "".join(_ANY_TAG.findall(part.html)))
        for part in line
        if part.kind is PartKind.WORDS
    ]
