"""Convert the HTML of a field to the runs of a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import PurePosixPath

from quizgen.commands.importing import formulas
from quizgen.commands.importing.html_blocks import BLOCK_TAGS, read_block
from quizgen.commands.importing.html_styles import (
    STYLE_TAGS,
    TEXT_ELEMENTS,
    is_hidden,
    is_styled,
    style_of,
)
from quizgen.commands.importing.html_tree import HtmlElement, HtmlNode, parse_html
from quizgen.commands.importing.markdown import link_target
from quizgen.commands.importing.unsupported import ImportLoss, ReportLoss
from quizgen.model.text import BLOCKS, Block, Break, Image, Math, Run, Sound, Style, Styled
from quizgen.model.text.joining import append_run
from quizgen.model.text.markdown import visible
from quizgen.model.text.picture_markdown import sized
from quizgen.model.text.runs import SOUND_SUFFIXES, UNSTYLED

BLOCK_ELEMENTS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "center", "dd", "details", "div", "dl"),
        *("dt", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table"),
        *("tbody", "tfoot", "thead", "tr", "ul"),
    )
)
"""Elements that begin a new line (WHATWG HTML, 15.3)."""

PARAGRAPH_ELEMENTS = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "pre"}
)
_WORD_STYLES = Style.STRONG | Style.EMPHASIS
"""Styles that Markdown cannot give to a space at the edge of a word."""

_WHITE = re.compile(r"[ \t\r\n\f]+")
_WIDTH = re.compile(r"(?:^|[;\s])width:\s*(\d{1,3}(?:\.\d{1,2})?(?:%|mm|cm|in))(?:;|$)")
_PLAYED = re.compile(r"\[sound:([^\[\]]*)\]")
_SOUND = re.compile(r"\[/?anki:[^\[\]]*\]")
_FORMULA = re.compile(r"\\\(|\\\[|\[latex\]|\[\$+\]", re.IGNORECASE)
PictureName = Callable[[str], str | None]
"""Maps a picture's name in a field to its name in the bank, or to None if the bank lacks it."""


def read_runs(
    nodes: str | Iterable[HtmlNode],
    picture: PictureName,
    report: ReportLoss,
    *,
    math: bool = False,
    blocks: bool = False,
) -> list[Run]:
    """Return the runs of a field or of some nodes of its tree, without white space at the ends.

    Lists, tables, code and quotations are blocks if `blocks`; else they become lines.

    Content that a text cannot hold is left out or becomes plain text, and `report` is called with
    it. Formulas become plain text too, unless `math`. `picture` names pictures in the bank.
    """
    reader = _Reader(picture, report, math, blocks)
    if isinstance(nodes, str):
        nodes = parse_html(formulas.without_tags(visible(nodes))).children
    reader.walk(nodes, UNSTYLED, None)
    _trim(reader.runs)
    return _move_spaces_outside(reader.runs)


