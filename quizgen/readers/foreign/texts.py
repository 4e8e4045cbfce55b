"""The text of a file in any encoding that programs for teachers write."""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from markdown_it import MarkdownIt

from quizgen.model.item import Difficulty
from quizgen.model.source import Source, Span

QUESTION_NOT_IMPORTED = "question-not-imported"
"""The name of every warning about a question that an import leaves out."""

GUESSED_ENCODING = "guessed-encoding"
"""The name of the warning that the letters of a text may be others."""

BLANK = "_____"
"""As Moodle shows the place of a missing word."""

_MARKDOWN = MarkdownIt("commonmark", {"html": False})
_NO_TOPIC = ("$course$", "$module$", "$system$", "top", "")
_LEVELS = {level.value for level in Difficulty}

MAX_TEXT_SIZE = 16 * 1024 * 1024
"""Bytes of a file of lines, such as CSV. 10,000 questions come to about 5 MB."""

MAX_LINES = 1_000_000
MAX_BLANKS = 200
"""Blanks in a row that are kept. A pattern with ``\\s*`` may try a place once for each of them."""

_SAMPLE = 4000
"""Bytes at the beginning of a text in which every second one is 0 where it is UTF-16."""
_IN_CYRILLIC = re.compile(rb"[\xc0-\xff\xb8\xa8]{4,}")
"""Letters that no Western language has in a row; in Windows-1251, each word is made of them."""
_OF_A_MAC = re.compile(rb"[a-z][\x83\x86-\x8f\x90\x98\x9a\x9b\x9f][a-z]")
"""Bytes that are letters on an old Mac, and signs or capitals in Windows-1252."""
_UNDEFINED = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_BLANKS = re.compile(rf"([^\S\n]{{{MAX_BLANKS}}})[^\S\n]+")


def encoding_of(content: bytes) -> tuple[str, bool]:
    """Return the encoding of a text, and whether that is a guess that may be wrong.

    It is UTF-8, UTF-16, Windows-1252 as Excel saves, or by its letters that of a Mac or a Cyrillic
    one.
    """
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16", False
    head = content[:_SAMPLE]
    for encoding, nulls in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if len(nulls) > 1 and 2 * nulls.count(0) > len(nulls):
            return encoding, False
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError:
        if _IN_CYRILLIC.search(content):
            return "cp1251", True
        if _OF_A_MAC.search(content):
            return "mac-roman", True
        return "cp1252", bool(_UNDEFINED.search(content))
    return "utf-8-sig", False


def decode(content: bytes, path: Path) -> Source:
    """Return the text of `content` in its encoding; what that has no letter for is U+FFFD."""
    text = content.decode(encoding_of(content)[0], errors="replace")
    return Source(path, without_long_blanks(re.sub(r"\r\n?", "\n", text).replace("\0", "")))


def without_long_blanks(text: str) -> str:
    """Return `text` with at most `MAX_BLANKS` blanks in a row; the ends of lines stay."""
    return _BLANKS.sub(r"\1", text)


def is_too_long(content: bytes) -> bool:
    """Return whether `content`, a file of lines, has more bytes or lines than are read."""
    return len(content) > MAX_TEXT_SIZE or content.count(b"\n") + content.count(b"\r") > MAX_LINES


def line_span(source: Source, offset: int) -> Span:
    """Return the span of the character at `offset` of `source`."""
    return source.at(min(offset, max(len(source.text) - 1, 0)))


def in_format(text: str, name: str) -> str:
    """Return the HTML of `text`, which is in the text format that Moodle calls `name`.

    Its own format is HTML in which the end of a line counts.
    """
    content = text.strip()
    if name == "html":
        return content
    if name == "markdown":
        return str(_MARKDOWN.render(content)).strip()
    if name in ("plain", "plain_text"):
        content = html.escape(content)
    return content.replace("\n", "<br>")


def last_level(path: str) -> str:
    """Return the last name of `path`, a path of Moodle's question categories; empty for none."""
    levels = path.strip().replace("//", "\0").split("/")
    name = levels[-1].replace("\0", "/").strip()
    return "" if name in _NO_TOPIC else name


def outer_level(paths: Iterable[str]) -> str:
    """Return the name of the one category that all of `paths`, Moodle's, lie in; else empty.

    Our own exports put the topics of a bank into one with the bank's title.
    """
    titles = {last_level(path.strip().replace("//", "\0").rpartition("/")[0]) for path in paths}
    return titles.pop().replace("\0", "/") if len(titles) == 1 else ""


def tags_and_difficulty(tags: Sequence[str]) -> tuple[tuple[str, ...], str]:
    """Return `tags` without the difficulty that our own writers put last, and the difficulty."""
    if tags and tags[-1] in _LEVELS:
        return tuple(tags[:-1]), tags[-1]
    return tuple(tags), ""


def without_tags(markup: str) -> str:
    """Return the characters of the HTML `markup` on one line."""
    return " ".join(html.unescape(re.sub(r"<[^<>]*>", " ", markup)).split())
