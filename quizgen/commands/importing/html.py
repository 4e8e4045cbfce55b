"""From the HTML of a field to the runs of a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import PurePosixPath

from quizgen.commands.importing import formulas
from quizgen.commands.importing.html_tree import Child, Element, parse_html
from quizgen.commands.importing.markdown import link_target
from quizgen.commands.importing.unsupported import Loss
from quizgen.model.text import Break, Image, Math, Run, Style, Styled
from quizgen.model.text.markdown import visible
from quizgen.model.text.runs import UNSTYLED, append_run

STYLES = {
    "b": Style.STRONG,
    "strong": Style.STRONG,
    "i": Style.EMPHASIS,
    "em": Style.EMPHASIS,
    "code": Style.CODE,
    "kbd": Style.CODE,
    "samp": Style.CODE,
    "tt": Style.CODE,
    "sub": Style.SUBSCRIPT,
    "sup": Style.SUPERSCRIPT,
}
LINES = frozenset(
    (
        *("address", "article", "aside", "blockquote", "center", "dd", "details", "div", "dl"),
        *("dt", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table"),
        *("tbody", "tfoot", "thead", "tr", "ul"),
    )
)
"""Elements that begin and end a line (WHATWG HTML, 15.3)."""

PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "table", "pre"})
_WORDS = Style.STRONG | Style.EMPHASIS
PASSED = frozenset({"a", "div", "p", "span", "br", "wbr", "tbody", "html", "body"})
"""Elements whose loss changes nothing that a reader sees, unless they are styled."""

_WHITE = re.compile(r"[ \t\r\n\f]+")
_SOUND = re.compile(r"\[sound:[^\[\]]*\]|\[/?anki:[^\[\]]*\]")
_FORMULA = re.compile(r"\\\(|\\\[|\[latex\]|\[\$+\]", re.IGNORECASE)
_INERT = {"class": "tex2jax_ignore"}
"""The attributes of the element that quizgen's writer puts around the first sign of ``\\(``."""

Note = Callable[[Loss, str], None]
PictureName = Callable[[str], str | None]
"""Takes a picture's name in a field; returns its name in the bank, or None for a lost picture."""


def read_runs(
    nodes: str | Iterable[Child], picture: PictureName, note: Note, *, math: bool = False
) -> list[Run]:
    """Return the runs of `nodes`, a field or nodes of its tree, without white space at the ends.

    What a text cannot hold is left out or becomes plain text, and is passed to `note`. Without
    `math`, this goes for formulas as well. `picture` gives pictures their names in the bank.
    """
    reader = _Reader(picture, note, math)
    if isinstance(nodes, str):
        nodes = parse_html(formulas.without_tags(visible(nodes))).children
    reader.walk(nodes, UNSTYLED, None)
    _trim(reader.runs)
    return _with_spaces_outside(reader.runs)


