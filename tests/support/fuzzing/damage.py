"""What a slip of the hand, an editor, a bad copy or a merge makes of a file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import TypeAlias

from hypothesis import strategies as st

Damage: TypeAlias = Callable[[st.DrawFn, str], str]

PIECES = (
    *("a: ", "- ", "\n", "  ", "[", "]", "{", "}", "'", '"', "#", " #", "&a ", "*a", "!t ", "|"),
    *(">", "?", "\t", ": ", "<<: ", "---\n", "...\n", "%", "@", "\\", '\\"', "'", ", ", "::"),
    *("\ud7ff", "\u2028", "\x85", "\xa0", "\x00", "\u0301", "\u200b", "\u202e", "\ufeff", "😀"),
    *("topic: people\n", "questions:\n", "title: T\n", "id: talks\n", "passage: passage.md\n"),
    *("topics: [people]\n", "language: ko\n", "{{c1::", "}}", "![](a.png)", "2023-12-09: "),
    *("![a](a.png)", "$", "**", "`", "<b>", "1. ", "# ", "\n\n", "<<<<<<< HEAD\n", "=======\n"),
)
"""What means something in YAML or Markdown, to an editor or to git."""

TEXTS = (
    *("a", "no", "~", "null", "1718", "-0", "1e999", "9" * 40, "2023-02-30", "12:30:45", "*", "#"),
    *("Zoe\u0308", "\u1fef", "\u1112\u1161\u11ab", "e\u0301\u0327" * 9, "か\u3099", "\u212b"),
    *(
        "مرحبا 12 (أ)",
        "שלום, world",
        "서울에서 만났다",
        "東京と大阪",
        "नमस्ते",
        "😀👩‍👩‍👧",
        "🇰🇷",
        "\U0010ffff",
    ),
    *("\u202eabc", "a\u200b", "a\ufeff", "\x07", "\ufdd0", "\uffff", "a\u2028b", "a\x85b", "a\tb"),
    *("a<b & c", "<script>", "</para>", "{{c1::x}}", "{{c2::a::b}} {{c1::**c**}}", "{{", "}}"),
    *("$x^2$", "$\\frac{1}{", "$$", "\\(x\\)", "${HOME}", "%s", "\\", "::", "a::b", "***", "[a](b"),
    *("**strong** `code` ~sub~ ^sup^", "[a](https://example.org)", "[a](javascript:1)"),
    *("![a](a.png)", "![a](a.png) b ![c](a.png 'd')", "one\n\ntwo", "one  \ntwo", "- a\n- b"),
    *("word " * 300, "W" * 300, "서" * 300, "not", "which of these is not", "all of the above"),
    *("3 to 5", "−1,5", "½", "²", "٣", "1 000", "more than 4", "true", "both a and b"),
)
"""Texts that a program may trip over."""

FAULTY_TEXTS = (
    *("", " ", "\u200b", "{{c0::}}", "{{c1::{{c2::x}}}}", "![](a.png)", "![a](missing.png)"),
    *("![a](../a.png)", "![a](https://example.org/a.png)", "![a](a.svg)", "word " * 30_000),
)
"""Texts that are told of as errors."""

VALUES = (
    *("[]", "{}", "[[a]]", "{a: b}", "{a: {b: c}}", "[a, b]", "[1, 2, 3]", "[3, 1, 2]", "- a"),
    *("|", ">-", "|9", "&x a", "*x", "!!int a", "true", "false", "0", "27", "-1", "0.5", "1x1"),
    *("[a, a]", "{a: a, b: a}", "[{a: b}, {c: d}]", "[~]", "['']", "{? [a] : b}", "'", '"', "#"),
    *("easy", "topic", "talks", "people", "passage.md", "a.png", "A4", "none", "standard", "en"),
    *("ar", "ja-JP", "zh-Hant", "xx-yy", "multiple_choice", "cloze", "host-city", "10m"),
)
"""What is no text, or a text of another key."""

LINE_ENDS = re.compile(r"(?<=\n)")
TEXT = re.compile(
    r"(?m)^(?P<key>[ ]*(?:- )?(?:question|front|back|answer|explain|reference|rationale|title):"
    r"|[ ]*-) (?P<value>[^\n:]*)$"
)
PAIR = re.compile(r"(?m)^(?P<key>[ ]*(?:- )?[\w-]+:) (?P<value>[^\n]*)$")


@st.composite
def damaged(draw: st.DrawFn, whole: str, most: int = 3) -> str:
    """`whole` with up to so many stretches, lines, keys or values that are not as they were."""
    for damage in draw(st.lists(st.sampled_from(DAMAGES), max_size=most)):
        whole = damage(draw, whole)
    return whole


@st.composite
def misspelt(draw: st.DrawFn, whole: str) -> str:
    """`whole` with a few stretches replaced by what YAML or Markdown gives a meaning."""
    for _ in range(draw(st.integers(0, 4))):
        whole = _stretch(draw, whole)
    return whole


def retold(draw: st.DrawFn, whole: str) -> str:
    """`whole` with an odd text, in quotes, in the place of one of its texts."""
    texts = st.one_of(st.sampled_from(TEXTS), st.text(st.characters(codec="utf-8"), min_size=1))
    return _value(draw, whole, TEXT, texts.map(quoted))


def quoted(text: str) -> str:
    """`text` as YAML has it in double quotes, whatever it holds."""
    return '"' + re.sub(r'[^ -~]|["\\]', lambda match: f"\\U{ord(match[0]):08x}", text) + '"'


def untidied(draw: st.DrawFn, whole: str) -> str:
    """`whole` with accents apart, blanks at the ends of lines, and remarks: it means the same."""
    lines = whole.split("\n")
    for _ in range(draw(st.integers(0, 8))):
        number = draw(st.integers(0, len(lines) - 1))
        change = draw(st.sampled_from(UNTIDY))
        lines[number] = change(lines[number])
    return "\n".join(lines)


@st.composite
def encoded(draw: st.DrawFn, text: str) -> bytes:
    """`text` as editors save it; seldom, bytes that are no text."""
    encode = draw(st.sampled_from(ENCODINGS))
    return encode(text)


def noise(draw: st.DrawFn, content: bytes) -> bytes:
    """`content` with any bytes in the place of a stretch."""
    start, end = _between(draw, len(content))
    return content[:start] + draw(st.binary(max_size=20)) + content[end:]


def _between(draw: st.DrawFn, length: int, most: int = 12) -> tuple[int, int]:
    start = draw(st.integers(0, length))
    return start, draw(st.integers(start, min(length, start + most)))


def _stretch(draw: st.DrawFn, text: str) -> str:
    start, end = _between(draw, len(text))
    return text[:start] + draw(st.sampled_from(PIECES)) + text[end:]


def _any_characters(draw: st.DrawFn, text: str) -> str:
    start, end = _between(draw, len(text))
    return text[:start] + draw(st.text(st.characters(codec="utf-8"), max_size=9)) + text[end:]


def _cut_short(draw: st.DrawFn, text: str) -> str:
    return text[: draw(st.integers(0, len(text)))]


def _lines_again(draw: st.DrawFn, text: str) -> str:
    """A block of lines stands in a second place."""
    lines = LINE_ENDS.split(text)
    start, end = _between(draw, len(lines))
    place = draw(st.integers(0, len(lines)))
    return "".join([*lines[:place], *lines[start:end], *lines[place:]])


def _lines_lost(draw: st.DrawFn, text: str) -> str:
    lines = LINE_ENDS.split(text)
    start, end = _between(draw, len(lines), most=4)
    return "".join(lines[:start] + lines[end:])


def _lines_indented(draw: st.DrawFn, text: str) -> str:
    """A block of lines begins further right or left than it did."""
    lines = LINE_ENDS.split(text)
    start, end = _between(draw, len(lines), most=4)
    shift = draw(st.sampled_from([" ", "  ", "    ", "\t", "\xa0", "- ", "# ", ""]))
    moved = [shift + line if shift else line.removeprefix("  ") for line in lines[start:end]]
    return "".join(lines[:start] + moved + lines[end:])


def _key(draw: st.DrawFn, text: str) -> str:
    """A key has the name of another, or one that is almost its own."""
    pairs = list(PAIR.finditer(text))
    if not pairs:
        return text
    chosen = draw(st.sampled_from(pairs))
    words: list[str] = [match["key"].strip("-: ") for match in pairs]
    word = draw(st.sampled_from([*words, *(w[1:] for w in words), *(w.upper() for w in words)]))
    start = chosen.end("key") - len(chosen["key"].lstrip("- "))
    return text[:start] + word + text[chosen.end("key") - 1 :]


def _any_value(draw: st.DrawFn, text: str) -> str:
    """A key has what another one has, or what no key should have."""
    others = [match["value"] for match in PAIR.finditer(text)] or [""]
    faulty = st.sampled_from(FAULTY_TEXTS).map(quoted)
    return _value(
        draw, text, PAIR, st.one_of(st.sampled_from(VALUES), st.sampled_from(others), faulty)
    )


def _value(
    draw: st.DrawFn, text: str, place: re.Pattern[str], values: st.SearchStrategy[str]
) -> str:
    pairs = list(place.finditer(text))
    if not pairs:
        return text
    chosen = draw(st.sampled_from(pairs))
    return text[: chosen.start("value")] + draw(values) + text[chosen.end("value") :]


DAMAGES: Sequence[Damage] = (
    _stretch,
    _any_characters,
    _cut_short,
    _lines_again,
    _lines_lost,
    _lines_indented,
    _key,
    _any_value,
    _any_value,
    retold,
    untidied,
)

UNTIDY: Sequence[Callable[[str], str]] = (
    lambda line: line + " ",
    lambda line: line + "\t ",
    lambda line: line + "  # a remark, Zoe\u0308 ",
    lambda line: unicodedata.normalize("NFD", line),
    lambda line: re.sub(r"([ :]\w*)e(?=\w*$)", "\\1e\u0301", line) if TEXT.match(line) else line,
    lambda line: re.sub(r"([ :]\w*)o(?=\w*)", "\\1o\u0308", line) if TEXT.match(line) else line,
)

ENCODINGS: Sequence[Callable[[str], bytes]] = (
    *[lambda text: text.encode()] * 8,
    lambda text: text.encode("utf-8-sig"),
    lambda text: text.replace("\n", "\r\n").encode(),
    lambda text: text.replace("\n", "\r\n").encode("utf-8-sig"),
    lambda text: text.replace("\n", "\r").encode(),
    lambda text: text.rstrip("\n").encode(),
    lambda text: text.encode("utf-16"),
    lambda text: text.encode("latin-1", "replace"),
)
