"""A cloze note's text: Anki's gaps in HTML to gaps in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from quizgen.commands.importing.formulas import without_tags
from quizgen.commands.importing.html import Note, PictureName, read_runs
from quizgen.commands.importing.html_tree import parse_html
from quizgen.commands.importing.markdown import Markdown, markdown
from quizgen.commands.importing.unsupported import Loss
from quizgen.model.text import Gap, parse_gaps, plain_text
from quizgen.model.text.formulas import is_balanced
from quizgen.model.text.gaps import MAX_GAP_NUMBER
from quizgen.model.text.markdown import visible

PLACEHOLDER = "\ufdd0"
"""Stands for a gap while the text around it is read: what `parse_gaps` puts there, too."""

_MARK = re.compile(r"\{\{c([\d,]+)::|\}\}")


class _Gap(NamedTuple):
    """A gap as Anki has it; `answer` and `hint` are HTML."""

    number: int
    answer: str
    hint: str


def cloze_markdown(
    html: str, picture: PictureName, note: Note, *, math: bool = False
) -> str | None:
    """`html` as our Markdown with gaps, or None where there is no gap to fill.

    Formulas are kept if `math`, but for those that a gap stands in.
    """
    gaps: list[_Gap] = []
    pieces = _split(without_tags(visible(html)), note)
    frame = "".join([_kept(piece, gaps) for piece in pieces])
    if not gaps:
        return None
    frame_runs = read_runs(parse_html(frame).children, picture, note, math=math)
    around = markdown(frame_runs, math=math)
    inner = [_written(gap, picture, note, math) for gap in gaps]
    source = _filled(around.source, inner)
    if source is None or not _reads_as(source, gaps, math):
        around = Markdown(markdown([plain_text(frame_runs)], math=math).source, False)
        source = _filled(around.source, inner)
    if not around.is_exact:
        note(Loss.FORMAT, html)
    return source if source is not None and _reads_as(source, gaps, math) else None


def _kept(piece: str | _Gap, gaps: list[_Gap]) -> str:
    if isinstance(piece, str):
        return piece
    gaps.append(piece)
    return PLACEHOLDER


def _split(html: str, note: Note) -> Iterator[str | _Gap]:
    """The HTML between gaps, and the gaps. Like Anki, takes the innermost ``}}`` for the end."""
    depth = 0
    number = 0
    body = ""
    position = 0
    for mark in _MARK.finditer(html):
        text = html[position : mark.start()]
        position = mark.end()
        if mark[1] is None and depth == 0:
            yield f"{text}}}}}"
            continue
        if depth == 0:
            yield text
            numbers = [n for n in mark[1].split(",") if n]
            number = int(numbers[0][:6]) if numbers else 0
            if len(numbers) > 1:
                note(Loss.SHARED_GAP, mark[0])
            body = ""
            depth = 1
            continue
        body += text
        if mark[1] is not None:
            note(Loss.NESTED_GAP, mark[0])
            depth += 1
            continue
        depth -= 1
        if depth == 0:
            answer, _, hint = body.partition("::")
            usable = 1 <= number <= MAX_GAP_NUMBER and re.sub(r"<(?!img)[^>]*>", "", answer).strip()
            yield _Gap(number, answer, hint) if usable else answer
    yield (body if depth else "") + html[position:]


def _written(gap: _Gap, picture: PictureName, note: Note, math: bool) -> str:
    """The gap in our notation."""
    answer, hint = (
        _inside(markdown(read_runs(html, picture, note, math=math), math=math).source, math)
        for html in (gap.answer, gap.hint)
    )
    return f"{{{{c{gap.number}::{answer}{f'::{hint}' if hint else ''}}}}}"


_BRACE = re.compile(r"[{}]")
_BRACE_OUTSIDE = re.compile(r"\\.|\$(?:\\.|[^\\$])+\$|[{}]")
"""Formulas are passed over: their braces pair, and entities mean nothing to TeX."""


def _inside(source: str, math: bool) -> str:
    """Markdown that can stand in a gap: no ``::``, and no brace that would end it early."""
    source = source.replace("::", "&#58;&#58;")
    if is_balanced(source) and "{{" not in source:
        return source
    braces = _BRACE_OUTSIDE if math else _BRACE
    return braces.sub(lambda f: f"&#{ord(f[0])};" if f[0] in "{}" else f[0], source)


def _filled(frame: str, gaps: list[str]) -> str | None:
    """`frame` with the gaps in their places, or None where a place was lost."""
    pieces = re.sub(r"\{\{(?=c\d+::)", "{&#123;", frame).split(PLACEHOLDER)
    if len(pieces) != len(gaps) + 1:
        return None
    return pieces[0] + "".join(gap + piece for gap, piece in zip(gaps, pieces[1:], strict=True))


def _reads_as(source: str, gaps: list[_Gap], math: bool) -> bool:
    """Whether our parser finds the same gaps in `source`."""
    read = parse_gaps(source, math=math)
    found = [part.number for part in read.parts if isinstance(part, Gap)]
    return not read.problems and found == [gap.number for gap in gaps]
