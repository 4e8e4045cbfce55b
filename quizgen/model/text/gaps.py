"""Anki's cloze notation, ``{{c1::answer::hint}}``, as parts of a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quizgen.model.named_tuple import NamedTuple
from quizgen.model.pattern import pattern
from quizgen.model.source import NOWHERE, Span
from quizgen.model.text.gap_parts import Gap, GapBlock, GapPart, filled, gaps_of, with_parts
from quizgen.model.text.markdown import parse_runs, parse_text, visible
from quizgen.model.text.runs import (
    BLOCKS,
    UNSTYLED,
    CodeBlock,
    ListBlock,
    Quotation,
    Refused,
    Run,
    Style,
    Styled,
    Table,
    Text,
    inline_runs,
    is_blank,
    parts_of,
    plain_text,
)

MAX_GAP_NUMBER = 499
"""Anki makes no card for a cloze number above this (rslib ``cloze.rs``: ``MAX_CLOZE_ORDINAL``)."""

_OPENING = pattern(r"\{\{c(\d{1,9})::")
_SPACE = r"[\s\u200b-\u200d\u2060\ufeff]{0,4}"
_NUMBERS = rf"\d{{1,9}}(?:{_SPACE},{_SPACE}[cC]?\d{{1,9}}){{0,9}}"
_COLON = "[:：;；]"
_MISSPELT = pattern(
    # Two braces, and a number: {{C1::, {{ c1:, {{c1,2::, {{c1：：, {{cl::, ｛｛c1::
    rf"(?:\{{\{{|｛｛){_SPACE}#?{_SPACE}[cCсС]{_SPACE}(?:{_NUMBERS}|[lIoO])\.?{_SPACE}"
    rf"(?:{_COLON}{{1,2}}|[∷|=])"
    # Two braces, and a number or a word alone: {{1::, {{c::, {{cloze::
    rf"|(?:\{{\{{|｛｛){_SPACE}(?:{_NUMBERS}|[cCсС][^\W\d_]{{0,4}}){_SPACE}(?:{_COLON}{{2}}|∷)"
    # One brace, or other brackets: {c1::, [[c1::, ((c1::
    rf"|(?:(?<!\{{)\{{|\[\[|\(\(){_SPACE}[cC]\d{{1,9}}(?:{_COLON}{{2}}|∷)"
)
"""A misspelt opening of a gap. It can match correct openings as well.

Teachers who write in Cyrillic, or with an East Asian keyboard, type other letters and colons that
look alike.
"""

_PLACEHOLDER = "\ufdd0"
"""A noncharacter of Unicode that stands for a gap while the text around it is parsed.

No text holds a noncharacter once it is `visible`."""


class GapProblem(NamedTuple):
    """A fault in the notation of gaps, in a clause, and where it is in the text.

    That is from `start` up to, not including, `end`: both are 0 where it may be anywhere.
    """

    clause: str
    start: int = 0
    end: int = 0


class GapText(NamedTuple):
    """A text with gaps, and what is wrong with its notation."""

    parts: tuple[GapPart, ...]
    problems: tuple[GapProblem, ...] = ()

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The gaps of the text."""
        return tuple(gaps_of(self.parts))

    @property
    def plain(self) -> str:
        """The text with every gap filled in."""
        return plain_text(filled(self.parts, lambda gap: gap.answer.runs))


class GapSource(NamedTuple):
    """The characters of a gap in a text, from `start` up to, not including, `end`.

    `body` is the answer with the hint, between ``::`` and the closing braces.
    """

    start: int
    end: int
    number: int
    body: str


def parse_gaps(source: str, span: Span = NOWHERE, *, math: bool = False) -> GapText:
    r"""Return the parts of `source`, CommonMark with gaps, and with formulas if `math`.

    Braces inside an answer are counted, so that ``{{c1::$\frac{a}{b}$}}`` ends where its author
    meant. Styles around a gap are kept: ``**the {{c1::key}} word**``. `span` is that of `source`
    in its file.
    """
    problems: list[GapProblem] = []
    gaps: list[Gap] = []
    sources: list[GapSource] = []
    pieces: list[str] = []
    source = visible(source)
    position = 0
    # 1. Put a placeholder where each gap stands.
    for gap_source in _find(source, problems):
        pieces += source[position : gap_source.start], _PLACEHOLDER
        position = gap_source.end
        gaps.append(_gap(gap_source, span, math, problems))
        sources.append(gap_source)
    pieces.append(source[position:])
    problems += _misspelt(source, sources)
    # 2. Parse the text around the gaps, and put the gaps back with the style around them.
    runs = parse_runs("".join(pieces), math=math)
    parts = tuple(_fill(runs, iter(gaps)))
    # 3. Report gaps that Markdown has swallowed, and gaps that are part of a link. Which of several
    #    it is, Markdown does not say.
    place = (sources[0].start, sources[0].end) if len(sources) == 1 else (0, 0)
    if any(_PLACEHOLDER in block.text for block in _code_blocks(runs)):
        clause = "a gap stands inside a block of code; write its line between backticks"
        problems.append(GapProblem(clause, *place))
    elif sum(1 for _ in gaps_of(parts)) != len(gaps):
        clause = "a gap stands inside a formula, a picture's description or an address"
        problems.append(GapProblem(clause, *place))
    inline = inline_runs(runs)
    if any(isinstance(run, Styled) and run.link and _PLACEHOLDER in run.text for run in inline):
        clause = (
            "a gap stands inside a link, whose address can give it away; "
            "put the link into the gap: {{c1::[words](address)}}"
        )
        problems.append(GapProblem(clause, *place))
    return GapText(parts, tuple(problems))


