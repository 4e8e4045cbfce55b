"""From runs to Markdown that `parse_text` reads back as the same runs."""

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
"""Characters that can begin markup, those first that an author would least expect to escape."""

LONG = 10_000
"""Characters in a text from which on all of `_MARKS` are escaped.

To find out which of them need it takes ten parses."""

_PUNCTUATION = re.compile(r"[\\ !\"#$%&'()*+,./:;<=>?@\[\]^_`{|}~-]")


class Markdown(NamedTuple):
    """Markdown for a text. Where `is_exact` is False, it has the characters without formatting."""

    source: str
    is_exact: bool


class _Way(NamedTuple):
    """A way to write Markdown.

    `emphasis` is the mark for emphasis, and `escape` are the characters to escape. With `encode`,
    characters at the edges of a style that would keep it from opening or closing become entities.
    `math` says whether there are formulas.
    """

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
"""The ways to try, from what an author would write to what is most often read back exactly."""


def markdown(runs: Sequence[Run], *, math: bool = False) -> Markdown:
    """Return the plainest Markdown for `runs`, in a bank with formulas if `math`.

    Where CommonMark cannot express the formatting, as for a bold space inside a word, the result
    has the characters only.
    """
    # 1. Most texts have no markup, and nothing to escape.
    expected = list(runs)
    if len(runs) == 1 and isinstance(runs[0], str) and parse_runs(runs[0], math=math) == expected:
        return Markdown(runs[0], True)
    # 2. Take the first way whose Markdown is read back as the same runs.
    for way in [way._replace(math=math) for way in _WAYS]:
        if _reads_back(runs, way):
            return Markdown(_written(runs, _plainer(runs, way)), True)
    # 3. Drop the formatting; if that changes nothing, write all signs as entities.
    plain = joined(run.text if isinstance(run, Styled) else run for run in runs)
    if plain != expected:
        return Markdown(markdown(plain, math=math).source, False)
    return Markdown(_entities(plain_text(runs)), False)


def _reads_back(runs: Sequence[Run], way: _Way) -> bool:
    """Return whether `runs` written in `way` are read back as the same runs."""
    return parse_runs(_written(runs, way), math=way.math) == list(runs)


def _plainer(runs: Sequence[Run], way: _Way) -> _Way:
    """Return `way` without the escapes that `runs` do not need to be read back."""
    for character in way.escape if len(_written(runs, way)) < LONG else "":
        less = way._replace(escape=way.escape.replace(character, ""))
        if _reads_back(runs, less):
            way = less
    return way


def link_target(href: str) -> str | None:
    """Return the address `href` as `parse_runs` reads it, or None for no link of a bank."""
    match parse_runs(f"[x](<{_in_angles(href)}>)"):
        case [Styled(text="x", link=str(link))] if address_fault(link) is None:
            return link
        case _:
            return None


def _entities(text: str) -> str:
    """Return `text` with entities for all but ASCII's letters and digits, and spaces inside."""
    return re.sub(
        r"[^\w ]|_|^ | $|(?<= ) ", lambda match: f"&#{ord(match[0])};", text, flags=re.ASCII
    )


def _written(runs: Sequence[Run], way: _Way) -> str:
    """Return the Markdown of `runs` in `way`, line by line: a style never spans a break."""
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
    """A piece of a line: text to escape, or markup.

    `side` is 1 for a mark that opens a style, -1 for a mark that closes it, and otherwise 0.
    """

    source: str
    is_text: bool = False
    side: int = 0
    is_formula: bool = False


_EDGE = _Piece("")
"""The piece before the first piece of a line."""


def _line(runs: Sequence[Run], way: _Way) -> str:
    """Return the Markdown of `runs`, which have no break, in `way`.

    Of each piece of text, head and tail become entities and the middle is escaped.
    """
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
    """Return the first characters of `text` that must become entities.

    As they are, they would be lost (white space), or keep the style or formula of the piece
    `before` from opening or closing.
    """
    if before is _EDGE or (encode and before.side == 1):
        return text[: len(text) - len(text.lstrip())]
    if before.is_formula:
        return text[:1] if text[:1].isdigit() else ""
    return text[:1] if encode and before.side == -1 and text[:1].isalnum() else ""


def _tail(text: str, side: int, at_end: bool, encode: bool) -> str:
    """Return the last characters of `text` that must become entities, as `_head` does.

    `side` is that of the piece behind.
    """
    if at_end or (encode and side == -1):
        return text[len(text.rstrip()) :]
    return text[-1:] if encode and side == 1 and text[-1:].isalnum() else ""


def _numbers(text: str) -> str:
    """Return `text` as numeric entities."""
    return "".join(f"&#{ord(character)};" for character in text)


def _escaped(text: str, characters: str) -> str:
    """Return `text` with a backslash before each of `characters`.

    A star or an underscore between spaces stays: it cannot open or close emphasis.
    """
    if not characters:
        return text
    return re.sub(rf"(?!(?<=\s)[*_](?=\s))[{re.escape(characters)}]", r"\\\g<0>", text)


def _pieces(runs: Sequence[Run], around: Style, link: str | None, way: _Way) -> Iterator[_Piece]:
    """Yield the pieces of `runs`, which are inside of the style `around` and of `link`.

    A link opens before the styles inside of it; of two styles, the longer one opens first.
    """
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
    """Return the style that begins at `index` and lasts longest, and the index behind its end.

    Styles of `around` are open already, and do not count.
    """
    run = runs[index]
    best, longest = UNSTYLED, index
    for flag in (Style.STRONG, Style.EMPHASIS):
        if isinstance(run, Styled) and run.style & flag and not around & flag:
            end = _extent(runs, index, flag, None)
            if end > longest:
                best, longest = flag, end
    return best, longest


def _extent(runs: Sequence[Run], index: int, flag: Style, link: str | None) -> int:
    """Return the index behind the runs from `index` on that have `flag`, and `link` unless None.

    Without `link`, there may be pictures and formulas between.
    """
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
    """Return the piece of `run` inside of all bold, emphasis and links.

    Raises:
        ValueError: `run` is a break.
    """
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
    """Return `text` as a code span (CommonMark 0.31, 6.1).

    Its fence is longer than any run of backticks inside. A space on either side keeps backticks
    and spaces at the edges.
    """
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    blank = text.strip(" ") == ""
    edged = text[0] == "`" or text[-1] == "`" or (text[0] == " " == text[-1] and not blank)
    return f"{fence} {text} {fence}" if edged else f"{fence}{text}{fence}"


def _address(target: str) -> str:
    """Return `target` as the destination of a link or picture."""
    return target if re.fullmatch(r"[\w./:%?#@,;+=-]+", target) else f"<{_in_angles(target)}>"


def _in_angles(target: str) -> str:
    """Return `target` for between ``<`` and ``>``, where no line ends and entities count."""
    return re.sub(r"[<>\\&]", r"\\\g<0>", " ".join(target.split()))
