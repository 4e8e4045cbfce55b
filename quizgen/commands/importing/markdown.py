"""Write runs as Markdown that `parse_text` reads back as the same runs."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from quizgen.commands.importing import formulas
from quizgen.commands.importing.markdown_blocks import block_source
from quizgen.model.text import BLOCKS, Break, Image, Math, Run, Sound, Style, Styled, plain_text
from quizgen.model.text.addresses import address_fault
from quizgen.model.text.joining import joined
from quizgen.model.text.markdown import parse_runs
from quizgen.model.text.picture_markdown import attributes
from quizgen.model.text.runs import UNSTYLED

_MARKS = "$~^&<][`_*\\"
"""Characters that can begin markup; those that an author would least escape come first."""

MIN_LONG_TEXT = 10_000
"""Characters from which a text is written without a search for the plainest escapes.

The search takes ten parses.
"""

_BLOCK_START = re.compile(
    r"^(\d{0,9})([-+*](?=\s|$)|#{1,6}(?=\s|$)|>|[.)](?<=\d.)(?=\s|$)|=+\s*$|[-:|][-:| ]*$|~{3})"
)
"""What makes a list, a heading, a quotation, a table or code of a line (CommonMark 4 and 5)."""

_PUNCTUATION = re.compile(r"[\\ !\"#$%&'()*+,./:;<=>?@\[\]^_`{|}~-]")


class Markdown(NamedTuple):
    """Markdown; `is_exact` is false where formatting was given up to keep the characters."""

    source: str
    is_exact: bool


class _Notation(NamedTuple):
    """A way to write runs.

    `emphasis` is the mark for emphasis, `escape` the characters to escape. With `encode` the
    characters at the edges of a style become entities, and with `math` dollars mark formulas.
    """

    emphasis: str
    escape: str
    encode: bool
    math: bool = False


_NOTATIONS = (
    _Notation("*", escape="", encode=False),
    _Notation("*", escape=_MARKS, encode=False),
    _Notation("_", escape=_MARKS, encode=True),
    _Notation("*", escape=_MARKS, encode=True),
)
"""From the plainest notation to the most robust one."""


def markdown(runs: Sequence[Run], *, math: bool = False) -> Markdown:
    """Return the plainest Markdown for `runs`, in a bank with formulas if `math`.

    Where CommonMark cannot say the formatting, as for a bold space inside a word, the Markdown
    has the characters alone.
    """
    expected = list(runs)
    if len(runs) == 1 and isinstance(runs[0], str) and parse_runs(runs[0], math=math) == expected:
        return Markdown(runs[0], True)
    for notation in [notation._replace(math=math) for notation in _NOTATIONS]:
        if _reads_back(runs, notation):
            return Markdown(_write(runs, _plainer(runs, notation)), True)
    plain = joined(run.text if isinstance(run, Styled) else run for run in runs)
    if plain != expected:
        return Markdown(markdown(plain, math=math).source, False)
    return Markdown(_encode(plain_text(runs)), False)


def _reads_back(runs: Sequence[Run], notation: _Notation) -> bool:
    return parse_runs(_write(runs, notation), math=notation.math) == list(runs)


def _plainer(runs: Sequence[Run], notation: _Notation) -> _Notation:
    """Return `notation` without the escapes that `runs` are read right without."""
    for character in notation.escape if len(_write(runs, notation)) < MIN_LONG_TEXT else "":
        less = notation._replace(escape=notation.escape.replace(character, ""))
        if _reads_back(runs, less):
            notation = less
    return notation


def link_target(href: str) -> str | None:
    """Return `href` as our parser keeps it, or None where a bank can hold no such link."""
    match parse_runs(f"[x](<{_in_angles(href)}>)"):
        case [Styled(text="x", link=str(link))] if address_fault(link) is None:
            return link
        case _:
            return None


def _encode(text: str) -> str:
    """Return `text` with a backslash before each ASCII sign, and codes for all but single spaces.

    Without any markup, and on one line.
    """
    escaped = re.sub(r"(?=[!-~])[\W_]", r"\\\g<0>", text, flags=re.ASCII)
    return re.sub(r"[^\S ]|^ | $|(?<= ) ", lambda match: f"&#{ord(match[0])};", escaped)


def _write(runs: Sequence[Run], notation: _Notation, *, inside: bool = False) -> str:
    """Return the Markdown for `runs`, line by line: a break never stands inside a style.

    Where there are several lines, or where they are `inside` of a block, none begins like one.
    """
    inside = inside or any(isinstance(run, (Break, *BLOCKS)) for run in runs)
    write = functools.partial(_write, notation=notation, inside=True)
    source = ""
    line: list[Run] = []
    before: Run | None = None
    again = False
    for run in (*runs, None):
        if run is not None and not isinstance(run, (Break, *BLOCKS)):
            line.append(run)
            continue
        written = _line(line, notation)
        source += "\n\n" if written and isinstance(before, BLOCKS) else ""
        source += _BLOCK_START.sub(r"\1\\\2", written) if inside else written
        if isinstance(run, BLOCKS):
            again = not line and type(before) is type(run) and not again
            source += "\n\n" if source else ""
            source += block_source(run, write, again=again)
        elif run is not None:
            source += "\n\n" if run.paragraph else "\\\n"
        line, before = [], run
    return source


class _Token(NamedTuple):
    """Text to be escaped, or markup. A `side` of 1 opens a style, of -1 closes a style."""

    source: str
    is_text: bool = False
    side: int = 0
    is_formula: bool = False


_EDGE = _Token("")
"""Stands before the first token."""


def _line(runs: Sequence[Run], notation: _Notation) -> str:
    """Return the Markdown for `runs`, which hold no break."""
    tokens = list(_tokens(runs, UNSTYLED, None, notation))
    last = len(tokens) - 1
    parts = []
    for index, token in enumerate(tokens):
        if not token.is_text:
            parts.append(token.source)
            continue
        before = tokens[index - 1] if index else _EDGE
        after = tokens[index + 1].side if index < last else 0
        text = token.source
        head = _head(text, before, notation.encode)
        tail = _tail(text[len(head) :], after, index == last, notation.encode)
        middle = text[len(head) : len(text) - len(tail)]
        if notation.escape:
            middle = _escaped(middle, notation.escape)
            if index < last and middle.endswith("!"):  # with the [ of a link: a picture
                middle = f"{middle[:-1]}\\!"
        parts += [_entities(head), middle, _entities(tail)]
    return "".join(parts)


def _head(text: str, before: _Token, encode: bool) -> str:
    """Return the first characters of `text` that need entities after the token `before`.

    Otherwise they would be lost, or keep a style or formula from opening or closing.
    """
    if before is _EDGE or (encode and before.side == 1):
        return text[: len(text) - len(text.lstrip())]
    if before.is_formula:
        return text[:1] if text[:1].isdigit() else ""
    return text[:1] if encode and before.side == -1 and text[:1].isalnum() else ""


def _tail(text: str, side: int, at_end: bool, encode: bool) -> str:
    """Return the last characters of `text` that need entities before a token of `side`."""
    if at_end or (encode and side == -1):
        return text[len(text.rstrip()) :]
    return text[-1:] if encode and side == 1 and text[-1:].isalnum() else ""


def _entities(text: str) -> str:
    """Return `text` with every character as an entity."""
    return "".join(f"&#{ord(character)};" for character in text)


def _escaped(text: str, characters: str) -> str:
    """Return `text` with a backslash before each of `characters`, but for a star between spaces."""
    if not characters:
        return text
    pattern = rf"(?!(?<=\s)[*_](?=\s))[{re.escape(characters)}]"
    return re.sub(pattern, lambda match: f"\\{match[0]}", text)


def _tokens(
    runs: Sequence[Run], around: Style, link: str | None, notation: _Notation
) -> Iterator[_Token]:
    """Yield the tokens of `runs`, which stand inside the style `around` and inside `link`."""
    index = 0
    while index < len(runs):
        run = runs[index]
        target = run.link if isinstance(run, Styled) else None
        flag, end = _longest(runs, index, around)
        if target and target != link:
            end = _extent(runs, index, UNSTYLED, target)
            yield _Token("[")
            yield from _tokens(runs[index:end], around, target, notation)
            yield _Token(f"]({_address(target)})")
        elif flag:
            mark = "**" if flag is Style.STRONG else notation.emphasis
            yield _Token(mark, side=1)
            yield from _tokens(runs[index:end], around | flag, link, notation)
            yield _Token(mark, side=-1)
        else:
            yield _leaf(run, notation)
            end = index + 1
        index = end


def _longest(runs: Sequence[Run], index: int, around: Style) -> tuple[Style, int]:
    """Return the style that begins at `index` and ends last, and the index of its end."""
    run = runs[index]
    best, longest = UNSTYLED, index
    for flag in (Style.STRONG, Style.EMPHASIS):
        if isinstance(run, Styled) and run.style & flag and not around & flag:
            end = _extent(runs, index, flag, None)
            if end > longest:
                best, longest = flag, end
    return best, longest


def _extent(runs: Sequence[Run], index: int, flag: Style, link: str | None) -> int:
    """Return the end of the runs from `index` on that all have `flag`, and `link` if given.

    Pictures and formulas may stand between runs of a style.
    """
    end = index + 1
    for other in range(index + 1, len(runs)):
        run = runs[other]
        if isinstance(run, Image | Sound | Math) and link is None:
            continue
        if not isinstance(run, Styled) or flag not in run.style or link not in (None, run.link):
            break
        end = other + 1
    return end


def _leaf(run: Run, notation: _Notation) -> _Token:
    match run:
        case Image(name=name, alt=alt):
            return _Token(f"![{_escaped(alt, _MARKS)}]({_address(name)}){attributes(run)}")
        case Sound(name=name, alt=alt):
            return _Token(f"![{_escaped(alt, _MARKS)}]({_address(name)})")
        case Math():
            return _Token(formulas.formula_source(run), is_formula=True)
        case Styled(text=text, style=style) if Style.CODE in style:
            return _Token(_code(text))
        case Styled(text=text, style=style) if style & (Style.SUBSCRIPT | Style.SUPERSCRIPT):
            mark = "~" if Style.SUBSCRIPT in style else "^"
            return _Token(mark + _PUNCTUATION.sub(r"\\\g<0>", text) + mark)
        case Styled(text=text) | str(text):
            return _Token(text, is_text=True)
        case Break():
            raise ValueError("a break stands between lines, not in one")
        case _:
            raise ValueError("a block stands on lines of its own")


def _code(text: str) -> str:
    """Return a code span of `text`: its fence is longer than any run of backticks inside."""
    fence = "`" * (max((len(run) for run in re.findall("`+", text)), default=0) + 1)
    blank = text.strip(" ") == ""
    edged = text[0] == "`" or text[-1] == "`" or (text[0] == " " == text[-1] and not blank)
    return f"{fence} {text} {fence}" if edged else f"{fence}{text}{fence}"


def _address(target: str) -> str:
    return target if re.fullmatch(r"[\w./:%?#@,;+=-]+", target) else f"<{_in_angles(target)}>"


def _in_angles(target: str) -> str:
    """Return `target` as it stands in ``<>``, where lines cannot end and entities are read."""
    return re.sub(r"[<>\\&]", r"\\\g<0>", " ".join(target.split()))
