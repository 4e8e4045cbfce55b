"""From CommonMark to runs, by markdown-it-py with raw HTML switched off."""

from __future__ import annotations

import re

from quizgen.model.pattern import pattern
from quizgen.model.source import NOWHERE, Span
from quizgen.model.text.block_markdown import may_hold_blocks, parse_blocks
from quizgen.model.text.inline_tokens import inline_token_runs, markdown_parser
from quizgen.model.text.joining import joined
from quizgen.model.text.runs import Break, Run, Text

_SPECIAL = pattern(r"[\\`*_\[<&~^\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Characters that a text without markup does not hold.

Looking for them takes 0.4 µs a text, and parsing a text without markup 5 µs (measured)."""

_UNPRINTABLE = pattern(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def parse_text(
    source: str, span: Span = NOWHERE, *, math: bool = False, inline: bool = False
) -> Text:
    """Return the text that `source` is in CommonMark with tables, ``~sub~`` and ``^super^``.

    Blocks, such as lists, are read where `source` has several lines, unless it is `inline`: a
    paragraph already. On one line, ``1. May`` is a date. Formulas are markup if `math`; otherwise
    ``$`` is text. There are no errors: all that is not markup is text, and so are raw HTML and
    templates. Control characters become the pictures of them (U+2400 and on), lone surrogates and
    Unicode's noncharacters U+FFFD, so that no writer meets a character that its format cannot
    hold. `span` is that of `source` in its file.
    """
    is_plain = source and _SPECIAL.search(source) is None and source[0] != " " != source[-1]
    if is_plain and not (math and "$" in source):
        return Text((source,), span)
    return Text(tuple(parse_runs(visible(source), math=math, inline=inline)), span)


def parse_runs(source: str, *, math: bool = False, inline: bool = False) -> list[Run]:
    """Return the runs of `source`, which must be `visible`, with a `Break` between paragraphs.

    `inline` as for `parse_text`.
    """
    if not inline and may_hold_blocks(source) and (blocks := parse_blocks(source, math=math)):
        return blocks
    runs: list[Run] = []
    parser = markdown_parser(math=math)
    for paragraph in re.split(r"\n[ \t]*\n\s*", source.strip()):
        if runs:
            runs.append(Break(paragraph=True))
        runs.extend(inline_token_runs(parser.parseInline(paragraph)[0].children or ()))
    return joined(runs)


def visible(source: str) -> str:
    """Return `source` with a character that can be seen for each that cannot."""
    return _UNPRINTABLE.sub(lambda match: _picture(match[0]), source)


def unprintable(source: str) -> str | None:
    """Return the first character of `source` that `visible` would replace, or None."""
    match = _UNPRINTABLE.search(source)
    return match[0] if match else None


def _picture(character: str) -> str:
    """Return the character that shows the unprintable `character`."""
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"