def gap_sources(source: str) -> tuple[GapSource, ...]:
    """Return where the gaps of `source`, a `visible` text, stand."""
    return tuple(_find(source, []))


def without_bars_in_gaps(source: str) -> str:
    """Return `source` with another sign for each ``|`` inside a gap: it parts no cells there."""
    parts: list[str] = []
    position = 0
    for gap in _find(source, []):
        parts += source[position : gap.start], source[gap.start : gap.end].replace("|", "¦")
        position = gap.end
    return "".join([*parts, source[position:]])


def _misspelt(source: str, gaps: Sequence[GapSource]) -> Iterator[GapProblem]:
    """Yield a problem for each misspelt opening of a gap in `source`, outside of its `gaps`."""
    starts = (0, *(gap.end for gap in gaps))
    ends = (*(gap.start for gap in gaps), len(source))
    for start, end in zip(starts, ends, strict=True):
        for match in _MISSPELT.finditer(source, start, end):
            if _OPENING.match(match[0]):
                continue  # a gap that is never closed, which is a problem already
            opening = " ".join(match[0].split())
            if "," in opening and opening.startswith("{{"):
                clause = f"{opening}… names several cards; here a gap belongs to one"
            else:
                clause = f"{opening}… looks like a gap, and is none"
            yield GapProblem(clause, *match.span())


def _find(source: str, problems: list[GapProblem]) -> Iterator[GapSource]:
    """Yield the gaps in `source`, in order; add a problem for a gap that is never closed."""
    position = 0
    while opening := _OPENING.search(source, position):
        end = _end(source, opening.end())
        if end is None:
            clause = f"the gap {opening[0]}… is never closed with }}}}"
            problems.append(GapProblem(clause, *opening.span()))
            return
        yield GapSource(opening.start(), end + 2, int(opening[1]), source[opening.end() : end])
        position = end + 2


def _end(source: str, start: int) -> int | None:
    """Return the index of the ``}}`` that closes a gap, whose answer begins at `start`.

    Return None where there is no ``}}``.
    """
    # 1. Look for a ``}}`` outside of all braces that the answer opens. Braces behind a backslash
    #    do not count.
    depth = 0
    is_escaped = False
    for index in range(start, len(source)):
        if is_escaped or source[index] == "\\":
            is_escaped = not is_escaped
        elif source[index] == "{":
            depth += 1
        elif source[index] == "}":
            if depth:
                depth -= 1
            elif source.startswith("}}", index):
                return index
    # 2. The braces of the answer do not balance: the first ``}}`` closes the gap, as in Anki.
    first = source.find("}}", start)
    return first if first >= 0 else None


def _gap(source: GapSource, span: Span, math: bool, problems: list[GapProblem]) -> Gap:
    """Return the gap that `source` describes, and add its faults to `problems`."""

    def fault(clause: str) -> GapProblem:
        return GapProblem(f"gap c{source.number}{clause}", source.start, source.end)

    if _OPENING.search(source.body) or _MISSPELT.search(source.body):
        problems.append(fault(" has another gap inside; write one behind the other"))
        return Gap(source.number, Text((source.body,), span))
    answer, _, hint = source.body.partition("::")
    parsed = parse_text(answer, span, math=math, inline=True)
    if is_blank(parsed):
        problems.append(fault(" has no answer"))
    if not 1 <= source.number <= MAX_GAP_NUMBER:
        problems.append(fault(f": gaps are numbered c1 to c{MAX_GAP_NUMBER}"))
    written = parse_text(hint, span, math=math, inline=True) if hint.strip() else None
    return Gap(source.number, parsed, written)


def _fill(runs: Iterable[Run], waiting: Iterator[Gap]) -> Iterator[GapPart]:
    """Yield `runs` with the gaps `waiting`, in order, in place of the placeholders.

    Placeholders can only be in runs of characters: of a picture, a formula or an address the
    placeholder is left, and `parse_gaps` reports it.
    """
    for run in runs:
        match run:
            case str():
                yield from _split(run, run, UNSTYLED, None, waiting)
            case Styled(text=text, style=style, link=link):
                yield from _split(run, text, style, link, waiting)
            case ListBlock() | Table() | Quotation() | Refused():
                block = with_parts(run, lambda inner: _in_block(inner, waiting))
                yield GapBlock(block) if any(gaps_of((GapBlock(block),))) else run
            case _:
                yield run


def _in_block(runs: Iterable[Run], waiting: Iterator[Gap]) -> Iterator[GapPart]:
    """Yield what `_fill` does; a block with gaps inside of another is part of that one."""
    for part in _fill(runs, waiting):
        yield part.block if isinstance(part, GapBlock) else part


def _code_blocks(runs: Iterable[Run]) -> Iterator[CodeBlock]:
    """Yield the blocks of code among `runs`, and inside of other blocks."""
    for run in runs:
        if isinstance(run, CodeBlock):
            yield run
        elif isinstance(run, BLOCKS):
            for part in parts_of(run):
                yield from _code_blocks(part)


def _split(
    run: Run, text: str, style: Style, link: str | None, waiting: Iterator[Gap]
) -> Iterator[GapPart]:
    """Yield the parts of `run`, split at placeholders, with gaps from `waiting` between.

    `text`, `style` and `link` are those of `run`; each part gets the style, and each piece of text
    the link.
    """
    if _PLACEHOLDER not in text:
        yield run
        return
    for index, piece in enumerate(text.split(_PLACEHOLDER)):
        if index:
            gap = next(waiting)
            yield Gap(gap.number, gap.answer, gap.hint, style)
        if piece:
            yield Styled(piece, style, link) if style or link else piece