class _Reader:
    """Walks a tree and gathers its runs.

    `pending` counts the line breaks to add before the next character.
    """

    def __init__(
        self, picture: PictureName, report: ReportLoss, math: bool, blocks: bool = False
    ) -> None:
        self.picture = picture
        self.report = report
        self.math = math
        self.blocks = blocks
        self.runs: list[Run] = []
        self.pending = 0
        self.line_has_text = False

    def walk(
        self, nodes: Iterable[HtmlNode], style: Style, link: str | None, *, numbered: bool = False
    ) -> None:
        """Add the runs of `nodes`, which stand in an element of `style` and in a link to `link`.

        With `numbered` the nodes are the items of an ordered list.
        """
        number = 0
        for node in nodes:
            if isinstance(node, str):
                for span in formulas.split(node) if self.math else (node,):
                    self._text_or_formula(span, style, link)
                continue
            number += node.tag == "li"
            self._element(node, f"{number}. " if numbered else "• ", style, link)

    def _element(self, node: HtmlElement, bullet: str, style: Style, link: str | None) -> None:
        tag = node.tag
        if self.blocks and tag in BLOCK_TAGS and (block := read_block(node, self._inside)):
            self._add_block(block)
        elif tag == "br":
            self.pending += 1
            self.line_has_text = False
        elif tag == "img":
            self._image(node)
        elif tag == "audio" and "src" in node.attributes:
            self._sound(node.attributes["src"])
        elif tag in ("audio", "video", "object", "iframe", "embed"):
            self.report(ImportLoss.SOUND, f"<{tag} {node.attributes.get('src', '')}>")
        elif is_hidden(node):
            if node.plain.strip():
                self.report(ImportLoss.HIDDEN, node.plain)
        elif tag == "rt":
            self._reading(node, style, link)
        elif tag != "rp":
            self._report_format(node)
            self._boundary(tag)
            if tag == "li":
                self._text(bullet, style)
            elif tag in ("td", "th") and self.line_has_text:
                self._text(" ", style)
            target = self._target(node) if tag == "a" else None
            inner = style | style_of(node)
            self.walk(node.children, inner, target or link, numbered=tag == "ol")
            self._boundary(tag)

    def _report_format(self, node: HtmlElement) -> None:
        """Report what Markdown cannot say of how the text of `node` looks."""
        if node.tag == "anki-mathjax":
            self.report(ImportLoss.FORMULA, node.plain)
        elif node.tag == "ruby":
            self.report(ImportLoss.RUBY, node.plain)
        elif node.tag not in STYLE_TAGS and (node.tag not in TEXT_ELEMENTS or is_styled(node)):
            self.report(ImportLoss.FORMAT, f"<{node.tag}> {node.plain}")

    def _reading(self, node: HtmlElement, style: Style, link: str | None) -> None:
        """Add the reading of a word (ruby) in brackets."""
        self._text("(", style, link)
        self.walk(node.children, style, link)
        self._text(")", style, link)

    def _inside(self, nodes: Iterable[HtmlNode]) -> list[Run]:
        """Return the runs of `nodes`, which are inside of a block."""
        return read_runs(nodes, self.picture, self.report, math=self.math, blocks=True)

    def _add_block(self, block: Block) -> None:
        """Add `block`, on lines of its own: no break stands beside it."""
        _trim(self.runs)
        self.runs.append(block)
        self.pending = 0
        self.line_has_text = False

    def _target(self, node: HtmlElement) -> str | None:
        href = node.attributes.get("href")
        target = link_target(href) if href else None
        if href and target is None:
            self.report(ImportLoss.LINK, href)
        return target

    def _boundary(self, tag: str) -> None:
        """End the line if `tag` is an element that begins a new line."""
        if tag not in BLOCK_ELEMENTS:
            return
        if self.line_has_text:
            self.pending += 1
            self.line_has_text = False
        if tag in PARAGRAPH_ELEMENTS:
            self.pending = max(self.pending, 2)

    def _text_or_formula(self, span: str | Math, style: Style, link: str | None) -> None:
        if not isinstance(span, str):
            self._begin()
            self.runs.append(span)
            return
        for place, part in enumerate(_PLAYED.split(span)):
            if place % 2:
                self._sound(part)
            else:
                self._text(part, style, link)

    def _sound(self, source: str) -> None:
        """Add the sound `source` of the package, or report that it is left out."""
        is_known = source.lower().endswith(SOUND_SUFFIXES)
        name = self.picture(source) if is_known else None
        if name is not None:
            self._begin()
            self.runs.append(Sound(name, ""))
        elif not is_known:
            self.report(ImportLoss.SOUND, source)

    def _text(self, text: str, style: Style, link: str | None = None) -> None:
        text = self._without_commands(_WHITE.sub(_one_space, text))
        if not self.line_has_text and Style.CODE not in style:
            text = text.lstrip()
        if not text:
            return
        self._begin()
        if style & (Style.SUBSCRIPT | Style.SUPERSCRIPT):
            style &= ~Style.CODE
        if Style.SUBSCRIPT in style and Style.SUPERSCRIPT in style:
            style &= ~Style.SUBSCRIPT
        append_run(self.runs, Styled(text, style, link) if style or link else text)

    def _without_commands(self, text: str) -> str:
        if formula := _FORMULA.search(text):
            self.report(ImportLoss.FORMULA, text[formula.start() :])
        for sound in _SOUND.findall(text):
            self.report(ImportLoss.SOUND, sound)
        return _SOUND.sub("", text)

    def _image(self, node: HtmlElement) -> None:
        source = node.attributes.get("src", "")
        name = self.picture(source)
        if name is None:
            return
        alt = " ".join(node.attributes.get("alt", "").split())
        if not alt:
            self.report(ImportLoss.ALT, source)
            alt = re.sub(r"[\W_]+", " ", PurePosixPath(name).stem).strip() or "picture"
        self._begin()
        width = _WIDTH.search(node.attributes.get("style", ""))
        picture = Image(name, alt)
        self.runs.append(sized(picture, f"{{width={width[1]}}}").image if width else picture)

    def _begin(self) -> None:
        """Add the pending line breaks before the next character."""
        if self.runs and self.pending and not isinstance(self.runs[-1], BLOCKS):
            _trim(self.runs)
            self.runs += [Break(paragraph=True)] * (self.pending // 2)
            self.runs += [Break()] * (self.pending % 2)
        self.pending = 0
        self.line_has_text = True


def _one_space(match: re.Match[str]) -> str:
    """Return one space for white space with a line end in it, else the white space unchanged."""
    return " " if set(match[0]) - {" ", "\t"} else match[0]


def _trim(runs: list[Run]) -> None:
    """Remove white space and breaks from the end of `runs`; none are at the beginning."""
    while runs:
        last = runs[-1]
        if isinstance(last, (Image, Sound, Math, *BLOCKS)) or (
            isinstance(last, Styled) and Style.CODE in last.style
        ):
            return
        text = "" if isinstance(last, Break) else last if isinstance(last, str) else last.text
        if text := text.rstrip():
            runs[-1] = replace(last, text=text) if isinstance(last, Styled) else text
            return
        runs.pop()


def _move_spaces_outside(runs: list[Run]) -> list[Run]:
    """Move the spaces at the edges of bold and italic words out of them.

    The text looks the same, and Markdown cannot mark words with a space at an edge (CommonMark
    0.31, 6.2: delimiter runs).
    """
    result: list[Run] = []
    for index, run in enumerate(runs):
        if not isinstance(run, Styled) or not run.style & _WORD_STYLES or Style.CODE in run.style:
            append_run(result, run)
            continue
        # Spaces take the style that the run shares with its neighbour on their side.
        before = _shared(runs[index - 1], run) if index else UNSTYLED
        after = _shared(runs[index + 1], run) if index + 1 < len(runs) else UNSTYLED
        text = run.text
        left = len(text) - len(text.lstrip()) if before != run.style else 0
        right = len(text.rstrip()) if after != run.style else len(text)
        for span, style in (
            (text[:left], before),
            (text[left : max(left, right)], run.style),
            (text[max(left, right) :], after),
        ):
            if span:
                append_run(result, Styled(span, style, run.link) if style or run.link else span)
    return result


def _shared(neighbour: Run, run: Styled) -> Style:
    """Return the style of `run` that continues in `neighbour`; pictures and formulas keep it."""
    if isinstance(neighbour, Image | Sound | Math):
        return run.style
    return run.style & neighbour.style if isinstance(neighbour, Styled) else UNSTYLED
