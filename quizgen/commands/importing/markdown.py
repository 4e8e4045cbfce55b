"""Runs to Markdown that `parse_text` reads back to the same runs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizgen.commands.importing import formulas
from quizgen.model.text import Break, Image, Math, Run, Style, Styled, plain_text
from quizgen.model.text.addresses import address_fault
from quizgen.model.text.markdown import parse_runs
from quizgen.model.text.runs import UNSTYLED, joined

_MARKS = "$~^&<][`_*\\"
"""What can begin markup; what an author would least expect to escape comes first."""

LONG = 10_000
"""Characters in a text from which on nobody looks for the plainest way: it takes ten parses."""

_PUNCTUATION = re.compile(r"[\\ !\"#$%&'()*+,./:;<=>?@\[\]^_`{|}~-]")


class Markdown(NamedTuple):
    """`is_exact` is false where the formatting had to go to keep the characters."""

    source: str
    is_exact: bool


class _Way(NamedTuple):
    """How to write: the mark for emphasis, the characters to escape, whether to number those
    at the edge of a style, and whether there are formulas."""

    emphasis: str
    escape: str
    encode: bool
    math: bool = False


_WAYS = (
    _Way("*", escape="", encode=False),
    _Way("*", escape=_MARKS, encode=False),
    _Way("_", escape=_MARKS, encode=True),
    _Way("*", escape=_MARKS, encode=True),
)
"""From what an author would write to what is always read right."""


def markdown(runs: Sequence[Run], *, math: bool = False) -> Markdown:
    """The plainest Markdown for `runs`, in a bank with formulas if `math`.

    Where CommonMark has none, as for a bold space inside a word, the characters stay.
    """
    wanted = list(runs)
    if len(runs) == 1 and isinstance(runs[0], str) and parse_runs(runs[0], math=math) == wanted:
        return Markdown(runs[0], True)
    for way in [way._replace(math=math) for way in _WAYS]:
        if _reads_back(runs, way):
            return Markdown(_written(runs, _plainer(runs, way)), True)
    plain = joined(run.text if isinstance(run, Styled) else run for run in runs)
    if plain != wanted:
        return Markdown(markdown(plain, math=math).source, False)
    return Markdown(_entities(plain_text(runs)), False)


def _reads_back(runs: Sequence[Run], way: _Way) -> bool:
    return parse_runs(_written(runs, way), math=way.math) == list(runs)


def _plainer(runs: Sequence[Run], way: _Way) -> _Way:
    """`way` without escaping what is read right anyway."""
    for character in way.escape if len(_written(runs, way)) < LONG else "":
        less = way._replace(escape=way.escape.replace(character, ""))
        if _reads_back(runs, less):
            way = less
    return way


def link_target(href: str) -> str | None:
    """`href` as our parser keeps it, or None where it makes no link that a bank can hold."""
    match parse_runs(f"[x](<{_in_angles(href)}>)"):
        case [Styled(text="x", link=str(link))] if address_fault(link) is None:
            return link
        case _:
            return None


def _entities(text: str) -> str:
    """`text` with all but letters, digits and spaces inside written as numbers."""
    return re.sub(
        r"[^\w ]|_|^ | $|(?<= ) ", lambda match: f"&#{ord(match[0])};", text, flags=re.ASCII
    )


def _written(runs: Sequence[Run], way: _Way) -> str:
    """Line by line: a break never stands inside a style."""
    source = ""
    line: list[Run] = []
    for run in runs:
        if isinstance(run, Break):
            source += _line(line, way) + ("\n\n" if run.paragraph else "\\\n")
            line = []
        else:
            line.append(run)
    return source + _line(line, way)


class _Piece(NamedTuple):
    """Text to be escaped, or markup. A `side` of 1 opens, of -1 closes a style."""

    source: str
    is_text: bool = False
    side: int = 0
    is_formula: bool = False


_EDGE = _Piece("")
"""Stands before the first piece."""


def _line(runs: Sequence[Run], way: _Way) -> str:
    pieces = list(_pieces(runs, UNSTYLED, None, way))
    last = len(pieces) - 1
    written = []
    for index, piece in enumerate(pieces):
        if not piece.is_text:
            written.append(piece.source)
            continue
        before = pieces[index - 1] if index else _EDGE
        after = pieces[index + 1].side if index < last else 0
        text = piece.source
        head = _head(text, before, way.encode)
        tail = _tail(text[len(head) :], after, index == last, way.encode)
        middle = text[len(head) : len(text) - len(tail)]
        if way.escape:
            middle = _escaped(middle, way.escape)
            if index < last and middle.endswith("!"):  # with the [ of a link: a picture
                middle = f"{middle[:-1]}\\!"
        written += [_numbers(head), middle, _numbers(tail)]
    return "".join(written)


def _head(text: str, before: _Piece, encode: bool) -> str:
    """The first characters, where they would be lost or keep a style or formula from closing."""
    if before is _EDGE or (encode and before.side == 1):
        return text[: len(text) - len(text.lstrip())]
    if before.is_formula:
        return text[:1] if text[:1].isdigit() else ""
    return text[:1] if encode and before.side == -1 and text[:1].isalnum() else ""


def _tail(text: str, side: int, at_end: bool, encode: bool) -> str:
    if at_end or (encode and side == -1):
        return text[len(text.rstrip()) :]
    return text[-1:] if encode and side == 1 and text[-1:].isalnum() else ""


def _numbers(text: str) -> str:
    return "".join(f"&#{ord(character)};" for character in text)


def _escaped(text: str, characters: str) -> str:
    """`text` with a backslash before each of `characters`; a star between spaces is none."""
    if not characters:
        return text
    return re.sub(rf"(?!(?<=\s)[*_](?=\s))[{re.escape(characters)}]", r"\\\g<0>", text)


def _pieces(runs: Sequence[Run], around: Style, link: str | None, way: _Way) -> Iterator[_Piece]:
    """The pieces of `runs`, which stand inside the style `around` and inside `link`."""
    index = 0
    while index < len(runs):
        run = runs[index]
        target = run.link if isinstance(run, Styled) else None
        flag, end = _longest(runs, index, around)
        if target and target != link:
            end = _extent(runs, index, UNSTYLED, target)
            yield _Piece("[")
            yield from _pieces(runs[index:end], around, target, way)
            yield _Piece(f"]({_address(target)})")
        elif flag:
            mark = "**" if flag is Style.STRONG else way.emphasis
            yield _Piece(mark, side=1)
            yield from _pieces(runs[index:end], around | flag, link, way)
            yield _Piece(mark, side=-1)
        else:
            yield _leaf(run, way)
            end = index + 1
        index = end


def _longest(runs: Sequence[Run], index: int, around: Style) -> tuple[Style, int]:
    """The style that begins at `index` and lasts longest, and where it ends."""
    run = runs[index]
    best, longest = UNSTYLED, index
    for flag in (Style.STRONG, Style.EMPHASIS):
        if isinstance(run, Styled) and run.style & flag and not around & flag:
            end = _extent(runs, index, flag, None)
            if end > longest:
                best, longest = flag, end
    return best, longest


def _extent(runs: Sequence[Run], index: int, flag: Style, link: str | None) -> int:
    """Where the runs end that all have `flag`, and `link` if given; pictures may stand between."""
    end = index + 1
    for place in range(index + 1, len(runs)):
        run = runs[place]
        if isinstance(run, Image | Math) and link is None:
            continue
        if not isinstance(run, Styled) or flag not in run.style or link not in (None, run.link):
            break
        end = place + 1
    return end


def _leaf(run: Run, way: _Way) -> _Piece:
    match run:
        case Image(name=name, alt=alt):
            return _Piece(f"![{_escaped(alt, _MARKS)}]({_address(name)})")
        case Math():
            return _Piece(formulas.written(run), is_formula=True)
        case Styled(text=text, style=style) if Style.CODE in style:
            return _Piece(_code(text))
        case Styled(text=text, style=style) if style & (Style.SUBSCRIPT | Style.SUPERSCRIPT):
            mark = "~" if Style.SUBSCRIPT in style else "^"
            return _Piece(mark + _PUNCTUATION.sub(r"\\\g<0>", text) + mark)
        case Styled(text=text) | str(text):
            return _Piece(text, is_text=True)
        case Break():
            raise ValueError("a break stands between lines, not in one")


def _code(text: str) -> str:
    """A code span: its fence is longer than any run of backticks inside."""
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    blank = text.strip(" ") == ""
    edged = text[0] == "`" or text[-1] == "`" or (text[0] == " " == text[-1] and not blank)
    return f"{fence} {text} {fence}" if edged else f"{fence}{text}{fence}"


def _address(target: str) -> str:
    return target if re.fullmatch(r"[\w./:%?#@,;+=-]+", target) else f"<{_in_angles(target)}>"


def _in_angles(target: str) -> str:
    """`target` for ``<>``, where a line cannot end and entities count."""
    return re.sub(r"[<>\\&]", r"\\\g<0>", " ".join(target.split()))
