"""Convert the text of a cloze note: Anki's gaps in HTML to quizgen's gaps in Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from quizgen.commands.importing.formulas import without_tags
from quizgen.commands.importing.html import PictureName, read_runs
from quizgen.commands.importing.html_tree import parse_html
from quizgen.commands.importing.markdown import Markdown, markdown
from quizgen.commands.importing.typed_signs import PLACEHOLDER, without_refused
from quizgen.commands.importing.unsupported import ImportLoss, ReportLoss
from quizgen.model.text import BLOCKS, filled, parse_gaps, plain_text
from quizgen.model.text.formulas import is_balanced
from quizgen.model.text.gaps import MAX_GAP_NUMBER
from quizgen.model.text.markdown import visible
from quizgen.model.text.marked_words import marked_words
from quizgen.model.text.without_code import text_without_code

_MARK = re.compile(r"\{\{c([\d,]+)::|\}\}")


class _Gap(NamedTuple):
    """A gap of an Anki note; `answer` and `hint` are HTML."""

    number: int
    answer: str
    hint: str


def cloze_markdown(
    html: str, picture: PictureName, report: ReportLoss, *, math: bool = False
) -> str | None:
    """Convert `html` to Markdown with gaps, or return None where it has no gap to fill.

    `picture` names pictures in the bank; `report` is called with each thing that is lost. With
    `math` formulas stay formulas, except for those that have a gap inside.
    """
    # 1. Read the text with a placeholder for each gap, so that markup may reach across gaps.
    gaps: list[_Gap] = []
    parts = _split(without_tags(visible(html)), report)
    frame = "".join([_with_placeholder(part, gaps) for part in parts])
    if not gaps:
        return None
    notations = [_gap_notation(gap, picture, report, math) for gap in gaps]
    # 2. Put the gaps back, also inside lists, tables and quotations.
    read = read_runs(parse_html(frame).children, picture, _nobody, math=math, blocks=True)
    frame_runs = list(without_refused(read, _nobody))
    if any(isinstance(run, BLOCKS) for run in frame_runs):
        around = markdown(frame_runs, math=math)
        source = _with_gaps(around.source, notations)
        if source is not None and around.is_exact and _reads_as(source, gaps, math):
            read = read_runs(parse_html(frame).children, picture, report, math=math, blocks=True)
            list(without_refused(read, report))
            return source
    # 3. Else on lines; where the markup hides a gap, give the markup up.
    read = read_runs(parse_html(frame).children, picture, report, math=math)
    frame_runs = list(without_refused(read, report))
    around = markdown(frame_runs, math=math)
    source = _with_gaps(around.source, notations)
    if source is None or not _reads_as(source, gaps, math):
        plain = list(without_refused([plain_text(frame_runs)], report))
        around = Markdown(markdown(plain, math=math).source, False)
        source = _with_gaps(around.source, notations)
    if not around.is_exact:
        report(ImportLoss.FORMAT, html)
    return source if source is not None and _reads_as(source, gaps, math) else None


def marked_as_no_gap(source: str, *, math: bool) -> Iterator[str]:
    """Yield the words of the cloze text `source` that are marked, and are no gap, with their signs.

    Markdown is `source`, as from `cloze_markdown`. Code and formulas have signs of their own.
    """
    # A line break for each gap: signs around a gap mark nothing by themselves.
    runs = filled(parse_gaps(source, math=math).parts, lambda gap: ("\n",))
    yield from (marked.typed for marked in marked_words(text_without_code(runs)))


def _nobody(loss: ImportLoss, what: str) -> None:
    """Report to nobody: what is read once more is told then."""


def _with_placeholder(part: str | _Gap, gaps: list[_Gap]) -> str:
    """Return `part`, or for a gap the placeholder, and add the gap to `gaps`."""
    if isinstance(part, str):
        return part
    gaps.append(part)
    return PLACEHOLDER


def _split(html: str, report: ReportLoss) -> Iterator[str | _Gap]:
    """Yield the gaps of `html` and the HTML between them.

    As in Anki, the innermost ``}}`` ends a gap. Gaps inside a gap become plain text.
    """
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
                report(ImportLoss.SHARED_GAP, mark[0])
            body = ""
            depth = 1
            continue
        body += text
        if mark[1] is not None:
            report(ImportLoss.NESTED_GAP, mark[0])
            depth += 1
            continue
        depth -= 1
        if depth == 0:
            answer, _, hint = body.partition("::")
            usable = 1 <= number <= MAX_GAP_NUMBER and re.sub(r"<(?!img)[^>]*>", "", answer).strip()
            yield _Gap(number, answer, hint) if usable else answer
    yield (body if depth else "") + html[position:]


def _gap_notation(gap: _Gap, picture: PictureName, report: ReportLoss, math: bool) -> str:
    """Return `gap` as an author writes a gap."""
    answer, hint = (
        _escape_escape_inside(
            markdown(
                list(without_refused(read_runs(html, picture, report, math=math), report)),
                math=math,
            ).source,
            math,
        )
        for html in (gap.answer, gap.hint)
    )
    return f"{{{{c{gap.number}::{answer}{f'::{hint}' if hint else ''}}}}}"


_BRACE = re.compile(r"[{}]")
_BRACE_OUTSIDE = re.compile(r"\\.|\$(?:\\.|[^\\$])+\$|[{}]")
"""Skips formulas: their braces pair, and TeX knows no entities."""


def _escape_escape_inside(source: str, math: bool) -> str:
    """Return the Markdown `source` with entities for ``::`` and for braces that would end a gap."""
    source = source.replace("::", "&#58;&#58;")
    if is_balanced(source) and "{{" not in source:
        return source
    braces = _BRACE_OUTSIDE if math else _BRACE
    return braces.sub(lambda match: f"&#{ord(match[0])};" if match[0] in "{}" else match[0], source)


def _with_gaps(frame: str, gaps: list[str]) -> str | None:
    """Return `frame` with `gaps` at its placeholders, or None where a placeholder was lost."""
    between = re.sub(r"\{\{(?=c\d+::)", "{&#123;", frame).split(PLACEHOLDER)
    if len(between) != len(gaps) + 1:
        return None
    return between[0] + "".join(gap + text for gap, text in zip(gaps, between[1:], strict=True))


def _reads_as(source: str, gaps: list[_Gap], math: bool) -> bool:
    """Return whether `parse_gaps` finds `gaps`, by their numbers, in `source`."""
    parsed = parse_gaps(source, math=math)
    numbers = [gap.number for gap in parsed.gaps]
    return not parsed.problems and numbers == [gap.number for gap in gaps]