class _Reader:
    """A walk through a tree that collects `runs`.

    `pending` is the number of line breaks to put before the next character; `line_has_text` says
    whether the present line has a character.
    """

    def __init__(self, picture: PictureName, note: Note, math: bool) -> None:
        self.picture = picture
        self.note = note
        self.math = math
        self.runs: list[Run] = []
        self.pending = 0
        self.line_has_text = False

    def walk(
        self, nodes: Iterable[Child], style: Style, link: str | None, *, numbered: bool = False
    ) -> None:
        """Add the runs of `nodes`, which stand in `style` and `link`.

        With `numbered`, list items among `nodes` have numbers, otherwise bullets.
        """
        number = 0
        for node in nodes:
            if isinstance(node, str):
                for part in formulas.split(node) if self.math else (node,):
                    self._part(part, style, link)
                continue
            number += node.tag == "li"
            self._element(node, f"{number}. " if numbered else "• ", style, link)

    def _element(self, node: Element, bullet: str, style: Style, link: str | None) -> None:
        """Add the runs of `node`; a list item begins with `bullet`."""
        tag = node.tag
        if tag == "br":
            self.pending += 1
            self.line_has_text = False
        elif tag == "img":
            self._image(node)
        elif tag in ("audio", "video", "object", "iframe", "embed"):
            self.note(Loss.SOUND, f"<{tag}>")
        else:
            if tag == "anki-mathjax":
                self.note(Loss.FORMULA, node.plain)
            elif tag not in STYLES and (tag not in PASSED or _is_styled(node)):
                self.note(Loss.FORMAT, f"<{tag}>")
            self._boundary(tag)
            if tag == "li":
                self._text(bullet, style)
            elif tag in ("td", "th") and self.line_has_text:
                self._text(" ", style)
            target = self._target(node) if tag == "a" else None
            inner = style | _style(node)
            self.walk(node.children, inner, target or link, numbered=tag == "ol")
            self._boundary(tag)

    def _target(self, node: Element) -> str | None:
        """Return the address of the link `node` as a bank holds it; None for no address."""
        href = node.attributes.get("href")
        target = link_target(href) if href else None
        if href and target is None:
            self.note(Loss.LINK, href)
        return target

    def _boundary(self, tag: str) -> None:
        """End the line where an element with `tag` begins or ends and has lines of its own."""
        if tag not in LINES:
            return
        if self.line_has_text:
            self.pending += 1
            self.line_has_text = False
        if tag in PARAGRAPHS:
            self.pending = max(self.pending, 2)

    def _part(self, part: str | Math, style: Style, link: str | None) -> None:
        """Add characters or a formula."""
        if isinstance(part, str):
            self._text(part, style, link)
        else:
            self._begin()
            self.runs.append(part)

    def _text(self, text: str, style: Style, link: str | None = None) -> None:
        """Add `text` in `style` and `link`, without white space at the beginning of a line.

        Markdown has no code inside of sub- or superscript, and no both of these.
        """
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
        """Return `text` without Anki's commands for sounds; note these and formulas as losses."""
        if formula := _FORMULA.search(text):
            self.note(Loss.FORMULA, text[formula.start() : formula.start() + 40])
        for sound in _SOUND.findall(text):
            self.note(Loss.SOUND, sound)
        return _SOUND.sub("", text)

    def _image(self, node: Element) -> None:
        """Add the picture `node`; the file's name stands in for a missing description."""
        source = node.attributes.get("src", "")
        name = self.picture(source)
        if name is None:
            return
        alt = " ".join(node.attributes.get("alt", "").split())
        if not alt:
            self.note(Loss.ALT, source)
            alt = re.sub(r"[\W_]+", " ", PurePosixPath(name).stem).strip() or "picture"
        self._begin()
        self.runs.append(Image(name, alt))

    def _begin(self) -> None:
        """Add the pending line breaks, before a character, a picture or a formula."""
        if self.runs and self.pending:
            _trim(self.runs)
            self.runs += [Break(paragraph=True)] * (self.pending // 2)
            self.runs += [Break()] * (self.pending % 2)
        self.pending = 0
        self.line_has_text = True


def _one_space(match: re.Match[str]) -> str:
    """Return a space for white space with a line end in it; other white space as it is."""
    return " " if set(match[0]) - {" ", "\t"} else match[0]


def _is_styled(node: Element) -> bool:
    """Return whether `node` has attributes for the look of its text that a bank cannot hold."""
    attributes = set(node.attributes) - {"href", "dir", "lang", "rel", "target", "title"}
    return bool(attributes) and dict(node.attributes) != _INERT and not _style(node)


def _style(node: Element) -> Style:
    """Return the style that `node` gives its text by its tag and its CSS."""
    style = STYLES.get(node.tag, UNSTYLED)
    css = node.attributes.get("style", "").replace(" ", "").lower()
    if re.search(r"font-weight:(bold|[6-9]00)", css):
        style |= Style.STRONG
    if "font-style:italic" in css:
        style |= Style.EMPHASIS
    return style


def _trim(runs: list[Run]) -> None:
    """Remove white space and breaks from the end of `runs`; the beginning never has any."""
    while runs:
        last = runs[-1]
        if isinstance(last, Image | Math) or (
            isinstance(last, Styled) and Style.CODE in last.style
        ):
            return
        text = "" if isinstance(last, Break) else last if isinstance(last, str) else last.text
        if text := text.rstrip():
            runs[-1] = replace(last, text=text) if isinstance(last, Styled) else text
            return
        runs.pop()


def _with_spaces_outside(runs: list[Run]) -> list[Run]:
    """Return `runs` with the spaces at the edges of bold and italic words outside of the style.

    They look the same, and Markdown has no style that begins or ends with a space.
    """
    moved: list[Run] = []
    for index, run in enumerate(runs):
        if not isinstance(run, Styled) or not run.style & _WORDS or Style.CODE in run.style:
            append_run(moved, run)
            continue
        before = _shared(runs[index - 1], run) if index else UNSTYLED
        after = _shared(runs[index + 1], run) if index + 1 < len(runs) else UNSTYLED
        text = run.text
        left = len(text) - len(text.lstrip()) if before != run.style else 0
        right = len(text.rstrip()) if after != run.style else len(text)
        for part, style in (
            (text[:left], before),
            (text[left : max(left, right)], run.style),
            (text[max(left, right) :], after),
        ):
            if part:
                append_run(moved, Styled(part, style, run.link) if style or run.link else part)
    return moved


def _shared(neighbour: Run, run: Styled) -> Style:
    """Return the style of `run` that goes on in `neighbour`; all of it in a picture or formula."""
    if isinstance(neighbour, Image | Math):
        return run.style
    return run.style & neighbour.style if isinstance(neighbour, Styled) else UNSTYLED
