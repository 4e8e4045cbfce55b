"""From CommonMark to runs, by markdown-it-py with raw HTML switched off."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from typing import Any, TypeAlias

from quizgen.model.pattern import pattern
from quizgen.model.results import MISSING, Results
from quizgen.model.source import NOWHERE, Span
from quizgen.model.text.marked_pieces import marked_pieces
from quizgen.model.text.runs import Break, Math, Run, Style, Styled, Text

_UNPRINTABLE = pattern(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


MAX_LENGTH = 2_000
"""Characters of a text whose runs are kept for the next command."""

_RESULTS = Results("parse_runs")

_NOT_PLAIN = b"\\`*_[<&~^" + bytes([*range(0x20), 0x7F])
"""What a text without markup does not hold, of ASCII: `MARKUP`, and control characters."""


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
    if _is_plain(source, math=math):
        return Text((source,), span)
    return Text(tuple(parse_runs(visible(source), math=math, inline=inline)), span)


def parse_runs(source: str, *, math: bool = False, inline: bool = False) -> list[Run]:
    """Return the runs of `source`, which must be `visible`, with a `Break` between paragraphs.

    `inline` as for `parse_text`.
    """
    if _is_plain(source, math=math):
        return [source]
    if not (math and "$" in source) and (pieces := marked_pieces(source)):
        return pieces
    arguments = source, math, inline
    known = _RESULTS.of(arguments)
    if known is not MISSING:
        return [_run(form) for form in known]
    runs = list(_parse(source, math=math, inline=inline))
    if len(source) <= MAX_LENGTH and None not in (forms := list(map(_form, runs))):
        _RESULTS.keep(arguments, forms)
    return runs


def _is_plain(source: str, *, math: bool) -> bool:
    """Tell whether `source` is a text without markup."""
    if not source or source[0] == " " or source[-1] == " " or (math and "$" in source):
        return False
    # Bytes can be deleted in a third of the steps in which patterns are searched. A byte of ASCII
    # is a character of ASCII in UTF-8, so nothing is deleted only where no such character is.
    coded = source.encode("utf-8", "surrogatepass")
    if len(coded.translate(None, _NOT_PLAIN)) < len(coded):
        return False
    return len(coded) == len(source) or unprintable(source) is None


@functools.lru_cache(maxsize=64)  # an import reads each long text back many times
def _parse(source: str, *, math: bool, inline: bool) -> Sequence[Run]:
    # After a save nearly all texts with markup have been read before.
    from quizgen.model.text.block_markdown import may_hold_blocks, parse_blocks
    from quizgen.model.text.inline_tokens import inline_token_runs, markdown_parser
    from quizgen.model.text.joining import joined

    if not inline and may_hold_blocks(source) and (blocks := parse_blocks(source, math=math)):
        return blocks
    runs: list[Run] = []
    parser = markdown_parser(math=math)
    for paragraph in re.split(r"\n[ \t]*\n\s*", source.strip()):
        if runs:
            runs.append(Break(paragraph=True))
        runs.extend(inline_token_runs(parser.parseInline(paragraph)[0].children or ()))
    return joined(runs)


_Form: TypeAlias = str | tuple[Any, ...]
"""A run as plain values."""


def _form(run: Run) -> _Form | None:
    """Return what `_run` makes `run` of again; None for a kind of run that is rare."""
    match run:
        case str():
            return run
        case Styled(text=text, style=style, link=link):
            return text, int(style), link
        case Break(paragraph=paragraph):
            return (paragraph,)
        case Math(tex=tex, display=display):
            return tex, display
        case _:
            return None


def _run(form: _Form) -> Run:
    match form:
        case str():
            return form
        case (text, style, link):
            return Styled(text, Style(style), link)
        case (tex, display):
            return Math(tex, display)
        case (paragraph,):
            return Break(paragraph)
    raise ValueError(form)


def visible(source: str) -> str:
    """Return `source` with a character that can be seen for each that cannot."""
    if unprintable(source) is None:
        return source
    return _UNPRINTABLE.sub(lambda match: _picture(match[0]), source)


def unprintable(source: str) -> str | None:
    """Return the first character of `source` that `visible` would replace, or None."""
    if source.isprintable():  # as most texts are; Python's word for it leaves out many more
        return None
    match = _UNPRINTABLE.search(source)
    return match[0] if match else None


def _picture(character: str) -> str:
    """Return the character that shows the unprintable `character`."""
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"
