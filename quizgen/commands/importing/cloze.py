"""From the text of a cloze note, gaps in HTML, to gaps in Markdown."""

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
"""The character that stands for a gap while the text around it is read, as in `parse_gaps`."""

_MARK = re.compile(r"\{\{c([\d,]+)::|\}\}")


class _Gap(NamedTuple):
    """A gap in a field of Anki's; `answer` and `hint` are HTML."""

    number: int
    answer: str
    hint: str


def cloze_markdown(
    html: str, picture: PictureName, note: Note, *, math: bool = False
) -> str | None:
    """Return `html` as Markdown with gaps, or None where it has no gap to fill.

    Formulas are kept if `math`, but for formulas with a gap inside. `picture` gives pictures their
    names in the bank; losses are passed to `note`.
    """
    # 1. Put a placeholder where each gap stands.
    gaps: list[_Gap] = []
    pieces = _split(without_tags(visible(html)), note)
    frame = "".join([_kept(piece, gaps) for piece in pieces])
    if not gaps:
        return None
    # 2. Write the text around the gaps and the gaps as Markdown.
    frame_runs = read_runs(parse_html(frame).children, picture, note, math=math)
    around = markdown(frame_runs, math=math)
    inner = [_written(gap, picture, note, math) for gap in gaps]
    # 3. Put them together. Where that is not read as the same gaps, try without formatting.
    source = _filled(around.source, inner)
    if source is None or not _reads_as(source, gaps, math):
        around = Markdown(markdown([plain_text(frame_runs)], math=math).source, False)
        source = _filled(around.source, inner)
    if not around.is_exact:
        note(Loss.FORMAT, html)
    return source if source is not None and _reads_as(source, gaps, math) else None


def _kept(piece: str | _Gap, gaps: list[_Gap]) -> str:
    """Return `piece`, or the placeholder for a gap, which is added to `gaps`."""
    if isinstance(piece, str):
        return piece
    gaps.append(piece)
    return PLACEHOLDER


def _split(html: str, note: Note) -> Iterator[str | _Gap]:
    """Yield the HTML between the gaps of `html`, and the gaps, in order.

    A gap inside another becomes text of the outer gap, and a gap on several cards belongs to the
    first: both are losses. As in Anki, ``}}`` closes the innermost gap that is open. A gap
    without an answer or with a number that Anki has no card for is its answer only.
    """
    # `depth` counts the gaps that are open, `number` and `body` are those of the outermost.
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
    """Return `gap` in quizgen's notation, with answer and hint as Markdown."""
    answer, hint = (
        _inside(markdown(read_runs(html, picture, note, math=math), math=math).source, math)
        for html in (gap.answer, gap.hint)
    )
    return f"{{{{c{gap.number}::{answer}{f'::{hint}' if hint else ''}}}}}"


_BRACE = re.compile(r"[{}]")
_BRACE_OUTSIDE = re.compile(r"\\.|\$(?:\\.|[^\\$])+\$|[{}]")
"""A brace, or a formula or an escape to pass over.

The braces of a formula balance, and an entity in place of a brace would mean nothing to TeX."""


def _inside(source: str, math: bool) -> str:
    """Return the Markdown `source` so that it can stand in a gap.

    ``::`` and braces that would end the gap early become entities.
    """
    source = source.replace("::", "&#58;&#58;")
    if is_balanced(source) and "{{" not in source:
        return source
    braces = _BRACE_OUTSIDE if math else _BRACE
    return braces.sub(lambda f: f"&#{ord(f[0])};" if f[0] in "{}" else f[0], source)


def _filled(frame: str, gaps: list[str]) -> str | None:
    """Return `frame` with `gaps` in place of its placeholders, or None where one was lost."""
    pieces = re.sub(r"\{\{(?=c\d+::)", "{&#123;", frame).split(PLACEHOLDER)
    if len(pieces) != len(gaps) + 1:
        return None
    return pieces[0] + "".join(gap + piece for gap, piece in zip(gaps, pieces[1:], strict=True))


def _reads_as(source: str, gaps: list[_Gap], math: bool) -> bool:
    """Return whether `parse_gaps` reads `source` with the numbers of `gaps`, and no problem."""
    read = parse_gaps(source, math=math)
    numbers = [part.number for part in read.parts if isinstance(part, Gap)]
    return not read.problems and numbers == [gap.number for gap in gaps]
